// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/currentrow.h"

#include <QAbstractItemView>

namespace Gantry {

void letCurrentFollowSelection(QAbstractItemView *view)
{
    QObject::connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, view,
                     [view](const QItemSelection &selected) {
                         const QModelIndexList indexes = selected.indexes();
                         if (indexes.isEmpty() || indexes.contains(view->currentIndex()))
                             return;
                         view->selectionModel()->setCurrentIndex(indexes.constFirst(), QItemSelectionModel::NoUpdate);
                     });
}

} // namespace Gantry
