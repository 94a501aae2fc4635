// SPDX-License-Identifier: GPL-3.0-or-later
#include "GdalMessages.h"

#include "observo/geo/Environment.h"

#include <cpl_error.h>

#include <algorithm>

namespace observo::geo {

namespace {

void CPL_STDCALL handle(CPLErr severity, CPLErrorNum, const char* text)
{
    auto* messages = static_cast<GdalMessages*>(CPLGetErrorHandlerUserData());
    messages->take(severity == CE_Warning  ? GdalMessages::Severity::Warning
                   : severity > CE_Warning ? GdalMessages::Severity::Failure
                                           : GdalMessages::Severity::Debug,
                   text);
}

} // namespace

GdalMessages::GdalMessages()
{
    prepareEnvironment();
    CPLPushErrorHandlerEx(handle, this);
}

GdalMessages::~GdalMessages()
{
    CPLPopErrorHandler();
}

void GdalMessages::take(Severity severity, const char* text)
{
    if (severity == Severity::Warning) {
        warn(text);
    } else if (severity == Severity::Failure && !m_failure) {
        m_failure = text;
    }
}

void GdalMessages::warn(const std::string& text)
{
    constexpr std::size_t kMost = 100;
    if (m_warnings.size() < kMost && std::find(m_warnings.begin(), m_warnings.end(), text) == m_warnings.end()) {
        m_warnings.push_back(text);
    }
}

void GdalMessages::forget()
{
    m_warnings.clear();
    m_failure.reset();
}

} // namespace observo::geo
