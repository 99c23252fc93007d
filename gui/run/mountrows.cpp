// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/mountrows.h"

#include "look/fonts.h"
#include "look/plaintooltip.h"
#include "look/symbolbutton.h"
#include "run/wheelpass.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStringListModel>
#include <QToolButton>

namespace Gantry {

using namespace Qt::StringLiterals;

class MountRows::Row : public QWidget
{
public:
    explicit Row(QWidget *parent)
        : QWidget(parent)
        , kind(new QComboBox(this))
        , source(new QLineEdit(this))
        , target(new QLineEdit(this))
        , readOnly(new QCheckBox(MountRows::tr("Read only"), this))
        , pick(makeSymbolButton(u"folder"_s, MountRows::tr("Choose the folder…"), u"mountPick"_s, this))
    {
    }

    RunMount mount() const
    {
        RunMount mount;
        mount.kind = RunMount::Kind(kind->currentIndex());
        if (mount.kind != RunMount::Kind::Tmpfs) {
            mount.source = source->text();
            mount.readOnly = readOnly->isChecked();
        }
        mount.target = target->text();
        mount.options = options;
        return mount;
    }

    void setMount(const RunMount &mount)
    {
        kind->setCurrentIndex(int(mount.kind));
        source->setText(mount.source);
        target->setText(mount.target);
        readOnly->setChecked(mount.readOnly);
        options = mount.options;
    }

    QComboBox *kind;
    QLineEdit *source;
    QLineEdit *target;
    QCheckBox *readOnly;
    QToolButton *pick;
    QString options; ///< of a pasted line: kept as they are
};

MountRows::MountRows(QWidget *parent)
    : GrowingRows(u"mountRemove"_s, parent)
    , m_volumes(new QStringListModel(this))
{
    addRow();
}

MountRows::Row *MountRows::rowAt(qsizetype index) const
{
    return static_cast<Row *>(rows().at(index));
}

bool MountRows::isEmpty(const QWidget *row) const
{
    const auto *mount = static_cast<const Row *>(row);
    return mount->source->text().isEmpty() && mount->target->text().isEmpty();
}

QList<RunMount> MountRows::mounts() const
{
    QList<RunMount> mounts;
    for (qsizetype i = 0; i < rows().size(); ++i) {
        if (const Row *row = rowAt(i); !isEmpty(row))
            mounts << row->mount();
    }
    return mounts;
}

void MountRows::setMounts(const QList<RunMount> &mounts)
{
    refill(mounts.size(), [&](qsizetype i) { rowAt(i)->setMount(mounts.value(i)); });
}

void MountRows::setVolumes(const QStringList &names)
{
    m_volumes->setStringList(names);
}

void MountRows::setFolderObstacle(const QString &obstacle)
{
    m_folderObstacle = obstacle;
    for (qsizetype i = 0; i < rows().size(); ++i)
        fit(*rowAt(i));
}

QWidget *MountRows::makeRow()
{
    auto *row = new Row(this);
    row->setFocusProxy(row->source);
    row->kind->addItems({tr("Volume"), tr("Folder"), tr("Memory")});
    row->kind->setFixedWidth(Fonts::scaled(96));
    new WheelPass(row->kind);
    row->target->setPlaceholderText(tr("/path in the container"));
    row->kind->setObjectName(u"mountKind"_s);
    row->source->setObjectName(u"mountSource"_s);
    row->target->setObjectName(u"mountTarget"_s);
    row->readOnly->setObjectName(u"mountReadOnly"_s);
    row->pick->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(row);
    layout->addWidget(row->kind);
    layout->addWidget(row->source, 1);
    layout->addWidget(row->pick);
    layout->addWidget(row->target, 1);
    layout->addWidget(row->readOnly);
    fit(*row);

    connect(row->kind, &QComboBox::currentIndexChanged, this, [this, row] {
        fit(*row);
        onEdited();
    });
    for (const QLineEdit *field : {row->source, row->target})
        connect(field, &QLineEdit::textChanged, this, &MountRows::onEdited);
    connect(row->readOnly, &QCheckBox::toggled, this, &MountRows::onEdited);
    connect(row->pick, &QToolButton::clicked, this, [this, row] { pickFolder(row->source); });
    return row;
}

void MountRows::setNumber(QWidget *row, qsizetype number) const
{
    const auto *mount = static_cast<const Row *>(row);
    mount->kind->setAccessibleName(tr("Mount %1, kind").arg(number));
    mount->source->setAccessibleName(tr("Mount %1, volume or folder").arg(number));
    mount->target->setAccessibleName(tr("Mount %1, path in the container").arg(number));
    mount->readOnly->setAccessibleName(tr("Mount %1, read only").arg(number));
}

void MountRows::fit(const Row &row) const
{
    const auto kind = RunMount::Kind(row.kind->currentIndex());
    const bool isVolume = kind == RunMount::Kind::Volume;
    row.source->setEnabled(kind != RunMount::Kind::Tmpfs);
    row.readOnly->setEnabled(kind != RunMount::Kind::Tmpfs);
    row.source->setPlaceholderText(isVolume                           ? tr("Name, or a new one")
                                       : kind == RunMount::Kind::Bind ? tr("/folder of the engine's machine")
                                                                      : tr("gone when it stops"));
    row.pick->setEnabled(kind == RunMount::Kind::Bind && m_folderObstacle.isEmpty());
    setPlainToolTip(row.pick,
                    kind == RunMount::Kind::Bind && !m_folderObstacle.isEmpty() ? m_folderObstacle
                                                                                : tr("Choose the folder…"));
    if (isVolume && !row.source->completer()) {
        auto *completer = new QCompleter(m_volumes, row.source);
        completer->setFilterMode(Qt::MatchContains);
        row.source->setCompleter(completer);
    } else if (!isVolume) {
        row.source->setCompleter(nullptr);
    }
}

void MountRows::pickFolder(QLineEdit *source)
{
    auto *dialog = new QFileDialog(this, tr("Folder to mount"), source->text());
    dialog->setObjectName(u"mountFolder"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, source, &QLineEdit::setText);
    dialog->open();
}

} // namespace Gantry
