"""Settings → Database Connections: the dialogue's checks of an address, the database kept, and what it holds."""

import json
import os

from checks import check
from client import message
from superset.extensions import db
from superset.models.core import Database

MILLRACE = os.environ["SERVER"] == "millrace"
ALLOWED = {
    "expose_in_sqllab": True,
    "allow_ctas": True,
    "allow_cvas": True,
    "allow_dml": True,
    "allow_file_upload": True,
    "extra": json.dumps({"cost_estimate_enabled": True, "schemas_allowed_for_file_upload": ["public"]}),
}


def form(superset, **changed):
    """The dialogue filled in field by field."""
    return {
        "database_name": "by form",
        "engine": "postgresql",
        "driver": "psycopg2",
        "configuration_method": "dynamic_form",
        "parameters": {**superset.address, "query": {}, **changed},
    }


def test_connection(superset, shop):
    test = "database/test_connection/"
    check("URI", superset.post(test, {"database_name": "x", "sqlalchemy_uri": superset.uri})["status"], 200)
    check("form", superset.post(test, form(superset))["status"], 200)
    for changed, said in (
        ({"database": "nosuch"}, 'Unable to connect to database "nosuch".'),
        ({"username": "nobody"}, 'The username "nobody" does not exist.'),
    ):
        check(f"refused {changed}", message(superset.post(test, form(superset, **changed))), said)
        check(
            f"form with {changed}",
            message(superset.post("database/validate_parameters/", form(superset, **changed))),
            said,
        )
    check("form that is right", superset.post("database/validate_parameters/", form(superset))["status"], 200)


def kept(superset, shop):
    made = superset.post("database/", {**form(superset), **ALLOWED})
    check("by form", made["status"], 201)
    shown = superset.get(f"database/{made['id']}/connection")["result"]
    check("backend", (shown["backend"], shown["driver"]), ("postgresql", "psycopg2"))
    check("parameters", {n: shown["parameters"][n] for n in superset.address}, superset.address)
    check("removed", superset.delete(f"database/{made['id']}")["status"], 200)
    made = superset.post("database/", {"database_name": "shop", "sqlalchemy_uri": superset.uri, **ALLOWED})
    check("by URI", made["status"], 201)
    superset.database_id = made["id"]


def lists(superset, shop):
    base = f"database/{superset.database_id}"
    check(
        "catalogs", superset.address["database"] in superset.get(f"{base}/catalogs/", {"force": True})["result"], True
    )
    schemas = superset.get(f"{base}/schemas/", {"force": True})["result"]
    check("schemas", {"public", "Back office", "information_schema"} <= set(schemas), True)
    check("no pg_catalog among them", [s for s in schemas if s.startswith("pg_")], [])

    def tables(schema):
        found = superset.get(f"{base}/tables/", {"force": True, "schema_name": schema})
        return [(table["type"], table["value"]) for table in found["result"]]

    check(
        "tables, views, materialized views",
        tables("public"),
        [("view", "big_orders"), ("table", "customers"), ("table", "orders"), ("view", "sales")],
    )
    check("a schema to be quoted", tables("Back office"), [("table", "Stock Items")])
    check("a schema that is not", tables("nosuch"), [])
    check("information_schema", ("view", "columns") in tables("information_schema"), True)
    if MILLRACE:
        check("of the engine", ("view", "sources") in tables("millrace"), True)


def reflection(superset, shop):
    def table(name, schema="public"):
        return superset.get(f"database/{superset.database_id}/table_metadata/", name=name, schema=schema)

    def columns(of):
        return [(c["name"], c["longType"]) for c in of["columns"]]

    customers = table("customers")
    check(
        "columns",
        columns(customers),
        [("id", "INTEGER"), ("name", "VARCHAR(40)"), ("country", "CHAR(2)"), ("since", "DATE")],
    )
    check("comment", customers["comment"], "who buys")
    check("comment of a column", customers["columns"][2]["comment"], "ISO 3166")
    check("unique", [(i["name"], i["unique"]) for i in customers["indexes"]], [("customers_name_key", True)])
    # Superset 6.1 loses the primary key on its way to the page: what it was told is asked of its inspector.
    with db.session.get(Database, superset.database_id).get_inspector() as inspector:
        check(
            "primary key",
            inspector.get_pk_constraint("customers"),
            {"constrained_columns": ["id"], "name": "customers_pkey"},
        )

    orders = table("orders")
    check(
        "types",
        columns(orders),
        [
            ("id", "BIGINT"),
            ("customer_id", "INTEGER"),
            ("placed_at", "TIMESTAMP"),
            ("paid_at", "TIMESTAMP"),
            ("amount", "NUMERIC(10, 2)"),
            ("weight", "DOUBLE_PRECISION"),
            ("express", "BOOLEAN"),
            ("tags", "ARRAY"),
            ("details", "JSONB"),
            ("note", "TEXT"),
        ],
    )
    check(
        "foreign key",
        [(k["name"], k["column_names"], k["referred_table"], k["referred_columns"]) for k in orders["foreignKeys"]],
        [("orders_customer_id_fkey", ["customer_id"], "customers", ["id"])],
    )
    check(
        "index",
        [(i["name"], i["column_names"], i["unique"]) for i in orders["indexes"] if i["type"] == "index"],
        [("orders_by_customer", ["customer_id", "placed_at"], False)],
    )
    check(
        "a materialized view",
        columns(table("sales")),
        [
            ("customer", "VARCHAR(40)"),
            ("country", "CHAR(2)"),
            ("day", "TIMESTAMP"),
            ("orders", "BIGINT"),
            ("revenue", "NUMERIC"),
            ("latest", "TIMESTAMP"),
        ],
    )
    check(
        "a view",
        columns(table("big_orders")),
        [("id", "BIGINT"), ("customer_id", "INTEGER"), ("amount", "NUMERIC(10, 2)")],
    )
    stock = table("Stock Items", "Back office")
    check("names to be quoted", columns(stock), [("Item", "TEXT"), ("On hand", "INTEGER"), ("%left", "REAL")])
    check(
        "SELECT * of these",
        stock["selectStar"],
        'SELECT\n  "Item",\n  "On hand",\n  "%left"\nFROM "Back office"."Stock Items"\nLIMIT 100',
    )
    check(
        "more about a table",
        superset.get(f"database/{superset.database_id}/table_metadata/extra/", name="orders", schema="public")[
            "status"
        ],
        200,
    )


TESTS = [test_connection, kept, lists, reflection]
