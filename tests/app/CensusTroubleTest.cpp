// SPDX-License-Identifier: GPL-3.0-or-later
#include "Text.h"
#include "dialogs/RestoreDialog.h"
#include "support/app/OpenWindow.h"
#include "windows/CensusCommands.h"
#include "windows/MessageBar.h"

#include "observo/core/Edits.h"

#include <QApplication>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
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

TEST_F(CensusInTrouble, aCopyOfAFileThatIsGoneHoldsEverythingAndCanBeOpened)
{
    openIt();
    ASSERT_TRUE(waitUntil([&] { return opened.workbench().isOpen(); }));
    fs::remove(opened.folder().file());
    const auto copy = opened.folder().path("copy.gpkg");

    opened.window().files().saveCopy(app::pathText(copy));

    ASSERT_TRUE(waitUntil([&] { return way("Open the copy") != nullptr; }));
    EXPECT_EQ(bar().text(), "Copy saved: copy.gpkg");
    opened.click(*way("Open the copy"));
    ASSERT_TRUE(waitUntil([&] { return opened.workbench().isOpen() && opened.workbench().isWritable(); }));
    EXPECT_EQ(opened.workbench().camera(id)->name, "Ponte Sud");
}

TEST_F(CensusInTrouble, aCopyOfAReplacedFileIsOfWhatWasOpen)
{
    openIt();
    ASSERT_TRUE(waitUntil([&] { return opened.workbench().isOpen(); }));
    fs::rename(census::Session::backupsOf(opened.folder().file()).front(), opened.folder().file());
    const auto copy = opened.folder().path("copy.gpkg");

    opened.window().files().saveCopy(app::pathText(copy));

    ASSERT_TRUE(waitUntil([&] { return fs::exists(copy); }));
    const auto reader = census::Reader::open(copy);
    ASSERT_TRUE(reader);
    EXPECT_EQ((*reader)->camera(id)->name, "Ponte Sud");
}

TEST_F(CensusInTrouble, aCopyNeverReplacesAFileAndAsksForAnotherName)
{
    openIt();
    ASSERT_TRUE(waitUntil([&] { return opened.workbench().isOpen(); }));
    const auto there = opened.folder().path("there.gpkg");
    std::ofstream(there) << "of somebody";

    opened.window().files().saveCopy(app::pathText(there));

    ASSERT_TRUE(waitUntil([&] { return bar().isVisible(); }));
    EXPECT_EQ(bar().text(), "there.gpkg exists already.");
    EXPECT_NE(way("Save a copy…"), nullptr);
    EXPECT_EQ(fs::file_size(there), 11U);
}

TEST_F(CensusInTrouble, recentFilesAreToldApartByTheirFolders)
{
    auto* menu = opened.part<QToolButton>("censusButton").menu();
    ASSERT_NE(menu, nullptr);

    emit menu->aboutToShow();

    QMenu* recent = nullptr;
    for (auto* action : menu->actions()) {
        recent = action->menu() != nullptr ? action->menu() : recent;
    }
    ASSERT_NE(recent, nullptr);
    ASSERT_EQ(recent->actions().size(), 1);
    const auto parts = recent->actions().front()->text().split(QLatin1Char('\t'));
    ASSERT_EQ(parts.size(), 2);
    EXPECT_EQ(parts.front(), "census.gpkg");
    EXPECT_TRUE(parts.back().startsWith(QLatin1Char('/'))) << parts.back().toStdString();
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
