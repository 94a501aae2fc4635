// SPDX-License-Identifier: GPL-3.0-or-later
#include "Losses.h"

#include "Edition.h"
#include "Formats.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

namespace observo::exchange {
namespace {

void add(ExportPlan& plan, std::string_view field, std::int64_t values, std::string italian, std::string english)
{
    if (values > 0) {
        plan.losses.losses.push_back({.field = std::string(field),
                                      .values = values,
                                      .messageIt = std::move(italian),
                                      .messageEn = std::move(english)});
    }
}

template <typename Take>
void forEachColumn(const ExportPlan& plan, Take take)
{
    for (const TablePlan* table : {&plan.cameras, &plan.sites, &plan.systems}) {
        for (const Column& column : table->columns) {
            take(column);
        }
    }
}

void foreseeInaccuracy(ExportPlan& plan)
{
    constexpr Metres kNone{1.0}; // between RDN2008, ETRS89 and WGS 84: the definition's own
    const auto accuracy = plan.losses.accuracy;
    if (accuracy && *accuracy > kNone) {
        const std::string metres = textOf(FieldValue{accuracy->value});
        add(plan, {}, plan.cameras.rows, "Il passaggio a " + plan.crs.id() + " è accurato solo entro " + metres + " m.",
            "The change to " + plan.crs.id() + " is accurate to " + metres + " m only.");
    }
}

void foreseeBlur(ExportPlan& plan)
{
    if (!isBlurred(plan.request.edition)) {
        return;
    }
    add(plan, "position", plan.cameras.rows,
        "Edizione pubblica: ogni posizione è portata al centro della sua maglia di circa 110 × 100 m, sempre la "
        "stessa, "
        "e position_accuracy_m vale almeno 80 m. Nomi e descrizioni restano come sono scritti.",
        "Public edition: every position is moved to the centre of its cell of about 110 × 100 m, always the same, "
        "and position_accuracy_m is at least 80 m. Names and descriptions stay as they are written.");
    add(plan, {}, plan.sites.rows, "Edizione pubblica: le postazioni vanno senza civico e senza accesso ANNCSU.",
        "Public edition: sites go without house number and ANNCSU access.");
}

} // namespace

void foreseeForAll(ExportPlan& plan)
{
    forEachColumn(plan, [&](const Column& column) {
        add(plan, column.field->name, column.unclean, "Caratteri non ammessi nei file sostituiti con \xEF\xBF\xBD.",
            "Characters that no file can carry are replaced by \xEF\xBF\xBD.");
        add(plan, column.field->name, column.notNumbers, "Valori che non sono numeri lasciati vuoti.",
            "Values that are no numbers are left empty.");
    });
    add(plan, {}, plan.camerasWithoutPlace, "Telecamere senza posizione: non esportate.",
        "Cameras without a position: not exported.");
    add(plan, "context_camera_id", plan.hiddenContexts, "Riferimenti a telecamere riservate lasciati vuoti.",
        "References to withheld cameras are left empty.");
    foreseeInaccuracy(plan);
    foreseeBlur(plan);
}

void foreseeSingleTable(ExportPlan& plan)
{
    add(plan, {}, plan.sites.rows + plan.systems.rows,
        "Postazioni e impianti non entrano in questo formato: restano solo i loro codici.",
        "Sites and systems do not fit in this format: only their codes remain.");
}

void foreseeUndeclaredSystem(ExportPlan& plan, const std::string& format)
{
    add(plan, {}, plan.cameras.rows,
        format + " non porta con sé il sistema di riferimento: le coordinate sono in " + plan.crs.id() + ".",
        format + " does not carry its reference system: coordinates are in " + plan.crs.id() + ".");
}

void foreseeOuterBlanks(ExportPlan& plan)
{
    forEachColumn(plan, [&](const Column& column) {
        add(plan, column.field->name, column.outerBlanks,
            "Spazi all'inizio o alla fine del testo: i programmi che leggono il formato li tolgono.",
            "Blanks at the ends of a text: programs that read the format throw them away.");
    });
}

void foreseeLongCells(ExportPlan& plan)
{
    forEachColumn(plan, [&](const Column& column) {
        add(plan, column.field->name, column.overSheet,
            "Testi oltre 32.767 caratteri accorciati alla misura di una cella.",
            "Texts over 32,767 characters are shortened to what a cell holds.");
    });
}

void foreseeLeftOut(ExportPlan& plan, const std::vector<std::string_view>& kept)
{
    std::string names;
    for (const Column& column : plan.cameras.columns) {
        const bool isKept = std::ranges::find(kept, column.field->name) != kept.end();
        if (column.filled > 0 && !isKept) {
            names += names.empty() ? "" : ", ";
            names += column.field->name;
        }
    }
    if (!names.empty()) {
        add(plan, {}, plan.cameras.rows, "Campi che questo formato non porta: " + names + ".",
            "Fields that this format does not carry: " + names + ".");
    }
}

void foresee(ExportPlan& plan, std::int64_t values, Label message)
{
    add(plan, {}, values, std::string(message.it), std::string(message.en));
}

std::int64_t filledIn(const ExportPlan& plan, std::string_view field)
{
    const auto found =
        std::ranges::find_if(plan.cameras.columns, [&](const Column& column) { return column.field->name == field; });
    return found == plan.cameras.columns.end() ? 0 : found->filled;
}

void foreseeRounding(ExportPlan& plan)
{
    const std::string decimals = std::to_string(plan.format->decimals);
    add(plan, {}, plan.finerPlaces, "Posizioni arrotondate a " + decimals + " decimali (circa 1 cm).",
        "Positions are rounded to " + decimals + " decimals (about 1 cm).");
}

void foreseeStrangeDates(ExportPlan& plan)
{
    forEachColumn(plan, [&](const Column& column) {
        add(plan, column.field->name, column.strangeDates, "Date non valide: la colonna resta di testo.",
            "Dates that are none: the column stays text.");
    });
}

void foreseeNarrowColumns(ExportPlan& plan)
{
    forEachColumn(plan, [&](const Column& column) {
        add(plan, column.field->name, column.overLong,
            "Testi oltre 254 byte accorciati nella tabella; interi nel file .fields.json.",
            "Texts over 254 bytes are shortened in the table; whole in the .fields.json file.");
        add(plan, column.field->name, column.outerBlanks,
            "Spazi all'inizio o alla fine del testo: solo nel file .fields.json.",
            "Blanks at the ends of a text stand in the .fields.json file only.");
        add(plan, column.field->name, column.wideNumbers,
            "Numeri con più di 15 cifre arrotondati nella tabella; interi nel file .fields.json.",
            "Numbers of more than 15 digits are rounded in the table; whole in the .fields.json file.");
    });
    add(plan, {}, plan.cameras.rows,
        "Nomi dei campi abbreviati a 10 caratteri; quelli interi sono nel file .fields.json.",
        "Field names are shortened to 10 characters; the full ones are in the .fields.json file.");
}

} // namespace observo::exchange
