// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "welcome/welcomepanel.h"

#include "engine/onanswer.h"
#include "look/label.h"
#include "look/symbollabel.h"
#include "shell/workbench.h"
#include "welcome/composefilelist.h"
#include "welcome/ingredient.h"

#include <QDir>
#include <QHBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

WelcomePanel::WelcomePanel(Workbench *workbench, QWidget *parent)
    : EmptyState(parent)
    , m_workbench(workbench)
    , m_found(new Label(tr("Compose files found in your home folder"), this))
    , m_files(new ComposeFileList(this))
{
    setObjectName(u"welcome"_s);
    ActionRegistry *actions = workbench->actions();
    QVBoxLayout *sample = addCard(u"play"_s, tr("Try the sample project"),
                                  tr("A small web API with its database, ready to read, change and break."),
                                  actions->action(u"sample.start"_s), true);
    auto *parts = new QHBoxLayout;
    parts->setSpacing(4);
    parts->addWidget(new Ingredient(u"container"_s, u"FastAPI"_s, this));
    parts->addWidget(new SymbolLabel(u"link"_s, Tone::Muted, this));
    parts->addWidget(new Ingredient(u"database"_s, u"PostgreSQL"_s, this));
    parts->addStretch(1);
    sample->addLayout(parts);
    addCard(u"project"_s, tr("Open a Compose project"),
            tr("Pick a folder with a compose.yaml. Gantry shows its services before anything starts."),
            actions->action(u"project.openFolder"_s));
    addCard(u"search"_s, tr("Go to anything"),
            tr("Every page, action, container and project answers to its name. Type a few letters of it."),
            actions->action(u"shell.palette"_s));

    m_found->setLook(13, QFont::DemiBold);
    m_found->setTone(Tone::Muted);
    below()->setSpacing(6);
    below()->addWidget(m_found);
    below()->addWidget(m_files);
    m_found->hide();
    m_files->hide();
    connect(m_files, &ComposeFileList::openRequested, workbench, &Workbench::openPathRequested);
    connect(workbench->engine(), &Engine::stateChanged, this, &WelcomePanel::greet);
    greet();
}

WelcomePanel::~WelcomePanel()
{
    m_search.cancel();
}

void WelcomePanel::greet()
{
    const EngineInfo &info = m_workbench->engine()->info();
    setSentence(
        tr("%1 is ready. Nothing runs yet.", "Docker, Podman").arg(info.product.isEmpty() ? u"Docker"_s : info.product),
        tr("Choose a way to begin. You can stop and remove everything again from this window."));
}

void WelcomePanel::showEvent(QShowEvent *event)
{
    EmptyState::showEvent(event);
    if (!m_searched)
        searchHome();
}

void WelcomePanel::searchHome()
{
    m_searched = true;
    m_search = ComposeFileSearch::start(QDir::homePath(), {});
    onAnswer(m_search, this, [this](const QList<FoundComposeFile> &files) {
        m_files->setFiles(files);
        m_found->setVisible(!files.isEmpty());
        m_files->setVisible(!files.isEmpty());
    });
}

} // namespace Gantry
