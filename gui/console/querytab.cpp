// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/querytab.h"

#include "console/findbar.h"
#include "console/resulttabs.h"
#include "console/sqleditor.h"
#include "look/fonts.h"

#include <QFileInfo>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

QueryTab::QueryTab(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_editor(new SqlEditor(this))
    , m_findBar(new FindBar(m_editor, this))
    , m_results(new ResultTabs(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    auto *upper = new QWidget(m_splitter);
    auto *upperLayout = new QVBoxLayout(upper);
    // Scintilla has no margin above its first line.
    upperLayout->setContentsMargins(0, Fonts::scaled(6), 0, 0);
    upperLayout->setSpacing(0);
    upperLayout->addWidget(m_editor, 1);
    upperLayout->addWidget(m_findBar);
    m_splitter->addWidget(upper);
    m_splitter->addWidget(m_results);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setObjectName(QStringLiteral("querySplitter"));
    upper->setMinimumHeight(Fonts::scaled(80));
    m_results->setMinimumHeight(Fonts::scaled(100));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    setFocusProxy(m_editor);

    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        ++m_revision;
        if (m_loading)
            return;
        m_changed = true;
        Q_EMIT changed();
    });
}

QString QueryTab::tabText() const
{
    return m_changed && !m_path.isEmpty() ? m_title + QStringLiteral(" •") : m_title;
}

bool QueryTab::isEmpty() const
{
    return m_editor->utf8().trimmed().isEmpty();
}

void QueryTab::setFile(const QString &path, const QByteArray &digest, bool isAll)
{
    m_path = path;
    m_fileDigest = digest;
    m_title = QFileInfo(path).fileName();
    m_changed = !isAll;
    Q_EMIT changed();
}

void QueryTab::load(const StoredQuery &stored)
{
    const QScopedValueRollback loading(m_loading, true);
    m_title = stored.title;
    m_path = stored.path;
    m_fileDigest = stored.fileDigest;
    m_editor->setScript(stored.text.toUtf8(), true);
    m_editor->moveCursor(stored.cursor);
    m_changed = stored.changed;
}

StoredQuery QueryTab::stored() const
{
    StoredQuery result;
    result.title = m_title;
    result.path = m_path;
    result.fileDigest = m_fileDigest;
    result.text = QString::fromUtf8(m_editor->utf8());
    result.cursor = m_editor->cursorPosition();
    result.changed = m_changed;
    return result;
}

void QueryTab::recall(const QByteArray &statement, qint64 id)
{
    QByteArray text = m_editor->utf8();
    qsizetype cursor = m_editor->cursorPosition();
    // What was recalled before makes way, unless the user has worked on it.
    if (m_recalled && text.mid(m_recalled->begin) == m_recalled->text) {
        text.truncate(m_recalled->begin);
        cursor = std::min(m_recalled->cursor, text.size());
    }
    m_recalled.reset();
    if (statement.isEmpty()) {
        m_editor->setScript(text, false);
        m_editor->moveCursor(cursor);
        return;
    }
    Recalled recalled{text.size(), statement, id, cursor};
    if (!text.trimmed().isEmpty())
        recalled.text.prepend(text.endsWith('\n') ? "\n" : "\n\n");
    text += recalled.text;
    m_editor->setScript(text, false);
    m_editor->moveCursor(text.size());
    recalled.revision = m_revision;
    m_recalled = recalled;
}

qint64 QueryTab::historyPosition() const
{
    return m_recalled && m_recalled->revision == m_revision ? m_recalled->id : 0;
}

void QueryTab::beginHistoryAnew()
{
    if (m_recalled)
        m_recalled->id = 0;
}

} // namespace Gantry
