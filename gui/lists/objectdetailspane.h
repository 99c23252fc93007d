// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;
class QScrollArea;
class QVBoxLayout;

namespace Gantry {

class Label;
class PageHeader;

/// What is known of the one thing that is chosen in a list: its name, facts as caption and value, and what a derived
/// class adds below. While nothing is chosen, it says what such things are.
class ObjectDetailsPane : public QWidget
{
    Q_OBJECT

public:
    /// \a lesson is what such things are, translated.
    ObjectDetailsPane(const QString &name, const QString &lesson, QWidget *parent);

protected:
    struct Entry
    {
        QString caption;
        QString value;
        bool mono = false;
    };

    /// Nothing is chosen, or more than one thing.
    void showNothing();
    void showObject(const QString &title, const QList<Entry> &facts);
    /// Where more is added, shown only with an object.
    QVBoxLayout *more() const { return m_more; }
    PageHeader *header() const { return m_header; }
    void addHeading(const QString &text);
    Label *addText(const QString &text);

private:
    void setFacts(const QList<Entry> &facts);

    PageHeader *m_header;
    Label *m_lesson;
    QScrollArea *m_scroll;
    QWidget *m_object;
    QGridLayout *m_facts;
    QVBoxLayout *m_more;
    QList<QPair<Label *, Label *>> m_rows;
};

} // namespace Gantry
