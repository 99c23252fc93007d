// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace Gantry {

/// A small button that copies a text to the clipboard and says so with a check mark.
class CopyButton : public QToolButton
{
    Q_OBJECT

public:
    /// The accessible name says what is copied: "Copy id".
    explicit CopyButton(const QString &accessibleName, QWidget *parent = nullptr);

    void setCopiedText(const QString &text);
    /// Smaller than other icon buttons: it stands in lines of text.
    QSize sizeHint() const override;

private:
    void copy();

    QString m_text;
};

} // namespace Gantry
