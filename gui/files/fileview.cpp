// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/fileview.h"

#include "engine/onanswer.h"
#include "files/pictureview.h"
#include "items/humanize.h"
#include "look/actionbutton.h"
#include "look/codeview.h"
#include "look/elidedlabel.h"
#include "look/icons.h"
#include "look/oneline.h"
#include "look/plaintooltip.h"
#include "look/separator.h"
#include "look/symbolbutton.h"

#include <QBuffer>
#include <QHBoxLayout>
#include <QImageReader>
#include <QKeyEvent>
#include <QLocale>
#include <QStackedWidget>
#include <QStringDecoder>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// A small file can hold a picture of gigabytes.
constexpr int mostPictureMegabytes = 256;
/// Of what is no text.
constexpr qsizetype mostHexBytes = 4096;
constexpr int hexPerLine = 16;

} // namespace

FileView::FileView(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel({}, this))
    , m_facts(new Label(this))
    , m_pages(new QStackedWidget(this))
    , m_text(new CodeView(CodeView::Language::Plain, this))
    , m_picture(new PictureView(this))
    , m_sentence(new Label(this))
{
    setObjectName(u"fileView"_s);
    QToolButton *back = makeSymbolButton(u"arrow-left"_s, tr("Back to the folder (Esc)"), u"fileBack"_s, this);
    back->setAccessibleName(tr("Back to the folder"));
    back->setFocusPolicy(Qt::TabFocus);
    connect(back, &QToolButton::clicked, this, &FileView::backRequested);
    auto *save = new QAction(tr("Save as…"), this);
    save->setObjectName(u"fileSaveAs"_s);
    save->setIcon(symbolIcon(u"download"_s));
    connect(save, &QAction::triggered, this, &FileView::saveRequested);
    m_title->setObjectName(u"fileTitle"_s);
    m_title->setLook(13, QFont::DemiBold);
    m_facts->setObjectName(u"fileFacts"_s);
    m_facts->setTone(Tone::Muted);
    m_facts->setLook(12);
    m_facts->setWordWrap(true);
    m_facts->setContentsMargins(20, 0, 20, 8);
    m_text->setObjectName(u"fileText"_s);
    m_text->setAccessibleName(tr("Content of the file"));
    m_text->installEventFilter(this);
    m_picture->setObjectName(u"filePicture"_s);
    m_picture->setAccessibleName(tr("Picture"));
    m_sentence->setObjectName(u"fileSentence"_s);
    m_sentence->setTone(Tone::Muted);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setContentsMargins(20, 20, 20, 20);
    m_pages->addWidget(m_text);
    m_pages->addWidget(m_picture);
    m_pages->addWidget(m_sentence);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(16, 8, 12, 4);
    bar->setSpacing(6);
    bar->addWidget(back);
    bar->addWidget(m_title, 1);
    bar->addWidget(new ActionButton(save, ButtonKind::Ghost, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_facts);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(m_pages, 1);
}

void FileView::open(FileRead *reader, const QByteArray &path)
{
    clear();
    m_path = path;
    m_title->setText(QString::fromUtf8(lastName(path)));
    m_reader = reader;
    reader->setParent(this);
    connect(reader, &FileRead::finished, this, &FileView::showContent);
    say(tr("Reading %1…").arg(shortName(QString::fromUtf8(path))));
    reader->start();
}

void FileView::clear()
{
    ++m_generation;
    delete m_reader;
    m_path.clear();
    m_facts->setText({});
    m_facts->hide();
    m_text->showText({});
    m_picture->setPicture({});
}

QWidget *FileView::focusTarget() const
{
    return m_pages->currentWidget() == m_picture ? static_cast<QWidget *>(m_picture) : m_text;
}

void FileView::showContent(const FileRead::Content &content)
{
    m_reader->deleteLater();
    if (!content.problem.isEmpty()) {
        say(content.problem);
        return;
    }
    onAnswer(QtConcurrent::run([content] { return read(content); }), this,
             [this, generation = ++m_generation](const Shown &shown) {
                 if (generation != m_generation)
                     return;
                 m_picture->setPicture(shown.picture);
                 m_text->showText(shown.text);
                 QStringList facts = shown.facts;
                 if (m_text->hasShortenedLines())
                     facts << tr("Long lines are shortened; Save as has all of them.");
                 m_facts->setText(facts.join(u" · "_s));
                 m_facts->setVisible(!facts.isEmpty());
                 const bool hadFocus = isAncestorOf(window()->focusWidget());
                 m_pages->setCurrentWidget(shown.picture.isNull() ? static_cast<QWidget *>(m_text) : m_picture);
                 if (hadFocus)
                     focusTarget()->setFocus(Qt::OtherFocusReason);
             });
}

FileView::Shown FileView::read(const FileRead::Content &content)
{
    Shown shown;
    QStringList &facts = shown.facts;
    if (content.entry.modified != 0)
        facts << Humanize::sizeText(content.entry.size) << content.entry.modeText().mid(1);
    if (!content.pictureFormat.isEmpty() && !content.isCut()) {
        QByteArray bytes = content.bytes;
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer, content.pictureFormat);
        reader.setAutoTransform(true);
        const QSize size = reader.size();
        // Four bytes a point; what is larger is not even begun.
        if (qint64(size.width()) * size.height() * 4 <= qint64(mostPictureMegabytes) * 1024 * 1024)
            shown.picture = reader.read();
        if (!shown.picture.isNull()) {
            facts << tr("%1 × %2 pixels").arg(QString::number(size.width()), QString::number(size.height()));
            return shown;
        }
        facts << tr("the picture cannot be shown");
    }
    shown.text = textOf(content, &facts);
    return shown;
}

QString FileView::textOf(const FileRead::Content &content, QStringList *facts)
{
    const QByteArray &bytes = content.bytes;
    const auto encoding = QStringConverter::encodingForData(bytes);
    if (!encoding && bytes.contains('\0')) {
        *facts << (content.entry.size > mostHexBytes
                       ? tr("no text: its first %L1 bytes are shown").arg(qMin(mostHexBytes, bytes.size()))
                       : tr("no text: its bytes are shown"));
        return hexOf(bytes.first(qMin(mostHexBytes, bytes.size())));
    }
    if (content.isCut())
        *facts << tr("the first %1 are shown").arg(Humanize::sizeText(bytes.size()));
    QStringDecoder decoder(encoding.value_or(QStringConverter::Utf8));
    QString text = decoder(bytes);
    // What is cut in the middle of a character is still text.
    if (decoder.hasError() && !encoding) {
        *facts << tr("not UTF-8: shown as Latin-1");
        text = QString::fromLatin1(bytes);
    }
    return text;
}

QString FileView::hexOf(const QByteArray &bytes)
{
    QStringList lines;
    for (qsizetype at = 0; at < bytes.size(); at += hexPerLine) {
        const QByteArray part = bytes.mid(at, hexPerLine);
        QByteArray letters = part;
        std::replace_if(
            letters.begin(), letters.end(), [](char c) { return c < ' ' || c > '~'; }, '.');
        lines << u"%1  %2  %3"_s.arg(QString::number(at, 16).rightJustified(8, u'0'),
                                     QString::fromLatin1(part.toHex(' ')).leftJustified(3 * hexPerLine - 1),
                                     QString::fromLatin1(letters));
    }
    return lines.join(u'\n');
}

void FileView::say(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_pages->setCurrentWidget(m_sentence);
}

bool FileView::eventFilter(QObject *watched, QEvent *event)
{
    // An editor keeps these to itself.
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Backspace) {
            Q_EMIT backRequested();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FileView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Backspace)
        Q_EMIT backRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Gantry
