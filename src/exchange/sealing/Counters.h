// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace observo::exchange {

/// The last counter of each sender and census that this user packed or took, in a small file of the user's. No file is
/// no counter; a file that cannot be read is an error, since forgetting would let old packages in.
class Counters {
public:
    [[nodiscard]] static Result<Counters> read(const std::filesystem::path& file);

    /// 0 when there is none.
    [[nodiscard]] std::int64_t last(const std::string& key) const;
    /// Keeps a counter that is higher than the last, on disk before it returns.
    [[nodiscard]] Done keep(const std::string& key, std::int64_t counter);

private:
    explicit Counters(std::filesystem::path file) : m_file(std::move(file)) {}

    std::filesystem::path m_file;
    std::map<std::string, std::int64_t> m_last;
};

} // namespace observo::exchange
