// SPDX-License-Identifier: GPL-3.0-or-later
#include "ogr/OgrMessages.h"

#include "fence/LastWords.h"

#include <utility>

namespace observo::reader {

namespace {

void CPL_STDCALL handle(CPLErr severity, CPLErrorNum number, const char* text)
{
    static_cast<OgrMessages*>(CPLGetErrorHandlerUserData())->take(severity, number, text);
}

} // namespace

OgrMessages::OgrMessages()
{
    CPLPushErrorHandlerEx(handle, this);
}

OgrMessages::~OgrMessages()
{
    CPLPopErrorHandler();
}

void OgrMessages::take(CPLErr severity, CPLErrorNum number, const char* text)
{
    constexpr std::size_t kMost = 5000;
    if (number == CPLE_OutOfMemory) {
        endOutOfMemory();
    }
    if (severity < CE_Warning) {
        return;
    }
    if (severity > CE_Warning && !m_failure) {
        m_failure = text;
    }
    if (m_told.size() < kMost && m_told.insert(text).second) {
        const auto weight = severity == CE_Warning ? feed::Problem::Weight::Warning : feed::Problem::Weight::Loss;
        m_problems.push_back({.weight = weight, .what = text});
    }
}

std::vector<feed::Problem> OgrMessages::takeProblems()
{
    return std::exchange(m_problems, {});
}

} // namespace observo::reader
