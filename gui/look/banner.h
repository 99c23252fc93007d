// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"

#include <QFrame>

class QAction;
class QBoxLayout;
class QHBoxLayout;

namespace Gantry {

class ActionButton;
class Label;
class SymbolLabel;

/// A fact that the page must not hide, what follows from it, and the buttons that deal with it. One at most a page.
class Banner : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Information, Success, Warning, Error };

    explicit Banner(Kind kind, QWidget *parent = nullptr);

    /// Plain text both: "compose.yaml changed 2 minutes ago." and "Up would recreate api."
    void setMessage(const QString &fact, const QString &consequence = {});
    /// Of the consequence; the whole of what needs more is in its tooltip.
    void setMostLines(int lines);
    void setKind(Kind kind);
    /// Another symbol than the kind's own.
    void setSymbol(const QString &symbol);
    /// Adds a button for the action at the right; the first may be the primary one.
    ActionButton *addButton(QAction *action, bool primary = false);
    void clearButtons();

protected:
    Kind kind() const { return m_kind; }
    static Tone toneOf(Kind kind);
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();

    Kind m_kind;
    QString m_symbol;
    SymbolLabel *m_icon = nullptr;
    Label *m_fact = nullptr;
    Label *m_consequence = nullptr;
    QBoxLayout *m_parts = nullptr; ///< texts and buttons
    QBoxLayout *m_texts = nullptr;
    QHBoxLayout *m_buttons = nullptr;
};

} // namespace Gantry
