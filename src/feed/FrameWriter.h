// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Result.h"
#include "observo/feed/FileInfo.h"
#include "observo/feed/FrameOutput.h"
#include "observo/feed/Row.h"

#include <string>

namespace observo::feed {

// Payloads of frames, each the mirror of its function in FrameReader.h.
void putFileInfo(std::string& out, const FileInfo& info);
void putRow(std::string& out, const Row& row);
void putProblem(std::string& out, const Problem& problem);
void putFailure(std::string& out, const Error& error);
void putTask(std::string& out, const ReaderTask& task);

} // namespace observo::feed
