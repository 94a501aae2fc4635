// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/app/OpenWindow.h"

#include "Appearance.h"
#include "Speech.h"
#include "Text.h"

#include "observo/core/Edits.h"
#include "observo/geo/Environment.h"
#include "observo/mapview/MapWidget.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>

namespace observo::test {

OpenWindow::OpenWindow(const std::vector<Camera>& cameras, Language language)
    : m_preferences(app::pathText(m_folder.path("observo.ini")))
{
    geo::prepareEnvironment();
    QCoreApplication::setApplicationName(QStringLiteral("Observo"));
    app::speak(language);
    app::dress(*qApp, render::ThemeName::Light);
    m_preferences.setLanguage(language);
    {
        const auto session = m_folder.create();
        for (const auto& camera : cameras) {
            static_cast<void>(addCamera(*session, camera));
        }
    }
    open();
}

OpenWindow::~OpenWindow()
{
    m_window->workbench().close();
    m_window.reset();
    app::speak(Language::English);
}

void OpenWindow::open()
{
    m_window = std::make_unique<app::MainWindow>(m_preferences);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->files().open(app::pathText(m_folder.file()));
    expects(waitUntil([this] { return workbench().isOpen() && map().isUpToDate(); }));
    m_window->activateWindow();
    map().setFocus();
    letWork(50);
}

void OpenWindow::crashAndReopen()
{
    // A crash runs no closing code of the window; what is left is what is on disk.
    m_window.release()->hide();
    open();
}

Camera OpenWindow::onDisk(CameraId id)
{
    const auto camera = m_folder.reader()->camera(id);
    expects(camera.has_value());
    return *camera;
}

std::size_t OpenWindow::camerasOnDisk()
{
    const auto facts = m_folder.reader()->facts();
    expects(facts.has_value());
    return facts->cameras;
}

void OpenWindow::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    ++m_actions;
    auto* target = QApplication::focusWidget();
    QTest::keyClick(target != nullptr ? target : m_window.get(), key, modifiers);
    letWork(20);
}

void OpenWindow::type(const QString& text)
{
    ++m_actions;
    QTest::keyClicks(QApplication::focusWidget(), text);
    letWork(20);
}

void OpenWindow::click(QWidget& widget, QPoint at, Qt::KeyboardModifiers modifiers)
{
    ++m_actions;
    QTest::mouseClick(&widget, Qt::LeftButton, modifiers, at);
    letWork(20);
}

void OpenWindow::clickMap(QPoint at, Qt::KeyboardModifiers modifiers)
{
    click(map(), at, modifiers);
}

void OpenWindow::drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    ++m_actions;
    QTest::mouseMove(&map(), from);
    QTest::mousePress(&map(), Qt::LeftButton, modifiers, from);
    constexpr int kSteps = 5;
    for (int step = 1; step <= kSteps; ++step) {
        const QPoint at = from + (to - from) * step / kSteps;
        QMouseEvent event(QEvent::MouseMove, at, map().mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(&map(), &event);
    }
    QTest::mouseRelease(&map(), Qt::LeftButton, modifiers, to);
    letWork(20);
}

void OpenWindow::choose(CameraId id)
{
    workbench().selection().choose(id);
    workbench().goTo(id);
    expects(waitUntil([this] { return map().isUpToDate(); }));
    map().setFocus();
}

bool waitUntil(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, 5000);
}

void letWork(int milliseconds)
{
    QTest::qWait(milliseconds);
}

} // namespace observo::test
