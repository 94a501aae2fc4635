// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Tree.h"

namespace observo::architecture {

// The rules of the house, each a function of the text alone. A room without files breaks none of them.

/// Rooms include only the rooms that their USES line names, and that line stays within the table of the house.
Findings brokenArrows(const Tree& tree);

/// A third party's headers stay behind the rooms that own it and out of the faces.
Findings brokenFences(const Tree& tree);

/// A face has at most 15 headers and is all that other rooms see.
Findings brokenFaces(const Tree& tree);

/// Files, functions and folders stay small; the licence line heads each source; headers are guarded.
Findings brokenSizes(const Tree& tree);

/// Every source has its twin with assertions in it.
Findings brokenTwins(const Tree& tree);

/// Every test asserts something, by itself or through a function that does; a skipped test says why.
Findings brokenAssertions(const Tree& tree);

/// No two types of one room carry one name: the linker would take the functions of one for those of the other.
Findings brokenTypeNames(const Tree& tree);

/// No loop goes over the content of a `Result` or optional that is gone before it begins.
Findings brokenLifetimes(const Tree& tree);

/// A form drawn in ui/ and its class in src/app/ carry the same name and stand in folders of the same name.
Findings brokenUiTwins(const Tree& tree);

/// Code lists are `code,it,en`, without gaps or repetitions, and each list that the fields name is there.
Findings brokenCodeLists(const Tree& tree);

/// Every message of an Error or a Problem stands in resources/messages/, from which people get it in their language.
Findings untranslatedMessages(const Tree& tree);

} // namespace observo::architecture
