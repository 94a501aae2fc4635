// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ImportDialog.h"

#include "Text.h"
#include "desk/Workbench.h"
#include "support/app/LongestGap.h"
#include "support/app/OpenWindow.h"

#include "observo/exchange/Receipt.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTimer>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>

namespace observo::test {
namespace {

namespace fs = std::filesystem;

/// Reading starts a process of its own and may take longer than what waitUntil allows.
bool waitLong(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, 60000);
}

/// A file of somebody else and the dialog over it, used as a person would.
class ImportInTheWindow : public ::testing::Test {
protected:
    ImportInTheWindow() : opened({aCamera().coded("A-1").named("Ponte").at(7.6869, 45.0703)}) {}

    fs::path write(const std::string& name, const std::string& content)
    {
        const auto file = opened.folder().path(name);
        std::ofstream(file) << content;
        return file;
    }
    app::ImportDialog& dialog(const fs::path& file)
    {
        m_dialog = std::make_unique<app::ImportDialog>(opened.workbench(), app::pathText(file), opened.map());
        m_dialog->show();
        EXPECT_TRUE(waitLong([&] { return !m_dialog->desk().isLooking(); }));
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
    std::string cell(const char* table, int row, int column)
    {
        const auto* model = part<QTableView>(table).model();
        return model->data(model->index(row, column), Qt::DisplayRole).toString().toStdString();
    }
    void choose(const char* box, const char* data)
    {
        auto& combo = part<QComboBox>(box);
        const int index = combo.findData(QLatin1String(data));
        ASSERT_GE(index, 0) << data;
        combo.setCurrentIndex(index);
        emit combo.activated(index);
        ASSERT_TRUE(waitLong([&] { return !m_dialog->desk().isLooking(); }));
    }
    bool import()
    {
        opened.click(part<QPushButton>("okButton"));
        return waitLong([&] { return !m_dialog->isVisible(); });
    }

    OpenWindow opened;
    std::unique_ptr<app::ImportDialog> m_dialog;
};

constexpr const char* kThree = "codice;tipologia;lon;lat;note2\n"
                               "A-1;Dome fissa;7,6869;45,0703;là\n"
                               "A-2;PTZ;7,6879;45,0713;\n"
                               "A-3;pizza;;;\n";

TEST_F(ImportInTheWindow, everythingIsProposedAndOneKeyImports)
{
    const auto file = write("tre.csv", kThree);
    auto& shown = dialog(file);

    EXPECT_TRUE(part<QPushButton>("okButton").isEnabled()) << text("message");
    EXPECT_EQ(cell("columns", 0, 1), "Camera code");
    EXPECT_EQ(cell("columns", 4, 1), "stays as it is");
    EXPECT_EQ(text("counts"), "3 read: 1 added, 1 left as they are, 1 rejected.");
    QTest::keyClick(&shown, Qt::Key_Return);
    ASSERT_TRUE(waitLong([&] { return !shown.isVisible(); })) << text("message");

    ASSERT_TRUE(shown.arrival());
    EXPECT_EQ(shown.arrival()->receipt.added, 1);
    EXPECT_EQ(opened.camerasOnDisk(), 2U);
    EXPECT_TRUE(fs::exists(exchange::receiptFileFor(file)));
    EXPECT_EQ(opened.workbench().undoLabel(), "Import");
    opened.workbench().undo();
    opened.settle();
    EXPECT_EQ(opened.camerasOnDisk(), 1U) << "one step";
}

TEST_F(ImportInTheWindow, theFirstRowsAreShownAsTheyAreRead)
{
    dialog(write("tre.csv", kThree));

    EXPECT_EQ(cell("rows", 0, 0), "2") << "the line of the file";
    EXPECT_NE(cell("rows", 0, 1).find("396634.3"), std::string::npos) << cell("rows", 0, 1);
    EXPECT_EQ(cell("rows", 1, 3), "PTZ (speed dome)");
    EXPECT_TRUE(QString::fromStdString(cell("rows", 2, 1)).startsWith(QStringLiteral("⚠")));
    EXPECT_EQ(cell("problems", 0, 1), "4");
}

TEST_F(ImportInTheWindow, aColumnIsGivenToAnotherField)
{
    dialog(write("tre.csv", kThree));
    part<QTableView>("columns").selectRow(4);
    choose("field", "name");

    EXPECT_EQ(cell("columns", 4, 1).substr(0, 4), "Name");
    ASSERT_TRUE(import()) << text("message");
    opened.settle();
    const auto added = opened.folder().reader()->cameraNamed("A-2");
    ASSERT_TRUE(added);
    EXPECT_EQ(added->extra, "");
}

TEST_F(ImportInTheWindow, aValueThatNobodyKnowsIsGivenAMeaning)
{
    std::string rows = "codice;tipologia;lon;lat\nB-9;PTZ;7,70;45,08\nB-8;Dome fissa;7,70;45,085\n";
    for (int i = 0; i < 3; ++i) {
        rows += "B-" + std::to_string(i) + ";Tlc mobile;7,6" + std::to_string(i) + ";45,05\n";
    }
    dialog(write("valori.csv", rows));
    ASSERT_EQ(part<QTableView>("values").model()->rowCount(), 1) << text("valuesHint");
    EXPECT_EQ(cell("values", 0, 1), "Tlc mobile");
    EXPECT_EQ(cell("values", 0, 2), "3");

    part<QTableView>("values").selectRow(0);
    choose("meaning", "ptz");

    EXPECT_EQ(part<QTableView>("values").model()->rowCount(), 1) << "what was decided stays in the list";
    ASSERT_TRUE(import()) << text("message");
    opened.settle();
    EXPECT_EQ(opened.folder().reader()->cameraNamed("B-1")->type, "ptz");
}

TEST_F(ImportInTheWindow, aFileThatNamesNoSystemAsksWithCandidates)
{
    dialog(
        write("roma40.csv", "Est;Nord;Nome\n1396559,856;4991518,230;Ponte Est\n1396759,856;4991718,230;Ponte Ovest\n"));

    EXPECT_FALSE(part<QPushButton>("okButton").isEnabled());
    EXPECT_EQ(part<QTabWidget>("tabs").currentIndex(), 2) << "the page that asks";
    auto& systems = part<QListWidget>("systems");
    ASSERT_GT(systems.count(), 2);
    EXPECT_EQ(systems.currentRow(), 0) << "nothing is guessed";
    EXPECT_TRUE(systems.item(1)->text().startsWith("EPSG:3003"));
    QTest::keyClick(&systems, Qt::Key_Down);
    ASSERT_TRUE(waitLong([&] { return part<QPushButton>("okButton").isEnabled(); })) << text("message");
    EXPECT_NE(text("placeText").find("EPSG:3003"), std::string::npos);
    EXPECT_NE(text("whereText").find("m from"), std::string::npos) << text("whereText");

    ASSERT_TRUE(import()) << text("message");
    EXPECT_EQ(m_dialog->arrival()->receipt.crs->from, "EPSG:3003");
    EXPECT_EQ(opened.camerasOnDisk(), 3U);
}

TEST_F(ImportInTheWindow, columnsOfCoordinatesCanBeNamedByHand)
{
    dialog(write("senza.csv", "Nome;primo;secondo\nPont Neuf;2.341;48.857\nPont Marie;2.357;48.852\n"));
    ASSERT_TRUE(m_dialog->desk().plan()->unplaced);
    EXPECT_FALSE(part<QPushButton>("okButton").isEnabled());
    EXPECT_NE(text("message").find("coordinates"), std::string::npos);
    part<QTableView>("columns").selectRow(1);
    choose("field", "lon");
    part<QTableView>("columns").selectRow(2);
    choose("field", "lat");
    ASSERT_TRUE(part<QPushButton>("okButton").isEnabled()) << text("message");
    EXPECT_EQ(m_dialog->desk().foreseen()->receipt.added, 2);
}

TEST_F(ImportInTheWindow, aProfileIsKeptByTheNameOfTheSender)
{
    dialog(write("tre.csv", kThree));
    m_dialog->desk().change(
        [](exchange::ImportRequest& request) { request.profile.columns["note2"] = {.field = "name"}; });
    ASSERT_TRUE(waitLong([&] { return !m_dialog->desk().isLooking(); }));
    QTimer::singleShot(100, [] {
        auto* box = QApplication::activeModalWidget();
        ASSERT_NE(box, nullptr);
        box->findChild<QLineEdit*>()->setText(QStringLiteral("Comune di Rivoli / PM"));
        QTest::keyClick(box, Qt::Key_Return);
    });
    opened.click(part<QPushButton>("saveProfileButton"));
    EXPECT_EQ(part<QComboBox>("profile").currentText(), "Comune di Rivoli / PM");

    dialog(write("altro.csv", kThree));
    choose("profile", "Comune di Rivoli / PM");

    EXPECT_EQ(cell("columns", 4, 1).substr(0, 4), "Name");
}

TEST_F(ImportInTheWindow, whatCannotBeReadIsToldAndNothingIsOffered)
{
    dialog(write("rotto.xlsx", "PK\x03\x04 this is no workbook"));

    EXPECT_FALSE(part<QPushButton>("okButton").isEnabled());
    EXPECT_FALSE(text("message").empty());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    EXPECT_FALSE(m_dialog->isVisible());
    EXPECT_FALSE(m_dialog->arrival());
}

TEST_F(ImportInTheWindow, readingAndWritingManyRowsNeverHoldsTheWindow)
{
    std::string rows = "codice;lon;lat\n";
    for (int i = 0; i < 1000; ++i) {
        rows += "C-" + std::to_string(i) + ";7." + std::to_string(10000 + i) + ";45.1\n";
    }
    const auto file = write("molte.csv", rows);
    letWork(100);
    LongestGap gap;
    dialog(file);
    const double reading = gap.take();
    ASSERT_TRUE(import()) << text("message");
    const double writing = gap.take();

    EXPECT_EQ(m_dialog->arrival()->receipt.added, 1000);
    EXPECT_LT(reading, 100.0);
    EXPECT_LT(writing, 100.0);
}

} // namespace
} // namespace observo::test
