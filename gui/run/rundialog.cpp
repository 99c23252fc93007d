// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/rundialog.h"

#include "engine/onanswer.h"
#include "look/banner.h"
#include "look/buttonkind.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/oneline.h"
#include "operations/shellline.h"
#include "run/containerrun.h"
#include "run/imagepull.h"
#include "run/pullview.h"
#include "run/runagain.h"
#include "run/runlinedialog.h"
#include "run/showwhenlisted.h"
#include "shell/commandpreview.h"
#include "shell/workbench.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int DialogWidth = 640;
/// With its sections.
constexpr int HeightWithMore = 760;

} // namespace

RunDialog *RunDialog::openFor(Workbench *workbench, QWidget *parent, const QString &image)
{
    auto *dialog = new RunDialog(workbench, image, parent->window());
    dialog->openBeside();
    return dialog;
}

RunDialog *RunDialog::openAgain(Workbench *workbench, QWidget *parent, const ContainerDetails &container)
{
    RunDialog *dialog = openFor(workbench, parent);
    EngineClient *client = workbench->engine()->client();
    if (!client) {
        dialog->takeContainer(container, {});
        return dialog;
    }
    onAnswer<EngineError>(
        client->inspectImage(container.imageId), dialog,
        [dialog, container](const ImageDetails &image) { dialog->takeContainer(container, image); },
        // The image may be gone; then all is said that it may have had by itself.
        [dialog, container](const EngineError &) { dialog->takeContainer(container, {}); });
    return dialog;
}

RunDialog::RunDialog(Workbench *workbench, const QString &image, QWidget *parent)
    : FoldingDialog(u"runContainer"_s, tr("Run container"), parent)
    , m_workbench(workbench)
    , m_form(new RunForm(workbench, this))
{
    setRoom(DialogWidth, HeightWithMore);
    build();
    connect(m_form, &RunForm::changed, this, &RunDialog::refresh);
    connect(workbench->engine(), &Engine::stateChanged, this, &RunDialog::refresh);
    connect(workbench->engine()->containers(), &ContainerStore::changed, this, &RunDialog::refresh);
    m_form->image()->setText(image);
    refresh();
    m_form->image()->setFocus();
}

void RunDialog::build()
{
    auto *foot = new QWidget(this);
    m_preview = new CommandPreview(4, foot);
    m_notice = new Banner(Banner::Kind::Error, foot);
    m_notice->setObjectName(u"failure"_s);
    m_notice->hide();
    m_progress = new PullView(foot);
    m_progress->hide();
    m_problem = new Label(foot);
    m_problem->setObjectName(u"problem"_s);
    m_problem->setTone(Tone::Error);
    m_problem->setWordWrap(true);

    m_paste = new QPushButton(tr("Paste a docker run line…"), foot);
    m_paste->setObjectName(u"pasteLine"_s);
    m_paste->setAutoDefault(false);
    setButtonKind(m_paste, ButtonKind::Ghost);
    auto *box = new QDialogButtonBox(foot);
    m_cancel = box->addButton(QDialogButtonBox::Cancel);
    m_cancel->setObjectName(u"cancel"_s);
    m_cancel->setAutoDefault(false);
    m_verb = box->addButton(tr("Run"), QDialogButtonBox::AcceptRole);
    m_verb->setObjectName(u"run"_s);
    m_verb->setDefault(true);
    setButtonKind(m_verb, ButtonKind::Primary);
    connect(m_paste, &QPushButton::clicked, this, &RunDialog::pasteLine);
    connect(box, &QDialogButtonBox::rejected, this, &RunDialog::reject);
    connect(box, &QDialogButtonBox::accepted, this, &RunDialog::run);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_paste);
    buttons->addWidget(box, 1);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(20, 12, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(m_preview);
    layout->addWidget(m_notice);
    layout->addWidget(m_progress);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    compose(m_form, foot);
    setMinimumWidth(Fonts::scaled(420));
}

void RunDialog::refresh()
{
    RunRequest request = m_form->request();
    if (request.image.isEmpty())
        request.image = u"IMAGE"_s; // as the manual has it
    const QStringList prefix = m_workbench->engine()->commandPrefix();
    const QStringList shown = request.toCommand(prefix, false);
    m_preview->setLine(shellLine(shown), shown != request.toCommand(prefix, true));
    QString problem = m_form->problem();
    const bool isEmpty = m_form->image()->text().trimmed().isEmpty() && request.oddPorts.isEmpty();
    if (m_workbench->engine()->state() != Engine::State::Connected)
        problem = tr("The engine is not connected.");
    // Nobody has done anything wrong yet.
    m_problem->setText(isEmpty || m_run ? QString() : problem);
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_verb->setEnabled(problem.isEmpty() && !m_run);
    m_form->setReadOnly(m_run);
    m_paste->setEnabled(!m_run);
}

void RunDialog::pasteLine()
{
    auto *dialog = new RunLineDialog(this);
    connect(dialog, &RunLineDialog::chosen, this, &RunDialog::takeLine);
    dialog->open();
}

void RunDialog::takeLine(const RunLine &line)
{
    m_form->setRequest(line.request);
    QStringList notices = line.notices;
    for (const QString &file : line.envFiles) {
        if (QDir::isAbsolutePath(file))
            m_form->importEnvFile(file);
        else
            notices << tr("%1 is relative to the folder of a shell: import it under More.").arg(file);
    }
    m_notice->setKind(Banner::Kind::Warning);
    m_notice->setMessage(tr("Not all of the line is in the form."), notices.join(u'\n'));
    m_notice->setVisible(!notices.isEmpty());
    fitHeight();
    m_verb->setFocus();
}

void RunDialog::takeContainer(const ContainerDetails &container, const ImageDetails &image)
{
    const RunAgain again = RunAgain::of(container, image);
    m_form->setRequest(again.request);
    QStringList words{tr("It stays as it is, and keeps its name.")};
    if (!again.leftOut.isEmpty())
        words << tr("Not taken over: %1.").arg(again.leftOut.join(u", "_s));
    m_notice->setKind(again.leftOut.isEmpty() ? Banner::Kind::Information : Banner::Kind::Warning);
    m_notice->setMessage(tr("Filled as %1 was made.").arg(shortName(container.name)), words.join(u'\n'));
    m_notice->show();
    fitHeight();
}

void RunDialog::run()
{
    if (!m_verb->isEnabled() || m_run)
        return;
    const RunRequest request = m_form->request();
    m_notice->hide();
    m_run = new ContainerRun(m_workbench->engine(), m_workbench->operations(), request);
    m_run->operation()->setTeller(this);
    connect(m_run, &ContainerRun::started, this, [this, request](const QString &id) { started(id, request); });
    connect(m_run, &ContainerRun::failed, this, &RunDialog::failed);
    connect(m_run, &ContainerRun::cancelled, this, &RunDialog::stopped);
    connect(m_run, &ContainerRun::pulling, this, [this] {
        m_progress->setLayers(m_run->pull()->progress());
        fitHeight();
    });
    m_progress->setOperation(m_run->operation());
    m_progress->show();
    refresh();
    fitHeight();
    m_cancel->setFocus();
}

void RunDialog::stopped()
{
    m_run = nullptr;
    m_progress->hide();
    refresh();
    fitHeight();
    m_verb->setFocus();
}

void RunDialog::failed(const Failure &failure)
{
    m_notice->setKind(Banner::Kind::Error);
    m_notice->setMessage(failure.fact, failure.reason());
    m_notice->show();
    stopped();
}

void RunDialog::started(const QString &containerId, const RunRequest &request)
{
    m_run = nullptr;
    new ShowWhenListed(m_workbench, containerId,
                       request.detach                           ? ShowWhenListed::What::Details
                           : request.tty && request.interactive ? ShowWhenListed::What::Terminal
                                                                : ShowWhenListed::What::Logs);
    accept();
}

void RunDialog::reject()
{
    if (m_run)
        m_run->operation()->cancel();
    else
        QDialog::reject();
}

} // namespace Gantry
