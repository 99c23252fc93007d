// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/connectionparameters.h"
#include "postgres/servermessage.h"

#include <QException>
#include <QFuture>
#include <QObject>

namespace Gantry {

class CatalogueWorker;
class WorkerThread;

/// Why the catalogue could not answer.
class CatalogueError : public QException
{
public:
    explicit CatalogueError(const ServerMessage &message)
        : m_message(message)
    {
    }
    const ServerMessage &message() const { return m_message; }
    void raise() const override { throw *this; }
    CatalogueError *clone() const override { return new CatalogueError(*this); }

private:
    ServerMessage m_message;
};

struct CatalogueSchema
{
    quint32 oid = 0;
    QString name;
    QString owner;
    bool system = false; ///< pg_catalog, information_schema, pg_toast
    bool onSearchPath = false;
};

/// A table, view or sequence (pg_class).
struct CatalogueRelation
{
    enum class Kind { Table, PartitionedTable, View, MaterializedView, ForeignTable, Sequence };
    quint32 oid = 0;
    QString schema;
    QString name;
    Kind kind = Kind::Table;
    QString owner;
    QString comment;
    qint64 estimatedRows = -1; ///< pg_class.reltuples; -1: never analyzed
    bool partition = false; ///< of a partitioned table
};

/// A column of a relation (pg_attribute).
struct CatalogueColumn
{
    int number = 0; ///< attnum
    QString name;
    QString type; ///< format_type()
    QString defaultValue; ///< expression
    QString comment;
    bool notNull = false;
    bool primaryKey = false;
    bool foreignKey = false;
    QString references; ///< "schema.table(column)" of the first foreign key
};

/// A function, procedure, aggregate or window function (pg_proc).
struct CatalogueFunction
{
    enum class Kind { Function, Procedure, Aggregate, Window };
    quint32 oid = 0;
    QString schema;
    QString name;
    QString arguments; ///< pg_get_function_arguments()
    QString result; ///< pg_get_function_result()
    Kind kind = Kind::Function;
};

/// An enum, domain, composite or range type (pg_type).
struct CatalogueType
{
    enum class Kind { Enum, Domain, Composite, Range, Base };
    quint32 oid = 0;
    QString schema;
    QString name;
    Kind kind = Kind::Enum;
    QStringList labels; ///< of an enum
    QString baseType; ///< of a domain
};

struct CatalogueRole
{
    QString name;
    bool canLogin = false;
    bool superuser = false;
    QStringList memberOf;
};

struct CatalogueExtension
{
    QString name;
    QString version;
    QString schema;
    QString comment;
};

/// What is in the database, asked of the system catalogues over a connection of its own, which is opened at the first
/// call, closed when it has been idle for a minute and never in a transaction. Every call fails with CatalogueError.
/// Names are sent as parameters: any name is safe.
class Catalogue : public QObject
{
    Q_OBJECT

public:
    explicit Catalogue(QObject *parent = nullptr);
    ~Catalogue() override;

    /// Which database; closes the connection to another.
    void setParameters(const ConnectionParameters &parameters);
    /// Gives up what is asked for (those futures fail) and closes.
    void close();

    QFuture<QList<CatalogueSchema>> schemas();
    QFuture<QList<CatalogueRelation>> relations(const QString &schema);
    QFuture<QList<CatalogueColumn>> columns(quint32 relation);
    QFuture<QList<CatalogueFunction>> functions(const QString &schema);
    QFuture<QList<CatalogueType>> types(const QString &schema);
    QFuture<QList<CatalogueRole>> roles();
    QFuture<QList<CatalogueExtension>> extensions();
    QFuture<QStringList> databases();

private:
    CatalogueWorker *m_worker; // of m_thread
    WorkerThread *m_thread; // ends by itself after the catalogue
};

} // namespace Gantry
