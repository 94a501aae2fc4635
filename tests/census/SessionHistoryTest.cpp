// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Builders.h"
#include "support/census/CensusFolder.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace observo::census {
namespace {

using namespace test;

/// One random edit of one random camera, or a new one.
ChangeSet randomEdit(Session& session, std::mt19937& random)
{
    const auto ids = session.reader().ids({});
    if (ids->empty() || random() % 4 == 0) {
        auto camera = randomCamera(static_cast<std::uint32_t>(random()));
        camera.siteCode = random() % 2 == 0 ? std::string() : "S-" + std::to_string(random() % 5);
        return {.label = "Place camera", .reason = {}, .changes = {{std::nullopt, camera}}};
    }
    const auto camera = stored(session, ids->at(random() % ids->size()));
    const auto other = randomCamera(static_cast<std::uint32_t>(random()));
    switch (random() % 5) {
    case 0:
        return removeCamera(camera, "random");
    case 1:
        return moveCamera(camera, {other.position.lon + 1.0 / 3, other.position.lat});
    case 2: {
        auto after = other;
        after.id = camera.id;
        after.book = camera.book;
        return editRecord(camera, after);
    }
    case 3: {
        auto after = camera;
        const auto fields = fieldsOf(RecordKind::Camera);
        for (const auto& field : fields) {
            if (!field.byProgram && random() % 4 == 0) {
                setValue(after, field, random() % 2 == 0 ? FieldValue{} : valueOf(other, field));
            }
        }
        return editRecord(camera, after);
    }
    default:
        return turnCamera(camera, {std::fmod(std::ldexp(static_cast<double>(random()), -7), 359.0)});
    }
}

TEST(SessionHistory, undoAllAndRedoAllAreExactForRandomSequences)
{
    for (unsigned seed = 0; seed < 6; ++seed) {
        const CensusFolder folder;
        auto session = folder.create();
        std::mt19937 random(seed);
        const auto start = contentOf(session->reader());
        int edits = 0;
        const int wanted = 20 + static_cast<int>(random() % 40);
        for (int i = 0; i < wanted; ++i) {
            const auto committed = session->perform(randomEdit(*session, random));
            ASSERT_TRUE(committed) << messageOf(committed);
            edits += committed->setId != 0 ? 1 : 0;
            if (random() % 10 == 0) {
                session = folder.open(); // history must outlive the program
            }
        }
        const auto end = contentOf(session->reader());

        for (int i = 0; i < edits; ++i) {
            const auto undone = session->undo();
            ASSERT_TRUE(undone) << messageOf(undone) << " after " << i << " of " << edits << ", seed " << seed;
        }
        EXPECT_EQ(contentOf(session->reader()), start) << "seed " << seed;
        EXPECT_FALSE(session->undo());
        EXPECT_EQ(*folder.reader()->inventory(Progress()), session->inventory());
        for (int i = 0; i < edits; ++i) {
            const auto redone = session->redo();
            ASSERT_TRUE(redone) << messageOf(redone);
        }
        EXPECT_EQ(contentOf(session->reader()), end) << "seed " << seed;
        EXPECT_FALSE(session->redo());
        EXPECT_EQ(*folder.reader()->inventory(Progress()), session->inventory());
        const auto verdict = verifyLog(session->reader(), Progress());
        EXPECT_TRUE(verdict && verdict->intact) << verdict->findings.front();
    }
}

TEST(SessionHistory, undoIsLoggedAsAnEditOfItsOwn)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const auto camera = addCamera(*session, aCamera().named("A"));
    ASSERT_TRUE(session->perform(renameCamera(camera, "B")));

    const auto undone = session->undo();

    ASSERT_TRUE(undone) << messageOf(undone);
    EXPECT_EQ(undone->changes.label, "Undo: Rename camera");
    ASSERT_EQ(undone->changes.changes.size(), 1U);
    EXPECT_EQ(std::get<Camera>(*undone->changes.changes.front().after).name, "A");
    EXPECT_EQ(logOf(session->reader()).back().label, "Undo: Rename camera");
    EXPECT_EQ(stored(*session, camera.id).book.rowVersion, 3);
    EXPECT_EQ(session->redo()->changes.label, "Redo: Rename camera");
    EXPECT_EQ(session->undoLabel(), "Rename camera");
}

TEST(SessionHistory, whatOthersTouchedSinceIsRefusedWithTheirName)
{
    const CensusFolder folder;
    auto session = folder.create();
    const auto camera = addCamera(*session, aCamera().named("A"));
    ASSERT_TRUE(session->perform(renameCamera(camera, "B")));
    session.reset();
    {
        const auto ugo = folder.open("ugo");
        ASSERT_TRUE(ugo->perform(turnCamera(stored(*ugo, camera.id), {90})));
        EXPECT_EQ(ugo->undoLabel(), "Turn camera");
    }
    session = folder.open();
    const auto before = contentOf(session->reader());

    const auto undone = session->undo();

    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().code, ErrorCode::RuleBroken);
    EXPECT_NE(undone.error().what.find("ugo at 2"), std::string::npos) << undone.error().what;
    EXPECT_EQ(contentOf(session->reader()), before);
}

TEST(SessionHistory, whatAnotherProgramTouchedIsRefusedToo)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const auto camera = addCamera(*session, aCamera().named("A"));
    ASSERT_EQ(sqlite(folder.file(), "UPDATE camera SET brand = 'x'"), "");

    const auto undone = session->undo();

    ASSERT_FALSE(undone);
    EXPECT_NE(undone.error().what.find("other program"), std::string::npos) << undone.error().what;
    EXPECT_EQ(stored(*session, camera.id).brand, "x");
}

TEST(SessionHistory, anErasedEditCannotBeTakenBack)
{
    const CensusFolder folder;
    const auto session = folder.create();
    const auto camera = addCamera(*session, aCamera().named("A"));
    ASSERT_TRUE(session->perform(renameCamera(camera, "B")));
    ASSERT_EQ(sqlite(folder.file(), "DELETE FROM log_payload"), "");

    const auto undone = session->undo();

    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().code, ErrorCode::RuleBroken);
    EXPECT_NE(undone.error().what.find("erased"), std::string::npos);
}

TEST(SessionHistory, aNewEditEndsTheRedo)
{
    const CensusFolder folder;
    const auto session = folder.create();
    static_cast<void>(addCamera(*session, aCamera()));
    ASSERT_TRUE(session->undo());
    EXPECT_EQ(session->redoLabel(), "Place camera");

    static_cast<void>(addCamera(*session, aCamera()));

    EXPECT_FALSE(session->redoLabel());
    EXPECT_EQ(session->redo().error().code, ErrorCode::NothingToUndo);
}

TEST(SessionHistory, theSamePersonsEditInAnotherProgramIsTakenBackFirst)
{
    const CensusFolder folder;
    auto options = optionsOf("anna");
    options.lock = LockHolding::PerEdit;
    static_cast<void>(folder.create());
    const auto window = Session::open(folder.file(), options);
    const auto camera = addCamera(**window, aCamera().named("A"));
    ASSERT_TRUE((*window)->perform(renameCamera(camera, "B")));
    const auto command = Session::open(folder.file(), options);
    ASSERT_TRUE((*command)->perform(renameCamera(stored(**command, camera.id), "C")));

    ASSERT_TRUE((*window)->undo());

    EXPECT_EQ(stored(**window, camera.id).name, "B");
    ASSERT_TRUE((*window)->undo());
    EXPECT_EQ(stored(**window, camera.id).name, "A");
}

} // namespace
} // namespace observo::census
