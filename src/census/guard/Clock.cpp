// SPDX-License-Identifier: GPL-3.0-or-later
#include "guard/Clock.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace observo::census {

std::string utcNow()
{
    using namespace std::chrono;
    const auto now = system_clock::now();
    const std::time_t seconds = system_clock::to_time_t(time_point_cast<std::chrono::seconds>(now));
    const auto milli = duration_cast<milliseconds>(now.time_since_epoch()).count() % 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 80> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", parts.tm_year + 1900,
                  parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, static_cast<int>(milli));
    return text.data();
}

std::string fileNameTime(const std::string& utc)
{
    std::string text;
    for (const char c : utc.substr(0, 19)) {
        if (c != '-' && c != ':') {
            text += c;
        }
    }
    return text + 'Z';
}

} // namespace observo::census
