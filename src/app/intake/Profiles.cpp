// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Profiles.h"

#include "Text.h"

#include <QUrl>

#include <system_error>

namespace observo::app {

namespace {

constexpr const char* kEnding = ".json";

} // namespace

QStringList Profiles::names() const
{
    QStringList names;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder, ignored)) {
        if (entry.path().extension() == kEnding) {
            names.append(QUrl::fromPercentEncoding(QByteArray::fromStdString(entry.path().stem().string())));
        }
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}

std::filesystem::path Profiles::fileOf(const QString& name) const
{
    // A name may hold what a file's name cannot.
    return m_folder / (QUrl::toPercentEncoding(name.trimmed(), " àèéìòùÀÈÉÌÒÙ").toStdString() + kEnding);
}

Result<exchange::MappingProfile> Profiles::read(const QString& name) const
{
    return exchange::readProfile(fileOf(name));
}

Done Profiles::write(const QString& name, const exchange::MappingProfile& profile) const
{
    return exchange::writeProfile(profile, fileOf(name), Overwrite::Replace);
}

} // namespace observo::app
