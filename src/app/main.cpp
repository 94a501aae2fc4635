// SPDX-License-Identifier: GPL-3.0-or-later
// The window: observo [CENSUS.gpkg]

#include "Appearance.h"
#include "DataPlaces.h"
#include "Preferences.h"
#include "Speech.h"
#include "windows/MainWindow.h"

#include "observo/geo/Environment.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>

#include <csignal>

namespace {

/// The file named on the command line, else the last one used, else the sample.
void openFirst(observo::app::MainWindow& window, const observo::app::Preferences& preferences, const QString& named)
{
    const auto recent = preferences.recentFiles();
    if (!named.isEmpty()) {
        window.files().open(named);
    } else if (!recent.isEmpty() && QFileInfo::exists(recent.first())) {
        window.files().open(recent.first());
    } else if (recent.isEmpty() && observo::app::sampleFolder()) {
        window.files().openSample();
    }
}

} // namespace

int main(int argc, char* argv[])
{
    // Plugins of Qt come from where Qt was installed, whatever the environment says.
    qunsetenv("QT_PLUGIN_PATH");
    std::signal(SIGXFSZ, SIG_IGN); // a limit on the size of files is told like a full disk, it does not kill
    const QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("observo"));
    QCoreApplication::setApplicationName(QStringLiteral("Observo"));
    QCoreApplication::setApplicationVersion(QStringLiteral(OBSERVO_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("observo"));
    observo::geo::prepareEnvironment();

    observo::app::Preferences preferences;
    auto named = QCoreApplication::arguments().value(1);
    int code = observo::app::MainWindow::kMakeAnew;
    while (code == observo::app::MainWindow::kMakeAnew) {
        observo::app::speak(preferences.language());
        observo::app::dress(*qApp, preferences.theme());
        observo::app::MainWindow window(preferences);
        window.setWindowIcon(QIcon(QStringLiteral(":/icons/observo.svg")));
        window.show();
        openFirst(window, preferences, named);
        code = QApplication::exec();
        // A window made anew goes on with the census that was open.
        named.clear();
    }
    return code;
}
