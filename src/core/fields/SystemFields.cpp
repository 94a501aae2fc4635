// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/FieldTable.h"

#include <array>

namespace observo::table {
namespace {

using enum FieldGroup;
using enum Sensitivity;
using enum Required;

constexpr auto kFields = std::to_array<FieldInfo>({
    field<&System::id>("system_id", "SYS_UUID", "Identificativo univoco", "Unique identifier")
        .in(Identity, Public)
        .needed(ToSave)
        .byProgram(),
    field<&System::code>("system_code", "SYS_CODE", "Codice impianto", "System code")
        .in(Identity, Public)
        .needed(ToSave),
    field<&System::name>("system_name", "SYS_NAME", "Nome impianto", "System name").in(Identity, Public).needed(ToSave),
    field<&System::bodyIstat>("body_istat", "BODY_ISTAT", "Ente proprietario del dato (ISTAT)", "Owning body (ISTAT)")
        .in(Identity, Public)
        .like(TextFormat::IstatCode)
        .needed(ToSave),
    field<&System::ownershipType>("ownership_type", "OWNERSHIP", "Proprietà", "Ownership")
        .in(Identity, Public)
        .code("ownership_type")
        .needed(ToSave),
    field<&System::dataController>("data_controller", "CONTROLLER", "Titolare del trattamento", "Data controller")
        .in(Privacy, Public)
        .needed(ToPublish),
    field<&System::jointController>("joint_controller", "JOINT_CTRL", "Contitolare", "Joint controller")
        .in(Privacy, Public),
    field<&System::systemManager>("system_manager", "MANAGER", "Gestore dell'impianto", "System manager")
        .in(Plant, Institutional)
        .needed(ToPublish),
    field<&System::dataProcessor>("data_processor", "PROCESSOR", "Responsabile del trattamento", "Data processor")
        .in(Privacy, Public)
        .needed(Conditional),
    field<&System::designatedOfficer>("designated_officer", "OFFICER", "Designato / referente interno",
                                      "Designated officer")
        .in(Privacy, Institutional),
    field<&System::dpoContact>("dpo_contact", "DPO", "Contatto del RPD (DPO)", "Data protection officer contact")
        .in(Privacy, Public)
        .like(TextFormat::Email)
        .needed(ToPublish),
    field<&System::emergencyContact>("emergency_contact", "EMERGENCY", "Reperibilità", "Emergency contact")
        .in(Plant, Institutional),
    field<&System::maintenanceContractor>("maintenance_contractor", "MAINTAINER", "Manutentore",
                                          "Maintenance contractor")
        .in(Plant, Institutional),
    field<&System::maintenanceUntil>("maintenance_until", "MAINT_TO", "Scadenza contratto di manutenzione",
                                     "Maintenance contract until")
        .in(Plant, Institutional)
        .as(FieldType::Date),
    field<&System::controlRoom>("control_room", "CTRL_ROOM", "Centrale operativa", "Control room")
        .in(Plant, Institutional),
    field<&System::linkedPolice>("linked_police", "POLICE", "Collegamento forze di polizia", "Linked police forces")
        .in(Plant, Institutional)
        .codes("linked_police"),
    field<&System::vmsName>("vms_name", "VMS_NAME", "Software di gestione (VMS)", "Video management software")
        .in(Plant, Institutional),
    field<&System::vmsVersion>("vms_version", "VMS_VER", "Versione del VMS", "VMS version").in(Plant, Restricted),
    field<&System::recorderType>("recorder_type", "RECORDER", "Registratore", "Recorder")
        .in(Plant, Institutional)
        .code("recorder_type"),
    field<&System::legalRegime>("legal_regime", "LEGAL_REG", "Regime giuridico", "Legal regime")
        .in(Privacy, Public)
        .code("legal_regime")
        .needed(ToPublish),
    field<&System::legalBasis>("legal_basis", "LEGAL_BAS", "Base giuridica", "Legal basis")
        .in(Privacy, Public)
        .needed(ToPublish),
    field<&System::regulationRef>("regulation_ref", "REGUL_REF", "Regolamento comunale", "Municipal regulation")
        .in(Privacy, Public),
    field<&System::dpiaStatus>("dpia_status", "DPIA_STAT", "DPIA / VIP", "DPIA")
        .in(Privacy, Public)
        .code("dpia_status")
        .needed(ToPublish),
    field<&System::dpiaDate>("dpia_date", "DPIA_DATE", "Data della DPIA", "DPIA date")
        .in(Privacy, Institutional)
        .as(FieldType::Date)
        .needed(Conditional),
    field<&System::dpiaRef>("dpia_ref", "DPIA_REF", "Riferimento della DPIA", "DPIA reference")
        .in(Privacy, Institutional)
        .needed(Conditional),
    field<&System::securityPactDate>("security_pact_date", "PACT_DATE", "Patto per la sicurezza", "Urban security pact")
        .in(Privacy, Institutional)
        .as(FieldType::Date),
    field<&System::cpospApprovalDate>("cposp_approval_date", "CPOSP_DATE", "Parere CPOSP", "CPOSP opinion")
        .in(Privacy, Institutional)
        .as(FieldType::Date),
    field<&System::fundingSource>("funding_source", "FUND_SRC", "Fonte di finanziamento", "Funding source")
        .in(History, Institutional)
        .code("funding_source"),
    field<&System::fundingYear>("funding_year", "FUND_YEAR", "Anno di finanziamento", "Funding year")
        .in(History, Institutional)
        .range(1990, 2100),
    field<&System::cupCode>("cup_code", "CUP", "CUP", "CUP (public project code)")
        .in(History, Institutional)
        .like(TextFormat::Cup),
    field<&System::programme>("programme", "PROGRAMME", "Programma o patto", "Programme or pact")
        .in(History, Institutional),
    field<&System::extra>("extra", "EXTRA", "Altri attributi importati", "Other imported attributes")
        .in(History, Restricted)
        .as(FieldType::Json),
    field<&System::book, &Bookkeeping::rowVersion>("row_version", "ROW_VER", "Versione del record", "Record version")
        .in(History, Institutional)
        .from(0)
        .needed(ToSave)
        .byProgram(),
    field<&System::book, &Bookkeeping::createdAt>("created_at", "CREATED_AT", "Creato il", "Created at")
        .in(History, Institutional)
        .as(FieldType::Timestamp)
        .needed(ToSave)
        .byProgram(),
    field<&System::book, &Bookkeeping::createdBy>("created_by", "CREATED_BY", "Creato da", "Created by")
        .in(History, Restricted)
        .needed(ToSave)
        .byProgram(),
    field<&System::book, &Bookkeeping::updatedAt>("updated_at", "UPDATED_AT", "Aggiornato il", "Updated at")
        .in(History, Institutional)
        .as(FieldType::Timestamp)
        .needed(ToSave)
        .byProgram(),
    field<&System::book, &Bookkeeping::updatedBy>("updated_by", "UPDATED_BY", "Aggiornato da", "Updated by")
        .in(History, Restricted)
        .needed(ToSave)
        .byProgram(),
});

} // namespace

std::span<const FieldInfo> systemFields()
{
    return kFields;
}

} // namespace observo::table
