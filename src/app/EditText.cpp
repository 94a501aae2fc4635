// SPDX-License-Identifier: GPL-3.0-or-later
#include "EditText.h"

#include "FieldText.h"
#include "Numbers.h"
#include "Speech.h"
#include "Text.h"

#include "observo/geo/Geodesy.h"

#include <QCoreApplication>

#include <algorithm>

namespace observo::app {

namespace {

class EditText {
    Q_DECLARE_TR_FUNCTIONS(EditText)

public:
    [[nodiscard]] static QString ofField(const QString& name, const FieldInfo& field, const FieldValue& value)
    {
        const auto text = readableText(field, value);
        return tr("%1: %2 %3.").arg(name, wordsOf(field.label).toLower(), text.isEmpty() ? tr("not known") : text);
    }

    [[nodiscard]] static QString ofFields(const QString& name, const Record& after,
                                          const std::vector<const FieldInfo*>& fields)
    {
        const auto has = [&](std::string_view wanted) {
            return std::ranges::any_of(fields, [&](const auto* field) { return field->name == wanted; });
        };
        if (const auto* camera = std::get_if<Camera>(&after)) {
            if (has("status")) {
                return ofField(name, *findField(RecordKind::Camera, "status"), camera->status);
            }
            if (has("direction_deg") && camera->direction) {
                return tr("%1 turned to %2.").arg(name, degreesText(*camera->direction));
            }
            if (has("last_verified_on")) {
                return tr("%1 verified on %2.").arg(name, dayText(camera->lastVerifiedOn));
            }
        }
        if (fields.size() == 1) {
            return ofField(name, *fields.front(), valueOf(after, *fields.front()));
        }
        return tr("%1: %n field(s) changed.", nullptr, static_cast<int>(fields.size())).arg(name);
    }

    [[nodiscard]] static QString ofChange(const Change& change)
    {
        const auto name = nameOfRecord(change.record());
        if (change.isAdded()) {
            return tr("%1 added.").arg(name);
        }
        if (change.isRemoved()) {
            return tr("%1 removed.").arg(name);
        }
        const auto fields = changedFields(*change.before, *change.after);
        const auto* before = std::get_if<Camera>(&*change.before);
        const auto* after = std::get_if<Camera>(&*change.after);
        if (before != nullptr && after != nullptr && before->position != after->position) {
            const auto way = geo::distanceBetween(before->position, after->position);
            const auto moved = tr("%1 moved by %2.").arg(name, metresText(way));
            return fields.empty() ? moved : moved + QLatin1Char(' ') + ofFields(name, *change.after, fields);
        }
        return ofFields(name, *change.after, fields);
    }

    [[nodiscard]] static QString ofMany(const ChangeSet& changes, int cameras)
    {
        return tr("%1: %n camera(s).", nullptr, cameras).arg(editName(changes.label));
    }
};

/// Labels that other parts and the command line write into the log.
[[maybe_unused]] constexpr const char* kOtherLabels[] = {QT_TRANSLATE_NOOP("Edit", "New census"),
                                                         QT_TRANSLATE_NOOP("Edit", "Sample census"),
                                                         QT_TRANSLATE_NOOP("Edit", "Describe census"),
                                                         QT_TRANSLATE_NOOP("Edit", "Edit camera"),
                                                         QT_TRANSLATE_NOOP("Edit", "Edited elsewhere"),
                                                         QT_TRANSLATE_NOOP("Edit", "Take over lock"),
                                                         QT_TRANSLATE_NOOP("Edit", "Consultation"),
                                                         QT_TRANSLATE_NOOP("Edit", "Import"),
                                                         QT_TRANSLATE_NOOP("Edit", "Merge"),
                                                         QT_TRANSLATE_NOOP("Edit", "Review")};

constexpr std::string_view kUndo = "Undo: ";
constexpr std::string_view kRedo = "Redo: ";

} // namespace

std::vector<const FieldInfo*> changedFields(const Record& before, const Record& after)
{
    std::vector<const FieldInfo*> changed;
    for (const auto& field : fieldsOf(kindOfRecord(after))) {
        // Who wrote and when changes with every edit and says nothing about it.
        if (!field.byProgram && valueOf(before, field) != valueOf(after, field)) {
            changed.push_back(&field);
        }
    }
    return changed;
}

QString nameOfRecord(const Record& record)
{
    if (const auto* camera = std::get_if<Camera>(&record)) {
        return camera->code.empty() ? toText(camera->name) : toText(camera->code);
    }
    if (const auto* site = std::get_if<Site>(&record)) {
        return site->name.empty() ? toText(site->code) : toText(site->name);
    }
    if (const auto* system = std::get_if<System>(&record)) {
        return system->name.empty() ? toText(system->code) : toText(system->name);
    }
    return toText(std::get<Census>(record).issuingBody);
}

QString editName(const std::string& label)
{
    const std::string_view text = label;
    for (const auto& [mark, words] : {std::pair{kUndo, QT_TRANSLATE_NOOP("EditText", "Undone: %1")},
                                      std::pair{kRedo, QT_TRANSLATE_NOOP("EditText", "Redone: %1")}}) {
        if (text.starts_with(mark)) {
            const std::string rest(text.substr(mark.size()));
            return QCoreApplication::translate("EditText", words).arg(editName(rest));
        }
    }
    return QCoreApplication::translate("Edit", label.c_str());
}

QString noticeOf(const ChangeSet& changes)
{
    const std::string_view label = changes.label;
    if (label.starts_with(kUndo) || label.starts_with(kRedo)) {
        return editName(changes.label) + QLatin1Char('.');
    }
    std::vector<const Change*> cameras;
    for (const auto& change : changes.changes) {
        if (change.kind() == RecordKind::Camera) {
            cameras.push_back(&change);
        }
    }
    if (cameras.size() > 1) {
        return EditText::ofMany(changes, static_cast<int>(cameras.size()));
    }
    if (cameras.size() == 1) {
        return EditText::ofChange(*cameras.front());
    }
    return changes.isEmpty() ? QString() : EditText::ofChange(changes.changes.front());
}

} // namespace observo::app
