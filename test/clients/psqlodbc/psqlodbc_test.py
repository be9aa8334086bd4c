"""psqlodbc: the catalog functions, values of every common type, parameters, transactions, errors and cursors.

Needs PGHOST, PGPORT, PGUSER, PGDATABASE, ODBC_DRIVER and requirements.txt. Prints a line a failed check and a last line
"N passed, N failed".
"""

import datetime
import os
import sys
from decimal import Decimal
from uuid import UUID

import pyodbc

passed = 0
failed = 0


def check(what, actual, expected):
    global passed, failed
    if actual == expected:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what}: {actual!r} and not {expected!r}")


def attempt(what, action, expected):
    try:
        actual = action()
    except pyodbc.Error as error:
        actual = error
    check(what, actual, expected)


def fold(value):
    """UUIDs are objects or texts in either case, as the version of pyodbc has it."""
    return value.lower() if isinstance(value, str) and len(value) == 36 else str(value) if isinstance(value, UUID) else value


def connect(**options):
    parts = {
        "DRIVER": os.environ["ODBC_DRIVER"],
        "SERVER": os.environ["PGHOST"],
        "PORT": os.environ["PGPORT"],
        "UID": os.environ["PGUSER"],
        "DATABASE": os.environ["PGDATABASE"],
        "SSLMODE": "disable",
        **options,
    }
    return pyodbc.connect(";".join(f"{name}={value}" for name, value in parts.items()), autocommit=True)


c = connect()
cursor = c.cursor()


def rows(statement, *parameters):
    return [tuple(row) for row in cursor.execute(statement, *parameters).fetchall()]


for statement in [
    "CREATE SCHEMA shop",
    "CREATE TABLE shop.customer (id int PRIMARY KEY, name varchar(40) NOT NULL, note text)",
    """CREATE TABLE shop.sale (
      customer int NOT NULL REFERENCES shop.customer (id) ON DELETE CASCADE, line smallint, price numeric(10, 2) DEFAULT 1.5,
      sold_at timestamp, PRIMARY KEY (customer, line))""",
    "CREATE UNIQUE INDEX sale_time ON shop.sale (sold_at)",
    "CREATE VIEW shop.large AS SELECT * FROM shop.sale WHERE price > 100",
    "CREATE MATERIALIZED VIEW shop.revenue AS SELECT customer, sum(price) AS total FROM shop.sale GROUP BY customer",
]:
    cursor.execute(statement)

# The connection
check("name of the product", c.getinfo(pyodbc.SQL_DBMS_NAME), "PostgreSQL")
check("version of the product", c.getinfo(pyodbc.SQL_DBMS_VER)[:3], "15.")
check("name of the database", c.getinfo(pyodbc.SQL_DATABASE_NAME), os.environ["PGDATABASE"])
check("name of the user", c.getinfo(pyodbc.SQL_USER_NAME), os.environ["PGUSER"])
check("quotes", c.getinfo(pyodbc.SQL_IDENTIFIER_QUOTE_CHAR), '"')

# Catalog functions
attempt(
    "SQLTables",
    lambda: sorted((t.table_schem, t.table_name, t.table_type) for t in cursor.tables(schema="shop").fetchall()),
    [
        ("shop", "customer", "TABLE"),
        ("shop", "large", "VIEW"),
        ("shop", "revenue", "MATVIEW"),
        ("shop", "sale", "TABLE"),
    ],
)
attempt(
    "SQLTables of a kind",
    lambda: [t.table_name for t in cursor.tables(schema="shop", tableType="VIEW").fetchall()],
    ["large"],
)
attempt(
    "SQLTables by a pattern",
    lambda: [t.table_name for t in cursor.tables(schema="shop", table="sa%").fetchall()],
    ["sale"],
)
attempt(
    "SQLColumns",
    lambda: [
        (k.column_name, k.type_name, k.column_size, k.nullable, k.column_def, k.ordinal_position)
        for k in cursor.columns(schema="shop", table="sale").fetchall()
    ],
    [
        ("customer", "int4", 10, 0, None, 1),
        ("line", "int2", 5, 0, None, 2),
        ("price", "numeric", 10, 1, "1.5", 3),
        ("sold_at", "timestamp", 26, 1, None, 4),
    ],
)
attempt(
    "SQLColumns of a materialized view",
    lambda: [(k.column_name, k.type_name) for k in cursor.columns(schema="shop", table="revenue").fetchall()],
    [("customer", "int4"), ("total", "numeric")],
)
FOREIGN_KEY = [("customer", "id", "sale", "customer", 3, 0)]


def foreign_keys(**of):
    return [
        (k.pktable_name, k.pkcolumn_name, k.fktable_name, k.fkcolumn_name, k.update_rule, k.delete_rule)
        for k in cursor.foreignKeys(**of).fetchall()
    ]


attempt("SQLForeignKeys", lambda: foreign_keys(foreignSchema="shop", foreignTable="sale"), FOREIGN_KEY)
attempt("SQLForeignKeys to a table", lambda: foreign_keys(schema="shop", table="customer"), FOREIGN_KEY)
attempt(
    "SQLPrimaryKeys",
    lambda: [(k.column_name, k.key_seq, k.pk_name) for k in cursor.primaryKeys("customer", schema="shop").fetchall()],
    [("id", 1, "customer_pkey")],
)
attempt(
    "SQLStatistics",
    lambda: [
        (i.index_name, i.non_unique, i.ordinal_position, i.column_name)
        for i in cursor.statistics("customer", schema="shop").fetchall()
        if i.index_name
    ],
    [("customer_pkey", 0, 1, "id")],
)
attempt("SQLProcedures", lambda: len(cursor.procedures(procedure="no_such").fetchall()), 0)
attempt("SQLGetTypeInfo", lambda: len(cursor.getTypeInfo(pyodbc.SQL_INTEGER).fetchall()) > 0, True)

# Values
cursor.execute("SET bytea_output = 'hex'")
for what, text, value in [
    ("smallint", "(-7)::smallint", -7),
    ("integer", "2147483647::int", 2147483647),
    ("bigint", "9223372036854775807::bigint", 9223372036854775807),
    ("numeric", "12345678901234567890.12::numeric(30, 2)", Decimal("12345678901234567890.12")),
    ("real", "1.5::real", 1.5),
    ("double", "0.1::float8", 0.1),
    ("text", "'grüße, 世界'::text", "grüße, 世界"),
    ("varchar", "'abc'::varchar(5)", "abc"),
    ("char", "'ab'::char(4)", "ab  "),
    ("date", "date '2024-02-29'", datetime.date(2024, 2, 29)),
    ("time", "time '12:30:15'", datetime.time(12, 30, 15)),
    (
        "timestamp",
        "timestamp '2024-02-29 12:30:15.250001'",
        datetime.datetime(2024, 2, 29, 12, 30, 15, 250001),
    ),
    ("bytea", "'\\x00ff10'::bytea", b"\x00\xff\x10"),
    (
        "uuid",
        "'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid",
        "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
    ),
    ("json", """'{"a": 1}'::json""", '{"a": 1}'),
    ("array", "ARRAY[1, 2]", "{1,2}"),
    ("interval", "interval '1 day 02:00'", "1 day 02:00:00"),
    ("enum-like null", "NULL::int", None),
]:
    attempt(f"read {what}", lambda text=text: fold(rows(f"SELECT {text}")[0][0]), value)
    if value is not None and what not in ("char",):
        kind = {"double": "float8", "enum-like null": "int", "array": "int[]"}.get(what, what)
        if what == "numeric":
            kind = "numeric(30, 2)"
        attempt(
            f"parameter of {what}", lambda value=value, kind=kind: fold(rows(f"SELECT CAST(? AS {kind})", value)[0][0]), value
        )
attempt("a parameter that is NULL", lambda: rows("SELECT CAST(? AS int) IS NULL", None)[0][0] in ("1", True), True)

# Statements
cursor.executemany("INSERT INTO shop.customer VALUES (?, ?, ?)", [(1, "Ada", None), (2, "Bob", "x"), (3, "Eve", "y")])
check("rows of executemany", rows("SELECT * FROM shop.customer ORDER BY id"), [(1, "Ada", None), (2, "Bob", "x"), (3, "Eve", "y")])
cursor.fast_executemany = True
cursor.executemany("INSERT INTO shop.sale VALUES (?, ?, ?, ?)", [(n % 3 + 1, n, Decimal(n), datetime.datetime(2024, 1, 1, n // 60, n % 60)) for n in range(200)])
cursor.fast_executemany = False
check("rows of an array of parameters", rows("SELECT count(*), sum(price) FROM shop.sale"), [(200, Decimal("19900.00"))])
check("rowcount of UPDATE", cursor.execute("UPDATE shop.customer SET note = ? WHERE id > ?", "z", 1).rowcount, 2)
check("rowcount of DELETE", cursor.execute("DELETE FROM shop.sale WHERE line >= ?", 198).rowcount, 2)
attempt("description", lambda: [(d[0], d[1]) for d in cursor.execute("SELECT id, name FROM shop.customer").description], [("id", int), ("name", str)])
cursor.fetchall()
statement = "SELECT name FROM shop.customer WHERE id = ?"
check("prepared again and again", [rows(statement, n)[0][0] for n in (1, 2, 3, 1)], ["Ada", "Bob", "Eve", "Ada"])
check("fetchmany", [len(cursor.execute("SELECT * FROM shop.sale").fetchmany(150)), len(cursor.fetchmany(150))], [150, 48])
check("escape of a date", rows("SELECT {d '2024-01-02'}"), [(datetime.date(2024, 1, 2),)])
check("escape of a function", rows("SELECT {fn ucase('abc')}, {fn length('abcd')}"), [("ABC", 4)])
many = cursor.execute("SELECT 1; SELECT 'two'")
check("several results", [tuple(many.fetchone()), many.nextset(), tuple(many.fetchone())], [(1,), True, ("two",)])
check("a materialized view", rows("SELECT customer, total FROM shop.revenue WHERE customer = ?", 1) != [], os.environ["SERVER"] == "millrace")

# Errors
for what, statement, state in [
    ("syntax", "SELEC 1", "42601"),
    ("undefined table", "SELECT * FROM no_such", "42P01"),
    ("undefined column", "SELECT no_such FROM shop.sale", "42703"),
    ("unique", "INSERT INTO shop.customer VALUES (1, 'x', NULL)", "23505"),
    ("foreign key", "INSERT INTO shop.sale VALUES (99, 1, 1, NULL)", "23503"),
    ("not null", "INSERT INTO shop.customer VALUES (9, NULL, NULL)", "23502"),
    ("division by zero", "SELECT 1 / 0", "22012"),
]:
    try:
        cursor.execute(statement).fetchall()
        check(f"error: {what}", "no error", state)
    except pyodbc.Error as error:
        check(f"error: {what}", error.args[0], state)

# Transactions
c.autocommit = False
cursor.execute("INSERT INTO shop.customer VALUES (10, 'T', NULL)")
c.rollback()
check("rolled back", rows("SELECT count(*) FROM shop.customer"), [(3,)])
cursor.execute("INSERT INTO shop.customer VALUES (10, 'T', NULL)")
try:
    cursor.execute("SELECT 1 / 0").fetchall()
except pyodbc.Error:
    pass
c.rollback()
cursor.execute("INSERT INTO shop.customer VALUES (11, 'U', NULL)")
c.commit()
check("committed", rows("SELECT id FROM shop.customer WHERE id > 9"), [(11,)])
c.commit()
c.autocommit = True

# Options of the driver
with connect(UseServerSidePrepare="0") as simple:
    check("parameters in the text", simple.execute("SELECT ?, ?", 1, "o'k").fetchone()[1], "o'k")
with connect(UseDeclareFetch="1", Fetch="40") as declared:
    declared.autocommit = False
    check("rows through a cursor", len(declared.execute("SELECT * FROM shop.sale").fetchall()), 198)
    declared.commit()
with connect(ConnSettings="SET application_name = 'odbc'", ReadOnly="0") as set_up:
    check("settings at the start", set_up.execute("SHOW application_name").fetchone()[0], "odbc")
try:
    connect(DATABASE="no_such")
    check("unknown database", "connected", "an error")
except pyodbc.Error as error:
    check("unknown database", "no_such" in str(error), True)

cursor.close()
c.close()
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
