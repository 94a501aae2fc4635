// SPDX-License-Identifier: GPL-3.0-or-later
#include "CppText.h"

#include <algorithm>
#include <cctype>
#include <regex>
#include <sstream>
#include <utility>

namespace observo::architecture {

namespace {

bool isWord(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

void blank(std::string& text, std::size_t from, std::size_t to)
{
    for (auto i = from; i < std::min(to, text.size()); ++i) {
        if (text[i] != '\n') {
            text[i] = ' ';
        }
    }
}

/// The end (one past) of the string or character that opens at `at`, escapes respected.
std::size_t endOfQuoted(std::string_view text, std::size_t at)
{
    const char quote = text[at];
    for (auto i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == quote || text[i] == '\n') {
            return i + 1;
        }
    }
    return text.size();
}

/// The end of the raw string whose quote is at `at`: R"mark( ... )mark".
std::size_t endOfRaw(std::string_view text, std::size_t at)
{
    const auto open = text.find('(', at);
    if (open == std::string_view::npos) {
        return text.size();
    }
    const auto close = ")" + std::string(text.substr(at + 1, open - at - 1)) + "\"";
    const auto end = text.find(close, open);
    return end == std::string_view::npos ? text.size() : end + close.size();
}

bool isRawPrefix(std::string_view text, std::size_t quote)
{
    return quote > 0 && text[quote - 1] == 'R' &&
           (quote < 2 || !isWord(text[quote - 2]) || text[quote - 2] == '8' || text[quote - 2] == 'u' ||
            text[quote - 2] == 'L');
}

/// A quote between digits separates them: 1'000.
bool isDigitSeparator(std::string_view text, std::size_t at)
{
    return at > 0 && at + 1 < text.size() && std::isxdigit(static_cast<unsigned char>(text[at - 1])) != 0 &&
           std::isxdigit(static_cast<unsigned char>(text[at + 1])) != 0;
}

std::string withoutDirectives(std::string code)
{
    std::size_t start = 0;
    while (start < code.size()) {
        auto end = code.find('\n', start);
        const auto first = code.find_first_not_of(" \t", start);
        if (first != std::string::npos && code[first] == '#') {
            while (end != std::string::npos && end > 0 && code[end - 1] == '\\') {
                end = code.find('\n', end + 1);
            }
            blank(code, start, end);
        }
        start = end == std::string::npos ? code.size() : end + 1;
    }
    return code;
}

} // namespace

std::string codeOf(std::string_view text)
{
    std::string code(text);
    std::size_t i = 0;
    while (i < text.size()) {
        if (text.compare(i, 2, "//") == 0) {
            const auto end = std::min(text.find('\n', i), text.size());
            blank(code, i, end);
            i = end;
        } else if (text.compare(i, 2, "/*") == 0) {
            const auto close = text.find("*/", i + 2);
            const auto end = close == std::string_view::npos ? text.size() : close + 2;
            blank(code, i, end);
            i = end;
        } else if (text[i] == '"' || (text[i] == '\'' && !isDigitSeparator(text, i))) {
            const auto end = text[i] == '"' && isRawPrefix(text, i) ? endOfRaw(text, i) : endOfQuoted(text, i);
            blank(code, i + 1, end - 1);
            i = end;
        } else {
            ++i;
        }
    }
    return code;
}

std::vector<Include> includesOf(std::string_view text)
{
    static const std::regex pattern(R"(^\s*#\s*include\s*(["<])([^">]+)[">])");
    const auto code = codeOf(text);
    std::vector<Include> found;
    std::istringstream rawLines{std::string(text)};
    std::istringstream codeLines{code};
    std::string raw;
    std::string stripped;
    for (int line = 1; std::getline(rawLines, raw) && std::getline(codeLines, stripped); ++line) {
        std::smatch match;
        // The stripped line tells whether this is code at all; the raw one still has the name in quotes.
        if (stripped.find('#') != std::string::npos && std::regex_search(raw, match, pattern)) {
            found.push_back({line, match[2].str(), match[1].str() == "<"});
        }
    }
    return found;
}

int lineCount(std::string_view text)
{
    const auto breaks = std::count(text.begin(), text.end(), '\n');
    const bool open = !text.empty() && text.back() != '\n';
    return static_cast<int>(breaks) + (open ? 1 : 0);
}

namespace {

enum class Scope { Names, Values, Body };

/// Without template parameters and attributes: what is left says what a brace opens.
std::string essence(const std::string& head)
{
    static const std::regex attribute(R"(\[\[[^\]]*\]\]|alignas\s*\([^)]*\))");
    auto text = std::regex_replace(head, attribute, " ");
    auto at = text.find("template");
    while (at != std::string::npos) {
        const auto open = text.find('<', at);
        if (open == std::string::npos) {
            break;
        }
        int depth = 0;
        auto end = open;
        for (; end < text.size(); ++end) {
            depth += text[end] == '<' ? 1 : text[end] == '>' ? -1 : 0;
            if (depth == 0) {
                break;
            }
        }
        text.erase(at, std::min(end, text.size() - 1) - at + 1);
        at = text.find("template");
    }
    return text;
}

bool assignsOutsideParentheses(std::string head)
{
    static const std::regex operators(R"(operator\s*[-+*/%=<>!&|^~\[\]]+|[=<>!]=)");
    head = std::regex_replace(head, operators, " ");
    int depth = 0;
    for (const char c : head) {
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == '=' && depth == 0) {
            return true;
        }
    }
    return false;
}

bool endsLikeLambda(const std::string& head)
{
    static const std::regex lambda(
        R"(\[[^\[\]]*\]\s*(\([^{};]*\))?\s*(mutable|constexpr|noexcept|\s)*(->\s*[\w:<>&*,\s]+)?\s*$)");
    return std::regex_search(head, lambda);
}

Scope scopeOpenedBy(const std::string& head, Scope around)
{
    static const std::regex names(R"(\b(namespace|class|struct|union|enum|extern)\b)");
    if (around == Scope::Body || endsLikeLambda(head)) {
        return Scope::Body;
    }
    if (around == Scope::Values) {
        return Scope::Values;
    }
    const auto said = essence(head);
    if (assignsOutsideParentheses(said)) {
        return Scope::Values;
    }
    if (said.find('(') != std::string::npos) {
        return Scope::Body;
    }
    if (std::regex_search(said, names)) {
        return Scope::Names;
    }
    // With nothing before it: the body after a constructor's initialisers in braces.
    const bool empty = said.find_first_not_of(" \t\n,") == std::string::npos;
    return empty ? Scope::Body : Scope::Values;
}

} // namespace

namespace {

/// Walks through the code once and notes each outermost body.
class FunctionReader {
public:
    std::vector<Function> read(const std::string& code)
    {
        for (const char c : code) {
            if (c == '{') {
                openBrace();
            } else if (c == '}') {
                closeBrace();
            } else if (endsHead(c)) {
                m_head.clear();
            } else {
                addToHead(c);
            }
            m_line += c == '\n' ? 1 : 0;
        }
        return std::move(m_found);
    }

private:
    struct Brace {
        Scope scope = Scope::Names;
        std::string headAround; ///< continues after a brace inside a parameter list, as in f(X x = {})
        int headLine = 0;
    };

    Scope scope() const { return m_braces.empty() ? Scope::Names : m_braces.back().scope; }

    bool isInsideParentheses() const
    {
        return std::count(m_head.begin(), m_head.end(), '(') > std::count(m_head.begin(), m_head.end(), ')');
    }

    bool isAccessLabel() const
    {
        static const std::regex label(R"((public|private|protected)( slots| Q_SLOTS)? ?|signals|Q_SIGNALS)");
        return std::regex_match(m_head, label);
    }

    bool endsHead(char c) const
    {
        return c == ';' || (c == ':' && isAccessLabel()) ||
               (c == ',' && scope() == Scope::Values && !isInsideParentheses());
    }

    void addToHead(char c)
    {
        if (std::isspace(static_cast<unsigned char>(c)) != 0) {
            // One space for many: comments have become spaces, and the patterns above go back over each.
            if (!m_head.empty() && m_head.back() != ' ') {
                m_head += ' ';
            }
            return;
        }
        if (m_head.empty()) {
            m_headLine = m_line;
        }
        m_head += c;
    }

    void openBrace()
    {
        if (scope() == Scope::Names && isInsideParentheses() && !endsLikeLambda(m_head)) {
            m_braces.push_back({Scope::Values, m_head, m_headLine});
            m_head.clear();
            return;
        }
        const auto opened = scopeOpenedBy(m_head, scope());
        if (opened == Scope::Body && scope() != Scope::Body) {
            m_open = {m_head.empty() ? m_line : m_headLine, 0, m_head};
            m_bodyDepth = m_braces.size() + 1;
        }
        m_braces.push_back({opened, {}, 0});
        m_head.clear();
    }

    void closeBrace()
    {
        if (m_braces.empty()) {
            return;
        }
        if (m_braces.size() == m_bodyDepth) {
            m_open.lines = m_line - m_open.line + 1;
            m_found.push_back(m_open);
            m_bodyDepth = 0;
        }
        m_head = m_braces.back().headAround;
        m_headLine = m_braces.back().headLine;
        m_braces.pop_back();
    }

    std::vector<Brace> m_braces;
    std::vector<Function> m_found;
    Function m_open;
    std::size_t m_bodyDepth = 0;
    std::string m_head;
    int m_line = 1;
    int m_headLine = 1;
};

} // namespace

std::vector<Function> functionsOf(std::string_view text)
{
    return FunctionReader().read(withoutDirectives(codeOf(text)));
}

} // namespace observo::architecture
