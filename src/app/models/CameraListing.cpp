// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CameraListing.h"

#include "Text.h"

#include "observo/census/Reader.h"

#include <QRegularExpression>
#include <QStringList>

namespace observo::app {

namespace {

/// Sites whose address or name holds the words, as a filter over cameras; nothing when there are none.
Result<std::optional<Filter>> filterBySites(census::Reader& reader, const QString& words, const Progress& progress)
{
    QStringList codes;
    const auto read = reader.forEachSite(
        [&](const Site& site) {
            const auto text = addressOf(site) + QLatin1Char(' ') + toText(site.name);
            if (text.contains(words, Qt::CaseInsensitive)) {
                codes.append(QLatin1Char('"') + toText(site.code).replace(QLatin1Char('"'), QStringLiteral("\"\"")) +
                             QLatin1Char('"'));
            }
            return true;
        },
        progress);
    if (!read) {
        return fail(read.error());
    }
    if (codes.isEmpty()) {
        return std::optional<Filter>{};
    }
    const auto parsed =
        Filter::parse(toUtf8(QStringLiteral("site_code in (%1)").arg(codes.join(QStringLiteral(", ")))));
    if (!parsed) {
        return fail(parsed.error());
    }
    return std::optional(*parsed);
}

Result<std::set<CameraId>> camerasWithWords(census::Reader& reader, const ListingRequest& request,
                                            const Progress& progress)
{
    const auto named = request.inventory.search(request.filter.words, request.inventory.size());
    std::set<CameraId> found(named.begin(), named.end());
    const auto bySites = filterBySites(reader, toText(request.filter.words), progress);
    if (!bySites) {
        return fail(bySites.error());
    }
    if (*bySites) {
        const auto ids = reader.ids({.filter = **bySites});
        if (!ids) {
            return fail(ids.error());
        }
        found.insert(ids->begin(), ids->end());
    }
    return found;
}

} // namespace

Result<TableFilter> readTableFilter(const QString& text)
{
    static const QRegularExpression operators(QStringLiteral(R"([=<>]|\b(in|like|is)\b\s*[("'\w])"),
                                              QRegularExpression::CaseInsensitiveOption);
    const auto written = text.trimmed();
    const auto firstWord = toUtf8(written.section(QRegularExpression(QStringLiteral("[^\\w]")), 0, 0));
    const bool startsWithField = findField(RecordKind::Camera, firstWord) != nullptr || firstWord == "not" ||
                                 firstWord == "lon" || firstWord == "lat" || written.startsWith(QLatin1Char('('));
    const bool isExpression = written.contains(QRegularExpression(QStringLiteral("[=<>]"))) ||
                              (startsWithField && operators.match(written).hasMatch());
    if (!isExpression) {
        return TableFilter{.words = toUtf8(written)};
    }
    auto parsed = Filter::parse(toUtf8(written));
    if (!parsed) {
        return fail(parsed.error());
    }
    return TableFilter{.expression = std::move(*parsed)};
}

Result<Listing> listCameras(const ListingRequest& request, const Progress& progress)
{
    auto reader = census::Reader::open(request.file);
    if (!reader) {
        return fail(reader.error());
    }
    auto ordered = (*reader)->ids(
        {.filter = request.filter.expression, .orderBy = request.orderBy, .descending = request.descending});
    if (!ordered) {
        return fail(ordered.error());
    }
    Listing listing{.ids = std::move(*ordered)};
    if (progress.cancelled()) {
        return fail(ErrorCode::Cancelled, "listing the cameras was cancelled");
    }
    if (request.only) {
        std::erase_if(listing.ids, [&](const auto& id) { return !request.only->contains(id); });
    }
    if (!request.filter.words.empty()) {
        const auto found = camerasWithWords(**reader, request, progress);
        if (!found) {
            return fail(found.error());
        }
        std::erase_if(listing.ids, [&](const auto& id) { return !found->contains(id); });
    }
    listing.rows.reserve(listing.ids.size());
    for (std::size_t row = 0; row < listing.ids.size(); ++row) {
        listing.rows.emplace(listing.ids[row], static_cast<int>(row));
    }
    if (!request.filter.isEmpty() || request.only) {
        listing.shown = std::make_shared<const std::set<CameraId>>(listing.ids.begin(), listing.ids.end());
    }
    return listing;
}

QString addressOf(const Site& site)
{
    QString address;
    if (!site.streetName.empty()) {
        // Streets have their Italian names in every language.
        const auto kind = toText(labelOfCode("street_type", site.streetType, Language::Italian));
        address = kind.isEmpty() ? toText(site.streetName) : kind + QLatin1Char(' ') + toText(site.streetName);
        if (site.houseNumber) {
            address += QLatin1Char(' ') + QString::number(*site.houseNumber);
        }
        if (!site.houseSuffix.empty()) {
            address += QLatin1Char('/') + toText(site.houseSuffix);
        }
        if (!site.locality.empty()) {
            address += QStringLiteral(", ") + toText(site.locality);
        }
        return address;
    }
    return site.name.empty() ? toText(site.code) : toText(site.name);
}

} // namespace observo::app
