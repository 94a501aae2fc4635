// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/RecordPage.h"

#include "EditText.h"
#include "ErrorText.h"
#include "PlainText.h"
#include "Text.h"
#include "desk/Workbench.h"
#include "ui_RecordPage.h"

#include "observo/core/Edits.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QPlainTextEdit>

#include <algorithm>
#include <utility>

namespace observo::app {

namespace {

using namespace std::chrono_literals;

/// A draft follows a second after the last key and never later than five after the first.
constexpr auto kAfterLastKey = 1s;
constexpr auto kAfterFirstKey = 5s;

} // namespace

RecordPage::RecordPage(Workbench& workbench, DraftKeeper& drafts, RecordKind kind, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::RecordPage>()), m_workbench(workbench), m_drafts(drafts), m_kind(kind),
      m_form(new FieldForm(kind))
{
    m_ui->setupUi(this);
    m_ui->scroll->setWidget(m_form);
    m_form->setSystem(workbench.shownSystem());
    m_draftTimer.setSingleShot(true);
    connect(&m_draftTimer, &QTimer::timeout, this, &RecordPage::saveDraft);
    connect(m_ui->filter, &QLineEdit::textChanged, m_form, &FieldForm::setFilter);
    connect(m_ui->applyButton, &QPushButton::clicked, this, &RecordPage::apply);
    connect(m_ui->revertButton, &QPushButton::clicked, this, &RecordPage::revert);
    connect(m_form, &FieldForm::edited, this, &RecordPage::noteEdited);
    connect(m_form, &FieldForm::systemChosen, &workbench, &Workbench::setShownSystem);
    connect(&workbench, &Workbench::shownSystemChanged, this, [this] { m_form->setSystem(m_workbench.shownSystem()); });
    connect(&workbench, &Workbench::changed, this, &RecordPage::noteChanged);
    connect(&workbench, &Workbench::previewChanged, this, &RecordPage::notePreview);
    connect(&workbench, &Workbench::savingChanged, this, &RecordPage::showState);
    connect(&workbench, &Workbench::writeStateChanged, this, [this] { m_form->setEditable(m_workbench.isWritable()); });
    show(std::nullopt);
}

RecordPage::~RecordPage() = default;

void RecordPage::show(std::optional<Record> record, const QString& why)
{
    auto& model = m_form->model();
    if (model.isLoaded() && record && uuidOf(model.base()) == uuidOf(*record)) {
        m_form->refresh(std::move(*record));
        check();
        showState();
        return;
    }
    // Going elsewhere applies what was typed; what cannot be applied waits as a draft.
    if (m_workbench.isOpen() && model.isLoaded() && isDirty() && !apply()) {
        saveDraft();
        emit leftUnfinished();
    }
    showPlain(*m_ui->refusal, {});
    m_ui->scroll->setVisible(record.has_value());
    m_ui->filterHolder->setVisible(record.has_value());
    m_ui->legend->setVisible(record.has_value());
    m_ui->nothing->setVisible(!record && !why.isEmpty());
    showPlain(*m_ui->nothing, why);
    if (record) {
        m_form->load(std::move(*record));
        m_form->setEditable(m_workbench.isWritable());
        check();
    } else {
        model.clear();
    }
    showState();
}

void RecordPage::check()
{
    // What waits to be saved is completed then: its code is numbered, its site is made.
    if (m_workbench.isSaving(uuidOf(m_form->model().base()))) {
        m_form->setFindings({});
        return;
    }
    auto found = census::checkOne(m_workbench.reader(), m_form->model().base(), Workbench::checkSources());
    if (found) {
        m_form->setFindings(std::move(*found));
    }
}

bool RecordPage::apply()
{
    auto& model = m_form->model();
    if (!model.isLoaded() || !model.isDirty()) {
        return true;
    }
    if (const auto field = model.firstProblem()) {
        m_form->focusField(*field);
        showPlain(*m_ui->refusal, tr("One field cannot be saved as it is."));
        showState();
        return false;
    }
    const auto typed = draft();
    auto changes = editRecord(model.base(), model.edited(), QT_TRANSLATE_NOOP("Edit", "Edit record"));
    // From here on the form shows what it handed over, and what is typed now is the next edit.
    m_draftTimer.stop();
    m_draftDue.reset();
    m_form->refresh(model.edited());
    m_form->revert();
    showPlain(*m_ui->refusal, {});
    m_workbench.setPreview(std::nullopt);
    m_workbench.perform(std::move(changes), this,
                        [this, typed](const Workbench::Outcome& outcome) { noteOutcome(typed, outcome); });
    showState();
    return true;
}

/// The draft on disk stays until the edit is: after a crash in between it is offered again.
void RecordPage::noteOutcome(const Draft& typed, const Workbench::Outcome& outcome)
{
    const auto& model = m_form->model();
    const bool isShown = model.isLoaded() && uuidOf(model.base()).text() == typed.record;
    if (outcome) {
        if (!isShown || !isDirty()) {
            m_drafts.remove(typed);
        }
        showState();
        return;
    }
    if (!isShown) {
        m_drafts.save(typed);
        m_workbench.announce(outcome.error());
        emit leftUnfinished();
        return;
    }
    takeBackBase();
    takeDraft(typed);
    const auto sentence = sentenceOf(outcome.error());
    if (!m_form->showRefusal(sentence, outcome.error().field)) {
        showPlain(*m_ui->refusal, sentence);
        showTip(*m_ui->refusal, detailOf(outcome.error()));
    }
    showState();
}

/// Under what is typed lies again what the census holds.
void RecordPage::takeBackBase()
{
    auto& reader = m_workbench.reader();
    const auto uuid = uuidOf(m_form->model().base());
    std::optional<Record> stored;
    if (m_kind == RecordKind::Camera) {
        if (auto camera = m_workbench.camera(CameraId{uuid})) {
            stored = std::move(*camera);
        }
    } else if (m_kind == RecordKind::Site) {
        if (auto site = reader.site(SiteId{uuid})) {
            stored = std::move(*site);
        }
    } else if (auto system = reader.system(SystemId{uuid})) {
        stored = std::move(*system);
    }
    if (stored) {
        m_form->refresh(std::move(*stored));
    }
}

void RecordPage::revert()
{
    dropDraft();
    m_form->revert();
    showPlain(*m_ui->refusal, {});
    m_workbench.setPreview(std::nullopt);
    showState();
}

void RecordPage::askBeforeRevert()
{
    const int changes = m_form->model().changes();
    if (changes == 0) {
        emit leaveWanted();
        return;
    }
    if (changes == 1 ||
        ask(this, tr("Take back what was typed into %n field(s)?", nullptr, changes), {}, {tr("Take back")}) == 0) {
        revert();
    }
}

void RecordPage::noteEdited()
{
    showPlain(*m_ui->refusal, {});
    m_workbench.prepare();
    const auto now = std::chrono::steady_clock::now();
    if (!m_draftDue) {
        m_draftDue = now + kAfterFirstKey;
    }
    const auto rest = std::min<std::chrono::steady_clock::duration>(kAfterLastKey, *m_draftDue - now);
    m_draftTimer.start(std::chrono::duration_cast<std::chrono::milliseconds>(std::max(rest, 0ns)));
    if (m_kind == RecordKind::Camera) {
        m_previewing = true;
        auto edited = std::get<Camera>(m_form->model().edited());
        const bool same = edited == std::get<Camera>(m_form->model().base());
        m_workbench.setPreview(same ? std::nullopt : std::optional(std::move(edited)));
        m_previewing = false;
    }
    showState();
}

void RecordPage::noteChanged(const ChangeSet& changes)
{
    auto& model = m_form->model();
    if (!model.isLoaded()) {
        return;
    }
    const auto uuid = uuidOf(model.base());
    for (const auto& change : changes.changes) {
        if (change.kind() == m_kind && change.uuid() == uuid && change.after) {
            m_form->refresh(*change.after);
        }
    }
    // An edit elsewhere may answer a finding here: a sign at the site, a date of its system.
    check();
    showState();
}

void RecordPage::notePreview()
{
    if (m_previewing || m_kind != RecordKind::Camera || !m_form->model().isLoaded()) {
        return;
    }
    const auto& preview = m_workbench.preview();
    const bool mine = preview && preview->id.uuid == uuidOf(m_form->model().base());
    m_form->setLive(mine ? std::optional<Record>(*preview) : std::nullopt);
}

void RecordPage::showState()
{
    const bool dirty = isDirty();
    const auto& model = m_form->model();
    const bool saving = model.isLoaded() && m_workbench.isSaving(uuidOf(model.base()));
    showPlain(*m_ui->saving, saving ? tr("Saving…") : QString());
    m_ui->saving->setVisible(saving);
    m_ui->applyButton->setVisible(dirty);
    m_ui->revertButton->setVisible(dirty);
    m_ui->applyButton->setText(tr("Apply (Enter)"));
    m_ui->revertButton->setText(tr("Take back (Esc)"));
    m_ui->refusal->setVisible(!m_ui->refusal->text().isEmpty());
}

void RecordPage::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter) {
        // Editors that take their value when they are left take it now.
        if (auto* entry = focusWidget(); entry != nullptr) {
            entry->clearFocus();
            entry->setFocus();
        }
        const bool next = event->modifiers().testFlag(Qt::ControlModifier);
        if (apply() && next) {
            emit nextWanted();
        }
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        if (!m_ui->filter->text().isEmpty() && m_ui->filter->hasFocus()) {
            m_ui->filter->clear();
        } else {
            askBeforeRevert();
        }
        return;
    }
    QWidget::keyPressEvent(event);
}

Draft RecordPage::draft() const
{
    const auto& model = m_form->model();
    Draft draft{.census = m_workbench.census().id.text(),
                .kind = m_kind,
                .record = uuidOf(model.base()).text(),
                .title = toUtf8(nameOfRecord(model.base())),
                .at = toUtf8(QDateTime::currentDateTimeUtc().toString(Qt::ISODate))};
    for (const auto& [field, text] : model.typed()) {
        draft.typed.emplace(field, text);
    }
    if (model.typedPlace()) {
        draft.place = model.typedPlace()->text;
        draft.placeEpsg = model.typedPlace()->epsg;
    }
    return draft;
}

void RecordPage::saveDraft()
{
    m_draftTimer.stop();
    m_draftDue.reset();
    if (!m_form->model().isLoaded() || !m_workbench.isOpen()) {
        return;
    }
    if (!isDirty()) {
        m_drafts.remove(draft());
    } else {
        m_drafts.save(draft());
    }
}

void RecordPage::dropDraft()
{
    m_draftTimer.stop();
    m_draftDue.reset();
    if (m_form->model().isLoaded() && m_workbench.isOpen()) {
        m_drafts.remove(draft());
    }
}

void RecordPage::takeDraft(const Draft& draft)
{
    const auto place =
        draft.place.isEmpty() ? std::nullopt : std::optional(FormModel::Place{draft.place, draft.placeEpsg});
    m_form->takeTyped(draft.typed, place);
    // Where the person was: the first field that waits, in sight once the form is laid out.
    const std::string first = draft.typed.empty() ? "position" : draft.typed.begin()->first;
    m_form->focusField(first);
    QTimer::singleShot(0, this, [this, first] {
        if (auto* row = m_form->row(first); row != nullptr) {
            m_ui->scroll->ensureWidgetVisible(row);
        }
    });
}

} // namespace observo::app
