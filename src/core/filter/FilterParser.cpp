// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/FilterParser.h"

#include "filter/FilterValues.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace observo {
namespace {

using Kind = FilterToken::Kind;

// Each level of the text may add an OR and an AND to the clause; SQLite's parser has a stack of 100 symbols, and the
// store allows expressions 100 deep.
constexpr std::size_t kDeepest = 24;
constexpr std::size_t kMostValues = 4096;

tl::unexpected<Error> expected(std::string_view wanted, const FilterToken& token, std::string advice)
{
    std::string what = token.kind == Kind::End ? "the filter ends where " : "";
    what += std::string(wanted) + " should stand" + atCharacter(token.at);
    return fail(ErrorCode::InvalidArgument, std::move(what), std::move(advice));
}

bool isValue(const FilterToken& token)
{
    return token.kind == Kind::Word || token.kind == Kind::Quoted;
}

Filter::Node negated(Filter::Node node)
{
    Filter::Node result;
    result.kind = Filter::Node::Kind::Not;
    result.children.push_back(std::move(node));
    return result;
}

Comparison comparisonOf(std::string_view sign)
{
    constexpr std::array<std::pair<std::string_view, Comparison>, 6> kSigns{{{"=", Comparison::Equal},
                                                                             {"!=", Comparison::NotEqual},
                                                                             {"<", Comparison::Less},
                                                                             {"<=", Comparison::LessOrEqual},
                                                                             {">", Comparison::Greater},
                                                                             {">=", Comparison::GreaterOrEqual}}};
    const auto* const found =
        std::find_if(kSigns.begin(), kSigns.end(), [&](const auto& known) { return known.first == sign; });
    expects(found != kSigns.end());
    return found->second;
}

} // namespace

FilterParser::FilterParser(std::vector<FilterToken> tokens) : m_tokens(std::move(tokens))
{
    expects(!m_tokens.empty() && m_tokens.back().kind == Kind::End);
}

FilterToken FilterParser::take()
{
    // The end is never passed, so that there is always a next token to look at.
    return m_next + 1 < m_tokens.size() ? m_tokens[m_next++] : m_tokens.back();
}

bool FilterParser::takeIf(std::string_view keyword)
{
    const bool found = peek().is(keyword);
    if (found) {
        take();
    }
    return found;
}

Result<Filter::Node> FilterParser::parse()
{
    auto node = chain(Node::Kind::Or);
    if (node && peek().kind != Kind::End) {
        return expected("and, or, or the end", peek(), "put a text with blanks in quotes");
    }
    return node;
}

Result<Filter::Node> FilterParser::chain(Node::Kind kind)
{
    const bool isOr = kind == Node::Kind::Or;
    Node result;
    result.kind = kind;
    do {
        auto part = isOr ? chain(Node::Kind::And) : negation();
        if (!part) {
            return part;
        }
        result.children.push_back(std::move(*part));
    } while (takeIf(isOr ? "or" : "and"));
    if (result.children.size() == 1) {
        Node only = std::move(result.children.front());
        return only;
    }
    return result;
}

Result<Filter::Node> FilterParser::negation()
{
    const FilterToken first = peek();
    if (!takeIf("not")) {
        return primary();
    }
    if (++m_depth > kDeepest) {
        return fail(ErrorCode::InvalidArgument, "nested more than 24 deep" + atCharacter(first.at), "simplify it");
    }
    auto inner = negation();
    --m_depth;
    return inner.map(negated);
}

Result<Filter::Node> FilterParser::primary()
{
    if (peek().kind != Kind::Open) {
        return condition();
    }
    const FilterToken open = take();
    if (++m_depth > kDeepest) {
        return fail(ErrorCode::InvalidArgument, "nested more than 24 deep" + atCharacter(open.at), "simplify it");
    }
    auto inner = chain(Node::Kind::Or);
    --m_depth;
    if (inner && peek().kind != Kind::Close) {
        return expected(")", peek(), "close the parenthesis" + atCharacter(open.at));
    }
    if (inner) {
        take();
    }
    return inner;
}

Result<Filter::Node> FilterParser::condition()
{
    const FilterToken first = take();
    const auto subject = filterSubject(first);
    if (!subject) {
        return fail(subject.error());
    }
    if (takeIf("is")) {
        return nullTest(*subject);
    }
    const bool isNot = takeIf("not");
    if (takeIf("in")) {
        return isNot ? oneOf(*subject).map(negated) : oneOf(*subject);
    }
    if (takeIf("like")) {
        return isNot ? pattern(*subject).map(negated) : pattern(*subject);
    }
    if (isNot || peek().kind != Kind::Operator) {
        return expected(isNot ? "in or like" : "an operator", peek(), "the operators are = != < <= > >= in like is");
    }
    return comparison(*subject);
}

Result<FieldValue> FilterParser::value(const FilterSubject& subject, Comparison comparison)
{
    const FilterToken token = take();
    if (!isValue(token)) {
        return expected("a value", token, "give a word, a number or a quoted text");
    }
    if (++m_values > kMostValues) {
        return fail(ErrorCode::InvalidArgument, "more than 4096 values" + atCharacter(token.at), "shorten the filter");
    }
    return filterValue(subject, comparison, token);
}

Result<Filter::Node> FilterParser::comparison(FilterSubject subject)
{
    Node node;
    node.kind = Node::Kind::Compare;
    node.subject = subject;
    node.comparison = comparisonOf(take().text);
    auto given = value(subject, node.comparison);
    if (!given) {
        return fail(std::move(given.error()));
    }
    node.values.push_back(std::move(*given));
    return node;
}

Result<Filter::Node> FilterParser::oneOf(FilterSubject subject)
{
    Node node;
    node.kind = Node::Kind::In;
    node.subject = subject;
    if (peek().kind != Kind::Open) {
        return expected("(", peek(), "write in (a, b)");
    }
    do {
        take(); // the parenthesis or the comma
        auto given = value(subject, Comparison::Equal);
        if (!given) {
            return fail(std::move(given.error()));
        }
        if (std::find(node.values.begin(), node.values.end(), *given) == node.values.end()) {
            node.values.push_back(std::move(*given));
        }
    } while (peek().kind == Kind::Comma);
    if (peek().kind != Kind::Close) {
        return expected("a comma or )", peek(), "write in (a, b)");
    }
    take();
    return node;
}

Result<Filter::Node> FilterParser::pattern(FilterSubject subject)
{
    const FilterToken token = take();
    if (!isValue(token)) {
        return expected("a pattern", token, "write like \"Piazza*\"");
    }
    auto text = filterPattern(subject, token);
    if (!text) {
        return fail(std::move(text.error()));
    }
    Node node;
    node.kind = Node::Kind::Like;
    node.subject = subject;
    node.values.push_back(std::move(*text));
    return node;
}

Result<Filter::Node> FilterParser::nullTest(FilterSubject subject)
{
    const bool isNot = takeIf("not");
    if (!takeIf("null")) {
        return expected("null", peek(), "write is null or is not null");
    }
    Node node;
    node.kind = Node::Kind::IsNull;
    node.subject = subject;
    return isNot ? negated(std::move(node)) : std::move(node);
}

} // namespace observo
