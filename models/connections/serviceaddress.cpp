// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/serviceaddress.h"

#include "postgres/databaseroute.h"

#include <QMap>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// What is spoken at a port by custom. Only a suggestion: the URL is there to be copied.
QString customaryScheme(quint16 port)
{
    static const QMap<quint16, QString> known{
        {443, u"https"_s},  {1883, u"mqtt"_s},  {3306, u"mysql"_s},    {4222, u"nats"_s}, {5672, u"amqp"_s},
        {6379, u"redis"_s}, {8443, u"https"_s}, {27017, u"mongodb"_s}, {80, u"http"_s},   {81, u"http"_s},
        {4000, u"http"_s},  {4200, u"http"_s},  {5000, u"http"_s},     {5001, u"http"_s}, {5173, u"http"_s},
        {8888, u"http"_s},  {9000, u"http"_s},  {9090, u"http"_s}};
    const bool web = (port >= 3000 && port < 3010) || (port >= 8000 && port < 8100);
    return web ? u"http"_s : known.value(port);
}

/// One whose user need not name it.
bool isDefaultPort(const QString &scheme, quint16 port)
{
    static const QMap<QString, quint16> defaults{{u"http"_s, 80},       {u"https"_s, 443},      {u"mysql"_s, 3306},
                                                 {u"redis"_s, 6379},    {u"amqp"_s, 5672},      {u"mongodb"_s, 27017},
                                                 {u"postgres"_s, 5432}, {u"postgresql"_s, 5432}};
    return defaults.value(scheme.section(u'+', 0, 0)) == port; // "postgresql+psycopg"
}

struct Port
{
    quint16 number = 0;
    QString protocol;

    friend bool operator==(const Port &, const Port &) = default;
    friend bool operator<(const Port &a, const Port &b)
    {
        return std::tie(a.number, a.protocol) < std::tie(b.number, b.protocol);
    }
};

QList<Port> portsOf(const ContainerDetails &container)
{
    QList<Port> ports;
    const auto add = [&ports](const Port &port) {
        if (port.number != 0 && !ports.contains(port))
            ports << port;
    };
    for (const QString &exposed : container.exposedPorts) {
        const QString protocol = exposed.section(u'/', 1, 1);
        add({exposed.section(u'/', 0, 0).toUShort(), protocol.isEmpty() ? u"tcp"_s : protocol});
    }
    for (const ContainerPort &port : container.ports + container.configuredPorts)
        add({port.privatePort, port.protocol});
    std::sort(ports.begin(), ports.end());
    return ports;
}

/// Whether a variable's value names a port of a service: an address with its host, the host and port, or the host.
bool names(const QString &value, const QString &service, quint16 port)
{
    if (value == service || value == service + u':' + QString::number(port))
        return true;
    if (!value.contains("://"_L1))
        return false;
    const QUrl url(value, QUrl::TolerantMode);
    if (!url.isValid() || url.host().compare(service, Qt::CaseInsensitive) != 0)
        return false;
    return url.port() < 0 ? isDefaultPort(url.scheme(), port) : url.port() == port;
}

QStringList usersOf(const QList<ServiceContainer> &containers, const QString &service, quint16 port)
{
    QStringList users;
    for (const ServiceContainer &other : containers) {
        if (other.service == service)
            continue;
        for (const QString &entry : other.details.environment) {
            if (names(entry.section(u'=', 1), service, port))
                users << other.service + u": "_s + entry.section(u'=', 0, 0);
        }
    }
    users.removeDuplicates();
    return users;
}

void setMachineAddress(ServiceAddress *address, const ContainerDetails &container, const Endpoint &endpoint,
                       const QList<QHostAddress> &ownAddresses)
{
    const DatabaseRoute::Kinds kinds = DatabaseRoute::PublishedPort | DatabaseRoute::ContainerAddress;
    // A route is for TCP.
    const QList<DatabaseRoute> routes = container.isRunning() && address->protocol == "tcp"_L1
        ? DatabaseRoute::find(container, address->containerPort, endpoint, kinds, ownAddresses)
        : QList<DatabaseRoute>();
    if (!routes.isEmpty()) {
        address->host = routes.first().host;
        address->port = routes.first().port;
        address->isPublished = routes.first().kind == DatabaseRoute::PublishedPort;
        return;
    }
    const QList<ContainerPort> published = container.isRunning() ? container.ports : container.configuredPorts;
    const auto at = std::find_if(published.begin(), published.end(), [address](const ContainerPort &port) {
        return port.privatePort == address->containerPort && port.protocol == address->protocol && port.publicPort != 0;
    });
    if (at == published.end())
        return;
    address->host = endpoint.isLocalSocket() ? u"127.0.0.1"_s : endpoint.host;
    address->port = at->publicPort;
    address->isPublished = true;
}

} // namespace

bool operator==(const ServiceAddress &a, const ServiceAddress &b)
{
    const auto tied = [](const ServiceAddress &x) {
        return std::tie(x.service, x.container, x.from, x.networks, x.host, x.port, x.containerPort, x.protocol,
                        x.isPublished, x.isRunning, x.scheme, x.usedBy, x.login.user, x.login.password,
                        x.login.database);
    };
    return tied(a) == tied(b);
}

QString ServiceAddress::address() const
{
    if (host.isEmpty())
        return {};
    const QString shown = host.contains(u':') ? u'[' + host + u']' : host;
    const QString text = shown + u':' + QString::number(port);
    return protocol == "tcp"_L1 ? text : text + u'/' + protocol;
}

QString ServiceAddress::url(Password password) const
{
    if (scheme.isEmpty() || host.isEmpty())
        return {};
    const auto encoded = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    QString url = scheme + "://"_L1;
    if (!login.user.isEmpty()) {
        url += encoded(login.user);
        if (!login.password.isEmpty())
            url += u':' + (password == Password::Shown ? encoded(login.password) : QString(8, QChar(0x2022)));
        url += u'@';
    }
    url += address();
    return login.database.isEmpty() ? url : url + u'/' + encoded(login.database);
}

QList<ServiceAddress> serviceAddresses(const QList<ServiceContainer> &containers, const Endpoint &endpoint,
                                       const QList<QHostAddress> &ownAddresses)
{
    QList<ServiceAddress> addresses;
    for (const ServiceContainer &container : containers) {
        const ContainerDetails &details = container.details;
        QStringList networks;
        for (const ContainerNetwork &network : details.networks)
            networks << network.name;
        const QString mode = details.raw.value("HostConfig"_L1).toObject().value("NetworkMode"_L1).toString();
        const bool sharesHost = mode == "host"_L1;
        const QList<Port> ports = portsOf(details);
        for (const Port &port : ports) {
            ServiceAddress address;
            address.service = container.service;
            address.container = details.id;
            address.containerPort = port.number;
            address.protocol = port.protocol;
            address.isRunning = details.isRunning();
            if (container.login && port.number == container.login->port && port.protocol == "tcp"_L1) {
                address.scheme = u"postgresql"_s;
                address.login = *container.login;
            } else if (port.protocol == "tcp"_L1) {
                address.scheme = customaryScheme(port.number);
            }
            ServiceAddress inside = address;
            inside.networks = networks;
            inside.port = port.number;
            if (sharesHost)
                inside.host = u"localhost"_s;
            else if (mode != "none"_L1)
                inside.host = container.service;
            inside.usedBy = usersOf(containers, container.service, port.number);
            ServiceAddress outside = address;
            outside.from = ServiceAddress::From::Machine;
            if (sharesHost) {
                outside.host = endpoint.isLocalSocket() ? u"127.0.0.1"_s : endpoint.host;
                outside.port = port.number;
                outside.isPublished = true;
            } else {
                setMachineAddress(&outside, details, endpoint, ownAddresses);
            }
            addresses << inside << outside;
        }
    }
    return addresses;
}

} // namespace Gantry
