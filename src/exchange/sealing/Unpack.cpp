// SPDX-License-Identifier: GPL-3.0-or-later
#include "sealing/Counters.h"
#include "sealing/OpenedPackage.h"

#include "observo/census/Reader.h"
#include "observo/exchange/Package.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace observo::exchange {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> refused(std::string what, std::string advice)
{
    return fail(ErrorCode::InputNotUnderstood, std::move(what), std::move(advice));
}

/// The key of the content by the recipient's key, and by the passphrase where that does not fit.
Done unwrap(const UnpackRequest& request, const PackageHeader& header, Secret<kKeyBytes>& key)
{
    auto unwrapped = request.recipient != nullptr
                         ? header.unwrap(*request.recipient, key)
                         : Done(fail(ErrorCode::InvalidArgument, "a key or a passphrase is needed to open a package"));
    return !unwrapped && request.passphrase ? header.unwrap(*request.passphrase, key) : unwrapped;
}

Done checkSender(const UnpackRequest& request, const PublicKey& sender)
{
    const bool isKnown =
        std::ranges::any_of(request.senders, [&](const PublicKey& known) { return known.isSame(sender); });
    if (isKnown || request.anySender) {
        return done();
    }
    return refused("the package is signed by " + sender.fingerprint() + ", which says its name is \"" + sender.name +
                       "\" and is none of the senders given",
                   "compare the fingerprint with the sender by telephone, then give their public key");
}

/// Whoever opens a package must be one of those it was made for: a package taken apart and sealed anew is none.
Done checkRecipient(const UnpackRequest& request, const Manifest& manifest)
{
    const bool isNamed =
        request.recipient != nullptr && std::ranges::any_of(manifest.recipients, [&](const PublicKey& one) {
            return one.isSame(request.recipient->publicKey());
        });
    const bool isWorded = request.passphrase.has_value() && manifest.hasPassphrase;
    return isNamed || isWorded
               ? done()
               : Done(refused("the package was made for others and sealed anew", "ask its sender for one of your own"));
}

std::string counterKey(const Manifest& manifest)
{
    return "taken " + manifest.sender.fingerprint() + " " + manifest.census.text();
}

Done checkCounter(const UnpackRequest& request, const Manifest& manifest, const Counters& counters)
{
    const std::int64_t last = counters.last(counterKey(manifest));
    if (manifest.counter > last || request.acceptOlder) {
        return done();
    }
    return refused(manifest.counter == last ? "this package, of " + manifest.packedAt + ", was taken already"
                                            : "the package, of " + manifest.packedAt +
                                                  ", is older than one of this sender that was taken already",
                   "ask for a new one, or accept the older one on purpose");
}

/// That what came out is the census that the manifest speaks of, with its log at the same entry.
Done checkCensus(const fs::path& file, const Manifest& manifest)
{
    auto reader = census::Reader::open(file);
    if (!reader) {
        return fail(reader.error());
    }
    const auto census = (*reader)->census();
    const auto facts = (*reader)->facts();
    if (!census || !facts) {
        return fail(!census ? census.error() : facts.error());
    }
    const bool isIt = census->id == manifest.census && facts->logHead == manifest.auditHead;
    return isIt ? done()
                : Done(refused("the census in the package is not the one its manifest speaks of",
                               "ask its sender for it again"));
}

} // namespace

Result<Manifest> unpackCensus(const UnpackRequest& request, const Progress& progress)
{
    std::error_code error;
    if (request.overwrite == Overwrite::Refuse && fs::exists(fs::symlink_status(request.output, error))) {
        return fail(outputError(EEXIST, request.output));
    }
    const auto package = OpenedPackage::open(request.package, [&](const PackageHeader& header, Secret<kKeyBytes>& key) {
        return unwrap(request, header, key);
    });
    auto counters = package ? Counters::read(request.counters) : Result<Counters>(fail(package.error()));
    if (!counters) {
        return fail(counters.error());
    }
    const Manifest& manifest = (*package)->manifest();
    auto good = checkSender(request, manifest.sender);
    good = good ? checkRecipient(request, manifest) : good;
    good = good ? checkCounter(request, manifest, *counters) : good;
    auto out = good ? CheckedFile::create(request.output, request.overwrite) : Result<CheckedFile>(fail(good.error()));
    if (!out) {
        return fail(out.error());
    }
    good = (*package)->readCensus([&](std::string_view piece) { return out->write(piece); }, progress);
    good = good ? out->seal() : good;
    good = good ? checkCensus(out->temporaryPath(), manifest) : good;
    good = good ? counters->keep(counterKey(manifest), manifest.counter) : good;
    good = good ? out->publish() : good;
    return good ? Result<Manifest>(manifest) : fail(good.error());
}

} // namespace observo::exchange
