// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/census/BusyNeighbour.h"

#include <sqlite3.h>

namespace observo::test {

BusyNeighbour::BusyNeighbour(const std::filesystem::path& file, Holds holds)
{
    const char* begin = holds == Holds::Reserved ? "BEGIN IMMEDIATE" : "BEGIN EXCLUSIVE";
    m_busy = sqlite3_open_v2(file.c_str(), &m_handle, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK &&
             sqlite3_busy_timeout(m_handle, 5000) == SQLITE_OK &&
             sqlite3_exec(m_handle, begin, nullptr, nullptr, nullptr) == SQLITE_OK;
}

BusyNeighbour::~BusyNeighbour()
{
    sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(m_handle);
}

} // namespace observo::test
