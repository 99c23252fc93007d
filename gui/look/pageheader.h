// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"
#include "look/buttonkind.h"

#include <QWidget>

class QAction;
class QHBoxLayout;

namespace Gantry {

class ActionButton;
class ElidedLabel;
class Pill;

/// The top of a page: its title and one muted fact, or title, pill and a second line; the page's actions at the right,
/// always in the same order and place, disabled rather than hidden. Where the title and the fact need the room, actions
/// on a list's selection show their icons alone, the last first, then the page's own, the primary one last.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setFact(const QString &fact);
    void setPill(StateLook look, const QString &text);
    void clearPill();
    /// Size of the title: 17 px on pages, 15 in details.
    void setTitleLook(int pixels);

    /// The texts stand a little lower, as two lines do: for a header that fills secondLine().
    void setTwoLines();
    /// Where the page is low, the title takes no more than it needs.
    void setLow(bool low);
    /// The row below the title (path, profile, version); empty until something is added.
    QHBoxLayout *secondLine() { return m_secondLine; }
    /// Ghost for actions on a list's selection, outlined for the page's own object, one primary.
    ActionButton *addButton(QAction *action, ButtonKind kind = ButtonKind::Ghost);
    void addWidget(QWidget *widget);
    void addSeparator();

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fold();

    QList<ActionButton *> m_folding; ///< those that fold last first
    ElidedLabel *m_title = nullptr;
    ElidedLabel *m_fact = nullptr;
    Pill *m_pill = nullptr;
    QHBoxLayout *m_secondLine = nullptr;
    QHBoxLayout *m_actions = nullptr;
    bool m_low = false;
};

} // namespace Gantry
