// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Sha256.h"

#include <sodium.h>

#include <array>
#include <fstream>
#include <vector>

namespace observo::exchange {

namespace {

Error unreadable(const std::filesystem::path& file)
{
    return {.code = ErrorCode::InputUnreadable,
            .what = "the file cannot be read",
            .file = file.string(),
            .advice = "check that it exists and may be read"};
}

} // namespace

Result<std::string> sha256OfFile(const std::filesystem::path& file)
{
    // Opening a pipe would wait for somebody who writes to it.
    std::error_code unknown;
    if (std::filesystem::exists(file, unknown) && !std::filesystem::is_regular_file(file, unknown)) {
        return fail(Error{.code = ErrorCode::InputUnreadable,
                          .what = "this is not a file",
                          .file = file.string(),
                          .advice = "name a file, not a folder, a pipe or a device"});
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return fail(unreadable(file));
    }
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::vector<char> buffer(1U << 16U);
    while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(buffer.data()),
                                  static_cast<unsigned long long>(in.gcount()));
    }
    if (in.bad()) {
        return fail(unreadable(file));
    }
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&state, digest.data());
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> text{};
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return std::string(text.data());
}

} // namespace observo::exchange
