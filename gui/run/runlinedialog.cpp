// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runlinedialog.h"

#include "look/buttonkind.h"
#include "look/card.h"
#include "look/fonts.h"
#include "look/label.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestPasted = 64 * 1024;

} // namespace

RunLineDialog::RunLineDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit(this))
    , m_notices(new Label(this))
{
    setObjectName(u"runLine"_s);
    setWindowTitle(tr("Paste a docker run line"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *caption = new Label(tr("It fills the form. Nothing of it is executed."), this);
    caption->setBuddy(m_text);
    caption->setTone(Tone::Muted);
    m_text->setObjectName(u"line"_s);
    m_text->setAccessibleName(tr("docker run line"));
    m_text->setFont(Fonts::mono());
    auto *card = new Card(Card::Kind::Sunken, this);
    auto *inCard = new QVBoxLayout(card);
    inCard->setContentsMargins(8, 6, 8, 6);
    inCard->addWidget(m_text);
    QPalette clear = m_text->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_text->setPalette(clear);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(u"docker run -it --rm alpine sh"_s);
    m_notices->setObjectName(u"notices"_s);
    m_notices->setWordWrap(true);
    m_notices->setMostLines(8);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(QDialogButtonBox::Cancel)->setObjectName(u"cancel"_s);
    m_verb = buttons->addButton(tr("Fill the form"), QDialogButtonBox::AcceptRole);
    m_verb->setObjectName(u"fill"_s);
    m_verb->setDefault(true);
    setButtonKind(m_verb, ButtonKind::Primary);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT chosen(RunLine::parse(m_text->toPlainText())); });
    connect(m_text, &QPlainTextEdit::textChanged, this, &RunLineDialog::check);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(8);
    layout->addWidget(caption);
    layout->addWidget(card, 1);
    layout->addWidget(m_notices);
    layout->addWidget(buttons);
    resize(Fonts::scaled(560), Fonts::scaled(280));
    const QString copied = QGuiApplication::clipboard()->text();
    if (copied.size() < LongestPasted && RunLine::parse(copied).problem.isEmpty()) {
        m_text->setPlainText(copied.trimmed());
        m_text->selectAll();
    }
    check();
    m_text->setFocus();
}

void RunLineDialog::check()
{
    const QString text = m_text->toPlainText();
    if (text.trimmed().isEmpty() || text.size() > LongestPasted) {
        m_notices->setTone(Tone::Error);
        m_notices->setText(text.trimmed().isEmpty() ? QString() : tr("That is too long for a line."));
        m_verb->setEnabled(false);
        return;
    }
    const RunLine line = RunLine::parse(text);
    m_verb->setEnabled(line.problem.isEmpty());
    m_notices->setTone(line.problem.isEmpty() ? Tone::Warning : Tone::Error);
    m_notices->setText(line.problem.isEmpty() ? line.notices.join(u'\n') : line.problem);
}

} // namespace Gantry
