// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projects/projectfilesview.h"

#include "compose/composefile.h"
#include "engine/onanswer.h"
#include "items/humanize.h"
#include "look/codeview.h"
#include "look/label.h"
#include "look/oneline.h"
#include "look/taborder.h"

#include <QComboBox>
#include <QFileInfo>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestPath = 80; ///< in the choice, which is as wide as its longest entry

CodeView::Language languageOf(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix();
    if (suffix == "json"_L1)
        return CodeView::Language::Json;
    const bool yaml = suffix.isEmpty() || suffix == "yaml"_L1 || suffix == "yml"_L1;
    return yaml ? CodeView::Language::Yaml : CodeView::Language::Properties;
}

} // namespace

ProjectFilesView::ProjectFilesView(QWidget *parent)
    : QWidget(parent)
{
}

void ProjectFilesView::showEvent(QShowEvent *event)
{
    if (!m_text) {
        build();
        offer();
    }
    QWidget::showEvent(event);
}

void ProjectFilesView::build()
{
    m_choice = new QComboBox(this);
    m_problem = new Label(this);
    m_text = new CodeView(CodeView::Language::Yaml, this);
    m_choice->setObjectName(u"projectFile"_s);
    m_choice->setAccessibleName(tr("File"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_problem->setObjectName(u"projectFileProblem"_s);
    m_problem->setTone(Tone::Error);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_text->setObjectName(u"projectFileText"_s);
    m_text->setAccessibleName(tr("Compose file"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 12, 12);
    layout->setSpacing(12);
    layout->addWidget(m_choice, 0, Qt::AlignLeft);
    layout->addWidget(m_problem);
    layout->addWidget(m_text, 1);
    placeInTabOrder(this);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0)
            show(m_paths.value(index));
    });
}

void ProjectFilesView::setFiles(const ProjectFiles &files)
{
    const QStringList paths = files.configFiles + files.environmentFiles;
    if (paths == m_paths)
        return;
    m_paths = paths;
    if (!paths.contains(m_shown))
        m_shown = paths.value(0);
    if (m_text)
        offer();
}

void ProjectFilesView::offer()
{
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    for (const QString &path : std::as_const(m_paths))
        m_choice->addItem(oneLine(Humanize::path(path), LongestPath));
    m_choice->setVisible(!m_paths.isEmpty());
    m_choice->setCurrentIndex(int(m_paths.indexOf(m_shown)));
    reload();
}

void ProjectFilesView::reload()
{
    if (m_text)
        show(m_shown);
}

void ProjectFilesView::show(const QString &path)
{
    m_shown = path;
    const int generation = ++m_generation;
    m_text->setLanguage(languageOf(path));
    if (path.isEmpty()) {
        m_text->clear();
        m_problem->setText(tr("No file of this project was found on this machine."));
        m_problem->show();
        return;
    }
    struct Content
    {
        QString text;
        QString problem;
    };
    onAnswer(QtConcurrent::run([path] {
                 Content content;
                 content.text = ComposeFile::read(path, &content.problem);
                 return content;
             }),
             this, [this, generation](const Content &content) {
                 if (generation != m_generation)
                     return;
                 m_problem->setText(content.problem);
                 m_problem->setVisible(!content.problem.isEmpty());
                 m_text->showText(content.text);
             });
}

} // namespace Gantry
