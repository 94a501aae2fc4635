// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <proj.h>

#include <memory>

namespace observo::geo {

/// Ends PROJ's handles, each by its own function.
struct ProjEnds {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
    void operator()(PJ* object) const { proj_destroy(object); }
    void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
    void operator()(PJ_OPERATION_FACTORY_CONTEXT* factory) const { proj_operation_factory_context_destroy(factory); }
};

using ProjContext = std::unique_ptr<PJ_CONTEXT, ProjEnds>;
using ProjObject = std::unique_ptr<PJ, ProjEnds>;
using ProjList = std::unique_ptr<PJ_OBJ_LIST, ProjEnds>;
using ProjFactory = std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, ProjEnds>;

/// A context of its own, silent and without network. An object lives and is used with its context in one thread
/// at a time.
[[nodiscard]] ProjContext makeProjContext();

/// The calling thread's context, for questions to the database; it keeps the database open between them.
[[nodiscard]] PJ_CONTEXT* threadProjContext();

/// The calling thread's projection of a projected system, from longitude and latitude in radians on the system's own
/// datum, kept; nullptr when there is none. For proj_factors, which on the system itself makes it anew in each call: 3
/// ms.
[[nodiscard]] PJ* threadProjFactors(int epsg);

} // namespace observo::geo
