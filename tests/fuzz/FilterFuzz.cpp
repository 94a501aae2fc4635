// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/Fuzz.h"
#include "support/Builders.h"

#include "observo/core/Filter.h"

#include <string>

using observo::expects;
using observo::Filter;

/// A filter that is understood can be asked of a camera and of the store, and what it says of itself is understood
/// again, with the same meaning.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto camera = observo::test::aCamera().build();
    const auto filter = Filter::parse(observo::test::textOf(data, size));
    if (!filter) {
        expects(!filter.error().what.empty());
        return 0;
    }
    const bool matches = filter->matches(camera);
    const auto sql = filter->sql();
    const auto again = Filter::parse(filter->text());
    expects(again.has_value());
    expects(again->matches(camera) == matches);
    expects(again->sql().where == sql.where);
    return 0;
}
