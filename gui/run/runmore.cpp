// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runmore.h"

#include "engine/onanswer.h"
#include "look/buttonkind.h"
#include "look/editablebox.h"
#include "look/formgrid.h"
#include "look/label.h"
#include "operations/shellline.h"
#include "run/envfile.h"
#include "run/mountrows.h"
#include "run/pairrows.h"
#include "run/shellwords.h"
#include "run/wheelpass.h"
#include "shell/workbench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QtConcurrent>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression separators(u"[\\s,;]+"_s);
    return text.split(separators, Qt::SkipEmptyParts);
}

} // namespace

RunMore::RunMore(Workbench *workbench, QWidget *parent)
    : QWidget(parent)
    , m_workbench(workbench)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    addEnvironment(layout);

    QGridLayout *mounts = addSection(layout, tr("Volumes and folders"), u"mounts"_s);
    m_mounts = new MountRows(this);
    mounts->addWidget(m_mounts, 1, 0, 1, 2);
    connect(m_mounts, &MountRows::changed, this, &RunMore::changed);

    QGridLayout *network = addSection(layout, tr("Network"), u"network"_s);
    m_network = addChoice(network, tr("Network"), u"runNetwork"_s, {});
    m_aliases = addField(network, tr("Aliases"), u"aliases"_s, tr("further names in that network"));
    m_hostname = addField(network, tr("Host name"), u"hostname"_s, tr("its ID"));
    m_publishAll = addCheck(network, tr("Publish every port of the image at a free one"), u"publishAll"_s);

    QGridLayout *life = addSection(layout, tr("Restart and limits"), u"life"_s);
    m_restart = addChoice(life, tr("Restart"), u"restart"_s,
                          {u"no"_s, u"unless-stopped"_s, u"always"_s, u"on-failure"_s, u"on-failure:3"_s});
    m_autoRemove = addCheck(life, tr("Remove it when it ends"), u"autoRemove"_s);
    m_memory = addField(life, tr("Memory"), u"memory"_s, tr("unlimited; 512m, 2g"));
    m_cpus = addField(life, tr("Processors"), u"cpus"_s, tr("unlimited; 1.5"));
    m_sharedMemory = addField(life, tr("Shared memory"), u"sharedMemory"_s, u"64m"_s);

    QGridLayout *process = addSection(layout, tr("Process"), u"process"_s);
    m_entrypoint = addField(process, tr("Entrypoint"), u"entrypoint"_s, tr("the image's own"));
    m_user = addField(process, tr("User"), u"user"_s, tr("the image's own; name, or 1000:1000"));
    m_folder = addField(process, tr("Working folder"), u"workingFolder"_s, tr("the image's own"));
    m_init = addCheck(process, tr("A small init as the first process (--init)"), u"init"_s);
    m_detach = addCheck(process, tr("In the background: do not turn to its output"), u"detach"_s);

    addHealth(layout);

    QGridLayout *rights = addSection(layout, tr("Capabilities"), u"capabilities"_s);
    m_capAdd = addField(rights, tr("Add"), u"capAdd"_s, u"NET_ADMIN"_s);
    m_capAdd->setAccessibleName(tr("Add capabilities"));
    m_capDrop = addField(rights, tr("Drop"), u"capDrop"_s, u"ALL"_s);
    m_capDrop->setAccessibleName(tr("Drop capabilities"));
    m_privileged = addCheck(rights, tr("All rights of the host's root (--privileged)"), u"privileged"_s);

    QGridLayout *labels = addSection(layout, tr("Labels"), u"labels"_s);
    m_labels = new PairRows(tr("Label"), this);
    labels->addWidget(m_labels, 1, 0, 1, 2);
    connect(m_labels, &PairRows::changed, this, &RunMore::changed);

    Engine *engine = workbench->engine();
    connect(engine, &Engine::networksChanged, this, &RunMore::followEngine);
    connect(engine, &Engine::volumesChanged, this, &RunMore::followEngine);
    engine->wantNetworks();
    followEngine();
}

void RunMore::addEnvironment(QVBoxLayout *layout)
{
    QGridLayout *grid = addSection(layout, tr("Environment"), u"environment"_s);
    m_environment = new PairRows(tr("Variable"), this);
    grid->addWidget(m_environment, 1, 0, 1, 2);
    auto *import = new QPushButton(tr("Import a .env file…"), this);
    import->setObjectName(u"importEnv"_s);
    setButtonKind(import, ButtonKind::Outlined, true);
    grid->addWidget(import, 2, 0, 1, 2, Qt::AlignLeft);
    m_imported = new Label(this);
    m_imported->setObjectName(u"imported"_s);
    m_imported->setWordWrap(true);
    m_imported->setMostLines(6);
    m_imported->hide();
    grid->addWidget(m_imported, 3, 0, 1, 2);
    connect(import, &QPushButton::clicked, this, &RunMore::chooseEnvFile);
    connect(m_environment, &PairRows::changed, this, &RunMore::changed);
}

void RunMore::addHealth(QVBoxLayout *layout)
{
    QGridLayout *health = addSection(layout, tr("Health check"), u"health"_s);
    m_healthCommand
        = addField(health, tr("Check command"), u"healthCommand"_s, tr("the image's own; curl -f localhost"));
    m_healthInterval = addField(health, tr("Every"), u"healthInterval"_s, u"30s"_s);
    m_healthTimeout = addField(health, tr("Timeout"), u"healthTimeout"_s, u"30s"_s);
    m_healthStart = addField(health, tr("Start period"), u"healthStart"_s, u"0s"_s);
    m_healthRetries = addField(health, tr("Retries"), u"healthRetries"_s, u"3"_s);
    m_healthOff = addCheck(health, tr("No health check"), u"healthOff"_s);
    connect(m_healthOff, &QCheckBox::toggled, this, [this](bool off) {
        for (QLineEdit *field : {m_healthCommand, m_healthInterval, m_healthTimeout, m_healthStart, m_healthRetries})
            field->setEnabled(!off);
    });
}

QGridLayout *RunMore::addSection(QVBoxLayout *layout, const QString &title, const QString &name)
{
    auto *section = new QWidget(this);
    section->setObjectName(name + u"Section"_s);
    section->setAccessibleName(title);
    QGridLayout *grid = makeFormGrid(section);
    auto *heading = new Label(title, section);
    heading->setLook(13, QFont::DemiBold);
    grid->addWidget(heading, 0, 0, 1, 2);
    layout->addWidget(section);
    return grid;
}

QLineEdit *RunMore::addField(QGridLayout *grid, const QString &caption, const QString &name, const QString &placeholder)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(name);
    field->setAccessibleName(caption);
    field->setPlaceholderText(placeholder);
    connect(field, &QLineEdit::textChanged, this, &RunMore::changed);
    addFormRow(grid, caption, field);
    return field;
}

QComboBox *RunMore::addChoice(QGridLayout *grid, const QString &caption, const QString &name,
                              const QStringList &choices)
{
    QComboBox *box = makeEditableBox(caption, name, this);
    box->addItems(choices);
    box->clearEditText();
    box->lineEdit()->setPlaceholderText(tr("the engine's default"));
    connect(box, &QComboBox::editTextChanged, this, &RunMore::changed);
    new WheelPass(box);
    addFormRow(grid, caption, box);
    return box;
}

QCheckBox *RunMore::addCheck(QGridLayout *grid, const QString &text, const QString &name)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(name);
    box->setAccessibleName(text);
    connect(box, &QCheckBox::toggled, this, &RunMore::changed);
    grid->addWidget(box, grid->rowCount(), 1);
    return box;
}

void RunMore::followEngine()
{
    const Engine *engine = m_workbench->engine();
    QStringList networks;
    for (const Network &network : engine->networks())
        networks << network.name;
    networks.sort(Qt::CaseInsensitive);
    const QString typed = m_network->currentText();
    const QSignalBlocker blocker(m_network);
    m_network->clear();
    m_network->addItems(networks);
    m_network->setEditText(typed);
    QStringList volumes;
    for (const Volume &volume : engine->volumes()) {
        if (!Volume::isAnonymous(volume.name))
            volumes << volume.name;
    }
    m_mounts->setVolumes(volumes);
    m_mounts->setFolderObstacle(engine->endpoint().isLocalSocket()
                                    ? QString()
                                    : tr("The engine runs on another machine: type the path of a folder there."));
}

void RunMore::fill(RunRequest *request) const
{
    request->environment = m_environment->lines();
    request->labels = m_labels->lines();
    request->mounts = m_mounts->mounts();
    request->network = m_network->currentText().trimmed();
    request->aliases = wordsOf(m_aliases->text());
    request->hostname = m_hostname->text();
    request->publishAll = m_publishAll->isChecked();
    request->restart = m_restart->currentText().trimmed();
    request->autoRemove = m_autoRemove->isChecked();
    request->memory = m_memory->text().trimmed();
    request->cpus = m_cpus->text().trimmed();
    request->sharedMemory = m_sharedMemory->text().trimmed();
    request->entrypoint = ShellWords::split(m_entrypoint->text()).texts();
    request->user = m_user->text();
    request->workingDirectory = m_folder->text();
    request->init = m_init->isChecked();
    request->detach = m_detach->isChecked();
    request->health.off = m_healthOff->isChecked();
    request->health.command = m_healthCommand->text();
    request->health.interval = m_healthInterval->text().trimmed();
    request->health.timeout = m_healthTimeout->text().trimmed();
    request->health.startPeriod = m_healthStart->text().trimmed();
    request->health.retries = m_healthRetries->text().trimmed();
    request->addedCapabilities = wordsOf(m_capAdd->text());
    request->droppedCapabilities = wordsOf(m_capDrop->text());
    request->privileged = m_privileged->isChecked();
}

void RunMore::setRequest(const RunRequest &request)
{
    m_environment->setLines(request.environment);
    m_labels->setLines(request.labels);
    m_mounts->setMounts(request.mounts);
    m_network->setEditText(request.network);
    m_aliases->setText(request.aliases.join(u", "_s));
    m_hostname->setText(request.hostname);
    m_publishAll->setChecked(request.publishAll);
    m_restart->setEditText(request.restart);
    m_autoRemove->setChecked(request.autoRemove);
    m_memory->setText(request.memory);
    m_cpus->setText(request.cpus);
    m_sharedMemory->setText(request.sharedMemory);
    m_entrypoint->setText(shellLine(request.entrypoint));
    m_user->setText(request.user);
    m_folder->setText(request.workingDirectory);
    m_init->setChecked(request.init);
    m_detach->setChecked(request.detach);
    m_healthOff->setChecked(request.health.off);
    m_healthCommand->setText(request.health.command);
    m_healthInterval->setText(request.health.interval);
    m_healthTimeout->setText(request.health.timeout);
    m_healthStart->setText(request.health.startPeriod);
    m_healthRetries->setText(request.health.retries);
    m_capAdd->setText(request.addedCapabilities.join(u", "_s));
    m_capDrop->setText(request.droppedCapabilities.join(u", "_s));
    m_privileged->setChecked(request.privileged);
}

bool RunMore::concerns(const RunRequest &request)
{
    RunRequest basics;
    basics.image = request.image;
    basics.name = request.name;
    basics.command = request.command;
    basics.ports = request.ports;
    basics.tty = request.tty;
    basics.interactive = request.interactive;
    return !(basics == request);
}

QString RunMore::problem() const
{
    return ShellWords::split(m_entrypoint->text()).problem;
}

void RunMore::chooseEnvFile()
{
    auto *dialog = new QFileDialog(this, tr("File of variables"));
    dialog->setObjectName(u"envFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    connect(dialog, &QFileDialog::fileSelected, this, &RunMore::importEnvFile);
    dialog->open();
}

void RunMore::importEnvFile(const QString &path)
{
    onAnswer(QtConcurrent::run(&EnvFile::read, path), this, [this](const EnvFile &file) {
        m_environment->addLines(file.variables);
        QStringList said{tr("%n variable(s) imported.", nullptr, int(file.variables.size()))};
        said << file.problems;
        m_imported->setText(said.join(u'\n'));
        m_imported->setTone(file.problems.isEmpty() ? Tone::Muted : Tone::Warning);
        m_imported->show();
    });
}

} // namespace Gantry
