// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/LayersDock.h"

#include "ErrorText.h"
#include "Icons.h"
#include "PlainText.h"
#include "SystemMenu.h"
#include "Text.h"
#include "desk/LayerShelf.h"
#include "desk/MapScene.h"
#include "desk/Workbench.h"
#include "ui_LayersDock.h"

#include <QFileDialog>
#include <QMenu>

namespace observo::app {

LayersDock::LayersDock(Workbench& workbench, LayerShelf& shelf, MapScene& scene, QWidget* parent)
    : QFrame(parent), m_ui(std::make_unique<Ui::LayersDock>()), m_workbench(workbench), m_shelf(shelf)
{
    m_ui->setupUi(this);
    m_ui->foldButton->setIcon(icon(QStringLiteral("close")));
    m_ui->showButton->setIcon(icon(QStringLiteral("fit")));
    m_ui->upButton->setIcon(icon(QStringLiteral("up")));
    m_ui->downButton->setIcon(icon(QStringLiteral("down")));
    m_ui->removeButton->setIcon(icon(QStringLiteral("remove")));
    m_ui->systemButton->setMenu(makeSystemMenu(
        this,
        [this] {
            const int index = chosen();
            return index < 0 ? 0 : m_shelf.layers()[static_cast<std::size_t>(index)].assumedEpsg;
        },
        [this](int epsg) {
            if (const int index = chosen(); index >= 0) {
                m_shelf.setAssumedSystem(index, epsg);
            }
        }));
    connectParts(scene);
    refresh();
}

LayersDock::~LayersDock() = default;

void LayersDock::connectParts(MapScene& scene)
{
    connect(m_ui->viewsBox, &QCheckBox::toggled, &scene, &MapScene::setViewsShown);
    connect(m_ui->labelsBox, &QCheckBox::toggled, &scene, &MapScene::setLabelsShown);
    connect(m_ui->foldButton, &QToolButton::clicked, this, &LayersDock::foldWanted);
    connect(m_ui->addButton, &QPushButton::clicked, this, &LayersDock::addFiles);
    connect(&m_shelf, &LayerShelf::changed, this, &LayersDock::refresh);
    connect(m_ui->showButton, &QToolButton::clicked, this, &LayersDock::showExtent);
    connect(m_ui->list, &QListWidget::itemDoubleClicked, this, &LayersDock::showExtent);
    connect(m_ui->list, &QListWidget::currentRowChanged, this, &LayersDock::showSettings);
    connect(m_ui->list, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        if (!m_filling) {
            const int index = m_shelf.size() - 1 - m_ui->list->row(item);
            m_shelf.setVisible(index, item->checkState() == Qt::Checked);
        }
    });
    const auto withChosen = [this](auto act) {
        return [this, act] {
            if (const int index = chosen(); index >= 0 && !m_filling) {
                act(index);
            }
        };
    };
    connect(m_ui->removeButton, &QToolButton::clicked, this, withChosen([this](int index) { m_shelf.remove(index); }));
    connect(m_ui->upButton, &QToolButton::clicked, this, withChosen([this](int index) {
                m_shelf.move(index, index + 1);
                choose(qMin(index + 1, m_shelf.size() - 1));
            }));
    connect(m_ui->downButton, &QToolButton::clicked, this, withChosen([this](int index) {
                m_shelf.move(index, index - 1);
                choose(qMax(index - 1, 0));
            }));
    connect(m_ui->style, &QComboBox::activated, this, withChosen([this](int index) {
                m_shelf.setStyle(index, static_cast<render::LayerStyle>(m_ui->style->currentIndex()));
            }));
    connect(m_ui->labelAttribute, &QComboBox::activated, this, withChosen([this](int index) {
                m_shelf.setLabelAttribute(index, m_ui->labelAttribute->currentData().toString());
            }));
    connect(m_ui->opacity, &QSlider::valueChanged, this,
            withChosen([this](int index) { m_shelf.setOpacity(index, m_ui->opacity->value() / 100.0); }));
}

void LayersDock::addFiles()
{
    const auto files = QFileDialog::getOpenFileNames(
        this, tr("Add layers"), {},
        tr("Layers (*.gpkg *.shp *.zip *.geojson *.json *.kml *.pbf *.tif *.tiff *.mbtiles *.png *.jpg *.jpeg *.jp2);;"
           "All files (*)"));
    for (const auto& file : files) {
        m_shelf.add(file);
    }
}

int LayersDock::chosen() const
{
    const int row = m_ui->list->currentRow();
    return row < 0 || row >= m_shelf.size() ? -1 : m_shelf.size() - 1 - row;
}

void LayersDock::choose(int index)
{
    m_ui->list->setCurrentRow(m_shelf.size() - 1 - index);
}

void LayersDock::showExtent()
{
    const int index = chosen();
    if (index < 0 || !m_shelf.layers()[static_cast<std::size_t>(index)].isLoaded()) {
        return;
    }
    const auto box = std::visit([](const auto& loaded) { return loaded->extent(); },
                                m_shelf.layers()[static_cast<std::size_t>(index)].data);
    if (!box.isEmpty()) {
        emit extentWanted(box);
    }
}

QString LayersDock::rowText(const ShelfLayer& layer)
{
    if (layer.problem) {
        return tr("%1 (not shown)").arg(layer.title());
    }
    return layer.isLoaded() ? layer.title() : tr("%1 (loading)").arg(layer.title());
}

void LayersDock::refresh()
{
    m_filling = true;
    const int row = m_ui->list->currentRow();
    m_ui->list->clear();
    for (int index = m_shelf.size() - 1; index >= 0; --index) {
        const auto& layer = m_shelf.layers()[static_cast<std::size_t>(index)];
        auto* item = new QListWidgetItem(rowText(layer), m_ui->list);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(layer.visible ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(plainTip(layer.problem ? detailOf(*layer.problem) : layer.file));
        if (layer.problem) {
            item->setIcon(icon(QStringLiteral("warning")));
        }
    }
    m_ui->list->setCurrentRow(row >= 0 && row < m_shelf.size() ? row : m_shelf.size() > 0 ? 0 : -1);
    m_filling = false;
    showSettings();
}

void LayersDock::showSettings()
{
    const int index = chosen();
    m_ui->settings->setVisible(index >= 0);
    m_ui->removeButton->setEnabled(index >= 0);
    m_ui->showButton->setEnabled(index >= 0 && m_shelf.layers()[static_cast<std::size_t>(index)].isLoaded());
    m_ui->upButton->setEnabled(index >= 0 && index < m_shelf.size() - 1);
    m_ui->downButton->setEnabled(index > 0);
    m_ui->problem->setVisible(false);
    if (index < 0) {
        return;
    }
    m_filling = true;
    const auto& layer = m_shelf.layers()[static_cast<std::size_t>(index)];
    m_ui->problem->setVisible(layer.problem.has_value());
    if (layer.problem) {
        showPlain(*m_ui->problem, sentenceOf(*layer.problem));
    }
    m_ui->style->setCurrentIndex(static_cast<int>(layer.style));
    m_ui->labelAttribute->clear();
    m_ui->labelAttribute->addItem(tr("None"), QString());
    for (const auto& attribute : layer.attributes) {
        m_ui->labelAttribute->addItem(attribute, attribute);
    }
    m_ui->labelAttribute->setCurrentIndex(qMax(0, m_ui->labelAttribute->findData(layer.labelAttribute)));
    m_ui->opacity->setValue(qRound(layer.opacity * 100.0));
    for (auto* widget : {static_cast<QWidget*>(m_ui->style), static_cast<QWidget*>(m_ui->styleLabel),
                         static_cast<QWidget*>(m_ui->labelAttribute), static_cast<QWidget*>(m_ui->labelLabel)}) {
        widget->setVisible(!layer.isRaster);
    }
    m_ui->systemButton->setText(
        (layer.assumedEpsg == 0 ? tr("As the file says") : plainCaption(shortSystemName(layer.assumedEpsg))) +
        QStringLiteral(" ▾"));
    m_filling = false;
}

} // namespace observo::app
