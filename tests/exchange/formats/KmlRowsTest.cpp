// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/KmlRows.h"

#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

std::string placemark(const std::string& inside)
{
    return "<Placemark><name>n</name><ExtendedData><SchemaData>" + inside +
           "</SchemaData></ExtendedData><Point><coordinates>8.1,45.2</coordinates></Point></Placemark>";
}

class KmlRowsTest : public testing::Test {
protected:
    Result<bool> next(const std::string& body)
    {
        test::putBytes(m_folder / "a.kml", "<?xml version=\"1.0\"?>\n<kml><Document>" + body);
        m_rows = KmlRows::open(m_folder / "a.kml", {"a", "b"});
        return m_rows->next(m_row);
    }
    test::TemporaryFolder m_folder;
    Result<KmlRows> m_rows = fail(ErrorCode::Internal, "not opened");
    ReadRow m_row;
};

TEST_F(KmlRowsTest, valuesAreReadWithTheirEntities)
{
    ASSERT_EQ(next(placemark("<SimpleData name=\"b\">&lt;b&gt; &amp; &quot;x&quot;\n&#13;è</SimpleData>") +
                   "</Document></kml>\n"),
              true);
    EXPECT_EQ(m_row.point, (MapPoint{8.1, 45.2}));
    EXPECT_EQ(m_row.cells, (std::vector<std::string>{"", "<b> & \"x\"\n\rè"}));
    EXPECT_EQ(m_rows->next(m_row), false);
}

TEST_F(KmlRowsTest, aDocumentWithoutPlacemarksIsEmpty)
{
    EXPECT_EQ(next("<Folder></Folder></Document></kml>"), false);
}

TEST_F(KmlRowsTest, whatIsBrokenOrWasNotWrittenIsAnError)
{
    EXPECT_FALSE(next(""));
    EXPECT_FALSE(next("</Document></kml>x"));
    EXPECT_FALSE(next(placemark("<SimpleData name=\"z\">1</SimpleData>")));
    EXPECT_FALSE(next(placemark("<SimpleData name=\"a\">1</SimpleData><SimpleData name=\"a\">1</SimpleData>")));
    EXPECT_FALSE(next(placemark("<SimpleData name=\"a\">1<b/></SimpleData>")));
    EXPECT_FALSE(next(placemark("<SimpleData name=\"a\">&nbsp;</SimpleData>")));
    EXPECT_FALSE(next("<Placemark><Point><coordinates>8.1 45.2</coordinates></Point></Placemark>"));
    EXPECT_FALSE(next("<Placemark><Point><coordinates>8.1,x</coordinates></Point></Placemark>"));
    EXPECT_FALSE(next("<Placemark><name>half"));
    EXPECT_FALSE(next("<Placemark"));
}

} // namespace
} // namespace observo::exchange
