// SPDX-License-Identifier: GPL-3.0-or-later
#include "EditText.h"
#include "Text.h"
#include "desk/Workbench.h"

#include <QPointer>

#include <utility>

namespace observo::app {

namespace {

Error noCensus()
{
    return Error{.code = ErrorCode::CensusMissing, .what = "no census is open"};
}

} // namespace

void Workbench::perform(ChangeSet changes)
{
    edit(std::move(changes), [this](const Outcome& outcome) {
        if (!outcome) {
            emit failed(outcome.error());
        }
    });
}

void Workbench::perform(ChangeSet changes, QObject* context, Then refusedOrDone)
{
    edit(std::move(changes),
         [this, context = QPointer(context), then = std::move(refusedOrDone)](const Outcome& outcome) {
             if (context) {
                 then(outcome);
             } else if (!outcome) {
                 emit failed(outcome.error());
             }
         });
}

void Workbench::edit(ChangeSet changes, Then then)
{
    if (!m_queue) {
        then(fail(noCensus()));
        return;
    }
    if (changes.isEmpty()) {
        then(census::Committed{.changes = std::move(changes), .at = {}});
        return;
    }
    const auto* camera = std::get_if<Camera>(&changes.changes.front().record());
    const bool isOne = changes.changes.size() == 1 && camera != nullptr && changes.changes.front().after;
    if (isOne) {
        m_last = *camera;
    }
    const auto shown = isOne ? std::optional(camera->id) : std::nullopt;
    m_queue->edit(std::move(changes), [this, then = std::move(then)](const Outcome& outcome) {
        showSaving();
        tell(outcome);
        then(outcome);
    });
    if (shown) {
        const auto waiting = m_queue->pending(shown->uuid);
        m_saving = waiting ? std::optional(std::get<Camera>(*waiting)) : std::nullopt;
        emit previewChanged();
    }
}

void Workbench::perform(EditQueue::Compose compose)
{
    perform(std::move(compose), this, [this](const Outcome& outcome) {
        if (!outcome) {
            emit failed(outcome.error());
        }
    });
}

void Workbench::perform(EditQueue::Compose compose, QObject* context, Then refusedOrDone)
{
    if (!m_queue) {
        refusedOrDone(fail(noCensus()));
        return;
    }
    m_queue->compose(std::move(compose),
                     [this, context = QPointer(context), then = std::move(refusedOrDone)](const Outcome& outcome) {
                         tell(outcome);
                         if (context) {
                             then(outcome);
                         } else if (!outcome) {
                             emit failed(outcome.error());
                         }
                     });
}

void Workbench::place(ChangeSet changes, CameraId id, std::function<void()> refused)
{
    edit(std::move(changes), [this, id, refused = std::move(refused)](const Outcome& outcome) {
        if (outcome) {
            return;
        }
        m_selection.remove(id);
        emit failed(outcome.error());
        if (refused) {
            refused();
        }
    });
    m_selection.choose(id);
}

void Workbench::work(const QString& title, EditQueue::Work work, QObject* context, Then then)
{
    if (!m_queue) {
        then(fail(noCensus()));
        return;
    }
    m_queue->write(
        std::move(work),
        [this, context = QPointer(context), then = std::move(then)](const Outcome& outcome) {
            if (outcome && outcome->setId != 0) {
                emit saved(toText(outcome->at));
            }
            if (context) {
                then(outcome);
            } else if (!outcome) {
                emit failed(outcome.error());
            }
        },
        title);
}

void Workbench::undo()
{
    if (m_queue) {
        m_queue->write([](census::Session& session, const Progress& progress) { return session.undo(progress); },
                       [this](const Outcome& outcome) { tellOrAnnounce(outcome); });
    }
}

void Workbench::redo()
{
    if (m_queue) {
        m_queue->write([](census::Session& session, const Progress& progress) { return session.redo(progress); },
                       [this](const Outcome& outcome) { tellOrAnnounce(outcome); });
    }
}

void Workbench::copyTo(const std::filesystem::path& file, QObject* context, Then then)
{
    if (!m_queue) {
        then(fail(noCensus()));
        return;
    }
    m_queue->write(
        [file](census::Session& session, const Progress& progress) -> Outcome {
            if (const auto copied = session.backupTo(file, progress); !copied) {
                return fail(copied.error());
            }
            return census::Committed{};
        },
        [context = QPointer(context), then = std::move(then)](const Outcome& outcome) {
            if (context) {
                then(outcome);
            }
        });
}

void Workbench::record(census::Consultation consultation, QObject* context, Then then)
{
    if (!m_queue) {
        then(fail(noCensus()));
        return;
    }
    m_queue->write(
        [consultation = std::move(consultation)](census::Session& session, const Progress&) -> Outcome {
            if (const auto recorded = session.record(consultation); !recorded) {
                return fail(recorded.error());
            }
            return census::Committed{};
        },
        [context = QPointer(context), then = std::move(then)](const Outcome& outcome) {
            if (context) {
                then(outcome);
            }
        });
}

void Workbench::prepare()
{
    if (isWritable()) {
        m_queue->prepare();
    }
}

void Workbench::look()
{
    if (m_queue) {
        m_queue->look([this](const Outcome& outcome) { notePolled(outcome); });
    }
}

void Workbench::whenSaved(QObject* context, std::function<void()> then)
{
    if (m_queue) {
        m_queue->whenDone(context, std::move(then));
    } else {
        then();
    }
}

void Workbench::tell(const Outcome& outcome)
{
    if (!outcome || outcome->setId == 0) {
        return;
    }
    emit saved(toText(outcome->at));
    emit noticed(noticeOf(outcome->changes), view().undoLabel.has_value());
}

void Workbench::tellOrAnnounce(const Outcome& outcome)
{
    tell(outcome);
    if (!outcome) {
        emit failed(outcome.error());
    }
}

} // namespace observo::app
