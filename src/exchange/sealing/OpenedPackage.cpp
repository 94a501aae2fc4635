// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealing/OpenedPackage.h"

#include "formats/Bytes.h"
#include "sealing/ManifestText.h"

#include <sodium.h>

#include <array>
#include <utility>

namespace observo::exchange {
namespace {

constexpr std::size_t kLengthBytes = 4;
constexpr std::size_t kMostManifest = 1UL << 20U;

tl::unexpected<Error> damaged()
{
    return fail(ErrorCode::InputNotUnderstood, "the package is damaged, cut off or was changed",
                "nothing of it was taken: ask its sender for it again");
}

} // namespace

Result<std::unique_ptr<OpenedPackage>> OpenedPackage::open(const std::filesystem::path& file, const Unwrap& unwrap)
{
    if (auto ready = readySodium(); !ready) {
        return fail(ready.error());
    }
    std::unique_ptr<OpenedPackage> package(new OpenedPackage(file));
    if (!package->m_in) {
        return fail(Error{.code = ErrorCode::InputUnreadable,
                          .what = "the package cannot be read",
                          .file = file.string(),
                          .advice = "check the name of the file and whether it may be read"});
    }
    std::string raw;
    const auto header = PackageHeader::read(package->m_in, raw);
    Secret<kKeyBytes> key;
    auto opened = header ? unwrap(*header, key) : Done(fail(header.error()));
    if (opened) {
        const std::string mark = markOf(raw);
        package->m_stream = std::make_unique<UnsealingStream>(key, *header, mark);
        opened = package->readManifest(mark);
    }
    if (!opened) {
        opened.error().file = file.string();
        return fail(opened.error());
    }
    return package;
}

Done OpenedPackage::await(std::size_t bytes)
{
    std::string block;
    while (m_waiting.size() < bytes) {
        const auto more = m_stream->next(m_in, block);
        if (!more || !*more) {
            return more ? Done(damaged()) : Done(fail(more.error()));
        }
        m_waiting += block;
    }
    return done();
}

Done OpenedPackage::readManifest(std::string_view mark)
{
    if (auto read = await(kLengthBytes); !read) {
        return read;
    }
    const std::size_t size = little32At(m_waiting, 0);
    if (size > kMostManifest) {
        return damaged();
    }
    if (auto read = await(kLengthBytes + size + kSignatureBytes); !read) {
        return read;
    }
    const std::string text = m_waiting.substr(kLengthBytes, size);
    const std::string signature = m_waiting.substr(kLengthBytes + size, kSignatureBytes);
    const auto sender = senderIn(text);
    if (!sender) {
        return fail(sender.error());
    }
    if (!isSignedBy(*sender, text, mark, signature)) {
        return fail(ErrorCode::InputNotUnderstood, "the signature of the package is not its sender's",
                    "somebody who can open it has changed it: ask its sender for it again");
    }
    auto manifest = manifestFrom(text);
    if (!manifest) {
        return fail(manifest.error());
    }
    m_manifest = std::move(*manifest);
    m_waiting.erase(0, kLengthBytes + size + kSignatureBytes);
    return done();
}

Done OpenedPackage::readCensus(const std::function<Done(std::string_view)>& take, const Progress& progress)
{
    crypto_generichash_state hash;
    std::array<unsigned char, crypto_generichash_BYTES_MAX> digest{};
    crypto_generichash_init(&hash, nullptr, 0, digest.size());
    std::uint64_t bytes = 0;
    std::string block = std::exchange(m_waiting, {});
    while (true) {
        bytes += block.size();
        crypto_generichash_update(&hash, bytesIn(block).data(), block.size());
        auto taken = bytes <= m_manifest.bytes ? take(block) : Done(damaged());
        if (!taken) {
            return taken;
        }
        if (progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "cancelled", "nothing was written");
        }
        progress.report(static_cast<double>(bytes) / static_cast<double>(m_manifest.bytes + 1));
        const auto more = m_stream->next(m_in, block);
        if (!more) {
            Error error = more.error();
            error.file = m_file.string();
            return fail(std::move(error));
        }
        if (!*more) {
            break;
        }
    }
    crypto_generichash_final(&hash, digest.data(), digest.size());
    const bool isIt = bytes == m_manifest.bytes && hexOf(digest) == m_manifest.censusBlake2b;
    return isIt ? done() : Done(damaged());
}

} // namespace observo::exchange
