// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/HistoryPage.h"

#include "EditText.h"
#include "ErrorText.h"
#include "FieldText.h"
#include "Numbers.h"
#include "PlainText.h"
#include "Speech.h"
#include "Text.h"
#include "desk/Workbench.h"
#include "ui_HistoryPage.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <ranges>

namespace observo::app {

namespace {

constexpr std::size_t kMostEntries = 500;
constexpr int kMostFields = 8;

QString valueText(const FieldInfo& field, const QJsonValue& value)
{
    if (value.isNull() || value.isUndefined()) {
        return QStringLiteral("—");
    }
    const auto written = value.isString() ? value.toString() : value.toVariant().toString();
    // A boolean is stored as 0 or 1.
    if (field.type == FieldType::Boolean) {
        return answerText(written != QStringLiteral("0") && written != QStringLiteral("false"));
    }
    const auto parsed = parseValue(field, toUtf8(written));
    const auto text = parsed ? readableText(field, *parsed) : written;
    return text.isEmpty() ? QStringLiteral("—") : text;
}

QStringList fieldLines(const census::LogEntry& entry)
{
    const auto before = QJsonDocument::fromJson(QByteArray::fromStdString(entry.before)).object();
    const auto after = QJsonDocument::fromJson(QByteArray::fromStdString(entry.after)).object();
    QStringList lines;
    for (const auto& field : fieldsOf(RecordKind::Camera)) {
        const auto name = toText(field.name);
        if (field.byProgram || !after.contains(name) || (entry.action != "change" && after.value(name).isNull())) {
            continue;
        }
        if (lines.size() == kMostFields) {
            lines.append(QStringLiteral("…"));
            break;
        }
        const auto now = valueText(field, after.value(name));
        lines.append(
            entry.action == "change"
                ? QStringLiteral("%1: %2 → %3").arg(wordsOf(field.label), valueText(field, before.value(name)), now)
                : QStringLiteral("%1: %2").arg(wordsOf(field.label), now));
    }
    return lines;
}

} // namespace

QString entryText(const census::LogEntry& entry)
{
    QStringList lines{QStringLiteral("%1 · %2").arg(momentText(entry.at), toText(entry.actor))};
    lines.append(entry.label.empty() ? toText(entry.action) : editName(entry.label));
    lines.append(fieldLines(entry));
    if (!entry.reason.empty()) {
        lines.append(QStringLiteral("“%1”").arg(toText(entry.reason)));
    }
    return lines.join(QLatin1Char('\n'));
}

HistoryPage::HistoryPage(Workbench& workbench, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::HistoryPage>()), m_workbench(workbench)
{
    m_ui->setupUi(this);
}

HistoryPage::~HistoryPage() = default;

void HistoryPage::show(const Camera& camera)
{
    const auto& book = camera.book;
    showPlain(*m_ui->about, tr("Registered %1 by %2. Last change %3 by %4.")
                                .arg(momentText(book.createdAt), toText(book.createdBy), momentText(book.updatedAt),
                                     toText(book.updatedBy)));
    m_workbench.jobs().cancel(m_job);
    using Entries = std::vector<census::LogEntry>;
    m_job = m_workbench.jobs().start(
        QString(),
        [file = m_workbench.file(), id = camera.id.uuid](const Progress& progress) -> Result<Entries> {
            auto reader = census::Reader::open(file);
            if (!reader) {
                return fail(reader.error());
            }
            Entries entries;
            const auto read = census::forEachLogEntry(**reader, {.record = id, .last = kMostEntries},
                                                      [&](const census::LogEntry& entry) {
                                                          entries.push_back(entry);
                                                          return !progress.cancelled();
                                                      });
            if (!read) {
                return fail(read.error());
            }
            return entries;
        },
        this,
        [this](Result<Entries> entries) {
            if (entries) {
                fill(*entries);
            } else {
                showPlain(*m_ui->about, sentenceOf(entries.error()));
            }
        });
}

void HistoryPage::fill(const std::vector<census::LogEntry>& entries)
{
    m_ui->entries->clear();
    for (const auto& entry : entries | std::views::reverse) {
        m_ui->entries->addItem(entryText(entry));
    }
}

} // namespace observo::app
