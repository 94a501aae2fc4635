// SPDX-License-Identifier: GPL-3.0-or-later
#include "FieldText.h"

#include "Numbers.h"
#include "Speech.h"
#include "Text.h"

#include <QCoreApplication>
#include <QStringList>

namespace observo::app {

namespace {

QString say(const char* english)
{
    return QCoreApplication::translate("FieldText", english);
}

QString rangeSentence(const FieldInfo& field)
{
    const auto unit =
        field.unit.empty() || field.unit == "°" ? toText(field.unit) : QLatin1Char(' ') + toText(field.unit);
    const auto bound = [](double value) { return numberText(value, 2); };
    if (field.min && field.max) {
        return QCoreApplication::translate("FieldText", "Must be between %1 and %2%3.")
            .arg(bound(*field.min), bound(*field.max), unit);
    }
    if (field.min) {
        const auto* sentence = field.minExcluded ? QT_TRANSLATE_NOOP("FieldText", "Must be more than %1%2.")
                                                 : QT_TRANSLATE_NOOP("FieldText", "Must be at least %1%2.");
        return say(sentence).arg(bound(*field.min), unit);
    }
    if (field.max) {
        return QCoreApplication::translate("FieldText", "Must be at most %1%2.").arg(bound(*field.max), unit);
    }
    return QCoreApplication::translate("FieldText", "This value cannot be taken.");
}

QString numberSentence(const FieldInfo& field, const QString& edited)
{
    auto plain = edited.trimmed();
    plain.replace(QLatin1Char(','), QLatin1Char('.'));
    bool isNumber = false;
    const double value = plain.toDouble(&isNumber);
    if (!isNumber) {
        return QCoreApplication::translate("FieldText", "Write a number, such as %1.")
            .arg(field.type == FieldType::Integer ? QStringLiteral("12") : numberText(3.5, 1));
    }
    if (field.type == FieldType::Integer && value != static_cast<double>(static_cast<qint64>(value))) {
        return QCoreApplication::translate("FieldText", "Write a whole number.");
    }
    return rangeSentence(field);
}

QString textSentence(const FieldInfo& field)
{
    switch (field.format) {
    case TextFormat::Email:
        return QCoreApplication::translate("FieldText", "Write an e-mail address, such as polizia@comune.it.");
    case TextFormat::IstatCode:
        return QCoreApplication::translate("FieldText", "Write six digits, such as 001272.");
    case TextFormat::CadastralCode:
        return QCoreApplication::translate("FieldText", "Write a letter and three digits, such as L219.");
    case TextFormat::Cup:
        return QCoreApplication::translate("FieldText", "Write the fifteen characters of the CUP.");
    case TextFormat::Any:
        break;
    }
    return QCoreApplication::translate("FieldText", "This value cannot be taken.");
}

} // namespace

QString editableText(const FieldInfo& field, const FieldValue& value)
{
    auto text = toText(textOf(value));
    if (field.type == FieldType::Real && language() == Language::Italian) {
        text.replace(QLatin1Char('.'), QLatin1Char(','));
    }
    return field.type == FieldType::Date ? dayText(toUtf8(text)) : text;
}

std::string storedText(const FieldInfo& field, const QString& edited)
{
    return toUtf8(field.type == FieldType::Date ? isoDayOf(edited) : edited.trimmed());
}

QString readableText(const FieldInfo& field, const FieldValue& value)
{
    if (std::holds_alternative<std::monostate>(value)) {
        return {};
    }
    const auto text = textOf(value);
    switch (field.type) {
    case FieldType::Code:
        return toText(labelOfCode(field.codeList, text, language()));
    case FieldType::Codes: {
        QStringList labels;
        for (const auto code : splitCodes(text)) {
            labels.append(toText(labelOfCode(field.codeList, code, language())));
        }
        return labels.join(QStringLiteral(", "));
    }
    case FieldType::Boolean:
        return answerText(text == "true");
    case FieldType::Date:
        return dayText(text);
    case FieldType::Timestamp:
        return momentText(text);
    case FieldType::Integer:
    case FieldType::Real: {
        const auto number = editableText(field, value);
        const auto space = field.unit.empty() || field.unit == "°" ? QString() : QStringLiteral(" ");
        return number + space + toText(field.unit);
    }
    case FieldType::Text:
    case FieldType::Uuid:
    case FieldType::Json:
        break;
    }
    return toText(text);
}

std::optional<QString> problemOf(const FieldInfo& field, const QString& edited)
{
    const auto text = storedText(field, edited);
    if (text.empty() || parseValue(field, text)) {
        return std::nullopt;
    }
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Real:
        return numberSentence(field, edited);
    case FieldType::Date:
        return QCoreApplication::translate("FieldText", "Write a date, such as 22/11/2026.");
    case FieldType::Code:
    case FieldType::Codes:
        return QCoreApplication::translate("FieldText", "Value not in the list: %1").arg(edited.trimmed());
    case FieldType::Boolean:
        return QCoreApplication::translate("FieldText", "Write yes or no.");
    case FieldType::Uuid:
        return QCoreApplication::translate("FieldText", "No single camera has this code or name.");
    default:
        return textSentence(field);
    }
}

QString unitText(const FieldInfo& field, const QString& edited)
{
    const auto unit = toText(field.unit);
    constexpr int hoursOfDay = 24;
    if (field.unit == "h") {
        bool isNumber = false;
        const int hours = edited.trimmed().toInt(&isNumber);
        if (isNumber && hours >= 2 * hoursOfDay && hours % hoursOfDay == 0) {
            return QCoreApplication::translate("FieldText", "h (%n day(s))", nullptr, hours / hoursOfDay);
        }
    }
    return unit;
}

QString titleOf(FieldGroup group)
{
    switch (group) {
    case FieldGroup::Identity:
        return QCoreApplication::translate("FieldText", "Who it is");
    case FieldGroup::Where:
        return QCoreApplication::translate("FieldText", "Where");
    case FieldGroup::View:
        return QCoreApplication::translate("FieldText", "How it looks");
    case FieldGroup::Purpose:
        return QCoreApplication::translate("FieldText", "What it is for");
    case FieldGroup::Privacy:
        return QCoreApplication::translate("FieldText", "Privacy");
    case FieldGroup::Plant:
        return QCoreApplication::translate("FieldText", "System");
    case FieldGroup::History:
        return QCoreApplication::translate("FieldText", "History");
    }
    return {};
}

QString answerText(const std::optional<bool>& answer)
{
    if (!answer) {
        return QCoreApplication::translate("FieldText", "Not known");
    }
    return *answer ? QCoreApplication::translate("FieldText", "Yes") : QCoreApplication::translate("FieldText", "No");
}

} // namespace observo::app
