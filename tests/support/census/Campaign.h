// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/TestPlaces.h"

#include "observo/census/Session.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace observo::test {

/// How many rounds a campaign has: OBSERVO_CAMPAIGN, or 1,000. `cost` says how many plain rounds one of these takes.
std::size_t campaignRounds(std::size_t cost = 1);

/// Where its random numbers start: OBSERVO_SEED, or today's; printed, so that a failure can be repeated.
std::uint64_t campaignSeed();

/// A name for TemporaryFolder that lies in memory where the system has such a place: a campaign syncs too often for
/// a disk, and what it proves does not depend on one.
std::string inMemory(const std::string& name);

/// Who edits in campaigns.
census::OpenOptions campaignOptions();

/// Opens for editing, taking over the lock of a process that was killed; throws when refused.
std::unique_ptr<census::Session> openForEditing(const std::filesystem::path& file);

/// Makes an empty census and closes it; throws when refused.
void makeCensus(const std::filesystem::path& file);
/// Makes a census with `cameras` of all kinds of content; throws when refused.
void makeCensusOf(const std::filesystem::path& file, std::size_t cameras);

} // namespace observo::test
