// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/containerfacts.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace Gantry {

class CopyButton;
class Label;

/// The value of a fact with what belongs to it: a copy button, a link, or an eye that unmasks a secret.
class FactRow : public QWidget
{
    Q_OBJECT

public:
    explicit FactRow(const Fact &fact, QWidget *parent = nullptr);

    /// A fact of the same shape: name, kind and extras.
    void setFact(const Fact &fact);
    static bool isSameShape(const Fact &a, const Fact &b);
    void mask();

Q_SIGNALS:
    void projectActivated(const QString &project);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void reveal(bool secret);
    void follow();

    Fact m_fact;
    Label *m_value = nullptr;
    QToolButton *m_eye = nullptr;
    CopyButton *m_copy = nullptr;
    QPushButton *m_link = nullptr;
};

} // namespace Gantry
