// SPDX-License-Identifier: GPL-3.0-or-later
#include "fields/FieldTable.h"

#include <array>

namespace observo::table {
namespace {

using enum FieldGroup;
using enum Sensitivity;
using enum Required;

constexpr auto kFields = std::to_array<FieldInfo>({
    field<&Camera::id>("camera_id", "CAM_UUID", "Identificativo univoco", "Unique identifier")
        .in(Identity, Public)
        .needed(ToSave)
        .byProgram(),
    field<&Camera::code>("code", "CODE", "Codice telecamera", "Camera code").in(Identity, Public).needed(ToSave),
    field<&Camera::name>("name", "NAME", "Denominazione", "Name").in(Identity, Public),
    field<&Camera::bodyIstat>("body_istat", "BODY_ISTAT", "Ente proprietario del dato (ISTAT)", "Owning body (ISTAT)")
        .in(Identity, Public)
        .like(TextFormat::IstatCode)
        .needed(ToSave),
    field<&Camera::siteCode>("site_code", "SITE_CODE", "Postazione", "Site").in(Where, Public).needed(ToSave),
    field<&Camera::systemCode>("system_code", "SYS_CODE", "Impianto", "System").in(Plant, Public).needed(ToSave),
    field<&Camera::positionMethod>("position_method", "POS_METH", "Metodo di posizionamento", "Positioning method")
        .in(Where, Public)
        .code("position_method")
        .needed(ToPublish),
    field<&Camera::anncsuMethod>("anncsu_method", "ANNC_METH", "Metodo ANNCSU", "ANNCSU method")
        .in(Where, Public)
        .code("anncsu_method"),
    field<&Camera::positionAccuracy>("position_accuracy_m", "POS_ACC_M", "Accuratezza", "Accuracy")
        .in(Where, Public)
        .above(0),
    field<&Camera::status>("status", "STATUS", "Stato di funzionamento", "Working status")
        .in(Identity, Public)
        .code("status")
        .needed(ToSave),
    field<&Camera::statusSince>("status_since", "STAT_DATE", "Stato dal", "Status since")
        .in(Identity, Institutional)
        .as(FieldType::Date),
    field<&Camera::reliability>("reliability", "RELIAB", "Affidabilità", "Reliability")
        .in(Identity, Institutional)
        .range(0, 100)
        .unit("%"),
    field<&Camera::type>("camera_type", "CAM_TYPE", "Tipologia", "Type")
        .in(Identity, Public)
        .code("camera_type")
        .needed(ToSave),
    field<&Camera::function>("camera_function", "CAM_FUNC", "Funzione", "Function")
        .in(Identity, Public)
        .code("camera_function")
        .needed(ToSave),
    field<&Camera::purpose>("purpose", "PURPOSE", "Finalità", "Purpose")
        .in(Purpose, Public)
        .codes("purpose")
        .needed(ToSave),
    field<&Camera::wasteReason>("waste_reason", "WASTE_WHY", "Motivazione per abbandono rifiuti",
                                "Justification for illegal dumping")
        .in(Purpose, Public)
        .needed(Conditional),
    field<&Camera::monitoredZone>("monitored_zone", "MON_ZONE", "Area ripresa", "Covered area").in(Purpose, Public),
    field<&Camera::mobility>("mobility", "MOBILITY", "Mobilità", "Mobility")
        .in(Where, Public)
        .code("mobility")
        .needed(ToSave),
    field<&Camera::validFrom>("valid_from", "VALID_FR", "Posizione valida dal", "Position valid from")
        .in(Where, Institutional)
        .as(FieldType::Date)
        .needed(Conditional),
    field<&Camera::validTo>("valid_to", "VALID_TO", "Posizione valida al", "Position valid to")
        .in(Where, Institutional)
        .as(FieldType::Date)
        .needed(Conditional),
    field<&Camera::mountType>("mount_type", "MOUNT", "Supporto", "Mount").in(View, Institutional).code("mount_type"),
    field<&Camera::mountHeight>("mount_height_m", "HEIGHT_M", "Altezza di installazione", "Mounting height")
        .in(View, Institutional)
        .range(0.3, 60)
        .needed(ToPublish),
    field<&Camera::direction>("direction_deg", "DIR_DEG", "Direzione di ripresa (azimut)",
                              "Viewing direction (azimuth)")
        .in(View, Institutional)
        .range(0, 359.99)
        .needed(Conditional),
    field<&Camera::panMin>("pan_min_deg", "PAN_MIN", "Brandeggio da", "Pan from")
        .in(View, Institutional)
        .range(0, 359.99)
        .needed(Conditional),
    field<&Camera::panMax>("pan_max_deg", "PAN_MAX", "Brandeggio a", "Pan to")
        .in(View, Institutional)
        .range(0, 359.99)
        .needed(Conditional),
    field<&Camera::tilt>("tilt_deg", "TILT_DEG", "Inclinazione", "Tilt").in(View, Institutional).range(-30, 90),
    field<&Camera::roll>("roll_deg", "ROLL_DEG", "Rollio", "Roll").in(View, Institutional).range(-180, 180),
    field<&Camera::focal>("focal_mm", "FOCAL_MM", "Focale", "Focal length").in(View, Institutional).range(0.8, 1000),
    field<&Camera::focalMax>("focal_max_mm", "FOC_MAX_MM", "Focale massima", "Maximum focal length")
        .in(View, Institutional)
        .range(0.8, 1000),
    field<&Camera::sensorFormat>("sensor_format", "SENS_FMT", "Formato sensore", "Sensor format")
        .in(View, Institutional),
    field<&Camera::sensorWidth>("sensor_w_mm", "SENS_W", "Larghezza sensore", "Sensor width")
        .in(View, Institutional)
        .range(1, 40),
    field<&Camera::sensorHeight>("sensor_h_mm", "SENS_H", "Altezza sensore", "Sensor height")
        .in(View, Institutional)
        .range(1, 40),
    field<&Camera::hfov>("hfov_deg", "HFOV", "Angolo di inquadratura orizzontale", "Horizontal field of view")
        .in(View, Institutional)
        .range(0.1, 360)
        .needed(ToPublish),
    field<&Camera::vfov>("vfov_deg", "VFOV", "Angolo di inquadratura verticale", "Vertical field of view")
        .in(View, Institutional)
        .range(0.1, 360),
    field<&Camera::resolutionH>("res_h_px", "RES_H", "Risoluzione orizzontale", "Horizontal resolution")
        .in(View, Institutional)
        .range(160, 20000)
        .unit("px"),
    field<&Camera::resolutionV>("res_v_px", "RES_V", "Risoluzione verticale", "Vertical resolution")
        .in(View, Institutional)
        .range(160, 20000)
        .unit("px"),
    field<&Camera::range>("range_m", "RANGE_M", "Portata dichiarata", "Declared range")
        .in(View, Institutional)
        .above(0),
    field<&Camera::irRange>("ir_range_m", "IR_M", "Portata IR", "IR range").in(View, Institutional).from(0),
    field<&Camera::dayNight>("day_night", "DAYNIGHT", "Giorno/notte", "Day and night").in(View, Institutional),
    field<&Camera::wdr>("wdr", "WDR", "WDR", "WDR").in(View, Institutional),
    field<&Camera::designLevel>("design_level", "DSG_LEVEL", "Livello di dettaglio richiesto",
                                "Required level of detail")
        .in(Purpose, Institutional)
        .code("design_level"),
    field<&Camera::signalTechnology>("signal_technology", "TECH", "Tecnologia", "Signal technology")
        .in(Plant, Institutional)
        .code("signal_technology")
        .needed(ToSave),
    field<&Camera::brand>("brand", "BRAND", "Marca", "Brand").in(View, Institutional),
    field<&Camera::model>("model", "MODEL", "Modello", "Model").in(View, Institutional),
    field<&Camera::serialNo>("serial_no", "SERIAL", "Matricola", "Serial number").in(Plant, Restricted),
    field<&Camera::firmware>("firmware", "FIRMWARE", "Firmware", "Firmware").in(Plant, Restricted),
    field<&Camera::onvifProfile>("onvif_profile", "ONVIF", "Profilo ONVIF", "ONVIF profile")
        .in(Plant, Institutional)
        .codes("onvif_profile"),
    field<&Camera::connectivity>("connectivity", "CONNECT", "Connettività", "Connectivity")
        .in(Plant, Institutional)
        .code("connectivity"),
    field<&Camera::powerSupply>("power_supply", "POWER", "Alimentazione", "Power supply")
        .in(Plant, Institutional)
        .code("power_supply"),
    field<&Camera::recording>("recording", "RECORDING", "Registrazione", "Recording")
        .in(Privacy, Public)
        .code("recording")
        .needed(ToPublish),
    field<&Camera::audioRecorded>("audio_recorded", "AUDIO", "Registrazione audio", "Audio recording")
        .in(Privacy, Public)
        .needed(ToPublish),
    field<&Camera::analytics>("analytics", "ANALYTICS", "Videoanalisi", "Video analytics")
        .in(Privacy, Public)
        .codes("analytics")
        .needed(ToPublish),
    field<&Camera::privacyMask>("privacy_mask", "PRIV_MASK", "Mascheramento privacy", "Privacy masking")
        .in(Privacy, Public)
        .code("privacy_mask"),
    field<&Camera::retentionHours>("retention_hours", "RETENT_H", "Conservazione", "Retention period")
        .in(Privacy, Public)
        .range(0, 8760)
        .unit("h")
        .needed(ToPublish),
    field<&Camera::retentionReason>("retention_reason", "RETENT_WHY", "Motivazione della conservazione",
                                    "Reason for the retention period")
        .in(Privacy, Public)
        .needed(Conditional),
    field<&Camera::ocrClass>("ocr_class", "OCR_CLASS", "Classe UNI 10772", "UNI 10772 class")
        .in(Purpose, Public)
        .code("ocr_class")
        .needed(Conditional),
    field<&Camera::approvalDecree>("approval_decree", "APPR_DEC", "Decreto di omologazione o approvazione",
                                   "Type approval decree")
        .in(Purpose, Public)
        .needed(Conditional),
    field<&Camera::approvalDate>("approval_date", "APPR_DATE", "Data del decreto", "Date of the decree")
        .in(Purpose, Public)
        .as(FieldType::Date)
        .needed(Conditional),
    field<&Camera::laneCount>("lane_count", "LANES", "Corsie", "Lanes")
        .in(Purpose, Institutional)
        .from(1)
        .needed(Conditional),
    field<&Camera::laneWidth>("lane_width_m", "LANE_W_M", "Larghezza corsia", "Lane width")
        .in(Purpose, Institutional)
        .above(0)
        .needed(Conditional),
    field<&Camera::contextCamera>("context_camera_id", "CTX_CAM", "Telecamera di contesto associata",
                                  "Paired context camera")
        .in(Purpose, Institutional),
    field<&Camera::installedOn>("installed_on", "INST_ON", "Data di installazione", "Installed on")
        .in(History, Institutional)
        .as(FieldType::Date)
        .needed(ToPublish),
    field<&Camera::commissionedOn>("commissioned_on", "COMM_ON", "Data di messa in esercizio", "Commissioned on")
        .in(History, Institutional)
        .as(FieldType::Date),
    field<&Camera::decommissionedOn>("decommissioned_on", "DECOM_ON", "Data di dismissione", "Decommissioned on")
        .in(History, Institutional)
        .as(FieldType::Date)
        .needed(Conditional),
    field<&Camera::lastVerifiedOn>("last_verified_on", "VERIF_ON", "Ultima verifica", "Last verified on")
        .in(History, Institutional)
        .as(FieldType::Date)
        .needed(ToPublish),
    field<&Camera::verifiedBy>("verified_by", "VERIF_BY", "Verificata da (ruolo)", "Verified by (role)")
        .in(History, Institutional)
        .needed(ToPublish),
    field<&Camera::nextCheckOn>("next_check_on", "NEXT_CHK", "Prossima verifica", "Next check")
        .in(History, Institutional)
        .as(FieldType::Date),
    field<&Camera::declaredOn>("declared_on", "DECL_ON", "Comunicata il", "Declared on")
        .in(Privacy, Institutional)
        .as(FieldType::Date)
        .needed(Conditional),
    field<&Camera::federated>("federated", "FEDERATED", "Federata (consenso del privato)",
                              "Federated (owner's consent)")
        .in(Privacy, Institutional)
        .needed(Conditional),
    field<&Camera::operatorName>("operator", "OPERATOR", "Esercente", "Operator").in(Plant, Public),
    field<&Camera::photo>("photo", "PHOTO", "Foto", "Photo").in(History, Institutional).as(FieldType::Json),
    field<&Camera::attachments>("attachments", "ATTACH", "Allegati", "Attachments")
        .in(History, Institutional)
        .as(FieldType::Json),
    field<&Camera::visibility>("visibility", "VISIBIL", "Livello di riservatezza", "Visibility")
        .in(Privacy, Public)
        .code("visibility")
        .needed(ToSave),
    field<&Camera::notes>("notes", "NOTES", "Note", "Notes").in(History, Institutional),
    field<&Camera::extra>("extra", "EXTRA", "Altri attributi importati", "Other imported attributes")
        .in(History, Restricted)
        .as(FieldType::Json),
    field<&Camera::book, &Bookkeeping::rowVersion>("row_version", "ROW_VER", "Versione del record", "Record version")
        .in(History, Institutional)
        .from(0)
        .needed(ToSave)
        .byProgram(),
    field<&Camera::book, &Bookkeeping::createdAt>("created_at", "CREATED_AT", "Creato il", "Created at")
        .in(History, Institutional)
        .as(FieldType::Timestamp)
        .needed(ToSave)
        .byProgram(),
    field<&Camera::book, &Bookkeeping::createdBy>("created_by", "CREATED_BY", "Creato da", "Created by")
        .in(History, Restricted)
        .needed(ToSave)
        .byProgram(),
    field<&Camera::book, &Bookkeeping::updatedAt>("updated_at", "UPDATED_AT", "Aggiornato il", "Updated at")
        .in(History, Institutional)
        .as(FieldType::Timestamp)
        .needed(ToSave)
        .byProgram(),
    field<&Camera::book, &Bookkeeping::updatedBy>("updated_by", "UPDATED_BY", "Aggiornato da", "Updated by")
        .in(History, Restricted)
        .needed(ToSave)
        .byProgram(),
});

} // namespace

std::span<const FieldInfo> cameraFields()
{
    return kFields;
}

} // namespace observo::table
