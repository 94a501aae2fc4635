// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/Source.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace observo::exchange {

/// A table in memory instead of a file.
class TableSource : public Source {
public:
    /// Rows of texts, as a CSV gives them.
    TableSource(const std::vector<std::string>& columns, std::vector<std::vector<std::string>> rows)
    {
        for (const std::string& name : columns) {
            m_table.columns.push_back({.name = name});
        }
        for (auto& cells : rows) {
            SourceRow row{.number = static_cast<std::int64_t>(m_rows.size()) + 1};
            for (std::string& cell : cells) {
                row.values.emplace_back(std::move(cell));
            }
            m_rows.push_back(std::move(row));
        }
    }

    /// Gives the rows geometries, in order, in a system.
    TableSource& withPoints(const std::vector<std::optional<MapPoint>>& points, std::string system)
    {
        m_table.hasGeometry = true;
        m_table.system = std::move(system);
        m_table.systemHow = m_table.system.empty() ? "" : ".prj";
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            m_rows[i].point = points.at(i);
        }
        return *this;
    }

    [[nodiscard]] SourceTable& facts() { return m_table; }
    [[nodiscard]] std::vector<SourceRow>& rows() { return m_rows; }
    [[nodiscard]] std::unique_ptr<Source> copy() const { return std::make_unique<TableSource>(*this); }

    [[nodiscard]] const SourceTable& table() const override { return m_table; }
    [[nodiscard]] Done rewind(const Progress& /*progress*/) override
    {
        m_next = 0;
        return done();
    }
    [[nodiscard]] Result<bool> next(SourceRow& row) override
    {
        if (m_next == m_rows.size()) {
            return false;
        }
        row = m_rows[m_next++];
        return true;
    }

private:
    SourceTable m_table;
    std::vector<SourceRow> m_rows;
    std::size_t m_next = 0;
};

} // namespace observo::exchange
