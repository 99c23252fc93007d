// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/panelplace.h"

#include "look/buttonkind.h"
#include "look/label.h"
#include "shell/detachedwindow.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

PanelPlace::PanelPlace(QWidget *parent)
    : QStackedWidget(parent)
    , m_note(new QWidget(this))
{
    addWidget(m_note);
}

void PanelPlace::build()
{
    m_sentence = new Label(m_note);
    m_sentence->setObjectName(u"elsewhere"_s);
    m_sentence->setTone(Tone::Muted);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    const auto addButton = [this](const QString &text, const QString &name, auto act) {
        auto *button = new QPushButton(text, m_note);
        button->setObjectName(name);
        button->setAccessibleName(text);
        setButtonKind(button, ButtonKind::Outlined);
        connect(button, &QPushButton::clicked, this, [this, act] {
            if (m_window)
                act(m_window.get());
        });
        return button;
    };
    m_show = addButton(tr("Show its window"), u"showWindow"_s, [](DetachedWindow *window) { window->comeForward(); });
    QPushButton *back
        = addButton(tr("Back to the main window"), u"bringBack"_s, [](DetachedWindow *window) { window->goBack(); });
    auto *layout = new QVBoxLayout(m_note);
    layout->setContentsMargins(20, 8, 20, 8);
    layout->setSpacing(8);
    layout->addStretch(2);
    layout->addWidget(m_sentence);
    layout->addSpacing(4);
    layout->addWidget(m_show, 0, Qt::AlignHCenter);
    layout->addWidget(back, 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

void PanelPlace::setPanel(QWidget *panel)
{
    // One that was taken is in another window by now.
    if (m_panel && m_panel != panel && isAncestorOf(m_panel))
        delete m_panel;
    m_panel = panel;
    addWidget(panel);
    if (!m_window)
        setCurrentWidget(panel);
}

void PanelPlace::showWindow(DetachedWindow *window)
{
    m_window = window;
    if (window && !m_show)
        build(); // most places never say it
    if (window)
        m_sentence->setText(tr("%1: in a window of its own.", "what it shows").arg(window->title()));
    setCurrentWidget(window ? m_note : m_panel.get());
}

QWidget *PanelPlace::noteTarget() const
{
    return m_show;
}

} // namespace Gantry
