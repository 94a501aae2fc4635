// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/ChangeSet.h"

#include <QString>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace observo::app {

/// What is typed into a form and not yet applied: field by field, as text, over the record the census holds. Knows no
/// widget. The record may change underneath (another edit, the handles on the map); what is typed stays.
class FormModel {
public:
    /// Starts anew with this record; what was typed is dropped.
    void load(Record record);
    /// The same record, changed meanwhile; what was typed stays.
    void refresh(Record record);
    void clear();
    [[nodiscard]] bool isLoaded() const { return m_base.has_value(); }
    [[nodiscard]] const Record& base() const { return *m_base; }
    /// What the map shows of this record at the moment: its values stand in the fields nobody typed in.
    void setLive(std::optional<Record> live);

    [[nodiscard]] QString text(const FieldInfo& field) const;
    void type(const FieldInfo& field, const QString& text);
    [[nodiscard]] bool isTyped(const FieldInfo& field) const { return m_typed.contains(field.name); }
    [[nodiscard]] bool hasValue(const FieldInfo& field) const;
    /// Why the typed text cannot be taken.
    [[nodiscard]] std::optional<QString> problem(const FieldInfo& field) const;
    /// Kept as another program wrote it although the list does not know it.
    [[nodiscard]] bool isForeign(const FieldInfo& field) const;

    /// The position, for cameras: typed in any form, read in `epsg` unless the text says otherwise.
    [[nodiscard]] QString placeText(int epsg) const;
    void typePlace(const QString& text, int epsg);
    [[nodiscard]] bool isPlaceTyped() const { return m_place.has_value(); }
    [[nodiscard]] std::optional<QString> placeProblem() const;
    /// What was made of the typed coordinates, to be shown under them.
    [[nodiscard]] QString placeUnderstood() const;

    [[nodiscard]] int changes() const { return static_cast<int>(m_typed.size()) + (m_place ? 1 : 0); }
    [[nodiscard]] bool isDirty() const { return changes() > 0; }
    void revert();
    /// The first field that cannot be applied; nothing when all can. "position" for the place.
    [[nodiscard]] std::optional<std::string> firstProblem() const;
    /// The record with everything applied that can be.
    [[nodiscard]] Record edited() const { return appliedTo(*m_base); }
    /// Another record of the same kind with what was typed here.
    [[nodiscard]] Record appliedTo(Record record) const;

    struct Place {
        QString text;
        int epsg = 0;
    };
    using Typed = std::map<std::string_view, QString>;
    /// Drops of what was typed as much as nobody has typed over since.
    void forget(const Typed& typed);
    [[nodiscard]] const Typed& typed() const { return m_typed; }
    [[nodiscard]] const std::optional<Place>& typedPlace() const { return m_place; }

private:
    [[nodiscard]] FieldValue shownValue(const FieldInfo& field) const;
    [[nodiscard]] const FieldInfo* field(std::string_view name) const;

    std::optional<Record> m_base;
    std::optional<Record> m_live;
    Typed m_typed;
    std::optional<Place> m_place;
};

/// Puts a value into whichever record it is.
void putValue(Record& record, const FieldInfo& field, const FieldValue& value);
/// Whether the form offers a field for typing: what the program keeps itself is shown elsewhere.
[[nodiscard]] bool isOffered(const FieldInfo& field);

} // namespace observo::app
