// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/geo/VectorFile.h"

#include "GdalMessages.h"
#include "vector/VectorReader.h"

#include <utility>

namespace observo::geo {

Result<std::vector<VectorLayerInfo>> describeVectorFile(const std::filesystem::path& file)
{
    const auto source = VectorSource::open(file);
    if (!source) {
        return fail(source.error());
    }
    const GdalMessages messages;
    std::vector<VectorLayerInfo> infos;
    for (const auto& layer : source->layers()) {
        infos.push_back(infoOf(layer));
    }
    return infos;
}

Result<VectorReadReport> readVectorFile(const std::filesystem::path& file, const VectorQuery& query,
                                        const std::function<bool(const Feature&)>& take, const Progress& progress)
{
    auto reader = VectorReader::open(file, query.layer);
    if (!reader) {
        return fail(std::move(reader.error()));
    }
    if (auto selected = reader->select(query); !selected) {
        return fail(std::move(selected.error()));
    }
    return reader->run(take, progress);
}

} // namespace observo::geo
