// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"
#include "observo/exchange/Import.h"

#include <QString>
#include <QStringList>

#include <filesystem>

namespace observo::app {

/// The mapping profiles that a person keeps by the name of the sender: JSON files in a folder of his, the same that the
/// command line takes with --mapping.
class Profiles {
public:
    explicit Profiles(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] QStringList names() const;
    [[nodiscard]] std::filesystem::path fileOf(const QString& name) const;
    [[nodiscard]] Result<exchange::MappingProfile> read(const QString& name) const;
    /// Replaces one of the same name.
    [[nodiscard]] Done write(const QString& name, const exchange::MappingProfile& profile) const;

private:
    std::filesystem::path m_folder;
};

} // namespace observo::app
