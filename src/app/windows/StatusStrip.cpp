// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/StatusStrip.h"

#include "Appearance.h"
#include "ErrorText.h"
#include "Icons.h"
#include "Numbers.h"
#include "PlainText.h"
#include "Speech.h"
#include "SystemMenu.h"
#include "Text.h"
#include "desk/Workbench.h"
#include "ui_StatusStrip.h"

#include "observo/geo/CoordinateText.h"
#include "observo/mapview/MapWidget.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace observo::app {

namespace {

constexpr int kMark = 16;
constexpr int kWhole = 100;
/// What is over before a person can read it is not shown.
constexpr std::chrono::milliseconds kWorthShowing{200};
constexpr int kScales[] = {250, 500, 1000, 2000, 5000, 10000, 25000, 50000, 100000, 250000, 1000000};

/// The scale as people round it: two digits that count.
double roundedScale(double denominator)
{
    const double step = std::pow(10.0, std::max(0.0, std::floor(std::log10(std::max(1.0, denominator))) - 1.0));
    return std::round(denominator / step) * step;
}

} // namespace

StatusStrip::StatusStrip(Workbench& workbench, mapview::MapWidget& map, QWidget* parent)
    : QFrame(parent), m_ui(std::make_unique<Ui::StatusStrip>()), m_workbench(workbench), m_map(map)
{
    m_ui->setupUi(this);
    m_late.setSingleShot(true);
    m_late.setInterval(kWorthShowing);
    m_lateJob.setSingleShot(true);
    m_lateJob.setInterval(kWorthShowing);
    m_ui->cancelButton->setIcon(icon(QStringLiteral("close")));
    m_ui->systemButton->setMenu(makeSystemMenu(
        this, [this] { return m_workbench.shownSystem(); }, [this](int epsg) { m_workbench.setShownSystem(epsg); }));
    m_ui->placeButton->installEventFilter(this);
    buildScales();
    connectParts();
    showPlace(std::nullopt);
    showScale();
    showWriteState();
    showJobs();
}

StatusStrip::~StatusStrip() = default;

void StatusStrip::connectParts()
{
    connect(&m_map, &mapview::MapWidget::cursorMoved, this, [this](LonLat place, bool valid) {
        // Outside the map the last place stays, so that it can be copied.
        if (valid) {
            showPlace(place);
        }
    });
    connect(&m_map, &mapview::MapWidget::viewportChanged, this, &StatusStrip::showScale);
    connect(&m_workbench, &Workbench::shownSystemChanged, this, [this] { showPlace(m_place); });
    connect(&m_workbench, &Workbench::saved, this, &StatusStrip::showSaved);
    connect(&m_workbench, &Workbench::writeStateChanged, this, &StatusStrip::showWriteState);
    connect(&m_workbench, &Workbench::savingChanged, this, &StatusStrip::noteSaving);
    connect(&m_late, &QTimer::timeout, this, &StatusStrip::showWriteState);
    connect(&m_workbench, &Workbench::opened, this, [this] {
        m_lastSaved.clear();
        showWriteState();
    });
    connect(&m_workbench, &Workbench::closed, this, &StatusStrip::showWriteState);
    auto& jobs = m_workbench.jobs();
    connect(&jobs, &jobs::Jobs::started, &m_lateJob, qOverload<>(&QTimer::start));
    connect(&m_lateJob, &QTimer::timeout, this, &StatusStrip::showJobs);
    connect(&jobs, &jobs::Jobs::progressed, this, [this] {
        if (!m_ui->jobArea->isHidden()) {
            showJobs();
        }
    });
    connect(&jobs, &jobs::Jobs::finished, this, &StatusStrip::showJobs);
    connect(m_ui->cancelButton, &QToolButton::clicked, this, [this] { m_workbench.jobs().cancel(m_shownJob); });
}

void StatusStrip::buildScales()
{
    auto* menu = new QMenu(this);
    for (const int scale : kScales) {
        menu->addAction(QStringLiteral("1:") + countText(scale), this,
                        [this, scale] { m_map.setViewport(m_map.viewport().withScale(scale, m_map.logicalDpiX())); });
    }
    m_ui->scaleButton->setMenu(menu);
}

void StatusStrip::showPlace(std::optional<LonLat> place)
{
    m_place = place;
    const int epsg = m_workbench.shownSystem();
    m_ui->systemButton->setText(plainCaption(shortSystemName(epsg)) + QStringLiteral(" ▾"));
    showTip(*m_ui->systemButton, systemName(epsg));
    const auto text = place ? geo::writeCoordinates(*place, epsg, language()) : Result<std::string>("—");
    m_ui->placeButton->setText(text ? toText(*text) : tr("outside the system"));
}

void StatusStrip::showScale()
{
    const double scale = m_map.viewport().scaleDenominator(m_map.logicalDpiX());
    m_ui->scaleButton->setText(QStringLiteral("1:") + countText(static_cast<qint64>(roundedScale(scale))) +
                               QStringLiteral(" ▾"));
}

void StatusStrip::showSaved(const QString& utc)
{
    m_lastSaved = clockText(toUtf8(utc));
    showWriteState();
}

void StatusStrip::noteSaving()
{
    m_late.start();
    if (!m_workbench.isSaving()) {
        showWriteState();
    }
}

void StatusStrip::showWriteState()
{
    const auto& colours = signalColours();
    const bool open = m_workbench.isOpen();
    for (auto* widget : {static_cast<QWidget*>(m_ui->placeButton), static_cast<QWidget*>(m_ui->systemButton),
                         static_cast<QWidget*>(m_ui->scaleButton), static_cast<QWidget*>(m_ui->line1),
                         static_cast<QWidget*>(m_ui->line2), static_cast<QWidget*>(m_ui->savedMark),
                         static_cast<QWidget*>(m_ui->savedLabel)}) {
        widget->setVisible(open);
    }
    if (!open) {
        return;
    }
    if (const auto why = m_workbench.whyReadOnly(); !m_workbench.isWritable()) {
        m_ui->savedMark->setPixmap(icon(QStringLiteral("lock"), colours.warning).pixmap(kMark, kMark));
        showPlain(*m_ui->savedLabel, tr("Read only"));
        showTip(*m_ui->savedLabel, why ? sentenceOf(*why) : QString());
        return;
    }
    showTip(*m_ui->savedLabel, {});
    if (m_workbench.isSaving() && !m_late.isActive()) {
        m_ui->savedMark->setPixmap(icon(QStringLiteral("saving"), colours.faint).pixmap(kMark, kMark));
        showPlain(*m_ui->savedLabel, tr("Saving…"));
        return;
    }
    m_ui->savedMark->setPixmap(icon(QStringLiteral("check"), colours.good).pixmap(kMark, kMark));
    showPlain(*m_ui->savedLabel, m_lastSaved.isEmpty() ? tr("All saved") : tr("Saved at %1").arg(m_lastSaved));
}

void StatusStrip::showJobs()
{
    const auto running = m_workbench.jobs().running();
    const auto shown = std::ranges::find_if(running, [](const auto& job) { return !job.title.isEmpty(); });
    m_ui->jobArea->setVisible(shown != running.end());
    if (shown == running.end()) {
        m_shownJob = 0;
        return;
    }
    m_shownJob = shown->id;
    const auto others = std::ranges::count_if(running, [](const auto& job) { return !job.title.isEmpty(); }) - 1;
    const int share = static_cast<int>(std::lround(shown->share * kWhole));
    auto words = others > 0 ? QStringLiteral("%1 (+%2)").arg(shown->title).arg(others) : shown->title;
    if (share > 0) {
        words += QStringLiteral(" · %1 %").arg(share);
    }
    showPlain(*m_ui->jobLabel, words);
    // Nothing reported yet: the bar only says that something goes on.
    m_ui->jobBar->setRange(0, share > 0 ? kWhole : 0);
    m_ui->jobBar->setValue(share);
}

bool StatusStrip::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->placeButton && event->type() == QEvent::MouseButtonDblClick && m_place) {
        QGuiApplication::clipboard()->setText(m_ui->placeButton->text());
        m_workbench.say(tr("Coordinates copied: %1").arg(m_ui->placeButton->text()));
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace observo::app
