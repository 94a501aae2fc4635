// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "input/InputFormat.h"

#include "observo/core/Result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace observo::reader {

/// A file that was opened; closed when the value goes.
class OpenFile {
public:
    explicit OpenFile(int descriptor = -1) : m_descriptor(descriptor) {}
    OpenFile(OpenFile&& other) noexcept;
    OpenFile& operator=(OpenFile&& other) noexcept;
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile();

    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

/// The input as the drivers see it: under a fixed name in the private folder, with the side files that belong to it
/// and no others.
struct StagedInput {
    std::filesystem::path folder;
    std::filesystem::path file; ///< folder / fixed name
    InputFormat format = InputFormat::TextTable;
    std::string stem; ///< of the original name: what layers without a name of their own are called
    std::string head; ///< the first kilobytes
    std::uint64_t bytes = 0;
    std::vector<OpenFile> opened; ///< what the fence must let through

    [[nodiscard]] bool has(const char* sideEnding) const; ///< ".prj": whether that side file came along
    [[nodiscard]] std::filesystem::path side(const char* sideEnding) const;
};

/// Opens the file (regular, canonical, no link) and what belongs to it, tells its format, and puts it into the private
/// folder: a GeoPackage as a copy with its journal, because reading one may have to mend it; others as a link to the
/// very file that was opened. Nothing of the content is believed here but the first bytes.
[[nodiscard]] Result<StagedInput> stage(const std::filesystem::path& file, const std::filesystem::path& folder);

/// Gives the input another fixed name, when its format is known better.
[[nodiscard]] Done rename(StagedInput& input, InputFormat format);

} // namespace observo::reader
