// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/Source.h"

#include "observo/exchange/Import.h"
#include "observo/feed/Stream.h"

#include <memory>
#include <optional>
#include <vector>

namespace observo::exchange {

/// A file of somebody else as the reader process gives it.
class FeedSource : public Source {
public:
    /// Starts the reader. The error says what is wrong with the file, the layer or the encoding.
    [[nodiscard]] static Result<std::unique_ptr<Source>> open(const ImportRequest& request, const Progress& progress);

    [[nodiscard]] const SourceTable& table() const override { return m_table; }
    [[nodiscard]] Done rewind(const Progress& progress) override;
    [[nodiscard]] Result<bool> next(SourceRow& row) override;
    [[nodiscard]] std::vector<Remark> closing() const override;

private:
    explicit FeedSource(const ImportRequest& request);
    [[nodiscard]] Done start(const Progress& progress);

    feed::Request m_request;
    std::optional<feed::Stream> m_stream;
    bool m_isFresh = false; ///< no row was taken since the start
    SourceTable m_table;
    feed::Row m_row;
};

/// What a layer says of itself, as an import needs it.
[[nodiscard]] SourceTable tableOf(const feed::FileInfo& file, const feed::Layer& layer);
/// A point for the geometry: itself, or the middle of its box.
[[nodiscard]] std::optional<MapPoint> pointOf(const feed::Geometry& geometry);

} // namespace observo::exchange
