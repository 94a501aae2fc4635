// SPDX-License-Identifier: GPL-3.0-or-later
#include "ErrorWords.h"

#include "observo/words/Catalogue.h"

#include <string_view>

namespace observo::cli {
namespace {

std::string_view italianFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
        return "valore non valido";
    case ErrorCode::UnknownField:
        return "campo o codice sconosciuto";
    case ErrorCode::NotFound:
        return "non trovato";
    case ErrorCode::Ambiguous:
        return "codice ambiguo";
    case ErrorCode::RuleBroken:
        return "modifica rifiutata";
    case ErrorCode::InputUnreadable:
        return "file illeggibile";
    case ErrorCode::InputNotUnderstood:
        return "file non compreso";
    case ErrorCode::UnknownCrs:
        return "sistema di riferimento non utilizzabile";
    case ErrorCode::CensusMissing:
        return "censimento non trovato";
    case ErrorCode::CensusLocked:
        return "il censimento è in uso";
    case ErrorCode::CensusReadOnly:
        return "il censimento è in sola lettura";
    case ErrorCode::CensusDamaged:
        return "il censimento è danneggiato";
    case ErrorCode::CensusNewer:
        return "il censimento è di una versione più recente";
    case ErrorCode::CensusMoved:
        return "il censimento è stato spostato";
    case ErrorCode::CensusIo:
        return "errore del disco";
    case ErrorCode::Cancelled:
        return "annullato";
    case ErrorCode::OutputExists:
        return "il file esiste già";
    case ErrorCode::OutputNoSpace:
        return "spazio esaurito";
    case ErrorCode::OutputDenied:
        return "scrittura non permessa";
    case ErrorCode::OutputFailed:
        return "scrittura non riuscita";
    case ErrorCode::NothingToUndo:
        return "niente da annullare";
    case ErrorCode::Internal:
        return "errore interno";
    }
    return {};
}

} // namespace

std::string sentenceFor(const Error& error, Language language)
{
    const bool isKnown = language == Language::English || words::italianOf(error.what);
    return (isKnown ? "" : std::string(italianFor(error.code)) + ": ") + words::messageOf(error, language);
}

} // namespace observo::cli
