// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the tests of a room inside a QGuiApplication.

#include <QGuiApplication>
#include <gmock/gmock.h>

int main(int argc, char* argv[])
{
    // Offscreen also when the program is started by hand, so that a test never depends on somebody's desktop.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    const QGuiApplication application(argc, argv);
    ::testing::InitGoogleMock(&argc, argv);
    return RUN_ALL_TESTS();
}
