// SPDX-License-Identifier: GPL-3.0-or-later
#include "FrameWriter.h"

#include "FrameReader.h"
#include "support/feed/MadeUpFeed.h"

#include <gtest/gtest.h>

#include <string>

namespace observo::feed {
namespace {

TEST(FrameWriter, aFilesDescriptionComesBackWhole)
{
    std::string bytes;

    putFileInfo(bytes, test::aRichFile());

    ByteReader from(bytes);
    EXPECT_EQ(takeFileInfo(from), test::aRichFile());
    EXPECT_TRUE(from.isGood() && from.isAtEnd());
}

TEST(FrameWriter, aRowComesBackWholeAlsoIntoAUsedOne)
{
    std::string bytes;
    putRow(bytes, test::aRichRow());
    Row row = test::aRichRow();
    row.values[0] = 5.0;
    row.geometry.height = 3.0;
    row.problems.resize(5);

    ByteReader from(bytes);
    takeRow(from, test::aRichFile().layers.front().columns, row);

    EXPECT_EQ(row, test::aRichRow());
    EXPECT_TRUE(from.isGood() && from.isAtEnd());
}

TEST(FrameWriter, aPointKeepsItsHeight)
{
    Row point{.number = 1};
    point.geometry = {.shape = Shape::Points, .points = {{7.6, 45.0}}, .parts = {1}, .height = 239.5};
    std::string bytes;
    putRow(bytes, point);
    ByteReader from(bytes);
    Row row;

    takeRow(from, {}, row);

    EXPECT_EQ(row, point);
}

TEST(FrameWriter, anErrorComesBackWithoutItsFile)
{
    const Error error{.code = ErrorCode::UnknownField,
                      .what = "there is no such column",
                      .file = "/home/somebody/file.shp",
                      .row = 5,
                      .field = "nome",
                      .advice = "look again"};
    std::string bytes;
    putFailure(bytes, error);
    ByteReader from(bytes);

    auto taken = takeFailure(from);

    EXPECT_EQ(taken.file, "");
    taken.file = error.file;
    EXPECT_EQ(taken, error);
}

TEST(FrameWriter, aTaskComesBackWithANameThatIsNoText)
{
    ReaderTask task;
    task.request = {.file = std::string("/tmp/perch\xE9.shp"),
                    .layer = "strade",
                    .columns = {"nome", "tipo"},
                    .box = Box{1, 2, 3, 4},
                    .rows = 20,
                    .encoding = "CP850",
                    .textTable = TextTable{.separator = '\t'}};
    task.limits.processor = std::chrono::seconds(17);
    task.limits.memory = 12345;
    task.privateFolder = "/tmp/observo-reader-x";
    std::string bytes;
    putTask(bytes, task);
    ByteReader from(bytes);

    const auto taken = takeTask(from);

    EXPECT_TRUE(from.isGood() && from.isAtEnd());
    EXPECT_EQ(taken.request, task.request);
    EXPECT_EQ(taken.limits.processor, task.limits.processor);
    EXPECT_EQ(taken.limits.memory, task.limits.memory);
    EXPECT_EQ(taken.privateFolder, task.privateFolder);
}

} // namespace
} // namespace observo::feed
