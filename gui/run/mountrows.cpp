// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/mountrows.h"

#include "look/fonts.h"
#include "look/plaintooltip.h"
#include "look/symbolbutton.h"
#include "look/taborder.h"
#include "run/wheelpass.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QScopedValueRollback>
#include <QStringListModel>
#include <QToolButton>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

MountRows::MountRows(QWidget *parent)
    : QWidget(parent)
    , m_volumes(new QStringListModel(this))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    addRow();
}

bool MountRows::isEmpty(const Row &row)
{
    return row.source->text().isEmpty() && row.target->text().isEmpty();
}

QList<RunMount> MountRows::mounts() const
{
    QList<RunMount> mounts;
    for (const Row &row : m_rows) {
        if (isEmpty(row))
            continue;
        RunMount mount;
        mount.kind = RunMount::Kind(row.kind->currentIndex());
        if (mount.kind != RunMount::Kind::Tmpfs) {
            mount.source = row.source->text();
            mount.readOnly = row.readOnly->isChecked();
        }
        mount.target = row.target->text();
        mount.options = row.options;
        mounts << mount;
    }
    return mounts;
}

void MountRows::setMounts(const QList<RunMount> &mounts)
{
    {
        const QScopedValueRollback guard(m_filling, true);
        // The first row stays: the others find their place in the order of Tab behind it.
        while (m_rows.size() > mounts.size() + 1)
            removeRow(m_rows.last().widget);
        while (m_rows.size() < mounts.size() + 1)
            addRow();
        for (qsizetype i = 0; i < m_rows.size(); ++i)
            setRow(&m_rows[i], mounts.value(i));
    }
    Q_EMIT changed();
}

void MountRows::setVolumes(const QStringList &names)
{
    m_volumes->setStringList(names);
}

void MountRows::setFolderObstacle(const QString &obstacle)
{
    m_folderObstacle = obstacle;
    for (const Row &row : std::as_const(m_rows))
        fit(row);
}

void MountRows::setRow(Row *row, const RunMount &mount)
{
    row->kind->setCurrentIndex(int(mount.kind));
    row->source->setText(mount.source);
    row->target->setText(mount.target);
    row->readOnly->setChecked(mount.readOnly);
    row->options = mount.options;
}

void MountRows::addRow()
{
    Row row;
    row.widget = new QWidget(this);
    row.kind = new QComboBox(row.widget);
    row.kind->addItems({tr("Volume"), tr("Folder"), tr("Memory")});
    row.kind->setFixedWidth(Fonts::scaled(96));
    new WheelPass(row.kind);
    row.source = new QLineEdit(row.widget);
    row.target = new QLineEdit(row.widget);
    row.target->setPlaceholderText(tr("/path in the container"));
    row.readOnly = new QCheckBox(tr("Read only"), row.widget);
    row.pick = makeSymbolButton(u"folder"_s, tr("Choose the folder…"), u"mountPick"_s, row.widget);
    QToolButton *remove = makeSymbolButton(u"close"_s, tr("Remove this row"), u"mountRemove"_s, row.widget);
    const qsizetype number = m_rows.size() + 1;
    row.kind->setObjectName(u"mountKind"_s);
    row.kind->setAccessibleName(tr("Mount %1, kind").arg(number));
    row.source->setObjectName(u"mountSource"_s);
    row.source->setAccessibleName(tr("Mount %1, volume or folder").arg(number));
    row.target->setObjectName(u"mountTarget"_s);
    row.target->setAccessibleName(tr("Mount %1, path in the container").arg(number));
    row.readOnly->setObjectName(u"mountReadOnly"_s);
    row.readOnly->setAccessibleName(tr("Mount %1, read only").arg(number));
    for (QToolButton *button : {row.pick, remove})
        button->setFocusPolicy(Qt::TabFocus);

    auto *layout = new QHBoxLayout(row.widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(row.kind);
    layout->addWidget(row.source, 1);
    layout->addWidget(row.pick);
    layout->addWidget(row.target, 1);
    layout->addWidget(row.readOnly);
    layout->addWidget(remove);
    m_layout->addWidget(row.widget);
    if (!m_rows.isEmpty())
        placeInTabOrder(m_rows.last().widget->findChild<QToolButton *>(u"mountRemove"_s), row.widget);
    m_rows << row;
    fit(row);

    connect(row.kind, &QComboBox::currentIndexChanged, this, [this, row] {
        fit(row);
        onEdited();
    });
    for (const QLineEdit *field : {row.source, row.target})
        connect(field, &QLineEdit::textChanged, this, &MountRows::onEdited);
    connect(row.readOnly, &QCheckBox::toggled, this, &MountRows::onEdited);
    connect(row.pick, &QToolButton::clicked, this, [this, source = row.source] { pickFolder(source); });
    connect(remove, &QToolButton::clicked, this, [this, widget = row.widget] {
        removeRow(widget);
        onEdited();
        m_rows.last().source->setFocus();
    });
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

void MountRows::removeRow(const QWidget *widget)
{
    const auto it
        = std::find_if(m_rows.begin(), m_rows.end(), [widget](const Row &row) { return row.widget == widget; });
    if (it == m_rows.end())
        return;
    // Its button may be the one that was clicked.
    it->widget->hide();
    it->widget->deleteLater();
    m_rows.erase(it);
}

void MountRows::onEdited()
{
    if (m_filling)
        return;
    if (m_rows.isEmpty() || !isEmpty(m_rows.last()))
        addRow();
    Q_EMIT changed();
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
