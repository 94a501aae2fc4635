// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/exchange/Review.h"

#include <QDialog>
#include <QString>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Ui {
class ReviewDialog;
}

namespace observo::mapview {
class MapWidget;
}

namespace observo::app {

class MarkedMap;
class TextTable;
class Workbench;

/// The doubts of an import or a merge, one after the other: both records side by side, a choice for each field, both
/// places on a map. What was decided becomes one edit. The window beside it stays usable.
class ReviewDialog : public QDialog {
    Q_OBJECT

public:
    struct Task {
        QString source; ///< the file or the census the doubts come from
        std::vector<exchange::Doubt> doubts;
    };
    ReviewDialog(Workbench& workbench, Task task, const mapview::MapWidget& map, QWidget* parent = nullptr);
    ~ReviewDialog() override;

    [[nodiscard]] const exchange::Review& review() const { return *m_review; }
    [[nodiscard]] std::size_t current() const { return m_current; }
    /// What nobody has decided.
    [[nodiscard]] std::vector<exchange::Doubt> open() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void reject() override;

private:
    void connectParts();
    void addKey(const QString& key, void (ReviewDialog::*act)());
    void take() { decide(exchange::Answer::Kind::Take); }
    void apart() { decide(exchange::Answer::Kind::Apart); }
    void leave() { decide(exchange::Answer::Kind::Leave); }
    void decide(exchange::Answer::Kind kind);
    void decideAlike();
    void back() { step(-1); }
    void next() { step(1); }
    void step(int by);
    void go(std::size_t index);
    void chooseSide(bool theirs, bool all);
    void refresh();
    void showFields();
    void showPlaces();
    void showAnswers();
    void showOnMainMap();
    void apply();
    [[nodiscard]] bool mayLeave();
    /// The doubt whose answer others of its kind may share: this one, else the one answered last.
    [[nodiscard]] std::optional<std::size_t> exemplar() const;

    std::unique_ptr<Ui::ReviewDialog> m_ui;
    Workbench& m_workbench;
    QString m_source;
    std::shared_ptr<exchange::Review> m_review; ///< the job that applies it reads it; nothing changes it meanwhile
    TextTable* m_table = nullptr;
    MarkedMap* m_map = nullptr;
    std::vector<std::string> m_lines; ///< the field of each row
    std::size_t m_current = 0;
    std::optional<std::size_t> m_last; ///< answered last
    bool m_applying = false;
};

} // namespace observo::app
