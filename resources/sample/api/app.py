# SPDX-FileCopyrightText: The Gantry developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample project's web service: GET /health, and GET / which counts its visits in the database."""
import os

import psycopg2
from fastapi import FastAPI

app = FastAPI(title="Gantry sample")


def connect():
    return psycopg2.connect(
        host=os.environ["DATABASE_HOST"],
        dbname=os.environ["DATABASE_NAME"],
        user=os.environ["DATABASE_USER"],
        password=os.environ["DATABASE_PASSWORD"],
        connect_timeout=5,
    )


@app.get("/health")
def health():
    return {"status": "ok"}


@app.get("/")
def visit():
    connection = connect()
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(
                "CREATE TABLE IF NOT EXISTS visits ("
                " id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
                " at timestamptz NOT NULL DEFAULT now())"
            )
            cursor.execute("INSERT INTO visits DEFAULT VALUES")
            cursor.execute("SELECT count(*), version() FROM visits")
            visits, version = cursor.fetchone()
    finally:
        connection.close()
    return {"visits": visits, "database": version}
