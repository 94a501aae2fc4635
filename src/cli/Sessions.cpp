// SPDX-License-Identifier: GPL-3.0-or-later
#include "Sessions.h"

namespace observo::cli {

Result<std::unique_ptr<census::Session>> openAnyway(const std::string& file)
{
    return census::Session::open(
        file, {.actor = census::Actor::current("observo-cli"), .lock = census::LockHolding::PerEdit});
}

Result<std::unique_ptr<census::Session>> openForEdit(const std::string& file)
{
    auto session = openAnyway(file);
    if (!session) {
        return session;
    }
    const auto state = (*session)->writeState();
    if (!state.writable && state.why) {
        return fail(*state.why);
    }
    return session;
}

} // namespace observo::cli
