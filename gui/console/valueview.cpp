// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/valueview.h"

#include "console/valuetext.h"
#include "engine/onanswer.h"
#include "items/humanize.h"
#include "look/buttonkind.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/separator.h"
#include "look/symbolbutton.h"
#include "postgres/clipboardtext.h"
#include "postgres/resultstore.h"
#include "wholefile.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

constexpr int LongestCharacter = 4;

/// What is shown at once of \a text, which goes on a little further: never a part of a character.
QByteArrayView pieceOf(QByteArrayView text)
{
    QByteArrayView piece = text.first(std::min(text.size(), ValueView::PieceBytes));
    qsizetype end = -1;
    for (int line = 0; line < ValueView::PieceLines; ++line) {
        end = piece.indexOf('\n', end + 1);
        if (end < 0)
            break;
    }
    if (end >= 0)
        return piece.first(end + 1);
    for (int i = 1; i < LongestCharacter && piece.size() < text.size(); ++i) {
        if ((quint8(text[piece.size()]) & 0xC0) != 0x80)
            break;
        piece.chop(1);
    }
    return piece;
}

} // namespace

ValueView::ValueView(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel({}, this))
    , m_fact(new Label(this))
    , m_text(new ValueText(this))
    , m_note(new Label(this))
    , m_rest(new QWidget(this))
    , m_restFact(new Label(this))
    , m_more(new QPushButton(tr("Show more"), this))
{
    setObjectName(u"valueView"_s);
    setAccessibleName(tr("Value"));
    m_title->setLook(13, QFont::Medium);
    m_fact->setLook(12);
    m_fact->setTone(Tone::Faint);
    m_note->setLook(12);
    m_note->setTone(Tone::Caution);
    m_note->setWordWrap(true);
    m_restFact->setLook(12);
    m_restFact->setTone(Tone::Muted);
    m_restFact->setWordWrap(true);
    m_restFact->setObjectName(u"valueRest"_s);
    m_more->setObjectName(u"valueMore"_s);
    setButtonKind(m_more, ButtonKind::Outlined, true);
    connect(m_more, &QPushButton::clicked, this, &ValueView::showMore);
    m_text->setAccessibleName(tr("Value"));
    m_text->setObjectName(u"valueText"_s);

    auto *copyButton = makeSymbolButton(u"copy"_s, tr("Copy value"), u"copyValue"_s, this);
    auto *saveButton = makeSymbolButton(u"export"_s, tr("Save value to a file"), u"saveValue"_s, this);
    auto *closeButton = makeSymbolButton(u"close"_s, tr("Close value"), u"closeValue"_s, this);
    connect(copyButton, &QToolButton::clicked, this, &ValueView::copy);
    connect(saveButton, &QToolButton::clicked, this, &ValueView::chooseFile);
    connect(closeButton, &QToolButton::clicked, this, &ValueView::closeRequested);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 0, 4, 0);
    head->setSpacing(6);
    head->addWidget(m_title);
    head->addWidget(m_fact);
    head->addStretch(1);
    head->addWidget(copyButton);
    head->addWidget(saveButton);
    head->addWidget(closeButton);
    auto *headWidget = new QWidget(this);
    headWidget->setLayout(head);
    headWidget->setFixedHeight(Fonts::scaled(30));

    m_note->setContentsMargins(12, 8, 12, 0);
    m_note->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(headWidget);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(m_note);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_rest);
    auto *rest = new QHBoxLayout(m_rest);
    rest->setContentsMargins(12, 6, 12, 6);
    rest->setSpacing(12);
    rest->addWidget(m_restFact, 1);
    rest->addWidget(m_more);
    m_rest->hide();
    setFocusProxy(m_text);
    setMinimumWidth(Fonts::scaled(180));
}

void ValueView::showValue(const std::shared_ptr<const ResultStore> &store, qint64 record, int column)
{
    m_store = store;
    m_record = record;
    m_column = column;
    m_shown = 0;
    m_note->hide();
    m_text->clearText();
    const ResultColumn description = store->columns().value(column);
    m_title->setText(description.name);
    const ResultRow row = store->beginnings(record, 0);
    m_size = row.size(column);
    m_fact->setText(row.isNull(column) ? tr("%1, NULL").arg(description.typeName)
                                       : tr("%1, %2").arg(description.typeName, Humanize::sizeText(m_size)));
    showMore();
    m_text->moveCursor(QTextCursor::Start);
}

void ValueView::showMore()
{
    const QByteArray text = m_store->piece(m_record, m_column, m_shown, PieceBytes + LongestCharacter);
    const QByteArrayView piece = pieceOf(text);
    m_text->append(QString::fromUtf8(piece));
    m_shown += piece.size();
    m_restFact->setText(
        tr("Only the first %1 are shown. Copy or save takes the whole value.").arg(Humanize::sizeText(m_shown)));
    m_rest->setVisible(m_shown < m_size);
}

void ValueView::clear()
{
    m_store.reset();
    m_text->clearText();
    m_title->clear();
    m_fact->clear();
    m_note->hide();
    m_rest->hide();
}

QString ValueView::shownText() const
{
    return m_text->text();
}

void ValueView::say(const QString &sentence)
{
    m_note->setText(sentence);
    m_note->show();
}

void ValueView::copy()
{
    if (!m_store)
        return;
    if (m_size > ClipboardText::Largest) {
        say(tr("The value has %1, too much for the clipboard. Save it to a file instead.")
                .arg(Humanize::sizeText(m_size)));
        return;
    }
    onAnswer(QtConcurrent::run([store = m_store, record = m_record, column = m_column] {
                 const ResultRow row = store->row(record);
                 return QString::fromUtf8(row.text(column));
             }),
             this, [](const QString &text) { QGuiApplication::clipboard()->setText(text); });
}

void ValueView::chooseFile()
{
    if (!m_store)
        return;
    auto *dialog = new QFileDialog(this, tr("Save value"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &ValueView::save);
    dialog->open();
}

void ValueView::save(const QString &path)
{
    if (!m_store)
        return;
    onAnswer(QtConcurrent::run([store = m_store, record = m_record, column = m_column, path]() -> QString {
                 return WholeFile::save(path, store->row(record).text(column));
             }),
             this, [this, path](const QString &problem) {
                 say(problem.isEmpty() ? tr("Saved to %1.").arg(path)
                                       : tr("The value cannot be saved to %1: “%2”.").arg(path, problem));
             });
}

void ValueView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Gantry
