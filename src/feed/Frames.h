// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace observo::feed {

/// What a frame holds. A frame is its payload's length (four bytes), its kind (one byte) and the payload.
enum class FrameKind : std::uint8_t { Hello = 1, File = 2, Rows = 3, Problem = 4, Progress = 5, End = 6, Failure = 7 };

constexpr std::size_t kFrameHead = 5;
constexpr std::uint32_t kMagic = 0x4653424F; // "OBSF"
constexpr std::uint16_t kVersion = 1;

// What the parent accepts at most; the reader keeps to the same figures and says what it left out.
constexpr std::size_t kMostPayload = 64UL * 1024 * 1024;
constexpr std::size_t kMostLayers = 1000;
constexpr std::size_t kMostColumns = 5000;
constexpr std::size_t kMostName = 4096;
constexpr std::size_t kLongestWkt = 1024UL * 1024;
constexpr std::size_t kMostText = 16UL * 1024 * 1024;
constexpr std::size_t kMostPoints = 3'000'000;
constexpr std::size_t kMostRowsInFrame = 65'536;
constexpr std::size_t kMostProblemsInRow = 32;
constexpr std::size_t kMostListed = 10'000;

/// What stands before a value.
enum class ValueTag : std::uint8_t { Unknown = 0, Text = 1, Whole = 2, Real = 3, True = 4, False = 5 };

} // namespace observo::feed
