"""pgcli: what it asks for to complete names, its special commands, and a statement through the program itself.

Needs PGURL and requirements.txt. Prints a line a failed check and a last line "N passed, N failed".
"""

import logging
import os
import subprocess
import sys
from pathlib import Path

import psycopg
from pgcli.completion_refresher import CompletionRefresher
from pgcli.pgcompleter import PGCompleter
from pgcli.pgexecute import PGExecute
from pgspecial.main import PGSpecial
from prompt_toolkit.document import Document

# It logs the errors that it is told of.
logging.disable()

URL = os.environ["PGURL"]
passed = 0
failed = 0


def check(what, actual, expected):
    global passed, failed
    if actual == expected:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what}: {actual!r} and not {expected!r}")


with psycopg.connect(URL, autocommit=True) as c:
    for statement in [
        "CREATE SCHEMA shop",
        "CREATE TYPE shop.size AS ENUM ('s', 'm')",
        "CREATE TABLE shop.customer (id int PRIMARY KEY, name text DEFAULT 'x')",
        "CREATE TABLE shop.sale (customer int REFERENCES shop.customer, size shop.size)",
        "CREATE VIEW shop.big AS SELECT * FROM shop.sale",
        "CREATE MATERIALIZED VIEW shop.totals AS SELECT customer, count(*) AS n FROM shop.sale GROUP BY 1",
        "CREATE FUNCTION shop.twice(n int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT n * 2'",
    ]:
        c.execute(statement)

execute = PGExecute(dsn=URL)
tests = {
    "search path": (lambda: execute.search_path(), ["pg_catalog", "public"]),
    "schemata": (lambda: "shop" in execute.schemata(), True),
    "tables": (lambda: [t for t in execute.tables() if t[0] == "shop"], [("shop", "customer"), ("shop", "sale")]),
    "views": (lambda: sorted(v for v in execute.views() if v[0] == "shop"), [("shop", "big"), ("shop", "totals")]),
    "columns": (
        lambda: [tuple(c) for c in execute.table_columns() if c[0] == "shop"],
        [
            ("shop", "customer", "id", "integer", False, None),
            ("shop", "customer", "name", "text", True, "'x'::text"),
            ("shop", "sale", "customer", "integer", False, None),
            ("shop", "sale", "size", "shop.size", False, None),
        ],
    ),
    "view columns": (lambda: len([c for c in execute.view_columns() if c[0] == "shop"]), 4),
    "databases": (lambda: os.environ["PGDATABASE"] in execute.databases(), True),
    "full databases": (lambda: os.environ["PGDATABASE"] in str(list(execute.full_databases())), True),
    "superuser": (lambda: execute.superuser, True),
    "connected to": (lambda: (execute.dbname, execute.user, str(execute.port)), (os.environ["PGDATABASE"], os.environ["PGUSER"], os.environ["PGPORT"])),
    "server's version": (lambda: execute.server_version.split(".")[0], "15"),
    "transaction": (lambda: (execute.valid_transaction(), execute.failed_transaction()), (False, False)),
    "where functions are found": (lambda: execute.function_definition("shop.twice").split("\n")[0], "CREATE OR REPLACE FUNCTION shop.twice(n integer DEFAULT 1)"),
    "datatypes": (lambda: ("shop", "size") in [tuple(t) for t in execute.datatypes()], True),
    "foreign keys": (
        lambda: [tuple(k) for k in execute.foreignkeys()],
        [("shop", "customer", "id", "shop", "sale", "customer")],
    ),
    "functions": (
        lambda: [(f.schema_name, f.func_name, f.arg_defaults, f.return_type) for f in execute.functions() if f.schema_name == "shop"],
        [("shop", "twice", ("1",), "integer")],
    ),
    "built-in functions": (lambda: len([f for f in execute.functions() if f.func_name == "generate_series"]) > 2, True),
    "view definition": (lambda: "SELECT sale.customer" in execute.view_definition("shop.big"), True),
}
for what, (ask, expected) in tests.items():
    try:
        check(what, ask(), expected)
    except Exception as error:
        check(what, f"{type(error).__name__}: {error}", expected)

# What the program does with statements: rows, what they are headed with, what the server says, and how it goes on.
runs = {
    "SELECT 1 AS a, 'x' AS b": [([("1", "x")], ["a", "b"], "SELECT 1")],
    "CREATE TABLE shop.runs (n int); INSERT INTO shop.runs VALUES (1), (2)": [([], None, "CREATE TABLE"), ([], None, "INSERT 0 2")],
    "TABLE shop.runs; -- and a remark": [([("1",), ("2",)], ["n"], "SELECT 2")],
    "SELECT NULL, true, 1.50::numeric, '{a,\"b c\"}'::text[], '1 day'::interval": [
        ([("None", "True", "1.50", "['a', 'b c']", "1 day, 0:00:00")], ["?column?", "?column?", "numeric", "text", "interval"], "SELECT 1")
    ],
    "EXPLAIN SELECT 1": None,
    "BEGIN": [([], None, "BEGIN")],
    "SELECT 1/0": "DivisionByZero: division by zero",
    "SELECT 2": "InFailedSqlTransaction: current transaction is aborted, commands ignored until end of transaction block",
    "ROLLBACK": [([], None, "ROLLBACK")],
    "SELECT * FROM shop.nowhere": 'UndefinedTable: relation "shop.nowhere" does not exist\nLINE 1: SELECT * FROM shop.nowhere\n                      ^',
}


def ran(statement):
    said = []
    for _, rows, headers, status, sql, success, _ in execute.run(statement, on_error_resume=True):
        if not success:
            return status.removeprefix("\x1b[31m").removesuffix("\x1b[0m")
        said.append(([tuple(map(str, row)) for row in rows] if rows else [], headers, status))
    return said


for statement, expected in runs.items():
    try:
        actual = ran(statement)
        check(statement, len(actual[0][0]) > 0 if expected is None else actual, True if expected is None else expected)
    except Exception as error:
        check(statement, f"{type(error).__name__}: {error}", expected)

# The completer with all that it has asked for: what stands behind a text.
completer = PGCompleter(smart_completion=True, pgspecial=PGSpecial())
for refresh in CompletionRefresher.refreshers.values():
    refresh(completer, execute)
for text, wanted in {
    "SELECT * FROM shop.": {"customer", "sale", "big", "totals"},
    "SELECT * FROM shop.customer c WHERE c.": {"id", "name"},
    "SELECT shop.tw": {"twice"},
    "SELECT * FROM shop.sale JOIN shop.": {"customer", "big"},
    "SELECT * FROM shop.sale s JOIN shop.customer c ON ": {"c.id = s.customer"},
    "INSERT INTO shop.sale (": {"customer", "size"},
    "ALTER TABLE shop.": {"customer", "sale"},
    "CREATE TABLE x (a shop.": {"size"},
    "\\d shop.": {"customer", "sale", "big"},
    "DROP VIEW shop.": {"big"},
}.items():
    found = {each.text.removesuffix("()").removesuffix("(") for each in completer.get_completions(Document(text, len(text)), None)}
    check(f"completes {text}", sorted(wanted - found), [])

special = PGSpecial()
with psycopg.connect(URL, autocommit=True) as c:
    for command in r"\l \l+ \dn \dn+ \dt *.* \dt+ shop.* \dv *.* \dv+ \dm \dm+ \di \di+ *.* \ds \df shop.* \df+ shop.* \dT \dT+ shop.* " \
            r"\dD \dx \du \dp \ddp \dE \d \d+ shop.sale \d shop.customer \d shop.totals \d+ shop.big \dF \db \sf shop.twice".split(" \\"):
        command = command if command.startswith("\\") else "\\" + command
        try:
            results = list(special.execute(c.cursor(), command.strip()))
            check(command, len(results) > 0, True)
        except Exception as error:
            check(command, f"{type(error).__name__}: {error}", "no error")

program = Path(sys.executable).parent / "pgcli"
environment = {**os.environ, "PGPASSWORD": "", "XDG_CONFIG_HOME": "/tmp/millrace-pgcli", "LC_ALL": "C.UTF-8"}
said = subprocess.run([program, URL], input="SELECT 6 * 7 AS answer;\n\\q\n", text=True, capture_output=True, env=environment, timeout=60)
check("the program", "answer" in said.stdout and "42" in said.stdout, True)

print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
