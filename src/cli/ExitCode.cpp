// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExitCode.h"

namespace observo::cli {

ExitCode exitCodeFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
    case ErrorCode::RuleBroken:
    case ErrorCode::NothingToUndo:
        return ExitCode::Findings;
    case ErrorCode::InvalidArgument:
    case ErrorCode::UnknownField:
    case ErrorCode::Ambiguous:
    case ErrorCode::UnknownCrs:
        return ExitCode::WrongUsage;
    case ErrorCode::InputUnreadable:
    case ErrorCode::InputNotUnderstood:
        return ExitCode::UnreadableInput;
    case ErrorCode::CensusMissing:
    case ErrorCode::CensusLocked:
    case ErrorCode::CensusReadOnly:
    case ErrorCode::CensusDamaged:
    case ErrorCode::CensusNewer:
    case ErrorCode::CensusMoved:
    case ErrorCode::CensusIo:
    case ErrorCode::Internal:
        return ExitCode::CensusRefuses;
    case ErrorCode::Cancelled:
        return ExitCode::Cancelled;
    case ErrorCode::OutputExists:
    case ErrorCode::OutputNoSpace:
    case ErrorCode::OutputDenied:
    case ErrorCode::OutputFailed:
        return ExitCode::OutputFailed;
    }
    return ExitCode::CensusRefuses;
}

} // namespace observo::cli
