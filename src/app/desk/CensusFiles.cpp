// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/CensusFiles.h"

#include "DataPlaces.h"
#include "Preferences.h"
#include "Text.h"
#include "desk/Workbench.h"

#include "observo/core/CheckedFile.h"
#include "observo/exchange/Sample.h"

#include <QDateTime>
#include <QFileInfo>

#include <system_error>

namespace observo::app {

namespace {

census::OpenOptions optionsFor(CensusFiles::Mode mode)
{
    return {.actor = census::Actor::current("observo"),
            .lock = census::LockHolding::UntilClose,
            .readOnly = mode == CensusFiles::Mode::ReadOnly,
            .takeOverStaleLock = mode == CensusFiles::Mode::TakeOver};
}

/// "censimento.gpkg" -> "censimento ripristinato 2026-11-22 104207.gpkg", in the same folder.
QString restoredName(const QString& census, const QString& word)
{
    const QFileInfo file(census);
    const auto now = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HHmmss"));
    return file.absolutePath() + QLatin1Char('/') + file.completeBaseName() + QLatin1Char(' ') + word +
           QLatin1Char(' ') + now + QLatin1Char('.') + file.suffix();
}

Result<std::unique_ptr<census::Session>> restored(const std::filesystem::path& backup,
                                                  const std::filesystem::path& target)
{
    std::error_code failure;
    if (!std::filesystem::copy_file(backup, target, failure)) {
        return fail(outputError(failure.value(), target));
    }
    return census::Session::open(target, optionsFor(CensusFiles::Mode::Edit));
}

} // namespace

CensusFiles::CensusFiles(Workbench& workbench, QObject* parent) : QObject(parent), m_workbench(workbench) {}

void CensusFiles::start(const QString& title, const QString& file, std::function<Opened(const Progress&)> work)
{
    if (isBusy()) {
        return;
    }
    m_job = m_workbench.jobs().start(title, std::move(work), this, [this, file](Opened opened) {
        m_job = 0;
        if (!opened) {
            emit refused(file, opened.error());
            return;
        }
        m_workbench.preferences().addRecentFile(file);
        (*opened)->moveHere();
        m_workbench.adopt(std::move(*opened));
    });
}

void CensusFiles::open(const QString& file, Mode mode)
{
    const auto full = QFileInfo(file).absoluteFilePath();
    start(tr("Opening %1").arg(QFileInfo(full).fileName()), full,
          [path = toPath(full), mode](const Progress&) { return census::Session::open(path, optionsFor(mode)); });
}

void CensusFiles::create(const QString& file, const census::NewCensus& census)
{
    const auto full = QFileInfo(file).absoluteFilePath();
    start(tr("Making %1").arg(QFileInfo(full).fileName()), full, [path = toPath(full), census](const Progress&) {
        return census::Session::create(path, census, optionsFor(Mode::Edit));
    });
}

void CensusFiles::openSample()
{
    const auto records = sampleFolder();
    if (!records) {
        emit refused({}, Error{.code = ErrorCode::InputUnreadable,
                               .what = "the records of the sample census are not installed",
                               .file = "data/sample"});
        return;
    }
    const auto file = sampleCensus();
    start(tr("Opening the sample census"), pathText(file),
          [records = *records, file](const Progress& progress) -> Opened {
              if (!std::filesystem::exists(file)) {
                  const auto actor = census::Actor::current("observo");
                  if (const auto made = exchange::makeSampleCensus(records, file, actor, progress); !made) {
                      return fail(made.error());
                  }
              }
              return census::Session::open(file, optionsFor(Mode::Edit));
          });
}

void CensusFiles::saveCopy(const QString& file)
{
    if (!m_workbench.isOpen() || isBusy()) {
        return;
    }
    m_job = m_workbench.jobs().start(
        tr("Saving a copy"),
        [census = m_workbench.session().file(), path = toPath(file)](const Progress& progress) -> Done {
            // A session of its own, so that the window's may be closed meanwhile.
            const auto session = census::Session::open(census, optionsFor(Mode::ReadOnly));
            if (!session) {
                return fail(session.error());
            }
            return (*session)->backupTo(path, progress);
        },
        this,
        [this, file](Done copied) {
            m_job = 0;
            if (copied) {
                emit this->copied(file);
            } else {
                m_workbench.announce(copied.error());
            }
        });
}

void CensusFiles::restore(const std::filesystem::path& backup, const QString& census)
{
    const auto target = restoredName(census, tr("restored"));
    start(tr("Restoring a backup"), target,
          [backup, path = toPath(target)](const Progress&) { return restored(backup, path); });
}

} // namespace observo::app
