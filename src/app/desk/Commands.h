// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>
#include <QString>

#include <map>
#include <span>
#include <string_view>
#include <vector>

namespace observo::app {

/// What the window can be told to do. Menus, keys, buttons, the search box and the list of keys are read from these.
enum class Command {
    NewCensus,
    OpenCensus,
    OpenSample,
    SaveCopy,
    RestoreBackup,
    Import,
    Merge,
    Export,
    CloseCensus,
    Quit,
    Undo,
    Redo,
    Search,
    FilterTable,
    Select,
    NewCamera,
    AnotherHere,
    Measure,
    EditForm,
    CopyCamera,
    ChangeStatus,
    VerifyToday,
    Retire,
    Remove,
    GoToCamera,
    Table,
    Inspector,
    Layers,
    ZoomIn,
    ZoomOut,
    Fit,
    CopyPicture,
    Keys,
};

/// One row of the list.
struct CommandInfo {
    Command command;
    const char* text; ///< English, in context "Commands"
    const char* keys; ///< portable text; several are divided by a blank
    const char* icon;
    bool isLetter;   ///< works while map or table have the focus, so that it can be typed elsewhere
    bool isOfTheMap; ///< the map itself answers the key
    bool isCheckable;
};

[[nodiscard]] std::span<const CommandInfo> commands();

/// The actions of a window, one for each command.
class Commands : public QObject {
    Q_OBJECT

public:
    explicit Commands(QObject* parent = nullptr);

    [[nodiscard]] QAction& operator[](Command command) { return *m_actions.at(command); }
    /// Lets the window keys work in `window` and the letters in `widget` and what is inside it.
    void attachWindowKeys(QWidget& window);
    void attachLetters(QWidget& widget);
    [[nodiscard]] static QString textOf(const CommandInfo& info);
    [[nodiscard]] static QString keysOf(const CommandInfo& info);

private:
    std::map<Command, QAction*> m_actions;
};

} // namespace observo::app
