// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace Ui {
class MessageBar;
}

namespace observo::app {

/// A line above the map that says what stands in the way and offers the ways on. It stays until one is taken.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Tone { Info, Warning, Error };
    /// A way on: a verb and what it does.
    struct Way {
        QString verb;
        std::function<void()> act;
    };

    explicit MessageBar(QWidget* parent = nullptr);
    ~MessageBar() override;

    /// `detail` is the tooltip: the English detail for whoever is asked for help.
    void show(Tone tone, const QString& text, const QString& detail, std::vector<Way> ways);
    [[nodiscard]] QString text() const;

signals:
    /// A way was taken or the line was closed: the keys go elsewhere.
    void left();

private:
    std::unique_ptr<Ui::MessageBar> m_ui;
};

} // namespace observo::app
