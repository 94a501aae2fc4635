// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/feed/FrameOutput.h"

#include "Bytes.h"
#include "FrameReader.h"
#include "FrameWriter.h"
#include "Frames.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace observo::feed {

namespace {

constexpr std::size_t kBatch = 64UL * 1024;

} // namespace

Result<ReaderTask> readTask(int descriptor)
{
    std::string bytes;
    char buffer[4096];
    for (ssize_t got = 1; got != 0;) {
        got = ::read(descriptor, buffer, sizeof buffer);
        if (got < 0 && errno != EINTR) {
            return fail(ErrorCode::Internal, std::string("the task cannot be read: ") + std::strerror(errno));
        }
        bytes.append(buffer, got > 0 ? static_cast<std::size_t>(got) : 0);
        if (bytes.size() > kMostPayload) {
            return fail(ErrorCode::Internal, "the task is too long");
        }
    }
    ByteReader from(bytes);
    auto task = takeTask(from);
    if (!from.isGood() || !from.isAtEnd()) {
        return fail(ErrorCode::Internal, "the task makes no sense: this program is started by observo alone");
    }
    return task;
}

FrameOutput::FrameOutput(int descriptor) : m_descriptor(descriptor)
{
    std::string payload;
    ByteWriter to(payload);
    to.put(kMagic);
    to.put(kVersion);
    frame(static_cast<std::uint8_t>(FrameKind::Hello), payload);
}

void FrameOutput::file(const FileInfo& info, std::size_t layer, const std::vector<std::uint32_t>& columns)
{
    std::string payload;
    putFileInfo(payload, info);
    ByteWriter to(payload);
    to.putCount(layer);
    to.putCount(columns.size());
    to.putBytes(columns.data(), columns.size() * sizeof(std::uint32_t));
    frame(static_cast<std::uint8_t>(FrameKind::File), payload);
}

void FrameOutput::row(const Row& row)
{
    const auto before = m_batch.size();
    putRow(m_batch, row);
    if (m_batch.size() + sizeof(std::uint32_t) > kMostPayload) {
        // It may fit alone; if not, the row is left out and that is said.
        std::string alone = m_batch.substr(before);
        m_batch.resize(before);
        flushRows();
        if (alone.size() + sizeof(std::uint32_t) > kMostPayload) {
            problem({.weight = Problem::Weight::Loss, .what = "the row is too large", .row = row.number});
            return;
        }
        m_batch = std::move(alone);
    }
    ++m_batched;
    ++m_rows;
    if (m_batch.size() >= kBatch || m_batched == kMostRowsInFrame) {
        flushRows();
    }
}

void FrameOutput::problem(const Problem& problem)
{
    flushRows();
    std::string payload;
    putProblem(payload, problem);
    frame(static_cast<std::uint8_t>(FrameKind::Problem), payload);
}

void FrameOutput::progress(double share)
{
    flushRows();
    std::string payload;
    ByteWriter(payload).put(share);
    frame(static_cast<std::uint8_t>(FrameKind::Progress), payload);
}

void FrameOutput::end()
{
    flushRows();
    std::string payload;
    ByteWriter(payload).put(m_rows);
    frame(static_cast<std::uint8_t>(FrameKind::End), payload);
}

void FrameOutput::failure(const Error& error)
{
    flushRows();
    std::string payload;
    putFailure(payload, error);
    frame(static_cast<std::uint8_t>(FrameKind::Failure), payload);
}

void FrameOutput::frame(std::uint8_t kind, std::string_view payload)
{
    std::string head;
    ByteWriter to(head);
    to.putCount(payload.size());
    to.put(kind);
    send(head);
    send(payload);
}

void FrameOutput::flushRows()
{
    if (m_batched == 0) {
        return;
    }
    std::string head;
    ByteWriter to(head);
    to.putCount(m_batch.size() + sizeof(std::uint32_t));
    to.put(static_cast<std::uint8_t>(FrameKind::Rows));
    to.put(m_batched);
    send(head);
    send(m_batch);
    m_batch.clear();
    m_batched = 0;
}

void FrameOutput::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            ::_exit(static_cast<int>(LastWord::Lost));
        }
        bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
}

} // namespace observo::feed
