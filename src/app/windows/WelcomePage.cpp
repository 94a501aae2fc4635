// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/WelcomePage.h"

#include "DataPlaces.h"
#include "ui_WelcomePage.h"

#include <QFileInfo>

namespace observo::app {

WelcomePage::WelcomePage(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::WelcomePage>())
{
    m_ui->setupUi(this);
    setFocusProxy(m_ui->newButton);
    m_ui->sampleButton->setVisible(sampleFolder().has_value());
    connect(m_ui->newButton, &QPushButton::clicked, this, &WelcomePage::newWanted);
    connect(m_ui->openButton, &QPushButton::clicked, this, &WelcomePage::openWanted);
    connect(m_ui->sampleButton, &QPushButton::clicked, this, &WelcomePage::sampleWanted);
    connect(m_ui->recentList, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { emit fileWanted(item->data(Qt::UserRole).toString()); });
    connect(m_ui->recentList, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { emit fileWanted(item->data(Qt::UserRole).toString()); });
}

WelcomePage::~WelcomePage() = default;

void WelcomePage::showRecent(const QStringList& files)
{
    m_ui->recentList->clear();
    for (const auto& file : files) {
        const QFileInfo info(file);
        auto* item = new QListWidgetItem(QStringLiteral("%1\n%2").arg(info.fileName(), info.absolutePath()));
        item->setData(Qt::UserRole, file);
        m_ui->recentList->addItem(item);
    }
    m_ui->recentList->setVisible(!files.isEmpty());
    m_ui->recentTitle->setVisible(!files.isEmpty());
}

} // namespace observo::app
