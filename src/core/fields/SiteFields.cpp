// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/FieldTable.h"

#include <array>

namespace observo::table {
namespace {

using enum FieldGroup;
using enum Sensitivity;
using enum Required;

constexpr auto kFields = std::to_array<FieldInfo>({
    field<&Site::id>("site_id", "SITE_UUID", "Identificativo univoco", "Unique identifier")
        .in(Identity, Public)
        .needed(ToSave)
        .byProgram(),
    field<&Site::code>("site_code", "SITE_CODE", "Codice postazione", "Site code").in(Identity, Public).needed(ToSave),
    field<&Site::name>("site_name", "SITE_NAME", "Nome postazione", "Site name").in(Identity, Public).needed(ToSave),
    field<&Site::bodyIstat>("body_istat", "BODY_ISTAT", "Ente proprietario del dato (ISTAT)", "Owning body (ISTAT)")
        .in(Identity, Public)
        .like(TextFormat::IstatCode)
        .needed(ToSave),
    field<&Site::systemCode>("system_code", "SYS_CODE", "Impianto", "System").in(Plant, Public).needed(ToSave),
    field<&Site::istatCode>("istat_code", "ISTAT", "Codice ISTAT del Comune", "ISTAT code of the municipality")
        .in(Where, Public)
        .like(TextFormat::IstatCode)
        .needed(ToSave),
    field<&Site::locality>("locality", "LOCALITY", "Località / frazione", "Locality").in(Where, Public),
    field<&Site::streetType>("street_type", "STR_TYPE", "DUG (denominazione urbanistica generica)", "Street type")
        .in(Where, Public)
        .code("street_type")
        .needed(ToPublish),
    field<&Site::streetName>("street_name", "STR_NAME", "DUF (denominazione)", "Street name")
        .in(Where, Public)
        .needed(ToPublish),
    field<&Site::houseNumber>("house_number", "HOUSE_NO", "Civico", "House number").in(Where, Public).from(0),
    field<&Site::houseSuffix>("house_suffix", "HOUSE_SFX", "Esponente", "House suffix").in(Where, Public),
    field<&Site::houseSpecificity>("house_specificity", "HOUSE_SPEC", "Specificità (rosso/nero)",
                                   "Number colour (red/black)")
        .in(Where, Public)
        .code("house_specificity"),
    field<&Site::metricNumber>("metric_number", "METRIC_NO", "Civico metrico", "Metric number")
        .in(Where, Public)
        .from(0),
    field<&Site::anncsuStreetId>("anncsu_street_id", "ANNC_STR", "Progressivo nazionale ANNCSU",
                                 "ANNCSU street identifier")
        .in(Where, Public),
    field<&Site::anncsuAccessId>("anncsu_access_id", "ANNC_ACC", "Progressivo accesso ANNCSU",
                                 "ANNCSU access identifier")
        .in(Where, Public),
    field<&Site::notes>("site_notes", "SITE_NOTES", "Indicazioni di luogo", "Site notes").in(Where, Institutional),
    field<&Site::environment>("environment", "ENVIRON", "Ambiente", "Environment")
        .in(Where, Public)
        .code("environment")
        .needed(ToSave),
    field<&Site::kind>("site_kind", "SITE_KIND", "Tipo di sito", "Kind of site").in(Where, Public).code("site_kind"),
    field<&Site::floorPlanId>("floor_plan_id", "PLAN_ID", "Planimetria", "Floor plan")
        .in(Where, Institutional)
        .needed(Conditional),
    field<&Site::floor>("floor", "FLOOR", "Piano", "Floor").in(Where, Institutional).needed(Conditional),
    field<&Site::planX>("plan_x", "PLAN_X", "X sulla planimetria", "X on the floor plan")
        .in(Where, Institutional)
        .from(0)
        .needed(Conditional),
    field<&Site::planY>("plan_y", "PLAN_Y", "Y sulla planimetria", "Y on the floor plan")
        .in(Where, Institutional)
        .from(0)
        .needed(Conditional),
    field<&Site::signPresent>("sign_present", "SIGN", "Cartello informativo (1° livello)", "First-layer notice (sign)")
        .in(Privacy, Public)
        .code("yes_no_unknown")
        .needed(ToPublish),
    field<&Site::signUpdatedGdpr>("sign_updated_gdpr", "SIGN_GDPR", "Cartello aggiornato al RGPD",
                                  "Sign updated to the GDPR")
        .in(Privacy, Public),
    field<&Site::signCount>("sign_count", "SIGN_COUNT", "Numero di cartelli", "Number of signs")
        .in(Privacy, Public)
        .from(0),
    field<&Site::signCheckedOn>("sign_checked_on", "SIGN_CHKD", "Cartelli verificati il", "Signs checked on")
        .in(Privacy, Institutional)
        .as(FieldType::Date),
    field<&Site::extra>("extra", "EXTRA", "Altri attributi importati", "Other imported attributes")
        .in(History, Restricted)
        .as(FieldType::Json),
    field<&Site::book, &Bookkeeping::rowVersion>("row_version", "ROW_VER", "Versione del record", "Record version")
        .in(History, Institutional)
        .from(0)
        .needed(ToSave)
        .byProgram(),
    field<&Site::book, &Bookkeeping::createdAt>("created_at", "CREATED_AT", "Creato il", "Created at")
        .in(History, Institutional)
        .as(FieldType::Timestamp)
        .needed(ToSave)
        .byProgram(),
    field<&Site::book, &Bookkeeping::createdBy>("created_by", "CREATED_BY", "Creato da", "Created by")
        .in(History, Restricted)
        .needed(ToSave)
        .byProgram(),
    field<&Site::book, &Bookkeeping::updatedAt>("updated_at", "UPDATED_AT", "Aggiornato il", "Updated at")
        .in(History, Institutional)
        .as(FieldType::Timestamp)
        .needed(ToSave)
        .byProgram(),
    field<&Site::book, &Bookkeeping::updatedBy>("updated_by", "UPDATED_BY", "Aggiornato da", "Updated by")
        .in(History, Restricted)
        .needed(ToSave)
        .byProgram(),
});

} // namespace

std::span<const FieldInfo> siteFields()
{
    return kFields;
}

} // namespace observo::table
