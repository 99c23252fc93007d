// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/checkpanel.h"

#include "items/humanize.h"
#include "items/secretnames.h"
#include "look/buttonkind.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/oneline.h"
#include "operations/operationlog.h"
#include "run/wheelpass.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrlQuery>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Beyond, the body scrolls.
constexpr int MostBodyLines = 10;

} // namespace

CheckPanel::CheckPanel(OperationLog *log, QWidget *parent)
    : QWidget(parent)
    , m_log(log)
    , m_check(new HttpCheck(this))
{
    setObjectName(u"check"_s);
    auto *title = new Label(tr("Check"), this);
    title->setLook(13, QFont::DemiBold);
    title->setTone(Tone::Muted);
    m_port = new QComboBox(this);
    m_port->setObjectName(u"checkPort"_s);
    m_port->setAccessibleName(tr("Address to check"));
    m_port->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    new WheelPass(m_port);
    m_path = new QLineEdit(this);
    m_path->setObjectName(u"checkPath"_s);
    m_path->setAccessibleName(tr("Path to check"));
    m_path->setPlaceholderText(u"/health"_s);
    m_button = new QPushButton(tr("Check"), this);
    m_button->setObjectName(u"checkButton"_s);
    m_button->setAccessibleName(tr("Check"));
    m_result = new Label(this);
    m_result->setObjectName(u"checkResult"_s);
    m_result->setLook(13, QFont::Medium);
    m_detail = new Label(this);
    m_detail->setObjectName(u"checkDetail"_s);
    m_detail->setTone(Tone::Muted);
    for (Label *label : {m_result, m_detail}) {
        label->setWordWrap(true);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
        label->setMostLines(5);
    }
    m_body = new QPlainTextEdit(this);
    m_body->setObjectName(u"checkBody"_s);
    m_body->setAccessibleName(tr("Body of the answer"));
    m_body->setReadOnly(true);
    m_body->setUndoRedoEnabled(false);
    m_body->setFont(Fonts::mono());
    m_body->setTabChangesFocus(true);
    m_body->setWordWrapMode(QTextOption::WrapAnywhere);
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_port);
    line->addWidget(m_path, 1);
    line->addWidget(m_button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addLayout(line);
    layout->addWidget(m_result);
    layout->addWidget(m_detail);
    layout->addWidget(m_body);
    connect(m_button, &QPushButton::clicked, this, &CheckPanel::check);
    connect(m_path, &QLineEdit::returnPressed, this, &CheckPanel::check);
    connect(m_path, &QLineEdit::textEdited, this, [this](const QString &path) { m_paths.insert(pathKey(), path); });
    connect(m_port, &QComboBox::currentIndexChanged, this, &CheckPanel::showPort);
    connect(m_check, &HttpCheck::finished, this, &CheckPanel::show);
    clear();
    hide();
}

CheckPanel::~CheckPanel()
{
    stop();
}

void CheckPanel::setPorts(const QString &key, const QList<PublishedPort> &ports, const Endpoint &engine)
{
    QList<PublishedPort> web = ports;
    web.removeIf([](const PublishedPort &port) { return !port.isTcp(); });
    setVisible(!web.isEmpty());
    if (key == m_key && web == m_ports && engine == m_engine)
        return;
    stop();
    m_key = key;
    m_ports = web;
    m_engine = engine;
    {
        const QSignalBlocker blocker(m_port);
        m_port->clear();
        for (const PublishedPort &port : std::as_const(m_ports))
            m_port->addItem(port.url(engine).authority());
    }
    showPort();
}

QString CheckPanel::pathKey() const
{
    const int index = m_port->currentIndex();
    return index < 0 ? QString() : m_key + u':' + QString::number(m_ports[index].privatePort);
}

void CheckPanel::showPort()
{
    stop();
    m_path->setText(m_paths.value(pathKey(), u"/"_s));
    clear();
}

QString CheckPanel::shownUrl() const
{
    QUrl url = this->url();
    url.setHost(m_ports.value(m_port->currentIndex()).url(m_engine).host());
    QStringList parts;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyEncoded);
    bool isSecret = false;
    for (const auto &[name, value] : items) {
        const bool hidden = SecretNames::isSecret(name, QUrl::fromPercentEncoding(value.toUtf8()));
        isSecret = isSecret || hidden;
        parts << name + u'=' + (hidden ? SecretNames::mask() : value);
    }
    if (!isSecret)
        return url.toString(QUrl::FullyEncoded);
    return url.toString(QUrl::FullyEncoded | QUrl::RemoveQuery) + u'?' + parts.join(u'&');
}

QUrl CheckPanel::url() const
{
    QUrl url = m_ports.value(m_port->currentIndex()).url(m_engine);
    // Docker publishes on IPv4 always, on IPv6 mostly.
    if (url.host() == "localhost"_L1)
        url.setHost(u"127.0.0.1"_s);
    QString path = m_path->text().trimmed();
    if (!path.startsWith(u'/'))
        path.prepend(u'/');
    const qsizetype query = path.indexOf(u'?');
    url.setPath(path.left(query < 0 ? path.size() : query).section(u'#', 0, 0));
    if (query >= 0)
        url.setQuery(path.mid(query + 1));
    return url;
}

void CheckPanel::check()
{
    if (m_check->isRunning()) {
        stop();
        clear();
        return;
    }
    if (m_ports.isEmpty())
        return;
    clear();
    m_button->setText(tr("Cancel"));
    m_button->setAccessibleName(tr("Cancel the check"));
    m_result->setTone(Tone::Muted);
    m_result->setText(tr("Calling %1…").arg(shortName(url().toString())));
    m_result->setVisible(true);
    const QString address = shownUrl();
    m_operation = m_log->begin(tr("Check %1").arg(shortName(address)), {u"curl"_s, u"-i"_s, address});
    m_operation->setTeller(this);
    m_operation->setCanceller([panel = QPointer(this)] {
        if (!panel)
            return;
        panel->stop();
        panel->clear();
    });
    m_check->start(url());
}

void CheckPanel::stop()
{
    m_check->cancel();
    if (Operation *operation = m_operation.data()) {
        m_operation = nullptr;
        operation->setCancelled();
    }
}

void CheckPanel::endOperation(const HttpAnswer &answer)
{
    Operation *operation = m_operation.data();
    if (!operation)
        return;
    m_operation = nullptr;
    if (!answer.isAnswer()) {
        operation->fail(Failure{answer.problem, {}, answer.advice});
        return;
    }
    // Also a refusal is what was asked for: an answer. The body may be long, and may hold what is nobody's business.
    operation->appendOutput((QString::number(answer.status) + u' ' + answer.reason).trimmed() + u'\n');
    operation->succeed();
}

void CheckPanel::clear()
{
    m_button->setText(tr("Check"));
    m_button->setAccessibleName(tr("Check"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_result, m_detail, m_body})
        part->hide();
}

void CheckPanel::show(const HttpAnswer &answer)
{
    endOperation(answer);
    clear();
    m_result->setVisible(true);
    const QString time = Humanize::duration(answer.milliseconds);
    if (!answer.isAnswer()) {
        m_result->setTone(Tone::Error);
        m_result->setText(answer.problem);
        m_detail->setText(answer.advice);
        m_detail->setVisible(!answer.advice.isEmpty());
        return;
    }
    m_result->setTone(answer.status < 400 ? Tone::Success : Tone::Error);
    m_result->setText(
        tr("%1, %2", "\"200 OK, 12 ms\"").arg((QString::number(answer.status) + u' ' + answer.reason).trimmed(), time));
    QStringList details;
    if (!answer.contentType.isEmpty())
        details << answer.contentType;
    if (!answer.redirect.isEmpty())
        details << tr("points to %1, which was not followed").arg(answer.redirect);
    if (answer.isCut)
        details << tr("the first 64 KB");
    else if (answer.body.isEmpty())
        details << tr("no body");
    m_detail->setText(details.join(u" · "_s));
    m_detail->setVisible(!details.isEmpty());
    if (answer.body.isEmpty())
        return;
    m_body->setPlainText(visible(answer.body));
    const auto lines = int(std::min<qsizetype>(answer.body.count(u'\n') + 1, MostBodyLines));
    m_body->setFixedHeight(lines * m_body->fontMetrics().lineSpacing() + Fonts::scaled(16));
    m_body->show();
}

} // namespace Gantry
