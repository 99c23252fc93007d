// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/objectdetailspane.h"

#include "look/fonts.h"
#include "look/label.h"
#include "look/pageheader.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int CaptionWidth = 96;
constexpr int LeastWidth = 260;
constexpr int LeastHeight = 120;
constexpr int LineHeight = 18;
constexpr int ValueLines = 6;

} // namespace

ObjectDetailsPane::ObjectDetailsPane(const QString &name, const QString &lesson, QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader({}, this))
    , m_lesson(new Label(lesson, this))
    , m_scroll(new QScrollArea(this))
    , m_object(new QWidget)
    , m_facts(new QGridLayout)
    , m_more(new QVBoxLayout)
{
    setAccessibleName(name);
    setMinimumSize(Fonts::scaled(LeastWidth), Fonts::scaled(LeastHeight));
    m_header->setTitleLook(15);
    m_lesson->setObjectName(u"lesson"_s);
    m_lesson->setWordWrap(true);
    m_lesson->setTone(Tone::Muted);
    m_facts->setHorizontalSpacing(8);
    m_facts->setVerticalSpacing(6);
    m_facts->setColumnStretch(1, 1);
    m_facts->setColumnMinimumWidth(0, Fonts::scaled(CaptionWidth));
    m_more->setSpacing(6);
    auto *content = new QVBoxLayout;
    content->setContentsMargins(20, 0, 12, 0);
    content->addLayout(m_facts);
    // Lists have the inset within their rows.
    auto *all = new QVBoxLayout(m_object);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(16);
    all->addLayout(content);
    all->addLayout(m_more, 1);
    auto *lessonPlace = new QVBoxLayout;
    lessonPlace->setContentsMargins(20, 0, 12, 12);
    lessonPlace->addWidget(m_lesson);
    auto *body = new QWidget;
    auto *bodyLayout = new QVBoxLayout(body);
    bodyLayout->setContentsMargins(0, 0, 0, 0);
    bodyLayout->setSpacing(0);
    bodyLayout->addLayout(lessonPlace);
    bodyLayout->addWidget(m_object, 1);
    bodyLayout->addStretch(0);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAccessibleName(tr("Details"));
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setWidget(body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_scroll, 1);
    showNothing();
}

void ObjectDetailsPane::showNothing()
{
    m_header->setTitle(tr("Nothing chosen"));
    m_object->hide();
}

void ObjectDetailsPane::showObject(const QString &title, const QList<Entry> &facts)
{
    m_header->setTitle(title);
    setFacts(facts);
    m_object->show();
}

void ObjectDetailsPane::setFacts(const QList<Entry> &facts)
{
    // Lines that only change their text keep their widgets.
    while (m_rows.size() > facts.size()) {
        const auto [caption, value] = m_rows.takeLast();
        delete caption;
        delete value;
    }
    while (m_rows.size() < facts.size()) {
        auto *caption = new Label(m_object);
        caption->setTone(Tone::Muted);
        caption->setMinimumHeight(Fonts::scaled(LineHeight));
        auto *value = new Label(m_object);
        value->setWordWrap(true);
        value->setMostLines(ValueLines);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        const auto row = int(m_rows.size());
        m_facts->addWidget(caption, row, 0, Qt::AlignTop);
        m_facts->addWidget(value, row, 1);
        m_rows.emplaceBack(caption, value);
    }
    for (qsizetype i = 0; i < facts.size(); ++i) {
        const Entry &fact = facts.at(i);
        const auto [caption, value] = m_rows.at(i);
        caption->setText(fact.caption);
        value->setText(fact.value);
        value->setAccessibleDescription(fact.caption);
        value->setLook(fact.mono ? 12 : 13, QFont::Normal, fact.mono ? Label::Face::Mono : Label::Face::Ui);
    }
}

Label *ObjectDetailsPane::addText(const QString &text)
{
    auto *label = new Label(text, m_object);
    label->setWordWrap(true);
    label->setContentsMargins(20, 0, 12, 0);
    m_more->addWidget(label);
    return label;
}

void ObjectDetailsPane::addHeading(const QString &text)
{
    Label *heading = addText(text);
    heading->setLook(13, QFont::DemiBold);
    heading->setTone(Tone::Muted);
}

} // namespace Gantry
