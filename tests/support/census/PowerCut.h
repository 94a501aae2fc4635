// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/census/FaultVfs.h"

#include <filesystem>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace observo::test {

/// What a disk may hold after the power went. What was synced is there; each sector written since may be there, may
/// not, or be torn; a file made, cut or deleted since may be as before. Deliberately pessimistic: nothing that was
/// not synced ever becomes durable by itself, in whatever order it was written.
class PowerCut {
public:
    /// The disk before the first event: a file's name and its durable content.
    explicit PowerCut(std::map<std::string, std::string> durable);

    void apply(const IoEvent& event);

    /// Writes the files of one random state that the disk could be in now into `folder`, replacing what was there.
    void materialise(std::mt19937_64& random, const std::filesystem::path& folder) const;
    /// Writes what a program sees now, nothing lost.
    void materialiseWhole(const std::filesystem::path& folder) const;

private:
    /// A write (or, without bytes, a truncation) that is not durable yet.
    struct Pending {
        std::int64_t offset = 0;
        std::string bytes;
        bool isTruncation = false;
    };
    /// A file's content, whatever names lead to it.
    struct Inode {
        std::string durable;
        std::vector<Pending> pending;
    };
    using InodePtr = std::shared_ptr<Inode>;

    static std::string whole(const Inode& inode);
    static std::string torn(const Inode& inode, std::mt19937_64& random);
    void syncFolder();

    /// What a name led to since the folder was last synced, oldest first; null where there was no file.
    std::map<std::string, std::vector<InodePtr>> m_names;
};

} // namespace observo::test
