// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ReviewDialog.h"

#include "Text.h"
#include "dialogs/MergeDialog.h"
#include "support/app/OpenWindow.h"

#include "observo/core/Edits.h"
#include "observo/exchange/Merge.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>

namespace observo::test {
namespace {

using exchange::Answer;
using exchange::Doubt;

/// The window over three cameras, and what a file says of them.
class ReviewInTheWindow : public ::testing::Test {
protected:
    ReviewInTheWindow()
        : opened({aCamera().coded("A-1").named("Ponte").at(7.686, 45.07),
                  aCamera().coded("A-2").named("Piazza").at(7.688, 45.071),
                  aCamera().coded("A-3").named("Stazione").at(7.690, 45.072)})
    {}

    Camera stored(const std::string& code) { return opened.folder().reader()->cameraNamed(code).value(); }
    Doubt doubtAbout(const std::string& code)
    {
        const Camera mine = stored(code);
        Camera theirs = mine;
        theirs.name += " Nord";
        theirs.brand = "Axis";
        theirs.position.lon += 0.00005;
        Doubt doubt{.kind = Doubt::Kind::PossibleTwin, .byLikeness = true, .row = 7, .mine = mine, .theirs = theirs};
        doubt.fields = exchange::differencesOf(mine, theirs);
        doubt.proposed = exchange::gapsIn(mine, doubt.fields);
        Camera apart = theirs;
        apart.id = CameraId::make();
        apart.code = "X-" + code;
        doubt.apart = apart;
        return doubt;
    }
    app::ReviewDialog& review(std::vector<Doubt> doubts)
    {
        m_dialog = std::make_unique<app::ReviewDialog>(
            opened.workbench(),
            app::ReviewDialog::Task{.source = QStringLiteral("rete.csv"), .doubts = std::move(doubts)}, opened.map());
        m_dialog->show();
        m_dialog->activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(m_dialog.get()));
        part<QTableView>("fields").setFocus();
        return *m_dialog;
    }
    template <typename Part>
    Part& part(const char* name)
    {
        auto* found = m_dialog->findChild<Part*>(QLatin1String(name));
        expects(found != nullptr);
        return *found;
    }
    std::string text(const char* label) { return part<QLabel>(label).text().toStdString(); }
    std::string cell(int row, int column)
    {
        const auto* model = part<QTableView>("fields").model();
        return model->data(model->index(row, column), Qt::DisplayRole).toString().toStdString();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&part<QTableView>("fields"), key, modifiers);
    }

    OpenWindow opened;
    std::unique_ptr<app::ReviewDialog> m_dialog;
};

TEST_F(ReviewInTheWindow, bothSidesStandBesideEachOtherAndWhatIsTakenIsMarked)
{
    review({doubtAbout("A-1"), doubtAbout("A-2")});

    EXPECT_EQ(text("counter"), "1 of 2");
    EXPECT_EQ(text("kind"), "Is row 7 the camera A-1?");
    EXPECT_EQ(cell(0, 0), "≠");
    EXPECT_EQ(cell(1, 1), "Name");
    EXPECT_EQ(cell(1, 2), "✓ Ponte") << "a mark, not a colour";
    EXPECT_EQ(cell(1, 3), "Ponte Nord");
    EXPECT_EQ(cell(2, 3), "✓ Axis") << "what fills a gap is proposed";
    EXPECT_NE(text("whereText").find("to the east"), std::string::npos) << text("whereText");
    EXPECT_NE(text("whereText").find("3.9 m"), std::string::npos) << text("whereText");
}

TEST_F(ReviewInTheWindow, everythingIsDecidedByKeysAndUndoneInOneStep)
{
    auto& dialog = review({doubtAbout("A-1"), doubtAbout("A-2"), doubtAbout("A-3")});
    press(Qt::Key_Down);
    press(Qt::Key_Right);
    EXPECT_EQ(cell(1, 3), "✓ Ponte Nord");
    press(Qt::Key_S);
    EXPECT_EQ(dialog.current(), 1U);
    press(Qt::Key_D);
    EXPECT_EQ(dialog.current(), 2U);
    press(Qt::Key_L);
    EXPECT_EQ(dialog.review().decided(), 3U);
    EXPECT_EQ(part<QPushButton>("okButton").text(), "Apply 3 decisions");
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return !dialog.isVisible(); })) << text("message");
    opened.settle();

    EXPECT_EQ(stored("A-1").name, "Ponte Nord");
    EXPECT_EQ(stored("A-1").brand, "Axis");
    EXPECT_EQ(stored("X-A-2").name, "Piazza Nord");
    EXPECT_EQ(stored("A-3").name, "Stazione");
    opened.workbench().undo();
    opened.settle();
    EXPECT_EQ(stored("A-1").name, "Ponte");
    EXPECT_EQ(opened.camerasOnDisk(), 3U);
}

TEST_F(ReviewInTheWindow, oneAnswerServesAllOfItsKind)
{
    auto& dialog = review({doubtAbout("A-1"), doubtAbout("A-2"), doubtAbout("A-3")});
    press(Qt::Key_Right, Qt::ShiftModifier);
    press(Qt::Key_S);
    press(Qt::Key_Return, Qt::ControlModifier);

    EXPECT_EQ(dialog.review().decided(), 3U);
    EXPECT_EQ(dialog.review().answer(2).theirs, dialog.review().answer(0).theirs);
}

TEST_F(ReviewInTheWindow, theCameraIsFoundOnTheMainMap)
{
    review({doubtAbout("A-2")});

    press(Qt::Key_G);

    EXPECT_EQ(opened.workbench().selection().single(), stored("A-2").id);
}

TEST_F(ReviewInTheWindow, whatWasChangedMeanwhileIsNotOverwritten)
{
    auto& dialog = review({doubtAbout("A-1")});
    ASSERT_TRUE(opened.perform(renameCamera(stored("A-1"), "Ponte Vecchio")));
    press(Qt::Key_S);
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return !dialog.isVisible(); })) << text("message");
    opened.settle();

    EXPECT_EQ(stored("A-1").name, "Ponte Vecchio");
    EXPECT_EQ(stored("A-1").brand, "Axis");
}

TEST_F(ReviewInTheWindow, aMergeShowsWhatItWillDoAndLeavesConflictsToThePerson)
{
    const auto other = opened.folder().path("altro.gpkg");
    std::filesystem::copy_file(opened.folder().file(), other);
    ASSERT_TRUE(opened.perform(renameCamera(stored("A-1"), "mia")));
    {
        auto session = census::Session::open(other, optionsOf("bruno"));
        ASSERT_TRUE(session);
        const Camera camera = (*session)->reader().cameraNamed("A-1").value();
        ASSERT_TRUE((*session)->perform(renameCamera(camera, "loro")));
        const Camera second = (*session)->reader().cameraNamed("A-2").value();
        ASSERT_TRUE((*session)->perform(turnCamera(second, Degrees{90})));
    }
    app::MergeDialog merge(opened.workbench(), app::pathText(other));
    merge.show();
    auto* ok = merge.findChild<QPushButton*>(QStringLiteral("okButton"));
    ASSERT_TRUE(waitUntil([&] { return ok->isEnabled(); }));
    EXPECT_EQ(stored("A-2").direction, std::nullopt) << "only foreseen";
    const auto said = merge.findChild<QLabel*>(QStringLiteral("outcomeText"))->text().toStdString();
    EXPECT_NE(said.find("1 updated"), std::string::npos) << said;

    opened.click(*ok);
    ASSERT_TRUE(waitUntil([&] { return !merge.isVisible(); }));

    opened.settle();
    EXPECT_EQ(stored("A-2").direction, Degrees{90});
    EXPECT_EQ(stored("A-1").name, "mia");
    ASSERT_TRUE(merge.arrival());
    ASSERT_EQ(merge.arrival()->doubts.items.size(), 1U);
    review(merge.arrival()->doubts.items);
    EXPECT_EQ(cell(0, 4), "Ponte") << "what both started from";
    press(Qt::Key_Right);
    press(Qt::Key_S);
    press(Qt::Key_S, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return !m_dialog->isVisible(); })) << text("message");
    opened.settle();
    EXPECT_EQ(stored("A-1").name, "loro");
}

} // namespace
} // namespace observo::test
