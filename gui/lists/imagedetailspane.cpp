// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/imagedetailspane.h"

#include "engine/engine.h"
#include "engine/onanswer.h"
#include "items/humanize.h"
#include "items/imagehistorymodel.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/tableview.h"

#include <QHeaderView>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int StepWidth = 68;
constexpr int AddsWidth = 96;

} // namespace

ImageDetailsPane::ImageDetailsPane(Engine *engine, QWidget *parent)
    : ObjectDetailsPane(
        tr("Image details"),
        tr("An image is a file system in read-only layers, and how to start a program in it: one for all its "
           "containers.\nA container is a process on top of such layers, with a layer of its own to write into, which "
           "goes with it."),
        parent)
    , m_engine(engine)
    , m_history(new ImageHistoryModel(this))
    , m_table(new TableView(this))
{
    addHeading(tr("How it was made, the last step first"));
    m_problem = addText({});
    m_problem->setTone(Tone::Error);
    m_problem->hide();
    m_table->setObjectName(u"imageHistory"_s);
    m_table->setAccessibleName(tr("History"));
    m_table->setModel(m_history);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setMinimumHeight(Fonts::scaled(96));
    QHeaderView *header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ImageHistoryModel::InstructionColumn, QHeaderView::Stretch);
    header->resizeSection(ImageHistoryModel::NumberColumn, Fonts::scaled(StepWidth));
    header->resizeSection(ImageHistoryModel::SizeColumn, Fonts::scaled(AddsWidth));
    more()->addWidget(m_table, 1);
}

void ImageDetailsPane::clear()
{
    m_id.clear();
    showNothing();
}

void ImageDetailsPane::setImage(const ImageRow &image)
{
    const ImageSummary &summary = image.image;
    QList<Entry> facts{{tr("ID"), summary.shortId(), true},
                       {tr("Created"), Humanize::ago(summary.created)},
                       {tr("Size"), Humanize::sizeText(summary.size)}};
    if (image.uniqueSize >= 0) {
        facts.append(
            {tr("Unshared"),
             tr("%1; %2 shared with other images", "sizes")
                 .arg(Humanize::sizeText(image.uniqueSize), Humanize::sizeText(summary.size - image.uniqueSize))});
    }
    if (summary.tags.size() > 1)
        facts.append({tr("Names"), summary.tags.join(u", "_s)});
    facts.append({tr("Used by"), image.usage.isEmpty() ? tr("no container") : image.usage.containers.join(u", "_s)});
    showObject(image.tag.isEmpty() ? summary.shortId() : image.tag, facts);
    if (summary.id != m_id)
        readHistory(summary.id);
}

void ImageDetailsPane::readHistory(const QString &id)
{
    m_id = id;
    m_history->setLayers({});
    m_problem->hide();
    EngineClient *client = m_engine->client();
    if (!client) {
        m_id.clear();
        return;
    }
    onAnswer<EngineError>(
        client->imageHistory(id), this,
        [this, id](const QList<ImageLayer> &layers) {
            if (id == m_id)
                m_history->setLayers(layers);
        },
        [this, id](const EngineError &error) {
            if (id != m_id)
                return;
            m_id.clear(); // to be asked for again
            m_problem->setText(error.sentence());
            m_problem->show();
        });
}

} // namespace Gantry
