// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealing/OpenedPackage.h"

#include "exchange/sealing/SealingWork.h"
#include "formats/Bytes.h"
#include "sealing/ManifestText.h"
#include "support/exchange/CensusToExport.h"

#include <gtest/gtest.h>

namespace observo::exchange {
namespace {

/// What a dishonest recipient could make: a package sealed anew from the parts of another.
class Forgery {
public:
    Forgery(const std::filesystem::path& file, const PublicKey& recipient) : m_file(file)
    {
        EXPECT_TRUE(readySodium());
        fillRandom(m_key.room());
        m_stream = std::make_unique<SealingStream>(m_key, m_header);
        EXPECT_TRUE(m_header.wrapFor(recipient, m_key));
    }
    [[nodiscard]] std::string mark() const { return markOf(m_header.bytes()); }
    void write(const std::string& manifest, const std::string& signature, const std::string& census)
    {
        auto out = CheckedFile::create(m_file, Overwrite::Replace);
        ASSERT_TRUE(out);
        m_stream->setMark(mark());
        std::string first;
        appendLittle32(first, static_cast<std::uint32_t>(manifest.size()));
        ASSERT_TRUE(out->write(std::string_view(m_header.bytes())));
        ASSERT_TRUE(m_stream->write(*out, first + manifest + signature + census));
        ASSERT_TRUE(m_stream->finish(*out));
        ASSERT_TRUE(out->publish());
    }

private:
    std::filesystem::path m_file;
    Secret<kKeyBytes> m_key;
    PackageHeader m_header;
    std::unique_ptr<SealingStream> m_stream;
};

TEST(OpenedPackage, aManifestPutIntoAnotherPackageIsNotItsSenders)
{
    SealingWork work;
    const auto packed = work.pack("a.opack");
    ASSERT_TRUE(packed);
    const std::string manifest = manifestText(packed->manifest);
    Forgery forgery(work.path("b.opack"), work.stranger.publicKey());
    // The signature the recipient saw was made for the mark of the true package.
    forgery.write(manifest, signatureOf(manifest, "mark of the true one", work.sender), "census");
    const auto refused = work.unpack("b.opack", {.recipient = &work.stranger});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().what.find("signature"), std::string::npos);
}

TEST(OpenedPackage, aPackageSignedForOthersIsRefusedByThoseItDoesNotName)
{
    SealingWork work;
    const auto packed = work.pack("a.opack");
    ASSERT_TRUE(packed);
    const std::string manifest = manifestText(packed->manifest); // names the recipient, not the stranger
    Forgery forgery(work.path("b.opack"), work.stranger.publicKey());
    forgery.write(manifest, signatureOf(manifest, forgery.mark(), work.sender), "census");
    const auto refused = work.unpack("b.opack", {.recipient = &work.stranger});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().what.find("made for others"), std::string::npos);
}

TEST(OpenedPackage, aCensusOtherThanTheManifestsIsRefused)
{
    SealingWork work;
    auto manifest = work.pack("a.opack")->manifest;
    manifest.counter += 1;
    for (const std::string& census : {std::string("other bytes"), std::string(manifest.bytes, 'x'),
                                      std::string(manifest.bytes + 1, 'x'), std::string()}) {
        Forgery forgery(work.path("b.opack"), work.recipient.publicKey());
        forgery.write(manifestText(manifest), signatureOf(manifestText(manifest), forgery.mark(), work.sender), census);
        EXPECT_FALSE(work.unpack("b.opack")) << census.size();
        EXPECT_FALSE(std::filesystem::exists(work.path("out.gpkg")));
    }
}

TEST(OpenedPackage, aFileThatIsNotThereIsNamed)
{
    const auto opened =
        OpenedPackage::open("/nonexistent/a.opack", [](const PackageHeader&, Secret<kKeyBytes>&) { return done(); });
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::InputUnreadable);
}

} // namespace
} // namespace observo::exchange
