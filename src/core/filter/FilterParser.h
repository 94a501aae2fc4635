// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filter/FilterNode.h"
#include "filter/FilterTokens.h"

#include "observo/core/Result.h"

#include <cstddef>
#include <vector>

namespace observo {

/// Reads a filter from its tokens by recursive descent: `or` binds least, then `and`, then `not`. It refuses what is
/// nested so deeply, or holds so many values, that SQLite would refuse the clause made of it.
class FilterParser {
public:
    explicit FilterParser(std::vector<FilterToken> tokens);

    [[nodiscard]] Result<Filter::Node> parse();

private:
    using Node = Filter::Node;

    [[nodiscard]] const FilterToken& peek() const { return m_tokens[m_next]; }
    FilterToken take();
    bool takeIf(std::string_view keyword);

    [[nodiscard]] Result<Node> chain(Node::Kind kind);
    [[nodiscard]] Result<Node> negation();
    [[nodiscard]] Result<Node> primary();
    [[nodiscard]] Result<Node> condition();
    [[nodiscard]] Result<Node> comparison(FilterSubject subject);
    [[nodiscard]] Result<Node> oneOf(FilterSubject subject);
    [[nodiscard]] Result<Node> pattern(FilterSubject subject);
    [[nodiscard]] Result<Node> nullTest(FilterSubject subject);
    [[nodiscard]] Result<FieldValue> value(const FilterSubject& subject, Comparison comparison);

    std::vector<FilterToken> m_tokens;
    std::size_t m_next = 0;
    std::size_t m_depth = 0;
    std::size_t m_values = 0;
};

} // namespace observo
