// SPDX-License-Identifier: GPL-3.0-or-later
#include "DataPlaces.h"

#include "Text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace observo::app {

std::optional<std::filesystem::path> dataFolder()
{
    const QDir program(QCoreApplication::applicationDirPath());
    const auto places = QStringLiteral(OBSERVO_DATA_PLACES).split(QLatin1Char(':'));
    for (const auto& place : places) {
        const QFileInfo folder(program.filePath(place));
        if (folder.isDir()) {
            return toPath(folder.canonicalFilePath());
        }
    }
    return std::nullopt;
}

std::optional<std::filesystem::path> sampleFolder()
{
    if (auto folder = dataFolder()) {
        *folder /= "sample";
        if (std::filesystem::is_directory(*folder)) {
            return folder;
        }
    }
    return std::nullopt;
}

std::filesystem::path sampleCensus()
{
    return privateFolder("sample") / "observo-sample.gpkg";
}

QString documentsFolder()
{
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

std::filesystem::path privateFolder(const char* name)
{
    const QDir base(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
    const auto folder = base.filePath(QLatin1String(name));
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return toPath(folder);
}

} // namespace observo::app
