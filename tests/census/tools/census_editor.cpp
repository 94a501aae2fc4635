// SPDX-License-Identifier: GPL-3.0-or-later
// Edits a census at random until it is killed:  census_editor CENSUS SEED
// On standard output, one line at a time:
//   O                       the census is open
//   I UUID...               an edit of these records begins; without any: an undo or a redo
//   A SET UUID:DIGEST...    the edit was acknowledged; "-" for a removed record
//   E TEXT                  an edit was refused, which none of these must be; the program ends
#include "support/census/Acknowledged.h"
#include "support/census/Campaign.h"
#include "support/census/RandomEdits.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <random>
#include <string>

namespace {

using namespace observo;

/// One write for one line, so that no line is torn when the program is killed.
void say(std::string line)
{
    line += '\n';
    if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
        std::_Exit(2);
    }
}

std::string intentOf(const ChangeSet& changes)
{
    std::string line = "I";
    for (const auto& change : changes.changes) {
        line += " " + change.uuid().text();
    }
    return line;
}

/// Mostly new edits; now and then the last ones are taken back, and some of those made again.
Result<census::Committed> editOnce(census::Session& session, const ChangeSet& edit, unsigned draw)
{
    if (draw < 12 && session.undoLabel()) {
        say("I");
        return session.undo();
    }
    if (draw < 18 && session.redoLabel()) {
        say("I");
        return session.redo();
    }
    say(intentOf(edit));
    return session.perform(edit);
}

int edit(const std::string& file, std::uint64_t seed)
{
    const auto session = test::openForEditing(file);
    auto model = test::CensusModel::of(session->reader());
    test::RandomEdits edits(seed);
    std::mt19937_64 random(seed);
    say("O");
    while (true) {
        const auto committed =
            editOnce(*session, edits.next(model), std::uniform_int_distribution<unsigned>(0, 99)(random));
        if (!committed) {
            say("E " + committed.error().message());
            return 1;
        }
        say(test::Acknowledgement::of(*committed).line());
        model.apply(committed->changes);
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: census_editor CENSUS SEED\n");
        return 2;
    }
    try {
        return edit(argv[1], std::strtoull(argv[2], nullptr, 10));
    } catch (const std::exception& error) {
        say(std::string("E ") + error.what());
        return 1;
    }
}
