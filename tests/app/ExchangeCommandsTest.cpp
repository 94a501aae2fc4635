// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/ExchangeCommands.h"

#include "Text.h"
#include "desk/Commands.h"
#include "dialogs/ImportDialog.h"
#include "dialogs/MergeDialog.h"
#include "dialogs/ReceiptDialog.h"
#include "dialogs/ReviewDialog.h"
#include "support/app/OpenWindow.h"
#include "windows/MessageBar.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

namespace observo::test {
namespace {

namespace fs = std::filesystem;

bool waitLong(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, 60000);
}

/// What comes into the window from outside, by menu, key and drop.
class FilesBrought : public ::testing::Test {
protected:
    FilesBrought() : opened({aCamera().coded("A-1").named("Ponte").at(7.6869, 45.0703)}) {}

    fs::path table()
    {
        const auto file = opened.folder().path("vicini.csv");
        std::ofstream(file) << "codice;nome;lon;lat\nV-1;Scuola;7,70;45,08\nV-2;Parco;7,71;45,09\n";
        return file;
    }
    void drop(const fs::path& file)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(app::pathText(file))});
        const QPoint at(400, 300);
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&opened.window(), &enter);
        EXPECT_TRUE(enter.isAccepted());
        QDropEvent dropped(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&opened.window(), &dropped);
    }
    /// Does something with the next modal dialog of this kind, as soon as `isReady`.
    template <typename Dialog>
    void inDialog(const std::function<bool(Dialog&)>& act)
    {
        auto* timer = new QTimer(&opened.window());
        QObject::connect(timer, &QTimer::timeout, timer, [timer, act] {
            auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
            if (dialog != nullptr && act(*dialog)) {
                timer->deleteLater();
            }
        });
        timer->start(50);
    }
    static bool pressWhenReady(QDialog& dialog)
    {
        auto* ok = dialog.findChild<QPushButton*>(QStringLiteral("okButton"));
        if (ok->isEnabled()) {
            QTest::keyClick(&dialog, Qt::Key_Return);
            return true;
        }
        return false;
    }
    QString message() { return opened.part<app::MessageBar>("MessageBar").text(); }

    OpenWindow opened;
};

TEST_F(FilesBrought, aNeighboursFileComesInWithFourActions)
{
    const auto file = table();
    int actions = 1;
    inDialog<QFileDialog>([&](QFileDialog& dialog) {
        dialog.findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->setText(app::pathText(file));
        QMetaObject::invokeMethod(&dialog, "accept");
        actions += 2; // the name, Enter
        return true;
    });
    inDialog<app::ImportDialog>([&](app::ImportDialog& dialog) {
        const bool isPressed = pressWhenReady(dialog);
        actions += isPressed ? 1 : 0;
        return isPressed;
    });

    opened.key(Qt::Key_I, Qt::ControlModifier);

    ASSERT_TRUE(waitLong([&] { return opened.camerasOnDisk() == 3U; }));
    EXPECT_EQ(actions, 4);
    EXPECT_EQ(message(), "vicini.csv: 2 read: 2 added.");
    EXPECT_TRUE(fs::exists(opened.folder().path("vicini.csv.receipt.json")));
    bool isShown = false;
    inDialog<app::ReceiptDialog>([&](app::ReceiptDialog& dialog) {
        isShown = dialog.findChild<QLabel*>(QStringLiteral("counts"))->text() == "2 read: 2 added.";
        dialog.close();
        return true;
    });
    for (auto* way : opened.part<app::MessageBar>("MessageBar").findChildren<QPushButton*>()) {
        if (way->text() == "Show the receipt") {
            opened.click(*way);
            break;
        }
    }
    EXPECT_TRUE(isShown);
    EXPECT_EQ(message(), "vicini.csv: 2 read: 2 added.") << "the other ways are still offered";
}

TEST_F(FilesBrought, aTableThatIsDroppedIsImported)
{
    inDialog<app::ImportDialog>([](app::ImportDialog& dialog) { return pressWhenReady(dialog); });

    drop(table());

    ASSERT_TRUE(waitLong([&] { return opened.camerasOnDisk() == 3U; }));
}

TEST_F(FilesBrought, aDrawingMayBeALayerOrCameras)
{
    const auto file = opened.folder().path("strade.geojson");
    std::ofstream(file) << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},)"
                        << R"("geometry":{"type":"LineString","coordinates":[[7.68,45.07],[7.69,45.08]]}}]})";
    inDialog<QMessageBox>([](QMessageBox& box) {
        EXPECT_EQ(box.buttons().size(), 3);
        box.buttons().at(1)->click();
        return true;
    });

    drop(file);

    auto* list = opened.part<QWidget>("LayersDock").findChild<QListWidget*>("list");
    EXPECT_TRUE(waitLong([&] { return list->count() == 1; }));
    EXPECT_EQ(opened.camerasOnDisk(), 1U);
}

TEST_F(FilesBrought, aCensusThatIsDroppedIsMergedAndItsDoubtsAreAsked)
{
    const CensusFolder other;
    static_cast<void>(addCamera(*other.create(), aCamera().coded("LOTTO-1").at(7.68693, 45.0703)));
    inDialog<QMessageBox>([](QMessageBox& box) {
        EXPECT_TRUE(box.text().contains("census.gpkg is a census"));
        box.buttons().at(0)->click();
        return true;
    });
    inDialog<app::MergeDialog>([](app::MergeDialog& dialog) { return pressWhenReady(dialog); });

    drop(other.file());

    app::ReviewDialog* review = nullptr;
    ASSERT_TRUE(waitLong([&] {
        review = opened.window().findChild<app::ReviewDialog*>();
        return review != nullptr && review->isVisible();
    })) << message().toStdString();
    ASSERT_EQ(review->review().size(), 1U);
    review->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(review));
    QTest::keyClick(review, Qt::Key_D);
    EXPECT_EQ(review->review().decided(), 1U);
    QTest::keyClick(review, Qt::Key_S, Qt::ControlModifier);
    EXPECT_TRUE(waitLong([&] { return opened.camerasOnDisk() == 2U; }));
    opened.settle();
}

TEST_F(FilesBrought, withoutACensusThatCanBeChangedNothingIsOffered)
{
    EXPECT_TRUE(opened.window().commands()[app::Command::Import].isEnabled());
    opened.workbench().close();
    EXPECT_FALSE(opened.window().commands()[app::Command::Import].isEnabled());
    EXPECT_FALSE(opened.window().commands()[app::Command::Merge].isEnabled());
    bool isTold = false;
    inDialog<QMessageBox>([&](QMessageBox& box) {
        isTold = box.text().startsWith("Open a census first");
        box.close();
        return true;
    });
    drop(table());
    EXPECT_TRUE(waitLong([&] { return isTold; }));
}

TEST_F(FilesBrought, anImportThatIsStoppedLeavesTheCensusAsItWas)
{
    std::string rows = "codice;lon;lat\n";
    for (int i = 0; i < 1500; ++i) {
        rows += "C-" + std::to_string(i) + ";7." + std::to_string(10000 + i) + ";45.1\n";
    }
    const auto file = opened.folder().path("molte.csv");
    std::ofstream(file) << rows;
    app::ImportDialog dialog(opened.workbench(), app::pathText(file), opened.map());
    dialog.show();
    ASSERT_TRUE(waitLong([&] { return dialog.desk().canImport(); }));

    dialog.desk().import();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    EXPECT_TRUE(dialog.isVisible()) << "it goes once nothing is written any more";
    ASSERT_TRUE(waitLong([&] { return !dialog.desk().isImporting(); }));

    opened.settle();
    EXPECT_EQ(opened.camerasOnDisk(), 1U);
    EXPECT_FALSE(dialog.arrival());
    EXPECT_FALSE(fs::exists(opened.folder().path("molte.csv.receipt.json")));
}

} // namespace
} // namespace observo::test
