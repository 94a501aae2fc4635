// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/CheckedFile.h"

#include "support/TestPlaces.h"

#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <sched.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <functional>
#include <iterator>

namespace observo {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;

std::string contentOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void put(const fs::path& file, std::string_view text)
{
    std::ofstream(file, std::ios::binary) << text;
}

std::ptrdiff_t filesIn(const fs::path& folder)
{
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

unsigned permissionsOf(const fs::path& file)
{
    struct ::stat found {};
    EXPECT_EQ(::stat(file.c_str(), &found), 0);
    return found.st_mode & 0777U;
}

TEST(CheckedFile, aPublishedFileHoldsEveryByteAndNothingElseRemains)
{
    const TemporaryFolder folder;
    auto file = CheckedFile::create(folder / "out.csv", Overwrite::Refuse);
    ASSERT_TRUE(file) << file.error().message();
    const std::string large(1'000'003, 'x');
    constexpr std::array kBytes = {std::byte{0}, std::byte{255}};

    ASSERT_TRUE(file->write("head\n"));
    ASSERT_TRUE(file->write(large));
    ASSERT_TRUE(file->write(std::span(kBytes)));
    ASSERT_TRUE(file->publish());

    EXPECT_EQ(contentOf(folder / "out.csv"), "head\n" + large + std::string("\0\xFF", 2));
    EXPECT_EQ(file->bytesWritten(), 5 + large.size() + 2);
    EXPECT_EQ(filesIn(folder.path()), 1);
}

TEST(CheckedFile, untilPublishedTheFinalNameIsNotThere)
{
    const TemporaryFolder folder;
    auto file = CheckedFile::create(folder / "out.csv", Overwrite::Refuse);
    ASSERT_TRUE(file);

    ASSERT_TRUE(file->write("text"));
    ASSERT_TRUE(file->seal());

    EXPECT_FALSE(fs::exists(folder / "out.csv"));
    EXPECT_EQ(file->temporaryPath().parent_path(), folder.path());
    EXPECT_EQ(contentOf(file->temporaryPath()), "text");
    EXPECT_EQ(permissionsOf(file->temporaryPath()), 0600U);
}

TEST(CheckedFile, aFileThatIsNotPublishedLeavesNothingBehind)
{
    const TemporaryFolder folder;
    {
        auto file = CheckedFile::create(folder / "out.csv", Overwrite::Refuse);
        ASSERT_TRUE(file);
        ASSERT_TRUE(file->write(std::string(600'000, 'x')));
        auto other = CheckedFile::create(folder / "sealed.csv", Overwrite::Refuse);
        ASSERT_TRUE(other);
        ASSERT_TRUE(other->seal());

        EXPECT_EQ(filesIn(folder.path()), 2);
    }

    EXPECT_EQ(filesIn(folder.path()), 0);
}

TEST(CheckedFile, movingHandsTheTemporaryOn)
{
    const TemporaryFolder folder;
    auto first = CheckedFile::create(folder / "one.csv", Overwrite::Refuse);
    auto second = CheckedFile::create(folder / "two.csv", Overwrite::Refuse);
    ASSERT_TRUE(first && second);
    ASSERT_TRUE(second->write("two"));

    *first = std::move(*second);
    ASSERT_TRUE(first->publish());

    EXPECT_EQ(contentOf(folder / "two.csv"), "two");
    EXPECT_EQ(filesIn(folder.path()), 1);
}

TEST(CheckedFile, anExistingFileIsRefusedUnlessItMayBeReplaced)
{
    const TemporaryFolder folder;
    put(folder / "out.csv", "old");
    ::chmod((folder / "out.csv").c_str(), 0640);

    const auto refused = CheckedFile::create(folder / "out.csv", Overwrite::Refuse);
    auto replaced = CheckedFile::create(folder / "out.csv", Overwrite::Replace);

    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::OutputExists);
    EXPECT_EQ(refused.error().file, (folder / "out.csv").string());
    ASSERT_TRUE(replaced);
    ASSERT_TRUE(replaced->write("new"));
    EXPECT_EQ(contentOf(folder / "out.csv"), "old");
    ASSERT_TRUE(replaced->publish());
    EXPECT_EQ(contentOf(folder / "out.csv"), "new");
    EXPECT_EQ(permissionsOf(folder / "out.csv"), 0640U);
}

TEST(CheckedFile, aFileThatAppearedMeanwhileIsNotClobbered)
{
    const TemporaryFolder folder;
    auto file = CheckedFile::create(folder / "out.csv", Overwrite::Refuse);
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->write("mine"));
    put(folder / "out.csv", "theirs");

    const auto published = file->publish();

    ASSERT_FALSE(published);
    EXPECT_EQ(published.error().code, ErrorCode::OutputExists);
    EXPECT_EQ(contentOf(folder / "out.csv"), "theirs");
    EXPECT_EQ(filesIn(folder.path()), 1);
}

TEST(CheckedFile, aLinkIsFollowedAndStaysALink)
{
    const TemporaryFolder folder;
    put(folder / "real.csv", "old");
    fs::create_symlink(folder / "real.csv", folder / "link.csv");

    auto file = CheckedFile::create(folder / "link.csv", Overwrite::Replace);
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->write("new"));
    ASSERT_TRUE(file->publish());

    EXPECT_TRUE(fs::is_symlink(folder / "link.csv"));
    EXPECT_EQ(contentOf(folder / "real.csv"), "new");
}

TEST(CheckedFile, foldersAndDevicesAreNotReplaced)
{
    const TemporaryFolder folder;
    fs::create_directory(folder / "sub");

    const auto onFolder = CheckedFile::create(folder / "sub", Overwrite::Replace);
    const auto onDevice = CheckedFile::create("/dev/null", Overwrite::Replace);

    ASSERT_FALSE(onFolder);
    EXPECT_EQ(onFolder.error().code, ErrorCode::OutputDenied);
    ASSERT_FALSE(onDevice);
    EXPECT_EQ(onDevice.error().code, ErrorCode::OutputDenied);
}

TEST(CheckedFile, aMissingFolderOrAFileInItsPlaceIsSaidSo)
{
    const TemporaryFolder folder;
    put(folder / "file", "");

    const auto missing = CheckedFile::create(folder / "no" / "out.csv", Overwrite::Refuse);
    const auto underFile = CheckedFile::create(folder / "file" / "out.csv", Overwrite::Refuse);

    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::OutputFailed);
    EXPECT_NE(missing.error().message().find("the folder does not exist"), std::string::npos);
    ASSERT_FALSE(underFile);
    EXPECT_EQ(underFile.error().code, ErrorCode::OutputFailed);
}

constexpr int kDenied = 10;

/// Runs `body` in a child process and gives what it returns; -1 when it died otherwise.
int inAChild(const std::function<int()>& body)
{
    const ::pid_t child = ::fork();
    if (child == 0) {
        ::_exit(body());
    }
    int status = 0;
    const bool isOver = child != -1 && ::waitpid(child, &status, 0) == child && WIFEXITED(status);
    return isOver ? WEXITSTATUS(status) : -1;
}

TEST(CheckedFile, aFolderWithoutPermissionIsDenied)
{
    constexpr ::uid_t kNobody = 65534;
    const TemporaryFolder folder;
    ::chmod(folder.path().c_str(), 0555);

    // The superuser may write everywhere, so the child becomes somebody else.
    const int outcome = inAChild([&folder] {
        if (::geteuid() == 0 && ::setuid(kNobody) != 0) {
            return 1;
        }
        const auto file = CheckedFile::create(folder / "out.csv", Overwrite::Refuse);
        return !file && file.error().code == ErrorCode::OutputDenied ? kDenied : 2;
    });
    ::chmod(folder.path().c_str(), 0755);

    EXPECT_EQ(outcome, kDenied);
}

/// Lets the process write files of at most `bytes`, as a disk would that takes no more, until it dies.
class SizeLimit {
public:
    explicit SizeLimit(rlim_t bytes) : m_before(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_old);
        const rlimit limited{.rlim_cur = bytes, .rlim_max = m_old.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limited);
    }
    ~SizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, m_before);
    }
    SizeLimit(const SizeLimit&) = delete;
    SizeLimit& operator=(const SizeLimit&) = delete;

private:
    rlimit m_old{};
    void (*m_before)(int);
};

TEST(CheckedFile, aDiskThatTakesNoMoreIsReportedOnceAndForAllAndLeavesTheOldFile)
{
    const TemporaryFolder folder;
    put(folder / "out.csv", "old");
    const SizeLimit limit(300'000);
    auto file = CheckedFile::create(folder / "out.csv", Overwrite::Replace);
    ASSERT_TRUE(file);

    const auto written = file->write(std::string(2'000'000, 'x'));

    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::OutputNoSpace);
    EXPECT_EQ(written.error().file, (folder / "out.csv").string());
    EXPECT_NE(written.error().advice.find("at least 2 MB needed"), std::string::npos) << written.error().advice;
    EXPECT_EQ(file->write("more"), written);
    EXPECT_EQ(file->seal(), written);
    EXPECT_EQ(file->publish(), written);
    EXPECT_EQ(contentOf(folder / "out.csv"), "old");
    EXPECT_EQ(filesIn(folder.path()), 1);
}

TEST(CheckedFile, bytesStillInTheBufferAreCheckedWhenSealed)
{
    const TemporaryFolder folder;
    const SizeLimit limit(100);
    auto file = CheckedFile::create(folder / "out.csv", Overwrite::Refuse);
    ASSERT_TRUE(file);
    ASSERT_TRUE(file->write(std::string(101, 'x')));

    const auto published = file->publish();

    ASSERT_FALSE(published);
    EXPECT_EQ(published.error().code, ErrorCode::OutputNoSpace);
    EXPECT_EQ(filesIn(folder.path()), 0);
}

constexpr int kRefusedForSpace = 10;
constexpr int kCannotMount = 11;

/// In a child of its own, with a disk of 64 KiB mounted: how does writing a megabyte end?
int writeOnATinyDisk(const fs::path& folder)
{
    const bool isMounted = ::unshare(CLONE_NEWNS) == 0 &&
                           ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                           ::mount("tiny", folder.c_str(), "tmpfs", 0, "size=65536") == 0;
    if (!isMounted) {
        return kCannotMount;
    }
    auto file = CheckedFile::create(folder / "out.csv", Overwrite::Refuse);
    if (!file) {
        return 1;
    }
    const auto written = file->write(std::string(1'000'000, 'x'));
    const bool isClean = filesIn(folder) == 0;
    return !written && written.error().code == ErrorCode::OutputNoSpace && isClean ? kRefusedForSpace : 2;
}

TEST(CheckedFile, aFullDiskIsReportedAndGetsItsSpaceBack)
{
    const TemporaryFolder folder;

    const int outcome = inAChild([&folder] { return writeOnATinyDisk(folder.path()); });

    if (outcome == kCannotMount) {
        GTEST_SKIP() << "mounting a small disk needs the right to do so";
    }
    EXPECT_EQ(outcome, kRefusedForSpace);
}

struct ErrnoCase {
    int value;
    ErrorCode code;
};

class OutputError : public testing::TestWithParam<ErrnoCase> {};

TEST_P(OutputError, isOfTheKindThatTheCallerActsOnAndNamesTheFile)
{
    const Error error = outputError(GetParam().value, "/tmp/out.csv", 1234);

    EXPECT_EQ(error.code, GetParam().code);
    EXPECT_EQ(error.file, "/tmp/out.csv");
    EXPECT_FALSE(error.what.empty());
    EXPECT_FALSE(error.advice.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Errno, OutputError,
    testing::Values(ErrnoCase{ENOSPC, ErrorCode::OutputNoSpace}, ErrnoCase{EDQUOT, ErrorCode::OutputNoSpace},
                    ErrnoCase{EFBIG, ErrorCode::OutputNoSpace}, ErrnoCase{EACCES, ErrorCode::OutputDenied},
                    ErrnoCase{EPERM, ErrorCode::OutputDenied}, ErrnoCase{EROFS, ErrorCode::OutputDenied},
                    ErrnoCase{EEXIST, ErrorCode::OutputExists}, ErrnoCase{ENOENT, ErrorCode::OutputFailed},
                    ErrnoCase{EIO, ErrorCode::OutputFailed}));

TEST(OutputErrorText, aFullDiskSaysHowMuchIsNeeded)
{
    EXPECT_NE(outputError(ENOSPC, "a", 1234).message().find("1234 bytes"), std::string::npos);
    EXPECT_NE(outputError(ENOSPC, "a", 13'400'000).message().find("14 MB"), std::string::npos);
    EXPECT_EQ(outputError(ENOSPC, "a", 13'400'000).bytesNeeded, 13'400'000U);
}

} // namespace
} // namespace observo
