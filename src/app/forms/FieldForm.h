// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/FieldRow.h"
#include "forms/FormModel.h"

#include "observo/core/Rules.h"

#include <QStringList>
#include <QWidget>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace observo::app {

class FormSection;
class PositionEditor;

/// The form of one kind of record, made by walking the field table: sections in the order of a person's questions,
/// needed and filled fields first. What is typed waits in the model until somebody applies it.
class FieldForm : public QWidget {
    Q_OBJECT

public:
    explicit FieldForm(RecordKind kind, QWidget* parent = nullptr);

    [[nodiscard]] FormModel& model() { return m_model; }
    [[nodiscard]] const FormModel& model() const { return m_model; }
    void load(Record record);
    void refresh(Record record);
    void setLive(std::optional<Record> live);
    void revert();
    void forget(const FormModel::Typed& typed);
    void setFindings(std::vector<Finding> findings);
    void setEditable(bool editable);
    /// The form speaks of several records: without what only one of them can have, and saying in which fields they
    /// differ.
    void setDiffering(std::set<std::string_view> fields);
    /// Shows only fields whose label or name holds these words.
    void setFilter(const QString& words);
    void setCompletions(std::string_view field, const QStringList& words);
    /// Names for the fields that name another record.
    void setReferences(References references);
    void setSystem(int epsg);
    /// Fields typed elsewhere (a draft) come in as if typed here.
    void takeTyped(const std::map<std::string, QString>& typed, const std::optional<FormModel::Place>& place);

    /// The row of a field, made when it is first asked for; nullptr when the form does not offer it.
    [[nodiscard]] FieldRow* row(std::string_view field);
    void focusField(std::string_view field);
    void focusFirst();
    /// A refusal of the census, shown beside its field; false when the form does not have it.
    bool showRefusal(const QString& sentence, std::string_view field);

signals:
    void edited();
    void systemChosen(int epsg);

private:
    struct Part {
        FieldGroup group = FieldGroup::Identity;
        FormSection* section = nullptr;
        bool open = false; ///< its other fields are shown
    };

    void addPart(FieldGroup group);
    void addPlace();
    [[nodiscard]] bool isAsked(const FieldInfo& field) const;
    [[nodiscard]] bool isShown(const FieldInfo& field) const;
    void arrange();
    void arrange(Part& part);
    void fill();
    void showMessages();
    [[nodiscard]] std::vector<FieldMessage> messagesOf(const FieldInfo& field) const;
    [[nodiscard]] std::vector<FieldMessage> placeMessages() const;

    RecordKind m_kind;
    FormModel m_model;
    std::vector<Part> m_parts;
    std::map<std::string_view, FieldRow*> m_rows;
    FieldRow* m_place = nullptr;
    PositionEditor* m_placeEditor = nullptr;
    std::map<std::string_view, QStringList> m_completions;
    References m_references;
    std::optional<std::set<std::string_view>> m_differing;
    std::vector<Finding> m_findings;
    std::map<std::string, QString> m_refusals;
    QString m_filter;
    int m_epsg = 6706;
    bool m_editable = true;
};

} // namespace observo::app
