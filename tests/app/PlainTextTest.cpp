// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlainText.h"

#include "support/app/OpenWindow.h"

#include <QLabel>
#include <gtest/gtest.h>

namespace observo::test {
namespace {

constexpr const char* kPayload = "<img src='file:///etc/passwd'><b>x</b>&amp;";

TEST(PlainText, everyLabelOfTheWindowShowsTextAsItIs)
{
    OpenWindow opened({aCamera().named(kPayload)});
    opened.choose(opened.folder().reader()->ids({})->front());

    int labels = 0;
    int showing = 0;
    for (const auto* label : opened.window().findChildren<QLabel*>()) {
        // Pictures have no text to be taken for markup.
        if (!label->text().isEmpty()) {
            EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->objectName().toStdString();
            ++labels;
            showing += label->text().contains(kPayload) ? 1 : 0;
        }
    }
    EXPECT_GT(labels, 20);
    EXPECT_GT(showing, 0) << "the name stands in the inspector as it was written";
}

TEST(PlainText, tooltipsAreEscapedAndCaptionsKeepTheirAmpersand)
{
    EXPECT_EQ(app::plainTip("<b>x</b>"), "<qt>&lt;b&gt;x&lt;/b&gt;</qt>");
    EXPECT_EQ(app::plainTip(""), "");
    EXPECT_EQ(app::plainCaption("Rossi & Figli"), "Rossi && Figli");
}

} // namespace
} // namespace observo::test
