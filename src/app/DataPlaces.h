// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>
#include <optional>

namespace observo::app {

/// The folder data/ installed beside the program, or that of the source tree it was built from.
[[nodiscard]] std::optional<std::filesystem::path> dataFolder();
/// The records of the sample census, when they are installed.
[[nodiscard]] std::optional<std::filesystem::path> sampleFolder();
/// The user's own copy of the sample census, made when it is first opened.
[[nodiscard]] std::filesystem::path sampleCensus();
/// Where people look for their files.
[[nodiscard]] QString documentsFolder();
/// A private folder of this user for the program's own files; made when missing, readable by nobody else.
[[nodiscard]] std::filesystem::path privateFolder(const char* name);

} // namespace observo::app
