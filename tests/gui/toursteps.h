// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/tourhands.h"
#include "shell/application.h"

#include <QDir>
#include <QImage>

#include <functional>

namespace Gantry {

/// What the docker client prints on the tour's engine; the tour's own eyes, independent of Gantry. A Failure if it
/// fails.
QString docker(const QStringList &arguments);
/// The lines of that, each once.
QStringList dockerLines(const QStringList &arguments);

/// A way through the window in numbered steps, each reported on standard output and photographed.
class TourSteps
{
public:
    /// Pictures of an earlier run are removed from \a out, which is made if it is missing.
    TourSteps(Application *application, TourHands *hands, const QString &project, const QString &out);

protected:
    ~TourSteps() = default;
    Q_DISABLE_COPY_MOVE(TourSteps)

    /// Whether the step succeeded; a Failure in it is reported.
    bool step(const char *title, const std::function<void()> &action);

    QWidget *window() const;
    TourHands *hands() const { return m_hands; }
    /// The folder of the sample project, and the project's name.
    const QString &folder() const { return m_folder; }
    const QString &project() const { return m_project; }

    /// Takes a picture of the window that is used, in light and dark, switched while the program runs, as a user would.
    void photograph(const QString &name);
    /// Round the page with Tab, for who has nothing but the keyboard.
    void goRound();

    static void awaitText(const QString &widget, const QString &expected);
    /// Waits until a sentence that is seen contains the words.
    static void awaitWords(const QString &words);
    /// The first column of the operations, newest first, as commands.
    QStringList commands();

    /// The text in a column of a row; \a under as in TourHands::choose().
    static QString cell(QAbstractItemView *view, const QString &row, int column, const QString &under = {});
    /// The states of the project's services as the engine tells them: "api=running db=running".
    QString engineStates() const;
    /// Waits until the engine tells them and the operation has ended.
    void awaitStates(const QString &expected);
    /// The id of the service's container that runs.
    QString containerOf(const QString &service) const;
    static void awaitResult(int number, const QString &expected, TourHands *hands);

    static constexpr int Live = 5000; ///< ms, for the window to show what the engine has told already

private:
    QString fileFor(const QString &name) const;
    /// The window once it stands still: layouts and answers of the engine have found their place.
    static QImage still(QWidget *window);

    Application *m_application;
    TourHands *m_hands;
    QString m_folder;
    QString m_project;
    QDir m_out;
    int m_number = 0;
};

} // namespace Gantry
