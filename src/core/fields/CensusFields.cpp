// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/FieldTable.h"

#include <array>

namespace observo::table {
namespace {

using enum FieldGroup;
using enum Sensitivity;
using enum Required;

constexpr auto kFields = std::to_array<FieldInfo>({
    field<&Census::id>("census_id", "CENSUS_ID", "Identificativo censimento", "Census identifier")
        .in(Identity, Public)
        .needed(ToSave)
        .byProgram(),
    field<&Census::schemaVersion>("schema_version", "SCHEMA_VER", "Versione dello schema", "Schema version")
        .in(History, Public)
        .needed(ToSave)
        .byProgram(),
    field<&Census::issuingBody>("issuing_body", "BODY", "Ente", "Issuing body").in(Identity, Public).needed(ToSave),
    field<&Census::ipaCode>("ipa_code", "IPA", "Codice iPA", "iPA code").in(Identity, Public).needed(ToPublish),
    field<&Census::istatCode>("istat_code", "ISTAT", "Codice ISTAT del Comune", "ISTAT code of the municipality")
        .in(Identity, Public)
        .like(TextFormat::IstatCode)
        .needed(ToSave),
    field<&Census::cadastralCode>("cadastral_code", "CADASTRAL", "Codice catastale (Belfiore)",
                                  "Cadastral code (Belfiore)")
        .in(Identity, Public)
        .like(TextFormat::CadastralCode),
    field<&Census::contactEmail>("contact_email", "EMAIL", "E-mail di contatto", "Contact e-mail")
        .in(Identity, Public)
        .like(TextFormat::Email)
        .needed(ToPublish),
    // 1024 to 32767 is what EPSG numbers its systems with.
    field<&Census::crsEpsg>("crs_epsg", "CRS_EPSG", "Sistema di riferimento (EPSG)",
                            "Coordinate reference system (EPSG)")
        .in(Where, Public)
        .range(1024, 32767)
        .needed(ToSave),
    field<&Census::positionalAccuracy>("positional_accuracy_m", "POS_ACC_M", "Accuratezza posizionale",
                                       "Positional accuracy")
        .in(Where, Public)
        .above(0)
        .needed(ToPublish),
    field<&Census::lineage>("lineage", "LINEAGE", "Genealogia", "Lineage").in(History, Public).needed(ToPublish),
    field<&Census::accessConstraints>("access_constraints", "ACCESS", "Vincoli di accesso", "Access constraints")
        .in(Privacy, Public)
        .code("access_constraints")
        .needed(ToPublish),
    field<&Census::updatedAt>("updated_at", "UPDATED_AT", "Data di revisione", "Revision date")
        .in(History, Public)
        .as(FieldType::Timestamp)
        .needed(ToSave)
        .byProgram(),
});

} // namespace

std::span<const FieldInfo> censusFields()
{
    return kFields;
}

} // namespace observo::table
