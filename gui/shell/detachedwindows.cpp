// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/detachedwindows.h"

#include "look/fonts.h"
#include "shell/panelmove.h"
#include "shell/screenroom.h"
#include "shell/workbench.h"

#include <QGuiApplication>
#include <QScreen>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const QString KeptKey = u"window/detached"_s;
const QString ActionId = u"shell.detach"_s;
const QString EngineKey = u"engine"_s;
constexpr QSize UsualSize(960, 600);
/// A drag of the window reports every pixel.
constexpr int RestMs = 300;

} // namespace

DetachedWindows::DetachedWindows(Workbench *workbench)
    : m_workbench(workbench)
{
    const QVariantList kept = workbench->state()->value(KeptKey).toList();
    for (const QVariant &each : kept) {
        const QVariantMap map = each.toMap();
        m_kept.append({map.value(u"kind"_s).toString(), map.value(u"id"_s).toString(), map.value(u"more"_s).toMap(),
                       map.value(u"geometry"_s).toByteArray()});
    }
    m_keep.setSingleShot(true);
    m_keep.setInterval(RestMs);
    connect(&m_keep, &QTimer::timeout, this, &DetachedWindows::keep);
}

DetachedWindows::~DetachedWindows()
{
    if (m_keep.isActive())
        keep();
}

QKeySequence DetachedWindows::shortcut()
{
    return QKeySequence(u"Ctrl+Shift+D"_s);
}

QAction *DetachedWindows::action(ActionRegistry *registry)
{
    if (registry->contains(ActionId))
        return registry->action(ActionId);
    return registry->add({.id = ActionId,
                          .menu = ActionRegistry::Menu::View,
                          .text = tr("Open in a window of its own"),
                          .toolTip = tr("Give the log, terminal or SQL console a window of its own"),
                          .icon = u"window-out"_s,
                          .shortcut = shortcut()});
}

void DetachedWindows::setObstacle(const QString &reason)
{
    action(m_workbench->actions());
    m_workbench->actions()->setAvailable(ActionId, reason.isEmpty(), reason);
}

DetachedWindow *DetachedWindows::open(const DetachedWindow::Content &content, const QString &title,
                                      const std::optional<QPoint> &position)
{
    const auto kept = std::find_if(m_kept.cbegin(), m_kept.cend(), [&content](const Kept &each) {
        return each.kind == content.kind && each.id == content.id;
    });
    const bool isOfLastRun = kept != m_kept.cend();
    const QByteArray geometry = isOfLastRun ? kept->geometry : QByteArray();
    if (isOfLastRun)
        m_kept.erase(kept);
    const PanelMove move(content.panel);
    m_windows.push_back(std::make_unique<DetachedWindow>(m_workbench, content));
    DetachedWindow *window = m_windows.back().get();
    window->setTitle(title);
    const QSize room = window->screen()->availableSize() - QSize(8, 40); // and the frame
    window->resize(QSize(Fonts::scaled(UsualSize.width()), Fonts::scaled(UsualSize.height())).boundedTo(room));
    if (!geometry.isEmpty()) {
        window->restoreGeometry(geometry);
        keepOnScreen(window);
    } else if (position) {
        window->move(*position);
    }
    // After who made it has put it back.
    connect(window, &DetachedWindow::returning, this, [this, page = content.page](bool asked) {
        if (asked)
            QMetaObject::invokeMethod(
                this, [this, page] { Q_EMIT mainWindowWanted(page); }, Qt::QueuedConnection);
    });
    connect(window, &DetachedWindow::geometryChanged, &m_keep, qOverload<>(&QTimer::start));
    window->setAttribute(Qt::WA_ShowWithoutActivating, isOfLastRun);
    window->show();
    if (!isOfLastRun)
        window->comeForward();
    window->focusPanel();
    m_keep.start();
    Q_EMIT changed();
    return window;
}

DetachedWindow *DetachedWindows::find(const QString &kind, const QString &id) const
{
    const auto found = std::find_if(m_windows.cbegin(), m_windows.cend(), [&](const auto &window) {
        return window->content().kind == kind && window->content().id == id;
    });
    return found == m_windows.cend() ? nullptr : found->get();
}

QList<DetachedWindow *> DetachedWindows::windows(const QString &kind) const
{
    QList<DetachedWindow *> result;
    for (const auto &window : m_windows) {
        if (window->content().kind == kind)
            result.append(window.get());
    }
    return result;
}

void DetachedWindows::remove(DetachedWindow *window)
{
    const auto found
        = std::find_if(m_windows.begin(), m_windows.end(), [window](const auto &each) { return each.get() == window; });
    if (found == m_windows.end())
        return;
    // Not at once: the call may come from its own button.
    found->release()->deleteLater();
    m_windows.erase(found);
    window->closeForGood();
    m_keep.start();
    Q_EMIT changed();
}

QList<DetachedWindows::Kept> DetachedWindows::kept(const QString &kind) const
{
    QList<Kept> result;
    std::copy_if(m_kept.cbegin(), m_kept.cend(), std::back_inserter(result),
                 [&kind](const Kept &each) { return each.kind == kind; });
    return result;
}

void DetachedWindows::forget(const QString &kind, const QString &id)
{
    m_kept.removeIf([&](const Kept &each) { return each.kind == kind && each.id == id; });
    m_keep.start();
}

void DetachedWindows::setKept(DetachedWindow *window, const QString &id, const QVariantMap &more)
{
    if (window->content().id == id && window->content().more == more)
        return;
    const bool isAnother = window->content().id != id;
    window->setKept(id, more);
    m_keep.start();
    if (isAnother)
        Q_EMIT changed();
}

void DetachedWindows::keep()
{
    if (m_ended)
        return;
    QVariantList list;
    const auto add
        = [&list](const QString &kind, const QString &id, const QVariantMap &more, const QByteArray &geometry) {
              list.append(QVariantMap{{u"kind"_s, kind}, {u"id"_s, id}, {u"more"_s, more}, {u"geometry"_s, geometry}});
          };
    for (const auto &window : m_windows) {
        const DetachedWindow::Content &content = window->content();
        add(content.kind, content.id, content.more, window->saveGeometry());
    }
    for (const Kept &each : std::as_const(m_kept))
        add(each.kind, each.id, each.more, each.geometry);
    m_workbench->state()->setValue(KeptKey, list);
}

QVariantMap DetachedWindows::withEngine(QVariantMap more) const
{
    more.insert(EngineKey, m_workbench->engine()->endpoint().address());
    return more;
}

bool DetachedWindows::isOfEngine(const QVariantMap &more) const
{
    return more.value(EngineKey).toString() == m_workbench->engine()->endpoint().address();
}

void DetachedWindows::closeAll()
{
    m_keep.stop();
    keep();
    m_ended = true;
    for (const auto &window : m_windows)
        window->closeForGood();
}

} // namespace Gantry
