// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Fields.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <vector>

namespace observo::app {

/// A record as another one may name it.
struct Reference {
    QString identity;
    QString code;
    QString name; ///< what is shown: code and name
};

/// Where names of records come from.
struct References {
    std::function<std::vector<Reference>(const QString& words)> find;
    /// Empty for no identity, the identity itself when no such record lives.
    std::function<QString(const QString& identity)> nameOf;
};

/// The widget in which one field is typed or chosen. It speaks the text of FieldText.h and knows nothing of records.
class FieldEditor : public QWidget {
    Q_OBJECT

public:
    explicit FieldEditor(QWidget* parent) : QWidget(parent) {}

    [[nodiscard]] virtual QString text() const = 0;
    /// Shows a value without announcing it as typed.
    virtual void setText(const QString& text) = 0;
    virtual void setEditable(bool editable) = 0;
    /// Marks the value as one that cannot be taken.
    virtual void setBroken(bool) {}
    /// Words to offer while typing.
    virtual void setCompletions(const QStringList&) {}
    virtual void setReferences(const References&) {}
    /// Where the keys go: label's buddy, accessible name, first stop of the tab key.
    [[nodiscard]] virtual QWidget* entry() = 0;
    /// Narrow enough to share its line with another one.
    [[nodiscard]] virtual bool isNarrow() const { return false; }

signals:
    void edited(const QString& text);
};

/// The editor that suits a field's type and code list.
[[nodiscard]] FieldEditor* makeFieldEditor(const FieldInfo& field, QWidget* parent);

} // namespace observo::app
