// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Gantry {

class FoldingForm;

/// A dialog beside the window, which goes on: a form that scrolls, and below a line what does not. It is as high as
/// both need, as far as the screen has room.
class FoldingDialog : public QDialog
{
    Q_OBJECT

public:
    /// Shows it; it deletes itself once it was closed.
    void openBeside();

protected:
    FoldingDialog(const QString &name, const QString &title, QWidget *parent);

    /// How wide it opens and how high it may get, of the pictures' pixels; smaller where the screen is.
    void setRoom(int width, int mostHeight);
    /// Call once. \a between stands below the form.
    void compose(FoldingForm *form, QWidget *foot, QWidget *between = nullptr);
    /// Call it whenever the form or the foot becomes higher or lower.
    void fitHeight();
    /// The height that is wanted at this width, \a most at most.
    virtual int wantedHeight(int width, int most);
    static int lowestFormHeight();

private:
    FoldingForm *m_form = nullptr;
    QWidget *m_foot = nullptr;
    int m_openWidth = 0;
    int m_mostHeight = 0;
};

} // namespace Gantry
