// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/helpdialog.h"

#include "look/fonts.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Where what the keys do begins: behind the widest keys.
qreal columnWidth(const QString &text, const QFont &font)
{
    const QFontMetricsF metrics(font);
    qreal widest = 0;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (line.contains(u'\t'))
            widest = std::max(widest, metrics.horizontalAdvance(line.section(u'\t', 0, 0)));
    }
    return widest + Fonts::scaled(20);
}

} // namespace

HelpDialog::HelpDialog(const QString &title, const QString &text, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"help"_s);
    setWindowTitle(title);
    setAccessibleName(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *view = new QPlainTextEdit(text, this);
    view->setObjectName(u"helpText"_s);
    view->setAccessibleName(tr("Help"));
    view->setReadOnly(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setTabChangesFocus(true);
    view->document()->setDocumentMargin(8);
    view->setTabStopDistance(columnWidth(text, view->font()));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(16);
    layout->addWidget(view, 1);
    layout->addWidget(buttons);
    resize(Fonts::scaled(640), Fonts::scaled(520));
}

QString HelpDialog::textFor(const QString &page)
{
    QString about;
    if (page == u"containers") {
        about = tr("Every container of the engine, live, by Compose project.\n\n"
                   "S, X, R, Del\tstart, stop, restart, remove the chosen containers\n"
                   "L, T, M, F, I\tlogs, terminal, what they use, files, inspect\n"
                   "W\twhy it stopped, restarts or is unhealthy\n"
                   "Filter words\tstate:running  project:tp1  image:postgres  port:8000  label:name");
        about += u"\n\n"_s
            + tr("In a terminal\n\n"
                 "Ctrl+Tab\tout of it: all other keys are the program's\n"
                 "Ctrl+Shift+C, V\tcopy, paste\n"
                 "Ctrl+Shift+F\tsearch\n"
                 "Ctrl+Shift+T, W\topen another terminal, close this one\n"
                 "Shift+Page Up, Down\tscroll\n"
                 "Ctrl++, Ctrl+-, Ctrl+0\tlarger, smaller, as usual\n"
                 "Shift with the mouse\tselect, where the program has the mouse");
        about += u"\n\n"_s
            + tr("Among files\n\n"
                 "Return\topen the folder or the file\n"
                 "Backspace, Alt+Up\tthe folder above\n"
                 "F5\tread the folder again\n"
                 "Ctrl+C, Ctrl+V\tcopy the path; copy files of the clipboard into the folder\n"
                 "Drag and drop\tcopies into a folder of the container, and out of it");
    } else if (page == u"projects") {
        about
            = tr("Compose projects, whoever started them, and those you opened.\n\n"
                 "U, D\tup, down\n"
                 "S, X, R\tstart, stop, restart\n"
                 "Del\ttake the project off the list; nothing is removed\n\n"
                 "While a service is chosen, U, S, X and R act on it alone, T opens a terminal in it and W says why it "
                 "stopped.\n"
                 "Stop keeps the containers, Down removes them. Volumes stay, unless you choose to remove them, too.");
    } else if (page == u"images") {
        about = tr("The images on the engine: what containers are made from.\n\n"
                   "Del\tremove the chosen images (asks once)\n"
                   "Ctrl+C\tcopy the name\n"
                   "Save and Load write images to tar files and read them again; Measure sizes says what each image "
                   "takes that no other one shares.");
    } else if (page == u"volumes") {
        about = tr("Volumes hold the data of containers and outlive them.\n\n"
                   "Del\tremove the chosen volumes with their data (asks once)\n"
                   "Ctrl+C\tcopy the name\n"
                   "Sizes are measured when you ask for them: the engine reads every file for it.");
    } else if (page == u"networks") {
        about = tr("Networks connect containers with each other.\n\n"
                   "Del\tremove the chosen networks (asks once)\n"
                   "Ctrl+C\tcopy the name");
    } else if (page == u"cleanup") {
        about
            = tr("What can be freed on the engine's disk, by name and size. Nothing goes before you have chosen it and "
                 "said yes.\n\n"
                 "Space\tchoose the row, or all of a kind\n"
                 "Left, Right\tfold, unfold\n\n"
                 "What could be lost for good is never chosen by itself: containers hold what was written into them, "
                 "volumes hold data.\n"
                 "What a stopped container uses shows up when that container is gone.\n"
                 "At least: images that go together share layers. At most: the build cache keeps layers of images.");
    } else if (page == u"databases") {
        about = tr("PostgreSQL databases found in containers. Nothing has to be published: Gantry finds a way in.\n\n"
                   "Enter\topen the SQL console\n"
                   "Ctrl+Return\trun the statement at the cursor\n"
                   "Ctrl+Shift+Return\trun everything\n"
                   "Ctrl+.\tcancel\n"
                   "Ctrl+Up\thistory\n"
                   "F6\tout of the editor, where Tab is a letter");
    }
    if (page == u"containers" || page == u"projects") {
        about += u"\n\n"_s
            + tr("In a log\n\n"
                 "Ctrl+F, F3\tsearch, next match\n"
                 "F8\tnext error\n"
                 "W\twrap long lines\n"
                 "J\tJSON lines as they came\n"
                 "End\tto the end, and stay there\n"
                 "L\ton a project or several containers: their logs as one");
    }
    const QString everywhere = tr("Everywhere\n\n"
                                  "Ctrl+K\tgo to or run anything by its name\n"
                                  "Ctrl+1 to Ctrl+7\tpages\n"
                                  "Ctrl+F\tfilter\n"
                                  "Ctrl+Shift+D\ta log, terminal or SQL console: a window of its own, and back\n"
                                  "Ctrl+L\toperations: every action with its shell command\n"
                                  "Ctrl+O\topen a Compose project\n"
                                  "Ctrl+,\tsettings\n"
                                  "F5\tconnect and list again (never needed)\n"
                                  "Ctrl+Q\tquit; containers go on running");
    return about.isEmpty() ? everywhere : about + u"\n\n\n"_s + everywhere;
}

} // namespace Gantry
