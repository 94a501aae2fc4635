// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/AccessLog.h"

#include "support/Builders.h"
#include "support/census/CensusFolder.h"
#include "support/census/Disk.h"

#include "observo/core/Edits.h"

#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

namespace observo::census {
namespace {

using namespace test;

Consultation printed(const std::string& what)
{
    return {.action = "print", .what = what, .reason = "council \"meeting\"", .recipient = "Àlba"};
}

AccessEntry entryOf(const std::string& what)
{
    return {.at = "2026-11-22T10:42:07.123Z",
            .actor = {.user = "anna", .host = "town-hall", .program = "observo"},
            .consultation = printed(what)};
}

class UsersLog : public testing::Test {
protected:
    std::vector<std::string> lines() const
    {
        std::istringstream in(bytesOf(m_log.file()));
        std::vector<std::string> all;
        for (std::string line; std::getline(in, line);) {
            all.push_back(line);
        }
        return all;
    }
    void write(const std::vector<std::string>& lines) const
    {
        std::ofstream out(m_log.file());
        for (const auto& line : lines) {
            out << line << '\n';
        }
    }
    void append(int count) const
    {
        for (int i = 1; i <= count; ++i) {
            const auto appended = m_log.append(entryOf("map " + std::to_string(i)));
            ASSERT_TRUE(appended) << messageOf(appended);
        }
    }

    CensusFolder m_folder;
    AccessLog m_log{CensusId::make()};
};

TEST_F(UsersLog, whatWasEnteredIsTakenOverInOrder)
{
    EXPECT_TRUE(m_log.takeOver()->entries.empty());
    append(3);
    EXPECT_EQ(std::filesystem::status(m_log.file()).permissions(), std::filesystem::perms(0600));
    EXPECT_TRUE(m_log.file().string().starts_with(m_folder.path("state").string())) << m_log.file();

    const auto content = m_log.takeOver();

    ASSERT_TRUE(content) << messageOf(content);
    EXPECT_TRUE(content->intact);
    ASSERT_EQ(content->entries.size(), 3U);
    EXPECT_EQ(content->entries[0].consultation.what, "map 1");
    EXPECT_EQ(content->entries[2].consultation.what, "map 3");
    EXPECT_EQ(content->entries[1].at, entryOf("").at);
    EXPECT_EQ(content->entries[1].actor.user, "anna");
    EXPECT_EQ(content->entries[1].actor.host, "town-hall");
    EXPECT_EQ(content->entries[1].actor.program, "observo");
    EXPECT_EQ(content->entries[1].consultation.action, "print");
    EXPECT_EQ(content->entries[1].consultation.reason, "council \"meeting\"");
    EXPECT_EQ(content->entries[1].consultation.recipient, "Àlba");
    EXPECT_FALSE(std::filesystem::exists(m_log.file()));
}

TEST_F(UsersLog, anEditThatFailedTakesTheSameAgainAndNothingTwice)
{
    append(2);
    EXPECT_EQ(m_log.takeOver()->entries.size(), 2U);
    append(1);

    EXPECT_EQ(m_log.takeOver()->entries.size(), 2U) << "those set aside come first";
    m_log.forgetTaken();
    EXPECT_EQ(m_log.takeOver()->entries.size(), 1U);
    m_log.forgetTaken();
    EXPECT_TRUE(m_log.takeOver()->entries.empty());
}

TEST_F(UsersLog, whatWaitsCanBeLookedAtWithoutTakingIt)
{
    append(2);
    EXPECT_EQ(m_log.takeOver()->entries.size(), 2U);
    append(1);

    const auto waiting = m_log.waiting();

    ASSERT_TRUE(waiting) << messageOf(waiting);
    EXPECT_TRUE(waiting->intact);
    ASSERT_EQ(waiting->entries.size(), 3U) << "those set aside by an edit that has not come about count too";
    EXPECT_EQ(waiting->entries[2].consultation.what, "map 1");
    EXPECT_EQ(m_log.waiting()->entries.size(), 3U);
}

TEST_F(UsersLog, halfALineThatACrashLeftTakesNoOtherWithIt)
{
    append(1);
    std::ofstream(m_log.file(), std::ios::app) << R"({"at":"2026-)";

    append(1);

    const auto content = m_log.takeOver();
    ASSERT_EQ(content->entries.size(), 2U);
    EXPECT_FALSE(content->intact);
}

TEST_F(UsersLog, aDiskThatFillsUpInTheMiddleOfALineKeepsNothingOfIt)
{
    append(1);
    const auto before = bytesOf(m_log.file());
    const auto outcome = inAnotherProcess([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        const ::rlimit limit{before.size() + 20, before.size() + 20};
        const bool limited = ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
        const auto appended = m_log.append(entryOf("map 2"));
        return limited && !appended && appended.error().code == ErrorCode::OutputNoSpace ? 0 : 1;
    });

    EXPECT_EQ(outcome, 0);
    EXPECT_EQ(bytesOf(m_log.file()), before);
}

TEST_F(UsersLog, aChangedLineIsSeen)
{
    append(3);
    auto all = lines();
    ASSERT_EQ(all.size(), 3U);
    all[1].replace(all[1].find("map 2"), 5, "map 9");
    write(all);

    const auto content = m_log.takeOver();

    EXPECT_FALSE(content->intact);
    EXPECT_EQ(content->entries.size(), 3U) << "nothing is thrown away";
}

TEST_F(UsersLog, aMissingLineIsSeen)
{
    append(3);
    auto all = lines();
    all.erase(all.begin() + 1);
    write(all);

    EXPECT_FALSE(m_log.takeOver()->intact);
}

TEST_F(UsersLog, swappedLinesAreSeen)
{
    append(3);
    auto all = lines();
    std::swap(all[0], all[1]);
    write(all);

    EXPECT_FALSE(m_log.takeOver()->intact);
}

TEST_F(UsersLog, aTornLineCostsNothingButItself)
{
    append(2);
    auto all = lines();
    all.insert(all.begin() + 1, all[1].substr(0, 40));
    write(all);

    const auto content = m_log.takeOver();

    EXPECT_FALSE(content->intact);
    EXPECT_EQ(content->entries.size(), 2U);
}

TEST_F(UsersLog, processesThatEnterAtOnceChainOneAfterTheOther)
{
    constexpr int kProcesses = 4;
    constexpr int kEach = 15;
    std::array<pid_t, kProcesses> children{};
    for (auto& child : children) {
        child = ::fork();
        if (child == 0) {
            append(kEach);
            ::_exit(0);
        }
    }
    for (const auto child : children) {
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_EQ(status, 0);
    }

    const auto content = m_log.takeOver();

    EXPECT_TRUE(content->intact);
    EXPECT_EQ(content->entries.size(), static_cast<std::size_t>(kProcesses * kEach));
}

TEST_F(UsersLog, whatIsEnteredWhileTheLogIsSetAsideIsNotLostWithIt)
{
    append(1);
    const int taker = ::open(m_log.file().c_str(), O_RDWR | O_CLOEXEC);
    ASSERT_EQ(::flock(taker, LOCK_EX), 0);
    std::thread late([&] { append(1); });
    std::this_thread::sleep_for(std::chrono::milliseconds(50)); // it waits for the log that now goes
    std::filesystem::rename(m_log.file(), m_log.file().string() + ".taken");
    ::close(taker);
    late.join();

    EXPECT_EQ(m_log.takeOver()->entries.size(), 1U);
    m_log.forgetTaken();

    EXPECT_EQ(m_log.takeOver()->entries.size(), 1U);
}

TEST_F(UsersLog, eachCensusHasItsOwn)
{
    append(1);

    EXPECT_TRUE(AccessLog(CensusId::make()).takeOver()->entries.empty());
    EXPECT_EQ(m_log.takeOver()->entries.size(), 1U);
}

TEST(AccessLogOfASession, consultingAnUneditedCensusJoinsItsLogWithTheFirstEdit)
{
    const CensusFolder folder;
    {
        const auto session = folder.create();
        static_cast<void>(addCamera(*session, aCamera()));
    }
    const auto before = FolderState::of(folder.folder()).entries.at("census.gpkg");
    const auto entries = logOf(*folder.reader()).size();
    {
        const auto looking = folder.open("bruno");
        ASSERT_TRUE(looking->record(printed("map 1")));
        ASSERT_TRUE(looking->record(printed("map 2")));
    }
    EXPECT_EQ(FolderState::of(folder.folder()).entries.at("census.gpkg"), before);
    EXPECT_EQ(logOf(*folder.reader()).size(), entries);

    const auto session = folder.open("anna");
    static_cast<void>(addCamera(*session, aCamera()));

    const auto log = logOf(session->reader());
    ASSERT_GT(log.size(), entries + 2);
    const auto& first = log[entries];
    EXPECT_EQ(first.action, "print");
    EXPECT_EQ(first.actor, "bruno");
    EXPECT_EQ(first.label, "Consultation");
    EXPECT_EQ(first.reason, "council \"meeting\"");
    EXPECT_EQ(first.recipient, "Àlba");
    EXPECT_NE(first.after.find("map 1"), std::string::npos) << first.after;
    EXPECT_NE(log[entries + 1].after.find("map 2"), std::string::npos);
    EXPECT_EQ(log.back().label, "Place camera");
    EXPECT_TRUE(verifyLog(session->reader(), Progress())->intact);
    EXPECT_EQ(session->undoLabel(), "Place camera");
}

TEST(AccessLogOfASession, whileEditingItGoesIntoTheCensusAtOnce)
{
    const CensusFolder folder;
    const auto session = folder.create();
    static_cast<void>(addCamera(*session, aCamera()));

    ASSERT_TRUE(session->record(printed("map 1")));

    const auto log = logOf(*folder.reader());
    EXPECT_EQ(log.back().action, "print");
    EXPECT_EQ(log.back().actor, "anna");
    EXPECT_NE(log.back().hash, "");
    EXPECT_EQ(session->undoLabel(), "Place camera");
    EXPECT_TRUE(verifyLog(session->reader(), Progress())->intact);
}

TEST(AccessLogOfASession, aReadOnlySessionLeavesTheCensusAlone)
{
    const CensusFolder folder;
    static_cast<void>(folder.create());
    const auto before = bytesOf(folder.file());
    auto options = optionsOf("bruno");
    options.readOnly = true;
    {
        const auto session = Session::open(folder.file(), options);
        ASSERT_TRUE(session) << messageOf(session);
        ASSERT_TRUE((*session)->record(printed("map 1")));
        EXPECT_FALSE((*session)->perform(placeCamera(CameraId::make(), {7.6, 45.0})));
    }
    EXPECT_EQ(bytesOf(folder.file()), before);

    const auto session = folder.open("anna");
    static_cast<void>(addCamera(*session, aCamera()));

    const auto log = logOf(session->reader());
    EXPECT_EQ(std::ranges::count(log, "print", &LogEntry::action), 1);
}

TEST(AccessLogOfASession, aLogThatWasTamperedWithIsTakenOverAndSaysSo)
{
    const CensusFolder folder;
    const auto id = folder.create()->census().id;
    ASSERT_TRUE(folder.open("bruno")->record(printed("map 1")));
    const auto file = AccessLog(id).file();
    auto text = bytesOf(file);
    text.replace(text.find("map 1"), 5, "map 2");
    std::ofstream(file) << text;

    const auto session = folder.open("anna");
    static_cast<void>(addCamera(*session, aCamera()));

    const auto log = logOf(session->reader());
    EXPECT_EQ(std::ranges::count(log, "Consultation (log not intact)", &LogEntry::label), 1);
}

} // namespace
} // namespace observo::census
