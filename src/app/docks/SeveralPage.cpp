// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/SeveralPage.h"

#include "PlainText.h"
#include "Text.h"
#include "desk/Commands.h"
#include "desk/Workbench.h"
#include "ui_SeveralPage.h"

#include <QMenu>
#include <QStringList>

namespace observo::app {

namespace {

constexpr int kMostCodes = 24;

} // namespace

SeveralPage::SeveralPage(Workbench& workbench, Commands& commands, QMenu& statusMenu, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::SeveralPage>()), m_workbench(workbench)
{
    m_ui->setupUi(this);
    m_ui->statusButton->setIcon(commands[Command::ChangeStatus].icon());
    m_ui->statusButton->setMenu(&statusMenu);
    m_ui->verifyButton->setDefaultAction(&commands[Command::VerifyToday]);
    m_ui->retireButton->setDefaultAction(&commands[Command::Retire]);
    m_ui->removeButton->setDefaultAction(&commands[Command::Remove]);
}

SeveralPage::~SeveralPage() = default;

void SeveralPage::refresh()
{
    const auto& ids = m_workbench.selection().ids();
    showPlain(*m_ui->title, tr("%n camera(s) chosen", nullptr, static_cast<int>(ids.size())));
    QStringList codes;
    for (const auto& id : ids) {
        if (codes.size() == kMostCodes) {
            codes.append(QStringLiteral("…"));
            break;
        }
        if (const auto row = m_workbench.session().inventory().find(id)) {
            codes.append(toText(row->code));
        }
    }
    showPlain(*m_ui->codes, codes.join(QStringLiteral(", ")));
}

} // namespace observo::app
