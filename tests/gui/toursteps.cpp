// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/toursteps.h"

#include "gui/tourkeyboard.h"
#include "look/theme.h"
#include "shell/mainwindow.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QProcess>
#include <QScreen>

#include <cstdio>
#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

QString docker(const QStringList &arguments)
{
    QProcess process;
    process.start(u"docker"_s, arguments);
    require(process.waitForFinished(Driver::Patience) && process.exitCode() == 0,
            u"docker %1 to work: %2"_s.arg(arguments.join(u' '), QString::fromUtf8(process.readAllStandardError())));
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

QStringList dockerLines(const QStringList &arguments)
{
    QStringList lines = docker(arguments).split(u'\n', Qt::SkipEmptyParts);
    lines.removeDuplicates();
    return lines;
}

TourSteps::TourSteps(Application *application, TourHands *hands, const QString &project, const QString &out)
    : m_application(application)
    , m_hands(hands)
    , m_folder(project)
    , m_project(QDir(project).dirName())
    , m_out(out)
{
    m_out.mkpath(u"."_s);
    const QStringList old = m_out.entryList({u"[0-9][0-9]-*.png"_s});
    for (const QString &picture : old)
        m_out.remove(picture);
}

bool TourSteps::step(const char *title, const std::function<void()> &action)
{
    ++m_number;
    QElapsedTimer timer;
    timer.start();
    try {
        action();
        std::printf("ok   %02d %s (%.1f s)\n", m_number, title, double(timer.elapsed()) / 1000);
        std::fflush(stdout);
        return true;
    } catch (const Failure &failure) {
        std::printf("FAIL %02d %s: expected %s\n", m_number, title, qPrintable(failure.expected));
        std::fflush(stdout);
        window()->screen()->grabWindow().save(fileFor(u"failed"_s)); // with what lies over the window
        return false;
    }
}

QWidget *TourSteps::window() const
{
    return m_application->window();
}

QString TourSteps::fileFor(const QString &name) const
{
    return m_out.filePath(u"%1-%2.png"_s.arg(m_number, 2, 10, QLatin1Char('0')).arg(name));
}

QImage TourSteps::still(QWidget *window)
{
    QImage last;
    await(
        [&] {
            const QImage now = window->grab().toImage();
            return std::exchange(last, now) == now;
        },
        u"the window to stand still"_s);
    return last;
}

void TourSteps::photograph(const QString &name)
{
    QWidget *used = QApplication::activeWindow() ? QApplication::activeWindow() : window();
    for (const auto &[mode, suffix] : {std::pair(Theme::Mode::Light, u"light"_s), {Theme::Mode::Dark, u"dark"_s}}) {
        m_application->theme()->setMode(mode);
        await(
            [used, dark = mode == Theme::Mode::Dark] {
                return (used->palette().color(QPalette::Base).lightness() < 128) == dark;
            },
            u"the window in the %1 colours"_s.arg(suffix));
        const QString file = fileFor(name + u'-' + suffix);
        require(still(used).save(file), u"to write "_s + file);
    }
    m_application->theme()->setMode(Theme::Mode::Light);
}

void TourSteps::goRound()
{
    if (dynamic_cast<TourKeyboard *>(m_hands))
        TourKeyboard::goRound();
}

void TourSteps::awaitText(const QString &widget, const QString &expected)
{
    auto *shown = see<QAbstractScrollArea>(widget);
    await([&] { return Driver::text(shown).contains(expected); },
          [&] { return u"\"%1\" in \"%2\", which says: %3"_s.arg(expected, widget, Driver::text(shown).right(400)); },
          Live);
}

void TourSteps::awaitWords(const QString &words)
{
    await(
        [&] {
            return Driver::findIf<QLabel>([&](const QLabel *label) { return label->text().contains(words); })
                != nullptr;
        },
        u"the words \"%1\""_s.arg(words));
}

QString TourSteps::cell(QAbstractItemView *view, const QString &row, int column, const QString &under)
{
    return Driver::findRow(view, row, under).siblingAtColumn(column).data().toString();
}

QStringList TourSteps::commands()
{
    m_hands->showOperations();
    const QAbstractItemModel *list = see<QAbstractItemView>(u"Operations"_s)->model();
    QStringList lines;
    for (int row = 0; row < list->rowCount(); ++row)
        lines.append(list->index(row, 0).data(Qt::ToolTipRole).toString());
    return lines;
}

QString TourSteps::engineStates() const
{
    QStringList states = docker({u"ps"_s, u"--all"_s, u"--filter"_s, u"label=com.docker.compose.project="_s + m_project,
                                 u"--format"_s, u"{{.Label \"com.docker.compose.service\"}}={{.State}}"_s})
                             .split(u'\n', Qt::SkipEmptyParts);
    states.sort();
    return states.join(u' ');
}

void TourSteps::awaitStates(const QString &expected)
{
    await([&] { return engineStates() == expected; },
          [&] { return u"%1, but the engine says: %2"_s.arg(expected, engineStates()); }, 4 * Driver::Patience);
}

QString TourSteps::containerOf(const QString &service) const
{
    return docker({u"ps"_s, u"--quiet"_s, u"--filter"_s, u"label=com.docker.compose.project="_s + m_project,
                   u"--filter"_s, u"label=com.docker.compose.service="_s + service});
}

void TourSteps::awaitResult(int number, const QString &expected, TourHands *hands)
{
    hands->openTab(u"Results and messages"_s, u"Result %1"_s.arg(number));
    await([&] { return Driver::cellText(see<QWidget>(u"Results"_s), 0, 0) == expected; },
          u"psql's own answer \"%1\" in result %2"_s.arg(expected).arg(number), Live);
}

} // namespace Gantry
