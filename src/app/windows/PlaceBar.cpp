// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/PlaceBar.h"

#include "Icons.h"
#include "PlainText.h"
#include "SystemMenu.h"
#include "Text.h"
#include "desk/Workbench.h"
#include "forms/TextEditors.h"
#include "ui_PlaceBar.h"

#include "observo/geo/CoordinateText.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMenu>

namespace observo::app {

PlaceBar::PlaceBar(Workbench& workbench, QWidget* map)
    : QFrame(map), m_ui(std::make_unique<Ui::PlaceBar>()), m_workbench(workbench)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_NoMousePropagation);
    setAutoFillBackground(true);
    setCursor(Qt::ArrowCursor);
    map->installEventFilter(this);
    m_ui->closeButton->setIcon(icon(QStringLiteral("close")));
    m_ui->systemButton->setMenu(makeSystemMenu(
        this, [this] { return m_workbench.shownSystem(); }, [this](int epsg) { m_workbench.setShownSystem(epsg); }));
    const auto showSystem = [this] {
        m_ui->systemButton->setText(plainCaption(shortSystemName(m_workbench.shownSystem())) + QStringLiteral(" ▾"));
        read();
    };
    connect(&workbench, &Workbench::shownSystemChanged, this, showSystem);
    connect(m_ui->coordinates, &QLineEdit::textChanged, this, &PlaceBar::read);
    connect(m_ui->placeButton, &QPushButton::clicked, this, &PlaceBar::place);
    connect(m_ui->closeButton, &QToolButton::clicked, this, &PlaceBar::leaveWanted);
    showSystem();
    hide();
}

PlaceBar::~PlaceBar() = default;

void PlaceBar::begin()
{
    m_ui->coordinates->clear();
    read();
    settle();
    show();
    raise();
}

void PlaceBar::settle()
{
    setGeometry(0, 0, parentWidget()->width(), sizeHint().height());
}

bool PlaceBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        settle();
    }
    return QFrame::eventFilter(watched, event);
}

void PlaceBar::type(const QString& start)
{
    m_ui->coordinates->setFocus(Qt::ShortcutFocusReason);
    m_ui->coordinates->setText(start);
}

void PlaceBar::read()
{
    m_place.reset();
    const auto text = m_ui->coordinates->text().trimmed();
    auto read = geo::readCoordinates(toUtf8(text), 0);
    if (!read) {
        read = geo::readCoordinates(toUtf8(text), m_workbench.shownSystem());
    }
    if (read) {
        m_place = read->place;
    }
    markBroken(*m_ui->coordinates, false);
    m_ui->placeButton->setEnabled(m_place.has_value());
    showPlain(*m_ui->message, text.isEmpty() ? tr("Arrow keys move the cross, Enter places there.")
                              : read         ? tr("Read as %1").arg(toText(read->understood))
                                             : QString());
}

void PlaceBar::place()
{
    if (m_place) {
        emit placeWanted(*m_place);
        return;
    }
    markBroken(*m_ui->coordinates, true);
    showPlain(*m_ui->message, tr("These coordinates cannot be read. Example: 45,07030 N 7,68690 E"));
}

void PlaceBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        place();
    } else if (event->key() == Qt::Key_Escape) {
        emit leaveWanted();
    } else {
        QFrame::keyPressEvent(event);
    }
}

} // namespace observo::app
