// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/feed/FileInfo.h"
#include "observo/feed/Row.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace observo::feed {

/// What is read, and from where on.
struct Request {
    std::filesystem::path file;
    std::string layer{};                ///< empty: the first one with geometry, else the first one
    std::vector<std::string> columns{}; ///< empty: all, unless `noColumns`
    bool noColumns = false;
    bool withGeometry = true;
    std::optional<Box> box{};             ///< in the layer's own system
    std::optional<std::int64_t> rows{};   ///< at most so many, for a preview; 0 describes only
    std::string encoding{};               ///< overrides what the file says
    std::optional<TextTable> textTable{}; ///< overrides what is found in a text table

    friend bool operator==(const Request&, const Request&) = default;
};

/// What the reader process may use. The defaults are those of the product; tests set their own.
struct Limits {
    std::chrono::seconds processor{0};            ///< 0: 10 s and 1 s for each 4 MiB of input
    std::uint64_t memory = 1024ULL * 1024 * 1024; ///< address space, bytes; 0: no limit
    std::chrono::milliseconds silence{0};         ///< without a word from the reader; 0: by the processor's limit
    std::filesystem::path program{};              ///< empty: observo-reader beside the running program
    std::filesystem::path temporaryFolder{};      ///< where its private folder is made; empty: the system's
};

/// How a reading went.
struct ReadReport {
    std::int64_t rows = 0;
    std::vector<Problem> problems; ///< of the file and of rows, in order; every warning of a driver is here
    std::int64_t untold = 0;       ///< problems beyond the first thousand
};

/// A file of somebody else, read by a process of its own behind a fence (docs/decisions/0015): none of its bytes is
/// parsed here. The reader waits when rows are not taken, so memory stays bounded. Ends the process when it dies.
/// One thread at a time.
class Stream {
public:
    /// Starts the reader and waits for what it says about the file. `progress` is asked and told also while rows are
    /// taken; a cancel kills the reader. The error says what is wrong with the file, or how the reader ended. A picture
    /// is no error: it opens with `file().isPicture` and without layers.
    [[nodiscard]] static Result<Stream> open(const Request& request, const Progress& progress,
                                             const Limits& limits = {});
    Stream(Stream&&) noexcept;
    Stream& operator=(Stream&&) noexcept;
    ~Stream();

    [[nodiscard]] const FileInfo& file() const;
    /// The layer that is read. Its columns are those that were asked for, in the order of the request.
    [[nodiscard]] const Layer& layer() const;
    /// Takes the next row; false after the last one. After an error the stream is over.
    [[nodiscard]] Result<bool> next(Row& row);
    /// Complete once `next` has said false.
    [[nodiscard]] const ReadReport& report() const;

private:
    struct Body;
    explicit Stream(std::unique_ptr<Body> body);
    std::unique_ptr<Body> m_body;
};

/// The layers of a file and what it says of itself, without its rows.
[[nodiscard]] Result<FileInfo> describe(const std::filesystem::path& file, const Progress& progress,
                                        const Limits& limits = {});

} // namespace observo::feed
