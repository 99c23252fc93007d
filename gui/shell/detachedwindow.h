// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/statelook.h"
#include "shell/actionregistry.h"

#include <QPointer>
#include <QVariantMap>
#include <QWidget>

#include <functional>

namespace Gantry {

class ActionButton;
class Banner;
class CommandPalette;
class ElidedLabel;
class Pill;
class Veil;
class Workbench;

/// A panel of the main window in a window of its own: a log, a terminal, a SQL console. It goes back to its place when
/// the window is closed, or by "Back to the main window", with all that is in it.
class DetachedWindow : public QWidget
{
    Q_OBJECT

public:
    struct Content
    {
        QString kind; ///< untranslated: "log"
        QString id; ///< of its kind
        QString page; ///< that it goes back to
        QVariantMap more = {}; ///< what is needed besides to open it again on the next start
        QWidget *panel = nullptr;
        ActionButton *button = nullptr; ///< in the panel: detaches it there, and brings it back here
        std::function<QWidget *()> focusTarget;
        std::function<void()> startFinding;
        ActionRegistry *actions = nullptr; ///< of this panel alone, with keys
        bool hasHead = false; ///< says itself what it is
        bool showsEngine = true; ///< and nothing else, so that it fades while that is lost
    };

    /// Takes the panel. \a workbench is not owned and outlives the window.
    DetachedWindow(Workbench *workbench, const Content &content);
    ~DetachedWindow() override;

    const Content &content() const { return m_content; }
    /// What is needed to open it again on the next start.
    void setKept(const QString &id, const QVariantMap &more);
    /// Why it has no place in the main window any more; empty where it has one. Closing drops it then.
    void setHomeless(const QString &reason);
    QWidget *panel() const { return m_panel; }
    /// "Logs of web"; may hold names from outside.
    void setTitle(const QString &title);
    const QString &title() const { return m_title; }
    void setState(StateLook look, const QString &word);
    /// A sentence beside the title: that what it shows is gone.
    void say(const QString &sentence);
    void comeForward();
    /// Takes the keyboard into the panel.
    void focusPanel();
    /// As by the button.
    void goBack();
    /// Hands the panel to \a place, who puts it somewhere else, and is gone.
    void handBack(const std::function<void(QWidget *panel)> &place);
    /// Closes without giving anything back: the program ends.
    void closeForGood();

Q_SIGNALS:
    /// The panel is to be put back into its place; the main window is to show it if \a asked.
    void returning(bool asked);
    /// Was moved or has another size.
    void geometryChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void build();
    void registerActions();
    void followEngine();
    void openPalette();

    Workbench *m_workbench;
    Content m_content;
    QPointer<QWidget> m_panel;
    ActionRegistry m_actions;
    QString m_title;
    ElidedLabel *m_titleLabel = nullptr;
    Pill *m_pill = nullptr;
    ElidedLabel *m_sentence = nullptr;
    QWidget *m_bannerSpace = nullptr;
    Banner *m_banner = nullptr;
    Veil *m_veil = nullptr;
    CommandPalette *m_palette = nullptr;
    bool m_isEnding = false;
};

} // namespace Gantry
