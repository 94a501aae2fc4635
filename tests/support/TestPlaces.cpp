// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestPlaces.h"

#include <stdlib.h>

#include <cstdlib>
#include <stdexcept>
#include <string>
#include <system_error>

namespace observo::test {

namespace fs = std::filesystem;

fs::path sourceFolder()
{
    return OBSERVO_SOURCE_FOLDER;
}

fs::path testDataFolder()
{
    return sourceFolder() / "tests" / "data";
}

fs::path programFolder()
{
    return OBSERVO_PROGRAM_FOLDER;
}

std::optional<fs::path> sharedFolder()
{
    const char* folder = std::getenv("OBSERVO_SHARED");
    if (folder == nullptr || *folder == '\0') {
        return std::nullopt;
    }
    return fs::path(folder);
}

TemporaryFolder::TemporaryFolder(std::string_view name)
{
    auto pattern = (fs::temp_directory_path() / (std::string(name) + "-XXXXXX")).string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        throw std::runtime_error("cannot make a temporary folder like " + pattern);
    }
    m_path = pattern;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

} // namespace observo::test
