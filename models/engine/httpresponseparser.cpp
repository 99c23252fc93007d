// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httpresponseparser.h"

#include <QCoreApplication>

#include <cstdint>
#include <limits>
#include <utility>

#include <boost/beast/http/parser.hpp>

namespace Gantry {

namespace http = boost::beast::http;

namespace {

/// A Beast body that appends to a byte array, which the owner empties after each piece.
struct AppendingBody
{
    using value_type = QByteArray;

    class reader
    {
    public:
        template <bool isRequest, class Fields>
        reader(http::header<isRequest, Fields> &, value_type &body)
            : m_body(body)
        {
        }

        void init(const boost::optional<std::uint64_t> &, boost::beast::error_code &error) { error = {}; }

        template <class Buffers> std::size_t put(const Buffers &buffers, boost::beast::error_code &error)
        {
            error = {};
            std::size_t taken = 0;
            for (auto it = boost::asio::buffer_sequence_begin(buffers); it != boost::asio::buffer_sequence_end(buffers);
                 ++it) {
                const boost::asio::const_buffer buffer(*it);
                m_body.append(static_cast<const char *>(buffer.data()), qsizetype(buffer.size()));
                taken += buffer.size();
            }
            return taken;
        }

        void finish(boost::beast::error_code &error) { error = {}; }

    private:
        value_type &m_body;
    };
};

QString toQString(boost::beast::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

} // namespace

struct HttpResponseParser::Private
{
    using Parser = http::response_parser<AppendingBody>;

    explicit Private(bool withoutBody)
        : headOnly(withoutBody)
    {
        begin();
    }

    void begin()
    {
        parser = std::make_unique<Parser>();
        parser->eager(true);
        parser->skip(headOnly);
        parser->header_limit(headLimit);
        // Beast's own limit of 8 MiB would cut a stream; finite answers are capped by HttpCall. Not boost::none, which
        // Boost 1.74 takes for a limit of nothing where the head names a length.
        parser->body_limit(std::numeric_limits<std::uint64_t>::max());
    }

    /// Beast takes for granted that a last chunk which it has seen a part of has all of its five bytes by now.
    bool isPartOfLastChunk() const
    {
        return needsMore && parser->is_header_done() && unread.startsWith('0') && unread.size() < 5;
    }

    std::unique_ptr<Parser> parser;
    QByteArray unread;
    bool headOnly;
    bool needsMore = false;
    QString error;
};

HttpResponseParser::HttpResponseParser(bool headOnly)
    : d(std::make_unique<Private>(headOnly))
{
}

HttpResponseParser::~HttpResponseParser() = default;
HttpResponseParser::HttpResponseParser(HttpResponseParser &&) noexcept = default;
HttpResponseParser &HttpResponseParser::operator=(HttpResponseParser &&) noexcept = default;

bool HttpResponseParser::feed(const QByteArray &data, QByteArray *body)
{
    if (!d->error.isEmpty())
        return false;
    if (d->unread.isEmpty())
        d->unread = data;
    else
        d->unread += data;

    body->clear();
    if (d->isPartOfLastChunk())
        return true;
    d->needsMore = false;

    qsizetype used = 0;
    while (used < d->unread.size() && !d->parser->is_done()) {
        boost::beast::error_code error;
        const std::size_t taken = d->parser->put(
            boost::asio::const_buffer(d->unread.constData() + used, std::size_t(d->unread.size() - used)), error);
        used += qsizetype(taken);
        d->needsMore = error == http::error::need_more;
        if (d->needsMore)
            break;
        if (error) {
            d->error = QString::fromStdString(error.message());
            return false;
        }
        if (d->parser->is_done() && status() / 100 == 1 && status() != 101)
            d->begin();
    }
    d->unread.remove(0, used);
    *body = std::exchange(d->parser->get().body(), {});
    return true;
}

bool HttpResponseParser::finish()
{
    if (!d->error.isEmpty())
        return false;
    if (d->parser->is_done())
        return true;
    boost::beast::error_code error;
    if (d->parser->got_some())
        d->parser->put_eof(error);
    else
        error = http::error::end_of_stream;
    if (error)
        d->error = QString::fromStdString(error.message());
    return !error;
}

bool HttpResponseParser::hasHead() const
{
    return d->parser->is_header_done();
}

bool HttpResponseParser::isDone() const
{
    return d->parser->is_done();
}

bool HttpResponseParser::isUpgraded() const
{
    return isDone() && status() == 101;
}

int HttpResponseParser::status() const
{
    return int(d->parser->get().result_int());
}

QString HttpResponseParser::reason() const
{
    return toQString(d->parser->get().reason());
}

QByteArray HttpResponseParser::header(const QByteArray &name) const
{
    const auto value = d->parser->get()[boost::beast::string_view(name.constData(), std::size_t(name.size()))];
    return QByteArray(value.data(), qsizetype(value.size()));
}

bool HttpResponseParser::keepsAlive() const
{
    return isDone() && d->parser->keep_alive();
}

QByteArray HttpResponseParser::takeRest()
{
    return std::exchange(d->unread, {});
}

const QString &HttpResponseParser::error() const
{
    return d->error;
}

} // namespace Gantry
