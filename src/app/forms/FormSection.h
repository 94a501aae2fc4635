// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QGridLayout;
class QPushButton;

namespace observo::app {

class FieldRow;

/// A section of the form: a header that folds it and counts its messages, its rows, and "other fields" for those that
/// are neither required nor filled.
class FormSection : public QWidget {
    Q_OBJECT

public:
    FormSection(const QString& title, QWidget* parent);

    /// Shows exactly these rows in this order; narrow ones share their line.
    void arrange(const std::vector<FieldRow*>& rows);
    /// How many further fields "other fields" would show; 0 hides it.
    void setOthers(int count, bool open);
    void setMessageCount(int count);
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }

signals:
    void foldToggled();
    void othersToggled();

private:
    void showTitle();

    QString m_title;
    QPushButton* m_header = nullptr;
    QWidget* m_body = nullptr;
    QGridLayout* m_grid = nullptr;
    QPushButton* m_more = nullptr;
    int m_messages = 0;
    bool m_folded = false;
};

} // namespace observo::app
