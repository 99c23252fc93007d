// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/imagespage.h"

#include "build/builddialog.h"
#include "items/humanize.h"
#include "items/imagemodel.h"
#include "lists/imagearchives.h"
#include "lists/imagedetailspane.h"
#include "lists/tagimagedialog.h"
#include "look/oneline.h"
#include "look/pageheader.h"
#include "look/tableview.h"
#include "run/pulldialog.h"
#include "run/rundialog.h"
#include "shell/ask.h"
#include "shell/workbench.h"

#include <QHash>
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
    registerActions();
    addHeaderButtons();
    addBuild();
    header()->addButton(workbench->actions()->action(u"images.pull"_s), ButtonKind::Primary);
    addChips({tr("All"), tr("In use"), tr("Unused"), tr("Dangling")});
    m_details = new ImageDetailsPane(workbench->engine(), this);
    setDetails(m_details);
    setColumnWeights({34, 13, 12, 15, 10, 10, 12});
    const DiskMeter *meter = workbench->diskMeter();
    connect(meter, &DiskMeter::measured, this, [this, meter] { m_model->setUniqueSizes(meter->uniqueImageSizes()); });
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
    connect(workbench(), &Workbench::runImageRequested, this,
            [this](const QString &image) { RunDialog::openFor(workbench(), this, image); });
    QAction *pull = actions->add({u"images.pull"_s, ActionRegistry::Menu::Image, tr("Pull image"),
                                  tr("Get an image from a registry"), u"download"_s});
    connect(pull, &QAction::triggered, this, [this] { PullDialog::openFor(workbench(), this); });
    connect(workbench()->engine(), &Engine::stateChanged, this, &ImagesPage::updateActions);
    table()->insertAction(table()->actions().value(0), run);
    header()->addButton(run);
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

void ImagesPage::registerActions()
{
    connect(addAction(u"tag"_s, tr("Tag image…"), tr("Tag…"), tr("Give the image one more name"), u"label"_s, true),
            &QAction::triggered, this, &ImagesPage::tag);
    connect(addAction(u"untag"_s, tr("Untag image"), tr("Untag"), tr("Take the name away; the image stays"), u"close"_s,
                      true),
            &QAction::triggered, this, &ImagesPage::untag);
    connect(
        addAction(u"save"_s, tr("Save images…"), tr("Save…"), tr("Write the images to a tar file"), u"save"_s, true),
        &QAction::triggered, this, &ImagesPage::save);
    connect(addAction(u"load"_s, tr("Load images…"), tr("Load…"), tr("Read images from tar files"), u"upload"_s, false),
            &QAction::triggered, this, [this] { loadImages(workbench(), this); });
    connect(addAction(u"measure"_s, tr("Measure images"), tr("Measure sizes"),
                      tr("Ask the engine what each image takes that no other one shares"), u"stats"_s, false),
            &QAction::triggered, workbench()->diskMeter(), &DiskMeter::measure);
}

const ImageRow *ImagesPage::chosen() const
{
    const QList<int> rows = chosenRows();
    return rows.size() == 1 ? &m_model->row(rows.first()) : nullptr;
}

bool ImagesPage::belongs(int row, int chip) const
{
    const ImageRow &image = m_model->row(row);
    switch (chip) {
    case Used:
        return !image.usage.isEmpty();
    case Unused:
        return image.usage.isEmpty();
    case Dangling:
        return image.isDangling();
    default:
        return true;
    }
}

void ImagesPage::followSelection(const QList<int> &rows)
{
    const ImageRow *image = rows.size() == 1 ? &m_model->row(rows.first()) : nullptr;
    if (image)
        m_details->setImage(*image);
    else
        m_details->clear();
    const QString common = commonObstacle(true);
    const QString single = common.isEmpty() && !image ? tr("Choose one image only.") : common;
    setObstacle(u"tag"_s, single);
    QString untag = single;
    if (untag.isEmpty() && image->image.tags.size() < 2)
        untag = tr("It is the only name: without it, the image goes, too. That is what Remove does.");
    setObstacle(u"untag"_s, untag);
    setObstacle(u"save"_s, common);
    setObstacle(u"load"_s, commonObstacle(false));
    setObstacle(u"measure"_s, commonObstacle(false));
}

void ImagesPage::tag()
{
    if (const ImageRow *image = chosen()) {
        const ObjectCommands::Target target{image->reference(),
                                            image->tag.isEmpty() ? image->image.shortId() : image->tag};
        (new TagImageDialog(workbench(), commands(), target, image->image.id, this))->open();
    }
}

void ImagesPage::untag()
{
    if (const ImageRow *image = chosen(); image && image->image.tags.size() > 1)
        commands()->removeImages({{image->tag, image->tag}});
}

void ImagesPage::save()
{
    QStringList names;
    qint64 size = 0;
    QSet<QString> counted;
    const QList<int> rows = chosenRows();
    for (const int row : rows) {
        const ImageRow &image = m_model->row(row);
        names << image.reference();
        if (!counted.contains(image.image.id))
            size += image.image.size;
        counted.insert(image.image.id);
    }
    if (!names.isEmpty())
        saveImages(workbench(), names, size, this);
}

void ImagesPage::addBuild()
{
    QAction *build = workbench()->actions()->add({u"images.build"_s,
                                                  ActionRegistry::Menu::Image,
                                                  tr("Build image"),
                                                  tr("Make an image from a folder with a Dockerfile"),
                                                  u"build"_s,
                                                  {},
                                                  true});
    connect(build, &QAction::triggered, this, [this] { BuildDialog::openFor(workbench(), this); });
    connect(workbench(), &Workbench::buildImageRequested, this,
            [this](const QString &folder) { BuildDialog::openFor(workbench(), this, folder); });
    header()->addButton(build, ButtonKind::Outlined);
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

QString ImagesPage::removeObstacle(const QList<int> &) const
{
    return {};
}

void ImagesPage::remove(const QList<int> &rows)
{
    // An image goes with the last of its names.
    QHash<QString, int> chosenNames;
    for (const int row : rows)
        ++chosenNames[m_model->row(row).image.id];
    QList<ObjectCommands::Target> targets;
    Question question;
    bool used = false;
    QSet<QString> going;
    for (const int row : rows) {
        const ImageRow &image = m_model->row(row);
        targets.append({image.reference(), image.tag.isEmpty() ? image.image.shortId() : image.tag});
        const QString name = targets.last().name;
        const bool goes = image.image.tags.size() <= chosenNames.value(image.image.id);
        const bool needed = goes && !image.usage.isEmpty();
        used = used || needed;
        if (goes)
            going.insert(image.image.id);
        if (needed) {
            question.names.append(tr("%1, used by %2", "an image; a container, or \"3 containers\"")
                                      .arg(shortName(name), shortName(image.usage.containersText())));
        } else {
            question.names.append(goes ? name : tr("%1: the name only", "of an image that stays").arg(name));
        }
    }
    const auto images = int(chosenNames.size());
    if (going.isEmpty()) {
        question.title = tr("Remove names of images");
        question.text = tr("Remove %n name(s)?", nullptr, int(rows.size()));
        question.consequence = tr("Nothing else goes: the images stay under their other names.");
        question.verb = tr("Remove %n name(s)", nullptr, int(rows.size()));
    } else {
        question.title = tr("Remove images");
        question.text = tr("Remove %n image(s)?", nullptr, images);
        question.consequence = tr("They must be pulled or built again before a container can be made from them.");
        question.verb = tr("Remove %n image(s)", nullptr, images);
        if (going.size() < images) {
            question.text = tr("Remove %n image(s) and names of others?", nullptr, int(going.size()));
            question.consequence += u'\n' + tr("Of those with other names the name goes only; they stay.");
            question.verb = tr("Remove images and names");
        }
    }
    if (used) {
        question.consequence += u'\n'
            + tr("The engine refuses images that containers use. With force it takes the names of those whose "
                 "containers "
                 "are stopped; running containers keep theirs.");
        question.option = tr("Force");
    }
    ask(this, question, [this, targets](bool force) { commands()->removeImages(targets, force); });
}

} // namespace Gantry
