// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/SettingsMenu.h"

#include "PlainText.h"
#include "Preferences.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <utility>

namespace observo::app {

namespace {

/// lupdate reads the context from this class's name.
class SettingsMenu {
    Q_DECLARE_TR_FUNCTIONS(SettingsMenu)

public:
    static void addLanguages(QMenu& menu, Preferences& preferences, const std::function<void()>& makeAnew)
    {
        auto* group = new QActionGroup(&menu);
        const std::pair<QString, Language> languages[] = {{QStringLiteral("Italiano"), Language::Italian},
                                                          {QStringLiteral("English"), Language::English}};
        for (const auto& [name, language] : languages) {
            auto* action = group->addAction(menu.addAction(name));
            action->setCheckable(true);
            action->setChecked(preferences.language() == language);
            QObject::connect(action, &QAction::triggered, &menu, [&preferences, language = language, makeAnew] {
                preferences.setLanguage(language);
                makeAnew();
            });
        }
    }

    static void addThemes(QMenu& menu, Preferences& preferences, const std::function<void()>& makeAnew)
    {
        auto* group = new QActionGroup(&menu);
        const std::pair<QString, render::ThemeName> themes[] = {{tr("Light"), render::ThemeName::Light},
                                                                {tr("Dark"), render::ThemeName::Dark},
                                                                {tr("High contrast"), render::ThemeName::HighContrast}};
        for (const auto& [name, theme] : themes) {
            auto* action = group->addAction(menu.addAction(plainCaption(name)));
            action->setCheckable(true);
            action->setChecked(preferences.theme() == theme);
            QObject::connect(action, &QAction::triggered, &menu, [&preferences, theme = theme, makeAnew] {
                preferences.setTheme(theme);
                makeAnew();
            });
        }
    }

    static QMenu* make(QWidget& window, Preferences& preferences, const std::function<void()>& makeAnew)
    {
        auto* menu = new QMenu(&window);
        addLanguages(*menu->addMenu(tr("Language")), preferences, makeAnew);
        addThemes(*menu->addMenu(tr("Look")), preferences, makeAnew);
        menu->addSeparator();
        QObject::connect(menu->addAction(tr("About Observo")), &QAction::triggered, &window, [&window] {
            tell(&window, tr("Observo %1").arg(QStringLiteral(OBSERVO_VERSION)),
                 tr("The census of municipal cameras. Free software under the GNU General Public License, version 3 "
                    "or later, without any warranty."));
        });
        return menu;
    }
};

} // namespace

QMenu* makeSettingsMenu(QWidget& window, Preferences& preferences, std::function<void()> makeAnew)
{
    return SettingsMenu::make(window, preferences, makeAnew);
}

} // namespace observo::app
