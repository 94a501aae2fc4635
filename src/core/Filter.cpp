// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Filter.h"

#include "TextFold.h"
#include "filter/FilterNode.h"
#include "filter/FilterParser.h"
#include "filter/FilterSql.h"
#include "filter/FilterTokens.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

namespace observo {
namespace {

using Kind = Filter::Node::Kind;

Truth truthOf(bool answer)
{
    return answer ? Truth::True : Truth::False;
}

Truth opposite(Truth truth)
{
    return static_cast<Truth>(static_cast<int>(Truth::True) - static_cast<int>(truth));
}

template <typename T>
int order(const T& a, const T& b)
{
    return static_cast<int>(b < a) - static_cast<int>(a < b);
}

/// Exact where a conversion of the whole number would round, as SQLite compares them.
int order(std::int64_t whole, double real)
{
    constexpr double kTwoTo63 = 9223372036854775808.0;
    if (real >= kTwoTo63) {
        return -1;
    }
    if (real < -kTwoTo63) {
        return 1;
    }
    const double floor = std::floor(real);
    const int sign = order(whole, static_cast<std::int64_t>(floor));
    return sign != 0 ? sign : -static_cast<int>(real > floor);
}

bool isUnknown(const FieldValue& value)
{
    if (const auto* const text = std::get_if<std::string>(&value)) {
        return text->empty();
    }
    if (const auto* const real = std::get_if<double>(&value)) {
        return std::isnan(*real);
    }
    return std::holds_alternative<std::monostate>(value);
}

/// Negative, zero or positive; nothing when the two cannot be compared.
struct Order {
    std::optional<int> operator()(const std::string& a, const std::string& b) const { return a.compare(b); }
    std::optional<int> operator()(std::int64_t a, std::int64_t b) const { return order(a, b); }
    std::optional<int> operator()(std::int64_t a, double b) const { return order(a, b); }
    std::optional<int> operator()(double a, std::int64_t b) const { return -order(b, a); }
    std::optional<int> operator()(double a, double b) const { return order(a, b); }
    std::optional<int> operator()(bool a, bool b) const { return order(a, b); }
    template <typename A, typename B>
    std::optional<int> operator()(const A&, const B&) const
    {
        return std::nullopt;
    }
};

bool holds(Comparison comparison, int order)
{
    switch (comparison) {
    case Comparison::Equal:
        return order == 0;
    case Comparison::NotEqual:
        return order != 0;
    case Comparison::Less:
        return order < 0;
    case Comparison::LessOrEqual:
        return order <= 0;
    case Comparison::Greater:
        return order > 0;
    case Comparison::GreaterOrEqual:
        return order >= 0;
    }
    return false;
}

/// Whether one of the codes joined by ';' is this one, blanks apart.
bool containsCode(const std::string& codes, const std::string& code)
{
    std::string closed = ";";
    std::remove_copy(codes.begin(), codes.end(), std::back_inserter(closed), ' ');
    closed.push_back(';');
    return closed.find(';' + code + ';') != std::string::npos;
}

/// Answers the conditions of one filter about one record.
class Question {
public:
    explicit Question(const Filter::Lookup& lookup) : m_lookup(lookup) {}

    [[nodiscard]] Truth ask(const Filter::Node& node) const
    {
        switch (node.kind) {
        case Kind::And:
        case Kind::Or:
            return chain(node);
        case Kind::Not:
            return opposite(ask(node.children.front()));
        case Kind::IsNull:
            return truthOf(isUnknown(value(node.subject)));
        case Kind::Compare:
        case Kind::In:
        case Kind::Like:
            break;
        }
        const FieldValue known = value(node.subject);
        return isUnknown(known) ? Truth::Unknown : condition(node, known);
    }

private:
    /// The first false decides an `and`, the first true an `or`; otherwise one unknown leaves it unknown.
    [[nodiscard]] Truth chain(const Filter::Node& node) const
    {
        const Truth deciding = truthOf(node.kind == Kind::Or);
        Truth result = opposite(deciding);
        for (const Filter::Node& child : node.children) {
            const Truth truth = ask(child);
            if (truth == deciding) {
                return deciding;
            }
            if (truth == Truth::Unknown) {
                result = Truth::Unknown;
            }
        }
        return result;
    }

    [[nodiscard]] static Truth condition(const Filter::Node& node, const FieldValue& known)
    {
        if (node.kind == Kind::Like) {
            return truthOf(globMatches(std::get<std::string>(node.values.front()), lowerCase(textOf(known))));
        }
        const Comparison comparison = node.kind == Kind::In ? Comparison::Equal : node.comparison;
        Truth result = Truth::False;
        for (const FieldValue& wanted : node.values) {
            const Truth truth = compare(node.subject, comparison, known, wanted);
            if (truth != Truth::False) {
                result = truth;
            }
            if (truth == Truth::True) {
                break;
            }
        }
        return result;
    }

    [[nodiscard]] static Truth compare(const FilterSubject& subject, Comparison comparison, const FieldValue& known,
                                       const FieldValue& wanted)
    {
        if (subject.type() == FieldType::Codes) {
            const bool has = containsCode(textOf(known), std::get<std::string>(wanted));
            return truthOf(has == (comparison == Comparison::Equal));
        }
        const std::optional<int> found = std::visit(Order{}, known, wanted);
        return found ? truthOf(holds(comparison, *found)) : Truth::Unknown;
    }

    [[nodiscard]] FieldValue value(const FilterSubject& subject) const
    {
        if (subject.field != nullptr) {
            return m_lookup.field(*subject.field);
        }
        const LonLat position = m_lookup.position();
        return subject.axis == FilterSubject::Axis::Lon ? position.lon : position.lat;
    }

    const Filter::Lookup& m_lookup;
};

void collectFields(const Filter::Node& node, std::vector<const FieldInfo*>& fields)
{
    const FieldInfo* const field = node.subject.field;
    if (field != nullptr && std::find(fields.begin(), fields.end(), field) == fields.end()) {
        fields.push_back(field);
    }
    for (const Filter::Node& child : node.children) {
        collectFields(child, fields);
    }
}

} // namespace

bool likeMatches(std::string_view pattern, std::string_view text)
{
    return globMatches(lowerCase(pattern), lowerCase(text));
}

Filter::Filter() = default;

Result<Filter> Filter::parse(std::string_view expression)
{
    auto tokens = filterTokens(expression);
    if (!tokens) {
        return fail(std::move(tokens.error()));
    }
    Filter filter;
    filter.m_text = expression;
    if (tokens->size() == 1) {
        return filter;
    }
    auto root = FilterParser(std::move(*tokens)).parse();
    if (!root) {
        return fail(std::move(root.error()));
    }
    filter.m_root = std::make_shared<const Node>(std::move(*root));
    return filter;
}

Truth Filter::ask(const Lookup& lookup) const
{
    return m_root ? Question(lookup).ask(*m_root) : Truth::True;
}

bool Filter::matches(const Camera& camera) const
{
    const Lookup lookup{.field = [&camera](const FieldInfo& field) { return valueOf(camera, field); },
                        .position = [&camera] { return camera.position; }};
    return ask(lookup) == Truth::True;
}

Filter::Sql Filter::sql() const
{
    return m_root ? filterSql(*m_root) : Sql{"1", {}};
}

std::vector<const FieldInfo*> Filter::fields() const
{
    std::vector<const FieldInfo*> fields;
    if (m_root) {
        collectFields(*m_root, fields);
    }
    return fields;
}

bool Filter::isEmpty() const
{
    return m_root == nullptr;
}

} // namespace observo
