// SPDX-License-Identifier: GPL-3.0-or-later
#include "FrameWriter.h"

#include "Bytes.h"
#include "Frames.h"

#include <string_view>
#include <variant>

namespace observo::feed {

namespace {

/// A name or a message, cut to what the other side accepts.
void putName(ByteWriter& to, std::string_view text)
{
    to.putText(text, kMostName);
}

template <typename Enum>
void putEnum(ByteWriter& to, Enum value)
{
    to.put(static_cast<std::uint8_t>(value));
}

void putBox(ByteWriter& to, const std::optional<Box>& box)
{
    to.putFlag(box.has_value());
    if (box) {
        to.putBytes(&*box, sizeof(Box));
    }
}

void putOptional(ByteWriter& to, const std::optional<std::int64_t>& number)
{
    to.putFlag(number.has_value());
    if (number) {
        to.put(*number);
    }
}

void putTable(ByteWriter& to, const std::optional<TextTable>& table)
{
    to.putFlag(table.has_value());
    if (table) {
        to.put(static_cast<std::uint8_t>(table->separator));
        to.put(static_cast<std::uint8_t>(table->quote));
        to.putFlag(table->hasHeader);
        to.putFlag(table->decimalComma);
    }
}

void putTexts(ByteWriter& to, const std::vector<std::string>& texts)
{
    to.putCount(texts.size());
    for (const auto& text : texts) {
        putName(to, text);
    }
}

void putColumn(ByteWriter& to, const Column& column)
{
    putName(to, column.name);
    putEnum(to, column.type);
    to.put(static_cast<std::int32_t>(column.width));
    to.put(static_cast<std::int32_t>(column.decimals));
    to.putFlag(column.statistics.has_value());
    if (column.statistics) {
        const auto& found = *column.statistics;
        for (const auto count : {found.looked, found.filled, found.integers, found.pointDecimals, found.commaDecimals,
                                 found.dates, found.longest}) {
            to.put(count);
        }
        putTexts(to, found.samples);
    }
}

void putLayer(ByteWriter& to, const Layer& layer)
{
    putName(to, layer.name);
    putEnum(to, layer.shape);
    to.putCount(layer.columns.size());
    for (const auto& column : layer.columns) {
        putColumn(to, column);
    }
    putEnum(to, layer.system.evidence);
    putName(to, layer.system.id);
    putName(to, layer.system.name);
    to.putText(layer.system.wkt, kLongestWkt);
    putEnum(to, layer.encoding.evidence);
    putName(to, layer.encoding.name);
    putName(to, layer.encoding.sample);
    putOptional(to, layer.rows);
    putBox(to, layer.extent);
    putTable(to, layer.table);
}

void putProblemTo(ByteWriter& to, const Problem& problem)
{
    putEnum(to, problem.weight);
    putName(to, problem.what);
    putOptional(to, problem.row);
    putName(to, problem.column);
}

template <typename T>
void putArray(ByteWriter& to, const std::vector<T>& array)
{
    to.putCount(array.size());
    to.putBytes(array.data(), array.size() * sizeof(T));
}

void putGeometry(ByteWriter& to, const Geometry& geometry)
{
    putEnum(to, geometry.shape);
    if (geometry.shape == Shape::None) {
        return;
    }
    putArray(to, geometry.points);
    putArray(to, geometry.parts);
    putArray(to, geometry.rings);
    to.putFlag(geometry.height.has_value());
    if (geometry.height) {
        to.put(*geometry.height);
    }
}

void putValue(ByteWriter& to, const FieldValue& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) {
        putEnum(to, ValueTag::Text);
        to.putText(*text, kMostText);
    } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        putEnum(to, ValueTag::Whole);
        to.put(*whole);
    } else if (const auto* real = std::get_if<double>(&value)) {
        putEnum(to, ValueTag::Real);
        to.put(*real);
    } else if (const auto* truth = std::get_if<bool>(&value)) {
        putEnum(to, *truth ? ValueTag::True : ValueTag::False);
    } else {
        putEnum(to, ValueTag::Unknown);
    }
}

} // namespace

void putFileInfo(std::string& out, const FileInfo& info)
{
    ByteWriter to(out);
    putName(to, info.format);
    putName(to, info.driver);
    to.putFlag(info.isPicture);
    to.putCount(info.layers.size());
    for (const auto& layer : info.layers) {
        putLayer(to, layer);
    }
    to.putCount(info.metadata.size());
    for (const auto& [key, value] : info.metadata) {
        putName(to, key);
        to.putText(value, kMostText);
    }
    to.putCount(info.problems.size());
    for (const auto& problem : info.problems) {
        putProblemTo(to, problem);
    }
    putTexts(to, info.fenceGaps);
}

void putRow(std::string& out, const Row& row)
{
    ByteWriter to(out);
    to.put(row.number);
    putGeometry(to, row.geometry);
    to.putCount(row.values.size());
    for (const auto& value : row.values) {
        putValue(to, value);
    }
    to.putCount(row.raw.size());
    for (const auto& raw : row.raw) {
        to.put(raw.column);
        to.putText(raw.text, kMostText);
    }
    to.putCount(row.problems.size());
    for (const auto& problem : row.problems) {
        putProblemTo(to, problem);
    }
}

void putProblem(std::string& out, const Problem& problem)
{
    ByteWriter to(out);
    putProblemTo(to, problem);
}

void putFailure(std::string& out, const Error& error)
{
    ByteWriter to(out);
    putEnum(to, error.code);
    putName(to, error.what);
    putOptional(to, error.row);
    putName(to, error.field);
    putName(to, error.advice);
}

void putTask(std::string& out, const ReaderTask& task)
{
    ByteWriter to(out);
    to.put(kMagic);
    to.put(kVersion);
    // A file's name is bytes and not text: as raw bytes with their count.
    const auto& name = task.request.file.native();
    to.putCount(name.size());
    to.putBytes(name.data(), name.size());
    putName(to, task.request.layer);
    putTexts(to, task.request.columns);
    to.putFlag(task.request.noColumns);
    to.putFlag(task.request.withGeometry);
    putBox(to, task.request.box);
    putOptional(to, task.request.rows);
    putName(to, task.request.encoding);
    putTable(to, task.request.textTable);
    to.put(static_cast<std::int64_t>(task.limits.processor.count()));
    to.put(task.limits.memory);
    putName(to, task.privateFolder);
}

} // namespace observo::feed
