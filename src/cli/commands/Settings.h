// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"

#include <CLI/App.hpp>

#include <string>
#include <vector>

namespace observo::cli {

/// The `--set FIELD=VALUE` options of a command: the option repeated, or followed by several pairs.
class Settings {
public:
    void declare(CLI::App& app)
    {
        m_app = &app;
        app.allow_extras();
        app.add_option("--set", m_settings, "A field and its value; an empty value means not known")
            ->type_name("FIELD=VALUE")
            ->allow_extra_args(false)
            ->take_all();
    }
    [[nodiscard]] bool isEmpty() const { return m_settings.empty(); }
    /// The pairs, or which argument is none.
    [[nodiscard]] Result<std::vector<std::string>> all() const
    {
        std::vector<std::string> settings = m_settings;
        for (const std::string& extra : m_app->remaining()) {
            if (m_settings.empty() || extra.starts_with('-') || extra.find('=') == std::string::npos) {
                return fail(ErrorCode::InvalidArgument, "the argument " + extra + " was not expected",
                            "see observo-cli " + m_app->get_name() + " --help");
            }
            settings.push_back(extra);
        }
        return settings;
    }

private:
    CLI::App* m_app = nullptr;
    std::vector<std::string> m_settings;
};

} // namespace observo::cli
