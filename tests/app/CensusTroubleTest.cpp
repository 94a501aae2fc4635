// SPDX-License-Identifier: GPL-3.0-or-later
#include "Text.h"
#include "dialogs/RestoreDialog.h"
#include "support/app/OpenWindow.h"
#include "windows/CensusCommands.h"
#include "windows/MessageBar.h"

#include "observo/core/Edits.h"

#include <QApplication>
#include <QListWidget>
#include <QPushButton>
#include <QTimer>
#include <gtest/gtest.h>

#include <fstream>

namespace observo::test {
namespace {

namespace fs = std::filesystem;

/// A census with a camera and a backup of the state before it was renamed.
class CensusInTrouble : public ::testing::Test {
protected:
    CensusInTrouble() : opened({aCamera().named("Ponte Nord")})
    {
        id = opened.folder().reader()->ids({})->front();
        expects(opened.perform(renameCamera(opened.onDisk(id), "Ponte Sud")).has_value());
        expects(!census::Session::backupsOf(opened.workbench().file()).empty());
        opened.workbench().close();
    }

    app::MessageBar& bar()
    {
        auto* found = opened.window().findChild<app::MessageBar*>();
        expects(found != nullptr);
        return *found;
    }
    QPushButton* way(const QString& verb)
    {
        for (auto* button : bar().findChildren<QPushButton*>()) {
            if (button->text() == verb && button->isVisible()) {
                return button;
            }
        }
        return nullptr;
    }
    void openIt() { opened.window().files().open(app::pathText(opened.folder().file())); }
    static void restoreNewest()
    {
        QTimer::singleShot(100, [] {
            auto* dialog = qobject_cast<app::RestoreDialog*>(QApplication::activeModalWidget());
            ASSERT_NE(dialog, nullptr);
            EXPECT_GT(dialog->findChild<QListWidget*>("list")->count(), 0);
            dialog->findChild<QPushButton*>("okButton")->click();
        });
    }

    OpenWindow opened;
    CameraId id;
};

TEST_F(CensusInTrouble, aFileThatCannotBeOpenedAtAllOffersItsBackups)
{
    std::ofstream(opened.folder().file(), std::ios::trunc) << "no census any more";

    openIt();

    ASSERT_TRUE(waitUntil([&] { return bar().isVisible(); }));
    EXPECT_EQ(bar().text(), "The census census.gpkg is damaged.");
    auto* restore = way("Restore a backup…");
    ASSERT_NE(restore, nullptr);
    restoreNewest();
    opened.click(*restore);
    ASSERT_TRUE(waitUntil([&] { return opened.workbench().isOpen(); }));
    EXPECT_NE(opened.workbench().file(), opened.folder().file()) << "nothing is overwritten";
    EXPECT_EQ(opened.workbench().camera(id)->name, "Ponte Nord");
    EXPECT_TRUE(opened.workbench().isWritable());
    EXPECT_FALSE(bar().isVisible());
}

TEST_F(CensusInTrouble, aFileThatIsGoneOffersItsBackups)
{
    fs::remove(opened.folder().file());

    openIt();

    ASSERT_TRUE(waitUntil([&] { return bar().isVisible(); }));
    EXPECT_EQ(bar().text(), "The census census.gpkg is not there any more.");
    EXPECT_NE(way("Restore a backup…"), nullptr);
}

TEST_F(CensusInTrouble, aBackupThatCannotBeCopiedWholeLeavesNothing)
{
    const auto target = opened.folder().path("none") / "restored.gpkg";
    const auto backups = census::Session::backupsOf(opened.folder().file());
    ASSERT_FALSE(backups.empty());

    opened.window().files().restore(backups.front(), app::pathText(target));

    ASSERT_TRUE(waitUntil([&] { return bar().isVisible(); }));
    EXPECT_FALSE(opened.workbench().isOpen());
    EXPECT_FALSE(fs::exists(target));
}

TEST_F(CensusInTrouble, whatWasSaidOfOneFileDoesNotStayOverTheNext)
{
    opened.window().files().open(app::pathText(opened.folder().path("never.gpkg")));
    ASSERT_TRUE(waitUntil([&] { return bar().isVisible(); }));
    EXPECT_EQ(way("Restore a backup…"), nullptr) << "there are none of it";

    openIt();

    ASSERT_TRUE(waitUntil([&] { return opened.workbench().isOpen(); }));
    EXPECT_FALSE(bar().isVisible());
}

} // namespace
} // namespace observo::test
