// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/pairrows.h"

#include "items/secretnames.h"
#include "look/label.h"

#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Of a pasted file of variables.
constexpr qsizetype MostRows = 300;

} // namespace

class PairRows::Row : public QWidget
{
public:
    explicit Row(QWidget *parent)
        : QWidget(parent)
        , name(new QLineEdit(this))
        , value(new QLineEdit(this))
    {
    }

    QLineEdit *name;
    QLineEdit *value;
};

PairRows::PairRows(const QString &what, QWidget *parent)
    : GrowingRows(u"pairRemove"_s, parent)
    , m_what(what)
    , m_note(new Label(this))
{
    m_note->setObjectName(u"pairNote"_s);
    m_note->setTone(Tone::Muted);
    m_note->setWordWrap(true);
    m_note->hide();
    layout()->addWidget(m_note);
    addRow();
}

PairRows::Row *PairRows::rowAt(qsizetype index) const
{
    return static_cast<Row *>(rows().at(index));
}

bool PairRows::isEmpty(const QWidget *row) const
{
    const auto *pair = static_cast<const Row *>(row);
    return pair->name->text().isEmpty() && pair->value->text().isEmpty();
}

QStringList PairRows::lines() const
{
    QStringList lines;
    for (qsizetype i = 0; i < rows().size(); ++i) {
        if (const Row *row = rowAt(i); !isEmpty(row))
            lines << row->name->text() + u'=' + row->value->text();
    }
    return lines + m_rowless;
}

void PairRows::setLines(const QStringList &lines)
{
    const qsizetype count = std::min(lines.size(), MostRows);
    m_rowless = lines.mid(count);
    m_note->setText(tr("And %n more, used but not listed here.", nullptr, int(m_rowless.size())));
    m_note->setVisible(!m_rowless.isEmpty());
    refill(count, [&](qsizetype i) {
        const QString line = i < count ? lines.at(i) : QString();
        rowAt(i)->name->setText(line.section(u'=', 0, 0));
        rowAt(i)->value->setText(line.section(u'=', 1));
    });
}

void PairRows::addLines(const QStringList &lines)
{
    QStringList all = this->lines();
    for (const QString &line : lines) {
        const QString name = line.section(u'=', 0, 0) + u'=';
        const auto same
            = std::find_if(all.begin(), all.end(), [&name](const QString &each) { return each.startsWith(name); });
        if (same == all.end())
            all << line;
        else
            *same = line;
    }
    setLines(all);
}

QWidget *PairRows::makeRow()
{
    auto *row = new Row(this);
    row->setFocusProxy(row->name);
    row->name->setObjectName(u"pairName"_s);
    row->name->setPlaceholderText(tr("Name"));
    row->value->setObjectName(u"pairValue"_s);
    row->value->setPlaceholderText(tr("Value"));
    for (const QLineEdit *field : {row->name, row->value}) {
        connect(field, &QLineEdit::textChanged, this, [this, row] {
            row->value->setEchoMode(SecretNames::isSecret(row->name->text(), row->value->text()) ? QLineEdit::Password
                                                                                                 : QLineEdit::Normal);
            onEdited();
        });
    }
    auto *layout = new QHBoxLayout(row);
    layout->addWidget(row->name, 2);
    layout->addWidget(row->value, 3);
    return row;
}

void PairRows::setNumber(QWidget *row, qsizetype number) const
{
    const auto *pair = static_cast<const Row *>(row);
    pair->name->setAccessibleName(tr("%1 %2, name", "\"Variable 1, name\"").arg(m_what).arg(number));
    pair->value->setAccessibleName(tr("%1 %2, value", "\"Variable 1, value\"").arg(m_what).arg(number));
}

} // namespace Gantry
