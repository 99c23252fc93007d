// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/removecontainersdialog.h"

#include "look/buttonkind.h"
#include "look/label.h"
#include "look/namelist.h"
#include "look/oneline.h"
#include "look/verbatim.h"
#include "shell/workbench.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

bool isAnonymous(const QString &volume)
{
    static const QRegularExpression digits(u"^[0-9a-f]{64}$"_s);
    return digits.match(volume).hasMatch();
}

QString line(const ContainerSummary &container)
{
    if (container.state == ContainerState::Paused)
        return RemoveContainersDialog::tr("• %1, which is paused and will be killed").arg(shortName(container.name));
    return (container.isRunning() ? RemoveContainersDialog::tr("• %1, which is running and will be killed")
                                  : RemoveContainersDialog::tr("• %1"))
        .arg(shortName(container.name));
}

} // namespace

void RemoveContainersDialog::ask(Workbench *workbench, const QStringList &ids, QWidget *parent)
{
    QStringList existing;
    for (const QString &id : ids) {
        if (workbench->engine()->containers()->contains(id))
            existing << id;
    }
    if (existing.isEmpty())
        return;
    auto *dialog = new RemoveContainersDialog(workbench, existing, parent->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QStringList RemoveContainersDialog::ownVolumes(const QHash<QString, ContainerSummary> &containers,
                                               const QStringList &ids)
{
    const QSet<QString> going(ids.begin(), ids.end());
    QSet<QString> own;
    QSet<QString> usedElsewhere;
    for (const ContainerSummary &container : containers) {
        for (const ContainerMount &mount : container.mounts) {
            if (mount.type == "volume"_L1 && !isAnonymous(mount.name) && !mount.name.isEmpty())
                (going.contains(container.id) ? own : usedElsewhere).insert(mount.name);
        }
    }
    QStringList names = (own - usedElsewhere).values();
    names.sort(Qt::CaseInsensitive);
    return names;
}

int RemoveContainersDialog::anonymousVolumes(const QHash<QString, ContainerSummary> &containers, const QStringList &ids)
{
    QSet<QString> volumes;
    for (const QString &id : ids) {
        const QList<ContainerMount> mounts = containers.value(id).mounts;
        for (const ContainerMount &mount : mounts) {
            if (mount.type == "volume"_L1 && isAnonymous(mount.name))
                volumes.insert(mount.name);
        }
    }
    return int(volumes.size());
}

RemoveContainersDialog::RemoveContainersDialog(Workbench *workbench, const QStringList &ids, QWidget *parent)
    : QDialog(parent)
    , m_workbench(workbench)
    , m_ids(ids)
{
    setObjectName(u"removeContainers"_s);
    QList<ContainerSummary> containers;
    for (const QString &id : ids)
        containers << workbench->engine()->containers()->container(id);
    std::sort(containers.begin(), containers.end(),
              [](const ContainerSummary &a, const ContainerSummary &b) { return a.name < b.name; });
    const auto count = int(containers.size());
    setWindowTitle(count == 1 ? tr("Remove container") : tr("Remove containers"));

    const QString sentence = count == 1 ? tr("Remove the container %1?").arg(shortName(containers.first().name))
                                        : tr("Remove %1 containers?").arg(count);
    auto *question = new Label(sentence, this);
    question->setObjectName(u"question"_s);
    question->setLook(15, QFont::DemiBold);
    question->setWordWrap(true);
    setAccessibleName(sentence);
    QStringList lines;
    for (const ContainerSummary &container : std::as_const(containers))
        lines << line(container);
    const bool few = count <= NameList::Few;
    QString loss = tr("What was written into a container and not into a volume is lost.");
    if (few)
        loss.prepend(lines.join(u'\n') + u"\n\n"_s);
    auto *consequence = new Label(loss, this);
    consequence->setObjectName(u"consequence"_s);
    consequence->setWordWrap(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(question);
    if (!few)
        layout->addWidget(new NameList(lines, this));
    layout->addWidget(consequence);
    addVolumes(layout);
    layout->addStretch(1);

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    m_verb = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_verb->setObjectName(u"remove"_s);
    setButtonKind(m_verb, ButtonKind::Danger);
    cancel->setObjectName(u"cancel"_s);
    cancel->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &RemoveContainersDialog::remove);
    layout->addWidget(buttons);
    updateVerb();
    setMinimumWidth(440);
    cancel->setFocus();
}

void RemoveContainersDialog::addVolumes(QVBoxLayout *layout)
{
    const QHash<QString, ContainerSummary> &containers = m_workbench->engine()->containers()->containers();
    const QStringList named = ownVolumes(containers, m_ids);
    const int anonymous = anonymousVolumes(containers, m_ids);
    if (named.isEmpty() && anonymous == 0)
        return;
    auto *heading = new Label(tr("Also remove, with all data in them:"), this);
    heading->setLook(13, QFont::DemiBold);
    layout->addWidget(heading);

    auto *list = new QWidget(this);
    auto *boxes = new QVBoxLayout(list);
    boxes->setContentsMargins(0, 0, 0, 0);
    boxes->setSpacing(4);
    const auto addBox = [&](const QString &text, const QString &name) {
        auto *box = new QCheckBox(verbatim(text), list);
        box->setObjectName(name);
        box->setAccessibleName(text);
        connect(box, &QCheckBox::toggled, this, &RemoveContainersDialog::updateVerb);
        boxes->addWidget(box);
        return box;
    };
    for (const QString &name : named) {
        QCheckBox *box = addBox(tr("Volume %1").arg(shortName(name)), u"volume"_s);
        box->setProperty("volumeName", name);
        m_volumes << box;
    }
    if (anonymous > 0) {
        m_anonymous = addBox(anonymous == 1 ? tr("1 anonymous volume") : tr("%1 anonymous volumes").arg(anonymous),
                             u"anonymousVolumes"_s);
    }
    if (named.size() <= 8) {
        layout->addWidget(list);
        return;
    }
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(list);
    scroll->setMinimumHeight(200);
    layout->addWidget(scroll, 1);
}

void RemoveContainersDialog::updateVerb()
{
    const auto count = int(m_ids.size());
    const auto chosen
        = int(std::count_if(m_volumes.begin(), m_volumes.end(), [](const QCheckBox *box) { return box->isChecked(); }));
    const bool volumes = chosen > 0 || (m_anonymous && m_anonymous->isChecked());
    QString text = count == 1 ? tr("Remove 1 container") : tr("Remove %1 containers").arg(count);
    if (volumes)
        text = count == 1 ? tr("Remove 1 container and volumes") : tr("Remove %1 containers and volumes").arg(count);
    m_verb->setText(text);
    m_verb->setAccessibleName(text);
}

void RemoveContainersDialog::remove()
{
    QStringList volumes;
    for (const QCheckBox *box : std::as_const(m_volumes)) {
        if (box->isChecked())
            volumes << box->property("volumeName").toString();
    }
    m_workbench->containerCommands()->remove(m_ids, m_anonymous && m_anonymous->isChecked(), volumes);
    accept();
}

} // namespace Gantry
