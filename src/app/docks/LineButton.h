// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QLabel;

namespace observo::app {

/// A line of a list that can be pressed. Its words wrap in the width there is, where a plain button would widen the
/// panel or be cut.
class LineButton : public QPushButton {
    Q_OBJECT

public:
    LineButton(const QString& text, const QIcon& mark, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
};

} // namespace observo::app
