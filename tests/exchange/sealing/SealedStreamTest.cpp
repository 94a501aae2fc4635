// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealing/SealedStream.h"

#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

#include <sstream>

namespace observo::exchange {
namespace {

class SealedStream : public testing::Test {
protected:
    SealedStream()
    {
        EXPECT_TRUE(readySodium());
        fillRandom(m_key.room());
    }
    std::string sealed(const std::string& plain)
    {
        SealingStream stream(m_key, m_header);
        stream.setMark("mark");
        auto out = CheckedFile::create(m_folder / "out", Overwrite::Replace);
        EXPECT_TRUE(out);
        // In odd pieces, so that blocks and pieces do not coincide.
        for (std::size_t at = 0; at < plain.size(); at += 1000) {
            EXPECT_TRUE(stream.write(*out, std::string_view(plain).substr(at, 1000)));
        }
        EXPECT_TRUE(stream.finish(*out));
        EXPECT_TRUE(out->publish());
        return test::bytesOf(m_folder / "out");
    }
    Result<std::string> opened(const std::string& bytes, const std::string& mark = "mark")
    {
        std::istringstream in(bytes);
        UnsealingStream stream(m_key, m_header, mark);
        std::string all;
        std::string block;
        while (true) {
            const auto more = stream.next(in, block);
            if (!more) {
                return fail(more.error());
            }
            if (!*more) {
                return all;
            }
            all += block;
        }
    }
    test::TemporaryFolder m_folder;
    Secret<kKeyBytes> m_key;
    PackageHeader m_header;
};

TEST_F(SealedStream, everyLengthComesBack)
{
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, kBlockBytes - 1, kBlockBytes, kBlockBytes + 1,
                                   3 * kBlockBytes, 3 * kBlockBytes + 17}) {
        std::string plain(size, 'x');
        for (std::size_t i = 0; i < size; i += 7) {
            plain[i] = static_cast<char>(i);
        }
        const auto back = opened(sealed(plain));
        ASSERT_TRUE(back) << size;
        EXPECT_EQ(*back, plain) << size;
    }
}

TEST_F(SealedStream, cutMovedAddedAndChangedBlocksAreRefused)
{
    constexpr std::size_t kSealed = kBlockBytes + 17;
    const std::string bytes = sealed(std::string(3 * kBlockBytes, 'x'));
    ASSERT_EQ(bytes.size(), 3 * kSealed);
    ASSERT_TRUE(opened(bytes));
    EXPECT_FALSE(opened(bytes.substr(0, 2 * kSealed)));      // the end is missing
    EXPECT_FALSE(opened(bytes.substr(0, bytes.size() - 1))); // cut
    EXPECT_FALSE(opened(bytes + "x"));                       // more behind
    EXPECT_FALSE(opened(bytes + bytes.substr(0, kSealed)));  // a block behind
    EXPECT_FALSE(opened(bytes.substr(kSealed)));             // the start is missing
    EXPECT_FALSE(opened(bytes.substr(kSealed, kSealed) + bytes.substr(0, kSealed) + bytes.substr(2 * kSealed)));
    EXPECT_FALSE(opened(bytes, "other mark"));
    EXPECT_FALSE(opened(""));
}

} // namespace
} // namespace observo::exchange
