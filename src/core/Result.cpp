// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Result.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace observo {

const char* nameOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
        return "invalid_argument";
    case ErrorCode::UnknownField:
        return "unknown_field";
    case ErrorCode::NotFound:
        return "not_found";
    case ErrorCode::Ambiguous:
        return "ambiguous";
    case ErrorCode::RuleBroken:
        return "rule_broken";
    case ErrorCode::InputUnreadable:
        return "input_unreadable";
    case ErrorCode::InputNotUnderstood:
        return "input_not_understood";
    case ErrorCode::UnknownCrs:
        return "unknown_crs";
    case ErrorCode::CensusMissing:
        return "census_missing";
    case ErrorCode::CensusLocked:
        return "census_locked";
    case ErrorCode::CensusReadOnly:
        return "census_read_only";
    case ErrorCode::CensusDamaged:
        return "census_damaged";
    case ErrorCode::CensusNewer:
        return "census_newer";
    case ErrorCode::CensusMoved:
        return "census_moved";
    case ErrorCode::CensusIo:
        return "census_io";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::OutputExists:
        return "output_exists";
    case ErrorCode::OutputNoSpace:
        return "output_no_space";
    case ErrorCode::OutputDenied:
        return "output_denied";
    case ErrorCode::OutputFailed:
        return "output_failed";
    case ErrorCode::NothingToUndo:
        return "nothing_to_undo";
    case ErrorCode::Internal:
        break;
    }
    return "internal";
}

std::string Error::message() const
{
    std::string text = what;
    if (!file.empty()) {
        text += ", file " + file;
    }
    if (row) {
        text += ", row " + std::to_string(*row);
    }
    if (!field.empty()) {
        text += ", field " + field;
    }
    if (!advice.empty()) {
        text += ", " + advice;
    }
    // File names and values from outside may hold line ends; a message is one line.
    std::ranges::replace_if(
        text, [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F; }, ' ');
    return text;
}

void expects(bool condition, const char* file, int line)
{
    if (condition) {
        return;
    }
    std::fprintf(stderr, "%s:%d: broken contract\n", file, line);
    std::fflush(stderr);
    std::abort();
}

} // namespace observo
