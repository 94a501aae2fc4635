// SPDX-License-Identifier: GPL-3.0-or-later
#include "PrivateFolder.h"

#include <stdlib.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

namespace observo::feed {

Result<PrivateFolder> PrivateFolder::make(const std::filesystem::path& parent)
{
    std::error_code failed;
    const auto base = parent.empty() ? std::filesystem::temp_directory_path(failed) : parent;
    // Canonical, because the reader's fence knows folders by what they are and not by their names.
    const auto real = failed ? base : std::filesystem::canonical(base, failed);
    auto pattern = (real / "observo-reader-XXXXXX").string();
    if (failed || ::mkdtemp(pattern.data()) == nullptr) {
        const auto why = failed ? failed.message() : std::string(std::strerror(errno));
        return fail(Error{.code = ErrorCode::OutputDenied,
                          .what = "no private folder for reading files can be made: " + why,
                          .file = base.string(),
                          .advice = "check the temporary folder and the room on its disk"});
    }
    return PrivateFolder(pattern);
}

PrivateFolder::PrivateFolder(PrivateFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}

PrivateFolder& PrivateFolder::operator=(PrivateFolder&& other) noexcept
{
    if (this != &other) {
        remove();
        m_path = std::exchange(other.m_path, {});
    }
    return *this;
}

PrivateFolder::~PrivateFolder()
{
    remove();
}

void PrivateFolder::remove() noexcept
{
    if (!m_path.empty()) {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
}

} // namespace observo::feed
