// SPDX-License-Identifier: GPL-3.0-or-later
#include "Speech.h"

#include "support/TestPlaces.h"
#include "support/app/OpenWindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QCoreApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QXmlStreamReader>
#include <gtest/gtest.h>

#include <map>

namespace observo::test {
namespace {

struct Entry {
    QString source;
    QString translation;
    bool isFinished = true;
    int forms = 0;
};

std::vector<Entry> entriesOf(const char* name)
{
    QFile file(QString::fromStdString((sourceFolder() / "resources/i18n" / name).string()));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    std::vector<Entry> entries;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == u"source") {
            entries.push_back({.source = xml.readElementText()});
        } else if (xml.name() == u"translation") {
            entries.back().isFinished = !xml.attributes().hasAttribute("type");
            entries.back().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return entries;
}

TEST(Speech, everyWordIsWrittenInItalian)
{
    const auto entries = entriesOf("observo_it.ts");

    EXPECT_GT(entries.size(), 300U);
    for (const auto& entry : entries) {
        EXPECT_TRUE(entry.isFinished) << entry.source.toStdString();
        EXPECT_FALSE(entry.translation.isEmpty()) << entry.source.toStdString();
    }
}

TEST(Speech, englishPluralsAreWritten)
{
    for (const auto& entry : entriesOf("observo_en.ts")) {
        EXPECT_TRUE(entry.isFinished) << entry.source.toStdString();
        EXPECT_FALSE(entry.translation.isEmpty()) << entry.source.toStdString();
    }
}

TEST(Speech, placeholdersSurviveTheTranslation)
{
    for (const auto& entry : entriesOf("observo_it.ts")) {
        for (const auto* mark : {"%1", "%2", "%3", "%n"}) {
            EXPECT_EQ(entry.source.contains(mark), entry.translation.contains(mark)) << entry.source.toStdString();
        }
    }
}

TEST(Speech, theItalianWindowShowsNoEnglishWord)
{
    std::map<QString, QString> italian;
    for (const auto& entry : entriesOf("observo_it.ts")) {
        italian[entry.source] = entry.translation;
    }
    OpenWindow opened({aCamera()}, Language::Italian);
    opened.choose(opened.folder().reader()->ids({})->front());

    const auto check = [&](const QString& text) {
        const auto known = italian.find(text);
        EXPECT_TRUE(known == italian.end() || known->second == text) << text.toStdString();
    };
    for (const auto* label : opened.window().findChildren<QLabel*>()) {
        check(label->text());
    }
    for (const auto* button : opened.window().findChildren<QAbstractButton*>()) {
        check(button->text());
    }
    for (const auto* action : opened.window().findChildren<QAction*>()) {
        check(action->text());
    }
    for (const auto* line : opened.window().findChildren<QLineEdit*>()) {
        check(line->placeholderText());
    }
    EXPECT_EQ(opened.part<QLabel>("count").text(), "Telecamere 1");
}

TEST(Speech, pluralsFollowTheNumber)
{
    app::speak(Language::Italian);
    const auto say = [](int n) {
        return QCoreApplication::translate("observo::app::SummaryPage", "%n camera(s)", nullptr, n);
    };

    EXPECT_EQ(say(1), "1 telecamera");
    EXPECT_EQ(say(7), "7 telecamere");
    app::speak(Language::English);
    EXPECT_EQ(say(1), "1 camera");
    EXPECT_EQ(say(7), "7 cameras");
}

} // namespace
} // namespace observo::test
