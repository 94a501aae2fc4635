// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <thread>

namespace observo {
namespace {

using namespace census;
using namespace test;

/// Gives `count` cameras spread over Piemonte, then ends, fails or cancels.
class ManyCameras : public ChangeSource {
public:
    explicit ManyCameras(std::size_t count) : m_count(count) {}

    [[nodiscard]] std::string label() const override { return "Import"; }
    [[nodiscard]] std::optional<std::size_t> expected() const override { return m_count; }
    [[nodiscard]] Result<std::optional<Change>> next() override
    {
        if (m_given == failAt) {
            return fail(ErrorCode::InputUnreadable, "the source broke");
        }
        if (m_given == cancelAt) {
            progress.cancel();
        }
        if (m_given == m_count) {
            return std::nullopt;
        }
        const auto i = static_cast<double>(m_given++);
        Camera camera = aCamera().at(7.0 + i * 1e-6, 45.0 + i * 1e-7).named("Camera " + std::to_string(m_given));
        camera.siteCode = "S-" + std::to_string(m_given / 4);
        camera.systemCode = "I-0001";
        camera.installedOn = m_given % 7 == 0 ? "2019" : "2020-05-17";
        camera.roll = Degrees{m_given % 5 == 0 ? -0.0 : 1.5};
        return Change{std::nullopt, camera};
    }

    std::optional<std::size_t> failAt{};
    std::optional<std::size_t> cancelAt{};
    Progress progress;

private:
    std::size_t m_count;
    std::size_t m_given = 0;
};

TEST(SessionStream, whatFoundsACensusIsNotOfferedToBeTakenBack)
{
    class Founding : public ManyCameras {
    public:
        using ManyCameras::ManyCameras;
        [[nodiscard]] bool canBeUndone() const override { return false; }
    };
    const CensusFolder folder;
    const auto session = folder.create();
    for (const std::size_t count : {3U, 3000U}) { // the small one and the large one are written in two ways
        Founding founding(count);
        ASSERT_TRUE(session->perform(founding, Progress()));
        EXPECT_FALSE(session->undoLabel().has_value());
    }

    EXPECT_FALSE(folder.open()->undoLabel().has_value()) << "nor after it was opened again";
    EXPECT_EQ(session->undo().error().code, ErrorCode::NothingToUndo);
    EXPECT_TRUE(verifyLog(session->reader(), Progress())->intact);
}

TEST(SessionStream, aLargeStreamIsOneVerifiedSetThatCanBeUndoneAndRedone)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const auto before = contentOf(session->reader());
    ManyCameras many(3000);
    std::vector<std::string> rung;
    session->onChanged([&](const ChangeSet& changes) { rung.push_back(changes.label); });

    const auto committed = session->perform(many, Progress());

    ASSERT_TRUE(committed) << messageOf(committed);
    EXPECT_EQ(rung, std::vector<std::string>{"Import"});
    EXPECT_EQ(session->inventory().size(), 3000U);
    const auto after = contentOf(session->reader());
    auto verdict = verifyLog(session->reader(), Progress());
    ASSERT_TRUE(verdict && verdict->intact) << messageOf(verdict) << (verdict ? verdict->findings.front() : "");
    const auto undone = session->undo();
    ASSERT_TRUE(undone) << messageOf(undone);
    EXPECT_EQ(contentOf(session->reader()), before);
    EXPECT_EQ(session->inventory().size(), 0U);
    ASSERT_TRUE(session->redo());
    EXPECT_EQ(contentOf(session->reader()), after);
    verdict = verifyLog(session->reader(), Progress());
    ASSERT_TRUE(verdict && verdict->intact) << messageOf(verdict) << (verdict ? verdict->findings.front() : "");
    EXPECT_EQ(*folder.reader()->inventory(Progress()), session->inventory());
}

TEST(SessionStream, aStreamThatFailsOrIsCancelledLeavesNothingBehind)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const auto before = contentOf(session->reader());
    const auto entries = logOf(session->reader()).size();
    ManyCameras failing(3000);
    failing.failAt = 2500;
    ManyCameras cancelled(3000);
    cancelled.cancelAt = 2000;

    const auto failed = session->perform(failing, Progress());
    const auto stopped = session->perform(cancelled, cancelled.progress);

    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, ErrorCode::InputUnreadable);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(contentOf(session->reader()), before);
    EXPECT_EQ(logOf(session->reader()).size(), entries);
    EXPECT_TRUE(session->perform(placeCamera(CameraId::make(), {8, 45})));
    EXPECT_TRUE(verifyLog(session->reader(), Progress())->intact);
}

TEST(SessionStream, fromAnotherThreadTheBellWaitsForTheOwner)
{
    const CensusFolder folder;
    const auto session = folder.create();
    ManyCameras many(1500);
    int rung = 0;
    session->onChanged([&](const ChangeSet&) { ++rung; });

    std::thread job([&] { EXPECT_TRUE(session->perform(many, Progress())); });
    job.join();
    EXPECT_EQ(rung, 0);
    EXPECT_EQ(session->inventory().size(), 0U);
    ASSERT_TRUE(session->poll());

    EXPECT_EQ(rung, 1);
    EXPECT_EQ(session->inventory().size(), 1500U);
    EXPECT_EQ(session->undoLabel(), "Import");
}

TEST(SessionStream, aShortStreamIsAnOrdinarySet)
{
    const CensusFolder folder;
    const auto session = folder.create();
    ManyCameras few(10);

    const auto committed = session->perform(few, Progress());

    ASSERT_TRUE(committed) << messageOf(committed);
    EXPECT_EQ(committed->changes.label, "Import");
    EXPECT_GE(committed->changes.changes.size(), 10U);
    EXPECT_FALSE(logOf(session->reader()).back().after.empty());
}

} // namespace
} // namespace observo
