// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filenotice.h"

#include "items/humanize.h"
#include "look/actionbutton.h"
#include "look/oneline.h"

#include <QAction>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// What has come within a moment needs no words.
constexpr qint64 WorthTelling = 8 * 1024 * 1024;
constexpr int NoticeLines = 4;

} // namespace

FileNotice::FileNotice(QWidget *parent)
    : Banner(Kind::Information, parent)
    , m_whole(make(tr("Read everything"), u"filesReadWhole"_s, &FileNotice::wholeRequested))
    , m_goOn(make(tr("Read on"), u"filesReadOn"_s, &FileNotice::goOnRequested))
    , m_stop(make(tr("Stop reading"), u"filesStopReading"_s, &FileNotice::stopRequested))
    , m_again(make(tr("Try again"), u"filesTryAgain"_s, &FileNotice::againRequested))
{
    setObjectName(u"filesNotice"_s);
    setMostLines(NoticeLines);
    hide();
}

QAction *FileNotice::make(const QString &text, const QString &name, void (FileNotice::*signal)())
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    connect(action, &QAction::triggered, this, signal);
    return action;
}

int FileNotice::urgency(const FileTreeModel::State &state)
{
    if (state.isHeld)
        return 3;
    if (state.isBeingRead)
        return state.bytes > WorthTelling ? 1 : 0;
    return state.problem.isEmpty() ? 0 : 2;
}

void FileNotice::follow(const FileTreeModel::State &state, const QString &path, const QString &container, bool runs)
{
    const QString folder = shortName(path);
    const QString read
        = tr("%1 and %n name(s) so far.", nullptr, int(state.entries)).arg(Humanize::sizeText(state.bytes));
    if (state.isHeld) {
        say(Saying::Held, Kind::Warning, tr("%1 is large.", "a folder").arg(folder),
            read + u' ' + tr("What is in it can only be read with all its files. Reading on may take a while."),
            {m_goOn, m_stop});
    } else if (state.isBeingRead && state.bytes > WorthTelling) {
        say(Saying::Reading, Kind::Information, tr("Reading %1 from its archive…").arg(folder), read, {m_stop});
    } else if (!state.problem.isEmpty()) {
        say(Saying::Problem, Kind::Error, tr("%1 could not be read.", "a folder").arg(folder), state.problem,
            {m_again});
    } else if (!state.isBeingRead && state.route == FolderReader::Route::UsualNames) {
        say(Saying::UsualNames, Kind::Information, tr("There may be more in %1 than is shown.").arg(folder),
            (runs ? tr("%1 has no program that lists folders, and its engine knows “/” only together with all files.")
                  : tr("%1 is not running, and its engine knows “/” only together with all files."))
                    .arg(shortName(container))
                + u' ' + tr("The usual folders were looked up."),
            {m_whole});
    } else {
        say(Saying::Nothing, Kind::Information, {}, {}, {});
    }
}

void FileNotice::tell(const QString &fact, const QString &consequence)
{
    say(fact.isEmpty() ? Saying::Nothing : Saying::Told, Kind::Error, fact, consequence, {});
}

void FileNotice::say(Saying saying, Kind kind, const QString &fact, const QString &consequence,
                     const QList<QAction *> &buttons)
{
    if (saying == Saying::Nothing) {
        m_saying = saying;
        hide();
        return;
    }
    if (saying != m_saying) {
        m_saying = saying;
        setKind(kind);
        clearButtons();
        for (QAction *action : buttons)
            addButton(action);
    }
    setMessage(fact, consequence);
    show();
}

} // namespace Gantry
