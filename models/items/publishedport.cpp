// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/publishedport.h"

#include <algorithm>
#include <tuple>

namespace Gantry {

using namespace Qt::StringLiterals;

QList<PublishedPort> PublishedPort::of(const QList<ContainerPort> &ports)
{
    QList<PublishedPort> list;
    for (const ContainerPort &port : ports) {
        if (port.publicPort == 0)
            continue;
        const bool everywhere = port.address.isEmpty() || port.address == "0.0.0.0"_L1 || port.address == "::"_L1;
        const PublishedPort published{everywhere ? QString() : port.address, port.publicPort, port.privatePort,
                                      port.protocol};
        const auto same = std::find_if(list.begin(), list.end(), [&](const PublishedPort &other) {
            return other.port == published.port && other.protocol == published.protocol;
        });
        if (same == list.end())
            list.append(published);
        else if (everywhere)
            same->address.clear();
    }
    std::sort(list.begin(), list.end(), [](const PublishedPort &a, const PublishedPort &b) {
        return std::tie(a.port, a.protocol) < std::tie(b.port, b.protocol);
    });
    return list;
}

QString PublishedPort::text() const
{
    const QString number = QString::number(port);
    return isTcp() ? number : number + u'/' + protocol;
}

QString PublishedPort::text(const QList<PublishedPort> &ports)
{
    QStringList texts;
    for (qsizetype first = 0; first < ports.size();) {
        qsizetype last = first;
        while (last + 1 < ports.size() && ports[last + 1].port == ports[last].port + 1
               && ports[last + 1].protocol == ports[first].protocol)
            ++last;
        if (last - first < 2) {
            texts << ports[first++].text();
            continue;
        }
        texts << QString::number(ports[first].port) + u'–' + ports[last].text();
        first = last + 1;
    }
    return texts.join(u", "_s);
}

QUrl PublishedPort::url(const Endpoint &engine) const
{
    const auto isSecure = [](quint16 number) { return number == 443 || number == 8443; };
    QUrl url;
    url.setScheme(isSecure(port) || isSecure(privatePort) ? u"https"_s : u"http"_s);
    if (!engine.isLocalSocket())
        url.setHost(engine.host);
    else
        url.setHost(address.isEmpty() ? u"localhost"_s : address);
    url.setPort(port);
    return url;
}

} // namespace Gantry
