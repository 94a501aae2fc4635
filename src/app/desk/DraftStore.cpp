// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/DraftStore.h"

#include "Text.h"

#include "observo/core/CheckedFile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <functional>
#include <system_error>
#include <utility>

namespace observo::app {

namespace {

QByteArray written(const Draft& draft)
{
    QJsonObject typed;
    for (const auto& [field, text] : draft.typed) {
        typed.insert(toText(field), text);
    }
    const QJsonObject all{
        {QStringLiteral("census"), toText(draft.census)}, {QStringLiteral("kind"), toText(nameOf(draft.kind))},
        {QStringLiteral("record"), toText(draft.record)}, {QStringLiteral("title"), toText(draft.title)},
        {QStringLiteral("at"), toText(draft.at)},         {QStringLiteral("typed"), typed},
        {QStringLiteral("place"), draft.place},           {QStringLiteral("place_epsg"), draft.placeEpsg}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

std::optional<Draft> read(const QByteArray& json)
{
    const auto all = QJsonDocument::fromJson(json).object();
    const auto text = [&](const char* key) { return toUtf8(all.value(QLatin1String(key)).toString()); };
    Draft draft{.census = text("census"),
                .record = text("record"),
                .title = text("title"),
                .at = text("at"),
                .place = all.value(QStringLiteral("place")).toString(),
                .placeEpsg = all.value(QStringLiteral("place_epsg")).toInt()};
    for (const auto kind : {RecordKind::Camera, RecordKind::Site, RecordKind::System, RecordKind::Census}) {
        if (text("kind") == nameOf(kind)) {
            draft.kind = kind;
        }
    }
    const auto typed = all.value(QStringLiteral("typed")).toObject();
    for (auto it = typed.begin(); it != typed.end(); ++it) {
        draft.typed.emplace(toUtf8(it.key()), it.value().toString());
    }
    const bool isWhole = !draft.census.empty() && !draft.record.empty();
    return isWhole ? std::optional(std::move(draft)) : std::nullopt;
}

} // namespace

DraftStore::DraftStore(std::filesystem::path folder) : m_folder(std::move(folder)) {}

std::filesystem::path DraftStore::fileOf(const Draft& draft) const
{
    return m_folder / (draft.census + "-" + draft.record + ".json");
}

Done DraftStore::save(const Draft& draft) const
{
    auto file = CheckedFile::create(fileOf(draft), Overwrite::Replace);
    if (!file) {
        return fail(file.error());
    }
    const auto json = written(draft);
    if (auto done = file->write(std::string_view(json.constData(), static_cast<std::size_t>(json.size()))); !done) {
        return done;
    }
    return file->publish();
}

void DraftStore::remove(const Draft& draft) const
{
    std::error_code ignored;
    std::filesystem::remove(fileOf(draft), ignored);
}

std::vector<Draft> DraftStore::of(const std::string& census) const
{
    std::vector<Draft> drafts;
    std::error_code failure;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder, failure)) {
        if (entry.path().extension() != ".json") {
            continue;
        }
        QFile file(pathText(entry.path()));
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        auto draft = read(file.readAll());
        if (draft && draft->census == census) {
            drafts.push_back(std::move(*draft));
        }
    }
    std::ranges::sort(drafts, std::greater{}, &Draft::at);
    return drafts;
}

} // namespace observo::app
