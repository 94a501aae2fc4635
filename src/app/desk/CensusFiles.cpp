// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/CensusFiles.h"

#include "DataPlaces.h"
#include "Preferences.h"
#include "Text.h"
#include "desk/Workbench.h"

#include "observo/core/CheckedFile.h"
#include "observo/exchange/Sample.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <cstddef>
#include <string_view>

namespace observo::app {

namespace {

census::OpenOptions optionsFor(CensusFiles::Mode mode)
{
    return {.actor = census::Actor::current("observo"),
            .lock = census::LockHolding::UntilClose,
            .readOnly = mode == CensusFiles::Mode::ReadOnly,
            .takeOverStaleLock = mode == CensusFiles::Mode::TakeOver};
}

/// Whole or not there, also when the disk is full.
Done copyWhole(const std::filesystem::path& from, const std::filesystem::path& to, const Progress& progress)
{
    QFile source(pathText(from));
    if (!source.open(QIODevice::ReadOnly)) {
        return fail(
            Error{.code = ErrorCode::InputUnreadable, .what = "the backup cannot be read", .file = from.string()});
    }
    auto target = CheckedFile::create(to, Overwrite::Refuse);
    if (!target) {
        return fail(target.error());
    }
    constexpr qint64 block = 1 << 20;
    while (!source.atEnd()) {
        const auto bytes = source.read(block);
        if (bytes.isEmpty() || progress.cancelled()) {
            return fail(Error{.code = bytes.isEmpty() ? ErrorCode::InputUnreadable : ErrorCode::Cancelled,
                              .what = bytes.isEmpty() ? "the backup cannot be read to its end" : "stopped",
                              .file = from.string()});
        }
        if (auto written = target->write(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
            !written) {
            return written;
        }
        progress.report(static_cast<double>(source.pos()) / static_cast<double>(source.size()));
    }
    return target->publish();
}

Result<std::unique_ptr<census::Session>> restored(const std::filesystem::path& backup,
                                                  const std::filesystem::path& target, const Progress& progress)
{
    if (const auto copied = copyWhole(backup, target, progress); !copied) {
        return fail(copied.error());
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
        // What is being saved in the census that was open comes first.
        const auto next = std::make_shared<OpenedCensus>(std::move(*opened));
        m_workbench.leave([this, next] { m_workbench.adopt(std::move(*next)); });
    });
}

void CensusFiles::open(const QString& file, Mode mode)
{
    const auto full = QFileInfo(file).absoluteFilePath();
    start(tr("Opening %1").arg(QFileInfo(full).fileName()), full, [path = toPath(full), mode](const Progress&) {
        return OpenedCensus::of(census::Session::open(path, optionsFor(mode)));
    });
}

void CensusFiles::create(const QString& file, const census::NewCensus& census)
{
    const auto full = QFileInfo(file).absoluteFilePath();
    start(tr("Making %1").arg(QFileInfo(full).fileName()), full, [path = toPath(full), census](const Progress&) {
        return OpenedCensus::of(census::Session::create(path, census, optionsFor(Mode::Edit)));
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
              return OpenedCensus::of(census::Session::open(file, optionsFor(Mode::Edit)));
          });
}

void CensusFiles::saveCopy(const QString& file)
{
    if (!m_workbench.isOpen() || isBusy()) {
        return;
    }
    // By the open session, which alone still holds what was open under a name that is another file's now, or nobody's.
    m_workbench.copyTo(toPath(file), this, [this, file](const Workbench::Outcome& outcome) {
        if (outcome) {
            emit copied(file);
        } else {
            emit copyRefused(outcome.error());
        }
    });
}

QString CensusFiles::restoredName(const QString& census)
{
    const QFileInfo file(census);
    const auto now = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HHmmss"));
    return QStringLiteral("%1/%2 %3 %4.gpkg").arg(file.absolutePath(), file.completeBaseName(), tr("restored"), now);
}

void CensusFiles::restore(const std::filesystem::path& backup, const QString& target)
{
    start(tr("Restoring a backup"), target, [backup, path = toPath(target)](const Progress& progress) {
        return OpenedCensus::of(restored(backup, path, progress));
    });
}

} // namespace observo::app
