// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/UndoCommands.h"

#include "EditWords.h"
#include "Sessions.h"

#include <CLI/Validators.hpp>
#include <nlohmann/json.hpp>

namespace observo::cli {
namespace {

using Json = nlohmann::ordered_json;

Json jsonOf(const census::Committed& committed)
{
    return {{"set_id", committed.setId},
            {"label", committed.changes.label},
            {"changes", committed.changes.changes.size()},
            {"at", committed.at}};
}

/// Undo and redo differ in one call of the session.
class HistoryCommand : public CensusCommand {
public:
    using Step = Result<census::Committed> (census::Session::*)(const Progress&);

    HistoryCommand(std::string_view name, Label summary, std::string_view key, Step step)
        : m_name(name), m_summary(summary), m_key(key), m_step(step)
    {}
    [[nodiscard]] std::string_view name() const override { return m_name; }
    [[nodiscard]] Label summary() const override { return m_summary; }
    void declareMore(CLI::App& app) override
    {
        app.add_option("--steps", m_steps, "How many change sets")->check(CLI::Range(1, 1000000))->type_name("N");
    }
    [[nodiscard]] Result<ExitCode> run(Console& console) override
    {
        auto session = openForEdit(census());
        if (!session) {
            return fail(session.error());
        }
        Json steps = Json::array();
        for (int i = 0; i < m_steps; ++i) {
            const auto committed = ((**session).*m_step)(console.progress());
            // What was taken back before the end was reached stays taken back, and is told.
            if (!committed && (steps.empty() || committed.error().code != ErrorCode::NothingToUndo)) {
                return fail(committed.error());
            }
            if (!committed) {
                break;
            }
            steps.push_back(jsonOf(*committed));
        }
        if (console.json) {
            console.print({{m_key, steps}});
        } else {
            for (const Json& step : steps) {
                console.out() << editLabel(step["label"].get<std::string>(), console.language) << '\n';
            }
        }
        return static_cast<int>(steps.size()) == m_steps ? ExitCode::Done : ExitCode::Findings;
    }

private:
    std::string_view m_name;
    Label m_summary;
    std::string m_key;
    Step m_step;
    int m_steps = 1;
};

} // namespace

std::unique_ptr<Command> undoCommand()
{
    return std::make_unique<HistoryCommand>(
        "undo", Label{.it = "Annulla le ultime modifiche", .en = "Take back the last change sets"}, "undone",
        &census::Session::undo);
}

std::unique_ptr<Command> redoCommand()
{
    return std::make_unique<HistoryCommand>(
        "redo", Label{.it = "Ripete le modifiche annullate", .en = "Make what was undone again"}, "redone",
        &census::Session::redo);
}

} // namespace observo::cli
