// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/census/Reader.h"
#include "observo/core/ChangeSet.h"
#include "observo/core/Progress.h"
#include "observo/core/Result.h"
#include "observo/core/Translatable.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace observo::exchange {

/// Where a camera is, among the names of fields that may differ; it goes with how the place was found.
constexpr std::string_view kPositionField = "position";

/// Something about one record that an import or a merge leaves to a person.
struct Doubt {
    enum class Kind {
        PossibleTwin, ///< may be a camera of the census, or another one
        Difference,   ///< is a camera of the census, and says something else about it
        Conflict,     ///< was changed in both censuses
        RemovedHere,  ///< was removed here and changed there since
        RemovedThere, ///< was removed there and changed here since
    };
    Kind kind = Kind::PossibleTwin;
    bool byLikeness = false;           ///< no identity, code or serial number joins the two
    std::optional<std::int64_t> row{}; ///< of the file
    std::optional<Record> mine{};      ///< as the census has it; nothing when it was removed here
    std::optional<Record> theirs{};    ///< the same record with what the other side says; nothing when removed there
    std::optional<Record> base{};      ///< what both started from
    std::optional<Record> apart{};     ///< what is added when the two are two
    std::vector<Record> companions{};  ///< the places and systems that an added record stands on
    std::vector<std::string> fields{}; ///< in which the two differ and about which a person decides
    std::set<std::string> proposed{};  ///< those of them for which the other side's value is proposed
    std::string whyIt{};
    std::string whyEn{};

    [[nodiscard]] const std::string& why(Language language) const
    {
        return language == Language::Italian ? whyIt : whyEn;
    }
};

/// The doubts of one file or census, in order, as many as a person can be asked about; the rest is counted.
struct Doubts {
    std::vector<Doubt> items{};
    std::int64_t untold = 0;

    void add(Doubt doubt);
};

/// The names of the fields in which two states of one record differ, the place first.
[[nodiscard]] std::vector<std::string> differencesOf(const Record& mine, const Record& theirs);
/// Those of the fields that are not known in `mine`: filling them in takes nothing away.
[[nodiscard]] std::set<std::string> gapsIn(const Record& mine, const std::vector<std::string>& fields);

/// What a person decided about a doubt.
struct Answer {
    enum class Kind {
        Open,
        Leave, ///< the census stays as it is
        Take,  ///< it is the same: the chosen values come in (removed there: it is removed here too, and so on)
        Apart, ///< it is another one, and is added
    };
    Kind kind = Kind::Open;
    std::set<std::string> theirs{}; ///< of Take: the fields that take the other side's value

    friend bool operator==(const Answer&, const Answer&) = default;
};

/// A person's way through the doubts of an import or a merge. A value without a widget: what is asked, what was
/// answered, and the one change set that comes of it.
class Review {
public:
    explicit Review(std::vector<Doubt> doubts);

    [[nodiscard]] std::size_t size() const { return m_doubts.size(); }
    [[nodiscard]] const Doubt& doubt(std::size_t index) const { return m_doubts.at(index); }
    [[nodiscard]] const Answer& answer(std::size_t index) const { return m_answers.at(index); }
    [[nodiscard]] bool allows(std::size_t index, Answer::Kind kind) const;
    /// The sides as chosen so far, the proposal at first. They count once the answer is Take.
    [[nodiscard]] const std::set<std::string>& sides(std::size_t index) const { return m_sides.at(index); }
    /// Chooses a side for a field; a doubt that was taken stays taken with the new choice.
    void choose(std::size_t index, const std::string& field, bool theirs);
    void chooseAll(std::size_t index, bool theirs);

    void decide(std::size_t index, Answer::Kind kind);
    /// Gives the answer of one doubt to all open ones of its kind; how many that were. Fields about which it says
    /// nothing take what is proposed for them.
    std::size_t decideAlike(std::size_t index);
    [[nodiscard]] std::size_t openAlike(std::size_t index) const;
    [[nodiscard]] std::size_t decided() const;
    /// The next open doubt behind `index`, then from the first one; nothing when all are decided.
    [[nodiscard]] std::optional<std::size_t> nextOpen(std::size_t index) const;

    /// What the decisions make of the census as it is now: one set, undone as one step. Records that left the census
    /// meanwhile are named in `gone` and passed over.
    struct Changes {
        ChangeSet set;
        std::vector<std::string> gone{};
    };
    [[nodiscard]] Result<Changes> changes(census::Reader& reader, const Progress& progress) const;

private:
    [[nodiscard]] bool isAlike(std::size_t a, std::size_t b) const;

    std::vector<Doubt> m_doubts;
    std::vector<Answer> m_answers;
    std::vector<std::set<std::string>> m_sides;
};

} // namespace observo::exchange
