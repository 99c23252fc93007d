// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>
#include <QPointer>

namespace Gantry {

class KeyHint;

/// A field to search or filter with: magnifier, the shortcut that leads to it while it is empty, a button that clears
/// it. Escape clears it, too. Where its placeholder has no room, its accessible name stands there.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

    /// Shows the keys; the shortcut itself belongs to an action.
    void setKeyHint(const QKeySequence &keys);
    /// What is searched: Return and Down lead there, and so does Escape once the field is empty. Not owned.
    void setList(QWidget *list);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut();

    QString m_placeholder;
    KeyHint *m_hint = nullptr;
    QPointer<QWidget> m_list;
};

} // namespace Gantry
