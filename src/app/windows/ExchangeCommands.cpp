// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/ExchangeCommands.h"

#include "DataPlaces.h"
#include "PlainText.h"
#include "Preferences.h"
#include "Text.h"
#include "desk/CensusFiles.h"
#include "desk/Commands.h"
#include "desk/LayerShelf.h"
#include "desk/Workbench.h"
#include "dialogs/ImportDialog.h"
#include "dialogs/MergeDialog.h"
#include "dialogs/ReceiptDialog.h"
#include "dialogs/ReviewDialog.h"
#include "intake/ReceiptText.h"
#include "windows/MessageBar.h"

#include "observo/mapview/MapWidget.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QTimer>
#include <QUrl>

#include <utility>

namespace observo::app {

namespace {

const QStringList kPictures{QStringLiteral("tif"), QStringLiteral("tiff"), QStringLiteral("mbtiles"),
                            QStringLiteral("png"), QStringLiteral("jpg"),  QStringLiteral("jpeg"),
                            QStringLiteral("jp2"), QStringLiteral("vrt")};
const QStringList kTables{QStringLiteral("csv"),  QStringLiteral("tsv"), QStringLiteral("txt"),
                          QStringLiteral("xlsx"), QStringLiteral("ods"), QStringLiteral("gpx")};

QStringList localFiles(const QMimeData& data)
{
    QStringList files;
    for (const auto& url : data.urls()) {
        if (url.isLocalFile()) {
            files.append(url.toLocalFile());
        }
    }
    return files;
}

} // namespace

ExchangeCommands::ExchangeCommands(const Parts& parts, QWidget* window)
    : QObject(window), m_parts(parts), m_window(window)
{
    connect(&parts.commands[Command::Import], &QAction::triggered, this, &ExchangeCommands::chooseImport);
    connect(&parts.commands[Command::Merge], &QAction::triggered, this, &ExchangeCommands::chooseMerge);
    for (const auto signal : {&Workbench::opened, &Workbench::closed, &Workbench::writeStateChanged}) {
        connect(&parts.workbench, signal, this, &ExchangeCommands::refresh);
    }
    window->setAcceptDrops(true);
    window->installEventFilter(this);
    refresh();
}

void ExchangeCommands::refresh()
{
    for (const auto command : {Command::Import, Command::Merge}) {
        m_parts.commands[command].setEnabled(m_parts.workbench.isWritable());
    }
}

QString ExchangeCommands::lastFolder() const
{
    const auto last = m_parts.workbench.preferences().state(QStringLiteral("importFolder")).toString();
    return !last.isEmpty() && QFileInfo(last).isDir() ? last : documentsFolder();
}

void ExchangeCommands::chooseImport()
{
    const auto file = QFileDialog::getOpenFileName(
        m_window, tr("Import cameras"), lastFolder(),
        tr("Files with cameras (*.shp *.zip *.geojson *.json *.gpkg *.kml *.kmz *.csv *.tsv *.txt *.xlsx *.ods *.fgb "
           "*.gpx *.pbf *.osm *.dxf);;All files (*)"));
    if (!file.isEmpty()) {
        importFile(file);
    }
}

void ExchangeCommands::chooseMerge()
{
    const auto file = QFileDialog::getOpenFileName(m_window, tr("Merge a census"), lastFolder(),
                                                   tr("Census (*.gpkg);;All files (*)"));
    if (!file.isEmpty()) {
        mergeFile(file);
    }
}

void ExchangeCommands::importFile(const QString& file)
{
    m_parts.workbench.preferences().setState(QStringLiteral("importFolder"), QFileInfo(file).absolutePath());
    const bool wasEmpty = m_parts.workbench.isOpen() && m_parts.workbench.inventory().size() == 0;
    ImportDialog dialog(m_parts.workbench, file, m_parts.map, m_window);
    if (dialog.exec() == QDialog::Accepted) {
        tellArrival(dialog.arrival());
        if (wasEmpty) {
            m_parts.map.fit();
        }
    }
}

void ExchangeCommands::mergeFile(const QString& file)
{
    m_parts.workbench.preferences().setState(QStringLiteral("importFolder"), QFileInfo(file).absolutePath());
    MergeDialog dialog(m_parts.workbench, file, m_window);
    if (dialog.exec() == QDialog::Accepted) {
        tellArrival(dialog.arrival());
    }
}

void ExchangeCommands::tellArrival(const std::shared_ptr<Arrival>& arrival)
{
    std::vector<MessageBar::Way> ways;
    const auto doubts = static_cast<int>(arrival->doubts.items.size());
    if (doubts > 0) {
        ways.push_back({tr("Decide %n doubt(s)…", nullptr, doubts), [this, arrival] { review(arrival); }});
    }
    ways.push_back({tr("Show the receipt"), [this, arrival] {
                        ReceiptDialog(*arrival, m_window).exec();
                        tellArrival(arrival); // the other ways are still open
                    }});
    if (arrival->receipt.added + arrival->receipt.updated > 0) {
        ways.push_back({tr("Show everything on the map"), [this, arrival] {
                            m_parts.map.fit();
                            tellArrival(arrival);
                        }});
        ways.push_back({tr("Undo"), [this] { m_parts.workbench.undo(); }});
    }
    const auto tone = arrival->receipt.hasFindings() ? MessageBar::Tone::Warning : MessageBar::Tone::Info;
    m_parts.messages.show(tone, arrivalText(*arrival), pathText(arrival->receiptFile), std::move(ways));
    if (std::exchange(arrival->wantsReview, false) && doubts > 0) {
        review(arrival);
    }
}

void ExchangeCommands::review(const std::shared_ptr<Arrival>& arrival)
{
    auto* dialog = new ReviewDialog(m_parts.workbench,
                                    {.source = toText(arrival->receipt.source), .doubts = arrival->doubts.items},
                                    m_parts.map, m_window);
    connect(dialog, &QDialog::finished, dialog, &QObject::deleteLater);
    connect(dialog, &QDialog::accepted, this, [this, arrival, dialog] {
        // What was decided is decided; the rest is offered on.
        arrival->doubts.items = dialog->open();
        if (arrival->doubts.items.empty()) {
            m_parts.messages.hide();
        } else {
            tellArrival(arrival);
        }
    });
    dialog->show();
}

void ExchangeCommands::addLayer(const QString& file)
{
    m_parts.shelf.add(file);
    m_parts.commands[Command::Layers].setChecked(true);
}

void ExchangeCommands::offer(const QString& file)
{
    const auto ending = QFileInfo(file).suffix().toLower();
    const bool isDatabase = ending == QStringLiteral("gpkg");
    if (!m_parts.workbench.isOpen()) {
        if (isDatabase) {
            m_parts.files.open(file);
        } else {
            tell(m_window, tr("Open a census first, then bring the file again."));
        }
        return;
    }
    if (kPictures.contains(ending)) {
        addLayer(file);
    } else if (kTables.contains(ending)) {
        importFile(file);
    } else if (isDatabase) {
        m_parts.workbench.jobs().start(
            QString(),
            [path = toPath(file)](const Progress&) {
                const auto reader = census::Reader::open(path);
                return reader && (*reader)->census();
            },
            this, [this, file](bool isCensus) { offerDatabase(file, isCensus); });
    } else {
        offerDrawing(file);
    }
}

void ExchangeCommands::offerDatabase(const QString& file, bool isCensus)
{
    if (!isCensus) {
        offerDrawing(file);
        return;
    }
    switch (ask(m_window, tr("%1 is a census. What is it for?").arg(QFileInfo(file).fileName()), {},
                {tr("Merge it into this one…"), tr("Open it")})) {
    case 0:
        mergeFile(file);
        break;
    case 1:
        m_parts.files.open(file);
        break;
    default:
        break;
    }
}

void ExchangeCommands::offerDrawing(const QString& file)
{
    switch (ask(m_window, tr("What is %1 for?").arg(QFileInfo(file).fileName()),
                tr("Cameras come into the census; a layer is only drawn below them."),
                {tr("Import the cameras…"), tr("Add as a layer")})) {
    case 0:
        importFile(file);
        break;
    case 1:
        addLayer(file);
        break;
    default:
        break;
    }
}

bool ExchangeCommands::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_window && (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop)) {
        auto* drop = static_cast<QDropEvent*>(event);
        const auto files = localFiles(*drop->mimeData());
        if (files.isEmpty()) {
            return false;
        }
        drop->acceptProposedAction();
        if (event->type() == QEvent::Drop) {
            // Whoever let go of the file does not have to wait for a dialog.
            QTimer::singleShot(0, this, [this, files] {
                for (const auto& file : files) {
                    offer(file);
                }
            });
        }
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace observo::app
