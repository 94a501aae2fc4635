// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sealing/SealingWork.h"
#include "support/exchange/CensusToExport.h"

#include "observo/exchange/Package.h"

#include <gtest/gtest.h>

#include <random>

namespace observo::exchange {
namespace {

std::string contentOfFile(const std::filesystem::path& file)
{
    auto reader = census::Reader::open(file);
    EXPECT_TRUE(reader) << test::messageOf(reader);
    return reader ? test::contentOf(**reader) : std::string();
}

bool says(const Result<Manifest>& refused, std::string_view words)
{
    return !refused && refused.error().what.find(words) != std::string::npos;
}

TEST(Unpack, theCensusComesOutAsItWentIn)
{
    SealingWork work;
    const auto packed = work.pack("a.opack");
    ASSERT_TRUE(packed) << test::messageOf(packed);

    const auto manifest = work.unpack("a.opack");

    ASSERT_TRUE(manifest) << test::messageOf(manifest);
    EXPECT_EQ(manifest->counter, packed->manifest.counter);
    EXPECT_EQ(contentOfFile(work.path("out.gpkg")), test::contentOf(work.session().reader()));
    EXPECT_TRUE(manifest->sender.isSame(work.sender.publicKey()));
}

TEST(Unpack, aPassphraseOpensWhatWasSealedWithIt)
{
    SealingWork work;
    ASSERT_TRUE(work.pack("a.opack", {.passphrase = "una frase lunga"}));
    const auto wrong = work.unpack("a.opack", {.passphrase = "un'altra"});
    EXPECT_TRUE(says(wrong, "passphrase is wrong"));
    EXPECT_TRUE(work.unpack("a.opack", {.passphrase = "una frase lunga"}));
    EXPECT_TRUE(says(work.unpack("a.opack"), "not for this key"));
}

TEST(Unpack, otherKeysAreRefusedAndNothingIsWritten)
{
    SealingWork work;
    ASSERT_TRUE(work.pack("a.opack"));
    EXPECT_TRUE(says(work.unpack("a.opack", {.recipient = &work.stranger}), "not for this key"));
    EXPECT_FALSE(std::filesystem::exists(work.path("out.gpkg")));
    EXPECT_EQ(unpackCensus({.package = work.path("a.opack"), .output = work.path("out.gpkg")}, Progress()).error().code,
              ErrorCode::InvalidArgument);
}

TEST(Unpack, anUnknownSenderIsNamedAndRefusedUnlessAnyWillDo)
{
    SealingWork work;
    ASSERT_TRUE(work.pack("a.opack"));
    const auto refused = work.unpack("a.opack", {.senders = {work.stranger.publicKey()}});
    EXPECT_TRUE(says(refused, work.sender.publicKey().fingerprint()));
    EXPECT_TRUE(work.unpack("a.opack", {.anySender = true}));
}

TEST(Unpack, aPackageIsTakenOnceAndNeverAnOlderOne)
{
    SealingWork work;
    ASSERT_TRUE(work.pack("old.opack"));
    ASSERT_TRUE(work.pack("new.opack"));
    ASSERT_TRUE(work.unpack("new.opack"));
    EXPECT_TRUE(says(work.unpack("new.opack"), "taken already"));
    EXPECT_TRUE(says(work.unpack("old.opack"), "older than one"));
    EXPECT_TRUE(work.unpack("old.opack", {.acceptOlder = true}));
    EXPECT_TRUE(says(work.unpack("new.opack"), "taken already")); // accepting an old one forgets nothing
}

TEST(Unpack, everyByteCountsAndSoDoesItsEnd)
{
    SealingWork work;
    ASSERT_TRUE(work.pack("a.opack"));
    const std::string whole = test::bytesOf(work.path("a.opack"));
    std::mt19937 random(20261122);
    // Every byte of the clear start and of the manifest's block is tried, of the rest as many as time allows.
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < 700; ++at) {
        places.push_back(at);
    }
    for (int i = 0; i < 300; ++i) {
        places.push_back(random() % whole.size());
    }
    for (const std::size_t at : places) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ (1 << (random() % 8)));
        test::putBytes(work.path("b.opack"), changed);
        ASSERT_FALSE(work.unpack("b.opack")) << at;
        ASSERT_FALSE(std::filesystem::exists(work.path("out.gpkg"))) << at;
    }
    for (const std::size_t size : {std::size_t{0}, std::size_t{11}, std::size_t{100}, whole.size() / 2,
                                   whole.size() - 65553, whole.size() - 1}) {
        test::putBytes(work.path("b.opack"), whole.substr(0, size));
        EXPECT_FALSE(work.unpack("b.opack")) << size;
    }
    test::putBytes(work.path("b.opack"), whole + std::string(1, '\0'));
    EXPECT_FALSE(work.unpack("b.opack"));
    EXPECT_FALSE(std::filesystem::exists(work.path("out.gpkg")));
    EXPECT_TRUE(work.unpack("a.opack"));
}

TEST(Unpack, anExistingFileIsKeptUnlessReplacing)
{
    SealingWork work;
    ASSERT_TRUE(work.pack("a.opack"));
    test::putBytes(work.path("out.gpkg"), "precious");
    const auto refused = unpackCensus({.package = work.path("a.opack"),
                                       .output = work.path("out.gpkg"),
                                       .recipient = &work.recipient,
                                       .anySender = true,
                                       .counters = work.path("recipient.json")},
                                      Progress());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::OutputExists);
    EXPECT_EQ(test::bytesOf(work.path("out.gpkg")), "precious");
}

} // namespace
} // namespace observo::exchange
