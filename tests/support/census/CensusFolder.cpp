// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/CensusFolder.h"

#include "support/census/SecondOpinion.h"

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace observo::test {
namespace {

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

void restore(const char* name, const std::string& value)
{
    if (value.empty()) {
        ::unsetenv(name);
    } else {
        ::setenv(name, value.c_str(), 1);
    }
}

template <typename T>
T must(Result<T> result)
{
    if (!result) {
        std::cerr << result.error().message() << '\n';
        std::abort();
    }
    return std::move(*result);
}

template <typename Record>
std::string textOfRecord(const Record& record)
{
    std::string text;
    for (const auto& field : fieldsOf(kindOf<Record>)) {
        const auto name = field.name;
        if (name != "row_version" && !name.starts_with("created_") && !name.starts_with("updated_")) {
            text += std::string(name) + "=" + observo::textOf(valueOf(record, field)) + ";";
        }
    }
    return text;
}

int appendRow(void* target, int count, char** values, char** /*names*/)
{
    auto& text = *static_cast<std::string*>(target);
    text += text.empty() ? "" : "\n";
    for (int i = 0; i < count; ++i) {
        text += (i == 0 ? "" : "|") + std::string(values[i] != nullptr ? values[i] : "");
    }
    return 0;
}

} // namespace

CensusFolder::CensusFolder()
    : m_folder("observo-census"), m_oldState(environment("XDG_STATE_HOME")), m_oldData(environment("XDG_DATA_HOME"))
{
    ::setenv("XDG_STATE_HOME", (m_folder / "state").c_str(), 1);
    ::setenv("XDG_DATA_HOME", (m_folder / "data").c_str(), 1);
}

CensusFolder::~CensusFolder()
{
    restore("XDG_STATE_HOME", m_oldState);
    restore("XDG_DATA_HOME", m_oldData);
}

census::OpenOptions optionsOf(std::string_view user)
{
    return {.actor = {.user = std::string(user), .host = "here", .program = "observo"}};
}

std::unique_ptr<census::Session> CensusFolder::create(std::string_view user) const
{
    return must(
        census::Session::create(file(), {.issuingBody = "Comune di Prova", .istatCode = "001272"}, optionsOf(user)));
}

std::unique_ptr<census::Session> CensusFolder::open(std::string_view user) const
{
    return must(census::Session::open(file(), optionsOf(user)));
}

std::unique_ptr<census::Reader> CensusFolder::reader() const
{
    return must(census::Reader::open(file()));
}

Camera addCamera(census::Session& session, const Camera& camera)
{
    const auto committed = must(session.perform({.label = "Place camera", .changes = {{std::nullopt, camera}}}));
    const auto found = std::ranges::find_if(committed.changes.changes, [](const Change& change) {
        return change.after && std::holds_alternative<Camera>(*change.after);
    });
    return std::get<Camera>(*found->after);
}

Camera stored(census::Session& session, CameraId id)
{
    return must(session.reader().camera(id));
}

std::string contentOf(census::Reader& reader)
{
    std::vector<std::string> lines;
    lines.push_back(textOfRecord(must(reader.census())));
    const auto add = [&](const auto& record) {
        lines.push_back(textOfRecord(record));
        return true;
    };
    static_cast<void>(must(reader.forEachCamera(
        {},
        [&](const Camera& camera) {
            add(camera);
            std::array<char, 80> place{};
            std::snprintf(place.data(), place.size(), "%a %a", camera.position.lon, camera.position.lat);
            lines.back() += place.data();
            return true;
        },
        Progress())));
    static_cast<void>(must(reader.forEachSite(add, Progress())));
    static_cast<void>(must(reader.forEachSystem(add, Progress())));
    std::ranges::sort(lines);
    std::string all;
    for (const auto& line : lines) {
        all += line + '\n';
    }
    return all;
}

std::vector<census::LogEntry> logOf(census::Reader& reader)
{
    std::vector<census::LogEntry> entries;
    static_cast<void>(must(census::forEachLogEntry(reader, {}, [&](const census::LogEntry& entry) {
        entries.push_back(entry);
        return true;
    })));
    return entries;
}

std::string sqlite(const std::filesystem::path& file, const std::string& sql)
{
    sqlite3* handle = nullptr;
    std::string message;
    const int opened = sqlite3_open(file.c_str(), &handle);
    addGeoPackageFunctions(handle);
    if (opened != SQLITE_OK || sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        message = sqlite3_errmsg(handle);
    }
    sqlite3_close(handle);
    return message;
}

std::string query(const std::filesystem::path& file, const std::string& sql)
{
    sqlite3* handle = nullptr;
    std::string text;
    EXPECT_EQ(sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), appendRow, &text, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
    sqlite3_close(handle);
    return text;
}

int run(const std::string& command, std::string* output)
{
    std::FILE* pipe = ::popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) {
        return -1;
    }
    std::string text;
    std::array<char, 4096> block{};
    while (const auto size = std::fread(block.data(), 1, block.size(), pipe)) {
        text.append(block.data(), size);
    }
    const int status = ::pclose(pipe);
    if (output != nullptr) {
        *output = text;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace observo::test
