"""What tools with a screen ask of the catalogs to fill it: queries/<tool>.sql, written after the relations, functions and
constructs that each of them uses.

Each query stands under a line `-- name: …`; expected.json holds the columns' names, their types and the rows that PostgreSQL 15
answers: `RECORD=1 ./run` against an empty PostgreSQL writes it. Numbers that only one server can know (OIDs of its own
objects, transaction ids) are left out of the comparison. Needs PGURL and requirements.txt. Prints a line a failed check and
a last line "N passed, N failed".
"""

import json
import os
import re
import sys
from pathlib import Path

import psycopg

HERE = Path(__file__).parent
EXPECTED = HERE / "expected.json"
FIRST_OWN_OID = 16384
OID_TYPES = {26, 28}  # oid, xid
recording = bool(os.environ.get("RECORD"))
expected = {} if recording else json.loads(EXPECTED.read_text())
answers = {}
passed = 0
failed = 0


def queries(file):
    """Pairs of a name and a statement."""
    parts = re.split(r"^-- name: (.*)\n", file.read_text(), flags=re.MULTILINE)
    return zip(parts[1::2], (text.strip().rstrip(";") for text in parts[2::2]), strict=True)


def shown(value, type_oid):
    """A value as the text that the server sent, without what no other server can say."""
    if value is None or type_oid not in OID_TYPES:
        return value
    return value if type_oid == 26 and int(value) < FIRST_OWN_OID else "own"


def ask(connection, statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)
        types = [
            {"name": c.name, "type": c.type_code if c.type_code < FIRST_OWN_OID else "own"} for c in cursor.description
        ]
        codes = [c.type_code for c in cursor.description]
        return {
            "columns": [f"{t['name']} {t['type']}" for t in types],
            "rows": [[shown(v, code) for v, code in zip(row, codes, strict=True)] for row in cursor],
        }


def difference(actual, wanted):
    if actual["columns"] != wanted["columns"]:
        return f"columns {actual['columns']} and not {wanted['columns']}"
    missing = [row for row in wanted["rows"] if row not in actual["rows"]]
    unexpected = [row for row in actual["rows"] if row not in wanted["rows"]]
    if missing or unexpected:
        return f"missing {missing[:4]}, unexpected {unexpected[:4]}"
    return None if actual["rows"] == wanted["rows"] else "another order"


def check(what, why):
    global passed, failed
    if why is None:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what}: {why}")


class TextLoader(psycopg.adapt.Loader):
    """Every value as the text that the server sent."""

    def load(self, data):
        return bytes(data).decode()


with psycopg.connect(os.environ["PGURL"], autocommit=True) as connection:
    connection.execute((HERE / "objects.sql").read_text())
    for type_oid in [t.oid for t in psycopg.adapters.types] + [0]:
        connection.adapters.register_loader(type_oid, TextLoader)
    for file in sorted((HERE / "queries").glob("*.sql")):
        for name, statement in queries(file):
            what = f"{file.stem}: {name}"
            try:
                answer = ask(connection, statement)
            except psycopg.Error as error:
                check(what, str(error))
                continue
            answers[what] = answer
            check(what, None if recording else difference(answer, expected[what]))

if recording:
    EXPECTED.write_text(json.dumps(answers, indent=1, ensure_ascii=False) + "\n")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
