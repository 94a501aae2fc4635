// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/PowerCut.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <stdexcept>

namespace observo::test {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kSector = 512;

/// The part of a sector that made it to the disk: all, nothing, or its beginning.
std::size_t survivingPart(std::size_t size, double share, std::mt19937_64& random)
{
    std::uniform_real_distribution<double> chance(0.0, 1.0);
    if (chance(random) >= share) {
        return 0;
    }
    const bool isTorn = chance(random) < 0.1;
    return isTorn ? std::uniform_int_distribution<std::size_t>(0, size)(random) : size;
}

void put(std::string& content, std::size_t offset, std::string_view bytes)
{
    if (bytes.empty()) {
        return;
    }
    if (content.size() < offset + bytes.size()) {
        content.resize(offset + bytes.size(), '\0');
    }
    content.replace(offset, bytes.size(), bytes);
}

void write(const fs::path& file, const std::string& content)
{
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream.write(content.data(), static_cast<std::streamsize>(content.size()));
    if (!stream.flush()) {
        throw std::runtime_error("cannot write " + file.string());
    }
}

void writeOrRemove(const fs::path& file, const std::string* content)
{
    if (content != nullptr) {
        write(file, *content);
    } else {
        fs::remove(file);
    }
}

} // namespace

PowerCut::PowerCut(std::map<std::string, std::string> durable)
{
    for (auto& [name, content] : durable) {
        m_names[name] = {std::make_shared<Inode>(Inode{.durable = std::move(content), .pending = {}})};
    }
}

void PowerCut::apply(const IoEvent& event)
{
    auto& history = m_names[event.file];
    if (history.empty()) {
        history.push_back(nullptr);
    }
    switch (event.kind) {
    case IoEvent::Kind::Create:
        history.push_back(std::make_shared<Inode>());
        return;
    case IoEvent::Kind::Delete:
        history.push_back(nullptr);
        if (event.directorySynced) {
            syncFolder();
        }
        return;
    case IoEvent::Kind::Write:
        history.back()->pending.push_back({.offset = event.offset, .bytes = event.bytes});
        return;
    case IoEvent::Kind::Truncate:
        history.back()->pending.push_back({.offset = event.offset, .bytes = {}, .isTruncation = true});
        return;
    case IoEvent::Kind::Sync: {
        auto& inode = *history.back();
        inode.durable = whole(inode);
        inode.pending.clear();
        // SQLite syncs the folder with the first sync of a journal that it made; the event does not come twice
        // for the same state, so that doing it at each sync of a journal is the same.
        if (event.file.ends_with("-journal")) {
            syncFolder();
        }
        return;
    }
    }
}

void PowerCut::syncFolder()
{
    for (auto& [name, history] : m_names) {
        history.erase(history.begin(), history.end() - 1);
    }
}

std::string PowerCut::whole(const Inode& inode)
{
    auto content = inode.durable;
    for (const auto& pending : inode.pending) {
        if (pending.isTruncation) {
            content.resize(static_cast<std::size_t>(pending.offset), '\0');
        } else {
            put(content, static_cast<std::size_t>(pending.offset), pending.bytes);
        }
    }
    return content;
}

std::string PowerCut::torn(const Inode& inode, std::mt19937_64& random)
{
    // Some cuts lose nearly everything that was in flight, some nearly nothing; those in between are not enough.
    static constexpr std::array kShares{0.02, 0.3, 0.5, 0.8, 0.98};
    const double share = kShares[std::uniform_int_distribution<std::size_t>(0, kShares.size() - 1)(random)];

    auto content = inode.durable;
    for (const auto& pending : inode.pending) {
        if (pending.isTruncation) {
            if (survivingPart(1, share, random) > 0) {
                content.resize(static_cast<std::size_t>(pending.offset), '\0');
            }
            continue;
        }
        const std::string_view bytes = pending.bytes;
        for (std::size_t at = 0; at < bytes.size();) {
            const auto offset = static_cast<std::size_t>(pending.offset) + at;
            const auto size = std::min(kSector - offset % kSector, bytes.size() - at);
            put(content, offset, bytes.substr(at, survivingPart(size, share, random)));
            at += size;
        }
    }
    return content;
}

void PowerCut::materialise(std::mt19937_64& random, const fs::path& folder) const
{
    for (const auto& [name, history] : m_names) {
        const auto& inode = history[std::uniform_int_distribution<std::size_t>(0, history.size() - 1)(random)];
        const auto content = inode ? torn(*inode, random) : std::string();
        writeOrRemove(folder / fs::path(name).filename(), inode ? &content : nullptr);
    }
}

void PowerCut::materialiseWhole(const fs::path& folder) const
{
    for (const auto& [name, history] : m_names) {
        const auto content = history.back() ? whole(*history.back()) : std::string();
        writeOrRemove(folder / fs::path(name).filename(), history.back() ? &content : nullptr);
    }
}

} // namespace observo::test
