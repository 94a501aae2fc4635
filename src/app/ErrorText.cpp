// SPDX-License-Identifier: GPL-3.0-or-later
#include "ErrorText.h"

#include "Numbers.h"
#include "Speech.h"
#include "Text.h"

#include "observo/core/Fields.h"
#include "observo/words/Catalogue.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

namespace observo::app {

namespace {

/// lupdate reads the context from this class's name.
class ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    [[nodiscard]] static QString fileOf(const Error& error)
    {
        return error.file.empty() ? tr("the file") : QFileInfo(toText(error.file)).fileName();
    }

    [[nodiscard]] static QString folderOf(const Error& error)
    {
        const auto folder = QFileInfo(toText(error.file)).absolutePath();
        return error.file.empty() ? tr("the disk") : folder;
    }

    [[nodiscard]] static QString fieldOf(const Error& error)
    {
        for (const auto kind : {RecordKind::Camera, RecordKind::Site, RecordKind::System, RecordKind::Census}) {
            if (const auto* field = findField(kind, error.field)) {
                return wordsOf(field->label);
            }
        }
        return toText(error.field);
    }

    [[nodiscard]] static QString ofValues(const Error& error)
    {
        switch (error.code) {
        case ErrorCode::InvalidArgument:
            return error.field.empty() ? tr("One value cannot be taken.")
                                       : tr("%1: the value cannot be taken.").arg(fieldOf(error));
        case ErrorCode::UnknownField:
            return ofFilter(error);
        case ErrorCode::NotFound:
            return tr("The record is no longer in the census.");
        case ErrorCode::Ambiguous:
            return tr("Several cameras have this code.");
        case ErrorCode::RuleBroken:
            return tr(
                "The record was changed meanwhile. The change was not saved: look at the new values and try again.");
        case ErrorCode::NothingToUndo:
            return tr("There is nothing to undo.");
        case ErrorCode::Cancelled:
            return tr("Stopped. Nothing was changed.");
        default:
            return tr("Something unexpected happened. Nothing was lost: what was saved is on disk.");
        }
    }

    /// Which word the filter does not know, and the known one that is nearest to it.
    [[nodiscard]] static QString ofFilter(const Error& error)
    {
        static const QRegularExpression unknown(QStringLiteral("\"(?<word>.+)\" is not a (?<kind>field|known code)"));
        static const QRegularExpression nearest(QStringLiteral("did you mean (?<word>.+)\\?"));
        const auto match = unknown.match(toText(error.what));
        if (!match.hasMatch()) {
            return tr("The filter names a field or a value that does not exist.");
        }
        const auto isField = match.captured(QStringLiteral("kind")) == QStringLiteral("field");
        const auto sentence = (isField ? tr("There is no field “%1”.") : tr("There is no value “%1”."))
                                  .arg(match.captured(QStringLiteral("word")));
        const auto near = nearest.match(toText(error.advice));
        return near.hasMatch()
                   ? sentence + QLatin1Char(' ') + tr("Is “%1” meant?").arg(near.captured(QStringLiteral("word")))
                   : sentence;
    }

    [[nodiscard]] static QString ofLock(const Error& error)
    {
        if (!error.holder) {
            return tr("The census %1 is in use by another program.").arg(fileOf(error));
        }
        return tr("The census is in use by %1 (user %2) since %3.")
            .arg(toText(error.holder->host), toText(error.holder->user), momentText(error.holder->since));
    }

    [[nodiscard]] static QString ofFullDisk(const Error& error)
    {
        const auto needed =
            spokenLocale().formattedDataSize(static_cast<qint64>(error.bytesNeeded), 1, QLocale::DataSizeSIFormat);
        return error.bytesNeeded > 0
                   ? tr("No space left in %1 (%2 needed). Nothing was lost: the previous file is intact.")
                         .arg(folderOf(error), needed)
                   : tr("No space left in %1. Nothing was lost: the previous file is intact.").arg(folderOf(error));
    }

    [[nodiscard]] static QString ofCensus(const Error& error)
    {
        switch (error.code) {
        case ErrorCode::CensusMissing:
            return tr("The census %1 is not there any more.").arg(fileOf(error));
        case ErrorCode::CensusLocked:
            return ofLock(error);
        case ErrorCode::CensusReadOnly:
            return tr("The census %1 can be read but not changed: no permission on the file or its folder, or opened "
                      "for reading.")
                .arg(fileOf(error));
        case ErrorCode::CensusDamaged:
            return tr("The census %1 is damaged.").arg(fileOf(error));
        case ErrorCode::CensusNewer:
            return tr("The census %1 was written by a newer version of Observo: update the program to open it.")
                .arg(fileOf(error));
        case ErrorCode::CensusMoved:
            return tr("The census %1 was moved, replaced or deleted while open. Nothing more can be saved in it; what "
                      "was saved can be copied elsewhere.")
                .arg(fileOf(error));
        case ErrorCode::CensusIo:
            return tr("The disk did not take the change to %1. Nothing was saved of it; what was saved before is "
                      "intact.")
                .arg(fileOf(error));
        default:
            return ofValues(error);
        }
    }

    [[nodiscard]] static QString ofFiles(const Error& error)
    {
        switch (error.code) {
        case ErrorCode::InputUnreadable:
            return tr("%1 cannot be read.").arg(fileOf(error));
        case ErrorCode::InputNotUnderstood:
            return tr("%1 was read, but its content is not understood.").arg(fileOf(error));
        case ErrorCode::UnknownCrs:
            return tr("The reference system of %1 is not known, or no sure way leads to it.").arg(fileOf(error));
        case ErrorCode::OutputExists:
            return tr("%1 exists already.").arg(fileOf(error));
        case ErrorCode::OutputNoSpace:
            return ofFullDisk(error);
        case ErrorCode::OutputDenied:
            return tr("No permission to write in %1.").arg(folderOf(error));
        case ErrorCode::OutputFailed:
            return tr("%1 could not be written whole, so it was not written at all.").arg(fileOf(error));
        default:
            return ofCensus(error);
        }
    }
};

} // namespace

QString sentenceOf(const Error& error)
{
    return ErrorText::ofFiles(error);
}

QString detailOf(const Error& error)
{
    return toText(words::messageOf(error, language()));
}

} // namespace observo::app
