// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <optional>

class QPushButton;
class QVBoxLayout;

namespace Gantry {

class Label;
class Operation;

/// A few fields below each other, what is wrong with them, Cancel and the verb. Opened without blocking; deletes
/// itself.
class FormDialog : public QDialog
{
    Q_OBJECT

public:
    FormDialog(const QString &name, const QString &title, const QString &verb, QWidget *parent);

protected:
    /// The caption above the field, whose accessible name is \a name.
    void addField(const QString &name, const QString &caption, QWidget *field);
    /// What is wrong now, translated; empty where it is only not filled in yet; nothing if all is well.
    virtual std::optional<QString> obstacle() const = 0;
    /// Does it. The dialog stays until that has succeeded.
    virtual Operation *act() = 0;
    void showEvent(QShowEvent *event) override;
    /// Call whenever a field changes, and once at the end of the constructor.
    void check();

private:
    void begin();
    void say(const QString &problem);

    QWidget *m_form;
    QVBoxLayout *m_fields;
    Label *m_problem;
    QPushButton *m_verb;
    bool m_waiting = false;
};

} // namespace Gantry
