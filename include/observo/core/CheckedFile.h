// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace observo {

/// Whether an existing file may be replaced.
enum class Overwrite { Refuse, Replace };

/// Writes a file that is whole or not there: a private temporary beside the final name (O_EXCL, 0600), every write
/// checked, fsync, rename, fsync of the folder. Destroyed before `publish`, it leaves nothing behind. The first failure
/// removes the temporary and is repeated by every later call. A link at the final name is followed; the file that is
/// replaced hands down its permissions.
class CheckedFile {
public:
    [[nodiscard]] static Result<CheckedFile> create(const std::filesystem::path& final, Overwrite overwrite);

    CheckedFile(CheckedFile&& other) noexcept;
    CheckedFile& operator=(CheckedFile&& other) noexcept;
    CheckedFile(const CheckedFile&) = delete;
    CheckedFile& operator=(const CheckedFile&) = delete;
    ~CheckedFile();

    [[nodiscard]] Done write(std::string_view bytes);
    [[nodiscard]] Done write(std::span<const std::byte> bytes);
    /// Flushes, syncs and closes the temporary, which can then be read back before it is published.
    [[nodiscard]] Done seal();
    /// Gives the sealed (or yet unsealed) file its final name and syncs the folder.
    [[nodiscard]] Done publish();

    [[nodiscard]] const std::filesystem::path& temporaryPath() const { return m_temporary; }
    [[nodiscard]] std::uint64_t bytesWritten() const { return m_written; }

private:
    CheckedFile(std::filesystem::path final, std::filesystem::path temporary, int descriptor, Overwrite overwrite);
    [[nodiscard]] Done flush();
    [[nodiscard]] Done refuse(int errnoValue);
    void discard() noexcept;

    std::filesystem::path m_final;
    std::filesystem::path m_temporary;
    std::string m_buffer;
    int m_descriptor = -1;
    Overwrite m_overwrite = Overwrite::Refuse;
    std::uint64_t m_written = 0;
    std::optional<Error> m_failure;
};

/// Turns errno of a failed output call into an Error (no space, denied, exists, failed), naming the file and, for a
/// full disk, how many bytes were needed.
[[nodiscard]] Error outputError(int errnoValue, const std::filesystem::path& file, std::uint64_t bytesNeeded = 0);

} // namespace observo
