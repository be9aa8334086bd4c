"""psql under a terminal: what the Tab key completes from the catalogs, \\password and its prompt, \\watch, Ctrl-C; and its
command line, whose options decide what comes out. Its backslash commands are compared in test/services/psql.

`RECORD=1 ./run` against an empty PostgreSQL writes completions.json, what Tab shows there. Needs PGURL and psql. Prints a line a
failed check and a last line "N passed, N failed".
"""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

URL = os.environ["PGURL"]
HERE = Path(__file__).parent
PROMPT = "psql> "
COMPLETIONS = HERE / "completions.json"
ENVIRONMENT = {**os.environ, "TERM": "dumb", "LC_ALL": "C.UTF-8", "PGTZ": "UTC", "PSQL_PAGER": "", "PSQL_HISTORY": "/dev/null"}
recording = bool(os.environ.get("RECORD"))
passed = 0
failed = 0


def check(what, actual, expected):
    global passed, failed
    if actual == expected:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {what}: {actual!r} and not {expected!r}")


def psql(*options, script=None, url=URL, **environment):
    """Standard output and error in the order in which they came, and the exit code."""
    done = subprocess.run(
        ["psql", "-X", url, *options],
        input=script,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**ENVIRONMENT, **environment},
        check=False,
    )
    return done.stdout, done.returncode


class Terminal:
    """psql with a terminal of its own, at which nothing is paged and no question is asked before many completions."""

    def __init__(self, url=URL):
        inputrc = tempfile.NamedTemporaryFile("w", suffix=".inputrc")
        inputrc.write("set bell-style none\nset page-completions off\nset completion-query-items 0\n")
        inputrc.write("set enable-bracketed-paste off\nset horizontal-scroll-mode off\nset completion-display-width 0\n")
        inputrc.flush()
        self.inputrc = inputrc
        self.marks = 0
        self.process, self.fd = pty.fork()
        if self.process == 0:
            os.execvpe("psql", ["psql", "-X", "-q", "-v", f"PROMPT1={PROMPT}", url], {**ENVIRONMENT, "INPUTRC": inputrc.name})

    def read_until(self, end, seconds=60):
        """What comes up to `end`; without it, what came in that time."""
        text = ""
        while not re.search(end, text):
            if not select.select([self.fd], [], [], seconds)[0]:
                break
            try:
                text += os.read(self.fd, 65536).decode()
            except OSError:
                break
        return text

    def type(self, text):
        os.write(self.fd, text.encode())

    def completions(self, text):
        """The line that pressing Tab twice after the text makes of it, and the candidates that it shows."""
        self.marks += 1
        # Ctrl-E Ctrl-U: the line is thrown away.
        self.type(f"{text}\t\t\x05\x15\\echo mark{self.marks}.\n")
        shown = self.read_until(rf"\nmark{self.marks}\.\r\n{PROMPT}")
        line, *candidates = shown[shown.startswith(PROMPT) and len(PROMPT) :].split(PROMPT)[0].split("\r\n")
        return [re.split("[\b\r]", line)[0], *(each.strip() for each in candidates if each.strip())]

    def close(self):
        self.type("\x15\\q\n")
        self.read_until("$^", seconds=5)
        os.close(self.fd)
        os.waitpid(self.process, 0)


TAB = HERE / "tab.txt"


def completes():
    """What Tab makes of each line of tab.txt."""
    terminal = Terminal()
    terminal.read_until(PROMPT)
    shown = {line: terminal.completions(line) for line in TAB.read_text().splitlines()}
    terminal.close()
    if recording:
        COMPLETIONS.write_text(json.dumps(shown, indent=0, ensure_ascii=False) + "\n")
    expected = json.loads(COMPLETIONS.read_text())
    for line in shown:
        # Schemas of Millrace's own.
        found = [each for each in shown[line] if each not in ("millrace.", "mz_catalog.", "mz_internal.", "rw_catalog.")]
        check(f"Tab after {line}", found, expected.get(line))


def command_line():
    """Options: several -c and -f, one transaction, formats, variables, files, exit codes."""
    table = "CREATE TABLE lines (a int PRIMARY KEY, b text); INSERT INTO lines VALUES (1, 'x;y'), (2, NULL), (3, 'q\"q')"
    check("-c", psql("-c", table), ("CREATE TABLE\nINSERT 0 3\n", 0))
    query = "SELECT a, b FROM zoo.lines ORDER BY a"
    shown = {
        ("--csv",): 'a,b\n1,x;y\n2,\n3,"q""q"\n',
        ("--csv", "-P", "csv_fieldsep=;"): 'a;b\n1;"x;y"\n2;\n3;"q""q"\n',
        ("-At",): '1|x;y\n2|\n3|q"q\n',
        ("-A", "-F", "/", "-R", "&"): 'a/b&1/x;y&2/&3/q"q&(3 rows)\n',
        ("-Atz",): '1\0x;y\n2\0\n3\0q"q\n',
        ("-At0",): '1|x;y\0' + '2|\0' + '3|q"q\0',
        ("-t", "-P", "null=nil"): " 1 | x;y\n 2 | nil\n 3 | q\"q\n\n",
        ("-x", "-At"): 'a|1\nb|x;y\n\na|2\nb|\n\na|3\nb|q"q\n',
        ("-P", "border=2", "-P", "footer=off"): "+---+-----+\n| a |  b  |\n+---+-----+\n| 1 | x;y |\n| 2 |     |\n| 3 | q\"q |\n+---+-----+\n\n",
        ("-H", "-P", "border=0", "-t"): '<table border="0">\n'
        + "".join(
            f'  <tr valign="top">\n    <td align="right">{a}</td>\n    <td align="left">{b}</td>\n  </tr>\n'
            for a, b in [(1, "x;y"), (2, "&nbsp; "), (3, "q&quot;q")]
        )
        + "</table>\n\n",
        ("-qe", "-At"): query + '\n1|x;y\n2|\n3|q"q\n',
    }
    for options, expected in shown.items():
        check(" ".join(options), psql(*options, "-c", query), (expected, 0))
    check("-a", psql("-aq", "-At", "-c", query)[0], query + '\n1|x;y\n2|\n3|q"q\n')
    check("-v", psql("-At", "-v", "n=2", "-f", "-", script="SELECT :n + 1, :'n';\n\\echo :n\n"), ("3|2\n2\n", 0))
    check("-L", psql("-At", "-L", "/dev/stdout", "-c", "SELECT 1")[0].count("SELECT 1"), 1)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "insert.sql")
        file.write_text("INSERT INTO zoo.lines VALUES (4, 'four');\nSELECT count(*) FROM zoo.lines;\n")
        mixed = psql("-At", "-c", "SELECT 'first'", "-f", str(file), "-c", "\\echo second", "-c", "SELECT 'third'")
        check("-c -f -c", mixed, ("first\nINSERT 0 1\n4\nsecond\nthird\n", 0))
        again = f"psql:{file}:1: ERROR:  duplicate key value violates unique constraint \"lines_pkey\"\nDETAIL:  Key (a)=(4) already exists.\n"
        check("goes on", psql("-At", "-f", str(file)), (again + "4\n", 0))
        check("ON_ERROR_STOP", psql("-At", "-v", "ON_ERROR_STOP=1", "-f", str(file)), (again, 3))
        file.write_text("INSERT INTO zoo.lines VALUES (5);\nSELECT 1/0;\nINSERT INTO zoo.lines VALUES (6);\n")
        psql("-1", "-f", str(file))
        check("-1 is all or nothing", psql("-Atc", "SELECT count(*) FROM zoo.lines")[0], "4\n")
        psql("-1", "-c", "INSERT INTO zoo.lines VALUES (7)", "-c", "INSERT INTO zoo.lines VALUES (8)")
        check("-1 of several -c", psql("-Atc", "SELECT count(*) FROM zoo.lines")[0], "6\n")
        psql("-1", "-c", "INSERT INTO zoo.lines VALUES (9)", "-c", "INSERT INTO zoo.lines VALUES (9)")
        check("-1 of several -c, the last fails", psql("-Atc", "SELECT count(*) FROM zoo.lines")[0], "6\n")
        out = Path(folder, "out.txt")
        psql("-At", "-o", str(out), "-c", query + " LIMIT 1")
        check("-o", out.read_text(), "1|x;y\n")
        copied = Path(folder, "copied.csv")
        check("\\copy to a file", psql("-c", f"\\copy zoo.lines to '{copied}' csv header")[0], "COPY 6\n")
        check("the file", copied.read_text(), 'a,b\n1,x;y\n2,\n3,"q""q"\n4,four\n7,\n8,\n')
        psql("-qc", "TRUNCATE zoo.lines")
        check("\\copy from a file", psql("-c", f"\\copy zoo.lines from '{copied}' csv header")[0], "COPY 6\n")
        piped = psql("-c", "\\copy zoo.lines from pstdin csv", script="10,ten\n11,\"a\nb\"\n")
        check("\\copy from pstdin", piped, ("COPY 2\n", 0))
        check("COPY FROM STDIN", psql("-c", "COPY zoo.lines FROM STDIN", script="12\ttwelve\n"), ("COPY 1\n", 0))
        check("\\copy to a program", psql("-c", f"\\copy (select 1, 2) to program 'cat > {out}'"), ("COPY 1\n", 0))
        check("what it got", out.read_text(), "1\t2\n")
    check("several statements of one -c are one transaction", psql("-Atc", "INSERT INTO zoo.lines VALUES (20); SELECT 1/0")[1], 1)
    check("so that it is undone", psql("-Atc", "SELECT count(*) FROM zoo.lines WHERE a = 20")[0], "0\n")
    check("-l", URL.rsplit("/", 1)[1] in psql("-l", "-At")[0], True)
    name = psql("-Atc", "SHOW application_name", PGAPPNAME="named")
    check("PGAPPNAME", name, ("named\n", 0))
    check("PGOPTIONS", psql("-Atc", "SHOW work_mem", PGOPTIONS="-c work_mem=7MB"), ("7MB\n", 0))
    check("-E", "********* QUERY **********" in psql("-E", "-Atc", "\\dn zoo")[0], True)
    no_database, code = psql("-c", "SELECT 1", url=URL.rsplit("/", 1)[0] + "/nothing_like_this")
    check("no database", (no_database.split("FATAL: ")[1].strip(), code), ('database "nothing_like_this" does not exist', 2))


def interactive():
    """\password and a new login, \prompt, \watch, Ctrl-C, \e, and a notice that comes by itself."""
    terminal = Terminal()
    terminal.read_until(PROMPT)

    def ask(text, end=PROMPT):
        terminal.type(text)
        return terminal.read_until(end)

    ask("\\password zlogin\n", "Enter new password.*: ")
    ask("geheim\n", "Enter it again: ")
    check("\\password", "ERROR" in ask("geheim\n"), False)
    stored = psql("-Atc", "SELECT left(rolpassword, 18) FROM pg_authid WHERE rolname = 'zlogin'")[0]
    check("the password is not sent as it is", stored, "SCRAM-SHA-256$4096\n")
    ask("\\password zlogin\n", "Enter new password.*: ")
    ask("one\n", "Enter it again: ")
    check("\\password, twice different", "Passwords didn't match." in ask("two\n"), True)
    ask("\\c - zlogin\n")
    check("who is it", "zlogin" in ask("SELECT current_user;\n"), True)
    refused = ask("\\c - zrole\n")
    check("\\c that fails keeps the connection", ("zrole" in refused, "Previous connection kept" in refused), (True, True))
    check("it is kept", "zlogin" in ask("SELECT current_user;\n"), True)
    ask("\\prompt 'What? ' answer\n", r"What\? $")
    ask("42\n")
    check("\\prompt", "43" in ask("SELECT :answer + 1;\n"), True)
    watched = ask("SELECT 'tick' || 'ed' AS watched \\watch 0.01\n", r"(?s)(ticked.*){3}")
    check("\\watch", watched.count("(every 0.01s)") >= 3, True)
    ask("\x03")
    terminal.type("SELECT pg_sleep(60);\n")
    # psql asks the server to cancel only while it waits for the answer.
    running = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'"
    while psql("-Atc", running)[0] != "1\n":
        pass
    check("Ctrl-C cancels", "due to user request" in ask("\x03"), True)
    ask("LISTEN news;\n")
    psql("-qc", "NOTIFY news, 'hello'")
    told = ask("SELECT 1;\n")
    check("LISTEN", 'Asynchronous notification "news" with payload "hello" received' in told, True)
    check("Tab after UNLISTEN", terminal.completions("UNLISTEN n"), ["UNLISTEN news "])
    ask("BEGIN;\n")
    ask("DECLARE zcursor CURSOR FOR SELECT 1;\n")
    ask("PREPARE zstatement AS SELECT 1;\n")
    check("Tab after CLOSE", terminal.completions("CLOSE z"), ["CLOSE zcursor "])
    check("Tab after EXECUTE", terminal.completions("EXECUTE z"), ["EXECUTE zstatement "])
    terminal.close()


output, code = psql("-q", "-v", "ON_ERROR_STOP=1", "-f", "objects.sql")
check("objects", (output, code), ("", 0))
completes()
command_line()
interactive()
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
