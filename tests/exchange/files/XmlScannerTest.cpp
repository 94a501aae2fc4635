// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/XmlScanner.h"

#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

class XmlScannerTest : public testing::Test {
protected:
    XmlScanner open(std::string_view bytes)
    {
        test::putBytes(m_folder / "a.xml", bytes);
        return XmlScanner(*InputText::open(m_folder / "a.xml"));
    }
    test::TemporaryFolder m_folder;
};

TEST_F(XmlScannerTest, tagsComeOneAfterTheOtherWithTheTextBeforeThem)
{
    auto xml = open("<c r=\"B2\" t=\"b\">a &amp; &lt;b&gt; &quot;c&quot;&#13;</c>\n ");
    ASSERT_TRUE(xml.next());
    EXPECT_EQ(xml.attribute("r"), "B2");
    EXPECT_EQ(xml.attribute("t"), "b");
    EXPECT_EQ(xml.attribute("s"), "");
    ASSERT_TRUE(xml.next());
    EXPECT_EQ(xml.tag(), "/c");
    EXPECT_EQ(xml.text(), "a & <b> \"c\"\r");
    EXPECT_TRUE(xml.isAtEnd());
}

TEST_F(XmlScannerTest, whatIsCutOffOrUnknownIsAnError)
{
    EXPECT_FALSE(open("text alone").next());
    EXPECT_FALSE(open("<half").next());
    EXPECT_FALSE(open("&nbsp;<a>").next());
    EXPECT_FALSE(open("&amp<a>").next());
    auto unquoted = open("<a r=\"1>");
    ASSERT_TRUE(unquoted.next());
    EXPECT_EQ(unquoted.attribute("r"), "");
}

} // namespace
} // namespace observo::exchange
