// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/imagespage.h"

#include "items/humanize.h"
#include "items/imagemodel.h"
#include "look/oneline.h"
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
    setColumnWeights({36, 14, 14, 16, 10, 12});
    const auto follow = [this] {
        m_model->setImages(this->workbench()->engine()->images());
        refresh();
    };
    connect(workbench->engine(), &Engine::imagesChanged, this, follow);
    follow();
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
