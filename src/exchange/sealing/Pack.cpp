// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/Staging.h"
#include "formats/Bytes.h"
#include "sealing/Counters.h"
#include "sealing/ManifestText.h"
#include "sealing/OpenedPackage.h"
#include "sealing/SealedStream.h"

#include "observo/census/Reader.h"
#include "observo/exchange/Package.h"
#include "observo/exchange/Sha256.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <fstream>
#include <system_error>
#include <utility>

namespace observo::exchange {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = 1UL << 20U;

Done checkRequest(const PackRequest& request)
{
    expects(request.sender != nullptr);
    const bool hasWords = request.passphrase.has_value() && !request.passphrase->empty();
    if (request.recipients.empty() && !hasWords) {
        return fail(ErrorCode::InvalidArgument, "nobody could open the package",
                    "name a recipient's public key, or give a passphrase");
    }
    std::error_code error;
    if (request.overwrite == Overwrite::Refuse && fs::exists(fs::symlink_status(request.output, error))) {
        return fail(outputError(EEXIST, request.output));
    }
    return done();
}

/// A private folder for the plain copy: beside the census, where it lies plain already, or where temporary files go.
Result<Staging> plainFolder(const fs::path& census)
{
    auto beside = Staging::beside(census);
    std::error_code error;
    return beside ? std::move(beside) : Staging::beside(fs::temp_directory_path(error) / "census.gpkg");
}

Done forEachPiece(const fs::path& file, const std::function<Done(std::string_view)>& take)
{
    std::ifstream in(file, std::ios::binary);
    std::string piece(kPiece, '\0');
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
        if (auto taken = take(std::string_view(piece).substr(0, static_cast<std::size_t>(in.gcount()))); !taken) {
            return taken;
        }
    }
    return in.eof() ? done() : Done(fail(ErrorCode::CensusIo, "the copy of the census cannot be read"));
}

std::string now()
{
    const std::time_t seconds = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    ::gmtime_r(&seconds, &utc);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text.data();
}

/// The next counter: of the clock, so that a new computer needs no memory of the old one, but never less than the last.
std::int64_t nextCounter(std::int64_t last)
{
    const auto clock =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch());
    return std::max<std::int64_t>(last + 1, clock.count());
}

Done hashCensus(const fs::path& copy, Manifest& manifest)
{
    crypto_generichash_state hash;
    std::array<unsigned char, crypto_generichash_BYTES_MAX> digest{};
    crypto_generichash_init(&hash, nullptr, 0, digest.size());
    auto read = forEachPiece(copy, [&](std::string_view piece) {
        manifest.bytes += piece.size();
        crypto_generichash_update(&hash, bytesIn(piece).data(), piece.size());
        return done();
    });
    crypto_generichash_final(&hash, digest.data(), digest.size());
    manifest.censusBlake2b = hexOf(digest);
    return read;
}

Result<Manifest> describe(const fs::path& copy, const PackRequest& request)
{
    auto reader = census::Reader::open(copy);
    if (!reader) {
        return fail(reader.error());
    }
    const auto census = (*reader)->census();
    const auto facts = (*reader)->facts();
    if (!census || !facts) {
        return fail(!census ? census.error() : facts.error());
    }
    Manifest manifest{.census = census->id,
                      .issuingBody = census->issuingBody,
                      .sender = request.sender->publicKey(),
                      .recipients = request.recipients,
                      .hasPassphrase = request.passphrase.has_value(),
                      .purpose = request.purpose,
                      .packedAt = now(),
                      .auditHead = facts->logHead};
    auto hashed = hashCensus(copy, manifest);
    return hashed ? Result<Manifest>(std::move(manifest)) : fail(hashed.error());
}

Done countUp(Manifest& manifest, const PackRequest& request)
{
    auto counters = Counters::read(request.counters);
    if (!counters) {
        return fail(counters.error());
    }
    const std::string key = "packed " + manifest.sender.fingerprint() + " " + manifest.census.text();
    manifest.counter = nextCounter(counters->last(key));
    return counters->keep(key, manifest.counter);
}

Done wrap(PackageHeader& header, const PackRequest& request, const Secret<kKeyBytes>& key)
{
    auto wrapped = done();
    for (const PublicKey& recipient : request.recipients) {
        wrapped = wrapped ? header.wrapFor(recipient, key) : wrapped;
    }
    return wrapped && request.passphrase ? header.wrapBy(*request.passphrase, key) : wrapped;
}

Done seal(CheckedFile& out, const fs::path& copy, const Manifest& manifest, const PackRequest& request,
          const Secret<kKeyBytes>& key)
{
    PackageHeader header;
    SealingStream stream(key, header);
    if (auto wrapped = wrap(header, request, key); !wrapped) {
        return wrapped;
    }
    const std::string clear = header.bytes();
    const std::string mark = markOf(clear);
    stream.setMark(mark);
    const std::string text = manifestText(manifest);
    std::string first;
    appendLittle32(first, static_cast<std::uint32_t>(text.size()));
    first += text;
    first += signatureOf(text, mark, *request.sender);
    auto written = out.write(std::string_view(clear));
    written = written ? stream.write(out, first) : written;
    written = written ? forEachPiece(copy, [&](std::string_view piece) { return stream.write(out, piece); }) : written;
    return written ? stream.finish(out) : written;
}

/// Opens what stands on the disk, as a recipient would, and proves every byte.
Done readBack(const fs::path& file, const Secret<kKeyBytes>& key, const Manifest& manifest, const Progress& progress)
{
    const auto known = [&](const PackageHeader&, Secret<kKeyBytes>& room) {
        std::copy(key.bytes().begin(), key.bytes().end(), room.room().begin());
        return done();
    };
    const auto package = OpenedPackage::open(file, known);
    auto read = package ? (*package)->readCensus([](std::string_view) { return done(); }, progress)
                        : Done(fail(package.error()));
    if (read && (*package)->manifest().censusBlake2b == manifest.censusBlake2b) {
        return done();
    }
    return fail(Error{.code = ErrorCode::OutputFailed,
                      .what = "the package read back is not the one written",
                      .file = file.filename().string(),
                      .advice = "nothing was left behind; pack again, or choose another disk"});
}

} // namespace

Result<PackReport> packCensus(census::Session& session, const PackRequest& request, const Progress& progress)
{
    auto ready = readySodium();
    ready = ready ? checkRequest(request) : ready;
    auto folder = ready ? plainFolder(session.file()) : Result<Staging>(fail(ready.error()));
    if (!folder) {
        return fail(folder.error());
    }
    const fs::path copy = folder->folder() / "census.gpkg";
    auto copied = session.backupTo(copy, progress.part(0.0, 0.3));
    auto manifest = copied ? describe(copy, request) : Result<Manifest>(fail(copied.error()));
    auto counted = manifest ? countUp(*manifest, request) : Done(fail(manifest.error()));
    auto out =
        counted ? CheckedFile::create(request.output, request.overwrite) : Result<CheckedFile>(fail(counted.error()));
    if (!out) {
        return fail(out.error());
    }
    Secret<kKeyBytes> key;
    fillRandom(key.room());
    auto written = seal(*out, copy, *manifest, request, key);
    written = written ? out->seal() : written;
    written = written ? readBack(out->temporaryPath(), key, *manifest, progress.part(0.6, 1.0)) : written;
    written = written ? out->publish() : written;
    auto sha256 = written ? sha256OfFile(request.output) : Result<std::string>(fail(written.error()));
    if (!sha256) {
        return fail(sha256.error());
    }
    return PackReport{.written = request.output, .manifest = std::move(*manifest), .sha256 = std::move(*sha256)};
}

} // namespace observo::exchange
