// SPDX-License-Identifier: GPL-3.0-or-later
#include "Template.h"

#include <algorithm>
#include <numeric>

namespace observo::words {
namespace {

/// The place that begins the text, and how long it is written; length 0 when there is none.
struct WrittenSlot {
    Slot slot;
    std::size_t length = 0;
};

WrittenSlot slotAt(std::string_view text)
{
    constexpr std::string_view kMessage = ":text}";
    if (text.size() < 3 || text[0] != '{' || text[1] < '1' || text[1] > '9') {
        return {};
    }
    const Slot slot{.number = static_cast<std::size_t>(text[1] - '0'), .isMessage = text[2] == ':'};
    if (text[2] == '}') {
        return {slot, 3};
    }
    return text.substr(2).starts_with(kMessage) ? WrittenSlot{slot, 2 + kMessage.size()} : WrittenSlot{};
}

} // namespace

Template::Template(std::string_view text) : m_fixed(1)
{
    while (!text.empty()) {
        const auto [slot, length] = slotAt(text);
        if (length > 0) {
            m_slots.push_back(slot);
            m_fixed.emplace_back();
            text.remove_prefix(length);
        } else {
            m_fixed.back() += text.front();
            text.remove_prefix(1);
        }
    }
}

std::optional<Values> Template::match(std::string_view message) const
{
    Values values{};
    if (!message.starts_with(m_fixed.front()) || !matchRest(0, message.substr(m_fixed.front().size()), values)) {
        return std::nullopt;
    }
    return values;
}

/// `rest` is what follows the fixed text before the slot.
bool Template::matchRest(std::size_t slot, std::string_view rest, Values& values) const
{
    if (slot == m_slots.size()) {
        return rest.empty();
    }
    std::string_view& value = values.at(m_slots[slot].number);
    const std::string& next = m_fixed[slot + 1];
    if (slot + 1 == m_slots.size()) {
        value = rest.substr(0, rest.size() - std::min(next.size(), rest.size()));
        return rest.ends_with(next);
    }
    for (auto at = rest.find(next); at != std::string_view::npos; at = rest.find(next, at + 1)) {
        value = rest.substr(0, at);
        if (matchRest(slot + 1, rest.substr(at + next.size()), values)) {
            return true;
        }
    }
    return false;
}

bool Template::wrapsMessage() const
{
    return m_fixed.front().empty() && !m_slots.empty() && m_slots.front().isMessage;
}

std::size_t Template::weight() const
{
    return std::accumulate(m_fixed.begin(), m_fixed.end(), std::size_t{0},
                           [](std::size_t sum, const std::string& text) { return sum + text.size(); });
}

} // namespace observo::words
