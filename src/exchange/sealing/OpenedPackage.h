// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sealing/SealedStream.h"

#include "observo/exchange/Package.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace observo::exchange {

/// A package whose key is known and whose manifest was proved to be its sender's; what follows is the census.
class OpenedPackage {
public:
    /// How the key is had from the clear header.
    using Unwrap = std::function<Done(const PackageHeader& header, Secret<kKeyBytes>& key)>;
    [[nodiscard]] static Result<std::unique_ptr<OpenedPackage>> open(const std::filesystem::path& file,
                                                                     const Unwrap& unwrap);

    [[nodiscard]] const Manifest& manifest() const { return m_manifest; }
    /// Gives the census, piece by piece, to `take`, and proves at the end that it was all of it and nothing else.
    [[nodiscard]] Done readCensus(const std::function<Done(std::string_view)>& take, const Progress& progress);

private:
    explicit OpenedPackage(const std::filesystem::path& file) : m_file(file), m_in(file, std::ios::binary) {}
    [[nodiscard]] Done readManifest(std::string_view mark);
    /// Reads on until so many plain bytes are waiting.
    [[nodiscard]] Done await(std::size_t bytes);

    std::filesystem::path m_file;
    std::ifstream m_in;
    std::unique_ptr<UnsealingStream> m_stream;
    std::string m_waiting;
    Manifest m_manifest;
};

} // namespace observo::exchange
