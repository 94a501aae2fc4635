// SPDX-License-Identifier: GPL-3.0-or-later
#include "Command.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace observo::cli {
namespace {

TEST(Commands, areAllThatTheContractPromisesToday)
{
    std::set<std::string_view> names;
    for (const auto& command : allCommands()) {
        EXPECT_TRUE(names.insert(command->name()).second) << command->name();
    }
    for (const std::string_view name : {"new", "info", "add", "show", "list", "set", "move", "remove", "undo", "redo",
                                        "export", "check", "log", "backup", "render", "fields"}) {
        EXPECT_TRUE(names.contains(name)) << name;
    }
}

TEST(Commands, haveASummaryInBothLanguages)
{
    for (const auto& command : allCommands()) {
        EXPECT_FALSE(command->summary().it.empty()) << command->name();
        EXPECT_FALSE(command->summary().en.empty()) << command->name();
        EXPECT_NE(command->summary().it, command->summary().en) << command->name();
    }
}

} // namespace
} // namespace observo::cli
