// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/buildstepsview.h"

#include "build/buildstepmodel.h"
#include "build/dockerfileview.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/oneline.h"
#include "look/separator.h"
#include "look/tableview.h"

#include <QHeaderView>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSplitter>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int StepRowHeight = 28;

QWidget *withCaption(Label *caption, QWidget *content)
{
    caption->setLook(12, QFont::Medium);
    caption->setTone(Tone::Faint);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(16, 8, 4, 4);
    layout->setSpacing(4);
    layout->addWidget(caption);
    layout->addWidget(content, 1);
    return box;
}

} // namespace

BuildStepsView::BuildStepsView(QWidget *parent)
    : QWidget(parent)
    , m_model(new BuildStepModel(this))
    , m_table(new TableView(this))
    , m_caption(new Label(this))
    , m_output(new QPlainTextEdit(this))
    , m_dockerfile(new DockerfileView(this))
{
    m_table->setObjectName(u"buildSteps"_s);
    m_table->setAccessibleName(tr("Steps"));
    m_table->setModel(m_model);
    m_table->setRowHeight(StepRowHeight);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(BuildStepModel::InstructionColumn, QHeaderView::Stretch);
    header->setSectionsClickable(false);

    m_output->setObjectName(u"stepOutput"_s);
    m_output->setAccessibleName(tr("Output of the step"));
    m_output->setReadOnly(true);
    m_output->setTabChangesFocus(true);
    m_output->setFrameShape(QFrame::NoFrame);
    m_output->setFont(Fonts::mono());
    m_output->setWordWrapMode(QTextOption::WrapAnywhere);
    m_output->setUndoRedoEnabled(false);
    m_output->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_dockerfile->setObjectName(u"dockerfileText"_s);
    m_dockerfile->setAccessibleName(tr("Text of the Dockerfile"));

    auto *details = new QSplitter(Qt::Horizontal, this);
    details->setChildrenCollapsible(false);
    details->addWidget(withCaption(m_caption, m_output));
    details->addWidget(withCaption(new Label(tr("Dockerfile")), m_dockerfile));
    details->setStretchFactor(0, 1);
    details->setStretchFactor(1, 1);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_table);
    parts->addWidget(details);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(parts);

    // A header hears of rows that change, and not of those that come.
    connect(m_model, &QAbstractItemModel::rowsInserted, m_table,
            [this] { m_table->resizeColumnToContents(BuildStepModel::StateColumn); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_choosing)
            m_follows = false;
        showStep();
    });
}

void BuildStepsView::begin()
{
    m_model->clear();
    m_dockerfile->setLines({});
    m_follows = true;
    showStep();
}

void BuildStepsView::follow(const BuildProgress &progress, const QList<int> &changed)
{
    if (m_model->rowCount() == 0)
        m_dockerfile->setLines(progress.dockerfile().lines());
    {
        const QScopedValueRollback guard(m_choosing, true);
        m_model->update(progress.steps(), changed);
    }
    if (m_follows && progress.runningStep() >= 0)
        choose(progress.runningStep());
    if (changed.contains(m_table->currentIndex().row()))
        showStep();
}

void BuildStepsView::finish(const BuildProgress &progress, int failedLine)
{
    if (m_dockerfile->document()->isEmpty())
        m_dockerfile->setLines(progress.dockerfile().lines());
    if (const int failed = progress.failedStep(); failed >= 0)
        choose(failed);
    else if (m_follows && m_model->rowCount() > 0)
        choose(m_model->rowCount() - 1);
    if (failedLine > 0)
        m_dockerfile->mark(failedLine, failedLine, true);
    showStep();
}

void BuildStepsView::choose(int row)
{
    if (m_table->currentIndex().row() == row)
        return;
    const QScopedValueRollback guard(m_choosing, true);
    m_table->setCurrentIndex(m_model->index(row, 0));
}

void BuildStepsView::showStep()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || row >= m_model->rowCount()) {
        m_shownKey.clear();
        m_caption->setText(tr("Output"));
        showOutput({});
        return;
    }
    const BuildStep &step = m_model->steps().at(row);
    if (step.key != m_shownKey) {
        m_shownKey = step.key;
        m_output->clear();
        m_shown.clear();
    }
    m_caption->setText(step.number.isEmpty() ? tr("Output") : tr("Output of step %1").arg(oneLine(step.number)));
    QString output = step.output;
    if (!step.problem.isEmpty())
        output += step.problem + u'\n';
    showOutput(output);
    if (step.line > 0 || step.state != BuildStep::State::Failed)
        m_dockerfile->mark(step.line, step.lastLine, step.state == BuildStep::State::Failed);
}

void BuildStepsView::showOutput(const QString &output)
{
    const QScrollBar *bar = m_output->verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    if (!m_shown.isEmpty() && output.startsWith(m_shown)) {
        QTextCursor end(m_output->document());
        end.movePosition(QTextCursor::End);
        end.insertText(visible(output.mid(m_shown.size())));
    } else if (output != m_shown) {
        m_output->setPlainText(visible(output));
    }
    m_shown = output;
    if (atEnd)
        m_output->verticalScrollBar()->setValue(m_output->verticalScrollBar()->maximum());
}

} // namespace Gantry
