// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/fileread.h"

#include <QImage>
#include <QPointer>
#include <QWidget>

class QStackedWidget;

namespace Gantry {

class ActionButton;
class CodeView;
class ElidedLabel;
class Label;
class PictureView;

/// A file of a container to read: text, a picture, or of anything else its first bytes. What is read and made of it
/// happens in the pool.
class FileView : public QWidget
{
    Q_OBJECT

public:
    explicit FileView(QWidget *parent = nullptr);

    /// Reads the file with \a reader, which becomes its own, and shows it when it is there.
    void open(FileRead *reader, const QByteArray &path);
    /// Nothing is shown any more.
    void clear();
    const QByteArray &path() const { return m_path; }
    QWidget *focusTarget() const;

Q_SIGNALS:
    void backRequested();
    void saveRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What a file is, made of its bytes in the pool.
    struct Shown
    {
        QString text;
        QStringList facts; ///< what is to be said of it
        QImage picture;
    };
    static Shown read(const FileRead::Content &content);
    static QString textOf(const FileRead::Content &content, QStringList *facts);
    static QString hexOf(const QByteArray &bytes);
    void showContent(const FileRead::Content &content);
    void say(const QString &sentence);

    QByteArray m_path;
    QPointer<FileRead> m_reader;
    int m_generation = 0;
    ElidedLabel *m_title;
    Label *m_facts;
    QStackedWidget *m_pages;
    CodeView *m_text;
    PictureView *m_picture;
    Label *m_sentence;
};

} // namespace Gantry
