// SPDX-License-Identifier: GPL-3.0-or-later
#include "Text.h"
#include "desk/LayerShelf.h"
#include "docks/LayersDock.h"
#include "support/app/OpenWindow.h"

#include "observo/mapview/MapWidget.h"

#include <QApplication>
#include <QFileDialog>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSlider>
#include <QTimer>
#include <QToolButton>
#include <gtest/gtest.h>

#include <fstream>

namespace observo::test {
namespace {

namespace fs = std::filesystem;

/// A window with layers from files that each test writes.
class Layers : public ::testing::Test {
protected:
    fs::path drawing(const std::string& name, double lon, double lat)
    {
        const auto file = opened.folder().path(name);
        std::ofstream(file) << R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"a"},)"
                            << R"("geometry":{"type":"Polygon","coordinates":[[[)" << lon << ',' << lat << "],["
                            << lon + 0.01 << ',' << lat << "],[" << lon + 0.01 << ',' << lat + 0.01 << "],[" << lon
                            << ',' << lat << "]]]}}]}";
        return file;
    }
    fs::path picture(const std::string& name)
    {
        const auto file = opened.folder().path(name + ".png");
        QImage image(20, 20, QImage::Format_RGB32);
        image.fill(Qt::gray);
        expects(image.save(app::pathText(file)));
        std::ofstream(opened.folder().path(name + ".pgw")) << "0.001\n0\n0\n-0.001\n7.68\n45.08\n";
        return file;
    }

    /// Through the panel, as a person does it.
    void addByHand(const fs::path& file)
    {
        QTimer::singleShot(200, [file] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            ASSERT_NE(dialog, nullptr);
            dialog->findChild<QLineEdit*>("fileNameEdit")->setText(app::pathText(file));
            QMetaObject::invokeMethod(dialog, "accept");
        });
        opened.click(opened.part<QPushButton>("addButton"));
    }
    QListWidget& list() { return *opened.part<QWidget>("LayersDock").findChild<QListWidget*>("list"); }
    bool settles(int rows)
    {
        return waitUntil([&] {
            bool isDone = list().count() == rows;
            for (int row = 0; row < list().count(); ++row) {
                isDone = isDone && !list().item(row)->text().endsWith("(loading)");
            }
            return isDone;
        });
    }
    QString row(int number) { return list().item(number)->text(); }

    OpenWindow opened;
};

TEST_F(Layers, theFirstOneOfAnEmptyCensusIsShownWhole)
{
    opened.key(Qt::Key_L);
    addByHand(drawing("town.geojson", 12.49, 41.89));

    ASSERT_TRUE(settles(1));
    ASSERT_TRUE(waitUntil([&] { return opened.map().pixelOf({12.495, 41.895}).has_value(); }));
    letWork(50);
    EXPECT_TRUE(QRectF(opened.map().rect()).contains(*opened.map().pixelOf({12.495, 41.895})))
        << "nothing else says where the municipality lies";
}

TEST_F(Layers, aPictureGoesBelowTheDrawingsThatWereThere)
{
    app::LayerShelf shelf(opened.workbench());
    shelf.setMapSystem(7791);
    shelf.add(app::pathText(drawing("town.geojson", 7.68, 45.07)));
    ASSERT_TRUE(waitUntil([&] { return shelf.layers().front().isLoaded(); }));

    shelf.add(app::pathText(picture("photo")));

    ASSERT_TRUE(waitUntil([&] { return shelf.layers().back().problem.has_value(); }));
    EXPECT_EQ(shelf.layers().back().problem->code, ErrorCode::UnknownCrs) << "the file does not say its system";
    shelf.setAssumedSystem(1, 6706);
    ASSERT_TRUE(waitUntil([&] { return shelf.layers().front().isRaster; }));
    EXPECT_TRUE(shelf.layers().front().file.endsWith("photo.png"));
    EXPECT_TRUE(shelf.layers().back().file.endsWith("town.geojson"));
}

TEST_F(Layers, aBrokenFileIsToldBesideItsNameAndCanBeTakenAway)
{
    const auto broken = opened.folder().path("broken.geojson");
    std::ofstream(broken) << "garbage{";
    opened.key(Qt::Key_L);
    addByHand(drawing("town.geojson", 7.68, 45.07));
    ASSERT_TRUE(settles(1));

    addByHand(broken);

    ASSERT_TRUE(settles(2));
    EXPECT_EQ(row(0).toStdString(), "broken.geojson (not shown)");
    EXPECT_EQ(opened.map().scene().layers.size(), 1U);
    opened.click(*opened.part<QWidget>("LayersDock").findChild<QToolButton*>("removeButton"));
    EXPECT_EQ(list().count(), 1);
    EXPECT_EQ(row(0).toStdString(), "town.geojson");
}

TEST_F(Layers, orderVisibilityAndOpacityAreThoseOfTheMap)
{
    opened.key(Qt::Key_L);
    addByHand(drawing("low.geojson", 7.68, 45.07));
    ASSERT_TRUE(settles(1));
    addByHand(drawing("high.geojson", 7.68, 45.07));
    ASSERT_TRUE(settles(2));
    ASSERT_TRUE(waitUntil([&] { return opened.map().scene().layers.size() == 2; }));
    EXPECT_EQ(opened.map().scene().layers.back().name.toStdString(), "high.geojson");

    list().setCurrentRow(0);
    opened.click(opened.part<QToolButton>("downButton"));
    EXPECT_EQ(opened.map().scene().layers.back().name.toStdString(), "low.geojson");
    EXPECT_EQ(row(0).toStdString(), "low.geojson");

    list().setCurrentRow(0);
    list().item(0)->setCheckState(Qt::Unchecked);
    EXPECT_FALSE(opened.map().scene().layers.back().visible);
    opened.part<QSlider>("opacity").setValue(40);
    EXPECT_NEAR(opened.map().scene().layers.back().opacity, 0.4, 1e-9);
}

TEST_F(Layers, aLayerElsewhereIsOneClickAway)
{
    opened.key(Qt::Key_L);
    addByHand(drawing("here.geojson", 7.68, 45.07));
    ASSERT_TRUE(settles(1));
    addByHand(drawing("far.geojson", 9.19, 45.46));
    ASSERT_TRUE(settles(2));
    ASSERT_FALSE(QRectF(opened.map().rect()).contains(*opened.map().pixelOf({9.195, 45.465})));

    list().setCurrentRow(0);
    opened.click(opened.part<QToolButton>("showButton"));

    EXPECT_TRUE(QRectF(opened.map().rect()).contains(*opened.map().pixelOf({9.195, 45.465})));
}

TEST_F(Layers, longNamesAreShortenedInsteadOfWideningTheList)
{
    opened.key(Qt::Key_L);
    addByHand(drawing("a-very-long-name-of-a-file-that-no-panel-is-wide-enough-to-show-whole.geojson", 7.68, 45.07));
    ASSERT_TRUE(settles(1));

    EXPECT_EQ(list().horizontalScrollBarPolicy(), Qt::ScrollBarAlwaysOff);
    EXPECT_NE(list().textElideMode(), Qt::ElideNone);
    EXPECT_TRUE(list().item(0)->toolTip().contains("a-very-long-name")) << "and whole in the tooltip";
}

} // namespace
} // namespace observo::test
