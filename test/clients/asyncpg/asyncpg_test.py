"""asyncpg: binary formats of every type, its type introspection, prepared statements, cursors, COPY, listeners, pools.

Needs PGURL and requirements.txt. Prints a line a failed check and a last line "N passed, N failed".
"""

import asyncio
import datetime as dt
import decimal
import ipaddress
import os
import sys
import uuid

import asyncpg

URL = os.environ["PGURL"]
passed = 0
failed = 0


def check(what, actual, expected):
    global passed, failed
    if repr(actual) == repr(expected):  # NaN is itself
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what}: {actual!r} and not {expected!r}")


D = decimal.Decimal
UTC = dt.timezone.utc
ID = uuid.UUID("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11")
VALUES = [
    ("bool", True), ("int2", -32768), ("int4", 2**31 - 1), ("int8", -(2**63)), ("float4", 1.5), ("float8", 0.1),
    ("numeric", D("-12345678901234567890.1234567890")), ("numeric(12,2)", D("1.50")), ("numeric", D("NaN")),
    ("text", "ünï 日本 😀"), ("varchar(5)", "abc"), ("char(3)", "ab "), ("name", "n"), ("bytea", b"\x00\xff"),
    ("date", dt.date(2024, 2, 29)), ("date", dt.date.max), ("time", dt.time(23, 59, 59, 999999)),
    ("timetz", dt.time(12, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))),
    ("timestamp", dt.datetime(2024, 2, 29, 1, 2, 3, 4)), ("timestamptz", dt.datetime(1969, 12, 31, tzinfo=UTC)),
    ("interval", dt.timedelta(days=3, seconds=4, microseconds=5)), ("uuid", ID), ("json", '{"a": 1}'), ("jsonb", "[1, null]"),
    ("inet", ipaddress.ip_interface("10.1.2.3/8")), ("cidr", ipaddress.ip_network("2001:db8::/32")),
    ("macaddr", "08:00:2b:01:02:03"), ("oid", 4294967295), ("int4[]", [1, None, 3]), ("text[]", [["a", "b"], ["c", None]]),
    ("numeric[]", [D("1.10")]), ("int4range", asyncpg.Range(1, 5)), ("int8range", asyncpg.Range(empty=True)),
    ("numrange", asyncpg.Range(D("1.5"), None)), ("daterange", asyncpg.Range(dt.date(2024, 1, 1), dt.date(2024, 2, 1))),
    ("tstzrange", asyncpg.Range(None, dt.datetime(2024, 1, 1, tzinfo=UTC), upper_inc=True)),
    ("int4multirange", [asyncpg.Range(1, 3), asyncpg.Range(5, 8)]), ("varbit", asyncpg.BitString("1011")),
    ("bit(3)", asyncpg.BitString("101")), ("pg_lsn", 0x1600000000), ("tid", (0, 5)),
]  # fmt: skip


async def types(c):
    for type_, value in VALUES:
        try:
            check(f"{type_} back", await c.fetchval(f"SELECT $1::{type_}", value), value)
            check(f"{type_} null", await c.fetchval(f"SELECT $1::{type_}", None), None)
            if not type_.endswith("[]") and "multirange" not in type_:  # of which asyncpg would make an array of arrays
                check(f"{type_}[]", await c.fetchval(f"SELECT $1::{type_}[]", [value, None]), [value, None])
        except Exception as error:
            check(f"{type_} {value!r}", f"{type(error).__name__}: {error}", "no error")


async def own_types(c):
    await c.execute("CREATE TYPE mood AS ENUM ('glad', 'sad')")
    await c.execute("CREATE TYPE pair AS (a int, b text)")
    await c.execute("CREATE TYPE nested AS (p pair, moods mood[])")
    await c.execute("CREATE DOMAIN positive AS int CHECK (VALUE > 0)")
    await c.execute("CREATE TABLE own (m mood, p pair, n nested, d positive, ps pair[], ms mood[])")
    nested = ((1, "x"), ["sad", "glad"])
    await c.execute("INSERT INTO own VALUES ($1, $2, $3, $4, $5, $6)", "sad", (1, "x"), nested, 7, [(2, None)], ["glad"])
    row = await c.fetchrow("SELECT * FROM own")
    check("enum", row["m"], "sad")
    check("composite", row["p"]["b"], "x")
    check("nested composite", (row["n"]["p"]["a"], row["n"]["moods"]), (1, ["sad", "glad"]))
    check("domain", row["d"], 7)
    check("array of composites", [tuple(p) for p in row["ps"]], [(2, None)])
    check("array of enums", row["ms"], ["glad"])
    check("anonymous record", tuple(await c.fetchval("SELECT (1, 'a'::text, NULL::date)")), (1, "a", None))
    await c.set_type_codec("jsonb", schema="pg_catalog", encoder=str, decoder=lambda text: text.upper())
    check("codec", await c.fetchval("""SELECT '{"a": true}'::jsonb"""), '{"A": TRUE}')
    await c.reset_type_codec("jsonb", schema="pg_catalog")


async def statements(c):
    await c.execute("CREATE TABLE t (id int PRIMARY KEY, name text NOT NULL)")
    check("tag", await c.execute("INSERT INTO t SELECT i, 'n' || i FROM generate_series(1, 3000) i"), "INSERT 0 3000")
    prepared = await c.prepare("SELECT id, name FROM t WHERE id = $1")
    check("parameters", [p.name for p in prepared.get_parameters()], ["int4"])
    check("attributes", [(a.name, a.type.name) for a in prepared.get_attributes()], [("id", "int4"), ("name", "text")])
    check("prepared", [await prepared.fetchval(i, column=1) for i in (1, 2, 3000, 3001)], ["n1", "n2", "n3000", None])
    await c.executemany("INSERT INTO t VALUES ($1, $2)", [(i, f"m{i}") for i in range(4000, 5000)])
    check("executemany", await c.fetchval("SELECT count(*) FROM t"), 4000)
    rows = await c.fetchmany("INSERT INTO t VALUES ($1, $2) RETURNING id", [(9001, "a"), (9002, "b")])
    check("fetchmany", [r["id"] for r in rows], [9001, 9002])
    async with c.transaction():
        cursor = await c.cursor("SELECT id FROM t ORDER BY id")
        check("cursor", [r[0] for r in await cursor.fetch(3)], [1, 2, 3])
        await cursor.forward(5)
        check("forward", (await cursor.fetchrow())[0], 9)
        check("iterated", len([r async for r in c.cursor("SELECT id FROM t", prefetch=77)]), 4002)
    try:
        async with c.transaction():
            await c.execute("DELETE FROM t")
            async with c.transaction():
                await c.execute("INSERT INTO t VALUES (1, NULL)")
    except asyncpg.NotNullViolationError as error:
        check("error", (error.sqlstate, error.table_name, error.column_name), ("23502", "t", "name"))
    check("rolled back", await c.fetchval("SELECT count(*) FROM t"), 4002)
    try:
        await c.fetch("SELECT * FROM t WHERE nme = 1")
    except asyncpg.UndefinedColumnError as error:
        check("position", (error.position, error.hint is not None), ("23", True))
    async with c.transaction(isolation="serializable", readonly=True, deferrable=True):
        check("isolation", await c.fetchval("SHOW transaction_isolation"), "serializable")
    try:
        await c.fetch("SELECT pg_sleep(10)", timeout=0.2)
        check("timeout", "none", "TimeoutError")
    except asyncio.TimeoutError:
        check("after a timeout", await c.fetchval("SELECT 1"), 1)
    check("reset", await c.reset(), None)
    check("settings", c.get_settings().server_version.startswith("15"), True)
    check("version", c.get_server_version().major, 15)
    await c.execute("ALTER TABLE t ADD COLUMN extra int DEFAULT 5")
    check("after ALTER", dict(await c.fetchrow("SELECT * FROM t WHERE id = $1", 1)), {"id": 1, "name": "n1", "extra": 5})


async def copying(c):
    await c.execute("CREATE TABLE copied (i int, s text, n numeric, t timestamptz)")
    now = dt.datetime(2024, 2, 29, 12, tzinfo=UTC)
    rows = [(i, f"s{i}" if i % 3 else None, D(i) / 4, now) for i in range(1000)]
    check("binary in", await c.copy_records_to_table("copied", records=rows), "COPY 1000")
    check("sum", await c.fetchval("SELECT sum(n) FROM copied"), D("124875.00"))
    out = bytearray()

    async def take(data):
        out.extend(data)

    check("out", await c.copy_from_query("SELECT * FROM copied WHERE i < $1 ORDER BY i", 2, output=take, format="csv"), "COPY 2")
    check("csv", bytes(out), b"0,,0,2024-02-29 12:00:00+00\n1,s1,0.25,2024-02-29 12:00:00+00\n")
    try:
        await c.copy_records_to_table("copied", records=[(1, "a", "no number", now)])
        check("bad record", "accepted", "refused")
    except Exception as error:
        check("bad record", await c.fetchval("SELECT count(*) FROM copied"), 1000)


async def listening(c):
    heard = asyncio.Queue()
    await c.add_listener("news", lambda *said: heard.put_nowait(said[2:]))
    await c.execute("NOTIFY news, 'first'")
    await c.execute("SELECT pg_notify('news', 'second')")
    check("heard", [await asyncio.wait_for(heard.get(), 5) for _ in range(2)], [("news", "first"), ("news", "second")])
    logged = []
    c.add_log_listener(lambda _connection, message: logged.append(message.message))
    await c.execute("DROP TABLE IF EXISTS nothing_there")
    check("notice", logged, ['table "nothing_there" does not exist, skipping'])


async def pool():
    async with asyncpg.create_pool(URL, min_size=2, max_size=8) as connections:
        await connections.execute("CREATE TABLE counted (n int)")

        async def one(i):
            async with connections.acquire() as c, c.transaction():
                await c.execute("INSERT INTO counted VALUES ($1)", i)

        await asyncio.gather(*(one(i) for i in range(50)))
        check("pool", await connections.fetchval("SELECT sum(n) FROM counted"), 1225)


async def main():
    global failed
    for test in [types, own_types, statements, copying, listening]:
        c = await asyncpg.connect(URL)
        try:
            await test(c)
        except Exception as error:
            failed += 1
            print(f"FAILED {test.__name__}: {type(error).__name__}: {error}")
        c.terminate()
    try:
        await pool()
    except Exception as error:
        failed += 1
        print(f"FAILED pool: {type(error).__name__}: {error}")


asyncio.run(main())
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
