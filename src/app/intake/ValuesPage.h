// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstdint>
#include <string>
#include <vector>

namespace Ui {
class ImportDialog;
}

namespace observo::app {

class ImportDesk;
class TextTable;

/// The page of the import that lists the values nobody understands, what will become of them, and what a person says
/// they mean.
class ValuesPage : public QObject {
    Q_OBJECT

public:
    ValuesPage(Ui::ImportDialog& ui, ImportDesk& desk, QObject* parent);

    void refresh();
    /// Values that still have no meaning.
    [[nodiscard]] int open() const;

private:
    struct Entry {
        std::string field;
        std::string value;
        std::string meaning; ///< given by a person
        bool isGiven = false;
        std::int64_t rows = 0;
        std::string remark;
    };
    void collect();
    void showCurrent();
    void give();
    [[nodiscard]] const Entry* current() const;

    Ui::ImportDialog& m_ui;
    ImportDesk& m_desk;
    TextTable* m_table = nullptr;
    std::vector<Entry> m_entries;
};

} // namespace observo::app
