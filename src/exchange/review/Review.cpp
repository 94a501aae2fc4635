// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/exchange/Review.h"

#include "observo/core/Fields.h"

#include <algorithm>
#include <map>
#include <type_traits>
#include <utility>

namespace observo::exchange {
namespace {

/// So many a person can be asked about; a file with more of them has another fault.
constexpr std::size_t kMost = 5000;

bool isIdentity(RecordKind kind, const FieldInfo& field)
{
    return field.byProgram || field.name == "body_istat" || field.name == std::string(nameOf(kind)) + "_id";
}

/// What goes with the place and is not decided apart from it.
bool isOfPosition(RecordKind kind, std::string_view name)
{
    return kind == RecordKind::Camera &&
           (name == "position_method" || name == "anncsu_method" || name == "position_accuracy_m");
}

bool isUnknown(const FieldInfo& field, const FieldValue& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return std::holds_alternative<std::monostate>(value) ||
           (text != nullptr && (text->empty() || (field.type == FieldType::Code && *text == "unknown")));
}

void takePosition(Record& record, const Record& theirs)
{
    auto* camera = std::get_if<Camera>(&record);
    const auto* other = std::get_if<Camera>(&theirs);
    if (camera != nullptr && other != nullptr) {
        camera->position = other->position;
        camera->positionMethod = other->positionMethod;
        camera->anncsuMethod = other->anncsuMethod;
        camera->positionAccuracy = other->positionAccuracy;
    }
}

void takeField(Record& record, const Record& theirs, const std::string& name)
{
    if (name == kPositionField) {
        takePosition(record, theirs);
        return;
    }
    const FieldInfo* field = findField(kindOfRecord(record), name);
    if (field != nullptr && record.index() == theirs.index()) {
        const FieldValue value = valueOf(theirs, *field);
        std::visit([&](auto& one) { setValue(one, *field, value); }, record);
    }
}

std::string callingOf(const Record& record)
{
    const auto code = std::visit(
        [](const auto& one) {
            if constexpr (std::is_same_v<std::decay_t<decltype(one)>, Census>) {
                return std::string();
            } else {
                return one.code;
            }
        },
        record);
    return code.empty() ? uuidOf(record).text() : code;
}

/// The records of the census that decisions speak of, as earlier decisions of the same set leave them.
class Pieces {
public:
    explicit Pieces(census::Reader& reader) : m_reader(&reader) {}

    /// As it is now; nothing when it is gone.
    [[nodiscard]] Result<std::optional<Record>> now(const Record& known)
    {
        const Uuid uuid = uuidOf(known);
        if (const auto place = m_places.find(uuid); place != m_places.end()) {
            return m_set.changes[place->second].after;
        }
        auto found = read(known);
        if (!found) {
            return found.error().code == ErrorCode::NotFound ? Result<std::optional<Record>>(std::optional<Record>{})
                                                             : fail(found.error());
        }
        return std::optional(std::move(*found));
    }

    /// Notes what becomes of a record that `now` has given.
    void put(const Record& before, std::optional<Record> after)
    {
        const Uuid uuid = uuidOf(before);
        if (const auto place = m_places.find(uuid); place != m_places.end()) {
            m_set.changes[place->second].after = std::move(after);
            return;
        }
        if (after && *after == before) {
            return;
        }
        m_places.emplace(uuid, m_set.changes.size());
        m_set.changes.push_back({.before = before, .after = std::move(after)});
    }

    void add(const Record& record)
    {
        if (m_places.emplace(uuidOf(record), m_set.changes.size()).second) {
            m_set.changes.push_back({.before = std::nullopt, .after = record});
        }
    }

    /// A place or a system that is not there yet under its code.
    [[nodiscard]] Done addCompanion(const Record& record)
    {
        const auto isThere = hasCode(record);
        if (!isThere) {
            return fail(isThere.error());
        }
        if (!*isThere) {
            add(record);
        }
        return done();
    }

    [[nodiscard]] ChangeSet finish()
    {
        std::erase_if(m_set.changes, [](const Change& change) { return change.before == change.after; });
        m_set.label = "Review";
        return std::move(m_set);
    }

private:
    template <typename Id, typename Read>
    static Result<Record> asRecord(Id id, const Read& read)
    {
        auto found = read(id);
        return found ? Result<Record>(Record(std::move(*found))) : fail(found.error());
    }

    [[nodiscard]] Result<Record> read(const Record& known)
    {
        if (const auto* camera = std::get_if<Camera>(&known)) {
            return asRecord(camera->id, [this](CameraId id) { return m_reader->camera(id); });
        }
        if (const auto* site = std::get_if<Site>(&known)) {
            return asRecord(site->id, [this](SiteId id) { return m_reader->site(id); });
        }
        if (const auto* system = std::get_if<System>(&known)) {
            return asRecord(system->id, [this](SystemId id) { return m_reader->system(id); });
        }
        return fail(ErrorCode::NotFound, "the census's own row is never merged");
    }

    [[nodiscard]] Result<bool> hasCode(const Record& record)
    {
        if (const auto* site = std::get_if<Site>(&record)) {
            const auto found = m_reader->siteWithCode(site->bodyIstat, site->code);
            return found ? Result<bool>(found->has_value()) : fail(found.error());
        }
        if (const auto* system = std::get_if<System>(&record)) {
            const auto found = m_reader->systemWithCode(system->bodyIstat, system->code);
            return found ? Result<bool>(found->has_value()) : fail(found.error());
        }
        return true;
    }

    census::Reader* m_reader;
    ChangeSet m_set{};
    std::map<Uuid, std::size_t> m_places{};
};

Done addApart(Pieces& pieces, const Record& record, const std::vector<Record>& companions)
{
    for (const Record& companion : companions) {
        if (auto added = pieces.addCompanion(companion); !added) {
            return added;
        }
    }
    pieces.add(record);
    return done();
}

/// Puts what was taken on the record as it is now; false when it is gone.
Result<bool> takeInto(Pieces& pieces, const Doubt& doubt, const std::set<std::string>& theirs)
{
    const auto now = pieces.now(*doubt.mine);
    if (!now || !*now) {
        return now ? Result<bool>(false) : fail(now.error());
    }
    if (doubt.kind == Doubt::Kind::RemovedThere) {
        pieces.put(**now, std::nullopt);
        return true;
    }
    Record after = **now;
    for (const std::string& field : theirs) {
        takeField(after, *doubt.theirs, field);
    }
    pieces.put(**now, std::move(after));
    return true;
}

} // namespace

void Doubts::add(Doubt doubt)
{
    if (items.size() < kMost) {
        items.push_back(std::move(doubt));
    } else {
        ++untold;
    }
}

std::vector<std::string> differencesOf(const Record& mine, const Record& theirs)
{
    std::vector<std::string> names;
    const auto* camera = std::get_if<Camera>(&mine);
    const auto* other = std::get_if<Camera>(&theirs);
    if (camera != nullptr && other != nullptr && camera->position != other->position) {
        names.emplace_back(kPositionField);
    }
    const RecordKind kind = kindOfRecord(mine);
    for (const FieldInfo& field : fieldsOf(kind)) {
        const bool isApart = !names.empty() && names.front() == kPositionField && isOfPosition(kind, field.name);
        if (!isIdentity(kind, field) && !isApart && valueOf(mine, field) != valueOf(theirs, field)) {
            names.emplace_back(field.name);
        }
    }
    return names;
}

std::set<std::string> gapsIn(const Record& mine, const std::vector<std::string>& fields)
{
    std::set<std::string> gaps;
    for (const std::string& name : fields) {
        const FieldInfo* field = findField(kindOfRecord(mine), name);
        if (field != nullptr && isUnknown(*field, valueOf(mine, *field))) {
            gaps.insert(name);
        }
    }
    return gaps;
}

Review::Review(std::vector<Doubt> doubts) : m_doubts(std::move(doubts)), m_answers(m_doubts.size())
{
    for (const Doubt& doubt : m_doubts) {
        m_sides.push_back(doubt.proposed);
    }
}

bool Review::allows(std::size_t index, Answer::Kind kind) const
{
    const Doubt& about = doubt(index);
    switch (kind) {
    case Answer::Kind::Apart:
        return about.apart.has_value();
    case Answer::Kind::Take:
        return about.mine.has_value() && (about.theirs.has_value() || about.kind == Doubt::Kind::RemovedThere);
    default:
        return true;
    }
}

void Review::choose(std::size_t index, const std::string& field, bool theirs)
{
    const auto& fields = doubt(index).fields;
    if (std::ranges::find(fields, field) == fields.end()) {
        return;
    }
    if (theirs) {
        m_sides[index].insert(field);
    } else {
        m_sides[index].erase(field);
    }
    if (m_answers[index].kind == Answer::Kind::Take) {
        m_answers[index].theirs = m_sides[index];
    }
}

void Review::chooseAll(std::size_t index, bool theirs)
{
    for (const std::string& field : doubt(index).fields) {
        choose(index, field, theirs);
    }
}

void Review::decide(std::size_t index, Answer::Kind kind)
{
    if (allows(index, kind)) {
        m_answers[index] = {.kind = kind,
                            .theirs = kind == Answer::Kind::Take ? m_sides[index] : std::set<std::string>{}};
    }
}

bool Review::isAlike(std::size_t a, std::size_t b) const
{
    const Doubt& one = m_doubts[a];
    const Doubt& other = m_doubts[b];
    const auto recordOf = [](const Doubt& doubt) { return doubt.mine ? doubt.mine->index() : doubt.apart->index(); };
    return a != b && one.kind == other.kind && one.byLikeness == other.byLikeness && recordOf(one) == recordOf(other);
}

std::size_t Review::openAlike(std::size_t index) const
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < size(); ++i) {
        count += m_answers[i].kind == Answer::Kind::Open && isAlike(index, i) ? 1U : 0U;
    }
    return count;
}

std::size_t Review::decideAlike(std::size_t index)
{
    const Answer given = answer(index);
    if (given.kind == Answer::Kind::Open) {
        return 0;
    }
    const auto& known = doubt(index).fields;
    std::size_t count = 0;
    for (std::size_t i = 0; i < size(); ++i) {
        if (m_answers[i].kind != Answer::Kind::Open || !isAlike(index, i) || !allows(i, given.kind)) {
            continue;
        }
        for (const std::string& field : known) {
            choose(i, field, given.kind == Answer::Kind::Take && given.theirs.contains(field));
        }
        decide(i, given.kind);
        ++count;
    }
    return count;
}

std::size_t Review::decided() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(m_answers, [](const Answer& one) { return one.kind != Answer::Kind::Open; }));
}

std::optional<std::size_t> Review::nextOpen(std::size_t index) const
{
    for (std::size_t step = 1; step <= size(); ++step) {
        const std::size_t at = (index + step) % size();
        if (m_answers[at].kind == Answer::Kind::Open) {
            return at;
        }
    }
    return std::nullopt;
}

Result<Review::Changes> Review::changes(census::Reader& reader, const Progress& progress) const
{
    Pieces pieces(reader);
    Changes changes;
    for (std::size_t i = 0; i < size(); ++i) {
        if (progress.cancelled()) {
            return fail(ErrorCode::Cancelled, "cancelled", "nothing was changed");
        }
        progress.report(static_cast<double>(i) / static_cast<double>(size()));
        const Doubt& about = m_doubts[i];
        if (m_answers[i].kind == Answer::Kind::Apart) {
            if (auto added = addApart(pieces, *about.apart, about.companions); !added) {
                return fail(added.error());
            }
        } else if (m_answers[i].kind == Answer::Kind::Take) {
            const auto taken = takeInto(pieces, about, m_answers[i].theirs);
            if (!taken) {
                return fail(taken.error());
            }
            if (!*taken) {
                changes.gone.push_back(callingOf(*about.mine));
            }
        }
    }
    changes.set = pieces.finish();
    return changes;
}

} // namespace observo::exchange
