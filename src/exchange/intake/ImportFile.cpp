// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a file from the reader into an import; the rest of Import works on any source.
#include "intake/FeedSource.h"
#include "intake/ImportBody.h"

#include "observo/exchange/Sha256.h"

#include <utility>

namespace observo::exchange {

Result<Import> Import::prepare(census::Session& session, const ImportRequest& request, const Progress& progress)
{
    auto import = prepare(targetOf(session), request, progress);
    if (import) {
        import->m_body->session = &session;
    }
    return import;
}

Result<Import> Import::prepare(const ImportTarget& target, const ImportRequest& request, const Progress& progress)
{
    auto sha256 = sha256OfFile(request.file);
    if (!sha256) {
        return fail(inFile(sha256.error(), request.file));
    }
    auto source = FeedSource::open(request, progress.part(0.0, 0.02));
    if (!source) {
        return fail(inFile(source.error(), request.file));
    }
    auto import = ImportInsides::prepare(target, request, std::move(*source), progress.part(0.02, 1.0));
    if (import) {
        import->m_body->plan.receipt.sha256 = std::move(*sha256);
    }
    return import;
}

} // namespace observo::exchange
