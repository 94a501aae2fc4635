// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/ImportDialog.h"

#include "DataPlaces.h"
#include "ErrorText.h"
#include "Numbers.h"
#include "PlainText.h"
#include "Text.h"
#include "desk/Workbench.h"
#include "intake/ColumnsPage.h"
#include "intake/IntakeText.h"
#include "intake/PlacePage.h"
#include "intake/ReceiptText.h"
#include "intake/TextTable.h"
#include "intake/ValuesPage.h"
#include "ui_ImportDialog.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>

#include <array>
#include <cmath>
#include <utility>

namespace observo::app {

namespace {

constexpr int kWhole = 100;
/// What files of offices are written in; the names are those of the reader.
constexpr std::array<const char*, 6> kEncodings = {"UTF-8",       "windows-1252", "ISO-8859-1",
                                                   "ISO-8859-15", "macintosh",    "IBM850"};

/// By which a person may want cameras to be recognised, before all else.
constexpr std::array<const char*, 3> kKeys = {"code", "serial_no", "name"};

enum Tab { ColumnsTab, ValuesTab, PlaceTab, RowsTab, OutcomeTab };

} // namespace

ImportDialog::ImportDialog(Workbench& workbench, const QString& file, const mapview::MapWidget& map, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::ImportDialog>()), m_workbench(workbench), m_desk(workbench, file),
      m_profiles(privateFolder("profiles")), m_rows(new TextTable(this)), m_problems(new TextTable(this))
{
    m_ui->setupUi(this);
    m_ui->rows->setModel(m_rows);
    m_ui->problems->setModel(m_problems);
    m_columns = new ColumnsPage(*m_ui, m_desk, this);
    m_values = new ValuesPage(*m_ui, m_desk, this);
    m_place = new PlacePage(*m_ui, m_desk, workbench, map);
    showPlain(*m_ui->file, QFileInfo(file).fileName());
    showTip(*m_ui->file, file);
    fillChoices();
    connectParts();
    connectProfiles();
    m_desk.lookNow();
    m_ui->columns->setFocus();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::fillChoices()
{
    using exchange::OnMatch;
    for (const auto policy : {OnMatch::Skip, OnMatch::Update, OnMatch::Review, OnMatch::Add}) {
        m_ui->policy->addItem(policyText(policy), static_cast<int>(policy));
    }
    m_ui->key->addItem(tr("everything it says"), QString());
    for (const auto* key : kKeys) {
        m_ui->key->addItem(plainCaption(fieldText(key)), QLatin1String(key));
    }
    m_ui->encoding->addItem(tr("as the file says"), QString());
    for (const auto* encoding : kEncodings) {
        m_ui->encoding->addItem(QLatin1String(encoding), QLatin1String(encoding));
    }
    for (auto* widget : {static_cast<QWidget*>(m_ui->layer), static_cast<QWidget*>(m_ui->layerLabel)}) {
        widget->hide();
    }
    listProfiles({});
}

void ImportDialog::connectParts()
{
    connect(&m_desk, &ImportDesk::changed, this, &ImportDialog::refresh);
    const auto showShare = [this](double share) {
        // Nothing is told yet, or all is read and nobody knows how long the writing takes.
        m_ui->progress->setMaximum(share > 0.0 && share < 1.0 ? kWhole : 0);
        m_ui->progress->setValue(static_cast<int>(share * kWhole));
    };
    connect(&m_desk, &ImportDesk::progressed, this, showShare);
    connect(&m_desk.work(), &LongWork::progressed, this, showShare);
    connect(&m_desk, &ImportDesk::imported, this, [this](const std::shared_ptr<Arrival>& arrival) {
        m_arrival = arrival;
        accept();
    });
    connect(&m_desk, &ImportDesk::refused, this, [this](const Error& error) {
        m_refused = error;
        showState();
    });
    connect(m_ui->layer, &QComboBox::activated, this, [this] {
        m_desk.change([this](exchange::ImportRequest& request) {
            request.layer = toUtf8(m_ui->layer->currentData().toString());
        });
    });
    connect(m_ui->encoding, &QComboBox::activated, this, [this] {
        m_desk.change([this](exchange::ImportRequest& request) {
            request.encoding = toUtf8(m_ui->encoding->currentData().toString());
        });
    });
    connect(m_ui->policy, &QComboBox::activated, this, [this] {
        m_desk.change([this](exchange::ImportRequest& request) {
            request.onMatch = static_cast<exchange::OnMatch>(m_ui->policy->currentData().toInt());
        });
    });
    connect(m_ui->within, &QDoubleSpinBox::valueChanged, this, [this](double metres) {
        m_desk.change([metres](exchange::ImportRequest& request) { request.within = Metres{metres}; });
    });
    connect(m_ui->key, &QComboBox::activated, this, [this] {
        m_desk.change(
            [this](exchange::ImportRequest& request) { request.key = toUtf8(m_ui->key->currentData().toString()); });
    });
    connect(m_ui->okButton, &QPushButton::clicked, this, [this] {
        if (m_desk.canImport()) {
            m_refused.reset();
            m_desk.import();
        }
    });
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &ImportDialog::reject);
}

void ImportDialog::connectProfiles()
{
    connect(m_ui->profile, &QComboBox::activated, this, [this] {
        const auto name = m_ui->profile->currentData().toString();
        if (name.isEmpty()) {
            takeProfile(exchange::MappingProfile{});
        } else {
            takeProfile(m_profiles.read(name));
        }
    });
    connect(m_ui->saveProfileButton, &QPushButton::clicked, this, &ImportDialog::saveProfile);
    connect(m_ui->openProfileButton, &QPushButton::clicked, this, &ImportDialog::openProfile);
}

void ImportDialog::listProfiles(const QString& chosen)
{
    m_ui->profile->clear();
    m_ui->profile->addItem(tr("not known"), QString());
    for (const auto& name : m_profiles.names()) {
        m_ui->profile->addItem(plainCaption(name), name);
    }
    m_ui->profile->setCurrentIndex(std::max(0, m_ui->profile->findData(chosen)));
}

void ImportDialog::takeProfile(const Result<exchange::MappingProfile>& profile)
{
    if (!profile) {
        tell(this, sentenceOf(profile.error()), detailOf(profile.error()));
        return;
    }
    m_desk.change([&](exchange::ImportRequest& request) {
        request.profile = *profile;
        request.crs = profile->crs;
    });
}

void ImportDialog::openProfile()
{
    const auto file = QFileDialog::getOpenFileName(this, tr("Open a mapping file"), documentsFolder(),
                                                   tr("Mapping or receipt (*.json);;All files (*)"));
    if (!file.isEmpty()) {
        takeProfile(exchange::readProfile(toPath(file)));
    }
}

void ImportDialog::saveProfile()
{
    if (m_desk.plan() == nullptr) {
        return;
    }
    bool isGiven = false;
    const auto name = QInputDialog::getText(this, tr("Save the profile"), tr("Name of the sender"), QLineEdit::Normal,
                                            m_ui->profile->currentData().toString(), &isGiven)
                          .trimmed();
    if (!isGiven || name.isEmpty()) {
        return;
    }
    const auto saved = m_profiles.write(name, exchange::profileFor(m_desk.request(), *m_desk.plan()));
    if (!saved) {
        tell(this, sentenceOf(saved.error()), detailOf(saved.error()));
        return;
    }
    listProfiles(name);
    showTip(*m_ui->profile, pathText(m_profiles.fileOf(name)));
}

void ImportDialog::refresh()
{
    showFile();
    m_columns->refresh();
    m_values->refresh();
    m_place->refresh();
    showOutcome();
    showTabs();
    showState();
}

void ImportDialog::showFile()
{
    const auto* plan = m_desk.plan();
    if (plan == nullptr) {
        showPlain(*m_ui->about, m_desk.isLooking() ? tr("Reading the file…") : QString());
        return;
    }
    showPlain(*m_ui->about, aboutText(*plan, m_desk.foreseen() != nullptr));
    const bool hasChoice = plan->layers.size() > 1;
    m_ui->layer->setVisible(hasChoice);
    m_ui->layerLabel->setVisible(hasChoice);
    if (m_ui->layer->count() == 0) {
        for (const auto& layer : plan->layers) {
            m_ui->layer->addItem(plainCaption(toText(layer)), toText(layer));
        }
        m_ui->layer->setCurrentIndex(m_ui->layer->findData(toText(plan->receipt.layer)));
    }
    auto text = rowsText(plan->preview, m_workbench.shownSystem());
    m_rows->show(std::move(text.headings), std::move(text.rows));
}

void ImportDialog::showOutcome()
{
    const auto* foreseen = m_desk.foreseen();
    showPlain(*m_ui->counts, foreseen != nullptr ? countsText(foreseen->receipt) : QString());
    if (foreseen == nullptr) {
        showPlain(*m_ui->outcomeText, m_desk.isLooking()
                                          ? tr("Reading the whole file to say what will happen…")
                                          : tr("What will happen is said here once the file can be read."));
        m_problems->show(m_problems->rowCount() == 0 ? QStringList() : problemsText({}).headings, {});
        showPlain(*m_ui->problemsHint, {});
        return;
    }
    const auto& groups = m_desk.remarks();
    showPlain(*m_ui->outcomeText, groups.empty() ? tr("Every row comes in as it is: there is nothing to remark.")
                                                 : tr("What is to be said about the rows. Nothing is written yet."));
    const bool isFirst = m_problems->columnCount() == 0;
    auto text = problemsText(groups);
    m_problems->show(std::move(text.headings), std::move(text.rows));
    if (isFirst) {
        constexpr std::array<int, 4> kWidths = {100, 110, 170, 150};
        for (std::size_t i = 0; i < kWidths.size(); ++i) {
            m_ui->problems->setColumnWidth(static_cast<int>(i), kWidths[i]);
        }
    }
    showPlain(*m_ui->problemsHint, foreseen->receipt.review > 0
                                       ? tr("%n camera(s) can be looked at one by one after the import.", nullptr,
                                            static_cast<int>(foreseen->receipt.review))
                                       : QString());
}

/// The tabs say where a person is wanted, so that nobody has to look through them.
void ImportDialog::showTabs()
{
    const auto* plan = m_desk.plan();
    const auto warned = [](const QString& title, bool isWanted) {
        return isWanted ? QStringLiteral("⚠ ") + title : title;
    };
    const auto counted = [](const QString& title, int count) {
        return count > 0 ? QStringLiteral("%1 (%2)").arg(title, countText(count)) : title;
    };
    const bool isUnplaced = plan != nullptr && plan->unplaced.has_value();
    m_ui->tabs->setTabText(ColumnsTab, warned(tr("Columns"), isUnplaced));
    m_ui->tabs->setTabText(ValuesTab, counted(tr("Values"), m_values->open()));
    m_ui->tabs->setTabText(PlaceTab, warned(tr("Place"), m_place->isAsking()));
    m_ui->tabs->setTabText(OutcomeTab, counted(tr("What will happen"), m_problems->rowCount()));
    if (!m_hasAsked && (isUnplaced || m_place->isAsking())) {
        m_hasAsked = true;
        m_ui->tabs->setCurrentIndex(isUnplaced ? ColumnsTab : PlaceTab);
        if (isUnplaced) {
            m_ui->columns->setFocus();
        } else {
            m_place->beginChoice();
        }
    }
}

QString ImportDialog::hindrance() const
{
    const auto* plan = m_desk.plan();
    if (m_desk.isImporting()) {
        return tr("Importing…");
    }
    if (m_refused) {
        return sentenceOf(*m_refused);
    }
    if (m_desk.refusal()) {
        return sentenceOf(*m_desk.refusal());
    }
    if (m_desk.isLooking()) {
        return tr("Reading the file…");
    }
    if (plan != nullptr && plan->unplaced) {
        return tr("Say which columns hold the coordinates.");
    }
    if (m_place->isAsking()) {
        return tr("Choose the reference system.");
    }
    return m_workbench.isWritable() ? QString() : tr("The census cannot be changed now.");
}

void ImportDialog::showState()
{
    const bool isRunning = m_desk.isImporting();
    const bool isBusy = isRunning || m_desk.isLooking();
    const auto& refusal = m_refused ? m_refused : m_desk.refusal();
    m_ui->message->setProperty("role", refusal ? QStringLiteral("error") : QStringLiteral("notice"));
    m_ui->message->setStyleSheet(QString()); // makes the new role count
    showPlain(*m_ui->message, hindrance());
    showTip(*m_ui->message, refusal ? detailOf(*refusal) : QString());
    if (m_ui->progress->isHidden()) {
        m_ui->progress->setMaximum(0);
    }
    m_ui->progress->setVisible(isBusy);
    m_ui->okButton->setEnabled(m_desk.canImport());
    m_ui->cancelButton->setText(isRunning ? tr("Stop") : tr("Cancel"));
    m_ui->saveProfileButton->setEnabled(m_desk.plan() != nullptr);
    for (auto* widget :
         {static_cast<QWidget*>(m_ui->tabs), static_cast<QWidget*>(m_ui->policy), static_cast<QWidget*>(m_ui->within),
          static_cast<QWidget*>(m_ui->profile), static_cast<QWidget*>(m_ui->layer),
          static_cast<QWidget*>(m_ui->encoding), static_cast<QWidget*>(m_ui->key)}) {
        widget->setEnabled(!isRunning);
    }
}

void ImportDialog::reject()
{
    // What is being written is stopped first; the dialog goes once nothing is written any more.
    if (m_desk.isImporting()) {
        m_desk.work().stop();
        return;
    }
    QDialog::reject();
}

} // namespace observo::app
