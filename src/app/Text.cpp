// SPDX-License-Identifier: GPL-3.0-or-later
#include "Text.h"

#include <QByteArray>
#include <QFile>

namespace observo::app {

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string toUtf8(const QString& text)
{
    return text.toStdString();
}

QString pathText(const std::filesystem::path& path)
{
    return QFile::decodeName(QByteArray::fromStdString(path.string()));
}

std::filesystem::path toPath(const QString& text)
{
    return QFile::encodeName(text).toStdString();
}

} // namespace observo::app
