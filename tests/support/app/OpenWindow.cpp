// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/app/OpenWindow.h"

#include "Appearance.h"
#include "DataPlaces.h"
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
    dress(language);
    {
        const auto session = m_folder.create();
        for (const auto& camera : cameras) {
            static_cast<void>(addCamera(*session, camera));
        }
    }
    open();
}

OpenWindow::OpenWindow(ManyCameras cameras) : m_preferences(app::pathText(m_folder.path("observo.ini")))
{
    dress(Language::English);
    const auto written = m_folder.create()->perform(cameras, Progress());
    expects(written.has_value());
    open();
}

void OpenWindow::dress(Language language)
{
    geo::prepareEnvironment();
    QCoreApplication::setApplicationName(QStringLiteral("Observo"));
    app::speak(language);
    app::dress(*qApp, render::ThemeName::Light);
    m_preferences.setLanguage(language);
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
    constexpr int kForALargeOne = 60000;
    expects(QTest::qWaitFor([this] { return workbench().isOpen() && map().isUpToDate(); }, kForALargeOne));
    m_window->activateWindow();
    map().setFocus();
    letWork(50);
}

void OpenWindow::crashAndReopen()
{
    // What a crash leaves is what is on disk now, whatever the window still does when it is taken down.
    const auto drafts = app::privateFolder("drafts");
    const auto aside = m_folder.path("aside");
    std::filesystem::copy(drafts, aside, std::filesystem::copy_options::recursive);
    std::filesystem::copy(m_folder.file(), aside);
    m_window->workbench().close();
    m_window.reset();
    std::filesystem::copy(aside / m_folder.file().filename(), m_folder.file(),
                          std::filesystem::copy_options::overwrite_existing);
    std::filesystem::remove(aside / m_folder.file().filename());
    std::filesystem::copy(aside, drafts,
                          std::filesystem::copy_options::overwrite_existing | std::filesystem::copy_options::recursive);
    open();
}

Camera OpenWindow::onDisk(CameraId id)
{
    expects(waitUntil([this] { return !workbench().isSaving(); }));
    const auto camera = m_folder.reader()->camera(id);
    expects(camera.has_value());
    return *camera;
}

std::size_t OpenWindow::camerasOnDisk()
{
    expects(waitUntil([this] { return !workbench().isSaving(); }));
    const auto facts = m_folder.reader()->facts();
    expects(facts.has_value());
    return facts->cameras;
}

Result<census::Committed> OpenWindow::perform(ChangeSet changes)
{
    std::optional<Result<census::Committed>> outcome;
    workbench().perform(std::move(changes), m_window.get(), [&](const auto& told) { outcome = told; });
    expects(waitUntil([&] { return outcome.has_value(); }));
    return std::move(*outcome);
}

void OpenWindow::settle()
{
    letWork(20);
    expects(waitUntil([this] { return !workbench().isSaving(); }));
}

void OpenWindow::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    ++m_actions;
    auto* target = QApplication::focusWidget();
    QTest::keyClick(target != nullptr ? target : m_window.get(), key, modifiers);
    settle();
}

void OpenWindow::type(const QString& text)
{
    ++m_actions;
    for (const QChar character : text) {
        // The first character may move the focus to where the rest belongs.
        QTest::keyClicks(QApplication::focusWidget(), QString(character));
    }
    settle();
}

void OpenWindow::click(QWidget& widget, QPoint at, Qt::KeyboardModifiers modifiers)
{
    ++m_actions;
    QTest::mouseClick(&widget, Qt::LeftButton, modifiers, at);
    settle();
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
    settle();
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
