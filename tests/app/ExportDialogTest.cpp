// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ExportDialog.h"

#include "Text.h"
#include "docks/TableDock.h"
#include "models/CameraTableModel.h"
#include "support/app/OpenWindow.h"

#include "observo/core/Edits.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace observo::test {
namespace {

namespace fs = std::filesystem;

std::string contentOf(const fs::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

/// The dialog over three cameras, filled in as a person would.
class ExportFromTheWindow : public ::testing::Test {
protected:
    ExportFromTheWindow()
        : opened({aCamera().named("Ponte Nord").at(7.6860, 45.0700), aCamera().named("Ponte Sud").at(7.6880, 45.0710),
                  aCamera().named("Stazione").at(7.6900, 45.0720)})
    {}

    void filterTable(const QString& text, int rows)
    {
        opened.key(Qt::Key_F, Qt::ControlModifier);
        opened.type(text);
        opened.key(Qt::Key_Return);
        ASSERT_TRUE(waitUntil([&] { return opened.window().table().model().rowCount() == rows; }));
        ASSERT_TRUE(waitUntil([&] { return opened.workbench().shown() != nullptr; }));
    }

    app::ExportDialog& dialog()
    {
        if (!m_dialog) {
            m_dialog = std::make_unique<app::ExportDialog>(opened.workbench(), opened.window().table().expression(),
                                                           opened.window().table().listTitle());
            m_dialog->show();
        }
        return *m_dialog;
    }
    template <typename Part>
    Part& part(const char* name)
    {
        auto* found = dialog().findChild<Part*>(QLatin1String(name));
        expects(found != nullptr);
        return *found;
    }

    fs::path fillIn(const char* ending)
    {
        auto& format = part<QComboBox>("format");
        format.setCurrentIndex(format.findData(QLatin1String(ending)));
        const auto file = opened.folder().path(std::string("out") + ending);
        part<QLineEdit>("file").setText(app::pathText(file));
        part<QLineEdit>("reason").setText(QStringLiteral("patto per la sicurezza"));
        part<QLineEdit>("recipient").setText(QStringLiteral("Prefettura"));
        return file;
    }
    bool write()
    {
        opened.click(part<QPushButton>("okButton"));
        return waitUntil([&] { return !dialog().isVisible(); });
    }
    std::string message() { return part<QLabel>("message").text().toStdString(); }

    OpenWindow opened;
    std::unique_ptr<app::ExportDialog> m_dialog;
};

TEST_F(ExportFromTheWindow, everyFormatIsWrittenAndReadBack)
{
    for (const auto& format : exchange::exportFormats()) {
        m_dialog.reset();
        const auto file = fillIn(std::string(format.ending).c_str());
        ASSERT_TRUE(write()) << format.name << ": " << message();
        EXPECT_TRUE(dialog().result().startsWith("3 cameras exported to out")) << dialog().result().toStdString();
        EXPECT_TRUE(fs::exists(file)) << format.name;
    }
}

TEST_F(ExportFromTheWindow, theWordsOverTheTableFilterTheFileToo)
{
    filterTable("ponte", 2);

    EXPECT_EQ(part<QComboBox>("which").currentText(), "2 cameras listed in the table: ponte");
    const auto file = fillIn(".geojson");
    ASSERT_TRUE(write()) << message();

    EXPECT_TRUE(dialog().result().startsWith("2 cameras exported")) << dialog().result().toStdString();
    const auto text = contentOf(file);
    EXPECT_NE(text.find("Ponte Nord"), std::string::npos);
    EXPECT_NE(text.find("Ponte Sud"), std::string::npos);
    EXPECT_EQ(text.find("Stazione"), std::string::npos);
}

TEST_F(ExportFromTheWindow, anExpressionIsLoggedAsItIs)
{
    filterTable("name like \"Stazione*\"", 1);

    const auto file = fillIn(".csv");
    ASSERT_TRUE(write()) << message();

    EXPECT_EQ(contentOf(file).find("Ponte"), std::string::npos);
    EXPECT_TRUE(dialog().result().startsWith("1 camera exported")) << dialog().result().toStdString();
}

TEST_F(ExportFromTheWindow, theChosenCamerasCanLeaveAlone)
{
    const auto found = opened.workbench().inventory().search("Stazione", 1);
    opened.workbench().selection().choose(found.front());

    part<QComboBox>("which").setCurrentIndex(part<QComboBox>("which").findText("1 chosen camera"));
    const auto file = fillIn(".geojson");
    ASSERT_TRUE(write()) << message();

    EXPECT_EQ(contentOf(file).find("Ponte"), std::string::npos);
}

TEST_F(ExportFromTheWindow, reasonAndRecipientAreAskedWhereTheEditionIsNotPublic)
{
    const auto file = fillIn(".geojson");
    part<QLineEdit>("recipient").clear();

    opened.click(part<QPushButton>("okButton"));

    EXPECT_TRUE(dialog().isVisible());
    EXPECT_NE(message().find("recipient"), std::string::npos) << message();
    EXPECT_FALSE(fs::exists(file));
}

TEST_F(ExportFromTheWindow, anExistingFileIsReplacedOnlyWhenThePersonSaysSo)
{
    const auto file = fillIn(".geojson");
    std::ofstream(file) << "of somebody";
    const auto answer = [](QMessageBox::ButtonRole role) {
        QTimer::singleShot(100, [role] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            ASSERT_NE(box, nullptr);
            for (auto* button : box->buttons()) {
                if (box->buttonRole(button) == role) {
                    button->click();
                    return;
                }
            }
        });
    };

    answer(QMessageBox::RejectRole);
    opened.click(part<QPushButton>("okButton"));
    EXPECT_TRUE(dialog().isVisible());
    EXPECT_EQ(contentOf(file), "of somebody");

    answer(QMessageBox::AcceptRole);
    ASSERT_TRUE(write()) << message();
    EXPECT_NE(contentOf(file).find("Stazione"), std::string::npos);
}

TEST_F(ExportFromTheWindow, anExportThatCannotBeLoggedIsNotMade)
{
    const auto file = fillIn(".geojson");
    // The person's own log lies in the state folder; a file in its place lets nothing be written there.
    const std::string before = std::getenv("XDG_STATE_HOME");
    const auto state = opened.folder().path("no-state");
    std::ofstream(state) << "in the way";
    ::setenv("XDG_STATE_HOME", state.c_str(), 1);

    opened.click(part<QPushButton>("okButton"));
    ASSERT_TRUE(waitUntil([&] { return part<QPushButton>("okButton").isEnabled(); }));

    ::setenv("XDG_STATE_HOME", before.c_str(), 1);
    EXPECT_TRUE(dialog().isVisible());
    EXPECT_FALSE(message().empty());
    EXPECT_FALSE(fs::exists(file));
}

TEST_F(ExportFromTheWindow, whatWasAskedForAndWhatBecameOfItAreInTheLog)
{
    fillIn(".geojson");
    ASSERT_TRUE(write()) << message();
    // The first edit takes the person's own log along.
    const auto id = CameraId::make();
    opened.workbench().place(placeCamera(id, {7.686, 45.07}), id);
    opened.settle();

    std::vector<std::string> actions;
    for (const auto& entry : logOf(*opened.folder().reader())) {
        if (entry.action.starts_with("export")) {
            actions.push_back(entry.action);
        }
    }
    EXPECT_EQ(actions, (std::vector<std::string>{"export", "export_done"}));
}

TEST_F(ExportFromTheWindow, aFolderThatIsNotThereIsToldAndTheDialogStays)
{
    fillIn(".geojson");
    part<QLineEdit>("file").setText(app::pathText(opened.folder().path("none") / "out.geojson"));

    opened.click(part<QPushButton>("okButton"));

    ASSERT_TRUE(waitUntil([&] { return part<QPushButton>("okButton").isEnabled(); }));
    EXPECT_TRUE(dialog().isVisible());
    EXPECT_FALSE(message().empty());
}

} // namespace
} // namespace observo::test
