// SPDX-License-Identifier: GPL-3.0-or-later
#include "metadata/Metadata.h"

#include "Edition.h"
#include "Formats.h"
#include "Losses.h"
#include "files/FileText.h"
#include "metadata/XmlElement.h"

#include <algorithm>
#include <array>

namespace observo::exchange {
namespace {

constexpr std::string_view kCodes = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#";
constexpr std::string_view kLanguages = "http://www.loc.gov/standards/iso639-2/";

std::string chars(std::string_view tag, std::string_view text)
{
    return text.empty() ? xmlElement(tag, {}, {{"gco:nilReason", "missing"}})
                        : xmlElement(tag, {xmlText("gco:CharacterString", text)});
}

std::string code(std::string_view tag, std::string_view list, std::string_view value)
{
    const std::string name = "gmd:" + std::string(list);
    const std::string where = std::string(kCodes) + std::string(list);
    return xmlElement(tag, {xmlText(name, value, {{"codeList", where}, {"codeListValue", value}})});
}

std::string language(std::string_view tag)
{
    return xmlElement(tag, {xmlText("gmd:LanguageCode", "ita", {{"codeList", kLanguages}, {"codeListValue", "ita"}})});
}

std::string date(std::string_view day, std::string_view type)
{
    return xmlElement("gmd:date", {xmlElement("gmd:CI_Date", {xmlElement("gmd:date", {xmlText("gco:Date", day)}),
                                                              code("gmd:dateType", "CI_DateTypeCode", type)})});
}

std::string number(double value)
{
    return textOf(FieldValue{value});
}

std::string degrees(std::string_view tag, double value)
{
    std::string text;
    appendFixed(text, value, 6);
    return xmlElement(tag, {xmlText("gco:Decimal", text)});
}

/// Of one export: the same census in two editions is two resources.
std::string identifierOf(const ExportPlan& plan)
{
    const std::string own = plan.census.id.text() + "_" + std::string(nameOf(plan.request.edition));
    return plan.census.ipaCode.empty() ? own : plan.census.ipaCode + ":" + own;
}

std::string party(std::string_view tag, const ExportPlan& plan, std::string_view role)
{
    const std::string mail = xmlElement(
        "gmd:contactInfo",
        {xmlElement("gmd:CI_Contact",
                    {xmlElement("gmd:address", {xmlElement("gmd:CI_Address", {chars("gmd:electronicMailAddress",
                                                                                    plan.census.contactEmail)})})})});
    return xmlElement(tag,
                      {xmlElement("gmd:CI_ResponsibleParty", {chars("gmd:organisationName", plan.census.issuingBody),
                                                              mail, code("gmd:role", "CI_RoleCode", role)})});
}

std::string referenceSystem(const ExportPlan& plan)
{
    const std::string where = plan.crs.epsg() == 0
                                  ? plan.crs.name()
                                  : "http://www.opengis.net/def/crs/EPSG/0/" + std::to_string(plan.crs.epsg());
    return xmlElement("gmd:referenceSystemInfo",
                      {xmlElement("gmd:MD_ReferenceSystem",
                                  {xmlElement("gmd:referenceSystemIdentifier",
                                              {xmlElement("gmd:RS_Identifier", {chars("gmd:code", where)})})})});
}

/// How far a position may be from the true one: by the census, by the change of system, by the edition's blur.
std::optional<double> accuracyOf(const ExportPlan& plan)
{
    std::optional<double> worst;
    const auto consider = [&](std::optional<Metres> metres) {
        worst = metres ? std::max(worst.value_or(0.0), metres->value) : worst;
    };
    consider(plan.census.positionalAccuracy);
    if (worst) {
        consider(plan.losses.accuracy); // alone it would promise what nobody measured
    }
    consider(isBlurred(plan.request.edition) ? std::optional(kBlur) : std::nullopt);
    return worst;
}

std::string titleOf(const ExportPlan& plan)
{
    return "Censimento delle telecamere di videosorveglianza: " + plan.census.issuingBody;
}

std::string revisionDay(const ExportPlan& plan, std::string_view today)
{
    constexpr std::size_t kDay = 10;
    return plan.census.updatedAt.size() >= kDay ? plan.census.updatedAt.substr(0, kDay) : std::string(today);
}

bool isTable(const ExportPlan& plan)
{
    return plan.format->info.name == "csv" || plan.format->info.name == "xlsx";
}

std::string citation(const ExportPlan& plan, std::string_view today)
{
    const std::string identifier = identifierOf(plan);
    return xmlElement(
        "gmd:citation",
        {xmlElement(
            "gmd:CI_Citation",
            {chars("gmd:title", titleOf(plan)), date(revisionDay(plan, today), "revision"),
             xmlElement("gmd:identifier", {xmlElement("gmd:MD_Identifier", {chars("gmd:code", identifier)})}),
             party("gmd:citedResponsibleParty", plan, "owner"),
             code("gmd:presentationForm", "CI_PresentationFormCode", isTable(plan) ? "tableDigital" : "mapDigital"),
             xmlElement("gmd:series",
                        {xmlElement("gmd:CI_Series", {chars("gmd:issueIdentification", identifier)})})})});
}

std::string keywords()
{
    const std::string thesaurus = xmlElement(
        "gmd:thesaurusName", {xmlElement("gmd:CI_Citation", {chars("gmd:title", "GEMET - INSPIRE themes, version 1.0"),
                                                             date("2008-06-01", "publication")})});
    return xmlElement("gmd:descriptiveKeywords",
                      {xmlElement(
                          "gmd:MD_Keywords",
                          {chars("gmd:keyword", "Servizi di pubblica utilità e servizi amministrativi"), thesaurus})}) +
           xmlElement("gmd:descriptiveKeywords",
                      {xmlElement("gmd:MD_Keywords",
                                  {chars("gmd:keyword", "videosorveglianza"), chars("gmd:keyword", "telecamere"),
                                   chars("gmd:keyword", "sicurezza urbana")})});
}

/// The code list of ISO 19115 for the codes of our dictionary.
std::string_view restrictionOf(std::string_view constraint)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kRestrictions{
        {{"copyright", "copyright"},
         {"patent", "patent"},
         {"patent_pending", "patentPending"},
         {"trademark", "trademark"},
         {"license", "license"},
         {"intellectual_property_rights", "intellectualPropertyRights"},
         {"restricted", "restricted"},
         {"other_restrictions", "otherRestrictions"}}};
    const auto found = std::ranges::find(kRestrictions, constraint, [](const auto& pair) { return pair.first; });
    return found == kRestrictions.end() ? "otherRestrictions" : found->second;
}

std::string constraints(const ExportPlan& plan)
{
    const std::string edition = plan.request.edition == Edition::Public ? "Edizione pubblica: posizioni entro 80 m."
                                : plan.request.edition == Edition::Full
                                    ? "Edizione completa: uso interno dell'ente."
                                    : "Edizione istituzionale: per enti pubblici e forze di polizia.";
    const std::string access =
        plan.census.accessConstraints.empty()
            ? xmlElement("gmd:accessConstraints", {}, {{"gco:nilReason", "missing"}})
            : code("gmd:accessConstraints", "MD_RestrictionCode", restrictionOf(plan.census.accessConstraints));
    return xmlElement(
        "gmd:resourceConstraints",
        {xmlElement("gmd:MD_LegalConstraints", {chars("gmd:useLimitation", edition), access,
                                                code("gmd:useConstraints", "MD_RestrictionCode", "otherRestrictions"),
                                                chars("gmd:otherConstraints", edition)})});
}

std::string resolution(const ExportPlan& plan)
{
    const auto accuracy = accuracyOf(plan);
    const std::string distance =
        accuracy ? xmlElement("gmd:distance", {xmlText("gco:Distance", number(*accuracy), {{"uom", "m"}})})
                 : xmlElement("gmd:distance", {}, {{"gco:nilReason", "missing"}});
    return xmlElement("gmd:spatialResolution", {xmlElement("gmd:MD_Resolution", {distance})});
}

std::string extent(const ExportPlan& plan)
{
    if (plan.area.isEmpty()) {
        return xmlElement("gmd:extent", {}, {{"gco:nilReason", "missing"}});
    }
    return xmlElement("gmd:extent",
                      {xmlElement("gmd:EX_Extent",
                                  {xmlElement("gmd:geographicElement",
                                              {xmlElement("gmd:EX_GeographicBoundingBox",
                                                          {degrees("gmd:westBoundLongitude", plan.area.west),
                                                           degrees("gmd:eastBoundLongitude", plan.area.east),
                                                           degrees("gmd:southBoundLatitude", plan.area.south),
                                                           degrees("gmd:northBoundLatitude", plan.area.north)})})})});
}

std::string identification(const ExportPlan& plan, std::string_view today)
{
    const std::string abstract = "Telecamere di videosorveglianza censite da " + plan.census.issuingBody +
                                 " (codice ISTAT " + plan.census.istatCode +
                                 "): posizione, tipologia, funzione, stato e "
                                 "dati di esercizio. " +
                                 std::to_string(plan.cameras.rows) + " telecamere, edizione " +
                                 std::string(nameOf(plan.request.edition)) + ".";
    return xmlElement(
        "gmd:identificationInfo",
        {xmlElement("gmd:MD_DataIdentification",
                    {citation(plan, today), chars("gmd:abstract", abstract),
                     party("gmd:pointOfContact", plan, "pointOfContact"), keywords(), constraints(plan),
                     code("gmd:spatialRepresentationType", "MD_SpatialRepresentationTypeCode", "vector"),
                     resolution(plan), language("gmd:language"),
                     code("gmd:characterSet", "MD_CharacterSetCode", "utf8"),
                     xmlElement("gmd:topicCategory", {xmlText("gmd:MD_TopicCategoryCode", "utilitiesCommunication")}),
                     extent(plan)})});
}

std::string distribution(const ExportPlan& plan)
{
    const std::string name = plan.request.output.filename().string();
    const std::string online = xmlElement(
        "gmd:CI_OnlineResource",
        {xmlElement("gmd:linkage", {xmlText("gmd:URL", name)}), chars("gmd:protocol", "file"),
         chars("gmd:applicationProfile", plan.format->info.label.it), chars("gmd:description", titleOf(plan))});
    return xmlElement(
        "gmd:distributionInfo",
        {xmlElement(
            "gmd:MD_Distribution",
            {xmlElement("gmd:distributionFormat",
                        {xmlElement("gmd:MD_Format", {chars("gmd:name", plan.format->info.label.it),
                                                      chars("gmd:version", plan.format->version)})}),
             xmlElement("gmd:distributor",
                        {xmlElement("gmd:MD_Distributor", {party("gmd:distributorContact", plan, "distributor")})}),
             xmlElement("gmd:transferOptions",
                        {xmlElement("gmd:MD_DigitalTransferOptions", {xmlElement("gmd:onLine", {online})})})})});
}

std::string positionalAccuracy(const ExportPlan& plan)
{
    const auto accuracy = accuracyOf(plan);
    if (!accuracy) {
        return xmlElement("gmd:report", {}, {{"gco:nilReason", "missing"}});
    }
    const std::string unit =
        xmlElement("gmd:valueUnit",
                   {xmlElement("gml:BaseUnit",
                               {xmlText("gml:identifier", "m", {{"codeSpace", "http://www.bipm.org/en/si/base_units"}}),
                                xmlText("gml:name", "metri"),
                                xmlElement("gml:unitsSystem", {}, {{"xlink:href", "http://www.bipm.org/en/si"}})},
                               {{"gml:id", "m"}})});
    const std::string value =
        xmlElement("gmd:value", {xmlElement("gco:Record", {xmlText("gco:Real", number(*accuracy))})});
    return xmlElement(
        "gmd:report",
        {xmlElement("gmd:DQ_AbsoluteExternalPositionalAccuracy",
                    {xmlElement("gmd:result", {xmlElement("gmd:DQ_QuantitativeResult", {unit, value})})})});
}

std::string conformity()
{
    const std::string regulation = xmlElement(
        "gmd:specification",
        {xmlElement("gmd:CI_Citation",
                    {chars("gmd:title", "REGOLAMENTO (UE) N. 1089/2010 DELLA COMMISSIONE del 23 novembre 2010 "
                                        "recante attuazione della direttiva 2007/2/CE del Parlamento europeo "
                                        "e del Consiglio per quanto riguarda l'interoperabilità dei set di "
                                        "dati territoriali e dei servizi di dati territoriali"),
                     date("2010-12-08", "publication")})});
    return xmlElement(
        "gmd:report",
        {xmlElement("gmd:DQ_DomainConsistency",
                    {xmlElement("gmd:result",
                                {xmlElement("gmd:DQ_ConformanceResult",
                                            {regulation, chars("gmd:explanation", "non conforme: dati non INSPIRE"),
                                             xmlElement("gmd:pass", {xmlText("gco:Boolean", "false")})})})})});
}

std::string quality(const ExportPlan& plan)
{
    const std::string lineage =
        plan.census.lineage.empty() || plan.losses.operation.empty() || plan.losses.operation == "none"
            ? plan.census.lineage
            : plan.census.lineage + " Coordinate: " + plan.losses.operation + ".";
    return xmlElement(
        "gmd:dataQualityInfo",
        {xmlElement(
            "gmd:DQ_DataQuality",
            {xmlElement("gmd:scope", {xmlElement("gmd:DQ_Scope", {code("gmd:level", "MD_ScopeCode", "dataset")})}),
             positionalAccuracy(plan), conformity(),
             xmlElement("gmd:lineage", {xmlElement("gmd:LI_Lineage", {chars("gmd:statement", lineage)})})})});
}

} // namespace

std::string metadataName(const std::filesystem::path& output)
{
    return output.filename().string() + std::string(kMetadataEnding);
}

std::string metadataXml(const ExportPlan& plan, std::string_view today)
{
    const std::string identifier = identifierOf(plan);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" +
           xmlElement(
               "gmd:MD_Metadata",
               {chars("gmd:fileIdentifier", identifier), language("gmd:language"),
                code("gmd:characterSet", "MD_CharacterSetCode", "utf8"), chars("gmd:parentIdentifier", identifier),
                code("gmd:hierarchyLevel", "MD_ScopeCode", "dataset"), party("gmd:contact", plan, "pointOfContact"),
                xmlElement("gmd:dateStamp", {xmlText("gco:Date", today)}),
                chars("gmd:metadataStandardName", "Linee Guida RNDT"), chars("gmd:metadataStandardVersion", "2.0"),
                referenceSystem(plan), identification(plan, today), distribution(plan), quality(plan)},
               {{"xmlns:gmd", "http://www.isotc211.org/2005/gmd"},
                {"xmlns:gco", "http://www.isotc211.org/2005/gco"},
                {"xmlns:gml", "http://www.opengis.net/gml/3.2"},
                {"xmlns:xlink", "http://www.w3.org/1999/xlink"}});
}

void foreseeMetadata(ExportPlan& plan)
{
    const auto miss = [&](bool isMissing, std::string_view field, std::string_view it, std::string_view en) {
        if (isMissing) {
            plan.losses.losses.push_back({.field = std::string(field),
                                          .values = 1,
                                          .messageIt = "Metadati: " + std::string(it),
                                          .messageEn = "Metadata: " + std::string(en)});
        }
    };
    const Census& census = plan.census;
    miss(census.ipaCode.empty(), "ipa_code", "manca il codice iPA dell'ente.", "the body's iPA code is missing.");
    miss(census.contactEmail.empty(), "contact_email", "manca l'e-mail di contatto.", "the contact e-mail is missing.");
    miss(!accuracyOf(plan), "positional_accuracy_m", "manca l'accuratezza posizionale.",
         "the positional accuracy is missing.");
    miss(census.lineage.empty(), "lineage", "manca la genealogia.", "the lineage is missing.");
    miss(census.accessConstraints.empty(), "access_constraints", "mancano i vincoli di accesso.",
         "the access constraints are missing.");
    miss(true, "", "come risorsa in linea c'è il nome del file: prima di pubblicare mettere l'indirizzo.",
         "the file's name stands for the online resource: put its address before publishing.");
}

} // namespace observo::exchange
