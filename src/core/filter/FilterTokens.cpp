// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/FilterTokens.h"

#include "TextFold.h"
#include "TextShape.h"

#include <algorithm>
#include <array>
#include <utility>

namespace observo {
namespace {

using Kind = FilterToken::Kind;

constexpr std::size_t kLongest = std::size_t{64} * 1024;
constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kSigns = "()<>=!,\"'";

bool endsWord(char c)
{
    return kBlanks.find(c) != std::string_view::npos || kSigns.find(c) != std::string_view::npos;
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

/// Signs that other languages know and what to write here.
std::string_view adviceFor(std::string_view sign)
{
    if (sign == "==") {
        return "write =";
    }
    if (sign == "<>" || sign == "!") {
        return "write != or not";
    }
    return "the operators are = != < <= > >=";
}

/// Walks through the text once; each step reads one token.
class Tokenizer {
public:
    explicit Tokenizer(std::string_view text) : m_text(text) {}

    Result<std::vector<FilterToken>> run()
    {
        std::vector<FilterToken> tokens;
        for (skipBlanks(); m_at < m_text.size(); skipBlanks()) {
            auto token = next();
            if (!token) {
                return fail(std::move(token.error()));
            }
            tokens.push_back(std::move(*token));
        }
        tokens.push_back({Kind::End, {}, character()});
        return tokens;
    }

private:
    Result<FilterToken> next()
    {
        const char c = m_text[m_at];
        switch (c) {
        case '(':
            return sign(Kind::Open, 1);
        case ')':
            return sign(Kind::Close, 1);
        case ',':
            return sign(Kind::Comma, 1);
        case '"':
        case '\'':
            return quoted(c);
        case '=':
        case '!':
        case '<':
        case '>':
            return comparison();
        default:
            return word();
        }
    }

    FilterToken sign(Kind kind, std::size_t length)
    {
        FilterToken token{kind, std::string(m_text.substr(m_at, length)), character()};
        advance(length);
        return token;
    }

    Result<FilterToken> comparison()
    {
        const std::size_t end = std::min(m_text.find_first_not_of("=!<>", m_at), m_text.size());
        const std::string_view run = m_text.substr(m_at, end - m_at);
        constexpr std::array<std::string_view, 6> kKnown{"=", "!=", "<", "<=", ">", ">="};
        for (const std::string_view known : kKnown) {
            if (run == known) {
                return sign(Kind::Operator, run.size());
            }
        }
        return fail(ErrorCode::InvalidArgument, "unknown operator" + atCharacter(character()),
                    std::string(adviceFor(run)));
    }

    /// A quote within is written twice.
    Result<FilterToken> quoted(char quote)
    {
        FilterToken token{Kind::Quoted, {}, character()};
        advance(1);
        while (m_at < m_text.size()) {
            const std::size_t end = m_text.find(quote, m_at);
            if (end == std::string_view::npos) {
                break;
            }
            token.text.append(m_text.substr(m_at, end - m_at));
            advance(end + 1 - m_at);
            if (m_at >= m_text.size() || m_text[m_at] != quote) {
                return token;
            }
            token.text.push_back(quote);
            advance(1);
        }
        return fail(ErrorCode::InvalidArgument, "a quoted text that begins" + atCharacter(token.at) + " does not end",
                    std::string("close it with ") + quote);
    }

    Result<FilterToken> word()
    {
        std::size_t end = m_at;
        while (end < m_text.size() && !endsWord(m_text[end])) {
            if (isControl(m_text[end])) {
                return fail(ErrorCode::InvalidArgument, "a control character in the word" + atCharacter(character()),
                            "take it out");
            }
            ++end;
        }
        const std::string_view text = m_text.substr(m_at, end - m_at);
        for (const std::string_view curly : {"“", "”", "„", "«", "»"}) {
            if (text.find(curly) != std::string_view::npos) {
                return fail(ErrorCode::InvalidArgument, "a typographic quote in the word" + atCharacter(character()),
                            "write straight quotes: \"...\"");
            }
        }
        return sign(Kind::Word, text.size());
    }

    void skipBlanks()
    {
        const std::size_t end = std::min(m_text.find_first_not_of(kBlanks, m_at), m_text.size());
        advance(end - m_at);
    }

    void advance(std::size_t bytes)
    {
        m_character += characterCount(m_text.substr(m_at, bytes));
        m_at += bytes;
    }

    [[nodiscard]] std::size_t character() const { return m_character; }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_character = 1;
};

} // namespace

bool FilterToken::is(std::string_view keyword) const
{
    return kind == Kind::Word && text.size() == keyword.size() && lowerCase(text) == keyword;
}

std::string atCharacter(std::size_t at)
{
    return " at character " + std::to_string(at);
}

Result<std::vector<FilterToken>> filterTokens(std::string_view expression)
{
    if (expression.size() > kLongest) {
        return fail(ErrorCode::InvalidArgument, "the filter is longer than 64 KiB", "shorten it");
    }
    if (!isPlainUtf8(expression)) {
        return fail(ErrorCode::InvalidArgument, "the filter is not UTF-8 text", "type it again");
    }
    return Tokenizer(expression).run();
}

} // namespace observo
