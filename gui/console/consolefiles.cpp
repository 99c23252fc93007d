// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console.h"
#include "console/consolenotice.h"
#include "console/querytab.h"
#include "engine/onanswer.h"
#include "look/tabbar.h"
#include "shell/ask.h"
#include "wholefile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>
#include <QStringDecoder>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

constexpr qint64 LargestFile = 64 * 1024 * 1024;
constexpr auto Digest = QCryptographicHash::Sha256;

struct FileText
{
    QString text;
    QByteArray digest;
    QString problem;
};

FileText readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{}, {}, file.errorString()};
    if (file.size() > LargestFile)
        return {{}, {}, Console::tr("it has more than 64 MB")};
    const QByteArray bytes = file.readAll();
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    // Opened all the same, it would be saved with other bytes than it had.
    if (decoder.hasError())
        return {{}, {}, Console::tr("it is not UTF-8 text; convert it first, for instance with iconv")};
    return {text, QCryptographicHash::hash(bytes, Digest), {}};
}

struct Written
{
    QByteArray digest;
    QString problem;
    bool isAnother = false; ///< the file has been changed since; nothing was written
};

/// Writes unless the file has other bytes than \a known and \a text; whatever it has where \a known is empty.
Written writeText(const QString &path, const QByteArray &text, const QByteArray &known)
{
    const QByteArray digest = QCryptographicHash::hash(text, Digest);
    if (QFile present(path); !known.isEmpty() && present.open(QIODevice::ReadOnly)) {
        QCryptographicHash hash(Digest);
        if (hash.addData(&present) && hash.result() != known && hash.result() != digest)
            return {{}, {}, true};
    }
    return {digest, WholeFile::save(path, text), false};
}

} // namespace

void Console::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open SQL file"), {}, tr("SQL files (*.sql);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            openFile(path);
    });
    dialog->open();
}

void Console::openFile(const QString &path)
{
    onAnswer(QtConcurrent::run(readFile, path), this, [this, path](const FileText &file) {
        if (!file.problem.isEmpty()) {
            m_notice->showProblem(tr("%1 cannot be opened: “%2”.").arg(path, file.problem));
            return;
        }
        StoredQuery stored;
        stored.title = QFileInfo(path).fileName();
        stored.path = path;
        stored.text = file.text;
        stored.fileDigest = file.digest;
        QueryTab *query = addQuery(stored);
        m_queryBar->setCurrentIndex(m_queries->count() - 1);
        query->editor()->setFocus();
        changed();
    });
}

void Console::reloadFile(QueryTab *query)
{
    const QString path = query->path();
    onAnswer(QtConcurrent::run(readFile, path), query, [this, query, path](const FileText &file) {
        if (!file.problem.isEmpty()) {
            m_notice->showProblem(tr("%1 cannot be opened: “%2”.").arg(path, file.problem));
            return;
        }
        query->editor()->setScript(file.text.toUtf8(), false); // Undo brings back what was typed
        query->setFile(path, file.digest);
    });
}

void Console::save()
{
    QueryTab *query = currentQuery();
    if (!query->path().isEmpty()) {
        writeFile(query, query->path(), query->fileDigest());
        return;
    }
    auto *dialog = new QFileDialog(this, tr("Save query"), {}, tr("SQL files (*.sql);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"sql"_s);
    connect(dialog, &QFileDialog::fileSelected, query,
            [this, query](const QString &path) { writeFile(query, path, {}); });
    dialog->open();
}

void Console::writeFile(QueryTab *query, const QString &path, const QByteArray &known)
{
    const quint64 revision = query->revision();
    onAnswer(QtConcurrent::run(writeText, path, query->editor()->utf8(), known), query,
             [this, query, path, revision](const Written &written) {
                 if (written.isAnother)
                     askWhichText(query);
                 else if (!written.problem.isEmpty())
                     m_notice->showProblem(tr("The query cannot be saved to %1: “%2”.").arg(path, written.problem));
                 else
                     query->setFile(path, written.digest, query->revision() == revision);
             });
}

void Console::askWhichText(QueryTab *query)
{
    Question question;
    question.title = tr("Save query");
    question.text = tr("%1 was changed by another program since it was read here. Overwrite it?").arg(query->path());
    question.consequence = tr("Overwrite loses the changes of the other program. Reload shows them here in place of "
                              "the text in the editor, which Undo brings back.");
    question.verb = tr("Overwrite");
    question.otherVerb = tr("Reload");
    const QPointer<QueryTab> asked = query;
    question.other = [this, asked] {
        if (asked)
            reloadFile(asked);
    };
    ask(this, question, [this, asked](bool) {
        if (asked)
            writeFile(asked, asked->path(), {});
    });
}

} // namespace Gantry
