// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"
#include "CppText.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>
#include <set>
#include <sstream>

namespace observo::architecture {

namespace {

constexpr std::string_view kFolder = "resources/messages/";

/// A literal of a source, literals beside each other taken as one, with its escapes undone.
struct Literal {
    std::size_t at = 0;
    int line = 0;
    std::string text;
};

/// Why a text of a source is no message of the catalogue. Without a text the whole file is meant, or the folder; what
/// is given to an Error or a Problem is looked at there all the same.
struct Exception {
    std::string_view path;
    std::string_view text;
    std::string_view why;
};

constexpr std::array kExceptions = {
    Exception{"src/core/rules/", "", "findings carry both languages"},
    Exception{"src/core/fields/", "", "labels carry both languages"},
    Exception{"src/core/Result.cpp", "%s:%d: broken contract\n", "for whoever mends the program"},
    Exception{"src/census/check/", "", "findings carry both languages"},
    Exception{"src/census/history/Verify.cpp", "", "findings carry both languages"},
    Exception{"src/census/schema/Triggers.cpp", "", "SQL and what SQLite alone says"},
    Exception{"src/census/schema/GeoPackageRows.cpp", "", "XML"},
    Exception{"src/census/rows/Completion.cpp", "lon, lat", "names of fields"},
    Exception{"src/census/guard/LockFile.cpp", "boot ", "written to the lock file"},
    Exception{"src/feed/Bytes.h", "frames are little-endian, written as they lie in memory", "for the compiler"},
    Exception{"src/geo/systems/CrsChoice.cpp", "", "labels carry both languages"},
    Exception{"src/reader/geopackage/GeoPackageLayers.cpp", "create virtual table", "SQL"},
    Exception{"src/reader/geopackage/GeoPackageLayers.cpp", "using rtree", "SQL"},
    Exception{"src/reader/geojson/GeoJsonSystem.cpp", "href", "the name of a member of the file"},
    Exception{"src/exchange/intake/RowIntake.cpp", "; they differ in ", "stands beside its Italian"},
    Exception{"src/exchange/merging/Merge.cpp", ": read ", "of the log, which stays English"},
    Exception{"src/exchange/merging/Merge.cpp", ", added ", "of the log, which stays English"},
    Exception{"src/exchange/merging/Merge.cpp", ", updated ", "of the log, which stays English"},
    Exception{"src/cli/packages/PackCommands.cpp", ", sha256 ", "of the log, which stays English"},
    Exception{"src/cli/commands/ExportCommand.cpp", ", where ", "of the log, which stays English"},
};

/// Rooms whose English texts, labels aside, are all messages. In the others texts stand in both languages beside each
/// other, and only what is given to an Error is a message.
constexpr std::array<std::string_view, 8> kPlainRooms = {"src/core/",   "src/geo/",      "src/census/", "src/feed/",
                                                         "src/reader/", "src/coverage/", "src/render/", "src/jobs/"};

char unescaped(char letter)
{
    return letter == 'n' ? '\n' : letter == 't' ? '\t' : letter == '0' ? '\0' : letter;
}

std::string withoutEscapes(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        plain += text[i] == '\\' && i + 1 < text.size() ? unescaped(text[++i]) : text[i];
    }
    return plain;
}

std::vector<Literal> literalsOf(const std::string& text, const std::string& code)
{
    std::vector<Literal> found;
    std::size_t end = 0;
    for (auto at = code.find('"'); at != std::string::npos; at = code.find('"', end)) {
        const auto close = std::min(code.find('"', at + 1), code.size() - 1);
        const auto said = withoutEscapes(std::string_view(text).substr(at + 1, close - at - 1));
        const bool continues = !found.empty() && code.find_first_not_of(" \n", end) == at;
        if (continues) {
            found.back().text += said;
        } else {
            const auto line = 1 + std::count(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(at), '\n');
            found.push_back({at, static_cast<int>(line), said});
        }
        end = close + 1;
    }
    return found;
}

/// Where the expression that begins at `at` ends: at a comma, semicolon or closing bracket of its own level, or with
/// `isList` at the closing bracket alone.
std::size_t endOfExpression(const std::string& code, std::size_t at, bool isList)
{
    int depth = 0;
    for (; at < code.size(); ++at) {
        const char c = code[at];
        const bool ends = c == ';' || (c == ',' && !isList) || c == ')' || c == '}' || c == ']';
        if (depth == 0 && ends) {
            break;
        }
        depth += c == '(' || c == '{' || c == '[' ? 1 : c == ')' || c == '}' || c == ']' ? -1 : 0;
    }
    return at;
}

/// Past the text when it stands at `at`, blanks before it left out; npos when something else does.
std::size_t past(std::string_view code, std::size_t at, std::string_view text)
{
    const auto found = at == std::string_view::npos ? at : code.find_first_not_of(" \n", at);
    return found != std::string_view::npos && code.substr(found).starts_with(text) ? found + text.size()
                                                                                   : std::string_view::npos;
}

/// Where the words begin when this name takes them: `what = ...`, `fail(ErrorCode::NotFound, ...`, or a function that
/// makes an error of them.
std::size_t wordsAfter(std::string_view name, std::string_view code, std::size_t at)
{
    static const std::set<std::string_view> makers = {"refuse",     "asking",     "misread", "notFound",
                                                      "notStarted", "add_option", "add_flag"};
    if (name == "what" || name == "advice") {
        const auto added = past(code, at, "+=");
        const auto given = added != std::string_view::npos ? added : past(code, at, "=");
        return past(code, given, "=") == std::string_view::npos ? given : std::string_view::npos;
    }
    if (name == "fail") {
        const auto list = past(code, past(code, at, "("), "ErrorCode::");
        return list == std::string_view::npos ? list : code.find_first_of(",)", list);
    }
    return makers.contains(name) ? past(code, at, "(") : std::string_view::npos;
}

bool hasWord(const std::string& text)
{
    const auto isSmall = [](char a, char b) { return a >= 'a' && a <= 'z' && b >= 'a' && b <= 'z'; };
    return std::ranges::adjacent_find(text, isSmall) != text.end();
}

/// A stretch of code that gives an Error or a Problem its words, or the help of the command line: there names stand
/// among the words, which have a blank.
struct Place {
    std::size_t first = 0;
    std::size_t last = 0;
    bool isHelp = false;

    [[nodiscard]] bool says(const Literal& literal) const
    {
        const bool isWithin = literal.at >= first && literal.at < last;
        return isWithin && hasWord(literal.text) && (!isHelp || literal.text.find(' ') != std::string::npos);
    }
};

std::vector<Place> messagePlaces(const std::string& code)
{
    const auto isNameLetter = [&](std::size_t i) {
        return std::isalnum(static_cast<unsigned char>(code[i])) != 0 || code[i] == '_';
    };
    std::vector<Place> places;
    for (std::size_t at = 0, end = 0; at < code.size(); at = std::max(end, at + 1)) {
        for (end = at; end < code.size() && isNameLetter(end);) {
            ++end;
        }
        const auto name = std::string_view(code).substr(at, end - at);
        const auto words = name.empty() ? std::string::npos : wordsAfter(name, code, end);
        if (words != std::string::npos) {
            const bool isList = name != "what" && name != "advice";
            const auto first = isList && code[words] == ',' ? words + 1 : words;
            places.push_back({first, endOfExpression(code, first, isList), name.starts_with("add_")});
        }
    }
    return places;
}

bool isExcepted(const std::string& path, std::string_view text)
{
    return std::ranges::any_of(kExceptions, [&](const Exception& exception) {
        return path.starts_with(exception.path) && exception.text == text;
    });
}

/// Words in a row, or a word glued to a value: not a code, a name of a file or SQL. A label begins with a capital.
bool isProse(const std::string& text)
{
    static const std::regex words(R"([a-z]{2,},? [a-z]{2,}|^ [a-z]{3,}|^[a-z]{3,} $)");
    static const std::regex sql(
        R"(\b(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|DROP|FROM|WHERE|ORDER BY|BEGIN|NULL)\b)");
    if (text.find(' ') == std::string::npos) {
        return false;
    }
    const bool isLabel = !text.empty() && std::isupper(static_cast<unsigned char>(text.front())) != 0;
    return !isLabel && std::regex_search(text, words) && !std::regex_search(text, sql);
}

std::string_view trimmed(std::string_view text)
{
    const auto first = std::min(text.find_first_not_of(' '), text.size());
    text.remove_prefix(first);
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// The fixed pieces of the English messages.
class Catalogue {
public:
    explicit Catalogue(const Tree& tree)
    {
        for (const auto* file : tree.under(kFolder)) {
            std::istringstream lines(file->text);
            std::string line;
            std::getline(lines, line);
            while (std::getline(lines, line)) {
                addPieces(csvCells(line).front());
            }
        }
    }

    /// Whether the words stand in a piece, as whole words.
    [[nodiscard]] bool has(std::string_view words) const
    {
        return std::ranges::any_of(m_pieces, [&](const std::string& piece) {
            for (auto at = piece.find(words); at != std::string::npos; at = piece.find(words, at + 1)) {
                if (!isInsideWord(piece, at) && !isInsideWord(piece, at + words.size())) {
                    return true;
                }
            }
            return false;
        });
    }

    static std::vector<std::string> csvCells(const std::string& line)
    {
        std::vector<std::string> cells(1);
        bool quoted = false;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const bool doubled = quoted && line[i] == '"' && i + 1 < line.size() && line[i + 1] == '"';
            if (line[i] == '"' && !doubled) {
                quoted = !quoted;
            } else if (line[i] == ',' && !quoted) {
                cells.emplace_back();
            } else {
                cells.back() += line[i];
                i += doubled ? 1 : 0;
            }
        }
        return cells;
    }

private:
    static bool isInsideWord(std::string_view text, std::size_t at)
    {
        const auto isLetter = [&](std::size_t i) { return std::isalnum(static_cast<unsigned char>(text[i])) != 0; };
        return at > 0 && at < text.size() && isLetter(at - 1) && isLetter(at);
    }

    void addPieces(const std::string& message)
    {
        static const std::regex slot(R"(\{[1-9](:text)?\})");
        std::sregex_token_iterator piece(message.begin(), message.end(), slot, -1);
        for (; piece != std::sregex_token_iterator(); ++piece) {
            m_pieces.push_back(*piece);
        }
    }

    std::vector<std::string> m_pieces;
};

void checkSource(const File& file, const Catalogue& catalogue, Findings& findings)
{
    const auto code = codeOf(file.text);
    const auto places = messagePlaces(code);
    const bool isPlain = std::ranges::any_of(kPlainRooms, [&](auto room) { return file.path.starts_with(room); });
    const bool isExceptedFile = isExcepted(file.path, "");
    for (const auto& literal : literalsOf(file.text, code)) {
        const bool isGiven = std::ranges::any_of(places, [&](const Place& place) { return place.says(literal); });
        const bool isMessage = isGiven || (isPlain && !isExceptedFile && isProse(literal.text));
        if (isMessage && !isExcepted(file.path, literal.text) && !catalogue.has(trimmed(literal.text))) {
            findings.push_back(file.path + ":" + std::to_string(literal.line) + ": \"" + literal.text +
                               "\" is in no message of " + std::string(kFolder));
        }
    }
}

std::set<std::string> slotsOf(const std::string& text)
{
    static const std::regex slot(R"(\{[1-9](:text)?\})");
    std::set<std::string> slots;
    for (std::sregex_iterator it(text.begin(), text.end(), slot), end; it != end; ++it) {
        slots.insert(it->str());
    }
    return slots;
}

void checkCatalogue(const File& file, Findings& findings)
{
    std::istringstream text(file.text);
    std::string line;
    if (!std::getline(text, line) || line != "en,it") {
        findings.push_back(file.path + ":1: the first line is not en,it");
    }
    std::set<std::string> seen;
    for (int number = 2; std::getline(text, line); ++number) {
        const auto where = file.path + ":" + std::to_string(number) + ": ";
        const auto cells = Catalogue::csvCells(line);
        if (cells.size() != 2 || cells[0].empty() || cells[1].empty()) {
            findings.push_back(where + "not a message in two languages");
        } else if (!seen.insert(cells[0]).second) {
            findings.push_back(where + "the message comes twice");
        } else if (cells[0].find("}{") != std::string::npos) {
            findings.push_back(where + "nothing stands between two values");
        } else if (!std::ranges::includes(slotsOf(cells[0]), slotsOf(cells[1]))) {
            findings.push_back(where + "the Italian has a value that the English has not");
        }
    }
}

} // namespace

Findings untranslatedMessages(const Tree& tree)
{
    Findings findings;
    for (const auto* file : tree.under(kFolder)) {
        checkCatalogue(*file, findings);
    }
    const Catalogue catalogue(tree);
    for (const auto* file : tree.under("src/")) {
        if (file->isCpp() && !roomOf(file->path).empty()) {
            checkSource(*file, catalogue, findings);
        }
    }
    return findings;
}

} // namespace observo::architecture
