"""Runs each program of docs/clients/drivers.md against PGURL.

Needs PGURL, requirements.txt and what `run` gives. Prints a line a failed program and a last line "N passed, N failed".
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

URL = os.environ["PGURL"]
CLIENTS = Path(__file__).resolve().parent.parent
ROOT = CLIENTS.parent.parent

# What the programs read: the demo's view `top_sellers`, as a table.
TABLE = """
CREATE TABLE top_sellers (seller text, auctions bigint, revenue numeric);
INSERT INTO top_sellers VALUES ('seller-0', 7, 41.5), ('seller-0', 8, 2), ('seller-1', 1, 3);
"""


def programs():
    """The first block of each language, for this server."""
    address = urlsplit(URL)
    page = (ROOT / "docs/clients/drivers.md").read_text()
    found = {}
    for language, text in re.findall(r"^```(\w+)\n(.*?)^```", page, re.M | re.S):
        here = f"{address.hostname}:{address.port}{address.path}"
        text = text.replace("127.0.0.1:6877/millrace?user=millrace", f"{here}?user={address.username}")
        found.setdefault(language, text.replace("millrace@127.0.0.1:6877/millrace", f"{address.username}@{here}"))
    return found


def python(text, folder):
    (folder / "sellers.py").write_text(text)
    return [sys.executable, "sellers.py"], folder


def node(text, folder):
    return ["node", "--input-type=module", "--eval", text], ROOT


def go(text, folder):
    for name in ("go.mod", "go.sum"):
        shutil.copy(CLIENTS / "pgx" / name, folder)
    (folder / "main.go").write_text(text)
    return ["go", "run", "main.go"], folder


def java(text, folder):
    (folder / "Sellers.java").write_text(text)
    return ["java", "-cp", os.environ["JDBC_LIBRARIES"] + "/*", "Sellers.java"], folder


def rust(text, folder):
    # always in the same place: cargo knows what it has compiled by that
    folder = Path(os.environ["CARGO_TARGET_DIR"]) / "guide"
    (folder / "src").mkdir(parents=True, exist_ok=True)
    for name in ("Cargo.toml", "Cargo.lock"):
        # another name, or its program would stand in the place of the client's own
        text_of = (CLIENTS / "tokio-postgres" / name).read_text()
        (folder / name).write_text(text_of.replace('"tokio-postgres-test"', '"guide-program"'))
    (folder / "src/main.rs").write_text(text)
    return ["cargo", "run", "-q", "--locked"], folder


EXPECTED = {
    "python": (python, ["('seller-0', 7, Decimal('41.5'))", "('seller-0', 8, Decimal('2'))", "\n1\n"]),
    "js": (node, ["seller: 'seller-0'", "auctions: '7'", "revenue: '41.5'", "auctions: '8'"]),
    "go": (go, ["seller-0 7", "seller-0 8"]),
    "java": (java, ["seller-0 7", "seller-0 8"]),
    "rust": (rust, ["seller-0 7", "seller-0 8"]),
}


def main():
    with psycopg.connect(URL, autocommit=True) as c:
        c.execute("DROP TABLE IF EXISTS top_sellers")
        c.execute(TABLE)
    page = programs()
    passed = failed = 0
    for language, (prepare, expected) in EXPECTED.items():
        with tempfile.TemporaryDirectory() as folder:
            command, where = prepare(page[language], Path(folder))
            run = subprocess.run(command, cwd=where, capture_output=True, text=True)
        missing = [part for part in expected if part not in run.stdout]
        if run.returncode == 0 and not missing and "seller-1" not in run.stdout:
            passed += 1
        else:
            failed += 1
            print(f"FAILED {language}: exit code {run.returncode}, {run.stdout}\n{run.stderr[-1500:]}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
