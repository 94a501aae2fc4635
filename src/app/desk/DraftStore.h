// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"
#include "observo/core/Ids.h"
#include "observo/core/Result.h"

#include <QString>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace observo::app {

/// What was typed into a form and neither applied nor taken back.
struct Draft {
    std::string census; ///< identity of the census
    RecordKind kind = RecordKind::Camera;
    std::string record; ///< identity of the record
    std::string title;  ///< what the person knows it by
    std::string at;     ///< UTC
    std::map<std::string, QString> typed;
    QString place;
    int placeEpsg = 0;

    friend bool operator==(const Draft&, const Draft&) = default;
};

/// Drafts on disk, one file a record, whole or not there, in a folder of the user alone. They are what is left after a
/// crash: applying or taking back removes them.
class DraftStore {
public:
    explicit DraftStore(std::filesystem::path folder);

    [[nodiscard]] Done save(const Draft& draft) const;
    void remove(const Draft& draft) const;
    /// The drafts of one census, newest first; files that cannot be read are passed over.
    [[nodiscard]] std::vector<Draft> of(const std::string& census) const;

private:
    [[nodiscard]] std::filesystem::path fileOf(const Draft& draft) const;

    std::filesystem::path m_folder;
};

} // namespace observo::app
