// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Sha256.h"

#include <sodium.h>

#include <array>
#include <fstream>
#include <vector>

namespace observo::exchange {

Result<std::string> sha256OfFile(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        return fail(Error{.code = ErrorCode::InputUnreadable,
                          .what = "the file cannot be read",
                          .file = file.string(),
                          .advice = "check that it exists and may be read"});
    }
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::vector<char> buffer(1U << 16U);
    while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0) {
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(buffer.data()),
                                  static_cast<unsigned long long>(in.gcount()));
    }
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&state, digest.data());
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> text{};
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return std::string(text.data());
}

} // namespace observo::exchange
