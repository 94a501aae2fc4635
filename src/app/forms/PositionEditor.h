// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/FieldEditor.h"

class QLineEdit;
class QToolButton;

namespace observo::app {

/// Coordinates, shown in the system chosen and taken in any form; the button at the right changes the system.
class PositionEditor : public FieldEditor {
    Q_OBJECT

public:
    explicit PositionEditor(QWidget* parent);

    [[nodiscard]] QString text() const override;
    void setText(const QString& text) override;
    void setEditable(bool editable) override;
    void setBroken(bool broken) override;
    [[nodiscard]] QWidget* entry() override;
    void setSystem(int epsg);

signals:
    void systemChosen(int epsg);

private:
    QLineEdit* m_line = nullptr;
    QToolButton* m_button = nullptr;
};

} // namespace observo::app
