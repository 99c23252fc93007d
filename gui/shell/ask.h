// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QMessageBox;
class QWidget;

namespace Gantry {

/// A question before something is destroyed or cut short. All texts are plain text and may hold names from outside.
struct Question
{
    QString title; ///< of the window: "Remove containers"
    QString text; ///< one sentence: "Remove 3 volumes?"
    QString consequence; ///< what is lost, one or two sentences
    QStringList names; ///< exactly what goes, all of it: long lists scroll
    QString verb; ///< on the button: "Remove 3 volumes"
    QString otherVerb; ///< of another way out than the verb and Cancel; none where empty
    std::function<void()> other; ///< runs once when the user chose that
    QString option; ///< a check box above the buttons, none where empty
    bool optionChecked = false;
    bool destroys = true; ///< the verb looks dangerous
};

/// Asks without blocking; \a accepted runs once when the user chose the verb, with the state of the check box. The
/// focus is on Cancel. The box belongs to \a parent's window, closes with it and deletes itself.
QMessageBox *ask(QWidget *parent, const Question &question, std::function<void(bool option)> accepted);

/// What goes is told anew in a \a question that is open: as many names, of which more is known, and the consequence.
void setQuestionNames(QMessageBox *box, const Question &question);

/// Says that something failed, in a box of its own: only for what belongs to no page, operation or banner.
QMessageBox *tell(QWidget *parent, const QString &title, const QString &text, const QString &details = {});

} // namespace Gantry
