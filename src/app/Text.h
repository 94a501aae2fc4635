// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>
#include <string>
#include <string_view>

namespace observo::app {

// Between the UTF-8 of the rooms below and Qt's own strings and paths.

[[nodiscard]] QString toText(std::string_view utf8);
[[nodiscard]] std::string toUtf8(const QString& text);
[[nodiscard]] QString pathText(const std::filesystem::path& path);
[[nodiscard]] std::filesystem::path toPath(const QString& text);

} // namespace observo::app
