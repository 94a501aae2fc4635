// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Check.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace observo::census {

/// What the rules ask about one record, looked up when asked, so that a form is answered at once however large the
/// census is. The record is taken as though it were stored already.
class RecordContext final : public RuleContext {
public:
    /// All three must outlive the context.
    RecordContext(Reader& reader, const Record& record, const CheckSources& sources)
        : m_reader(reader), m_record(record), m_sources(sources)
    {}

    [[nodiscard]] std::string today() const override { return m_sources.today; }
    [[nodiscard]] const Site* site(std::string_view bodyIstat, std::string_view code) const override;
    [[nodiscard]] const System* system(std::string_view bodyIstat, std::string_view code) const override;
    [[nodiscard]] int camerasWithCode(std::string_view bodyIstat, std::string_view code) const override;
    [[nodiscard]] std::vector<Neighbour> camerasWithin(LonLat at, Metres radius) const override;
    [[nodiscard]] std::optional<bool> insideMunicipality(LonLat at, std::string_view istatCode) const override;
    [[nodiscard]] std::optional<GroundSpan> groundSpan(const Camera& camera) const override;

    /// The first reading that failed: the rules were then told "not known".
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }

private:
    using Name = std::pair<std::string, std::string>;
    template <typename T>
    [[nodiscard]] std::optional<T> settled(Result<std::optional<T>> result) const;
    void note(const Error& error) const;

    Reader& m_reader;
    const Record& m_record;
    const CheckSources& m_sources;
    // The rules ask again and again for the same few; pointers given to them must stay good.
    mutable std::map<Name, std::optional<Site>> m_sites;
    mutable std::map<Name, std::optional<System>> m_systems;
    mutable std::optional<Error> m_failure;
};

} // namespace observo::census
