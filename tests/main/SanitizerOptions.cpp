// SPDX-License-Identifier: GPL-3.0-or-later
// Defaults for the sanitizers of the dev preset; the environment (ASAN_OPTIONS and so on) still wins.

// NOLINTBEGIN(bugprone-reserved-identifier): the names are the sanitizers' own.
extern "C" {

const char* __asan_default_options();
const char* __ubsan_default_options();
const char* __lsan_default_suppressions();

const char* __asan_default_options()
{
    // 99 is no exit code of ours, so that no test takes a leak for an answer.
    return "strict_string_checks=1:detect_stack_use_after_return=1:check_initialization_order=1:exitcode=99";
}

const char* __ubsan_default_options()
{
    return "print_stacktrace=1:exitcode=99";
}

// Caches that these libraries keep until the process ends.
const char* __lsan_default_suppressions()
{
    return "leak:libfontconfig\nleak:libgdal\nleak:libproj\nleak:libQt6Gui\nleak:libQt6Widgets\nleak:libdbus\n"
           "leak:libglib\nleak:libharfbuzz\n";
}
}
// NOLINTEND(bugprone-reserved-identifier)
