// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/valueview.h"

#include "engine/onanswer.h"
#include "items/humanize.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/label.h"
#include "look/separator.h"
#include "postgres/clipboardtext.h"
#include "postgres/resultstore.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QSaveFile>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {


QToolButton *makeButton(const QString &symbol, const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(symbolIcon(symbol));
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setObjectName(name);
    return button;
}

} // namespace

ValueView::ValueView(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel({}, this))
    , m_fact(new Label(this))
    , m_text(new QPlainTextEdit(this))
    , m_note(new Label(this))
{
    setObjectName(u"valueView"_s);
    setAccessibleName(tr("Value"));
    m_title->setLook(13, QFont::Medium);
    m_fact->setLook(12);
    m_fact->setTone(Tone::Faint);
    m_note->setLook(12);
    m_note->setTone(Tone::Caution);
    m_note->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(Fonts::mono(12));
    m_text->setUndoRedoEnabled(false);
    m_text->setAccessibleName(tr("Value"));
    m_text->setObjectName(u"valueText"_s);

    auto *copyButton = makeButton(u"copy"_s, tr("Copy value"), u"copyValue"_s, this);
    auto *saveButton = makeButton(u"export"_s, tr("Save value to a file"), u"saveValue"_s, this);
    auto *closeButton = makeButton(u"close"_s, tr("Close value"), u"closeValue"_s, this);
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

    auto *noteLayout = new QHBoxLayout;
    noteLayout->setContentsMargins(12, 4, 12, 4);
    noteLayout->addWidget(m_note);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(headWidget);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addLayout(noteLayout);
    layout->addWidget(m_text, 1);
    setFocusProxy(m_text);
    setMinimumWidth(Fonts::scaled(180));
}

void ValueView::showValue(const std::shared_ptr<const ResultStore> &store, qint64 record, int column)
{
    m_store = store;
    m_record = record;
    m_column = column;
    m_note->hide();
    const ResultColumn description = store->columns().value(column);
    m_title->setText(description.name);
    const ResultRow row = store->row(record);
    if (row.isNull(column)) {
        m_fact->setText(tr("%1, NULL").arg(description.typeName));
        m_text->clear();
        return;
    }
    const QByteArrayView text = row.text(column);
    m_fact->setText(tr("%1, %2").arg(description.typeName, Humanize::sizeText(text.size())));
    m_text->setPlainText(QString::fromUtf8(text.first(std::min(text.size(), ShownBytes))));
    if (text.size() > ShownBytes) {
        m_note->setText(
            tr("Only the first %1 are shown. Copy or save takes the whole value.").arg(Humanize::sizeText(ShownBytes)));
        m_note->show();
    }
}

void ValueView::clear()
{
    m_store.reset();
    m_text->clear();
    m_title->clear();
    m_fact->clear();
    m_note->hide();
}

QString ValueView::shownText() const
{
    return m_text->toPlainText();
}

void ValueView::copy()
{
    if (!m_store)
        return;
    const ResultRow row = m_store->row(m_record);
    const QByteArrayView text = row.text(m_column);
    if (text.size() > ClipboardText::Largest) {
        m_note->setText(tr("The value has %1, too much for the clipboard. Save it to a file instead.")
                            .arg(Humanize::sizeText(text.size())));
        m_note->show();
        return;
    }
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
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
                 const ResultRow row = store->row(record);
                 const QByteArrayView text = row.text(column);
                 QSaveFile file(path);
                 if (file.open(QIODevice::WriteOnly) && file.write(text.data(), text.size()) == text.size()
                     && file.commit())
                     return {};
                 return file.errorString();
             }),
             this, [this, path](const QString &problem) {
                 m_note->setText(problem.isEmpty() ? tr("Saved to %1.").arg(path)
                                                   : tr("The value cannot be saved to %1: “%2”.").arg(path, problem));
                 m_note->show();
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
