// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/Campaign.h"

#include "support/census/RandomEdits.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace observo::test {

namespace fs = std::filesystem;

namespace {

std::optional<std::uint64_t> numberFromEnvironment(const char* name)
{
    const char* text = std::getenv(name);
    if (text == nullptr || *text == '\0') {
        return std::nullopt;
    }
    return std::strtoull(text, nullptr, 10);
}

template <typename T>
T orThrow(Result<T> result)
{
    if (!result) {
        throw std::runtime_error(result.error().message());
    }
    return std::move(*result);
}

} // namespace

std::size_t campaignRounds(std::size_t cost)
{
    const std::size_t rounds = numberFromEnvironment("OBSERVO_CAMPAIGN").value_or(1000);
    return std::max<std::size_t>(1, rounds / cost);
}

std::uint64_t campaignSeed()
{
    using std::chrono::floor;
    const auto today = floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch().count();
    const auto seed = numberFromEnvironment("OBSERVO_SEED").value_or(static_cast<std::uint64_t>(today));
    std::printf("OBSERVO_SEED=%llu\n", static_cast<unsigned long long>(seed));
    return seed;
}

std::string inMemory(const std::string& name)
{
    const fs::path memory = "/dev/shm";
    std::error_code failed;
    const auto space = fs::space(memory, failed);
    const bool usable = !failed && space.available > 256U * 1024 * 1024 && ::access(memory.c_str(), W_OK) == 0;
    return usable ? (memory / name).string() : name;
}

census::OpenOptions campaignOptions()
{
    return {.actor = {.user = "campaign", .host = "localhost", .program = "observo"}, .takeOverStaleLock = true};
}

std::unique_ptr<census::Session> openForEditing(const fs::path& file)
{
    auto session = orThrow(census::Session::open(file, campaignOptions()));
    if (const auto state = session->writeState(); !state.writable) {
        throw std::runtime_error(state.why ? state.why->message() : "not writable, and no reason given");
    }
    return session;
}

void makeCensus(const fs::path& file)
{
    orThrow(
        census::Session::create(file, {.issuingBody = "Comune di Prova", .istatCode = "001272"}, campaignOptions()));
}

void makeCensusOf(const fs::path& file, std::size_t cameras)
{
    makeCensus(file);
    const auto session = openForEditing(file);
    auto model = CensusModel::of(session->reader());
    RandomEdits edits(cameras, cameras + 1);
    while (model.cameras().size() < cameras) {
        model.apply(orThrow(session->perform(edits.next(model))).changes);
    }
}

} // namespace observo::test
