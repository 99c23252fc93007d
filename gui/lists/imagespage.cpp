// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/imagespage.h"

#include "items/humanize.h"
#include "items/imagemodel.h"
#include "look/oneline.h"
#include "look/pageheader.h"
#include "look/tableview.h"
#include "run/pulldialog.h"
#include "run/rundialog.h"
#include "shell/ask.h"
#include "shell/workbench.h"

#include <QSet>

namespace Gantry {

using namespace Qt::StringLiterals;

ImagesPage::ImagesPage(Workbench *workbench, QWidget *parent)
    : ImagesPage(workbench, new ImageModel(workbench->engine()->containers()), parent)
{
}

ImagesPage::ImagesPage(Workbench *workbench, ImageModel *model, QWidget *parent)
    : ListPage(workbench,
               {u"images"_s, u"image"_s, tr("Images"), tr("Filter by name, ID, project…"),
                tr("The engine has no images. They come with the first project or container."),
                ActionRegistry::Menu::Image, tr("Copy image name"), tr("Copy image ID"), tr("Remove images…")},
               model, parent)
    , m_model(model)
{
    addActions();
    setColumnWeights({36, 14, 14, 16, 10, 12});
    const auto follow = [this] {
        m_model->setImages(this->workbench()->engine()->images());
        refresh();
    };
    connect(workbench->engine(), &Engine::imagesChanged, this, follow);
    follow();
}

void ImagesPage::addActions()
{
    ActionRegistry *actions = workbench()->actions();
    QAction *run = actions->add({u"images.run"_s,
                                 ActionRegistry::Menu::Image,
                                 tr("Run…"),
                                 tr("Make a container of the chosen image and start it"),
                                 u"play"_s,
                                 {},
                                 true});
    connect(run, &QAction::triggered, this, [this] { RunDialog::openFor(workbench(), this, chosenImage()); });
    QAction *pull = actions->add({u"images.pull"_s, ActionRegistry::Menu::Image, tr("Pull image"),
                                  tr("Get an image from a registry"), u"download"_s});
    connect(pull, &QAction::triggered, this, [this] { PullDialog::openFor(workbench(), this); });
    connect(workbench()->engine(), &Engine::stateChanged, this, &ImagesPage::updateActions);
    table()->insertAction(table()->actions().value(0), run);
    header()->addButton(run);
    header()->addSeparator();
    header()->addButton(pull, ButtonKind::Primary);
}

QString ImagesPage::chosenImage() const
{
    const QList<int> rows = chosenRows();
    return rows.size() == 1 ? m_model->row(rows.first()).reference() : QString();
}

void ImagesPage::updateActions()
{
    ListPage::updateActions();
    const bool connected = workbench()->engine()->state() == Engine::State::Connected;
    const QString offline = connected ? QString() : tr("The engine is not connected.");
    const QString one = isVisible() && !chosenImage().isEmpty() ? offline : tr("Choose one image on the page Images.");
    workbench()->actions()->setAvailable(u"images.run"_s, one.isEmpty(), one);
    workbench()->actions()->setAvailable(u"images.pull"_s, connected, offline);
}

int ImagesPage::count() const
{
    return m_model->imageCount();
}

QString ImagesPage::fact() const
{
    qint64 size = 0;
    QSet<QString> counted;
    for (const ImageRow &row : m_model->rows()) {
        if (counted.contains(row.image.id))
            continue;
        counted.insert(row.image.id);
        size += row.image.size;
    }
    return counted.isEmpty() ? tr("none yet")
                             : tr("%1, at most %2", "\"41 images\" and a size: shared layers count once on disk")
                                   .arg(tr("%n image(s)", nullptr, int(counted.size())), Humanize::sizeText(size));
}

QStringList ImagesPage::names(const QList<int> &rows) const
{
    QStringList result;
    for (const int row : rows)
        result.append(m_model->row(row).reference());
    return result;
}

QStringList ImagesPage::ids(const QList<int> &rows) const
{
    QStringList result;
    for (const int row : rows)
        result.append(m_model->row(row).image.id);
    return result;
}

QString ImagesPage::removeObstacle(const QList<int> &rows) const
{
    for (const int row : rows) {
        const ImageRow &image = m_model->row(row);
        if (image.image.tags.size() <= 1 && !image.usage.isEmpty()) {
            return tr("%1 uses it. Remove the container first.", "a container, or \"3 containers\"")
                .arg(shortName(image.usage.containersText()));
        }
    }
    return {};
}

void ImagesPage::remove(const QList<int> &rows)
{
    QList<ObjectCommands::Target> targets;
    Question question;
    for (const int row : rows) {
        const ImageRow &image = m_model->row(row);
        targets.append({image.reference(), image.tag.isEmpty() ? image.image.shortId() : image.tag});
        question.names.append(targets.last().name);
    }
    const int number = int(rows.size());
    question.title = tr("Remove images");
    question.text = tr("Remove %n image(s)?", nullptr, number);
    question.consequence = tr("They must be pulled or built again before a container can be made from them.");
    question.verb = tr("Remove %n image(s)", nullptr, number);
    ask(this, question, [this, targets](bool) { commands()->removeImages(targets); });
}

} // namespace Gantry
