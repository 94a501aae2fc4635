// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/CensusCommands.h"

#include "DataPlaces.h"
#include "ErrorText.h"
#include "PlainText.h"
#include "Preferences.h"
#include "Text.h"
#include "desk/Commands.h"
#include "desk/Workbench.h"
#include "dialogs/ExportDialog.h"
#include "dialogs/NewCensusDialog.h"
#include "dialogs/RestoreDialog.h"
#include "docks/TableDock.h"
#include "windows/MessageBar.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QUrl>

#include <utility>

namespace observo::app {

CensusCommands::CensusCommands(const Parts& parts, QWidget* window) : QObject(window), m_parts(parts), m_window(window)
{
    connectCommands();
    for (const auto signal : {&Workbench::opened, &Workbench::closed, &Workbench::writeStateChanged}) {
        connect(&parts.workbench, signal, this, &CensusCommands::refresh);
    }
    // Why the last file could not be opened is no longer of interest.
    connect(&parts.workbench, &Workbench::opened, &parts.messages, &QWidget::hide);
    connect(&parts.workbench, &Workbench::writeStateChanged, this, &CensusCommands::explainReadOnly);
    connect(&parts.files, &CensusFiles::refused, this, &CensusCommands::explainRefusal);
    connect(&parts.files, &CensusFiles::copied, this, &CensusCommands::noteCopied);
    connect(&parts.files, &CensusFiles::copyRefused, this, [this](const Error& error) {
        m_parts.messages.show(MessageBar::Tone::Error, sentenceOf(error), detailOf(error),
                              {{tr("Save a copy…"), [this] { saveCopy(); }}});
    });
    refresh();
}

void CensusCommands::connectCommands()
{
    const auto on = [this](Command command, auto act) {
        connect(&m_parts.commands[command], &QAction::triggered, this, act);
    };
    on(Command::NewCensus, &CensusCommands::newCensus);
    on(Command::OpenCensus, &CensusCommands::openCensus);
    on(Command::OpenSample, [this] { m_parts.files.openSample(); });
    on(Command::SaveCopy, &CensusCommands::saveCopy);
    on(Command::RestoreBackup, &CensusCommands::restore);
    on(Command::Export, &CensusCommands::exportCensus);
    on(Command::CloseCensus, [this] { m_parts.workbench.leave([] {}); });
}

QMenu* CensusCommands::makeMenu(QWidget* parent)
{
    auto* menu = new QMenu(parent);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        menu->addAction(&m_parts.commands[Command::NewCensus]);
        menu->addAction(&m_parts.commands[Command::OpenCensus]);
        auto* recent = menu->addMenu(tr("Recent"));
        for (const auto& file : m_parts.workbench.preferences().recentFiles()) {
            // Many are called the same, so the folder stands at the right, where other entries have their keys.
            const QFileInfo info(file);
            constexpr int folderWidth = 280;
            const auto folder = recent->fontMetrics().elidedText(info.absolutePath(), Qt::ElideMiddle, folderWidth);
            auto* action = recent->addAction(plainCaption(info.fileName()) + QLatin1Char('\t') + plainCaption(folder));
            connect(action, &QAction::triggered, this, [this, file] { m_parts.files.open(file); });
        }
        recent->setEnabled(!recent->isEmpty());
        menu->addAction(&m_parts.commands[Command::OpenSample]);
        menu->addSeparator();
        menu->addAction(&m_parts.commands[Command::SaveCopy]);
        menu->addAction(&m_parts.commands[Command::RestoreBackup]);
        menu->addSeparator();
        menu->addAction(&m_parts.commands[Command::Import]);
        menu->addAction(&m_parts.commands[Command::Merge]);
        menu->addAction(&m_parts.commands[Command::Export]);
        menu->addSeparator();
        menu->addAction(&m_parts.commands[Command::CloseCensus]);
        menu->addAction(&m_parts.commands[Command::Quit]);
    });
    return menu;
}

void CensusCommands::newCensus()
{
    NewCensusDialog dialog(documentsFolder(), m_window);
    if (dialog.exec() == QDialog::Accepted) {
        m_parts.files.create(dialog.file(), dialog.census());
    }
}

void CensusCommands::openCensus()
{
    const auto recent = m_parts.workbench.preferences().recentFiles();
    const auto folder = recent.isEmpty() ? documentsFolder() : QFileInfo(recent.first()).absolutePath();
    const auto file =
        QFileDialog::getOpenFileName(m_window, tr("Open a census"), folder, tr("Census (*.gpkg);;All files (*)"));
    if (!file.isEmpty()) {
        m_parts.files.open(file);
    }
}

void CensusCommands::saveCopy()
{
    const QFileInfo census(pathText(m_parts.workbench.file()));
    const auto proposed = census.absolutePath() + QLatin1Char('/') + tr("%1 copy").arg(census.completeBaseName()) +
                          QStringLiteral(".gpkg");
    const auto file = QFileDialog::getSaveFileName(m_window, tr("Save a copy"), proposed, tr("Census (*.gpkg)"),
                                                   nullptr, QFileDialog::DontConfirmOverwrite);
    if (!file.isEmpty()) {
        const auto ending = QStringLiteral(".gpkg");
        m_parts.files.saveCopy(file.endsWith(ending, Qt::CaseInsensitive) ? file : file + ending);
    }
}

void CensusCommands::noteCopied(const QString& file)
{
    const auto said = tr("Copy saved: %1").arg(QFileInfo(file).fileName());
    if (m_parts.workbench.isWritable()) {
        m_parts.workbench.say(said);
        return;
    }
    // What cannot be changed here can be changed there.
    m_parts.messages.show(MessageBar::Tone::Info, said, file,
                          {{tr("Open the copy"), [this, file] { m_parts.files.open(file); }}});
}

void CensusCommands::restore()
{
    m_parts.workbench.jobs().start(
        QString(),
        [file = m_parts.workbench.file(), id = m_parts.workbench.census().id](const Progress&) {
            return census::Session::backupsOf(file, id);
        },
        this,
        [this, file = pathText(m_parts.workbench.file())](std::vector<std::filesystem::path> backups) {
            offerBackups(std::move(backups), file);
        });
}

void CensusCommands::offerBackups(std::vector<std::filesystem::path> backups, const QString& census)
{
    RestoreDialog dialog(std::move(backups), m_window);
    if (dialog.exec() != QDialog::Accepted || !dialog.chosen()) {
        return;
    }
    auto target = CensusFiles::restoredName(census);
    if (!QFileInfo(QFileInfo(target).absolutePath()).isWritable()) {
        target = QFileDialog::getSaveFileName(m_window, tr("Restore a backup"),
                                              documentsFolder() + QLatin1Char('/') + QFileInfo(target).fileName(),
                                              tr("Census (*.gpkg)"), nullptr, QFileDialog::DontConfirmOverwrite);
    }
    if (!target.isEmpty()) {
        m_parts.files.restore(*dialog.chosen(), target);
    }
}

void CensusCommands::exportCensus()
{
    ExportDialog dialog(m_parts.workbench, m_parts.table.expression(), m_parts.table.listTitle(), m_window);
    if (dialog.exec() != QDialog::Accepted) {
        return;
    }
    const auto folder = QFileInfo(dialog.file()).absolutePath();
    std::vector<MessageBar::Way> ways{
        {tr("Open the folder"), [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }}};
    if (!dialog.report().isEmpty()) {
        ways.insert(ways.begin(),
                    MessageBar::Way{tr("Show the report"), [this, result = dialog.result(), report = dialog.report()] {
                                        tell(m_window, result, report);
                                    }});
    }
    m_parts.messages.show(MessageBar::Tone::Info, dialog.result(), dialog.file(), std::move(ways));
}

void CensusCommands::refresh()
{
    const bool open = m_parts.workbench.isOpen();
    for (const auto command : {Command::SaveCopy, Command::RestoreBackup, Command::Export, Command::CloseCensus}) {
        m_parts.commands[command].setEnabled(open);
    }
    if (!open) {
        m_parts.messages.hide();
    }
}

void CensusCommands::explainReadOnly()
{
    const auto why = m_parts.workbench.whyReadOnly();
    if (m_parts.workbench.isWritable() || !m_parts.workbench.isOpen() || !why) {
        if (std::exchange(m_explaining, false)) {
            m_parts.messages.hide();
        }
        return;
    }
    m_explaining = true;
    const auto file = pathText(m_parts.workbench.file());
    const MessageBar::Way copy{tr("Save a copy…"), [this] { saveCopy(); }};
    const MessageBar::Way again{tr("Try again"), [this, file] { m_parts.files.open(file); }};
    const MessageBar::Way backup{tr("Restore a backup…"), [this] { restore(); }};
    std::vector<MessageBar::Way> ways;
    switch (why->code) {
    case ErrorCode::CensusLocked:
        ways = {again, {tr("Take over…"), [this] { takeOver(); }}, copy};
        break;
    case ErrorCode::CensusDamaged:
        ways = {backup, copy};
        break;
    case ErrorCode::CensusMoved:
        ways = {copy, backup, {tr("Open…"), [this] { openCensus(); }}};
        break;
    case ErrorCode::CensusIo:
        ways = {again, copy};
        break;
    default:
        ways = {copy};
        break;
    }
    const auto sentence = sentenceOf(*why);
    const bool saysSo = why->code == ErrorCode::CensusReadOnly || why->code == ErrorCode::CensusMoved;
    m_parts.messages.show(MessageBar::Tone::Warning, saysSo ? sentence : tr("%1 Opened read-only.").arg(sentence),
                          detailOf(*why), std::move(ways));
}

void CensusCommands::takeOver()
{
    const auto file = pathText(m_parts.workbench.file());
    const auto why = m_parts.workbench.whyReadOnly();
    if (ask(m_window, tr("Take over the census?"),
            tr("Only when the other program has ended without closing it: if it still works, both would write. "
               "The takeover stays in the log.") +
                QStringLiteral("\n\n") + (why ? detailOf(*why) : QString()),
            {tr("Take over")}) == 0) {
        m_parts.files.open(file, CensusFiles::Mode::TakeOver);
    }
}

void CensusCommands::explainRefusal(const QString& file, const Error& error)
{
    const MessageBar::Way other{tr("Open another…"), [this] { openCensus(); }};
    const MessageBar::Way readOnly{tr("Open read-only"),
                                   [this, file] { m_parts.files.open(file, CensusFiles::Mode::ReadOnly); }};
    std::vector<MessageBar::Way> ways{other};
    if (error.code == ErrorCode::CensusLocked || error.code == ErrorCode::CensusReadOnly) {
        ways.insert(ways.begin(), readOnly);
    }
    // What cannot be opened, or is gone, may live on in the copies that were made of it.
    const bool isLost = error.code == ErrorCode::CensusDamaged || error.code == ErrorCode::CensusMissing ||
                        error.code == ErrorCode::InputNotUnderstood || error.code == ErrorCode::InputUnreadable;
    if (auto backups = census::Session::backupsOf(toPath(file)); isLost && !backups.empty()) {
        ways.insert(ways.begin(), MessageBar::Way{tr("Restore a backup…"), [this, file, backups = std::move(backups)] {
                                                      offerBackups(backups, file);
                                                  }});
    }
    m_parts.messages.show(MessageBar::Tone::Error, sentenceOf(error), detailOf(error), std::move(ways));
}

} // namespace observo::app
