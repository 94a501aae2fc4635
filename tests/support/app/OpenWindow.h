// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Preferences.h"
#include "support/Builders.h"
#include "support/app/ManyCameras.h"
#include "support/census/CensusFolder.h"
#include "windows/MainWindow.h"

#include <QPoint>
#include <QString>
#include <Qt>

#include <functional>
#include <memory>
#include <vector>

namespace observo::test {

/// The real window, offscreen, over a census of its own in a folder of its own. What a person does is done with mouse
/// and keys and counted: one click and one key are one action, typing a text is one.
class OpenWindow {
public:
    /// Places these cameras first, then opens the census in the window and waits until its picture is there.
    explicit OpenWindow(const std::vector<Camera>& cameras = {}, Language language = Language::English);
    /// Over a census of very many cameras, written by the stream of an import.
    explicit OpenWindow(ManyCameras cameras);
    ~OpenWindow();
    OpenWindow(const OpenWindow&) = delete;
    OpenWindow& operator=(const OpenWindow&) = delete;

    [[nodiscard]] app::MainWindow& window() { return *m_window; }
    [[nodiscard]] app::Workbench& workbench() { return m_window->workbench(); }
    [[nodiscard]] mapview::MapWidget& map() { return m_window->map(); }
    [[nodiscard]] CensusFolder& folder() { return m_folder; }
    /// The camera as the file holds it when all is saved, read by somebody else.
    [[nodiscard]] Camera onDisk(CameraId id);
    [[nodiscard]] std::size_t camerasOnDisk();

    /// Hands an edit over and waits until it is on disk or refused.
    [[nodiscard]] Result<census::Committed> perform(ChangeSet changes);
    /// Waits until all that was done is on disk or refused.
    void settle();

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Types into whatever has the keys.
    void type(const QString& text);
    void click(QWidget& widget, QPoint at = {}, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void clickMap(QPoint at, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    [[nodiscard]] int actions() const { return m_actions; }

    /// A part of the window by its name; a missing one stops the test.
    template <typename Part>
    [[nodiscard]] Part& part(const QString& name)
    {
        auto* found = m_window->findChild<Part*>(name);
        expects(found != nullptr);
        return *found;
    }
    /// Chooses a camera as a click on its row does.
    void choose(CameraId id);
    /// Closes without a word, as a crash would, and opens the census in a new window.
    void crashAndReopen();

private:
    void dress(Language language);
    void open();

    CensusFolder m_folder;
    app::Preferences m_preferences;
    std::unique_ptr<app::MainWindow> m_window;
    int m_actions = 0;
};

/// Lets the window work until the condition holds; false after five seconds.
[[nodiscard]] bool waitUntil(const std::function<bool()>& condition);
/// Lets the window work for a while.
void letWork(int milliseconds);

} // namespace observo::test
