"""Every SQL type through psycopg 3, in text and binary, as parameters and results.

Plan: needs PGURL (a server to connect to) and the package in requirements.txt. Prints a line a check and a last line
"N passed, N failed"; exits 1 if any failed. The expected values hold for Postgres 15.
"""

import datetime as dt
import ipaddress
import os
import sys
import uuid
from decimal import Decimal

import psycopg
from psycopg.types.json import Jsonb
from psycopg.types.multirange import Int4Multirange
from psycopg.types.range import DateRange, Int4Range, NumericRange, TimestamptzRange

UTC = dt.timezone.utc
UUID = uuid.UUID("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11")
DAY = dt.date(2024, 2, 29)
MOMENT = dt.datetime(2024, 2, 29, 12, 34, 56, 789012)
INSTANT = MOMENT.replace(tzinfo=UTC)

# SQL type, values as Python has them, their text as Postgres prints it
TYPES = [
    ("boolean", [True, False], ["t", "f"]),
    ("smallint", [0, -32768, 32767], ["0", "-32768", "32767"]),
    ("integer", [0, -(2**31), 2**31 - 1], ["0", "-2147483648", "2147483647"]),
    ("bigint", [0, -(2**63), 2**63 - 1], ["0", "-9223372036854775808", "9223372036854775807"]),
    ("real", [0.0, 1.5, -0.25, float("inf")], ["0", "1.5", "-0.25", "Infinity"]),
    ("double precision", [0.1, 1e300, -5e-324, float("-inf")], ["0.1", "1e+300", "-5e-324", "-Infinity"]),
    (
        "numeric",
        [Decimal("0"), Decimal("1.50"), Decimal("-12345678901234567890.123456789"), Decimal("1E-10"), Decimal("20000")],
        ["0", "1.50", "-12345678901234567890.123456789", "0.0000000001", "20000"],
    ),
    ("numeric(12,2)", [Decimal("1.50"), Decimal("-9999999999.99")], ["1.50", "-9999999999.99"]),
    ("text", ["", "a b", "ünï 日本 😀", "it's \"q\" \\"], ["", "a b", "ünï 日本 😀", "it's \"q\" \\"]),
    ("varchar(10)", ["", "abc"], ["", "abc"]),
    ("bytea", [b"", b"\x00\xff\\'"], ["\\x", "\\x00ff5c27"]),
    ("date", [DAY, dt.date(1, 1, 1), dt.date(9999, 12, 31)], ["2024-02-29", "0001-01-01", "9999-12-31"]),
    ("time", [dt.time(0, 0), dt.time(23, 59, 59, 999999)], ["00:00:00", "23:59:59.999999"]),
    (
        "timestamp",
        [MOMENT, dt.datetime(1969, 12, 31, 23, 59, 59), dt.datetime(1, 1, 1)],
        ["2024-02-29 12:34:56.789012", "1969-12-31 23:59:59", "0001-01-01 00:00:00"],
    ),
    (
        "timestamptz",
        [INSTANT, dt.datetime(1970, 1, 1, tzinfo=UTC)],
        ["2024-02-29 12:34:56.789012+00", "1970-01-01 00:00:00+00"],
    ),
    (
        "interval",
        [dt.timedelta(0), dt.timedelta(days=3, seconds=4, microseconds=5), dt.timedelta(days=-1)],
        ["00:00:00", "3 days 00:00:04.000005", "-1 days"],
    ),
    ("uuid", [UUID], [str(UUID)]),
    (
        "jsonb",
        [{"b": [1, 2.50, None], "aa": True, "a": "é"}, [], "x", 7, None],
        ['{"a": "é", "b": [1, 2.5, null], "aa": true}', "[]", '"x"', "7", "null"],
    ),
    ("bigint[]", [[], [1, None, -3]], ["{}", "{1,NULL,-3}"]),
    ("text[]", [["a", 'b "c"', "", None, "NULL", "{}"]], ['{a,"b \\"c\\"","",NULL,"NULL","{}"}']),
    ("numeric[]", [[Decimal("1.50"), None]], ["{1.50,NULL}"]),
    ("timestamptz[]", [[INSTANT]], ['{"2024-02-29 12:34:56.789012+00"}']),
    ("boolean[]", [[True, False]], ["{t,f}"]),
    ("double precision[]", [[0.1, 2.0]], ["{0.1,2}"]),
    ("uuid[]", [[UUID]], ["{" + str(UUID) + "}"]),
    ("bytea[]", [[b"\x01", b""]], ['{"\\\\x01","\\\\x"}']),
    ("date[]", [[DAY]], ["{2024-02-29}"]),
    ("interval[]", [[dt.timedelta(days=1, hours=2)]], ['{"1 day 02:00:00"}']),
    ("integer[]", [[[1, 2], [3, None]], [[[5]], [[6]]]], ["{{1,2},{3,NULL}}", "{{{5}},{{6}}}"]),
    ("text[]", [[["a b", "c"], ["", None]]], ['{{"a b",c},{"",NULL}}']),
    ("int4range", [Int4Range(1, 5), Int4Range(None, 3), Int4Range(empty=True)], ["[1,5)", "(,3)", "empty"]),
    ("numrange", [NumericRange(Decimal("1.50"), Decimal("2"), "[]"), NumericRange(None, None, "()")], ["[1.50,2]", "(,)"]),
    ("daterange", [DateRange(DAY, dt.date(2024, 3, 1))], ["[2024-02-29,2024-03-01)"]),
    ("tstzrange", [TimestamptzRange(INSTANT, None)], ['["2024-02-29 12:34:56.789012+00",)']),
    ("int4multirange", [Int4Multirange([Int4Range(1, 3), Int4Range(5, 8)]), Int4Multirange()], ["{[1,3),[5,8)}", "{}"]),
    ("int4range[]", [[Int4Range(1, 3), None]], ['{"[1,3)",NULL}']),
    ("inet", [ipaddress.ip_address("10.1.2.3"), ipaddress.ip_interface("10.1.2.3/8"), ipaddress.ip_address("::1")], ["10.1.2.3", "10.1.2.3/8", "::1"]),
    ("cidr", [ipaddress.ip_network("10.0.0.0/8"), ipaddress.ip_network("2001:db8::/32")], ["10.0.0.0/8", "2001:db8::/32"]),
]

passed = failed = 0


def check(name, actual, expected):
    global passed, failed
    if actual == expected:
        passed += 1
        print(f"ok {name}")
    else:
        failed += 1
        print(f"FAILED {name}: got {actual!r}, expected {expected!r}")


def attempt(name, run):
    """Runs a group of checks; an exception is one failure and does not stop the rest."""
    global failed
    try:
        run()
    except Exception as error:  # noqa: BLE001 (whatever a driver throws is a failure here)
        failed += 1
        print(f"FAILED {name}: {type(error).__name__}: {error}".strip())


def adapted(sql_type, value):
    return Jsonb(value) if sql_type == "jsonb" else value


def literal_round_trips(conn):
    for sql_type, values, texts in TYPES:

        def run():
            for value, text in zip(values, texts):
                for fmt in ("s", "t", "b"):
                    # A driver's own types need not fit in binary: a cast of text fits always.
                    if fmt == "b" and (sql_type.startswith(("varchar", "numeric(", "jsonb", "real"))):
                        continue
                    for binary in (False, True):
                        query = f"SELECT %{fmt}::{sql_type}"
                        cursor = conn.execute(query, [adapted(sql_type, value)], binary=binary)
                        name = f"{sql_type} {text} as %{fmt}, {'binary' if binary else 'text'} result"
                        check(name, cursor.fetchone()[0], value)
                        if not binary:
                            raw = cursor.pgresult.get_value(0, 0)
                            check(f"{name}, bytes", raw.decode(), text)

        attempt(sql_type, run)


def nulls(conn):
    for sql_type, _, _ in TYPES:
        for binary in (False, True):

            def run():
                cursor = conn.execute(f"SELECT %s::{sql_type}", [None], binary=binary)
                check(f"NULL::{sql_type}", cursor.fetchone()[0], None)

            attempt(f"NULL::{sql_type}", run)


def text_literals(conn):
    """Text that Python's own types do not reach."""
    cases = [
        ("real", "NaN", "NaN"),
        ("double precision", "NaN", "NaN"),
        ("numeric", "NaN", "NaN"),
        ("date", "infinity", "infinity"),
        ("date", "0044-03-15 BC", "0044-03-15 BC"),
        ("timestamp", "-infinity", "-infinity"),
        ("timestamptz", "2024-02-29 12:00:00+05:30", "2024-02-29 06:30:00+00"),
        ("interval", "1 year 2 mons -3 days 04:05:06.7", "1 year 2 mons -3 days +04:05:06.7"),
        ("interval", "P1Y2M3DT4H5M6S", "1 year 2 mons 3 days 04:05:06"),
        ("integer[]", "{1,NULL,3}", "{1,NULL,3}"),
        ("jsonb", '{"b":1,"a":1.50,"b":2}', '{"a": 1.50, "b": 2}'),
        ("bytea", "abc", "\\x616263"),
        ("boolean", "yes", "t"),
    ]
    for sql_type, given, text in cases:

        def run():
            cursor = conn.execute(f"SELECT %s::text::{sql_type}", [given])
            check(f"'{given}'::{sql_type}", cursor.pgresult.get_value(0, 0).decode(), text)

        # Values beyond Python's range cannot be loaded: only their bytes are read.
        attempt(f"'{given}'::{sql_type}", run)


def composites(conn):
    def run():
        cursor = conn.execute("SELECT ROW(1::bigint, 'a b'::text, NULL::integer, ARRAY[1, 2]::integer[])")
        check("composite, bytes", cursor.pgresult.get_value(0, 0).decode(), '(1,"a b",,"{1,2}")')
        cursor = conn.execute("SELECT ROW(1::bigint, 'a b'::text, NULL::integer)", binary=True)
        check("composite, binary", tuple(cursor.fetchone()[0]), (1, "a b", None))

    attempt("composite", run)


def descriptions(conn):
    def run():
        cursor = conn.execute(
            "SELECT 1::bigint AS a, 'x'::varchar(5) AS b, 1.5::numeric(10,2) AS c, '{}'::bigint[] AS d,"
            " now()::timestamptz AS e, 'a'::text AS f, true AS g"
        )
        columns = cursor.description
        check("column names", [column.name for column in columns], ["a", "b", "c", "d", "e", "f", "g"])
        check("column types", [column.type_code for column in columns], [20, 1043, 1700, 1016, 1184, 25, 16])
        check("varchar length", columns[1].display_size, 5)
        check("numeric precision and scale", (columns[2].precision, columns[2].scale), (10, 2))
        check("bigint size", columns[0].internal_size, 8)

    attempt("descriptions", run)


def tables(conn):
    """All types in one table, in and out."""

    def run():
        columns = [(f"c{i}", sql_type) for i, (sql_type, _, _) in enumerate(TYPES)]
        conn.execute("DROP TABLE IF EXISTS client_types")
        conn.execute(f"CREATE TABLE client_types (id integer, {', '.join(f'{n} {t}' for n, t in columns)})")
        places = ", ".join(f"%s::{t}" for _, t in columns)
        row = [adapted(sql_type, values[-1]) for sql_type, values, _ in TYPES]
        empty = [None] * len(columns)
        with conn.cursor() as cursor:
            cursor.executemany(f"INSERT INTO client_types VALUES (%s::integer, {places})", [[1, *row], [2, *empty]])
            check("rows inserted", cursor.rowcount, 2)
        for binary in (False, True):
            cursor = conn.execute("SELECT * FROM client_types ORDER BY id", binary=binary)
            rows = cursor.fetchall()
            check(f"rows read, binary={binary}", len(rows), 2)
            for (sql_type, values, _), got in zip(TYPES, rows[0][1:]):
                check(f"{sql_type} column, binary={binary}", got, values[-1])
            check(f"null columns, binary={binary}", list(rows[1][1:]), empty)
        conn.execute("DROP TABLE client_types")

    attempt("tables", run)


def errors(conn):
    def failing(name, query, values, state, position=None):
        def run():
            try:
                conn.execute(query, values)
                check(name, "no error", state)
            except psycopg.Error as error:
                check(name, error.sqlstate, state)
                if position is not None:
                    check(f"{name}, position", error.diag.statement_position, position)
            check(f"{name}, then a query", conn.execute("SELECT 1").fetchone()[0], 1)

        attempt(name, run)

    failing("syntax error", "SELECT 1 FORM t", [], "42601")
    failing("unknown table", "SELECT * FROM no_such_table", [], "42P01", "15")
    failing("unknown column", "SELECT nope", [], "42703", "8")
    failing("division by zero", "SELECT 1 / %s::integer", [0], "22012")
    failing("out of range", "SELECT %s::text::smallint", ["40000"], "22003")
    failing("bad number", "SELECT %s::text::integer", ["x"], "22P02")
    failing("bad json", "SELECT %s::text::jsonb", ["{"], "22P02")
    failing("bad date", "SELECT %s::text::date", ["2024-02-30"], "22008")


def protocol(conn):
    def pipeline():
        with conn.pipeline():
            cursors = [conn.execute("SELECT %s::integer + 1", [i]) for i in range(20)]
            check("pipeline", [cursor.fetchone()[0] for cursor in cursors], list(range(1, 21)))

    def pipeline_error():
        try:
            with conn.pipeline():
                conn.execute("SELECT 1 / 0")
                conn.execute("SELECT 2")
            check("error in a pipeline", "no error", "22012")
        except psycopg.Error as error:
            check("error in a pipeline", error.sqlstate, "22012")
        check("after a pipeline with an error", conn.execute("SELECT 3").fetchone()[0], 3)

    def prepared():
        for i in range(8):
            row = conn.execute("SELECT %s::bigint, %s::text", [i, str(i)], prepare=True).fetchone()
            check(f"prepared statement, run {i}", row, (i, str(i)))

    def transactions():
        conn.execute("DROP TABLE IF EXISTS client_transactions")
        conn.execute("CREATE TABLE client_transactions (n integer)")
        with conn.transaction():
            conn.execute("INSERT INTO client_transactions VALUES (1)")
            check("status in a transaction", conn.info.transaction_status.name, "INTRANS")
        check("status after it", conn.info.transaction_status.name, "IDLE")
        check("committed", conn.execute("SELECT count(*) FROM client_transactions").fetchone()[0], 1)
        conn.execute("DROP TABLE client_transactions")

    def many_rows():
        conn.execute("DROP TABLE IF EXISTS client_rows")
        conn.execute("CREATE TABLE client_rows (n integer, t text)")
        with conn.cursor() as cursor:
            cursor.executemany("INSERT INTO client_rows VALUES (%s, %s)", [(i, "x" * (i % 50)) for i in range(2000)])
        for binary in (False, True):
            rows = conn.execute("SELECT n, t FROM client_rows ORDER BY n", binary=binary).fetchall()
            check(f"2000 rows, binary={binary}", rows, [(i, "x" * (i % 50)) for i in range(2000)])
        with conn.cursor() as cursor:
            streamed = [row[0] for row in cursor.stream("SELECT n FROM client_rows ORDER BY n")]
            check("rows one by one", streamed, list(range(2000)))
        conn.execute("DROP TABLE client_rows")

    for run in (pipeline, pipeline_error, prepared, transactions, many_rows):
        attempt(run.__name__, run)


def main():
    with psycopg.connect(os.environ["PGURL"], autocommit=True) as conn:
        conn.execute("SET TimeZone = 'UTC'")
        check("server version", conn.info.server_version // 10000 >= 15, True)
        for group in (literal_round_trips, nulls, text_literals, composites, descriptions, tables, errors, protocol):
            group(conn)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
