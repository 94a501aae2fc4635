// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/FilterSql.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace observo {
namespace {

using Kind = Filter::Node::Kind;

/// A piece of the clause with its bindings, its height as an expression, and its place among its neighbours.
struct Part {
    std::string text;
    std::vector<FieldValue> bindings;
    int height = 1;
    std::size_t place = 0;
};

std::string_view signOf(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Equal:
        return " = ";
    case Comparison::NotEqual:
        return " <> ";
    case Comparison::Less:
        return " < ";
    case Comparison::LessOrEqual:
        return " <= ";
    case Comparison::Greater:
        return " > ";
    case Comparison::GreaterOrEqual:
        return " >= ";
    }
    return " = ";
}

/// The column as it stands in the file; an index on it can be used.
std::string column(const FilterSubject& subject)
{
    if (subject.field != nullptr) {
        return '"' + std::string(subject.field->name) + '"';
    }
    return subject.axis == FilterSubject::Axis::Lon ? "observo_lon(geom)" : "observo_lat(geom)";
}

/// The column with empty text as NULL: the store writes no empty text, but other programs do.
std::string known(const FilterSubject& subject)
{
    return subject.isText() ? "NULLIF(" + column(subject) + ", '')" : column(subject);
}

/// The higher operand comes first: SQLite's parser keeps one symbol a level for what stands on the left and three for
/// what stands on the right, and its stack takes a hundred.
Part joined(Part a, Part b, std::string_view word)
{
    if (std::pair(-b.height, b.place) < std::pair(-a.height, a.place)) {
        std::swap(a, b);
    }
    Part result;
    result.text.reserve(a.text.size() + b.text.size() + word.size() + 2);
    result.text.append("(").append(a.text).append(word).append(b.text).append(")");
    result.bindings = std::move(a.bindings);
    result.bindings.insert(result.bindings.end(), std::make_move_iterator(b.bindings.begin()),
                           std::make_move_iterator(b.bindings.end()));
    result.height = 1 + std::max(a.height, b.height);
    result.place = std::min(a.place, b.place);
    return result;
}

/// A long chain written as `a OR b OR c ...` would be as deep as it is long; joining the two lowest parts first keeps
/// it lowest. The order of operands does not matter in SQL's logic.
Part joinAll(std::vector<Part> parts, std::string_view word)
{
    const auto higher = [](const Part& a, const Part& b) {
        return std::pair(a.height, a.place) > std::pair(b.height, b.place);
    };
    const auto takeLowest = [&] {
        std::pop_heap(parts.begin(), parts.end(), higher);
        Part lowest = std::move(parts.back());
        parts.pop_back();
        return lowest;
    };
    std::make_heap(parts.begin(), parts.end(), higher);
    while (parts.size() > 1) {
        Part first = takeLowest();
        Part second = takeLowest();
        parts.push_back(joined(std::move(first), std::move(second), word));
        std::push_heap(parts.begin(), parts.end(), higher);
    }
    return std::move(parts.front());
}

/// Whether one of the codes joined by ';' is this one.
Part contains(const FilterSubject& subject, const FieldValue& code)
{
    Part part;
    part.text = "(instr(';' || replace(" + known(subject) + ", ' ', '') || ';', ?) > 0)";
    part.bindings.emplace_back(';' + std::get<std::string>(code) + ';');
    part.height = 7;
    return part;
}

Part negated(Part inner)
{
    inner.text = "NOT " + inner.text;
    ++inner.height;
    return inner;
}

Part compare(const Filter::Node& node, bool isExact)
{
    const FilterSubject& subject = node.subject;
    if (subject.type() == FieldType::Codes) {
        Part part = contains(subject, node.values.front());
        return node.comparison == Comparison::NotEqual ? negated(std::move(part)) : part;
    }
    const bool isPlain = node.comparison == Comparison::Equal && !isExact;
    Part part;
    part.text = '(' + (isPlain ? column(subject) : known(subject)) + std::string(signOf(node.comparison)) + "?)";
    part.bindings = node.values;
    part.height = 3;
    return part;
}

Part oneOf(const Filter::Node& node, bool isExact)
{
    const FilterSubject& subject = node.subject;
    if (subject.type() == FieldType::Codes) {
        std::vector<Part> parts;
        for (const FieldValue& value : node.values) {
            parts.push_back(contains(subject, value));
            parts.back().place = parts.size();
        }
        return joinAll(std::move(parts), " OR ");
    }
    Part part;
    part.text = '(' + (isExact ? known(subject) : column(subject)) + " IN (?";
    for (std::size_t i = 1; i < node.values.size(); ++i) {
        part.text += ", ?";
    }
    part.text += "))";
    part.bindings = node.values;
    part.height = 3;
    return part;
}

/// `isExact` where the difference between false and unknown shows, that is below a NOT: there, empty text must not
/// pass for a value.
Part write(const Filter::Node& node, bool isExact)
{
    switch (node.kind) {
    case Kind::And:
    case Kind::Or: {
        std::vector<Part> parts;
        for (const Filter::Node& child : node.children) {
            parts.push_back(write(child, isExact));
            parts.back().place = parts.size();
        }
        return joinAll(std::move(parts), node.kind == Kind::And ? " AND " : " OR ");
    }
    case Kind::Not:
        return negated(write(node.children.front(), true));
    case Kind::Compare:
        return compare(node, isExact);
    case Kind::In:
        return oneOf(node, isExact);
    case Kind::Like:
        return Part{"observo_like(?, " + known(node.subject) + ')', node.values, 3};
    case Kind::IsNull:
        return Part{'(' + known(node.subject) + " IS NULL)", {}, 3};
    }
    return {};
}

} // namespace

Filter::Sql filterSql(const Filter::Node& root)
{
    Part part = write(root, false);
    return {std::move(part.text), std::move(part.bindings)};
}

} // namespace observo
