// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/SeveralPage.h"

#include "ErrorText.h"
#include "PlainText.h"
#include "Text.h"
#include "desk/CameraActions.h"
#include "desk/Commands.h"
#include "desk/Workbench.h"
#include "forms/FieldForm.h"
#include "ui_SeveralPage.h"

#include <QKeyEvent>
#include <QMenu>
#include <QStringList>

#include <utility>

namespace observo::app {

namespace {

constexpr int kMostCodes = 24;

ChangeSet edits(const FormModel& typed, const std::vector<Camera>& cameras)
{
    ChangeSet all{.label = QT_TRANSLATE_NOOP("Edit", "Edit record"), .reason = {}, .changes = {}};
    for (const auto& camera : cameras) {
        Record after = typed.appliedTo(camera);
        if (std::get<Camera>(after) != camera) {
            all.changes.push_back({.before = camera, .after = std::move(after)});
        }
    }
    return all;
}

} // namespace

SeveralPage::SeveralPage(Workbench& workbench, Commands& commands, QMenu& statusMenu, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::SeveralPage>()), m_workbench(workbench),
      m_form(new FieldForm(RecordKind::Camera))
{
    m_ui->setupUi(this);
    m_ui->scroll->setWidget(m_form);
    m_ui->statusButton->setIcon(commands[Command::ChangeStatus].icon());
    m_ui->statusButton->setMenu(&statusMenu);
    m_ui->statusButton->setText(m_ui->statusButton->text() + QStringLiteral(" ▾"));
    m_ui->verifyButton->setDefaultAction(&commands[Command::VerifyToday]);
    m_ui->retireButton->setDefaultAction(&commands[Command::Retire]);
    m_ui->removeButton->setDefaultAction(&commands[Command::Remove]);
    connect(m_ui->filter, &QLineEdit::textChanged, m_form, &FieldForm::setFilter);
    connect(m_ui->applyButton, &QPushButton::clicked, this, &SeveralPage::apply);
    connect(m_ui->revertButton, &QPushButton::clicked, this, &SeveralPage::revert);
    connect(m_form, &FieldForm::edited, this, [this] {
        showPlain(*m_ui->refusal, {});
        showState();
    });
    connect(&workbench, &Workbench::writeStateChanged, this, [this] { m_form->setEditable(m_workbench.isWritable()); });
    showState();
}

SeveralPage::~SeveralPage() = default;

void SeveralPage::refresh()
{
    const auto& ids = m_workbench.selection().ids();
    // Applying what was typed rings the bell that leads here.
    if (m_leaving) {
        return;
    }
    if (ids != m_cameras) {
        leave();
        m_cameras = ids;
        m_ui->scroll->hide();
    }
    showTitle();
    read();
}

void SeveralPage::leave()
{
    m_leaving = true;
    if (m_workbench.isOpen() && !apply()) {
        m_workbench.say(tr("What was typed for several cameras could not be saved and was dropped."));
    }
    m_leaving = false;
    m_workbench.jobs().cancel(m_job);
    m_cameras.clear();
    m_form->model().clear();
    showPlain(*m_ui->refusal, {});
    showState();
}

void SeveralPage::showTitle()
{
    showPlain(*m_ui->title, tr("%n camera(s) chosen", nullptr, static_cast<int>(m_cameras.size())));
    QStringList codes;
    for (const auto& id : m_cameras) {
        if (const auto row = m_workbench.inventory().find(id)) {
            codes.append(toText(row->code));
        }
    }
    codes.sort();
    if (codes.size() > kMostCodes) {
        codes = codes.mid(0, kMostCodes);
        codes.append(QStringLiteral("…"));
    }
    showPlain(*m_ui->codes, codes.join(QStringLiteral(", ")));
}

void SeveralPage::read()
{
    m_workbench.jobs().cancel(m_job);
    m_job = m_workbench.jobs().start(
        QString(),
        [file = m_workbench.file(), ids = m_cameras](const Progress& progress) {
            return commonOf(file, ids, progress);
        },
        this,
        [this](Result<CommonCamera> common) {
            if (common) {
                take(std::move(*common));
            } else if (common.error().code != ErrorCode::Cancelled) {
                showPlain(*m_ui->refusal, sentenceOf(common.error()));
                showState();
            }
        });
}

void SeveralPage::take(CommonCamera common)
{
    m_form->setDiffering(std::move(common.differing));
    if (m_form->model().isLoaded()) {
        m_form->refresh(std::move(common.camera));
    } else {
        m_form->load(std::move(common.camera));
    }
    m_form->setEditable(m_workbench.isWritable());
    m_ui->scroll->show();
    showState();
}

bool SeveralPage::apply()
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
    m_workbench.perform(
        ofEach(m_cameras, [typed = model](const std::vector<Camera>& all) { return edits(typed, all); }), this,
        [this, cameras = m_cameras, typed = model.typed()](const Workbench::Outcome& outcome) {
            noteOutcome(cameras, typed, outcome);
        });
    showState();
    return true;
}

void SeveralPage::noteOutcome(const std::set<CameraId>& cameras, const FormModel::Typed& typed,
                              const Workbench::Outcome& outcome)
{
    if (cameras != m_cameras) {
        if (!outcome) {
            m_workbench.announce(outcome.error());
        }
        return;
    }
    if (outcome) {
        m_form->forget(typed);
    } else if (const auto sentence = sentenceOf(outcome.error());
               !m_form->showRefusal(sentence, outcome.error().field)) {
        showPlain(*m_ui->refusal, sentence);
        showTip(*m_ui->refusal, detailOf(outcome.error()));
    }
    showState();
}

void SeveralPage::revert()
{
    m_form->revert();
    showPlain(*m_ui->refusal, {});
    showState();
}

void SeveralPage::showState()
{
    const bool dirty = m_form->model().isDirty();
    m_ui->applyButton->setVisible(dirty);
    m_ui->revertButton->setVisible(dirty);
    m_ui->applyButton->setText(tr("Apply to %n camera(s) (Enter)", nullptr, static_cast<int>(m_cameras.size())));
    m_ui->refusal->setVisible(!m_ui->refusal->text().isEmpty());
}

void SeveralPage::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // Editors that take their value when they are left take it now.
        if (auto* entry = focusWidget(); entry != nullptr) {
            entry->clearFocus();
            entry->setFocus();
        }
        apply();
        return;
    case Qt::Key_Escape:
        if (m_form->model().isDirty()) {
            revert();
        } else {
            emit leaveWanted();
        }
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace observo::app
