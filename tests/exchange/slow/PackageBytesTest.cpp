// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of a whole package, changed one at a time: all of its ends, many of its middle.
#include "exchange/sealing/SealingWork.h"
#include "sealing/OpenedPackage.h"
#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>

#include <random>
#include <string>
#include <vector>

namespace observo::exchange {
namespace {

/// Opens the package with the recipient's key and reads it to its end, as an unpacking does, without writing.
bool isBelieved(const std::filesystem::path& file, const Identity& recipient)
{
    auto package = OpenedPackage::open(
        file, [&](const PackageHeader& header, Secret<kKeyBytes>& key) { return header.unwrap(recipient, key); });
    return package && (*package)->readCensus([](std::string_view) { return done(); }, Progress());
}

/// Every place in the first and last 4 KiB (clear header, manifest, end) and 10,000 anywhere.
std::vector<std::size_t> placesIn(std::size_t size, std::mt19937& random)
{
    constexpr std::size_t kEnds = 4096;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < kEnds; ++i) {
        places.push_back(i);
        places.push_back(size - 1 - i);
    }
    for (int i = 0; i < 10000; ++i) {
        places.push_back(random() % size);
    }
    return places;
}

TEST(PackageBytes, noneCanBeChanged)
{
    SealingWork work;
    ASSERT_TRUE(work.pack("a.opack"));
    const auto file = work.path("a.opack");
    const std::string whole = test::bytesOf(file);
    ASSERT_TRUE(isBelieved(file, work.recipient));
    std::mt19937 random(20261122);
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    ASSERT_GE(descriptor, 0);
    std::size_t believed = 0;
    for (const std::size_t at : placesIn(whole.size(), random)) {
        const char changed = static_cast<char>(whole[at] ^ (1 << (random() % 8)));
        ASSERT_EQ(::pwrite(descriptor, &changed, 1, static_cast<::off_t>(at)), 1);
        believed += isBelieved(file, work.recipient) ? 1U : 0U;
        ASSERT_EQ(::pwrite(descriptor, &whole[at], 1, static_cast<::off_t>(at)), 1);
    }
    ::close(descriptor);
    EXPECT_EQ(believed, 0U);
    EXPECT_TRUE(isBelieved(file, work.recipient));
}

TEST(PackageBytes, noCutIsTaken)
{
    SealingWork work;
    ASSERT_TRUE(work.pack("a.opack"));
    const std::string whole = test::bytesOf(work.path("a.opack"));
    std::mt19937 random(20261122);
    for (int i = 0; i < 500; ++i) {
        test::putBytes(work.path("b.opack"), whole.substr(0, random() % whole.size()));
        ASSERT_FALSE(isBelieved(work.path("b.opack"), work.recipient)) << i;
    }
}

} // namespace
} // namespace observo::exchange
