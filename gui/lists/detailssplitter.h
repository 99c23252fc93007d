// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace Gantry {

class UiState;

/// A list and the details of what is chosen in it: beside each other, or below where the page is narrow, and then only
/// while something is chosen. What the user made of it is remembered for both ways.
class DetailsSplitter : public QSplitter
{
    Q_OBJECT

public:
    /// Takes both widgets over. The state's keys start with \a id.
    DetailsSplitter(QWidget *list, QWidget *details, UiState *state, const QString &id, QWidget *parent);

    /// Whether something is chosen.
    void setUseful(bool useful);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    void turn(Qt::Orientation orientation);
    QString key() const;

    QWidget *m_details;
    UiState *m_state;
    QString m_id;
    bool m_useful = false;
    bool m_placed = false;
};

} // namespace Gantry
