// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Sample.h"

#include "RecordJson.h"

#include <array>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>

namespace observo::exchange {
namespace {

namespace fs = std::filesystem;

Error unreadable(const fs::path& file, std::int64_t row, std::string what)
{
    return Error{.code = ErrorCode::InputNotUnderstood,
                 .what = std::move(what),
                 .file = file.filename().string(),
                 .row = row,
                 .advice = "install the program's data folder again"};
}

/// The records of the sample folder, one change each: systems first, then sites, then cameras.
class SampleSource : public ChangeSource {
public:
    SampleSource(fs::path folder, std::vector<System> present, const Progress& progress)
        : m_folder(std::move(folder)), m_present(std::move(present)), m_progress(progress)
    {}

    [[nodiscard]] std::string label() const override { return "Sample census"; }
    [[nodiscard]] bool canBeUndone() const override { return false; }

    [[nodiscard]] Result<std::optional<Change>> next() override
    {
        if (m_progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "making the sample census was cancelled", "nothing was written");
        }
        std::string line;
        while (!std::getline(m_in, line)) {
            if (m_in.bad()) {
                return fail(unreadable(m_file, m_row + 1, "the sample's records cannot be read to their end"));
            }
            if (m_step == kFiles.size()) {
                return std::optional<Change>{};
            }
            m_file = m_folder / kFiles[m_step].name;
            m_kind = kFiles[m_step].kind;
            ++m_step;
            m_row = 0;
            m_in = std::ifstream(m_file);
            if (!m_in) {
                return fail(Error{.code = ErrorCode::InputUnreadable,
                                  .what = "the sample's records cannot be read",
                                  .file = m_file.string(),
                                  .advice = "install the program's data folder again"});
            }
        }
        ++m_row;
        auto record = recordFromJson(m_kind, line);
        if (!record) {
            return fail(unreadable(m_file, m_row, record.error().message()));
        }
        return std::optional(changeFor(std::move(*record)));
    }

private:
    struct File {
        std::string_view name;
        RecordKind kind;
    };
    static constexpr std::array<File, 3> kFiles{{{"systems.jsonl", RecordKind::System},
                                                 {"sites.jsonl", RecordKind::Site},
                                                 {"cameras.jsonl", RecordKind::Camera}}};

    /// A new census has its default system already; the sample's first one takes its place.
    Change changeFor(Record record) const
    {
        if (auto* system = std::get_if<System>(&record)) {
            for (const System& there : m_present) {
                if (there.code == system->code && there.bodyIstat == system->bodyIstat) {
                    system->id = there.id;
                    system->book = there.book;
                    return {.before = Record(there), .after = Record(*system)};
                }
            }
        }
        return {.before = std::nullopt, .after = std::move(record)};
    }

    fs::path m_folder;
    std::vector<System> m_present;
    Progress m_progress;
    std::ifstream m_in;
    fs::path m_file;
    RecordKind m_kind = RecordKind::System;
    std::size_t m_step = 0;
    std::int64_t m_row = 0;
};

Result<Census> readDescription(const fs::path& folder)
{
    const fs::path file = folder / "census.json";
    std::ifstream in(file);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    auto record = recordFromJson(RecordKind::Census, text);
    if (!record) {
        return fail(unreadable(file, 1, record.error().message()));
    }
    return std::get<Census>(*record);
}

/// One change that nobody made by hand.
class Founding : public ChangeSource {
public:
    Founding(std::string label, Change change) : m_label(std::move(label)), m_change(std::move(change)) {}

    [[nodiscard]] std::string label() const override { return m_label; }
    [[nodiscard]] bool canBeUndone() const override { return false; }
    [[nodiscard]] Result<std::optional<Change>> next() override { return std::exchange(m_change, std::nullopt); }

private:
    std::string m_label;
    std::optional<Change> m_change;
};

/// Gives the census row what the sample says of it, keeping identity and version.
Done describe(census::Session& session, const Census& sample)
{
    Census after = session.census();
    after.ipaCode = sample.ipaCode;
    after.contactEmail = sample.contactEmail;
    after.positionalAccuracy = sample.positionalAccuracy;
    after.lineage = sample.lineage;
    after.accessConstraints = sample.accessConstraints;
    Founding founding("Describe census", {.before = session.census(), .after = after});
    const auto done = session.perform(founding, Progress());
    return done ? observo::done() : Done(fail(done.error()));
}

Done fill(census::Session& session, const fs::path& folder, const Census& sample, const Progress& progress)
{
    std::vector<System> present;
    const auto listed = session.reader().forEachSystem(
        [&](const System& system) {
            present.push_back(system);
            return true;
        },
        Progress{});
    if (!listed) {
        return listed;
    }
    if (auto described = describe(session, sample); !described) {
        return described;
    }
    SampleSource source(folder, std::move(present), progress);
    const auto entered = session.perform(source, progress);
    return entered ? done() : Done(fail(entered.error()));
}

} // namespace

Done makeSampleCensus(const fs::path& sampleFolder, const fs::path& file, const census::Actor& actor,
                      const Progress& progress)
{
    const auto sample = readDescription(sampleFolder);
    if (!sample) {
        return fail(sample.error());
    }
    auto session = census::Session::create(file, {.issuingBody = sample->issuingBody, .istatCode = sample->istatCode},
                                           {.actor = actor});
    if (!session) {
        return fail(session.error());
    }
    auto filled = fill(**session, sampleFolder, *sample, progress);
    session->reset();
    if (!filled) {
        // It did not exist before, and half a sample is none.
        std::error_code ignored;
        fs::remove(file, ignored);
    }
    return filled;
}

} // namespace observo::exchange
