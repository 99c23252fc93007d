// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QObject>

class QAbstractItemView;
class QHeaderView;

namespace Gantry {

class UiState;

/// How the columns of a list share its width: they always fill it. Where it is short all give way, those last that the
/// user made wider or narrower, whose widths are remembered.
class ColumnShares : public QObject
{
    Q_OBJECT

public:
    /// Call it when the width of the list changed, and when what its columns want did.
    void fit();

protected:
    /// A column that has room, and its part of the room.
    struct Share
    {
        /// Who gives way first: the usual width, one that holds the contents, one that the user made.
        enum Firmness { Usual, Holding, Meant, BeingResized };

        int column = 0;
        Firmness firmness = Usual;
        int width = 0;
        int least = 0; ///< what it usually holds can still be read
        int narrowest = 0; ///< beside a column that the user made wide

        static int squeeze(QList<Share> *shares, Firmness firmness, int Share::*floor, int excess);
    };

    /// \a header is that of \a view, which has its model. Widths are remembered under \a key, order, sort and what else
    /// a header tells under \a headerKey. Call fit() at the end of the constructor.
    ColumnShares(QAbstractItemView *view, QHeaderView *header, UiState *state, const QString &headerKey,
                 const QString &key);

    /// The columns that are to be shown.
    virtual QList<Share> wantedShares() const = 0;
    QHeaderView *header() const { return m_header; }
    int room() const;
    /// Where the user made the column wider or narrower; else \a fallback.
    int meantWidth(int column, int fallback) const { return m_widths.value(column, fallback); }
    bool isMeant(int column) const { return m_widths.contains(column); }

private:
    /// The same while the user makes \a resized wider or narrower: those before it stay.
    void fit(int resized);
    int lastShown() const;
    void takeWidth(int column, int width);

    QAbstractItemView *m_view;
    QHeaderView *m_header;
    UiState *m_state;
    QString m_key;
    bool m_fitting = false;
    QMap<int, int> m_widths; ///< by column, of those that the user made wider or narrower
    int m_roomThen = 0; ///< how wide the list was then
};

} // namespace Gantry
