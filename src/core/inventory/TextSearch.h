// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace observo {

/// What a person typed into a search box, ready to be compared with many codes and names: words in any order, each of
/// which must be found, without regard to case and accents.
class TextSearch {
public:
    explicit TextSearch(std::string_view words);

    [[nodiscard]] bool isEmpty() const { return m_words.empty(); }

    /// How well a camera answers, lower is better: 0 its code, 1 the beginning of its code, 2 the beginning of a word
    /// of its name, 3 somewhere within; nothing when a word is missing. The worst word counts.
    [[nodiscard]] std::optional<int> rank(std::string_view code, std::string_view name);

private:
    std::vector<std::string> m_words;
    std::string m_text; ///< code, line end and name, folded; kept so that a scan does not allocate
};

} // namespace observo
