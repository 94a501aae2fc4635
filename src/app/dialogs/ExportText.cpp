// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ExportText.h"

#include "Numbers.h"
#include "Speech.h"
#include "Text.h"

#include <QCoreApplication>
#include <QStringList>

namespace observo::app {

namespace {

class ExportText {
    Q_DECLARE_TR_FUNCTIONS(ExportText)

public:
    [[nodiscard]] static QString label(exchange::Edition edition)
    {
        switch (edition) {
        case exchange::Edition::Full:
            return tr("Full: everything, for this body's own use");
        case exchange::Edition::Institutional:
            return tr("Institutional: for other public bodies and police forces");
        case exchange::Edition::Public:
            return tr("Public: for everybody");
        }
        return {};
    }

    [[nodiscard]] static QString hint(exchange::Edition edition)
    {
        switch (edition) {
        case exchange::Edition::Full:
            return tr("Holds restricted fields too, such as serial numbers.");
        case exchange::Edition::Institutional:
            return tr("Without restricted fields and without cameras marked as restricted.");
        case exchange::Edition::Public:
            return tr("Public fields of public cameras only, each shown within about 100 m. No reason is asked.");
        }
        return {};
    }

    [[nodiscard]] static QString losses(const exchange::LossReport& report)
    {
        QStringList lines{tr("%n camera(s) will be written.", nullptr, static_cast<int>(report.cameras))};
        if (report.camerasWithheld > 0) {
            lines.append(tr("%n camera(s) stay out: their visibility is above the edition.", nullptr,
                            static_cast<int>(report.camerasWithheld)));
        }
        if (!report.operation.empty()) {
            const auto accuracy = report.accuracy && report.accuracy->value > 0.0
                                      ? tr(" (expected error about %1)").arg(metresText(*report.accuracy))
                                      : QString();
            lines.append(tr("Coordinates: %1%2").arg(operationText(report.operation), accuracy));
        }
        lines.append(report.losses.empty() ? tr("Every value goes into the file as it is.") : listed(report.losses));
        return lines.join(QLatin1Char('\n'));
    }

    [[nodiscard]] static QString listed(const std::vector<exchange::Loss>& losses)
    {
        QStringList lines;
        for (const auto& loss : losses) {
            lines.append(QStringLiteral("· ") + toText(loss.message(language())));
        }
        return lines.join(QLatin1Char('\n'));
    }

    /// Names of operations are PROJ's own; what the export says itself is said in the language spoken.
    [[nodiscard]] static QString operationText(const std::string& operation)
    {
        constexpr std::string_view equal = "RDN2008 taken as equal to ";
        if (operation == "none") {
            return tr("as they are in the census");
        }
        return operation.starts_with(equal)
                   ? tr("RDN2008 taken as equal to %1").arg(toText(operation.substr(equal.size())))
                   : toText(operation);
    }

    [[nodiscard]] static QString result(const exchange::ExportReport& report, const QString& file)
    {
        auto text =
            tr("%n camera(s) exported to %1 and read back.", nullptr, static_cast<int>(report.features)).arg(file);
        if (!report.losses.empty()) {
            text += QLatin1Char(' ') +
                    tr("%n thing(s) not as in the census.", nullptr, static_cast<int>(report.losses.size()));
        }
        return text;
    }
};

} // namespace

QString formatLabel(const exchange::FormatInfo& format)
{
    return wordsOf(format.label);
}

QString editionLabel(exchange::Edition edition)
{
    return ExportText::label(edition);
}

QString editionHint(exchange::Edition edition)
{
    return ExportText::hint(edition);
}

QString lossText(const exchange::LossReport& report)
{
    return ExportText::losses(report);
}

QString lossText(const std::vector<exchange::Loss>& losses)
{
    return ExportText::listed(losses);
}

QString resultText(const exchange::ExportReport& report, const QString& file)
{
    return ExportText::result(report, file);
}

QString withEnding(const QString& file, const QString& ending)
{
    auto base = file.trimmed();
    if (const auto* known = exchange::formatForFile(toPath(base))) {
        base.chop(toText(known->ending).size());
    }
    return base + ending;
}

} // namespace observo::app
