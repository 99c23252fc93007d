// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/diagnosisview.h"

#include "compose/projectstore.h"
#include "containers/checklist.h"
#include "containers/containeractions.h"
#include "containers/fittedtext.h"
#include "diagnosis/runwatch.h"
#include "diagnosis/stopreader.h"
#include "engine/engine.h"
#include "items/containercells.h"
#include "items/humanize.h"
#include "look/actionbutton.h"
#include "look/card.h"
#include "look/elidedlabel.h"
#include "look/foldingbuttons.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/symbollabel.h"
#include "look/verbatim.h"
#include "shell/workbench.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QUrl>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// The engine's own measure: what ran for less is restarted later and later.
constexpr int QuickEndMs = 10'000;
/// A slow engine: then what is shown of the container before must go.
constexpr int WaitingAfterMs = 200;

QString symbolOf(Diagnosis::Kind kind)
{
    switch (kind) {
    case Diagnosis::Kind::Fine:
        return u"check"_s;
    case Diagnosis::Kind::NeverStarted:
        return u"info"_s;
    case Diagnosis::Kind::Failed:
    case Diagnosis::Kind::Unhealthy:
        break;
    }
    return u"error"_s;
}

Tone toneOf(Diagnosis::Kind kind)
{
    switch (kind) {
    case Diagnosis::Kind::Fine:
        return Tone::Success;
    case Diagnosis::Kind::NeverStarted:
        return Tone::Info;
    case Diagnosis::Kind::Unhealthy:
        return Tone::Warning;
    case Diagnosis::Kind::Failed:
        break;
    }
    return Tone::Error;
}

} // namespace

DiagnosisView::DiagnosisView(Workbench *workbench, ContainerActions *actions, QWidget *parent)
    : ScrolledColumn(u"diagnosis"_s, parent)
    , m_workbench(workbench)
    , m_reader(new StopReader(workbench->engine(), this))
{
    setAccessibleName(tr("Why it stopped"));
    setFocusPolicy(Qt::StrongFocus);
    build(actions);
    m_settled.setSingleShot(true);
    connect(&m_settled, &QTimer::timeout, this, &DiagnosisView::look);
    m_slow.setSingleShot(true);
    m_slow.setInterval(WaitingAfterMs);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_content->hide();
        m_waiting->show();
    });
    connect(m_reader, &StopReader::diagnosed, this, &DiagnosisView::showDiagnosis);
    connect(m_workbench->projectStore(), &ProjectStore::changed, this, &DiagnosisView::updateBuild);
}

void DiagnosisView::build(ContainerActions *actions)
{
    m_waiting = new Label(tr("Looking for the cause…"), widget());
    m_waiting->setTone(Tone::Muted);
    m_waiting->setContentsMargins(20, 16, 20, 0);
    m_content = new QWidget(widget());
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(20);
    buildHead(layout);
    buildFix(layout, actions);
    buildLines(layout);
    m_checks = new CheckList(tr("What was checked"), m_content);
    m_checks->setObjectName(u"diagnosisChecks"_s);
    layout->addWidget(m_checks);
    m_changes = new CheckList(tr("What changed since it last ran"), m_content);
    m_changes->setObjectName(u"diagnosisChanges"_s);
    layout->addWidget(m_changes);
    column()->setContentsMargins(0, 0, 0, 0);
    column()->setSpacing(0);
    column()->addWidget(m_waiting);
    column()->addWidget(m_content);
    column()->addStretch(1);
    m_content->hide();
}

void DiagnosisView::buildHead(QVBoxLayout *layout)
{
    m_symbol = new SymbolLabel(u"error"_s, Tone::Error, m_content);
    m_symbol->setSide(20, 40);
    m_cause = new FittedText(tr("Cause"), m_content);
    m_cause->setObjectName(u"cause"_s);
    m_cause->setFont(Fonts::ui(18, QFont::DemiBold));
    m_words = new Label(m_content);
    m_words->setObjectName(u"causeWords"_s);
    m_words->setTone(Tone::Muted);
    m_words->setWordWrap(true);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_cause);
    texts->addWidget(m_words);
    auto *head = new QHBoxLayout;
    head->setSpacing(14);
    head->addWidget(m_symbol, 0, Qt::AlignTop);
    head->addLayout(texts, 1);
    layout->addLayout(head);
}

void DiagnosisView::buildFix(QVBoxLayout *layout, ContainerActions *actions)
{
    m_fixCard = new Card(Card::Kind::Strong, m_content);
    m_fixCard->setObjectName(u"fixCard"_s);
    m_fixTitle = new Label(m_fixCard);
    m_fixTitle->setLook(13, QFont::DemiBold);
    m_path = new ElidedLabel({}, m_fixCard);
    m_path->setObjectName(u"fixPath"_s);
    m_path->setLook(12, QFont::Normal, Label::Face::Mono);
    m_path->setTone(Tone::Muted);
    m_fix = new Label(m_fixCard);
    m_fix->setObjectName(u"fix"_s);
    m_fix->setWordWrap(true);
    m_fix->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_place = new Label(m_fixCard);
    m_place->setObjectName(u"fixPlace"_s);
    m_place->setTone(Tone::Muted);
    m_place->setWordWrap(true);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);

    m_changeBox = new Card(Card::Kind::Sunken, m_fixCard);
    m_change = new FittedText(tr("Change"), m_changeBox);
    m_change->setObjectName(u"fixChange"_s);
    m_change->setFont(Fonts::mono(12));
    auto *changeLayout = new QVBoxLayout(m_changeBox);
    changeLayout->setContentsMargins(12, 8, 12, 8);
    changeLayout->addWidget(m_change);

    auto *openFile = new QAction(this);
    openFile->setIcon(symbolIcon(u"edit"_s));
    openFile->setToolTip(tr("Open the file in the program that is set for it"));
    openFile->setVisible(false);
    connect(openFile, &QAction::triggered, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_diagnosis.file)); });
    m_open = new ActionButton(openFile, ButtonKind::Primary, m_fixCard);
    m_open->setObjectName(u"openSource"_s);
    auto *build = new QAction(tr("Build and start"), this);
    build->setIcon(symbolIcon(u"build"_s));
    build->setToolTip(tr("Build the service's image, then make and start its container anew"));
    build->setVisible(false);
    connect(build, &QAction::triggered, this, [this] {
        const ContainerSummary container = m_workbench->engine()->containers()->container(m_container.id);
        Q_EMIT m_workbench->buildServiceRequested(container.project(), container.service());
    });
    m_build = new ActionButton(build, ButtonKind::Outlined, m_fixCard);
    m_build->setObjectName(u"buildAndStart"_s);
    auto *again = new QAction(tr("Run again…"), this);
    again->setIcon(symbolIcon(u"plus"_s));
    again->setToolTip(tr("Open the form for a new container, filled as this one was made, to change what was wrong"));
    again->setVisible(false);
    connect(again, &QAction::triggered, this, [this] { Q_EMIT runAgainRequested(m_container); });
    m_again = new ActionButton(again, ButtonKind::Outlined, m_fixCard);
    m_again->setObjectName(u"runAgain"_s);
    auto *start = new ActionButton(actions->action(u"container.start"_s), ButtonKind::Outlined, m_fixCard);
    auto *buttons = new FoldingButtons(m_fixCard);
    for (ActionButton *button : {m_open, m_build, m_again, start})
        buttons->add(button);
    buttons->setFolding({start, m_again, m_build, m_open});

    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(new SymbolLabel(u"hint"_s, Tone::Accent, m_fixCard));
    first->addWidget(m_fixTitle);
    first->addStretch(1);
    first->addWidget(m_path);
    auto *card = new QVBoxLayout(m_fixCard);
    card->setContentsMargins(16, 12, 16, 14);
    card->setSpacing(8);
    card->addLayout(first);
    card->addWidget(m_fix);
    card->addWidget(m_changeBox);
    card->addWidget(m_place);
    card->addWidget(buttons);
    layout->addWidget(m_fixCard);
}

void DiagnosisView::buildLines(QVBoxLayout *layout)
{
    auto *title = new Label(tr("Last lines"), m_content);
    title->setLook(13, QFont::DemiBold);
    m_linesFact = new Label(m_content);
    m_linesFact->setObjectName(u"linesFact"_s);
    m_linesFact->setLook(12);
    m_linesFact->setTone(Tone::Muted);
    auto *copy = new QAction(tr("Copy report"), this);
    copy->setIcon(symbolIcon(u"copy"_s));
    copy->setToolTip(tr("Copy all that stands on this page as text"));
    connect(copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(m_diagnosis.report()); });
    auto *full = new QAction(tr("Show full log"), this);
    full->setIcon(symbolIcon(u"logs"_s));
    connect(full, &QAction::triggered, this, &DiagnosisView::fullLogRequested);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(title);
    head->addWidget(m_linesFact, 1);
    auto *buttons = new FoldingButtons(m_content);
    auto *copyButton = new ActionButton(copy, ButtonKind::Ghost, buttons);
    auto *fullButton = new ActionButton(full, ButtonKind::Ghost, buttons);
    buttons->add(copyButton);
    buttons->add(fullButton);
    buttons->setFolding({copyButton, fullButton});
    head->addWidget(buttons);

    auto *box = new Card(Card::Kind::Sunken, m_content);
    m_lines = new FittedText(tr("Last lines"), box);
    m_lines->setObjectName(u"diagnosisLines"_s);
    m_lines->setFont(Fonts::mono(12));
    auto *boxLayout = new QVBoxLayout(box);
    boxLayout->setContentsMargins(12, 10, 12, 10);
    boxLayout->addWidget(m_lines);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(6);
    lines->addLayout(head);
    lines->addWidget(box);
    layout->addLayout(lines);
}

void DiagnosisView::setContainer(const ContainerDetails &container)
{
    const bool same = container.id == m_container.id;
    m_container = container;
    if (!same)
        verticalScrollBar()->setValue(0);
    m_settled.stop();
    // Between two quick ends there is nothing new to say.
    const qint64 ran = container.started.msecsTo(QDateTime::currentDateTimeUtc());
    const bool isQuick = container.state == ContainerState::Running && container.health != Health::Unhealthy
        && container.restartCount > 0 && ran < QuickEndMs;
    if (same && isQuick && m_diagnosis.container == container.id) {
        m_settled.start(int(QuickEndMs - ran));
        return;
    }
    look();
}

void DiagnosisView::look()
{
    m_stale = !isVisible();
    if (m_stale || m_container.id.isEmpty())
        return;
    if (m_diagnosis.container != m_container.id)
        m_slow.start();
    m_reader->read(m_container, buildFolder());
}

void DiagnosisView::showDiagnosis(const Diagnosis &diagnosis)
{
    m_slow.stop();
    m_diagnosis = diagnosis;
    m_symbol->setSymbol(symbolOf(diagnosis.kind), toneOf(diagnosis.kind));
    m_cause->setWords(diagnosis.title);
    m_words->setText(diagnosis.words);
    const bool isFault = diagnosis.kind == Diagnosis::Kind::Failed || diagnosis.kind == Diagnosis::Kind::Unhealthy;
    m_fixTitle->setText(isFault ? tr("Suggested fix") : tr("What to do"));
    m_fix->setText(diagnosis.fix);
    m_place->setText(tr("Where: %1").arg(diagnosis.place));
    m_place->setVisible(!diagnosis.place.isEmpty());
    m_fixCard->setVisible(!diagnosis.fix.isEmpty());
    showChange();
    showLines();
    m_checks->setChecks(diagnosis.checks);
    showChanges();
    updateBuild();
    m_waiting->hide();
    m_content->show();
}

ServiceKey DiagnosisView::service() const
{
    return RunWatch::keyOf(*m_workbench->engine(), m_workbench->engine()->containers()->container(m_container.id));
}

void DiagnosisView::showChanges()
{
    m_diagnosis.changes = m_workbench->runMemory()->changes(service(), m_container);
    m_changes->setChecks(m_diagnosis.changes);
}

QDateTime DiagnosisView::shownTime() const
{
    const std::optional<SeenRun> seen
        = isVisible() && !m_container.id.isEmpty() ? m_workbench->runMemory()->run(service()) : std::nullopt;
    return seen ? seen->seen : QDateTime();
}

void DiagnosisView::updateTimes()
{
    if (isVisible() && m_diagnosis.container == m_container.id && !m_container.id.isEmpty())
        showChanges();
}

void DiagnosisView::showChange()
{
    m_changeBox->setVisible(m_diagnosis.change.has_value());
    m_open->action()->setVisible(!m_diagnosis.file.isEmpty());
    m_open->action()->setText(tr("Open %1").arg(verbatim(QFileInfo(m_diagnosis.file).fileName())));
    if (!m_diagnosis.change)
        return;
    const SourceChange &change = *m_diagnosis.change;
    const auto line = [&change](QChar sign, const QString &text, Tone tone) {
        return FittedText::Line{{{u"%1 %2   %3"_s.arg(QString::number(change.line), sign, text), tone}}, tone};
    };
    m_change->setLines({line(u'-', change.before, Tone::Error), line(u'+', change.after, Tone::Success)});
}

void DiagnosisView::showLines()
{
    QList<FittedText::Line> lines;
    for (const EvidenceLine &line : m_diagnosis.lines) {
        FittedText::Line shown;
        shown.tint = line.matters ? Tone::Error : Tone::Normal;
        if (line.isGap) {
            shown.pieces.append({u"⋯"_s, Tone::Faint});
        } else {
            if (line.time.isValid())
                shown.pieces.append(
                    {line.time.toLocalTime().toString(u"HH:mm:ss.zzz  "_s), line.matters ? Tone::Error : Tone::Faint});
            shown.pieces.append({line.text, line.matters ? Tone::Error : Tone::Normal});
        }
        lines.append(shown);
    }
    if (!m_diagnosis.logProblem.isEmpty())
        lines.append({{{m_diagnosis.logProblem, Tone::Error}}, Tone::Normal});
    else if (lines.isEmpty())
        lines.append({{{tr("It wrote nothing."), Tone::Faint}}, Tone::Normal});
    m_lines->setLines(lines);
    m_linesFact->setText(m_diagnosis.linesAreAll ? tr("stdout and stderr, complete") : tr("what matters, and the end"));
}

void DiagnosisView::updateBuild()
{
    const ContainerSummary container = m_workbench->engine()->containers()->container(m_container.id);
    const Project project = m_workbench->projectStore()->project(container.project());
    const ProjectService *service = project.service(container.service());
    // What belongs to a project is made by it.
    m_again->action()->setVisible(!container.id.isEmpty() && container.project().isEmpty());
    m_build->action()->setVisible(service && service->built && m_diagnosis.kind == Diagnosis::Kind::Failed);
    const QString file = m_diagnosis.file.isEmpty() ? project.files.configFiles.value(0) : m_diagnosis.file;
    m_path->setText(Humanize::path(file));
    m_path->setVisible(!file.isEmpty());
}

QString DiagnosisView::buildFolder() const
{
    const ContainerSummary container = m_workbench->engine()->containers()->container(m_container.id);
    const Project project = m_workbench->projectStore()->project(container.project());
    const ProjectService *service = project.service(container.service());
    if (!service || service->buildFolder.isEmpty() || project.files.workingDirectory.isEmpty())
        return {};
    return QDir(project.files.workingDirectory).filePath(service->buildFolder);
}

void DiagnosisView::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    if (m_stale)
        look();
}

void DiagnosisView::hideEvent(QHideEvent *event)
{
    QScrollArea::hideEvent(event);
    if (m_reader->isReading()) {
        m_reader->cancel();
        m_stale = true;
    }
}

} // namespace Gantry
