// SPDX-License-Identifier: GPL-3.0-or-later
#include "Numbers.h"

#include "Speech.h"
#include "Text.h"

#include <QDate>
#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

namespace observo::app {

namespace {

QDateTime timeOf(std::string_view utc)
{
    auto time = QDateTime::fromString(toText(utc), Qt::ISODate);
    return time.isValid() ? time.toLocalTime() : time;
}

} // namespace

QString numberText(double value, int decimals)
{
    auto locale = spokenLocale();
    auto text = locale.toString(value, 'f', decimals);
    if (decimals > 0) {
        while (text.endsWith(locale.zeroDigit())) {
            text.chop(1);
        }
        if (text.endsWith(locale.decimalPoint())) {
            text.chop(1);
        }
    }
    return text == QStringLiteral("-0") ? QStringLiteral("0") : text;
}

QString countText(qint64 count)
{
    return spokenLocale().toString(count);
}

QString metresText(Metres length)
{
    const double metres = std::abs(length.value);
    if (metres >= 1000.0) {
        return numberText(length.value / 1000.0, 2) + QStringLiteral(" km");
    }
    return numberText(length.value, metres < 10.0 ? 1 : 0) + QStringLiteral(" m");
}

QString degreesText(Degrees angle)
{
    return numberText(angle.value, 1) + QStringLiteral("°");
}

QString clockText(std::string_view utc)
{
    const auto time = timeOf(utc);
    return time.isValid() ? time.toString(QStringLiteral("HH:mm:ss")) : QString();
}

QString momentText(std::string_view utc)
{
    const auto time = timeOf(utc);
    return time.isValid() ? time.toString(QStringLiteral("dd/MM/yyyy HH:mm")) : toText(utc);
}

QString dayText(std::string_view isoDay)
{
    const auto day = QDate::fromString(toText(isoDay), Qt::ISODate);
    return day.isValid() ? day.toString(QStringLiteral("dd/MM/yyyy")) : toText(isoDay);
}

QString isoDayOf(const QString& written)
{
    const auto text = written.trimmed().toLower();
    if (text == QStringLiteral("oggi") || text == QStringLiteral("today")) {
        return QDate::currentDate().toString(Qt::ISODate);
    }
    if (text == QStringLiteral("ieri") || text == QStringLiteral("yesterday")) {
        return QDate::currentDate().addDays(-1).toString(Qt::ISODate);
    }
    static const QRegularExpression dayFirst(QStringLiteral("^(\\d{1,2})[./\\- ](\\d{1,2})[./\\- ](\\d{4}|\\d{2})$"));
    if (const auto match = dayFirst.match(text); match.hasMatch()) {
        const int year = match.capturedView(3).toInt();
        const QDate day(year < 100 ? 2000 + year : year, match.capturedView(2).toInt(), match.capturedView(1).toInt());
        if (day.isValid()) {
            return day.toString(Qt::ISODate);
        }
    }
    return written.trimmed();
}

std::string isoToday()
{
    return toUtf8(QDate::currentDate().toString(Qt::ISODate));
}

} // namespace observo::app
