"""Datasets: a table, a view or a query with its columns' types, refreshed when the table changes; uploads."""

import io

from checks import check
from client import address


def columns(superset, dataset_id):
    found = superset.get(f"dataset/{dataset_id}")["result"]
    return {c["column_name"]: (c["type"], c["type_generic"], c["is_dttm"]) for c in found["columns"]}


NUMBER, TEXT, TIME, BOOLEAN = range(4)


def of_a_table(superset, shop):
    orders = superset.dataset("orders")
    check(
        "types",
        columns(superset, orders),
        {
            "id": ("BIGINT", NUMBER, False),
            "customer_id": ("INTEGER", NUMBER, False),
            "placed_at": ("TIMESTAMP WITHOUT TIME ZONE", TIME, True),
            "paid_at": ("TIMESTAMP WITH TIME ZONE", TIME, True),
            "amount": ("NUMERIC(10, 2)", NUMBER, False),
            "weight": ("DOUBLE PRECISION", NUMBER, False),
            "express": ("BOOLEAN", BOOLEAN, False),
            "tags": ("TEXT[]", TEXT, False),
            "details": ("JSONB", TEXT, False),
            "note": ("TEXT", TEXT, False),
        },
    )
    found = superset.get(f"dataset/{orders}")["result"]
    check("main time column", found["main_dttm_col"], "placed_at")
    check("metrics", [(m["metric_name"], m["expression"]) for m in found["metrics"]], [("count", "COUNT(*)")])
    check(
        "time grains",
        [grain for grain, _ in found["time_grain_sqla"]],
        "PT1S PT5S PT30S PT1M PT5M PT10M PT15M PT30M PT1H P1D P1W P1M P3M P1Y".split(),
    )


def of_a_live_view(superset, shop):
    sales = superset.dataset("sales")
    check(
        "types",
        columns(superset, sales),
        {
            "customer": ("VARCHAR(40)", TEXT, False),
            "country": ("CHAR(2)", TEXT, False),
            "day": ("TIMESTAMP WITHOUT TIME ZONE", TIME, True),
            "orders": ("BIGINT", NUMBER, False),
            "revenue": ("NUMERIC", NUMBER, False),
            "latest": ("TIMESTAMP WITHOUT TIME ZONE", TIME, True),
        },
    )


def of_a_query(superset, shop):
    dataset_id = superset.dataset(
        "paid orders",
        sql="SELECT o.id, o.amount * 2 AS twice, o.paid_at::date AS paid_on, c.name, o.tags, o.weight > 1 AS heavy"
        " FROM orders o JOIN customers c ON c.id = o.customer_id WHERE paid_at IS NOT NULL",
    )
    check(
        "types of its result",
        columns(superset, dataset_id),
        {
            "id": ("LONGINTEGER", NUMBER, False),
            "twice": ("DECIMAL", NUMBER, False),
            "paid_on": ("DATE", TIME, True),
            "name": ("STRING", TEXT, False),
            "tags": ("STRINGARRAY", TEXT, False),
            "heavy": ("BOOLEAN", BOOLEAN, False),
        },
    )


def refreshed(superset, shop):
    shop.run("CREATE TABLE grows (a integer, b text)")
    dataset_id = superset.dataset("grows")
    shop.run("ALTER TABLE grows ADD COLUMN c date")
    shop.run("ALTER TABLE grows ALTER COLUMN a TYPE bigint")
    shop.run("ALTER TABLE grows DROP COLUMN b")
    check("refresh", superset.put(f"dataset/{dataset_id}/refresh", {})["status"], 200)
    check("columns then", {n: t for n, (t, *_) in columns(superset, dataset_id).items()}, {"a": "BIGINT", "c": "DATE"})


def looked_at(superset, shop):
    sales = superset.dataset("big_orders")
    samples = superset.post(f"/datasource/samples?datasource_type=table&datasource_id={sales}&per_page=2&page=1", {})
    check(
        "samples",
        (samples["status"], samples["result"]["rowcount"], samples["result"]["colnames"]),
        (200, 2, ["amount", "customer_id", "id"]),
    )
    check("samples of how many", samples["result"]["total_count"], shop.run("SELECT count(*) FROM big_orders")[0][0])
    values = superset.get(f"datasource/table/{sales}/column/customer_id/values/")
    check("values for a filter", sorted(values["result"]), [1, 2, 3, 4])


def upload(superset, shop):
    """Settings → Upload CSV to database: pandas writes the table."""
    answer = superset.browser.post(
        address(f"database/{superset.database_id}/upload/"),
        data={
            "type": "csv",
            "table_name": "uploaded",
            "schema": "public",
            "already_exists": "fail",
            "column_dates": "since",
            "file": (
                io.BytesIO("name,since,points\nAda,2024-01-01,1.5\nBob,2024-02-29,\nÜnal,,3\n".encode()),
                "people.csv",
            ),
        },
        content_type="multipart/form-data",
    )
    check("uploaded", answer.status_code, 201)
    rows = shop.run("SELECT name, since::text, points FROM uploaded ORDER BY name")
    check(
        "rows", rows, [("Ada", "2024-01-01 00:00:00", 1.5), ("Bob", "2024-02-29 00:00:00", None), ("Ünal", None, 3.0)]
    )


TESTS = [of_a_table, of_a_live_view, of_a_query, refreshed, looked_at, upload]
