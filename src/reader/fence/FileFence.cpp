// SPDX-License-Identifier: GPL-3.0-or-later
#include "fence/FileFence.h"

#include <sys/syscall.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <linux/landlock.h>

namespace observo::reader {

namespace {

constexpr std::uint64_t kRead = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
/// All rights of the first version; those that came later are added where the kernel knows them.
constexpr std::uint64_t kFirstVersion = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1U) - 1;
constexpr std::uint64_t kRefer = 1ULL << 13U;    // version 2
constexpr std::uint64_t kTruncate = 1ULL << 14U; // version 3
constexpr std::uint64_t kOwn = kRead | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                               LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR |
                               LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SYM;

Error failed(const std::string& what)
{
    return {.code = ErrorCode::Internal, .what = what + ": " + std::strerror(errno)};
}

/// The rules while they are being gathered.
class Ruleset {
public:
    explicit Ruleset(std::uint64_t handled) : m_handled(handled)
    {
        landlock_ruleset_attr attributes{};
        attributes.handled_access_fs = handled;
        m_number = static_cast<int>(
            ::syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes.handled_access_fs, 0));
    }
    ~Ruleset() { ::close(m_number); }
    Ruleset(const Ruleset&) = delete;
    Ruleset& operator=(const Ruleset&) = delete;

    [[nodiscard]] bool isMade() const { return m_number >= 0; }
    [[nodiscard]] bool allow(int descriptor, std::uint64_t rights) const
    {
        landlock_path_beneath_attr rule{};
        rule.allowed_access = rights & m_handled;
        rule.parent_fd = descriptor;
        return ::syscall(SYS_landlock_add_rule, m_number, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
    }
    [[nodiscard]] bool allow(const std::filesystem::path& path, std::uint64_t rights) const
    {
        const int descriptor = ::open(path.c_str(), O_PATH | O_CLOEXEC);
        const bool good = descriptor >= 0 && allow(descriptor, rights);
        if (descriptor >= 0) {
            ::close(descriptor);
        }
        return good;
    }
    [[nodiscard]] bool close() const { return ::syscall(SYS_landlock_restrict_self, m_number, 0) == 0; }

private:
    std::uint64_t m_handled;
    int m_number = -1;
};

} // namespace

Result<bool> limitFiles(const FencePlan& plan)
{
    const auto version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) {
        return false;
    }
    const auto later = (version >= 2 ? kRefer : 0) | (version >= 3 ? kTruncate : 0);
    const Ruleset rules(kFirstVersion | later);
    if (!rules.isMade()) {
        return fail(failed("the rules for files cannot be made"));
    }
    if (!rules.allow(plan.privateFolder, kOwn | kTruncate)) {
        return fail(failed("the private folder cannot be allowed"));
    }
    for (const int file : plan.files) {
        if (!rules.allow(file, LANDLOCK_ACCESS_FS_READ_FILE)) {
            return fail(failed("the file cannot be allowed"));
        }
    }
    for (const auto& folder : plan.readable) {
        if (!rules.allow(folder, kRead)) {
            return fail(failed("the folder " + folder.string() + " cannot be allowed"));
        }
    }
    if (!rules.close()) {
        return fail(failed("files cannot be limited"));
    }
    return true;
}

} // namespace observo::reader
