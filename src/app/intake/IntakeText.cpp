// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/IntakeText.h"

#include "FieldText.h"
#include "Numbers.h"
#include "Speech.h"
#include "Text.h"

#include "observo/geo/CoordinateText.h"
#include "observo/geo/Geodesy.h"

#include <QCoreApplication>

namespace observo::app {

namespace {

constexpr qsizetype kSamples = 3;
const QString kWarned = QStringLiteral("⚠ ");

/// lupdate reads the context from this class's name.
class IntakeText {
    Q_DECLARE_TR_FUNCTIONS(IntakeText)
};

/// Words of the reader and of receipts that are no names.
[[maybe_unused]] constexpr const char* kOthersWords[] = {
    QT_TRANSLATE_NOOP("IntakeText", "zipped shapefile"), QT_TRANSLATE_NOOP("IntakeText", "newline-delimited GeoJSON"),
    QT_TRANSLATE_NOOP("IntakeText", "Excel sheet"),      QT_TRANSLATE_NOOP("IntakeText", "OpenDocument sheet"),
    QT_TRANSLATE_NOOP("IntakeText", "text table"),       QT_TRANSLATE_NOOP("IntakeText", "(from .cpg)"),
    QT_TRANSLATE_NOOP("IntakeText", "(declared)"),       QT_TRANSLATE_NOOP("IntakeText", "(detected)"),
    QT_TRANSLATE_NOOP("IntakeText", "(--encoding)")};

QString othersWord(const std::string& word)
{
    return QCoreApplication::translate("IntakeText", word.c_str());
}

/// "ISO-8859-1 (from .cpg)": the name stays, the bracket is said.
QString encodingText(const std::string& encoding)
{
    const auto bracket = encoding.find('(');
    return bracket == std::string::npos ? toText(encoding)
                                        : toText(encoding.substr(0, bracket)) + othersWord(encoding.substr(bracket));
}

QString understood(const exchange::PreviewCell& cell)
{
    QStringList parts;
    for (const auto& [info, value] : cell.values) {
        parts.append(readableText(*info, value));
    }
    return parts.join(QStringLiteral("; "));
}

QString markText(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return IntakeText::tr("✕ error");
    case Severity::Warning:
        return IntakeText::tr("⚠ warning");
    case Severity::Notice:
        break;
    }
    return IntakeText::tr("i notice");
}

QString howText(const std::string& how)
{
    const std::string_view text = how;
    if (text == ".prj") {
        return IntakeText::tr("the .prj beside the file says so");
    }
    if (text == "--crs") {
        return IntakeText::tr("chosen here");
    }
    return text.starts_with("declared") ? IntakeText::tr("the file says so") : toText(how);
}

TextCell placeCell(const exchange::PreviewRow& row, int epsg)
{
    if (!row.place) {
        const auto why = toText(row.remark(language()));
        return {.text = why.isEmpty() ? QStringLiteral("–") : kWarned + why, .tip = why};
    }
    const auto text = geo::writeCoordinates(*row.place, epsg, language());
    return {.text = text ? toText(*text) : QStringLiteral("–"), .tip = toText(row.remark(language()))};
}

} // namespace

QString targetText(const std::string& name)
{
    if (name.empty()) {
        return IntakeText::tr("stays as it is");
    }
    if (name == "lon") {
        return IntakeText::tr("Longitude");
    }
    if (name == "lat") {
        return IntakeText::tr("Latitude");
    }
    if (name == "x") {
        return IntakeText::tr("East (x)");
    }
    if (name == "y") {
        return IntakeText::tr("North (y)");
    }
    if (name == "coordinates") {
        return IntakeText::tr("Coordinates, both in one text");
    }
    return fieldText(name);
}

QString fieldText(const std::string& name)
{
    if (name == exchange::kPositionField) {
        return IntakeText::tr("Position");
    }
    for (const auto kind : {RecordKind::Camera, RecordKind::Site, RecordKind::System}) {
        if (const auto* known = findField(kind, name)) {
            return wordsOf(known->label);
        }
    }
    return toText(name);
}

TableText columnsText(const exchange::ImportPreview& preview)
{
    TableText table{.headings = {IntakeText::tr("Column"), IntakeText::tr("Becomes"),
                                 IntakeText::tr("In the first rows"), IntakeText::tr("Read as")},
                    .rows = {}};
    for (std::size_t i = 0; i < preview.columns.size(); ++i) {
        const auto& column = preview.columns[i];
        QStringList samples;
        QStringList values;
        QString remark;
        for (const auto& row : preview.rows) {
            const auto& cell = row.cells[i];
            const auto text = toText(cell.text).simplified();
            if (samples.size() < kSamples && !text.isEmpty() && !samples.contains(text)) {
                samples.append(text);
                const auto read = understood(cell);
                values.append(read.isEmpty() ? QStringLiteral("–") : read);
            }
            if (remark.isEmpty()) {
                remark = toText(cell.remark(language()));
            }
        }
        const bool isField = !column.target.empty() && findField(RecordKind::Camera, column.target) != nullptr;
        const auto read = isField ? values.join(QStringLiteral(" | ")) : QString();
        const auto becomes = targetText(column.target) + (column.isGiven ? QStringLiteral(" ✓") : QString());
        table.rows.push_back({{.text = toText(column.name)},
                              {.text = becomes, .isBold = !column.target.empty(), .isFaint = column.target.empty()},
                              {.text = samples.join(QStringLiteral(" | "))},
                              {.text = remark.isEmpty() ? read : kWarned + read, .tip = remark}});
    }
    return table;
}

TableText rowsText(const exchange::ImportPreview& preview, int epsg)
{
    TableText table{.headings = {IntakeText::tr("Row"), IntakeText::tr("Position")}, .rows = {}};
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < preview.columns.size(); ++i) {
        if (findField(RecordKind::Camera, preview.columns[i].target) != nullptr) {
            shown.push_back(i);
            table.headings.append(targetText(preview.columns[i].target));
        }
    }
    for (const auto& row : preview.rows) {
        TextTable::Row cells{{.text = countText(row.number)}, placeCell(row, epsg)};
        for (const auto column : shown) {
            const auto& cell = row.cells[column];
            const auto remark = toText(cell.remark(language()));
            const auto text = understood(cell);
            const auto tip = remark.isEmpty() ? toText(cell.text) : toText(cell.text) + QStringLiteral(": ") + remark;
            cells.push_back(
                {.text = remark.isEmpty() ? text : kWarned + (text.isEmpty() ? toText(cell.text) : text), .tip = tip});
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

TableText problemsText(const std::vector<exchange::ProblemGroup>& groups)
{
    TableText table{.headings = {IntakeText::tr("Weight"), IntakeText::tr("Row"), IntakeText::tr("Field"),
                                 IntakeText::tr("Value"), IntakeText::tr("What")},
                    .rows = {}};
    for (const auto& group : groups) {
        const auto& first = group.first;
        const bool isOfFile = !first.row && first.value.empty();
        QString row = first.row ? countText(*first.row) : isOfFile ? IntakeText::tr("file") : QStringLiteral("–");
        if (group.count > 1 && !isOfFile) {
            row = IntakeText::tr("%1 and %n more", nullptr, static_cast<int>(group.count - 1)).arg(row);
        }
        table.rows.push_back({{.text = markText(first.severity)},
                              {.text = row},
                              {.text = first.field.empty() ? QString() : fieldText(first.field)},
                              {.text = toText(first.value)},
                              {.text = toText(first.message(language()))}});
    }
    return table;
}

QString aboutText(const exchange::ImportPlan& plan, bool isWhole)
{
    QStringList parts;
    if (!plan.format.empty()) {
        parts.append(othersWord(plan.format));
    }
    parts.append(isWhole ? IntakeText::tr("%n row(s)", nullptr, static_cast<int>(plan.rows))
                         : IntakeText::tr("the first %n row(s)", nullptr, static_cast<int>(plan.rows)));
    parts.append(IntakeText::tr("%n column(s)", nullptr, static_cast<int>(plan.preview.columns.size())));
    if (!plan.receipt.encoding.empty()) {
        parts.append(IntakeText::tr("texts in %1").arg(encodingText(plan.receipt.encoding)));
    }
    return parts.join(QStringLiteral(" · "));
}

QString placeText(const exchange::ImportPlan& plan)
{
    if (plan.unplaced) {
        return IntakeText::tr(
            "No column is known to hold coordinates. Choose the columns of longitude and latitude, or of "
            "east and north, on the first page.");
    }
    if (!plan.candidates.empty()) {
        return IntakeText::tr(
            "Nobody says in which reference system the coordinates are. Each line shows where the points "
            "would lie: choose one, and see on the map whether it is the right place.");
    }
    if (!plan.missingCrs.empty() && !plan.receipt.crs) {
        return IntakeText::tr(
            "The reference system is not known, and none of the usual ones fits the numbers. Write its EPSG "
            "code below.");
    }
    if (!plan.receipt.crs) {
        return IntakeText::tr("There are no points yet.");
    }
    const auto& crs = *plan.receipt.crs;
    const auto accuracy =
        crs.accuracy && crs.accuracy->value > 0.0
            ? QLatin1Char(' ') + IntakeText::tr("Expected error about %1.").arg(metresText(*crs.accuracy))
            : QString();
    return IntakeText::tr("Coordinates in %1 (%2).%3").arg(toText(crs.from), howText(crs.how), accuracy);
}

QString whereText(const std::vector<LonLat>& places, const GeoBox& cameras)
{
    if (places.empty()) {
        return {};
    }
    GeoBox box;
    for (const auto& place : places) {
        box = box.isEmpty() ? GeoBox{place.lon, place.lat, place.lon, place.lat}
                            : GeoBox{std::min(box.west, place.lon), std::min(box.south, place.lat),
                                     std::max(box.east, place.lon), std::max(box.north, place.lat)};
    }
    const LonLat middle{(box.west + box.east) / 2, (box.south + box.north) / 2};
    const auto degrees = [](double value) { return numberText(value, 4) + QStringLiteral("°"); };
    auto text = IntakeText::tr("The points lie between %1 and %2 east, %3 and %4 north.")
                    .arg(degrees(box.west), degrees(box.east), degrees(box.south), degrees(box.north));
    if (!cameras.isEmpty()) {
        const LonLat home{(cameras.west + cameras.east) / 2, (cameras.south + cameras.north) / 2};
        text += QLatin1Char(' ') +
                IntakeText::tr("Their middle is %1 from the middle of the cameras that are there already.")
                    .arg(metresText(geo::distanceBetween(home, middle)));
    }
    return text;
}

QString candidateText(const exchange::CrsCandidate& one)
{
    auto text =
        IntakeText::tr("%1 · %2\n%3; plausibility %4 of 100")
            .arg(toText(one.crs), toText(one.name), toText(language() == Language::Italian ? one.whyIt : one.whyEn),
                 numberText(one.plausibility * 100.0, 0));
    if (one.away) {
        text += QStringLiteral("; ") + IntakeText::tr("%1 from the cameras that are there").arg(metresText(*one.away));
    }
    return text;
}

} // namespace observo::app
