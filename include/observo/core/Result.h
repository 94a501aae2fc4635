// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace observo {

/// What went wrong, in the few kinds a caller can act on. The window turns the code into a sentence,
/// the command line into an exit status.
enum class ErrorCode {
    InvalidArgument,    ///< a value that breaks its field's type or range, a malformed expression
    UnknownField,       ///< a field or code that the data dictionary does not have
    NotFound,           ///< no such record
    Ambiguous,          ///< a code that several records share
    RuleBroken,         ///< the change set contradicts the census (missing record, stale version)
    InputUnreadable,    ///< an input file cannot be opened or is not what it says
    InputNotUnderstood, ///< an input file is readable but its content makes no sense
    UnknownCrs,         ///< no such reference system, or none usable between the two
    CensusMissing,
    CensusLocked,
    CensusReadOnly,
    CensusDamaged,
    CensusNewer, ///< written by a newer version of the program
    CensusMoved, ///< moved, deleted or replaced while open
    CensusIo,    ///< the disk under the census failed
    Cancelled,
    OutputExists,
    OutputNoSpace,
    OutputDenied,
    OutputFailed, ///< written but not the same when read back, or any other failed write
    NothingToUndo,
    Internal, ///< a third party failed in a way it should not have
};

/// The stable spelling of an error code, as `--json` and the log show it ("census_locked").
[[nodiscard]] const char* nameOf(ErrorCode code);

/// Who keeps something for himself, and since when.
struct LockHolder {
    std::string user;
    std::string host;
    std::string program;
    std::string since; ///< UTC

    friend bool operator==(const LockHolder&, const LockHolder&) = default;
};

/// Why something was refused: the code, an English detail, and the place. `what` is the bare fact;
/// `advice` says what to do.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string what;
    std::string file{};
    std::optional<std::int64_t> row{};
    std::string field{};
    std::string advice{};
    std::optional<LockHolder> holder{}; ///< of CensusLocked, when it is known
    std::uint64_t bytesNeeded = 0;      ///< of OutputNoSpace: at least so many; 0 when not known

    /// "WHAT, WHERE (file, row, field), ADVICE" on one line.
    [[nodiscard]] std::string message() const;

    friend bool operator==(const Error&, const Error&) = default;
};

/// A value, or the reason why there is none.
template <typename T>
using Result = tl::expected<T, Error>;

/// Success of an action that has no value to give.
struct [[nodiscard]] DoneValue {
    friend bool operator==(DoneValue, DoneValue) = default;
};
using Done = Result<DoneValue>;

/// The successful `Done`.
[[nodiscard]] inline Done done()
{
    return DoneValue{};
}

/// Makes the failed side of any Result: `return fail(ErrorCode::NotFound, "no camera has code TC-0009");`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string what, std::string advice = {})
{
    return tl::unexpected<Error>(Error{.code = code, .what = std::move(what), .advice = std::move(advice)});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// Stops the program with file and line when a caller broke a contract; never used for what the world may do.
void expects(bool condition, const char* file = __builtin_FILE(), int line = __builtin_LINE());

} // namespace observo
