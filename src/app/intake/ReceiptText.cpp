// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/ReceiptText.h"

#include "Numbers.h"
#include "Speech.h"
#include "Text.h"

#include "observo/words/Catalogue.h"

#include <QCoreApplication>

namespace observo::app {

namespace {

/// lupdate reads the context from this class's name.
class ReceiptText {
    Q_DECLARE_TR_FUNCTIONS(ReceiptText)
};

} // namespace

QString policyText(exchange::OnMatch policy)
{
    switch (policy) {
    case exchange::OnMatch::Skip:
        return ReceiptText::tr("stays as it is");
    case exchange::OnMatch::Update:
        return ReceiptText::tr("takes what the file says");
    case exchange::OnMatch::Review:
        return ReceiptText::tr("is shown to me when it differs");
    case exchange::OnMatch::Add:
        return ReceiptText::tr("is added once more");
    }
    return {};
}

QString policyText(exchange::MergePolicy policy)
{
    switch (policy) {
    case exchange::MergePolicy::Newest:
        return ReceiptText::tr("the newer record decides");
    case exchange::MergePolicy::Mine:
        return ReceiptText::tr("this census decides");
    case exchange::MergePolicy::Theirs:
        return ReceiptText::tr("the other census decides");
    case exchange::MergePolicy::Review:
        return ReceiptText::tr("I decide, one by one");
    }
    return {};
}

QString policyHint(exchange::MergePolicy policy)
{
    return policy == exchange::MergePolicy::Review
               ? ReceiptText::tr(
                     "What only one side has changed comes in by itself. What both have changed stays as it is here "
                     "until you decide; the window for it opens after the merge.")
               : ReceiptText::tr(
                     "What only one side has changed comes in by itself, removals too; the same change on both sides "
                     "is no conflict.");
}

QString countsText(const exchange::Receipt& receipt)
{
    QStringList parts;
    const auto add = [&](std::int64_t count, const QString& text) {
        if (count > 0) {
            parts.append(text.arg(countText(count)));
        }
    };
    add(receipt.added, ReceiptText::tr("%1 added"));
    add(receipt.updated, ReceiptText::tr("%1 updated"));
    add(receipt.unchanged, ReceiptText::tr("%1 unchanged"));
    add(receipt.skipped, ReceiptText::tr("%1 left as they are"));
    add(receipt.review, ReceiptText::tr("%1 for you to decide"));
    add(receipt.rejected, ReceiptText::tr("%1 rejected"));
    const auto read = ReceiptText::tr("%1 read").arg(countText(receipt.read));
    return parts.isEmpty() ? read + QLatin1Char('.')
                           : read + QStringLiteral(": ") + parts.join(QStringLiteral(", ")) + QLatin1Char('.');
}

QString arrivalText(const Arrival& one)
{
    auto text = toText(one.receipt.source) + QStringLiteral(": ") + countsText(one.receipt);
    if (one.receiptRefused) {
        text += QLatin1Char(' ') + ReceiptText::tr("The receipt could not be saved beside the file.");
    }
    return text;
}

QString receiptText(const Arrival& one)
{
    const auto& receipt = one.receipt;
    QStringList lines;
    if (receipt.crs) {
        lines.append(ReceiptText::tr("Coordinates: %1 → %2, %3")
                         .arg(toText(receipt.crs->from), toText(receipt.crs->to),
                              toText(words::inLanguage(receipt.crs->operation, language()))));
    }
    if (!receipt.unmapped.empty()) {
        QStringList names;
        for (const auto& name : receipt.unmapped) {
            names.append(toText(name));
        }
        lines.append(ReceiptText::tr("Kept as they are: %1").arg(names.join(QStringLiteral(", "))));
    }
    if (one.receiptRefused) {
        lines.append(ReceiptText::tr("The receipt could not be saved beside the file."));
    } else {
        lines.append(ReceiptText::tr("The whole receipt: %1").arg(pathText(one.receiptFile)));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace observo::app
