// SPDX-License-Identifier: GPL-3.0-or-later
// A census that is deleted, renamed or replaced while it is open: noticed before anything is written, and the work can
// be saved elsewhere.
#include "support/census/Campaign.h"
#include "support/census/CensusModel.h"
#include "support/census/RandomEdits.h"
#include "support/census/SecondOpinion.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <functional>
#include <ostream>
#include <string>

namespace observo::test {
namespace {

namespace fs = std::filesystem;
using census::Session;

/// What another program does to the file.
struct Fate {
    const char* name;
    void (*befall)(const fs::path& file);
};

std::ostream& operator<<(std::ostream& stream, const Fate& fate)
{
    return stream << fate.name;
}

void removeFile(const fs::path& file)
{
    fs::remove(file);
}
void renameFile(const fs::path& file)
{
    fs::rename(file, file.parent_path() / "elsewhere.gpkg");
}
void replaceFile(const fs::path& file)
{
    const auto other = file.parent_path() / "other.gpkg";
    fs::copy_file(file, other);
    fs::rename(other, file);
}
void replaceByAnotherCensus(const fs::path& file)
{
    const auto other = file.parent_path() / "other.gpkg";
    makeCensus(other);
    fs::rename(other, file);
}

/// Adds cameras; half way through, the file meets its fate.
class FatefulSource : public ChangeSource {
public:
    explicit FatefulSource(std::function<void()> fate) : m_fate(std::move(fate)) {}

    std::string label() const override { return "Import"; }
    Result<std::optional<Change>> next() override
    {
        if (m_count == 20) {
            return std::optional<Change>();
        }
        if (m_count == 10) {
            m_fate();
        }
        const auto at = LonLat{7.6 + 0.001 * m_count++, 45.0};
        return std::optional(placeCamera(CameraId::make(), at).changes.front());
    }

private:
    std::function<void()> m_fate;
    int m_count = 0;
};

class MovedFile : public testing::TestWithParam<Fate> {
protected:
    MovedFile() : m_folder(inMemory("observo-moved")), m_file(m_folder / "census.gpkg")
    {
        makeCensusOf(m_file, 5);
        m_session = openForEditing(m_file);
        m_model = CensusModel::of(m_session->reader());
    }

    /// One edit that succeeds, so that the session holds the lock and has made its backup.
    void editOnce()
    {
        const auto committed = m_session->perform(renameCamera(m_model.cameras().front(), "before the move"));
        ASSERT_TRUE(committed) << committed.error().message();
        m_model.apply(committed->changes);
    }
    void befall() { GetParam().befall(m_file); }

    void expectNoWriteButACopy()
    {
        const auto committed = m_session->perform(renameCamera(m_model.cameras().back(), "after the move"));
        ASSERT_FALSE(committed) << "a write was acknowledged after the move";
        EXPECT_EQ(committed.error().code, ErrorCode::CensusMoved) << committed.error().message();
        const auto polled = m_session->poll();
        ASSERT_FALSE(polled);
        EXPECT_EQ(polled.error().code, ErrorCode::CensusMoved) << polled.error().message();
        EXPECT_FALSE(m_session->writeState().writable);

        const auto copy = m_folder / "rescued.gpkg";
        const auto saved = m_session->backupTo(copy, Progress());
        ASSERT_TRUE(saved) << saved.error().message();
        EXPECT_EQ(integrityOf(copy), "ok");
        EXPECT_EQ(m_model.differenceTo(CensusModel::of(copy)), "");
    }

    TemporaryFolder m_folder;
    fs::path m_file;
    std::unique_ptr<Session> m_session;
    CensusModel m_model;
};

TEST_P(MovedFile, isNoticedBeforeTheFirstEdit)
{
    befall();

    expectNoWriteButACopy();
}

TEST_P(MovedFile, isNoticedBetweenEdits)
{
    ASSERT_NO_FATAL_FAILURE(editOnce());

    befall();

    expectNoWriteButACopy();
}

TEST_P(MovedFile, isNoticedByPollingAlone)
{
    ASSERT_NO_FATAL_FAILURE(editOnce());
    ASSERT_TRUE(m_session->poll());

    befall();

    const auto polled = m_session->poll();
    ASSERT_FALSE(polled);
    EXPECT_EQ(polled.error().code, ErrorCode::CensusMoved);
}

TEST_P(MovedFile, isNoticedAtTheEndOfALongTransaction)
{
    ASSERT_NO_FATAL_FAILURE(editOnce());
    FatefulSource source([this] { befall(); });

    const auto committed = m_session->perform(source, Progress());

    ASSERT_FALSE(committed) << "a write was acknowledged after the move";
    expectNoWriteButACopy();
}

INSTANTIATE_TEST_SUITE_P(Fates, MovedFile,
                         testing::Values(Fate{"removed", removeFile}, Fate{"renamed", renameFile},
                                         Fate{"replacedByACopy", replaceFile},
                                         Fate{"replacedByAnother", replaceByAnotherCensus}),
                         [](const auto& fate) { return std::string(fate.param.name); });

} // namespace
} // namespace observo::test
