// SPDX-License-Identifier: GPL-3.0-or-later
#include "Checks.h"
#include "CppText.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace observo::architecture {

namespace {

/// A third party: how its headers begin, the rooms behind which it stands, the rooms whose faces may name it.
struct ThirdParty {
    std::string_view name;
    std::vector<std::string_view> headers;
    std::set<std::string_view> rooms;
    std::set<std::string_view> faces;
};

const std::vector<ThirdParty>& thirdParties()
{
    static const std::vector<ThirdParty> parties = {
        {"tl::expected", {"tl/"}, {"core"}, {"core"}},
        {"GDAL", {"gdal", "ogr", "cpl_"}, {"geo", "reader"}, {}},
        {"PROJ", {"proj.h", "proj_", "geodesic.h"}, {"geo"}, {}},
        {"GEOS", {"geos"}, {"coverage"}, {}},
        {"SQLite", {"sqlite3"}, {"census", "reader"}, {}},
        {"libsodium", {"sodium"}, {"census", "exchange"}, {}},
        {"nlohmann-json", {"nlohmann/"}, {"census", "exchange", "app", "cli"}, {}},
        {"CLI11", {"CLI/"}, {"cli"}, {}},
        {"libseccomp", {"seccomp"}, {"reader"}, {}},
        {"libuchardet", {"uchardet"}, {"reader"}, {}},
        {"Qt", {"Q"}, {"jobs", "render", "print", "mapview", "app", "cli"}, {"jobs", "render", "print", "mapview"}},
    };
    return parties;
}

/// Pulls a whole Qt module into the file: seconds of building for every source that includes it.
constexpr std::array<std::string_view, 9> kUmbrellas = {
    "QtCore", "QtGui", "QtWidgets", "QtSvg", "QtConcurrent", "QtNetwork", "QtTest", "QtCharts", "QtPrintSupport"};

/// Makes files whole or not there at all, which std cannot promise.
constexpr std::string_view kCoreToTheSystem = "src/core/CheckedFile.cpp";

/// C and POSIX headers: the system, not a third party. Sources may use them; core and the faces are std alone.
bool isSystem(std::string_view header)
{
    static const std::set<std::string_view> known = {
        "dirent.h", "dlfcn.h", "iconv.h",   "setjmp.h", "errno.h", "fcntl.h",  "langinfo.h", "limits.h", "locale.h",
        "malloc.h", "poll.h",  "pthread.h", "pwd.h",    "sched.h", "signal.h", "spawn.h",    "stdio.h",  "stdlib.h",
        "string.h", "time.h",  "unistd.h",  "utime.h",  "math.h",  "stdint.h", "termios.h",  "cxxabi.h", "execinfo.h"};
    return known.contains(header) || header.starts_with("sys/") || header.starts_with("linux/");
}

bool isStandard(std::string_view header)
{
    return std::all_of(header.begin(), header.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

const ThirdParty* ownerOf(std::string_view header)
{
    for (const auto& party : thirdParties()) {
        for (const auto beginning : party.headers) {
            if (header.starts_with(beginning)) {
                return &party;
            }
        }
    }
    return nullptr;
}

/// What is wrong with including `header` in this file; nothing when all is well.
std::optional<std::string> complaint(std::string_view header, const File& file)
{
    const auto room = roomOf(file.path);
    const bool inFace = file.path.starts_with("include/");
    if (std::find(kUmbrellas.begin(), kUmbrellas.end(), header) != kUmbrellas.end()) {
        return "pulls in a whole Qt module; include the exact header";
    }
    if (isStandard(header)) {
        return std::nullopt;
    }
    if (isSystem(header)) {
        const bool stdAlone = inFace || (room == "core" && file.path != kCoreToTheSystem);
        return stdAlone ? std::optional<std::string>("core and the faces include nothing but std") : std::nullopt;
    }
    const auto* party = ownerOf(header);
    if (party == nullptr) {
        return "belongs to no known third party";
    }
    const auto& rooms = inFace ? party->faces : party->rooms;
    if (!rooms.contains(room)) {
        return std::string(party->name) + (inFace ? " may not stand in a face of " : " does not stand behind ") + room;
    }
    return std::nullopt;
}

} // namespace

Findings brokenFences(const Tree& tree)
{
    Findings findings;
    for (const auto& file : tree.files()) {
        if (roomOf(file.path).empty() || !file.isCpp()) {
            continue;
        }
        for (const auto& include : includesOf(file.text)) {
            // Between quotes stand our own headers; that they are ours is the business of the faces.
            if (!include.angled) {
                continue;
            }
            if (const auto why = complaint(include.path, file); why) {
                findings.push_back(file.path + ":" + std::to_string(include.line) + ": " + include.path + " " + *why);
            }
        }
    }
    return findings;
}

} // namespace observo::architecture
