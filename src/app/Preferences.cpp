// SPDX-License-Identifier: GPL-3.0-or-later
#include "Preferences.h"

#include "Speech.h"

namespace observo::app {

namespace {

constexpr int kRecentFiles = 10;

const QString kThemes[] = {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast")};

} // namespace

Preferences::Preferences()
    : m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("observo"), QStringLiteral("observo"))
{}

Preferences::Preferences(const QString& file) : m_settings(file, QSettings::IniFormat) {}

Language Preferences::language() const
{
    const auto chosen = m_settings.value(QStringLiteral("language")).toString();
    if (chosen.isEmpty()) {
        return languageOfDesktop();
    }
    return chosen == QStringLiteral("en") ? Language::English : Language::Italian;
}

void Preferences::setLanguage(Language language)
{
    m_settings.setValue(QStringLiteral("language"),
                        language == Language::English ? QStringLiteral("en") : QStringLiteral("it"));
}

render::ThemeName Preferences::theme() const
{
    const auto chosen = m_settings.value(QStringLiteral("theme")).toString();
    for (const auto theme : {render::ThemeName::Light, render::ThemeName::Dark, render::ThemeName::HighContrast}) {
        if (chosen == kThemes[static_cast<int>(theme)]) {
            return theme;
        }
    }
    return render::ThemeName::Light;
}

void Preferences::setTheme(render::ThemeName theme)
{
    m_settings.setValue(QStringLiteral("theme"), kThemes[static_cast<int>(theme)]);
}

QStringList Preferences::recentFiles() const
{
    return m_settings.value(QStringLiteral("recent")).toStringList();
}

void Preferences::addRecentFile(const QString& file)
{
    auto files = recentFiles();
    files.removeAll(file);
    files.prepend(file);
    m_settings.setValue(QStringLiteral("recent"), files.mid(0, kRecentFiles));
}

int Preferences::shownSystem() const
{
    return m_settings.value(QStringLiteral("system"), 0).toInt();
}

void Preferences::setShownSystem(int epsg)
{
    m_settings.setValue(QStringLiteral("system"), epsg);
}

QVariant Preferences::state(const QString& name) const
{
    return m_settings.value(QStringLiteral("state/") + name);
}

void Preferences::setState(const QString& name, const QVariant& value)
{
    m_settings.setValue(QStringLiteral("state/") + name, value);
}

QByteArray Preferences::ofCensus(const QString& censusId, const QString& name) const
{
    return m_settings.value(QStringLiteral("census/") + censusId + QLatin1Char('/') + name).toByteArray();
}

void Preferences::setOfCensus(const QString& censusId, const QString& name, const QByteArray& value)
{
    m_settings.setValue(QStringLiteral("census/") + censusId + QLatin1Char('/') + name, value);
}

} // namespace observo::app
