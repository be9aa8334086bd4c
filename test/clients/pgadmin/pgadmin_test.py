"""pgAdmin 4 as a user has it: connect, walk the tree of objects and look at each tab of each (properties, SQL, statistics,
dependencies, dependents), the dashboard, the query tool, rows edited in the grid, search, ERD, grant wizard.

What pgAdmin answers for the schema `shop` of objects.sql is compared with expected.json, which is what it answers on PostgreSQL
15: `RECORD=1 ./run` against an empty PostgreSQL writes it. Prints a line a failed check and a last line "N passed, N failed".
"""

import json
import os
import re
import sys
import time
from pathlib import Path

from its_pgadmin import ask

EXPECTED = Path(__file__).parent / "expected.json"
recording = bool(os.environ.get("RECORD"))
expected = {} if recording else json.loads(EXPECTED.read_text())
answers = {}
passed = 0
failed = 0
database, user = os.environ["PGDATABASE"], os.environ["PGUSER"]


# What pgAdmin shows otherwise on Millrace, by a pattern of the check's name.
DIFFERENT = {
    r"view\.(obj|sql) of ~/PostgreSQL Catalog [^/]*/.* answers": "the system's views have no text",
    r"(table|column)\.dependent of ~/shop/orders(/(id|at))?": "of defaults, pgAdmin reads PostgreSQL's node trees",
    r"column\.stats of ~/shop/\w+/\w+": "values of any type are text in pg_stats",
}


def check(name, actual, wanted):
    global passed, failed
    different = os.environ["SERVER"] == "millrace" and any(re.fullmatch(pattern, name) for pattern in DIFFERENT)
    if (actual == wanted) != different:
        passed += 1
    elif different:
        failed += 1
        print(f"FAILED {name}: as on PostgreSQL, and no longer different")
    else:
        failed += 1
        print(f"FAILED {name}: {json.dumps(actual)[:1500]} and not {json.dumps(wanted)[:1500]}")


def answered(name, status, answer):
    """pgAdmin says 404, 405 and 406 itself, for tabs that an object does not have; what the server refuses is 500 and 410."""
    said = answer.get("errormsg") if isinstance(answer, dict) else answer[:300]
    check(f"{name} answers", None if status in (200, 404, 405, 406) else [status, said], None)


def same(name, answer):
    """As on PostgreSQL, but for what is each server's own."""
    answers[name] = answer
    if not recording:
        check(name, answer, expected.get(name))


def own(text):
    """Without the names of the database and its superuser, and without OIDs."""
    for word in {database, user, "postgres"}:
        text = re.sub(rf"\b{re.escape(word)}\b", "~", text)
    return re.sub(r"(?<!state: )\b\d{5,}\b", "OID", text).strip()


def get(kind, url, labels):
    status, answer = ask("get", url)
    name = f"{kind} of {'/'.join(labels)}"
    answered(name, status, answer)
    if "shop" in labels and status == 200:
        remember(name, kind, answer)
    return answer if status == 200 else None


def remember(name, kind, answer):
    tab = kind.split(".")[1]
    if tab == "sql":
        same(name, own(answer))
    elif tab in ("dependency", "dependent") and isinstance(answer, list):
        same(name, sorted({f"{row['type']} {own(row['name'])} {row.get('field', '')}" for row in answer}))
    elif tab == "nodes":
        rows = answer["data"] if isinstance(answer["data"], list) else [answer["data"]]
        labels = [row["label"] for row in rows if row]
        same(name, sorted(labels) if kind.startswith("function") else labels)
    elif tab == "stats" and "columns" in (answer["data"] or {}):
        same(name, [[column["name"], column["type_code"]] for column in answer["data"]["columns"]])


# Of each kind of object, how many are looked at: those of the system are many.
MANY = 3
ONLY = {
    "database": [database],
    "schema": ["shop"],
    "catalog": ["PostgreSQL Catalog (pg_catalog)"],
    "role": ["boss", "clerk"],
}


def node(kind, ids, labels):
    """An object and all below. `ids`: its own and those of what holds it, from the server group on."""
    path = "/".join(map(str, ids))
    if kind == "database":
        status, answer = ask("post", f"/browser/database/connect/{path}")
        answered("connect to the database", status, answer)
    for tab in ("obj", "sql", "stats", "dependency", "dependent"):
        get(f"{kind}.{tab}", f"/browser/{kind}/{tab}/{path}", labels)
    below = get(f"{kind}.children", f"/browser/{kind}/children/{path}", labels)
    for child in (below or {}).get("data") or []:
        child_kind = child["_type"]
        if child_kind.startswith("coll-"):
            collection(child_kind[len("coll-") :], ids, labels)
        else:
            node(child_kind, [*ids, child["_id"]], (*labels, child["label"]))


def collection(kind, ids, labels):
    path = "/".join(map(str, ids))
    below = get(f"{kind}.nodes", f"/browser/{kind}/nodes/{path}/", labels)
    get(f"{kind}.obj", f"/browser/{kind}/obj/{path}/", labels)
    get(f"{kind}.stats", f"/browser/{kind}/stats/{path}/", labels)
    rows = (below or {}).get("data") or []
    rows = rows if isinstance(rows, list) else [rows]
    if kind in ONLY:
        rows = [row for row in rows if row["label"] in ONLY[kind]]
        check(f"{kind} stands in the tree", sorted(row["label"] for row in rows), sorted(ONLY[kind]))
    for row in rows if kind in ONLY or "shop" in labels else rows[:MANY]:
        node(kind, [*ids, row["_id"]], (*labels, "~" if kind == "database" else row["label"]))


server = {
    "name": "the server",
    "host": os.environ["PGHOST"],
    "port": int(os.environ["PGPORT"]),
    "db": database,
    "username": user,
    "sslmode": "prefer",
    "connect_now": True,
    "password": "none is asked for",
    "save_password": False,
}
status, answer = ask("post", "/browser/server/obj/1/", server)
check("connected", status, 200)
if status != 200:
    print(answer)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1)
node("server", [1, 1], ())


def id_of(kind, path, label):
    _, listed = ask("get", f"/browser/{kind}/nodes/{path}/")
    return next(row["_id"] for row in listed["data"] if row["label"] == label)


did = id_of("database", "1/1", database)
schema = id_of("schema", f"1/1/{did}", "shop")
orders = id_of("table", f"1/1/{did}/{schema}", "orders")

# Dashboard
charts = "session_stats,tps_stats,ti_stats,to_stats,bio_stats"
for place in ("1", f"1/{did}"):
    for page in ("activity", "locks", "prepared"):
        answered(f"dashboard {page} {place.count('/')}", *ask("get", f"/dashboard/{page}/{place}"))
    status, answer = ask("get", f"/dashboard/dashboard_stats/{place}?chart_names={charts}")
    answered("dashboard charts", status, answer)
    check("each chart has its row", sorted(answer), sorted(charts.split(",")))
answered("dashboard config", *ask("get", "/dashboard/config/1"))


# Query tool: a query is started, and its rows are polled for, as the page does
class Tool:
    next_id = 1000

    def __init__(self, url, body):
        Tool.next_id += 1
        self.id = Tool.next_id
        status, answer = ask("post", url.format(id=self.id), body)
        answered(f"open {url}", status, answer)

    def poll(self):
        end = time.monotonic() + 60
        while True:
            _, answer = ask("get", f"/sqleditor/poll/{self.id}")
            data = (answer["data"] if isinstance(answer, dict) else None) or {}
            if "status" not in data:
                return {"status": "Error", "result": answer["errormsg"] if isinstance(answer, dict) else answer}
            if data["status"] != "Busy" or time.monotonic() > end:
                return data
            time.sleep(0.01)

    def run(self, sql, **more):
        body = {"sql": sql, "explain_plan": more.get("explain")}
        status, answer = ask("post", f"/sqleditor/query_tool/start/{self.id}", body)
        answered(f"start {sql}", status, answer)
        return self.poll()

    def close(self):
        ask("delete", f"/sqleditor/close/{self.id}")


def columns_of(data):
    types = {row["oid"]: row["typname"] for row in data.get("types") or []}
    return [
        [c["name"], types.get(c["type_code"]), c["not_null"], c["has_default_val"]] for c in data.get("colinfo") or []
    ]


tool = Tool(f"/sqleditor/initialize/sqleditor/{{id}}/1/1/{did}", {"user": user, "role": None, "dbname": database})
data = tool.run(
    "SELECT name, count(*) AS n, sum(total) FROM shop.customers c JOIN shop.orders o ON c.id = o.customer GROUP BY 1 ORDER BY 1"
)
same("query tool: columns", columns_of(data))
same("query tool: rows", data.get("result"))
data = tool.run("SELECT * FROM shop.orders WHERE nothing = 1")
same("query tool: an error", own(str(data.get("result"))))
data = tool.run("SELECT * FROM generate_series(1, 2500) AS g(n)")
check(
    "query tool: pages",
    [data["pagination"]["page_count"], data["rows_fetched_to"], data["result"][-1]],
    [3, 1000, [1000]],
)
_, more = ask("get", f"/sqleditor/fetch_window/{tool.id}/1001/2000")
check("query tool: the next page", [len(more["data"]["result"]), more["data"]["result"][0]], [1000, [1001]])
data = tool.run("INSERT INTO shop.customers (name, mail) VALUES ('Cy', 'c@x') RETURNING id")
check("query tool: rows of INSERT", data.get("result"), [["3"]])
data = tool.run("DELETE FROM shop.customers WHERE name = 'Cy'")
check(
    "query tool: a command",
    [data["status"], data.get("additional_messages"), "DELETE 1" in str(data["result"])],
    ["Success", None, True],
)
data = tool.run("SELECT 1; SELECT 'two' AS last")
check("query tool: several statements", data.get("result"), [["two"]])
data = tool.run("DO $$ nonsense", explain=None)
check("query tool: a syntax error", data["status"], "Error")
explain = {
    "format": "json",
    "analyze": False,
    "verbose": True,
    "costs": False,
    "buffers": False,
    "timing": False,
    "summary": False,
    "settings": False,
    "wal": False,
}
data = tool.run("SELECT * FROM shop.orders WHERE total > 5", explain=explain)
check(
    "query tool: the plan as JSON",
    [data["status"], [c["name"] for c in data.get("colinfo") or []]],
    ["Success", ["QUERY PLAN"]],
)
check("query tool: a plan in it", "Plan" in json.dumps(data["result"]), True)
for text, word in (("SELECT * FROM shop.", "orders"), ("SELECT cust FROM shop.orders", "customer")):
    cut = text.index(" FROM") if "cust" in text else len(text)
    _, said = ask("post", f"/sqleditor/autocomplete/{tool.id}", [text, text[:cut]])
    check(f"autocomplete in {text}", any(word in key for key in (said["data"] or {}).get("result", {})), True)
tool.close()

# Rows in the grid: read, changed, added, taken out
grid = Tool(
    f"/sqleditor/initialize/viewdata/{{id}}/3/table/1/1/{did}/{orders}",
    {"user": user, "role": None, "dbname": database, "sql_filter": ""},
)
answered("grid: start", *ask("get", f"/sqleditor/view_data/start/{grid.id}"))
data = grid.poll()
same("grid: columns", columns_of(data))
check("grid: rows", [row[:4] for row in data["result"]], [[1, "1", "open", "10.00"], [2, "2", "paid", "20.00"]])
check("grid: the key", data["primary_keys"], {"id": "int4"})
columns = [
    {"name": name, "type": kind} for name, kind in (("id", "integer"), ("customer", "bigint"), ("total", "numeric"))
]


def changes(**more):
    return {
        "updated": {},
        "added": {},
        "staged_rows": {},
        "deleted": {},
        "updated_index": {},
        "added_index": {},
        "columns": columns,
        **more,
    }


def save(name, body, rows):
    status, answer = ask("post", f"/sqleditor/save/{grid.id}", body)
    answered(f"grid: {name}", status, answer)
    check(
        f"grid: {name} is saved",
        [answer["data"]["status"], answer["data"]["result"]][: 1 if answer["data"]["status"] else 2],
        [True],
    )
    reader = Tool(f"/sqleditor/initialize/sqleditor/{{id}}/1/1/{did}", {"user": user, "role": None, "dbname": database})
    check(
        f"grid: {name} can be read",
        reader.run("SELECT id, total::text FROM shop.orders ORDER BY id").get("result"),
        rows,
    )
    reader.close()


save(
    "a change",
    changes(updated={"1": {"data": {"total": "11.50"}, "primary_keys": {"id": 1}}}, updated_index={"1": "1"}),
    [[1, "11.50"], [2, "20.00"]],
)
new = {"data": {"customer": "2", "total": "7"}, "err": False, "data_type": {"customer": "bigint", "total": "numeric"}}
save("a new row", changes(added={"5": new}, added_index={"2": "5"}), [[1, "11.50"], [2, "20.00"], [3, "7.00"]])
save("a row deleted", changes(deleted={"3": {"id": 3}}), [[1, "11.50"], [2, "20.00"]])
grid.close()

# Tools
_, found = ask("get", f"/search_objects/search/1/{did}?text=order&type=all")
same(
    "search",
    sorted(
        [row["name"], row["type"]]
        for row in found["data"]
        if "shop" in str(row["path"]) or row["schema_name"] == "shop"
    )
    if "data" in found
    else found,
)
status, answer = ask("get", f"/grant_wizard/acl/1/{did}/")
answered("grant wizard: rights", status, answer)
status, answer = ask("get", f"/grant_wizard/1/{did}/{schema}/schema/")
answered("grant wizard: objects", status, answer)
same("grant wizard", sorted([row["name"], row["object_type"]] for row in answer["result"]) if status == 200 else answer)
ask("post", f"/erd/initialize/77/1/1/{did}", {"user": user, "role": None})
status, answer = ask("get", f"/erd/prequisite/77/1/1/{did}")
answered("ERD: types", status, answer)
status, answer = ask("get", f"/erd/tables/77/1/1/{did}")
answered("ERD: tables", status, answer)

# Objects made by its dialogues
made = {
    "name": "notes",
    "schema": "shop",
    "relowner": user,
    "columns": [
        {
            "name": "id",
            "cltype": "bigint",
            "is_primary_key": True,
            "attnotnull": True,
            "attidentity": "a",
            "colconstype": "i",
        },
        {"name": "said", "cltype": "text", "attcompression": "", "colconstype": "n"},
    ],
    "primary_key": [{"columns": [{"column": "id"}]}],
    "coll_inherits": [],
    "description": "what was said",
    "relacl": [
        {
            "grantee": "clerk",
            "grantor": user,
            "privileges": [{"privilege_type": "r", "privilege": True, "with_grant": False}],
        }
    ],
}
status, answer = ask("post", f"/browser/table/obj/1/1/{did}/{schema}/", made)
answered("dialogue: a table", status, answer)
notes = id_of("table", f"1/1/{did}/{schema}", "notes")
same("dialogue: its SQL", own(ask("get", f"/browser/table/sql/1/1/{did}/{schema}/{notes}")[1]))
status, answer = ask(
    "post",
    f"/browser/column/obj/1/1/{did}/{schema}/{notes}/",
    {"name": "more", "cltype": "numeric", "attlen": "8", "attprecision": "2", "colconstype": "n"},
)
answered("dialogue: a column", status, answer)
status, answer = ask(
    "post",
    f"/browser/mview/obj/1/1/{did}/{schema}/",
    {
        "name": "said_often",
        "schema": "shop",
        "definition": "SELECT said, count(*) AS n FROM shop.notes GROUP BY said",
        "with_data": True,
        "owner": user,
        "relacl": [],
        "datacl": [],
    },
)
answered("dialogue: a materialized view", status, answer)
check("dialogue: the view stands in the tree", id_of("mview", f"1/1/{did}/{schema}", "said_often") is not None, True)
status, answer = ask("delete", f"/browser/table/delete/1/1/{did}/{schema}/{notes}")
answered("dialogue: the table is dropped with its view", status, answer)

if recording:
    EXPECTED.write_text(json.dumps(answers, indent=1, sort_keys=True) + "\n")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
