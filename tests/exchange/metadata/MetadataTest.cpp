// SPDX-License-Identifier: GPL-3.0-or-later
#include "metadata/Metadata.h"

#include "exchange/ExportWork.h"
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <vector>

namespace observo::exchange {
namespace {

/// The elements straight inside one, by the indentation of the lines: as many blanks as it is deep.
std::vector<std::string> childrenOf(const std::string& xml, const std::string& parent)
{
    std::vector<std::string> children;
    std::istringstream lines(xml);
    std::size_t depth = std::string::npos;
    for (std::string line; std::getline(lines, line);) {
        const auto indent = line.find_first_not_of(' ');
        const auto name = line.substr(indent + 1, line.find_first_of(" />", indent + 1) - indent - 1);
        if (depth == std::string::npos) {
            depth = name == parent ? indent : depth;
        } else if (indent <= depth) {
            break;
        } else if (indent == depth + 1 && line[indent + 1] != '/') {
            children.push_back(name);
        }
    }
    return children;
}

using Names = std::vector<std::string>;

class MetadataTest : public testing::Test {
protected:
    MetadataTest() : m_census(test::aFullCensus(3)) {}
    std::string xmlOf(std::string_view name, ExportRequest options = {.edition = Edition::Full},
                      bool isDescribed = true)
    {
        ExportWork work(*m_census, name, std::move(options));
        ExportPlan plan = work.plan();
        if (isDescribed) {
            plan.census.ipaCode = "c_l219";
            plan.census.contactEmail = "videosorveglianza@comune.example";
            plan.census.positionalAccuracy = Metres{2.5};
            plan.census.lineage = "Rilievo & <verifica> sul posto";
            plan.census.accessConstraints = "patent_pending";
        }
        m_losses = {};
        foreseeMetadata(plan);
        for (const Loss& loss : plan.losses.losses) {
            m_losses += loss.field + ": " + loss.messageEn + '\n';
        }
        return metadataXml(plan, "2026-11-22");
    }
    std::unique_ptr<test::CensusToExport> m_census;
    std::string m_losses;
};

TEST_F(MetadataTest, isWellFormedForEveryFormat)
{
    for (const FormatInfo& format : exportFormats()) {
        const std::string name = "out" + std::string(format.ending);
        test::putBytes(m_census->out("m.xml"), xmlOf(name));
        std::string output;
        EXPECT_EQ(test::run("xmllint --noout '" + m_census->out("m.xml").string() + "'", &output), 0) << output;
    }
}

TEST_F(MetadataTest, elementsStandInTheOrderOfTheSchema)
{
    const std::string xml = xmlOf("out.gpkg");
    EXPECT_EQ(
        childrenOf(xml, "gmd:MD_Metadata"),
        (Names{"gmd:fileIdentifier", "gmd:language", "gmd:characterSet", "gmd:parentIdentifier", "gmd:hierarchyLevel",
               "gmd:contact", "gmd:dateStamp", "gmd:metadataStandardName", "gmd:metadataStandardVersion",
               "gmd:referenceSystemInfo", "gmd:identificationInfo", "gmd:distributionInfo", "gmd:dataQualityInfo"}));
    EXPECT_EQ(childrenOf(xml, "gmd:MD_DataIdentification"),
              (Names{"gmd:citation", "gmd:abstract", "gmd:pointOfContact", "gmd:descriptiveKeywords",
                     "gmd:descriptiveKeywords", "gmd:resourceConstraints", "gmd:spatialRepresentationType",
                     "gmd:spatialResolution", "gmd:language", "gmd:characterSet", "gmd:topicCategory", "gmd:extent"}));
    EXPECT_EQ(childrenOf(xml, "gmd:CI_Citation"),
              (Names{"gmd:title", "gmd:date", "gmd:identifier", "gmd:citedResponsibleParty", "gmd:presentationForm",
                     "gmd:series"}));
    EXPECT_EQ(childrenOf(xml, "gmd:EX_GeographicBoundingBox"),
              (Names{"gmd:westBoundLongitude", "gmd:eastBoundLongitude", "gmd:southBoundLatitude",
                     "gmd:northBoundLatitude"}));
    EXPECT_EQ(childrenOf(xml, "gmd:DQ_DataQuality"), (Names{"gmd:scope", "gmd:report", "gmd:report", "gmd:lineage"}));
    EXPECT_EQ(childrenOf(xml, "gmd:MD_LegalConstraints"),
              (Names{"gmd:useLimitation", "gmd:accessConstraints", "gmd:useConstraints", "gmd:otherConstraints"}));
    EXPECT_EQ(childrenOf(xml, "gmd:MD_Distribution"),
              (Names{"gmd:distributionFormat", "gmd:distributor", "gmd:transferOptions"}));
}

TEST_F(MetadataTest, whatTheCatalogueAsksIsThere)
{
    const std::string xml = xmlOf("città.shp", {.epsg = 7791, .edition = Edition::Institutional});
    for (const std::string& wanted :
         {"c_l219:" + m_census->reader().census()->id.text() + "_institutional",
          std::string("opengis.net/def/crs/EPSG/0/7791"), std::string("videosorveglianza@comune.example"),
          std::string(">2.5<"), std::string("codeListValue=\"patentPending\""),
          std::string("Rilievo &amp; &lt;verifica&gt; sul posto"), std::string("<gmd:URL>città.shp</gmd:URL>"),
          std::string("<gco:Date>2026-11-22</gco:Date>"), std::string("utilitiesCommunication"),
          std::string("<gco:Boolean>false</gco:Boolean>"), std::string("Shapefile")}) {
        EXPECT_NE(xml.find(wanted), std::string::npos) << wanted;
    }
    EXPECT_EQ(xml.find("nilReason"), std::string::npos);
    EXPECT_NE(m_losses.find("online resource"), std::string::npos);
    EXPECT_EQ(m_losses.find("missing"), std::string::npos) << m_losses;
}

TEST_F(MetadataTest, whatTheCensusDoesNotSayIsNamedBeforehand)
{
    const std::string xml = xmlOf("out.gpkg", {.edition = Edition::Full}, false);
    for (const char* field : {"ipa_code", "contact_email", "positional_accuracy_m", "lineage", "access_constraints"}) {
        EXPECT_NE(m_losses.find(field), std::string::npos) << field;
    }
    EXPECT_NE(xml.find("gco:nilReason=\"missing\""), std::string::npos);
}

TEST_F(MetadataTest, thePublicEditionPromisesNoMoreThanItsBlur)
{
    const std::string xml = xmlOf("out.gpkg", {.edition = Edition::Public});
    EXPECT_NE(xml.find("<gco:Real>80</gco:Real>"), std::string::npos);
}

TEST_F(MetadataTest, theFileIsWrittenBesideEveryFormatAndNamedInTheReport)
{
    for (const FormatInfo& format : exportFormats()) {
        const auto report =
            m_census->write("out" + std::string(format.ending),
                            {.edition = Edition::Full, .overwrite = Overwrite::Replace, .withMetadata = true});
        ASSERT_TRUE(report) << test::messageOf(report);
        const auto file = m_census->out(metadataName("out" + std::string(format.ending)));
        EXPECT_NE(std::ranges::find(report->written, file), report->written.end());
        EXPECT_TRUE(test::bytesOf(file).starts_with("<?xml"));
    }
    // An existing one is not written over unasked.
    test::putBytes(m_census->out("new.gpkg.iso19139.xml"), "precious");
    const auto refused = m_census->write("new.gpkg", {.withMetadata = true});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::OutputExists);
    EXPECT_EQ(test::bytesOf(m_census->out("new.gpkg.iso19139.xml")), "precious");
}

} // namespace
} // namespace observo::exchange
