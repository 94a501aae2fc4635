// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ReviewDialog.h"

#include "ErrorText.h"
#include "Numbers.h"
#include "PlainText.h"
#include "Speech.h"
#include "Text.h"
#include "desk/Workbench.h"
#include "intake/MarkedMap.h"
#include "intake/ReviewText.h"
#include "intake/TextTable.h"
#include "ui_ReviewDialog.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QShortcut>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace observo::app {

namespace {

using exchange::Answer;

enum Column { MarkColumn, FieldColumn, MineColumn, TheirsColumn, BaseColumn };
const QString kTaken = QStringLiteral("✓ ");

} // namespace

ReviewDialog::ReviewDialog(Workbench& workbench, Task task, const mapview::MapWidget& map, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ReviewDialog>()), m_workbench(workbench),
      m_source(std::move(task.source)), m_review(std::make_shared<exchange::Review>(std::move(task.doubts))),
      m_table(new TextTable(this)), m_map(new MarkedMap(workbench.jobs(), map))
{
    expects(m_review->size() > 0);
    m_ui->setupUi(this);
    setWindowTitle(tr("Review: %1").arg(m_source));
    m_ui->fields->setModel(m_table);
    m_ui->fields->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->mapHolder->insertWidget(0, m_map, 1);
    m_ui->columnsSplitter->setStretchFactor(0, 3);
    m_ui->columnsSplitter->setStretchFactor(1, 2);
    showPlain(*m_ui->keys, tr("↑ ↓ field · ← census · → other side (Shift: all fields) · S, D, L answer · PgUp, PgDn "
                              "other doubts · Ctrl+Enter the same for all of this kind · G main map · Ctrl+S apply"));
    connectParts();
    go(0);
    m_ui->fields->setFocus();
}

ReviewDialog::~ReviewDialog() = default;

void ReviewDialog::connectParts()
{
    connect(m_ui->takeButton, &QPushButton::clicked, this, &ReviewDialog::take);
    connect(m_ui->apartButton, &QPushButton::clicked, this, &ReviewDialog::apart);
    connect(m_ui->leaveButton, &QPushButton::clicked, this, &ReviewDialog::leave);
    connect(m_ui->alikeButton, &QPushButton::clicked, this, &ReviewDialog::decideAlike);
    connect(m_ui->previousButton, &QPushButton::clicked, this, &ReviewDialog::back);
    connect(m_ui->nextButton, &QPushButton::clicked, this, &ReviewDialog::next);
    connect(m_ui->showButton, &QPushButton::clicked, this, &ReviewDialog::showOnMainMap);
    connect(m_ui->okButton, &QPushButton::clicked, this, &ReviewDialog::apply);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &ReviewDialog::reject);
    connect(m_ui->mineButton, &QPushButton::clicked, this, [this] { chooseSide(false, true); });
    connect(m_ui->theirsButton, &QPushButton::clicked, this, [this] { chooseSide(true, true); });
    connect(m_ui->equalBox, &QCheckBox::toggled, this, &ReviewDialog::showFields);
    connect(m_ui->fields, &QAbstractItemView::clicked, this, [this](const QModelIndex& at) {
        if (at.column() == MineColumn || at.column() == TheirsColumn) {
            chooseSide(at.column() == TheirsColumn, false);
        }
    });
    connect(&m_workbench, &Workbench::closed, this, &QWidget::deleteLater);
    connect(&m_workbench, &Workbench::writeStateChanged, this, &ReviewDialog::showAnswers);
    m_ui->fields->installEventFilter(this);
    addKey(QStringLiteral("S"), &ReviewDialog::take);
    addKey(QStringLiteral("D"), &ReviewDialog::apart);
    addKey(QStringLiteral("L"), &ReviewDialog::leave);
    addKey(QStringLiteral("G"), &ReviewDialog::showOnMainMap);
    addKey(QStringLiteral("PgUp"), &ReviewDialog::back);
    addKey(QStringLiteral("PgDown"), &ReviewDialog::next);
    addKey(QStringLiteral("Ctrl+Return"), &ReviewDialog::decideAlike);
    addKey(QStringLiteral("Ctrl+Enter"), &ReviewDialog::decideAlike);
    addKey(QStringLiteral("Ctrl+S"), &ReviewDialog::apply);
}

void ReviewDialog::addKey(const QString& key, void (ReviewDialog::*act)())
{
    connect(new QShortcut(QKeySequence(key, QKeySequence::PortableText), this), &QShortcut::activated, this, act);
}

/// Left and right choose a side instead of scrolling.
bool ReviewDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->fields && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right) {
            chooseSide(key->key() == Qt::Key_Right, key->modifiers().testFlag(Qt::ShiftModifier));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void ReviewDialog::chooseSide(bool theirs, bool all)
{
    const int row = m_ui->fields->currentIndex().row();
    if (m_applying) {
        return;
    }
    if (all) {
        m_review->chooseAll(m_current, theirs);
    } else if (row >= 0 && row < static_cast<int>(m_lines.size())) {
        m_review->choose(m_current, m_lines[static_cast<std::size_t>(row)], theirs);
    }
    showFields();
}

void ReviewDialog::decide(Answer::Kind kind)
{
    if (m_applying || !m_review->allows(m_current, kind)) {
        showAnswers();
        return;
    }
    m_review->decide(m_current, kind);
    m_last = m_current;
    if (const auto open = m_review->nextOpen(m_current)) {
        go(*open);
    } else {
        refresh();
        m_ui->okButton->setFocus();
    }
}

std::optional<std::size_t> ReviewDialog::exemplar() const
{
    return m_review->answer(m_current).kind != Answer::Kind::Open ? std::optional(m_current) : m_last;
}

void ReviewDialog::decideAlike()
{
    const auto model = exemplar();
    if (m_applying || !model) {
        showPlain(*m_ui->message, tr("Answer this one first: S, D or L."));
        return;
    }
    m_review->decideAlike(*model);
    if (const auto open = m_review->nextOpen(m_current)) {
        go(*open);
    } else {
        refresh();
        m_ui->okButton->setFocus();
    }
}

void ReviewDialog::step(int by)
{
    const auto size = static_cast<int>(m_review->size());
    go(static_cast<std::size_t>((static_cast<int>(m_current) + by + size) % size));
}

void ReviewDialog::go(std::size_t index)
{
    m_current = index;
    refresh();
    m_ui->fields->selectRow(0);
}

void ReviewDialog::refresh()
{
    const auto& doubt = m_review->doubt(m_current);
    showPlain(*m_ui->counter, tr("%1 of %2")
                                  .arg(countText(static_cast<qint64>(m_current + 1)),
                                       countText(static_cast<qint64>(m_review->size()))));
    showPlain(*m_ui->kind, questionText(doubt));
    showPlain(*m_ui->why, toText(doubt.why(language())));
    showFields();
    showPlaces();
}

void ReviewDialog::showFields()
{
    const auto& doubt = m_review->doubt(m_current);
    const auto lines = linesOf(doubt, m_ui->equalBox->isChecked());
    const bool isChoice = m_review->allows(m_current, Answer::Kind::Take) && doubt.theirs;
    const auto& sides = m_review->sides(m_current);
    QStringList headings{QString(), tr("Field"), tr("A · in the census"), tr("B · %1").arg(m_source)};
    if (doubt.base) {
        headings.append(tr("Before"));
    }
    std::vector<TextTable::Row> rows;
    m_lines.clear();
    for (const auto& line : lines) {
        const bool isTheirs = line.differs && sides.contains(line.field);
        const auto cell = [&](const Record* side, const QString& text, bool isTaken) {
            const auto nothing = side == nullptr ? tr("(removed)") : tr("(not known)");
            const auto shown = text.isEmpty() ? nothing : text;
            const bool isMarked = isChoice && line.differs && isTaken;
            return TextCell{.text = isMarked ? kTaken + shown : shown,
                            .isBold = isMarked,
                            .isFaint = !isMarked && (isChoice || text.isEmpty())};
        };
        rows.push_back({{.text = line.differs ? QStringLiteral("≠") : QStringLiteral("="),
                         .tip = line.differs ? tr("differs") : tr("is the same")},
                        {.text = fieldText(line.field), .isBold = line.differs},
                        cell(mineOf(doubt), line.mine, !isTheirs),
                        cell(theirsOf(doubt), line.theirs, isTheirs),
                        {.text = line.base, .isFaint = true}});
        m_lines.push_back(line.field);
    }
    m_table->show(std::move(headings), std::move(rows));
    auto* header = m_ui->fields->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    constexpr std::array<int, 2> kWidths = {28, 160};
    for (std::size_t i = 0; i < kWidths.size(); ++i) {
        header->setSectionResizeMode(static_cast<int>(i), QHeaderView::Interactive);
        header->resizeSection(static_cast<int>(i), kWidths[i]);
    }
    if (!m_ui->fields->currentIndex().isValid()) {
        m_ui->fields->selectRow(0);
    }
    m_ui->mineButton->setEnabled(isChoice);
    m_ui->theirsButton->setEnabled(isChoice);
    showAnswers();
}

void ReviewDialog::showPlaces()
{
    const auto& doubt = m_review->doubt(m_current);
    std::vector<MapMark> marks;
    if (const auto mine = placeOf(mineOf(doubt))) {
        marks.push_back({.at = *mine, .letter = QStringLiteral("A")});
    }
    if (const auto theirs = placeOf(theirsOf(doubt)); theirs && (marks.empty() || doubt.theirs)) {
        // One disc would hide the other.
        if (!marks.empty() && marks.front().at == *theirs) {
            marks.front().letter = QStringLiteral("AB");
        } else {
            marks.push_back({.at = *theirs, .letter = QStringLiteral("B")});
        }
    }
    m_ui->showButton->setEnabled(!marks.empty());
    m_map->setVisible(!marks.empty());
    m_map->show(std::move(marks));
    showPlain(*m_ui->whereText, apartText(doubt));
}

void ReviewDialog::showAnswers()
{
    const auto& doubt = m_review->doubt(m_current);
    const auto answer = m_review->answer(m_current).kind;
    for (const auto& [button, kind] :
         {std::pair{m_ui->takeButton, Answer::Kind::Take}, std::pair{m_ui->apartButton, Answer::Kind::Apart},
          std::pair{m_ui->leaveButton, Answer::Kind::Leave}}) {
        const auto words = answerText(doubt, kind);
        button->setVisible(m_review->allows(m_current, kind));
        button->setChecked(answer == kind);
        button->setText(plainCaption(answer == kind ? kTaken + words : words));
    }
    const auto model = exemplar();
    const auto alike = m_review->openAlike(model.value_or(m_current));
    m_ui->alikeButton->setText(
        tr("The same for %n other(s) of this kind (Ctrl+Enter)", nullptr, static_cast<int>(alike)));
    m_ui->alikeButton->setVisible(alike > 0);
    m_ui->alikeButton->setEnabled(model.has_value());
    const auto decided = m_review->decided();
    m_ui->progress->setRange(0, static_cast<int>(m_review->size()));
    m_ui->progress->setValue(static_cast<int>(decided));
    m_ui->progress->setToolTip(
        tr("%1 of %2 decided")
            .arg(countText(static_cast<qint64>(decided)), countText(static_cast<qint64>(m_review->size()))));
    m_ui->okButton->setText(tr("Apply %n decision(s)", nullptr, static_cast<int>(decided)));
    m_ui->okButton->setEnabled(decided > 0 && !m_applying && m_workbench.isWritable());
    showPlain(*m_ui->message, m_workbench.isWritable() ? QString() : tr("The census cannot be changed now."));
}

void ReviewDialog::showOnMainMap()
{
    const auto& doubt = m_review->doubt(m_current);
    const auto* mine = mineOf(doubt);
    if (const auto* camera = mine == nullptr ? nullptr : std::get_if<Camera>(mine);
        camera != nullptr && m_workbench.inventory().contains(camera->id)) {
        m_workbench.selection().choose(camera->id);
        m_workbench.goTo(camera->id);
    } else if (const auto place = placeOf(theirsOf(doubt))) {
        m_workbench.goTo(*place);
    }
}

void ReviewDialog::apply()
{
    if (m_review->decided() == 0 || m_applying || !m_workbench.isWritable()) {
        return;
    }
    m_applying = true;
    showAnswers();
    auto gone = std::make_shared<std::vector<std::string>>();
    m_workbench.perform(
        [review = std::shared_ptr<const exchange::Review>(m_review), gone,
         reason = toUtf8(m_source)](census::Reader& reader, const Progress& progress) -> Result<ChangeSet> {
            auto changes = review->changes(reader, progress);
            if (!changes) {
                return fail(changes.error());
            }
            *gone = std::move(changes->gone);
            changes->set.reason = reason;
            return std::move(changes->set);
        },
        this,
        [this, gone](const Workbench::Outcome& outcome) {
            m_applying = false;
            if (!outcome) {
                showAnswers();
                showPlain(*m_ui->message, sentenceOf(outcome.error()));
                showTip(*m_ui->message, detailOf(outcome.error()));
                return;
            }
            if (!gone->empty()) {
                m_workbench.say(tr("%n decision(s) had no effect: the camera is no longer there.", nullptr,
                                   static_cast<int>(gone->size())));
            } else if (outcome->setId == 0) {
                m_workbench.say(tr("The census stays as it is."));
            }
            accept();
        });
}

std::vector<exchange::Doubt> ReviewDialog::open() const
{
    std::vector<exchange::Doubt> left;
    for (std::size_t i = 0; i < m_review->size(); ++i) {
        if (m_review->answer(i).kind == Answer::Kind::Open) {
            left.push_back(m_review->doubt(i));
        }
    }
    return left;
}

bool ReviewDialog::mayLeave()
{
    return m_review->decided() == 0 || m_applying ||
           ask(this, tr("%n decision(s) are not applied yet.", nullptr, static_cast<int>(m_review->decided())),
               tr("Importing the same file again brings the doubts back."), {tr("Leave without applying")}) == 0;
}

void ReviewDialog::reject()
{
    if (mayLeave()) {
        QDialog::reject();
    }
}

} // namespace observo::app
