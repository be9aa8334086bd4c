"""psycopg2: the simple protocol alone; its adapters, named cursors, COPY, notifications, errors, two-phase refused.

Needs PGURL and requirements.txt. Prints a line a failed check and a last line "N passed, N failed".
"""

import datetime as dt
import decimal
import io
import ipaddress
import os
import select
import sys
import uuid

import psycopg2
import psycopg2.extensions as ext
import psycopg2.extras as extras
from psycopg2 import sql

passed = 0
failed = 0


def check(what, actual, expected):
    global passed, failed
    if repr(actual) == repr(expected):
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what}: {actual!r} and not {expected!r}")


def section(test):
    global failed
    c = psycopg2.connect(os.environ["PGURL"])
    try:
        test(c)
    except Exception as error:
        failed += 1
        print(f"FAILED {test.__name__}: {type(error).__name__}: {error}")
    c.close()


def one(c, text, *parameters):
    with c.cursor() as cursor:
        cursor.execute(text, parameters or None)
        return cursor.fetchone()[0]


D = decimal.Decimal
UTC = dt.timezone.utc


@section
def types(c):
    extras.register_uuid()
    extras.register_ipaddress()
    identity = uuid.UUID("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11")
    for type_, value in [
        ("bool", True), ("int2", -32767), ("int4", 2147483647), ("int8", 2**63 - 1), ("float8", 0.1), ("float8", float("inf")),
        ("numeric", D("-12345678901234567890.12345")), ("numeric", D("NaN")), ("text", "ünï 'q' \\ 日本"), ("varchar(5)", "abc"),
        ("date", dt.date(2024, 2, 29)), ("time", dt.time(23, 59, 59, 999999)), ("timestamp", dt.datetime(2024, 2, 29, 1, 2, 3, 4)),
        ("timestamptz", dt.datetime(2024, 2, 29, 12, tzinfo=UTC)), ("interval", dt.timedelta(days=-1, seconds=3)),
        ("uuid", identity), ("inet", ipaddress.ip_interface("10.1.2.3/8")), ("int4[]", [1, None, 3]),
        ("text[]", [["a", 'b"'], ["c,", None]]), ("numeric[]", [D("1.50")]), ("date[]", [dt.date(2024, 1, 1)]),
        ("int4range", extras.NumericRange(1, 5)), ("daterange", extras.DateRange(dt.date(2024, 1, 1), None)),
        ("tstzrange", extras.DateTimeTZRange(None, dt.datetime(2024, 1, 1, tzinfo=UTC), "(]")),
    ]:  # fmt: skip
        if isinstance(value, dt.datetime) and value.tzinfo:
            check(type_, one(c, f"SELECT %s::{type_}", value).astimezone(UTC), value)
        elif type_ == "tstzrange":
            check(type_, one(c, f"SELECT %s::{type_}", value).upper.astimezone(UTC), value.upper)
        else:
            check(type_, one(c, f"SELECT %s::{type_}", value), value)
    check("bytea", bytes(one(c, "SELECT %s::bytea", b"\x00\xff'\\")), b"\x00\xff'\\")
    check("json", one(c, "SELECT %s::jsonb", extras.Json({"a": [1, None]})), {"a": [1, None]})
    with c.cursor() as cursor:
        cursor.execute("CREATE TYPE pair AS (a int, b text)")
        pair = extras.register_composite("pair", c)
        check("composite", one(c, "SELECT ROW(1, 'x y')::pair"), pair.type(1, "x y"))
        extras.register_hstore  # noqa: B018  (an extension that is in neither server)
        cursor.execute("SELECT 1::int2 AS s, 'x'::varchar(7) AS v, 1.5::numeric(6,2) AS n, NULL AS u, now()")
        told = [(d.name, d.type_code, d.internal_size, d.precision, d.scale) for d in cursor.description[:4]]
        check("description", told, [("s", 21, 2, None, None), ("v", 1043, 7, None, None), ("n", 1700, 6, 6, 2), ("u", 25, -1, None, None)])


@section
def cursors(c):
    with c.cursor() as cursor:
        cursor.execute("CREATE TABLE n AS SELECT i FROM generate_series(1, 5000) i")
        check("rows", cursor.rowcount, 5000)
        check("message", cursor.statusmessage, "SELECT 5000")
    with c.cursor("server_side") as cursor:
        cursor.itersize = 300
        cursor.execute("SELECT i FROM n ORDER BY i")
        check("iterated", sum(row[0] for row in cursor), 12502500)
    with c.cursor("scrolled", scrollable=True) as cursor:
        cursor.execute("SELECT i FROM n ORDER BY i")
        cursor.scroll(10)
        check("forward", cursor.fetchone(), (11,))
        cursor.scroll(-3)
        check("backward", cursor.fetchone(), (9,))
        cursor.scroll(0, mode="absolute")
        check("absolute", cursor.fetchmany(2), [(1,), (2,)])
    c.commit()
    held = c.cursor("held", withhold=True)
    held.execute("SELECT i FROM n ORDER BY i")
    c.commit()
    check("with hold", held.fetchmany(2), [(1,), (2,)])
    held.close()
    for factory, expected in [(extras.DictCursor, "[1]"), (extras.RealDictCursor, "RealDictRow([('i', 1)])"), (extras.NamedTupleCursor, "Record(i=1)")]:
        with c.cursor(cursor_factory=factory) as cursor:
            cursor.execute("SELECT i FROM n ORDER BY i LIMIT 1")
            check(factory.__name__, str(cursor.fetchone()) if factory is extras.DictCursor else repr(cursor.fetchone()), expected)
    with c.cursor() as cursor:
        extras.execute_values(cursor, "INSERT INTO n VALUES %s RETURNING i", [(i,) for i in range(6000, 6250)], page_size=100)
        extras.execute_batch(cursor, "UPDATE n SET i = i + 1 WHERE i = %s", [(i,) for i in range(10)], page_size=3)
        cursor.execute("SELECT count(*), sum(i) FROM n")
        check("many", cursor.fetchone(), (5250, 12502500 + sum(range(6000, 6250)) + 45))


@section
def transactions(c):
    check("begins idle", c.get_transaction_status(), ext.TRANSACTION_STATUS_IDLE)
    with c, c.cursor() as cursor:
        cursor.execute("CREATE TABLE t (a int PRIMARY KEY)")
        check("in a block", c.get_transaction_status(), ext.TRANSACTION_STATUS_INTRANS)
    try:
        with c, c.cursor() as cursor:
            cursor.execute("INSERT INTO t VALUES (1), (1)")
    except psycopg2.errors.UniqueViolation as error:
        check("error", (error.pgcode, error.diag.constraint_name, error.diag.message_detail), ("23505", "t_pkey", "Key (a)=(1) already exists."))
    check("nothing", one(c, "SELECT count(*) FROM t"), 0)
    try:
        one(c, "SELECT nme FROM t")
    except psycopg2.Error as error:
        check("position", error.diag.statement_position, "8")
    check("failed", c.get_transaction_status(), ext.TRANSACTION_STATUS_INERROR)
    c.rollback()
    for level in ["READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"]:
        c.set_session(isolation_level=level, readonly=True, deferrable=False)
        check(level, one(c, "SHOW transaction_isolation"), level.lower())
        try:
            with c.cursor() as cursor:
                cursor.execute("DELETE FROM t")
        except psycopg2.errors.ReadOnlySqlTransaction:
            check("read only", True, True)
        c.rollback()
    c.set_session(isolation_level="DEFAULT", readonly="DEFAULT", autocommit=True)
    try:
        one(c, "SELECT set_config('statement_timeout', '100', false)")
        one(c, "SELECT pg_sleep(5)")
    except psycopg2.errors.QueryCanceled:
        check("timeout", True, True)
    c.reset()
    check("reset", one(c, "SHOW statement_timeout"), "0")
    check("parameters", (c.get_parameter_status("client_encoding"), c.encoding, c.server_version // 10000), ("UTF8", "UTF8", 15))
    c.set_client_encoding("UNICODE")
    check("encoding", one(c, "SELECT 'ü'"), "ü")
    check("dsn", c.get_dsn_parameters()["dbname"], os.environ["PGDATABASE"])


@section
def copying_and_listening(c):
    with c.cursor() as cursor:
        cursor.execute("CREATE TABLE copied (i int, s text)")
        cursor.copy_from(io.StringIO("1\ta\n2\t\\N\n"), "copied")
        cursor.copy_expert("COPY copied FROM STDIN (FORMAT csv, HEADER)", io.StringIO('i,s\n3,"x\ny"\n'))
        out = io.StringIO()
        cursor.copy_to(out, "copied", sep="|", null="-", columns=("s", "i"))
        check("copied", sorted(out.getvalue().splitlines()), ["-|2", "a|1", "x\\ny|3"])
        c.commit()
        try:
            cursor.copy_from(io.StringIO("1\ta\tb\n"), "copied")
        except psycopg2.DataError as error:
            check("context", error.diag.context, 'COPY copied, line 1: "1\ta\tb"')
        c.rollback()
    c.autocommit = True
    with c.cursor() as cursor:
        cursor.execute("LISTEN news; NOTIFY news, 'first'; SELECT pg_notify('news', 'second'); DROP TABLE IF EXISTS nix")
        select.select([c], [], [], 1)
        c.poll()
        check("heard", [(n.channel, n.payload) for n in c.notifies], [("news", "first"), ("news", "second")])
        check("notices", c.notices, ['NOTICE:  table "nix" does not exist, skipping\n'])


@section
def stored_and_raised(c):
    """What the server says of errors and notices, functions and procedures, large objects."""
    with c.cursor() as cursor:
        cursor.execute("CREATE FUNCTION added(a int, b int DEFAULT 10) RETURNS int LANGUAGE sql AS 'SELECT a + b'")
        cursor.execute("CREATE PROCEDURE noted(INOUT n int) LANGUAGE sql AS 'SELECT n + 1'")
        cursor.callproc("added", [5])
        check("callproc", (cursor.description[0].name, cursor.fetchone()), ("added", (15,)))
        cursor.callproc("added", {"b": 1, "a": 2})
        check("callproc by name", cursor.fetchone(), (3,))
        cursor.execute("CALL noted(%s)", (41,))
        check("CALL", cursor.fetchone(), (42,))
        check("mogrify", cursor.mogrify("SELECT %s, %s, %s", (1, "a'b", None)), b"SELECT 1, 'a''b', NULL")
    c.commit()
    for statement, error in [
        ("SELECT 1 / 0", psycopg2.errors.DivisionByZero),
        ("SELECT * FROM nowhere", psycopg2.errors.UndefinedTable),
        ("SELEC 1", psycopg2.errors.SyntaxError),
        ("SELECT 'x'::int", psycopg2.errors.InvalidTextRepresentation),
        ("SELECT 99999999999::int", psycopg2.errors.NumericValueOutOfRange),
        ("INSERT INTO n2 VALUES (NULL)", psycopg2.errors.NotNullViolation),
        ("INSERT INTO n2 VALUES (-1)", psycopg2.errors.CheckViolation),
        ("CREATE TABLE n2 (a int)", psycopg2.errors.DuplicateTable),
        ("SET ROLE nobody_there", psycopg2.errors.InvalidParameterValue),
        ("SELECT nofunction(1)", psycopg2.errors.UndefinedFunction),
    ]:
        with c.cursor() as cursor:
            cursor.execute("CREATE TABLE IF NOT EXISTS n2 (a int NOT NULL CHECK (a > 0))")
            try:
                cursor.execute(statement)
                check(statement, "no error", error.__name__)
            except psycopg2.Error as raised:
                told = (type(raised).__name__, raised.diag.severity, raised.pgcode == raised.diag.sqlstate)
                check(statement, told, (error.__name__, "ERROR", True))
        c.rollback()
    with c.cursor() as cursor:
        cursor.execute("SELECT pg_notify('x', repeat('y', 7999))")
        try:
            cursor.execute("SELECT pg_notify('x', repeat('y', 8000))")
        except psycopg2.Error as error:
            check("payload", error.pgcode, "22023")
    c.rollback()
    large = c.lobject(0, "wb")
    large.write(b"0123456789" * 1000)
    large.seek(5)
    check("large object", large.tell(), 5)
    large.close()
    again = c.lobject(large.oid, "rb")
    again.seek(9995)
    check("read again", again.read(100), b"56789")
    again.close()
    c.lobject(large.oid, "n").unlink()
    c.commit()


@section
def arrays_and_adapters(c):
    with c.cursor() as cursor:
        cursor.execute("SELECT %s IN %s, %s = ANY(%s)", (2, (1, 2), "b", ["a", "b"]))
        check("IN and ANY", cursor.fetchone(), (True, True))
        cursor.execute("SELECT %s::int[], %s::text[], ARRAY[]::int[]", ([], ["", "NULL", None, '"', "\\"]))
        check("arrays", cursor.fetchone(), ([], ["", "NULL", None, '"', "\\"], []))
        cursor.execute("CREATE TYPE mood2 AS ENUM ('sad', 'ok'); SELECT ARRAY['ok', NULL]::mood2[], 'sad'::mood2")
        check("enum", cursor.fetchone(), ("{ok,NULL}", "sad"))
        cursor.execute("SELECT oid, typarray FROM pg_type WHERE typname = 'mood2'")
        oid, array = cursor.fetchone()
        mood = ext.new_type((oid,), "MOOD", lambda value, _: value and value.upper())
        ext.register_type(mood, c)
        ext.register_type(ext.new_array_type((array,), "MOODS", mood), c)
        cursor.execute("SELECT ARRAY['ok', NULL]::mood2[], 'sad'::mood2")
        check("enum with its own type", cursor.fetchone(), (["OK", None], "SAD"))
        check("quoted", ext.quote_ident('a"b', c), '"a""b"')
        cursor.execute(sql.SQL("CREATE TABLE {} ({} int)").format(sql.Identifier("Odd T"), sql.Identifier('c"d')))
        cursor.execute(sql.SQL("INSERT INTO {} VALUES ({}) RETURNING {}").format(sql.Identifier("Odd T"), sql.Literal(7), sql.Identifier('c"d')))
        check("composed", (cursor.fetchone(), cursor.description[0].name, cursor.description[0].table_column), ((7,), 'c"d', 1))
        check("several statements", (cursor.execute("SELECT 1; SELECT 2"), cursor.fetchall()), (None, [(2,)]))
        for value in [dt.datetime.max, dt.date.min, dt.datetime(1, 1, 1), dt.timedelta(days=999999, microseconds=1)]:
            type_ = {"datetime": "timestamp", "date": "date", "timedelta": "interval"}[type(value).__name__]
            check(f"extreme {type_}", one(c, f"SELECT %s::{type_}", value), value)
    c.rollback()
    infinite = c.cursor()
    infinite.execute("SELECT 'infinity'::date::text, '-infinity'::timestamp::text, 'NaN'::float8, '12:00:00-03:30'::timetz")
    row = infinite.fetchone()
    check("infinities", (row[0], row[1], str(row[2]), row[3].isoformat()), ("infinity", "-infinity", "nan", "12:00:00-03:30"))
    c.rollback()


@section
def in_two_phases(c):
    """A server without prepared transactions refuses them (max_prepared_transactions is 0); then nothing has happened."""
    c.tpc_begin(c.xid(1, "global", "branch"))
    with c.cursor() as cursor:
        cursor.execute("CREATE TABLE two_phases (a int)")
    try:
        c.tpc_prepare()
    except psycopg2.Error as error:
        check("refused", error.pgcode, "55000")
    c.close()


@section
def asynchronous(c):
    """A connection that never waits, and one in a wait callback."""
    other = psycopg2.connect(os.environ["PGURL"], async_=True)
    extras.wait_select(other)
    cursor = other.cursor()
    cursor.execute("SELECT i FROM generate_series(1, 1000) i")
    extras.wait_select(other)
    check("asynchronous", (cursor.rowcount, cursor.fetchmany(2)), (1000, [(1,), (2,)]))
    other.close()
    with c.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        check("pid", cursor.fetchone()[0], c.get_backend_pid())
    c.cancel()
    check("cancelled while idle", one(c, "SELECT 1"), 1)


print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
