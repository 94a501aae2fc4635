// SPDX-License-Identifier: GPL-3.0-or-later
#include "EditWords.h"

#include <algorithm>
#include <array>

namespace observo::cli {
namespace {

/// In the words of the window (resources/i18n, context "Edit").
constexpr std::array kLabels{
    Label{.it = "Modifica scheda", .en = "Edit record"},
    Label{.it = "Orienta telecamera", .en = "Aim camera"},
    Label{.it = "Colloca telecamera", .en = "Place camera"},
    Label{.it = "Copia telecamera", .en = "Copy camera"},
    Label{.it = "Sposta telecamera", .en = "Move camera"},
    Label{.it = "Sposta postazione", .en = "Move site"},
    Label{.it = "Gira telecamera", .en = "Turn camera"},
    Label{.it = "Rinomina telecamera", .en = "Rename camera"},
    Label{.it = "Cambia stato", .en = "Change status"},
    Label{.it = "Dismetti telecamera", .en = "Retire camera"},
    Label{.it = "Rimuovi telecamera", .en = "Remove camera"},
    Label{.it = "Verifica telecamera", .en = "Verify camera"},
    Label{.it = "Nuovo censimento", .en = "New census"},
    Label{.it = "Censimento di esempio", .en = "Sample census"},
    Label{.it = "Descrivi censimento", .en = "Describe census"},
    Label{.it = "Modifica telecamera", .en = "Edit camera"},
    Label{.it = "Modificata da un altro programma", .en = "Edited elsewhere"},
    Label{.it = "Prendi il controllo", .en = "Take over lock"},
    Label{.it = "Consultazione", .en = "Consultation"},
    Label{.it = "Consultazione (registro non integro)", .en = "Consultation (log not intact)"},
    Label{.it = "Ripara struttura", .en = "Repair structure"},
    Label{.it = "Importazione", .en = "Import"},
    Label{.it = "Unione", .en = "Merge"},
    Label{.it = "Revisione", .en = "Review"},
};

constexpr std::array kWays{Label{.it = "Annulla: ", .en = "Undo: "}, Label{.it = "Ripeti: ", .en = "Redo: "}};

} // namespace

std::string editLabel(std::string_view label, Language language)
{
    std::string text;
    for (auto way = kWays.begin(); way != kWays.end();) {
        if (label.starts_with(way->en)) {
            text += way->in(language);
            label.remove_prefix(way->en.size());
            way = kWays.begin(); // an undone redo says both
        } else {
            ++way;
        }
    }
    const auto known = std::ranges::find(kLabels, label, &Label::en);
    return text.append(known != kLabels.end() ? known->in(language) : label);
}

} // namespace observo::cli
