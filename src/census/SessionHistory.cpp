// SPDX-License-Identifier: GPL-3.0-or-later
#include "SessionBody.h"

#include <utility>

namespace observo::census {
namespace {

Error nothingTo(const std::string& what, const std::filesystem::path& file)
{
    return {.code = ErrorCode::NothingToUndo,
            .what = "there is nothing to " + what,
            .file = file.string(),
            .advice = "only your own edits can be taken back"};
}

} // namespace

/// The same person may have edited in another program meanwhile; what is taken back is the latest of both.
Done Session::Body::catchUpBeforeHistory()
{
    return busy ? done() : catchUp();
}

Result<Committed> Session::Body::undo(const Progress& progress)
{
    if (auto caught = catchUpBeforeHistory(); !caught) {
        return fail(caught.error());
    }
    const auto step = history.undoable();
    if (!step) {
        return fail(nothingTo("undo", file));
    }
    // The label may have been unreadable when it was asked for last.
    if (auto read = undoLabel ? done() : refreshLabels(); !read) {
        return fail(read.error());
    }
    return takeBack({.label = "Undo: " + *undoLabel, .reason = {}, .undoes = step->origin, .progress = progress},
                    step->doneBy);
}

Result<Committed> Session::Body::redo(const Progress& progress)
{
    if (auto caught = catchUpBeforeHistory(); !caught) {
        return fail(caught.error());
    }
    const auto step = history.redoable();
    if (!step) {
        return fail(nothingTo("redo", file));
    }
    // The label may have been unreadable when it was asked for last.
    if (auto read = redoLabel ? done() : refreshLabels(); !read) {
        return fail(read.error());
    }
    return takeBack({.label = "Redo: " + *redoLabel, .reason = {}, .redoes = step->origin, .progress = progress},
                    step->doneBy);
}

Result<Committed> Session::Body::takeBack(Wish wish, std::int64_t setId)
{
    const auto edits = editsOfSet(watching(), setId);
    if (!edits) {
        return fail(edits.error());
    }
    wish.isLarge = static_cast<std::size_t>(*edits) > ChangeWriter::kKept;
    return commit(wish, [&](ChangeWriter& writer) {
        return forEachInverse(store->connection(), setId, options.actor.user,
                              [&](const Inverse& inverse) { return writer.takeBack(inverse); });
    });
}

/// The labels of what undo and redo would do, kept so that a menu can ask at any time.
Done Session::Body::refreshLabels()
{
    undoLabel.reset();
    redoLabel.reset();
    if (const auto step = history.undoable()) {
        auto label = labelOfSet(watching(), step->origin);
        if (!label) {
            return fail(label.error());
        }
        undoLabel = std::move(*label);
    }
    if (const auto step = history.redoable()) {
        auto label = labelOfSet(watching(), step->origin);
        if (!label) {
            return fail(label.error());
        }
        redoLabel = std::move(*label);
    }
    return done();
}

} // namespace observo::census
