// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/rundialog.h"

#include "look/banner.h"
#include "look/buttonkind.h"
#include "look/card.h"
#include "look/copybutton.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/separator.h"
#include "operations/shellline.h"
#include "run/containerrun.h"
#include "run/imagepull.h"
#include "run/pullview.h"
#include "run/runlinedialog.h"
#include "run/showwhenlisted.h"
#include "shell/commandlabel.h"
#include "shell/workbench.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int DialogWidth = 640;
/// With its sections; smaller where the screen is.
constexpr int HeightWithMore = 760;
/// A field and its hint.
constexpr int LowestForm = 80;
/// What a window's frame and a desktop's bar take.
constexpr int ScreenMargin = 60;

} // namespace

RunDialog *RunDialog::openFor(Workbench *workbench, QWidget *parent, const QString &image)
{
    auto *dialog = new RunDialog(workbench, image, parent->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    dialog->fitHeight();
    return dialog;
}

RunDialog::RunDialog(Workbench *workbench, const QString &image, QWidget *parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_form(new RunForm(workbench, this))
{
    setObjectName(u"runContainer"_s);
    setWindowTitle(tr("Run container"));
    build();
    connect(m_form, &RunForm::changed, this, &RunDialog::refresh);
    connect(m_form, &RunForm::moreToggled, this, &RunDialog::fitHeight);
    connect(workbench->engine(), &Engine::stateChanged, this, &RunDialog::refresh);
    connect(workbench->engine()->containers(), &ContainerStore::changed, this, &RunDialog::refresh);
    m_form->image()->setText(image);
    refresh();
    m_form->image()->setFocus();
}

void RunDialog::build()
{
    m_foot = new QWidget(this);
    auto *card = new Card(Card::Kind::Sunken, m_foot);
    m_preview = new CommandLabel(card);
    m_preview->setObjectName(u"preview"_s);
    m_preview->setMostLines(4);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copy = new CopyButton(tr("Copy the command"), card);
    m_copy->setObjectName(u"copyCommand"_s);
    auto *line = new QHBoxLayout(card);
    line->setContentsMargins(12, 8, 8, 8);
    line->setSpacing(8);
    line->addWidget(m_preview, 1);
    line->addWidget(m_copy, 0, Qt::AlignTop);
    m_secrets = new Label(tr("Without the values of secrets: a shell passes its own."), m_foot);
    m_secrets->setLook(12);
    m_secrets->setTone(Tone::Muted);
    m_secrets->setWordWrap(true);
    m_notice = new Banner(Banner::Kind::Error, m_foot);
    m_notice->setObjectName(u"failure"_s);
    m_notice->hide();
    m_progress = new PullView(m_foot);
    m_progress->hide();
    m_problem = new Label(m_foot);
    m_problem->setObjectName(u"problem"_s);
    m_problem->setTone(Tone::Error);
    m_problem->setWordWrap(true);

    m_paste = new QPushButton(tr("Paste a docker run line…"), m_foot);
    m_paste->setObjectName(u"pasteLine"_s);
    m_paste->setAutoDefault(false);
    setButtonKind(m_paste, ButtonKind::Ghost);
    auto *box = new QDialogButtonBox(m_foot);
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
    auto *foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(20, 12, 20, 16);
    foot->setSpacing(8);
    foot->addWidget(card);
    foot->addWidget(m_secrets);
    foot->addWidget(m_notice);
    foot->addWidget(m_progress);
    foot->addWidget(m_problem);
    foot->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_form, 1);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(m_foot);
    m_form->setMinimumHeight(Fonts::scaled(LowestForm));
    setMinimumWidth(Fonts::scaled(420));
}

void RunDialog::fitHeight()
{
    const int wide = std::max(width(), Fonts::scaled(DialogWidth));
    // What was shown or hidden just now is not laid out yet.
    m_foot->layout()->invalidate();
    const int foot = m_foot->layout()->totalHeightForWidth(wide) + 1;
    const int most = std::min(Fonts::scaled(HeightWithMore), screen()->availableGeometry().height() - ScreenMargin);
    const int wanted = std::min(m_form->heightFor(wide) + foot, most);
    resize(wide, std::max(wanted, minimumSizeHint().height()));
}

void RunDialog::refresh()
{
    const RunRequest request = m_form->request();
    const QStringList prefix = m_workbench->engine()->commandPrefix();
    const QStringList shown = request.toCommand(prefix, false);
    m_preview->setText(shellLine(shown));
    m_preview->setAccessibleName(shellLine(shown));
    m_copy->setCopiedText(shellLine(shown));
    m_secrets->setVisible(shown != request.toCommand(prefix, true));
    QString problem = m_form->problem();
    const bool isEmpty = m_form->image()->text().trimmed().isEmpty();
    if (m_workbench->engine()->state() != Engine::State::Connected)
        problem = tr("The engine is not connected.");
    // Nobody has done anything wrong yet.
    m_problem->setText(isEmpty || m_run ? QString() : problem);
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_verb->setEnabled(problem.isEmpty() && !m_run);
    m_form->widget()->setEnabled(!m_run);
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

void RunDialog::run()
{
    if (!m_verb->isEnabled() || m_run)
        return;
    const RunRequest request = m_form->request();
    m_notice->hide();
    m_run = new ContainerRun(m_workbench->engine(), m_workbench->operations(), request);
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
    m_notice->setMessage(failure.fact, Failure{{}, failure.words, failure.advice}.text());
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
