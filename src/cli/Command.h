// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Console.h"

#include "observo/core/Result.h"
#include "observo/core/Translatable.h"

#include <CLI/App.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace observo::cli {

/// One command of the family in commands/. Declares its options, is filled by the parser, then runs once.
class Command {
public:
    virtual ~Command() = default;

    [[nodiscard]] virtual std::string_view name() const = 0;
    [[nodiscard]] virtual Label summary() const = 0;
    virtual void declare(CLI::App& app) = 0;
    /// The error is reported by the caller with its exit code.
    [[nodiscard]] virtual Result<ExitCode> run(Console& console) = 0;
};

/// A command whose first argument is a census.
class CensusCommand : public Command {
public:
    void declare(CLI::App& app) override
    {
        app.add_option("census", m_census, "The census, a GeoPackage file")->required()->type_name("CENSUS");
        declareMore(app);
    }

protected:
    virtual void declareMore(CLI::App& app) = 0;
    [[nodiscard]] const std::string& census() const { return m_census; }

private:
    std::string m_census;
};

/// All commands, in the order in which help shows them.
[[nodiscard]] std::vector<std::unique_ptr<Command>> allCommands();

} // namespace observo::cli
