// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Translatable.h"
#include "observo/render/Theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace observo::app {

/// What a person chose once and finds again: kept in the user's configuration, never in a census.
class Preferences {
public:
    /// The user's own file.
    Preferences();
    /// A file of the caller's choice.
    explicit Preferences(const QString& file);

    [[nodiscard]] Language language() const;
    void setLanguage(Language language);
    [[nodiscard]] render::ThemeName theme() const;
    void setTheme(render::ThemeName theme);
    /// Newest first, at most ten.
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString& file);
    /// The system coordinates are shown in; 0 while none was chosen.
    [[nodiscard]] int shownSystem() const;
    void setShownSystem(int epsg);

    /// Geometry, columns and other small states of the window, by name.
    [[nodiscard]] QVariant state(const QString& name) const;
    void setState(const QString& name, const QVariant& value);
    /// What belongs to one census (its layers, its last view), known by the census's identity.
    [[nodiscard]] QByteArray ofCensus(const QString& censusId, const QString& name) const;
    void setOfCensus(const QString& censusId, const QString& name, const QByteArray& value);

private:
    mutable QSettings m_settings;
};

} // namespace observo::app
