// SPDX-License-Identifier: GPL-3.0-or-later
#include "Rooms.h"

#include <regex>
#include <sstream>

namespace observo::architecture {

const Arrows& allowedArrows()
{
    static const Arrows arrows = {
        {"core", {}},
        {"geo", {"core"}},
        {"census", {"core"}},
        {"feed", {"core"}},
        {"words", {"core"}},
        {"jobs", {"core"}},
        {"coverage", {"core", "geo"}},
        {"exchange", {"core", "geo", "census", "feed", "words"}},
        {"render", {"core", "geo", "coverage"}},
        {"mapview", {"core", "geo", "jobs", "render"}},
        {"print", {"core", "geo", "render"}},
        {"reader", {"core", "geo", "feed"}},
        {"cli", {"core", "geo", "census", "feed", "words", "coverage", "exchange", "render", "print"}},
        {"app",
         {"core", "geo", "census", "feed", "words", "jobs", "coverage", "exchange", "render", "mapview", "print"}},
    };
    return arrows;
}

Arrows declaredArrows(std::string_view cmake)
{
    static const std::regex comment("#[^\n]*");
    static const std::regex declaration(R"(observo_library\s*\(\s*(\w+)([^)]*)\))");
    static const std::set<std::string> keywords = {"USES", "LINKS", "SHOWS", "MOC", "UI"};
    const auto text = std::regex_replace(std::string(cmake), comment, "");
    Arrows arrows;
    for (std::sregex_iterator it(text.begin(), text.end(), declaration), end; it != end; ++it) {
        auto& uses = arrows[(*it)[1].str()];
        std::istringstream words((*it)[2].str());
        std::string word;
        std::string section;
        while (words >> word) {
            if (keywords.contains(word)) {
                section = word;
            } else if (section == "USES") {
                uses.insert(word);
            }
        }
    }
    return arrows;
}

} // namespace observo::architecture
