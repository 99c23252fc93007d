// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/builddialog.h"

#include "build/buildform.h"
#include "build/buildstepsview.h"
#include "items/humanize.h"
#include "look/banner.h"
#include "look/buttonkind.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/oneline.h"
#include "look/plaintooltip.h"
#include "operations/shellline.h"
#include "shell/commandpreview.h"
#include "shell/workbench.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int BuildDialogWidth = 860;
/// With the steps.
constexpr int HeightWithSteps = 780;
constexpr int HighestBuildForm = 300;
constexpr int LowestStepsHeight = 160;

} // namespace

BuildDialog *BuildDialog::openFor(Workbench *workbench, QWidget *parent, const QString &folder)
{
    auto *dialog = new BuildDialog(workbench, folder, parent->window());
    dialog->openBeside();
    return dialog;
}

BuildDialog::BuildDialog(Workbench *workbench, const QString &folder, QWidget *parent)
    : FoldingDialog(u"buildImage"_s, tr("Build image"), parent)
    , m_workbench(workbench)
    , m_form(new BuildForm(this))
{
    setRoom(BuildDialogWidth, HeightWithSteps);
    build();
    connect(m_form, &BuildForm::changed, this, &BuildDialog::refresh);
    connect(workbench->engine(), &Engine::stateChanged, this, &BuildDialog::refresh);
    m_form->setFolder(folder);
    refresh();
    m_form->folder()->setFocus();
}

void BuildDialog::build()
{
    m_steps = new BuildStepsView(this);
    m_steps->setMinimumHeight(Fonts::scaled(LowestStepsHeight));
    m_steps->hide();
    compose(m_form, buildFoot(), m_steps);
    setMinimumWidth(Fonts::scaled(440));
}

QWidget *BuildDialog::buildFoot()
{
    auto *foot = new QWidget(this);
    m_preview = new CommandPreview(3, foot);
    m_notice = new Banner(Banner::Kind::Error, foot);
    m_notice->setObjectName(u"buildNotice"_s);
    m_notice->setMostLines(6);
    m_notice->hide();
    m_phase = new Label(foot);
    m_phase->setObjectName(u"buildPhase"_s);
    m_phase->setWordWrap(true);
    m_phase->setMostLines(2);

    // In the order that the desktop gives those of all dialogs.
    auto *box = new QDialogButtonBox(foot);
    const auto addButton = [box](const QString &text, const QString &name, QDialogButtonBox::ButtonRole role) {
        QPushButton *button = box->addButton(text, role);
        button->setObjectName(name);
        button->setAutoDefault(false);
        return button;
    };
    m_verb = addButton(tr("Build"), u"build"_s, QDialogButtonBox::AcceptRole);
    m_run = addButton(tr("Run…"), u"run"_s, QDialogButtonBox::AcceptRole);
    m_cancel = addButton(tr("Cancel"), u"cancel"_s, QDialogButtonBox::RejectRole);
    m_verb->setDefault(true);
    connect(m_cancel, &QPushButton::clicked, this, &BuildDialog::reject);
    connect(m_run, &QPushButton::clicked, this, &BuildDialog::run);
    connect(m_verb, &QPushButton::clicked, this, &BuildDialog::start);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_phase, 1);
    buttons->addWidget(box);
    auto *layout = new QVBoxLayout(foot);
    layout->setContentsMargins(20, 12, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(m_preview);
    layout->addWidget(m_notice);
    layout->addLayout(buttons);
    return foot;
}

void BuildDialog::changeEvent(QEvent *event)
{
    FoldingDialog::changeEvent(event);
    // Another program may have written what is to be built.
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && !m_build)
        m_form->readAgain();
}

int BuildDialog::wantedHeight(int width, int most)
{
    const bool steps = m_steps->isVisibleTo(this);
    // Beside the steps the form takes what it needs and no more, so that none of its fields is cut.
    const int beside = std::min({m_form->heightFor(width), Fonts::scaled(HighestBuildForm), most / 3});
    m_form->setMinimumHeight(steps ? beside : lowestFormHeight());
    m_form->setMaximumHeight(steps ? beside : QWIDGETSIZE_MAX);
    return steps ? most : FoldingDialog::wantedHeight(width, most);
}

void BuildDialog::refresh()
{
    const BuildRequest request = m_form->request();
    const QStringList command = request.toCommand(m_workbench->engine()->commandPrefix());
    m_preview->setLine(shellLine(command), request.hasSecrets());
    QString problem = m_form->problem();
    if (m_workbench->engine()->state() != Engine::State::Connected)
        problem = tr("The engine is not connected.");
    if (!m_build) {
        // Nobody has done anything wrong yet.
        m_phase->setText(m_form->isBegun() && m_notice->isHidden() ? problem : QString());
        m_phase->setTone(Tone::Error);
    }
    m_verb->setEnabled(problem.isEmpty() && !m_build);
    setPlainToolTip(m_verb, m_build ? tr("It is being built.") : problem);
    m_form->setReadOnly(m_build);
    m_cancel->setText(m_build ? tr("Cancel the build") : m_hasEnded ? tr("Close") : tr("Cancel"));
    const bool canRun = !m_built.isEmpty() && !m_build;
    m_run->setEnabled(canRun);
    setPlainToolTip(m_run, canRun ? tr("Make a container of the image and start it") : tr("Build the image first."));
    setButtonKind(m_run, canRun ? ButtonKind::Primary : ButtonKind::Outlined);
    setButtonKind(m_verb, canRun ? ButtonKind::Outlined : ButtonKind::Primary);
}

void BuildDialog::start()
{
    if (!m_verb->isEnabled() || m_build)
        return;
    m_notice->hide();
    m_built.clear();
    m_form->showMore(false);
    m_form->readAgain();
    m_steps->begin();
    m_steps->show();
    m_build = ImageBuild::begin(m_workbench->engine(), m_workbench->operations(), m_form->request());
    m_build->operation()->setTeller(this);
    connect(m_build, &ImageBuild::progressed, this,
            [this](const QList<int> &steps) { m_steps->follow(m_build->progress(), steps); });
    connect(m_build->operation(), &Operation::changed, this, &BuildDialog::report);
    connect(m_build->operation(), &Operation::finished, this, &BuildDialog::ended);
    report();
    refresh();
    fitHeight();
    m_cancel->setFocus();
}

void BuildDialog::report()
{
    if (!m_build)
        return;
    m_phase->setTone(Tone::Muted);
    m_phase->setText(oneLine(m_build->operation()->phase()));
}

void BuildDialog::ended()
{
    if (!m_build)
        return;
    const ImageBuild *build = std::exchange(m_build, nullptr);
    const Operation *operation = build->operation();
    operation->disconnect(this);
    m_hasEnded = true;
    m_steps->finish(build->progress(), build->failedLine());
    m_phase->setText({});
    if (operation->state() == Operation::State::Failed) {
        showFailure(operation->failure());
    } else if (operation->state() == Operation::State::Succeeded) {
        m_built = build->request().tags.value(0, build->progress().imageId());
        showSuccess(*build);
    } else {
        m_notice->setKind(Banner::Kind::Information);
        m_notice->setMessage(tr("The build was cancelled."), tr("The steps that were done stay in the cache."));
        m_notice->show();
    }
    refresh();
    fitHeight();
    (m_run->isEnabled() ? m_run : m_verb)->setFocus();
}

void BuildDialog::showFailure(const Failure &failure)
{
    m_notice->setKind(Banner::Kind::Error);
    m_notice->setMessage(failure.fact, failure.reason());
    m_notice->show();
}

void BuildDialog::showSuccess(const ImageBuild &build)
{
    int cached = 0;
    int all = 0;
    for (const BuildStep &step : build.progress().steps()) {
        all += step.line > 0;
        cached += step.line > 0 && step.state == BuildStep::State::Cached;
    }
    m_notice->setKind(Banner::Kind::Success);
    m_notice->setMessage(tr("Built %1 in %2.", "an image; a time")
                             .arg(build.request().name(), Humanize::duration(build.operation()->elapsed())),
                         tr("%1 of %n step(s) came from the cache.", nullptr, all).arg(cached));
    m_notice->show();
}

void BuildDialog::run()
{
    if (m_built.isEmpty())
        return;
    Q_EMIT m_workbench->runImageRequested(m_built);
    accept();
}

void BuildDialog::reject()
{
    if (m_build)
        m_build->operation()->cancel();
    else
        QDialog::reject();
}

} // namespace Gantry
