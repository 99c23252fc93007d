// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/foldingdialog.h"

#include "look/foldingform.h"
#include "look/fonts.h"
#include "look/separator.h"

#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

namespace {

/// A field and its hint.
constexpr int lowestForm = 80;
/// What a window's frame and a desktop's bar take.
constexpr int screenMargin = 60;

} // namespace

FoldingDialog::FoldingDialog(const QString &name, const QString &title, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(name);
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
}

void FoldingDialog::setRoom(int width, int mostHeight)
{
    m_openWidth = width;
    m_mostHeight = mostHeight;
}

void FoldingDialog::compose(FoldingForm *form, QWidget *foot, QWidget *between)
{
    m_form = form;
    m_foot = foot;
    m_form->setMinimumHeight(lowestFormHeight());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_form, 1);
    if (between)
        layout->addWidget(between, 3);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(m_foot);
    connect(m_form, &FoldingForm::moreToggled, this, &FoldingDialog::fitHeight);
}

void FoldingDialog::openBeside()
{
    show();
    fitHeight();
}

int FoldingDialog::lowestFormHeight()
{
    return Fonts::scaled(lowestForm);
}

void FoldingDialog::fitHeight()
{
    const int wide = std::max(width(), Fonts::scaled(m_openWidth));
    // What was shown or hidden just now is not laid out yet.
    m_foot->layout()->invalidate();
    const QRect room = screen()->availableGeometry();
    const int most = std::min(Fonts::scaled(m_mostHeight), room.height() - screenMargin);
    const int wanted = wantedHeight(wide, most);
    resize(wide, std::max(wanted, minimumSizeHint().height()));
    if (const int below = frameGeometry().bottom() - room.bottom(); below > 0)
        move(x(), std::max(room.top(), y() - below));
}

int FoldingDialog::wantedHeight(int width, int most)
{
    return std::min(m_form->heightFor(width) + m_foot->layout()->totalHeightForWidth(width) + 1, most);
}

} // namespace Gantry
