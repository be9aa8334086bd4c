"""Runs each snippet of docs/clients/drivers.md, put into the least program that it can stand in, against PGURL.

Needs PGURL, requirements.txt and what `run` gives. Prints a line a failed snippet and a last line "N passed, N failed".
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

# What the snippets read: README's view `revenue`, as a table.
TABLE = """
CREATE TABLE revenue (owner text, window_start timestamp, bids bigint, total numeric);
INSERT INTO revenue VALUES ('ada', '2024-01-01', 7, 41.5), ('ada', '2024-01-02', 8, 2), ('bob', '2024-01-01', 1, 3);
"""

PYTHON = """{}
with engine.connect() as c:
    print(c.exec_driver_sql("SELECT bids FROM revenue WHERE owner = 'bob'").scalar(), "of SQLAlchemy")
"""
NODE = "{}\nawait client.end();\n"
GO = """package main

import (
	"context"
	"fmt"
	"github.com/jackc/pgx/v5"
)

func main() {{
	ctx := context.Background()
	{}
	if err != nil {{
		panic(err)
	}}
}}
"""
JAVA = """import java.sql.*;

class Snippet {{
  public static void main(String[] arguments) throws SQLException {{
    {}
  }}
}}
"""
RUST = """use tokio_postgres::NoTls;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {{
    {}
    Ok(())
}}
"""


def snippets():
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
    (folder / "snippet.py").write_text(PYTHON.format(text))
    return [sys.executable, "snippet.py"], folder


def node(text, folder):
    return ["node", "--input-type=module", "--eval", NODE.format(text)], ROOT


def go(text, folder):
    for name in ("go.mod", "go.sum"):
        shutil.copy(CLIENTS / "pgx" / name, folder)
    (folder / "main.go").write_text(GO.format(text))
    return ["go", "run", "main.go"], folder


def java(text, folder):
    (folder / "Snippet.java").write_text(JAVA.format(text))
    return ["java", "-cp", os.environ["JDBC_LIBRARIES"] + "/*", "Snippet.java"], folder


def rust(text, folder):
    # always in the same place: cargo knows what it has compiled by that
    folder = Path(os.environ["CARGO_TARGET_DIR"]) / "guide"
    (folder / "src").mkdir(parents=True, exist_ok=True)
    for name in ("Cargo.toml", "Cargo.lock"):
        # another name, or its program would stand in the place of the client's own
        text_of = (CLIENTS / "tokio-postgres" / name).read_text()
        (folder / name).write_text(text_of.replace('"tokio-postgres-test"', '"guide-snippet"'))
    (folder / "src/main.rs").write_text(RUST.format(text))
    return ["cargo", "run", "-q", "--locked"], folder


EXPECTED = {
    "python": (python, ["'ada'", "41.5", "1 of SQLAlchemy"]),
    "js": (node, ["owner: 'ada'", "bids: '7'", "bids: '8'"]),
    "go": (go, ["ada 7", "ada 8"]),
    "java": (java, ["ada 7", "ada 8"]),
    "rust": (rust, ["ada 7", "ada 8"]),
}


def main():
    with psycopg.connect(URL, autocommit=True) as c:
        c.execute("DROP TABLE IF EXISTS revenue")
        c.execute(TABLE)
    page = snippets()
    passed = failed = 0
    for language, (prepare, expected) in EXPECTED.items():
        with tempfile.TemporaryDirectory() as folder:
            command, where = prepare(page[language], Path(folder))
            run = subprocess.run(command, cwd=where, capture_output=True, text=True)
        missing = [part for part in expected if part not in run.stdout]
        if run.returncode == 0 and not missing and "bob" not in run.stdout:
            passed += 1
        else:
            failed += 1
            print(f"FAILED {language}: exit code {run.returncode}, {run.stdout}\n{run.stderr[-1500:]}")
    print(f"{passed} passed, {failed} failed")
    return failed > 0


sys.exit(main())
