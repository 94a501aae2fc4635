// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/words/Catalogue.h"

#include "EmbeddedMessages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <regex>
#include <sstream>
#include <vector>

namespace observo::words {
namespace {

/// A message as the program makes it, and what a person reads.
struct Pair {
    std::string english;
    std::string italian;
};

std::vector<std::string> cellsOf(const std::string& line)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && quoted && line.substr(i + 1).starts_with('"')) {
            cells.back() += line[i++];
        } else if (line[i] == '"') {
            quoted = !quoted;
        } else if (line[i] == ',' && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += line[i];
        }
    }
    return cells;
}

/// Puts a value or a message into each place.
std::string filled(const std::string& text, const std::string& message)
{
    static const std::regex inner(R"(\{([1-9]):text\})");
    static const std::regex value(R"(\{([1-9])\})");
    return std::regex_replace(std::regex_replace(text, inner, message), value, "X$1");
}

std::vector<Pair> messagesOf(std::string_view name)
{
    const auto files = embeddedMessages();
    const auto file = std::ranges::find(files, name, &EmbeddedFile::name);
    std::vector<Pair> messages;
    if (file == files.end()) {
        return messages;
    }
    std::istringstream lines{std::string(file->text)};
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        const auto cells = cellsOf(line);
        messages.push_back({filled(cells.at(0), "the file is empty"), filled(cells.at(1), "il file è vuoto")});
    }
    return messages;
}

TEST(Catalogue, everyMessageIsFoundWithItsValuesAndNoOtherStandsBeforeIt)
{
    const auto messages = messagesOf("it.csv");

    ASSERT_GT(messages.size(), 500U);
    for (const auto& [english, italian] : messages) {
        EXPECT_EQ(italianOf(english).value_or("(unknown)"), italian) << english;
    }
}

TEST(Catalogue, everyPartIsFoundInsideOfAMessage)
{
    const auto parts = messagesOf("it_parts.csv");

    ASSERT_GT(parts.size(), 100U);
    for (const auto& [english, italian] : parts) {
        EXPECT_EQ(inLanguage("the zip file is damaged: " + english, Language::Italian),
                  "il file zip è danneggiato: " + italian);
    }
}

TEST(Catalogue, aPartAloneIsNoMessage)
{
    EXPECT_FALSE(italianOf("camera TO-0001"));
    EXPECT_FALSE(italianOf("Permission denied"));
}

class CatalogueReal : public testing::TestWithParam<Pair> {};

TEST_P(CatalogueReal, messagesReadAsItalian)
{
    EXPECT_EQ(inLanguage(GetParam().english, Language::Italian), GetParam().italian);
}

INSTANTIATE_TEST_SUITE_P(
    Messages, CatalogueReal,
    testing::Values(
        Pair{"\"centouno\" is not a number", "\"centouno\" non è un numero"},
        Pair{"give a number from 0.3 to 60 m", "indicare un numero da 0.3 a 60 m"},
        Pair{"give a whole number greater than 0 px", "indicare un numero intero maggiore di 0 px"},
        Pair{"did you mean active? known: planned, active", "forse active? codici noti: planned, active"},
        Pair{"\"x\" is not a known code at character 10", "\"x\" non è un codice noto al carattere 10"},
        Pair{"the filter ends where a value should stand at character 9",
             "il filtro finisce dove serve un valore al carattere 9"},
        Pair{"a quoted text that begins at character 7 does not end",
             "un testo tra virgolette che comincia al carattere 7 non finisce"},
        Pair{"camera TO-0001 was removed by other program at 2026-11-22T10:42:07Z",
             "la telecamera TO-0001: rimozione di un altro programma il 2026-11-22T10:42:07Z"},
        Pair{"there is no camera TO-0009", "non c'è la telecamera TO-0009"},
        Pair{"the census is locked by anna on pc-07 (observo) since 2026-11-22T09:15:00Z",
             "il censimento è in uso da anna su pc-07 (observo) dalle 2026-11-22T09:15:00Z"},
        Pair{"no space is left on the disk of the census (while saving: database or disk is full); nothing was changed",
             "spazio esaurito sul disco del censimento (salvataggio: disco pieno); niente è stato modificato"},
        Pair{"free some space and try again; nothing was changed",
             "liberare spazio e riprovare; niente è stato modificato"},
        Pair{"the backup before the first edit failed: writing failed: Input/output error",
             "la copia di sicurezza prima della prima modifica non è riuscita: scrittura non riuscita: errore di "
             "lettura o scrittura"},
        Pair{"the file cannot be read back: read back, a line does not end at byte 812",
             "il file non si può rileggere: alla rilettura, una riga non finisce (byte 812)"},
        Pair{"nobody says in which reference system the coordinates are; candidates: EPSG:7791 (RDN2008 / UTM 32N) "
             "plausibility 0.98: 98 % of the points fall in Cuneo; EPSG:25832 (ETRS89) plausibility 0.5: 50 % of the "
             "points fall in Italy, with the axes swapped",
             "nessuno dice in quale sistema di riferimento sono le coordinate; possibili: EPSG:7791 (RDN2008 / UTM "
             "32N), plausibilità 0.98: 98 % dei punti cade in Cuneo; EPSG:25832 (ETRS89), plausibilità 0.5: 50 % dei "
             "punti cade in Italia, con gli assi scambiati"},
        Pair{"--layer vie: there is no layer \"vie\"", "--layer vie: il livello \"vie\" non c'è"},
        Pair{"--lang: xx not in {it,en}", "--lang: xx non è tra it,en"},
        Pair{"The following arguments were not expected: --a b", "argomenti non previsti: --a b"},
        Pair{"--at is required", "manca --at"},
        Pair{"--at: 1 required LON,LAT missing", "--at: manca il valore LON,LAT"}));

TEST(Catalogue, whatIsNotKnownStaysAsItIs)
{
    const std::string foreign = "GDAL: something nobody has seen before";

    EXPECT_FALSE(italianOf(foreign));
    EXPECT_EQ(inLanguage(foreign, Language::Italian), foreign);
    EXPECT_EQ(inLanguage("the zip file is damaged: " + foreign, Language::Italian),
              "il file zip è danneggiato: " + foreign);
    EXPECT_EQ(inLanguage(foreign + "; nothing was changed", Language::Italian), foreign + "; nothing was changed");
    EXPECT_FALSE(italianOf(""));
}

TEST(Catalogue, englishIsLeftAlone)
{
    EXPECT_EQ(inLanguage("the file is empty", Language::English), "the file is empty");
}

TEST(Catalogue, aLongTextFromOutsideIsJudgedQuickly)
{
    const std::string known = "the zip file is damaged: ";
    std::string text;
    while (text.size() < 8000) {
        text += "x ; was : by at (while , is of {camera ";
    }
    const auto begin = std::chrono::steady_clock::now();

    EXPECT_TRUE(inLanguage(known + text, Language::Italian) == "il file zip è danneggiato: " + text);
    EXPECT_TRUE(inLanguage(known + text + text, Language::Italian) == known + text + text) << "left as it is";
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(1));
}

TEST(Catalogue, anErrorIsOneLineThatSaysWhatWhereAndWhatToDo)
{
    const Error error{.code = ErrorCode::InputUnreadable,
                      .what = "the file cannot be read",
                      .file = "x\n.shp",
                      .row = 17,
                      .field = "name",
                      .advice = "check that it exists and may be read"};

    EXPECT_EQ(messageOf(error, Language::Italian),
              "il file non si può leggere, file x .shp, riga 17, campo name, controllare che esista e che si possa "
              "leggere");
    EXPECT_EQ(messageOf(error, Language::English), error.message());
    EXPECT_EQ(messageOf({.what = "stopped"}, Language::Italian), "fermato");
}

} // namespace
} // namespace observo::words
