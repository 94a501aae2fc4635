// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/Acknowledged.h"

#include "support/census/Campaign.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

namespace observo::test {
namespace {

class AcknowledgedEdits : public testing::Test {
protected:
    AcknowledgedEdits() : m_folder(inMemory("observo-ack")), m_file(m_folder / "census.gpkg")
    {
        makeCensus(m_file);
        m_session = openForEditing(m_file);
        m_state = Acknowledged(m_session->reader());
    }

    census::Committed place(double lon)
    {
        return *m_session->perform(placeCamera(CameraId::make(), LonLat{lon, 45.0}));
    }

    TemporaryFolder m_folder;
    std::filesystem::path m_file;
    std::unique_ptr<census::Session> m_session;
    Acknowledged m_state;
};

TEST_F(AcknowledgedEdits, theLineThroughThePipeSaysTheSame)
{
    const auto sent = Acknowledgement::of(place(7.6));

    const auto received = Acknowledgement::parse(sent.line());

    EXPECT_EQ(received.setId, sent.setId);
    ASSERT_EQ(received.records.size(), sent.records.size());
    for (std::size_t i = 0; i < sent.records.size(); ++i) {
        EXPECT_EQ(received.records[i].uuid, sent.records[i].uuid);
        EXPECT_EQ(received.records[i].digest, sent.records[i].digest);
    }
}

TEST_F(AcknowledgedEdits, exactlyWhatWasAcknowledgedIsFine)
{
    m_state.add(Acknowledgement::of(place(7.6)));

    EXPECT_EQ(m_state.exactly(m_session->reader()), "");
    EXPECT_EQ(m_state.exactlyOrOneSetMore(m_session->reader(), {}), "");
    EXPECT_FALSE(m_state.tookFurtherSet());
}

TEST_F(AcknowledgedEdits, oneSetMoreIsAllowedOnceAndTwoAreNot)
{
    m_state.add(Acknowledgement::of(place(7.6)));
    place(7.7);
    EXPECT_NE(m_state.exactly(m_session->reader()), "");
    EXPECT_EQ(m_state.exactlyOrOneSetMore(m_session->reader(), {}), "");
    EXPECT_TRUE(m_state.tookFurtherSet());
    EXPECT_EQ(m_state.exactly(m_session->reader()), "");

    place(7.8);
    place(7.9);
    EXPECT_NE(m_state.exactlyOrOneSetMore(m_session->reader(), {}), "");
}

TEST_F(AcknowledgedEdits, anAcknowledgedSetThatIsMissingIsALoss)
{
    const auto real = Acknowledgement::of(place(7.6));
    m_state.add(real);
    auto invented = real;
    ++invented.setId;
    invented.records = {{.uuid = Uuid::random(), .digest = 1}};
    m_state.add(invented);

    EXPECT_NE(m_state.exactly(m_session->reader()).find("gone"), std::string::npos);
    EXPECT_NE(m_state.exactlyOrOneSetMore(m_session->reader(), {}), "");
}

TEST_F(AcknowledgedEdits, halfOfAnIntendedSetIsFound)
{
    m_state.add(Acknowledgement::of(place(7.6)));
    place(7.7);

    EXPECT_NE(m_state.exactlyOrOneSetMore(m_session->reader(), {Uuid::random()}), "");
}

} // namespace
} // namespace observo::test
