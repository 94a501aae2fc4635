// SPDX-License-Identifier: GPL-3.0-or-later
#include "DataPlaces.h"
#include "docks/CameraDock.h"
#include "docks/RecordPage.h"
#include "support/app/OpenWindow.h"

#include "observo/core/Edits.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>
#include <gtest/gtest.h>

namespace observo::test {
namespace {

class FormInTheWindow : public ::testing::Test {
protected:
    FormInTheWindow() : opened({aCamera().named("Ponte Nord").facing(90).seeing(60, 40).mountedAt(4)})
    {
        id = opened.folder().reader()->ids({})->front();
        opened.choose(id);
    }

    [[nodiscard]] app::RecordPage& page() { return opened.window().inspector().cameraPage(); }
    [[nodiscard]] app::FieldRow& row(std::string_view field) { return *page().form().row(field); }
    void put(std::string_view field, const QString& text)
    {
        auto* line = qobject_cast<QLineEdit*>(row(field).editor().entry());
        ASSERT_NE(line, nullptr);
        line->setFocus();
        line->selectAll();
        opened.type(text);
    }

    OpenWindow opened;
    CameraId id;
};

TEST_F(FormInTheWindow, aValueOutOfRangeIsToldBesideItsFieldWhileTyping)
{
    put("mount_height_m", "80");

    EXPECT_EQ(row("mount_height_m").messageText(), "Must be between 0.3 and 60 m.");
    EXPECT_EQ(row("name").messageCount(), 0);
    opened.key(Qt::Key_Return);
    EXPECT_DOUBLE_EQ(opened.onDisk(id).mountHeight->value, 4.0) << "nothing of it is saved";
    EXPECT_TRUE(page().isDirty()) << "and nothing that was typed is lost";
}

TEST_F(FormInTheWindow, enterAppliesEverythingTypedAsOneEdit)
{
    const auto version = opened.onDisk(id).book.rowVersion;
    put("name", "Ponte Sud");
    put("mount_height_m", "4,5");

    opened.key(Qt::Key_Return);

    const auto stored = opened.onDisk(id);
    EXPECT_EQ(stored.name, "Ponte Sud");
    EXPECT_DOUBLE_EQ(stored.mountHeight->value, 4.5) << "the decimal comma is read";
    EXPECT_EQ(stored.book.rowVersion, version + 1);
    EXPECT_FALSE(page().isDirty());
}

TEST_F(FormInTheWindow, escTakesBackOneFieldWithoutAsking)
{
    put("name", "Ponte Sud");

    opened.key(Qt::Key_Escape);

    EXPECT_FALSE(page().isDirty());
    EXPECT_EQ(row("name").editor().text(), "Ponte Nord");
    EXPECT_EQ(opened.onDisk(id).name, "Ponte Nord");
}

TEST_F(FormInTheWindow, choosingAnotherCameraAppliesWhatWasTyped)
{
    put("name", "Ponte Sud");

    opened.workbench().selection().clear();

    EXPECT_EQ(opened.onDisk(id).name, "Ponte Sud");
}

TEST_F(FormInTheWindow, theWheelNeverChangesAValue)
{
    auto* box = qobject_cast<QComboBox*>(row("camera_type").editor().entry());
    ASSERT_NE(box, nullptr);
    const auto before = box->currentIndex();

    QWheelEvent wheel(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(box, &wheel);

    EXPECT_EQ(box->currentIndex(), before);
    EXPECT_FALSE(page().isDirty());
}

TEST_F(FormInTheWindow, aShortCodeListIsButtonsAndOneClickChoosesOne)
{
    QToolButton* faulty = nullptr;
    for (auto* button : row("status").editor().findChildren<QToolButton*>()) {
        if (button->text() == "Faulty") {
            faulty = button;
        }
    }
    ASSERT_NE(faulty, nullptr);

    opened.click(*faulty);
    opened.key(Qt::Key_Return);

    EXPECT_EQ(opened.onDisk(id).status, "faulty");
}

TEST_F(FormInTheWindow, aCodeThatTheListDoesNotKnowIsKeptAndFlagged)
{
    auto camera = opened.onDisk(id);
    auto foreign = camera;
    foreign.mountType = "banana";
    ASSERT_TRUE(opened.perform(editRecord(camera, foreign)));

    EXPECT_EQ(row("mount_type").editor().text(), "banana");
    EXPECT_EQ(row("mount_type").messageCount(), 1);
    put("name", "Ponte Sud");
    opened.key(Qt::Key_Return);
    EXPECT_EQ(opened.onDisk(id).mountType, "banana");
    EXPECT_EQ(opened.onDisk(id).name, "Ponte Sud");
}

TEST_F(FormInTheWindow, thePositionIsReadInAnySystem)
{
    put("position", "EPSG:3003 1396659.856 4991618.230");

    opened.key(Qt::Key_Return);

    const auto stored = opened.onDisk(id).position;
    EXPECT_NEAR(stored.lat, 45.0703, 1e-6);
    EXPECT_NEAR(stored.lon, 7.6869, 1e-6);
}

TEST_F(FormInTheWindow, requiredAndFilledFieldsComeFirstAndTheRestOneClickAway)
{
    EXPECT_TRUE(row("status").isVisibleTo(&page()));
    EXPECT_TRUE(row("mount_height_m").isVisibleTo(&page()));
    EXPECT_FALSE(row("firmware").isVisibleTo(&page()));
}

TEST_F(FormInTheWindow, theFilterFindsAFieldByAnyWord)
{
    auto* filter = page().findChild<QLineEdit*>("filter");
    ASSERT_NE(filter, nullptr);

    filter->setText("firm");

    EXPECT_TRUE(row("firmware").isVisibleTo(&page()));
    EXPECT_FALSE(row("status").isVisibleTo(&page()));
}

TEST_F(FormInTheWindow, ctrlEnterAppliesAndStartsTheNextCamera)
{
    put("name", "Ponte Sud");

    opened.key(Qt::Key_Return, Qt::ControlModifier);

    EXPECT_EQ(opened.onDisk(id).name, "Ponte Sud");
    EXPECT_TRUE(opened.part<QLineEdit>("coordinates").isVisible());
}

TEST_F(FormInTheWindow, anUnfinishedFormSurvivesACrashAndIsOfferedOnce)
{
    put("name", "Piazza d'Armi");
    letWork(1300);

    opened.crashAndReopen();

    auto* goOn = [this]() -> QPushButton* {
        for (auto* button : opened.window().findChildren<QPushButton*>()) {
            if (button->text() == "Go on with it" && button->isVisible()) {
                return button;
            }
        }
        return nullptr;
    }();
    ASSERT_NE(goOn, nullptr);
    EXPECT_EQ(opened.onDisk(id).name, "Ponte Nord");
    opened.click(*goOn);
    EXPECT_EQ(row("name").editor().text(), "Piazza d'Armi");
    row("name").editor().entry()->setFocus();
    opened.key(Qt::Key_Return);
    EXPECT_EQ(opened.onDisk(id).name, "Piazza d'Armi");
    EXPECT_TRUE(waitUntil([] { return std::filesystem::is_empty(app::privateFolder("drafts")); }))
        << "applied: nothing left to offer";
}

} // namespace
} // namespace observo::test
