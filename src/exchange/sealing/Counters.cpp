// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealing/Counters.h"

#include "observo/core/CheckedFile.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace observo::exchange {
namespace {

using Json = nlohmann::ordered_json;

} // namespace

Result<Counters> Counters::read(const std::filesystem::path& file)
{
    Counters counters(file);
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return counters;
    }
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object()) {
        return fail(Error{.code = ErrorCode::InputUnreadable,
                          .what = "the counters of the packages cannot be read",
                          .file = file.string(),
                          .advice = "put back its copy; without it old packages would be taken for new"});
    }
    for (const auto& [key, value] : json.items()) {
        if (value.is_number_integer()) {
            counters.m_last[key] = value.get<std::int64_t>();
        }
    }
    return counters;
}

std::int64_t Counters::last(const std::string& key) const
{
    const auto found = m_last.find(key);
    return found == m_last.end() ? 0 : found->second;
}

Done Counters::keep(const std::string& key, std::int64_t counter)
{
    if (counter <= last(key)) {
        return done();
    }
    m_last[key] = counter;
    std::error_code error;
    std::filesystem::create_directories(m_file.parent_path(), error);
    auto out = CheckedFile::create(m_file, Overwrite::Replace);
    auto written = out ? out->write(std::string_view(Json(m_last).dump(1) + "\n")) : Done(fail(out.error()));
    return written ? out->publish() : written;
}

} // namespace observo::exchange
