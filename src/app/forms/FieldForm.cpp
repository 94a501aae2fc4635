// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/FieldForm.h"

#include "FieldText.h"
#include "Speech.h"
#include "Text.h"
#include "forms/FormSection.h"
#include "forms/PositionEditor.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace observo::app {

namespace {

constexpr std::string_view kPlace = "position";

constexpr FieldGroup kOrder[] = {FieldGroup::Identity, FieldGroup::Where, FieldGroup::View,   FieldGroup::Purpose,
                                 FieldGroup::Privacy,  FieldGroup::Plant, FieldGroup::History};

/// Asked of every camera although no rule needs them: the first thing one looks for.
bool isEveryday(const FieldInfo& field)
{
    static constexpr std::string_view names[] = {"name",          "direction_deg",    "tilt_deg",     "range_m",
                                                 "mount_type",    "site_name",        "house_number", "system_name",
                                                 "linked_police", "emergency_contact"};
    return std::ranges::find(names, field.name) != std::end(names);
}

FieldMessage::Tone toneOf(Severity severity)
{
    return severity == Severity::Error     ? FieldMessage::Tone::Error
           : severity == Severity::Warning ? FieldMessage::Tone::Warning
                                           : FieldMessage::Tone::Notice;
}

} // namespace

FieldForm::FieldForm(RecordKind kind, QWidget* parent) : QWidget(parent), m_kind(kind)
{
    setObjectName(QStringLiteral("formBody"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 8);
    column->setSpacing(0);
    // As wide as the panel that shows it, however long its words are.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (const auto group : kOrder) {
        const auto fields = fieldsOf(kind);
        if (std::ranges::any_of(fields, [&](const auto& field) { return field.group == group && isOffered(field); })) {
            addPart(group);
        }
    }
    column->addStretch();
    if (kind == RecordKind::Camera) {
        addPlace();
    }
}

void FieldForm::addPart(FieldGroup group)
{
    auto* section = new FormSection(titleOf(group), this);
    layout()->addWidget(section);
    m_parts.push_back({group, section, false});
    const auto index = m_parts.size() - 1;
    connect(section, &FormSection::foldToggled, this, [section] { section->setFolded(!section->isFolded()); });
    connect(section, &FormSection::othersToggled, this, [this, index] {
        m_parts[index].open = !m_parts[index].open;
        arrange(m_parts[index]);
    });
}

void FieldForm::addPlace()
{
    m_placeEditor = new PositionEditor(this);
    m_place = new FieldRow(tr("Position"), Required::ToSave, m_placeEditor, this);
    m_place->hide();
    connect(m_placeEditor, &FieldEditor::edited, this, [this](const QString& text) {
        m_model.typePlace(text, m_epsg);
        showMessages();
        emit edited();
    });
    connect(m_placeEditor, &PositionEditor::systemChosen, this, &FieldForm::systemChosen);
}

FieldRow* FieldForm::row(std::string_view name)
{
    if (name == kPlace) {
        return m_place;
    }
    if (const auto found = m_rows.find(name); found != m_rows.end()) {
        return found->second;
    }
    const auto* field = findField(m_kind, name);
    if (field == nullptr || !isOffered(*field)) {
        return nullptr;
    }
    auto* editor = makeFieldEditor(*field, this);
    editor->setReferences(m_references);
    auto* made = new FieldRow(wordsOf(field->label), field->required, editor, this);
    made->setObjectName(toText(field->name));
    made->hide();
    editor->setText(m_model.text(*field));
    editor->setEditable(m_editable);
    if (const auto words = m_completions.find(field->name); words != m_completions.end()) {
        editor->setCompletions(words->second);
    }
    connect(editor, &FieldEditor::edited, this, [this, field](const QString& text) {
        m_refusals.erase(std::string(field->name));
        m_model.type(*field, text);
        showMessages();
        emit edited();
    });
    m_rows.emplace(field->name, made);
    return made;
}

void FieldForm::load(Record record)
{
    m_refusals.clear();
    m_findings.clear();
    m_model.load(std::move(record));
    for (auto& part : m_parts) {
        part.open = false;
    }
    fill();
    arrange();
}

void FieldForm::refresh(Record record)
{
    m_model.refresh(std::move(record));
    fill();
    arrange();
}

void FieldForm::setLive(std::optional<Record> live)
{
    m_model.setLive(std::move(live));
    fill();
}

void FieldForm::revert()
{
    m_refusals.clear();
    m_model.revert();
    fill();
    arrange();
}

void FieldForm::forget(const FormModel::Typed& typed)
{
    m_refusals.clear();
    m_model.forget(typed);
    fill();
    arrange();
}

void FieldForm::setFindings(std::vector<Finding> findings)
{
    m_findings = std::move(findings);
    arrange();
}

void FieldForm::setEditable(bool editable)
{
    m_editable = editable;
    for (const auto& [name, row] : m_rows) {
        row->editor().setEditable(editable);
    }
    if (m_placeEditor != nullptr) {
        m_placeEditor->setEditable(editable);
    }
}

void FieldForm::setDiffering(std::set<std::string_view> fields)
{
    m_differing = std::move(fields);
}

void FieldForm::setFilter(const QString& words)
{
    m_filter = words.trimmed();
    arrange();
}

void FieldForm::setCompletions(std::string_view field, const QStringList& words)
{
    const auto* info = findField(m_kind, field);
    expects(info != nullptr);
    m_completions.insert_or_assign(info->name, words);
    if (const auto found = m_rows.find(info->name); found != m_rows.end()) {
        found->second->editor().setCompletions(words);
    }
}

void FieldForm::setReferences(References references)
{
    m_references = std::move(references);
    for (const auto& [name, row] : m_rows) {
        row->editor().setReferences(m_references);
    }
}

void FieldForm::setSystem(int epsg)
{
    m_epsg = epsg;
    if (m_placeEditor != nullptr) {
        m_placeEditor->setSystem(epsg);
        if (!m_model.isPlaceTyped()) {
            m_placeEditor->setText(m_model.placeText(epsg));
        }
    }
}

void FieldForm::takeTyped(const std::map<std::string, QString>& typed, const std::optional<FormModel::Place>& place)
{
    for (const auto& [name, text] : typed) {
        if (const auto* field = findField(m_kind, name); field != nullptr && isOffered(*field)) {
            m_model.type(*field, text);
        }
    }
    if (place) {
        m_model.typePlace(place->text, place->epsg);
    }
    fill();
    arrange();
    emit edited();
}

bool FieldForm::isAsked(const FieldInfo& field) const
{
    const bool needed = field.required == Required::ToSave || field.required == Required::ToPublish;
    const bool found = std::ranges::any_of(m_findings, [&](const auto& one) { return one.field == field.name; });
    const bool differs = m_differing && m_differing->contains(field.name);
    // Whose record it is seldom changes and never while one works on it.
    return field.name != "body_istat" && (needed || found || differs || isEveryday(field) || m_model.hasValue(field));
}

bool FieldForm::isShown(const FieldInfo& field) const
{
    static constexpr std::string_view ofOneAlone[] = {"code", "name", "serial_no", "photo", "attachments"};
    return isOffered(field) && !(m_differing && std::ranges::find(ofOneAlone, field.name) != std::end(ofOneAlone));
}

void FieldForm::arrange()
{
    for (auto& part : m_parts) {
        arrange(part);
    }
    showMessages();
}

void FieldForm::arrange(Part& part)
{
    std::vector<FieldRow*> rows;
    int others = 0;
    for (const auto& field : fieldsOf(m_kind)) {
        if (field.group != part.group || !isShown(field)) {
            continue;
        }
        const auto matches = wordsOf(field.label).contains(m_filter, Qt::CaseInsensitive) ||
                             toText(field.name).contains(m_filter, Qt::CaseInsensitive);
        const bool asked = isAsked(field);
        others += asked ? 0 : 1;
        if (m_filter.isEmpty() ? asked || part.open : matches) {
            rows.push_back(row(field.name));
        }
    }
    if (part.group == FieldGroup::Where && m_place != nullptr && !m_differing &&
        (m_filter.isEmpty() || tr("Position").contains(m_filter, Qt::CaseInsensitive))) {
        rows.insert(rows.begin(), m_place);
    }
    part.section->arrange(rows);
    part.section->setOthers(m_filter.isEmpty() ? others : 0, part.open);
    part.section->setVisible(m_filter.isEmpty() || !rows.empty());
}

void FieldForm::fill()
{
    for (const auto& [name, row] : m_rows) {
        const auto* field = findField(m_kind, name);
        row->editor().setText(m_model.text(*field));
    }
    if (m_placeEditor != nullptr) {
        m_placeEditor->setText(m_model.placeText(m_epsg));
    }
    showMessages();
}

std::vector<FieldMessage> FieldForm::messagesOf(const FieldInfo& field) const
{
    std::vector<FieldMessage> messages;
    if (const auto problem = m_model.problem(field)) {
        messages.push_back({FieldMessage::Tone::Error, *problem});
    }
    if (const auto refused = m_refusals.find(std::string(field.name)); refused != m_refusals.end()) {
        messages.push_back({FieldMessage::Tone::Error, refused->second});
    }
    // What is typed answers the finding; whether it does is known once it is applied.
    if (m_model.isTyped(field)) {
        return messages;
    }
    if (m_differing && m_differing->contains(field.name)) {
        messages.push_back({FieldMessage::Tone::Notice, tr("Not the same for all.")});
    }
    for (const auto& finding : m_findings) {
        if (finding.field == field.name) {
            messages.push_back({toneOf(finding.severity), toText(finding.message(language()))});
        }
    }
    if (messages.empty() && m_model.isForeign(field)) {
        messages.push_back({FieldMessage::Tone::Notice, tr("Value not in the list, kept as it came.")});
    }
    return messages;
}

std::vector<FieldMessage> FieldForm::placeMessages() const
{
    if (const auto problem = m_model.placeProblem()) {
        return {{FieldMessage::Tone::Error, *problem}};
    }
    if (const auto understood = m_model.placeUnderstood(); !understood.isEmpty()) {
        return {{FieldMessage::Tone::Notice, tr("Read as %1").arg(understood)}};
    }
    return {};
}

void FieldForm::showMessages()
{
    std::map<FieldGroup, int> counts;
    for (const auto& [name, row] : m_rows) {
        const auto* field = findField(m_kind, name);
        row->setMessages(messagesOf(*field));
        row->setTyped(m_model.isTyped(*field));
        // That cameras differ is nothing to look at.
        const bool differs = m_differing && m_differing->contains(field->name) && !m_model.isTyped(*field);
        counts[field->group] += row->messageCount() - (differs ? 1 : 0);
    }
    if (m_place != nullptr) {
        m_place->setMessages(placeMessages());
        m_place->setTyped(m_model.isPlaceTyped());
        counts[FieldGroup::Where] += m_model.placeProblem() ? 1 : 0;
    }
    for (const auto& part : m_parts) {
        part.section->setMessageCount(counts[part.group]);
    }
}

void FieldForm::focusField(std::string_view name)
{
    auto* wanted = row(name);
    if (wanted == nullptr) {
        return;
    }
    if (wanted->isHidden()) {
        const auto* field = findField(m_kind, name);
        for (auto& part : m_parts) {
            if (field != nullptr && part.group == field->group) {
                part.open = true;
                arrange(part);
            }
        }
    }
    wanted->editor().entry()->setFocus(Qt::TabFocusReason);
}

void FieldForm::focusFirst()
{
    focusField(m_kind == RecordKind::Camera ? "name" : m_kind == RecordKind::Site ? "site_name" : "system_name");
}

bool FieldForm::showRefusal(const QString& sentence, std::string_view field)
{
    if (row(field) == nullptr || field == kPlace) {
        return false;
    }
    m_refusals.insert_or_assign(std::string(field), sentence);
    showMessages();
    focusField(field);
    return true;
}

} // namespace observo::app
