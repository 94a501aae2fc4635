// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/ReviewText.h"

#include "EditText.h"
#include "FieldText.h"
#include "Numbers.h"
#include "Speech.h"
#include "Text.h"

#include "observo/geo/CoordinateText.h"
#include "observo/geo/Crs.h"
#include "observo/geo/Geodesy.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QVariant>

#include <algorithm>
#include <array>
#include <cmath>

namespace observo::app {

namespace {

using exchange::Answer;
using exchange::Doubt;

/// lupdate reads the context from this class's name.
class ReviewText {
    Q_DECLARE_TR_FUNCTIONS(ReviewText)
};

QString windText(Degrees azimuth)
{
    const std::array<QString, 8> winds = {ReviewText::tr("to the north"), ReviewText::tr("to the north-east"),
                                          ReviewText::tr("to the east"),  ReviewText::tr("to the south-east"),
                                          ReviewText::tr("to the south"), ReviewText::tr("to the south-west"),
                                          ReviewText::tr("to the west"),  ReviewText::tr("to the north-west")};
    constexpr double kEighth = 45.0;
    const auto wind = static_cast<std::size_t>(std::lround(azimuth.value / kEighth)) % winds.size();
    return winds.at(wind);
}

/// "Tipologia: Dome fissa; NOTE2: là" of a JSON object; another text as it is.
QString membersText(const QString& json)
{
    const auto object = QJsonDocument::fromJson(json.toUtf8()).object();
    QStringList parts;
    for (auto member = object.begin(); member != object.end(); ++member) {
        parts.append(member.key() + QStringLiteral(": ") + member.value().toVariant().toString());
    }
    return parts.isEmpty() ? json : parts.join(QStringLiteral("; "));
}

QString valueText(const Record* record, const std::string& field)
{
    if (record == nullptr) {
        return {};
    }
    if (field == exchange::kPositionField) {
        const auto place = placeOf(record);
        const auto text = place ? geo::writeCoordinates(*place, geo::Crs::storage().epsg(), language())
                                : Result<std::string>(std::string());
        return text ? toText(*text) : QString();
    }
    const auto* info = findField(kindOfRecord(*record), field);
    if (info == nullptr) {
        return {};
    }
    const auto text = readableText(*info, valueOf(*record, *info));
    return info->type == FieldType::Json ? membersText(text) : text;
}

ReviewLine lineOf(const Doubt& doubt, const std::string& field, bool differs)
{
    return {.field = field,
            .differs = differs,
            .mine = valueText(mineOf(doubt), field),
            .theirs = valueText(theirsOf(doubt), field),
            .base = valueText(doubt.base ? &*doubt.base : nullptr, field)};
}

} // namespace

const Record* mineOf(const Doubt& doubt)
{
    return doubt.mine ? &*doubt.mine : nullptr;
}

const Record* theirsOf(const Doubt& doubt)
{
    // What is offered as a record of its own is what the other side says where nothing here is to take it.
    return doubt.theirs ? &*doubt.theirs : doubt.apart ? &*doubt.apart : nullptr;
}

std::optional<LonLat> placeOf(const Record* record)
{
    const auto* camera = record == nullptr ? nullptr : std::get_if<Camera>(record);
    return camera != nullptr && isValid(camera->position) ? std::optional(camera->position) : std::nullopt;
}

std::vector<ReviewLine> linesOf(const Doubt& doubt, bool withEqual)
{
    std::vector<ReviewLine> lines;
    for (const auto& field : doubt.fields) {
        lines.push_back(lineOf(doubt, field, true));
    }
    const auto* shown = mineOf(doubt) != nullptr ? mineOf(doubt) : theirsOf(doubt);
    if (shown == nullptr || (!withEqual && !lines.empty())) {
        return lines;
    }
    for (const auto& info : fieldsOf(kindOfRecord(*shown))) {
        const std::string field(info.name);
        const bool isListed = std::ranges::find(doubt.fields, field) != doubt.fields.end();
        auto line = lineOf(doubt, field, false);
        const bool isKnown = !line.mine.isEmpty() || !line.theirs.isEmpty();
        if (!isListed && isKnown && !info.byProgram && info.type != FieldType::Uuid) {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

QString questionText(const Doubt& doubt)
{
    const auto* record = mineOf(doubt) != nullptr ? mineOf(doubt) : theirsOf(doubt);
    const auto name = record == nullptr ? QString() : nameOfRecord(*record);
    switch (doubt.kind) {
    case Doubt::Kind::PossibleTwin:
        return doubt.row ? ReviewText::tr("Is row %1 the camera %2?").arg(countText(*doubt.row), name)
                         : ReviewText::tr("Is this the camera %1?").arg(name);
    case Doubt::Kind::Difference:
        return ReviewText::tr("Row %1 says something else about %2.").arg(countText(doubt.row.value_or(0)), name);
    case Doubt::Kind::Conflict:
        return ReviewText::tr("The two censuses say different things about %1.").arg(name);
    case Doubt::Kind::RemovedHere:
        return ReviewText::tr("%1 was removed here and changed there.").arg(name);
    case Doubt::Kind::RemovedThere:
        return ReviewText::tr("%1 was removed there and changed here.").arg(name);
    }
    return {};
}

QString answerText(const Doubt& doubt, Answer::Kind kind)
{
    switch (kind) {
    case Answer::Kind::Take:
        switch (doubt.kind) {
        case Doubt::Kind::PossibleTwin:
            return ReviewText::tr("Same camera (S)");
        case Doubt::Kind::RemovedThere:
            return ReviewText::tr("Remove here too (S)");
        default:
            return ReviewText::tr("Take the chosen values (S)");
        }
    case Answer::Kind::Apart:
        return doubt.kind == Doubt::Kind::RemovedHere ? ReviewText::tr("Bring it back (D)")
                                                      : ReviewText::tr("Two cameras: add it (D)");
    case Answer::Kind::Leave:
        switch (doubt.kind) {
        case Doubt::Kind::RemovedHere:
            return ReviewText::tr("It stays removed (L)");
        case Doubt::Kind::RemovedThere:
            return ReviewText::tr("It stays (L)");
        default:
            return ReviewText::tr("The census stays as it is (L)");
        }
    case Answer::Kind::Open:
        break;
    }
    return {};
}

QString apartText(const Doubt& doubt)
{
    const auto mine = placeOf(mineOf(doubt));
    const auto theirs = placeOf(theirsOf(doubt));
    if (!mine || !theirs) {
        return {};
    }
    const auto distance = geo::distanceBetween(*mine, *theirs);
    constexpr double kSame = 0.05;
    return distance.value < kSame ? ReviewText::tr("A (census) and B (other side) lie in the same place.")
                                  : ReviewText::tr("B (other side) lies %1 %2 of A (census).")
                                        .arg(metresText(distance), windText(geo::azimuthBetween(*mine, *theirs)));
}

} // namespace observo::app
