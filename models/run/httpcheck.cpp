// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/httpcheck.h"

#include "quoted.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LargestBody = 64 * 1024;
constexpr int MostHops = 5;

QString laidOut(const QByteArray &body, const QString &contentType, bool isCut)
{
    if (!isCut && contentType.contains("json"_L1)) {
        const QJsonDocument json = QJsonDocument::fromJson(body);
        if (!json.isNull())
            return QString::fromUtf8(json.toJson(QJsonDocument::Indented)).trimmed();
    }
    return QString::fromUtf8(body);
}

bool isSameHost(const QUrl &a, const QUrl &b)
{
    return a.host() == b.host() && a.port() == b.port() && a.scheme() == b.scheme();
}

} // namespace

HttpCheck::HttpCheck(QObject *parent)
    : QObject(parent)
    , m_network(new QNetworkAccessManager(this))
{
    m_network->setProxy(QNetworkProxy::NoProxy);
    m_network->setAutoDeleteReplies(true);
}

void HttpCheck::start(const QUrl &url, int timeoutMs)
{
    cancel();
    m_timeoutMs = timeoutMs;
    m_hops = 0;
    m_clock.start();
    get(url);
}

void HttpCheck::cancel()
{
    if (QNetworkReply *reply = m_reply.data()) {
        m_reply = nullptr;
        reply->disconnect(this);
        reply->abort();
    }
}

void HttpCheck::get(const QUrl &url)
{
    m_body.clear();
    m_cut = false;
    QNetworkRequest request(url);
    request.setTransferTimeout(m_timeoutMs);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Gantry"_s);
    QNetworkReply *reply = m_network->get(request);
    m_reply = reply;
    connect(reply, &QNetworkReply::readyRead, this, &HttpCheck::read);
    connect(reply, &QNetworkReply::finished, this, &HttpCheck::ended);
}

void HttpCheck::read()
{
    m_body += m_reply->read(LargestBody + 1 - m_body.size());
    if (m_body.size() <= LargestBody || m_cut)
        return;
    m_body.truncate(LargestBody);
    m_cut = true;
    m_reply->abort();
}

void HttpCheck::ended()
{
    QNetworkReply *reply = m_reply;
    if (!reply)
        return;
    if (!m_cut && reply->isReadable())
        m_body += reply->read(LargestBody - m_body.size());
    HttpAnswer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QUrl target = reply->url().resolved(reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl());
    const bool redirects = answer.status >= 300 && answer.status < 400 && target != reply->url();
    if (redirects && isSameHost(target, reply->url()) && ++m_hops <= MostHops) {
        m_reply = nullptr;
        get(target);
        return;
    }
    // A refusal by status is an answer, too; one that breaks off in the middle is none.
    const bool isWhole = m_cut || reply->error() == QNetworkReply::NoError || reply->error() >= 201;
    if (answer.status == 0 || !isWhole) {
        answer = failure();
    } else {
        answer.reason = reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
        answer.contentType = reply->header(QNetworkRequest::ContentTypeHeader).toString();
        answer.body = laidOut(m_body, answer.contentType, m_cut);
        answer.isCut = m_cut;
        if (redirects)
            answer.redirect = target.toString();
    }
    answer.milliseconds = m_clock.elapsed();
    m_reply = nullptr;
    Q_EMIT finished(answer);
}

HttpAnswer HttpCheck::failure() const
{
    HttpAnswer answer;
    switch (m_reply->error()) {
    case QNetworkReply::ConnectionRefusedError:
        answer.problem = tr("Nothing listens there: the connection was refused.");
        answer.advice = tr("Is the port published, and has the program started?");
        break;
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        answer.problem = tr("No answer within %n second(s).", nullptr, m_timeoutMs / 1000);
        answer.advice = tr("The program has taken the connection and says nothing: its log may tell why.");
        break;
    case QNetworkReply::RemoteHostClosedError:
        answer.problem = tr("The connection was closed without an answer.");
        answer.advice = tr("The program may still be starting, or listens on 127.0.0.1 inside the container, where the "
                           "published port does not reach it: let it listen on 0.0.0.0.");
        break;
    case QNetworkReply::HostNotFoundError:
        answer.problem = tr("The host %1 is unknown.").arg(quoted(m_reply->url().host()));
        break;
    case QNetworkReply::SslHandshakeFailedError:
        answer.problem = tr("The encryption failed: %1").arg(quoted(m_reply->errorString()));
        break;
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownNetworkError:
    default:
        answer.problem = tr("No HTTP answer came: %1").arg(quoted(m_reply->errorString()));
        answer.advice = tr("Is it a web server that listens there?");
    }
    return answer;
}

} // namespace Gantry
