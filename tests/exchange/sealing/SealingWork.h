// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include "observo/exchange/Package.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace observo::exchange {

/// A census of one camera, a sender and two others, and packages between them.
class SealingWork {
public:
    SealingWork()
        : sender(*Identity::create("Comune")), recipient(*Identity::create("Regione")),
          stranger(*Identity::create("Altri")), m_session(m_folder.create())
    {
        (void)test::addCamera(*m_session, test::aCamera().coded("TC-0001"));
    }

    [[nodiscard]] std::filesystem::path path(std::string_view name) const { return m_folder.path(name); }
    [[nodiscard]] census::Session& session() { return *m_session; }
    /// A package of the sender for the recipient.
    [[nodiscard]] Result<PackReport> pack(std::string_view name, PackRequest request = {})
    {
        request.output = path(name);
        request.sender = &sender;
        request.counters = path("sender.json");
        if (request.recipients.empty() && !request.passphrase) {
            request.recipients = {recipient.publicKey()};
        }
        return packCensus(*m_session, request, Progress());
    }
    /// The recipient, who knows the sender, opens it.
    [[nodiscard]] Result<Manifest> unpack(std::string_view name, UnpackRequest request = {})
    {
        request.package = path(name);
        request.output = request.output.empty() ? path("out.gpkg") : request.output;
        request.counters = path("recipient.json");
        request.overwrite = Overwrite::Replace;
        if (request.recipient == nullptr && !request.passphrase) {
            request.recipient = &recipient;
        }
        if (request.senders.empty() && !request.anySender) {
            request.senders = {sender.publicKey()};
        }
        return unpackCensus(request, Progress());
    }

    Identity sender;
    Identity recipient;
    Identity stranger;

private:
    test::CensusFolder m_folder;
    std::unique_ptr<census::Session> m_session;
};

} // namespace observo::exchange
