// SPDX-License-Identifier: GPL-3.0-or-later
#include "metadata/XmlElement.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

TEST(XmlElement, elementsStandInEachOther)
{
    EXPECT_EQ(xmlElement("a", {xmlText("b", "1 < 2 & \"x\""), xmlElement("c", {})}),
              "<a>\n <b>1 &lt; 2 &amp; &quot;x&quot;</b>\n <c/>\n</a>\n");
    EXPECT_EQ(xmlElement("a", {xmlElement("b", {xmlText("c", "è", {{"uom", "m"}})})}, {{"x", "\"y\""}}),
              "<a x=\"&quot;y&quot;\">\n <b>\n  <c uom=\"m\">è</c>\n </b>\n</a>\n");
}

TEST(XmlElement, whatXmlCannotHoldIsReplaced)
{
    EXPECT_EQ(xmlText("a", "x\x01y"), "<a>x\xEF\xBF\xBDy</a>\n");
}

} // namespace
} // namespace observo::exchange
