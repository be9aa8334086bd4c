"""A chart's query as the chart editor and dashboards send it: metrics, grains, filters, series, time offsets, on tables and on a
materialized view that changes between two looks."""

import datetime as dt

from checks import check

GRAINS = {
    "PT1S": ["08:37:11", "09:14:22", "09:51:33"],
    "PT5S": ["08:37:10", "09:14:20", "09:51:30"],
    "PT30S": ["08:37:00", "09:14:00", "09:51:30"],
    "PT1M": ["08:37:00", "09:14:00", "09:51:00"],
    "PT5M": ["08:35:00", "09:10:00", "09:50:00"],
    "PT10M": ["08:30:00", "09:10:00", "09:50:00"],
    "PT15M": ["08:30:00", "09:00:00", "09:45:00"],
    "PT30M": ["08:30:00", "09:00:00", "09:30:00"],
    "PT1H": ["08:00:00", "09:00:00", "10:00:00"],
    "P1D": ["00:00:00"],
}


def simple(column, aggregate):
    return {
        "expressionType": "SIMPLE",
        "column": {"column_name": column},
        "aggregate": aggregate,
        "label": f"{aggregate}({column})",
    }


def custom(sql, label):
    return {"expressionType": "SQL", "sqlExpression": sql, "label": label}


def axis(column, grain):
    return {
        "columnType": "BASE_AXIS",
        "timeGrain": grain,
        "sqlExpression": column,
        "label": column,
        "expressionType": "SQL",
    }


def when(milliseconds):
    return dt.datetime.fromtimestamp(milliseconds / 1000, dt.timezone.utc).strftime("%Y-%m-%d %H:%M:%S")


def rows(data):
    """The values of each row, points in time as text."""
    if not isinstance(data, list):
        return data
    return [tuple(when(v) if name.endswith("_at") and v else v for name, v in row.items()) for row in data]


def of(superset, table):
    found = superset.get("dataset/", {"filters": [{"col": "table_name", "opr": "eq", "value": table}]})["result"]
    return found[0]["id"]


AMOUNT = simple("amount", "SUM")
WEIGHT = simple("weight", "SUM")
REVENUE = simple("revenue", "SUM")


def live_view(superset, shop):
    sales = of(superset, "sales")

    def by_customer():
        return rows(
            superset.chart(
                sales, columns=["customer"], metrics=[simple("orders", "SUM"), REVENUE], orderby=[["customer", True]]
            )
        )

    before = [("Ada", 50, 1145.0), ("Bob", 50, 1110.0), ("Cleo", 50, 1107.5), ("Dan", 50, 1105.0)]
    check("first look", by_customer(), before)
    shop.change("INSERT INTO orders VALUES (201, 3, '2024-01-09', NULL, 1000), (202, 2, '2024-01-09', NULL, 0.5)")
    check("after an insert", by_customer(), [before[0], ("Bob", 51, 1110.5), ("Cleo", 51, 2107.5), before[3]])
    shop.change("UPDATE orders SET customer_id = 4 WHERE id = 201")
    check("after an update", by_customer(), [before[0], ("Bob", 51, 1110.5), before[2], ("Dan", 51, 2105.0)])
    shop.change("DELETE FROM orders WHERE id > 200")
    check("after a delete", by_customer(), before)
    shop.change("DELETE FROM orders WHERE customer_id = 4 AND id > 195")
    check("without some", by_customer()[3], ("Dan", 49, 1072.5))
    shop.change("INSERT INTO orders VALUES (199, 4, '2024-01-06 11:19:29', NULL, 32.5, 24.875)")
    check(
        "NULL as a group",
        rows(
            superset.chart(sales, columns=["country"], metrics=[simple("orders", "SUM")], orderby=[["country", True]])
        ),
        [("DE", 100), ("GB", 50), (None, 50)],
    )
    check("total", rows(superset.chart(sales, metrics=[REVENUE])), [(4467.5,)])
    check(
        "an expression",
        rows(
            superset.chart(
                sales,
                columns=["customer"],
                metrics=[custom("SUM(revenue) / NULLIF(SUM(orders), 0)", "avg")],
                orderby=[["customer", True]],
                row_limit=2,
            )
        ),
        [("Ada", 22.9), ("Bob", 22.2)],
    )
    check(
        "largest first",
        rows(superset.chart(sales, columns=["customer"], metrics=[REVENUE], orderby=[[REVENUE, False]], row_limit=2)),
        [("Ada", 1145.0), ("Bob", 1110.0)],
    )


def grains(superset, shop):
    orders = of(superset, "orders")
    for grain, expected in GRAINS.items():
        data = superset.chart(
            orders,
            columns=[axis("placed_at", grain)],
            metrics=["count"],
            orderby=[["placed_at", True]],
            row_limit=len(expected),
        )
        check(f"grain {grain}", [at for at, _ in rows(data)], [f"2024-01-01 {at}" for at in expected])
    for grain in ("P1W", "P1M", "P3M", "P1Y"):
        data = superset.chart(orders, columns=[axis("placed_at", grain)], metrics=["count"])
        check(f"grain {grain}", rows(data), [("2024-01-01 00:00:00", 200)])
    data = superset.chart(
        orders, columns=[axis("paid_at", "P1D")], metrics=["count"], orderby=[["paid_at", True]], row_limit=2
    )
    check("of a time with zone", rows(data), [("2024-01-01 00:00:00", 10), ("2024-01-02 00:00:00", 16)])
    data = superset.chart(
        orders, columns=[axis("placed_at", None)], metrics=["count"], orderby=[["placed_at", True]], row_limit=1
    )
    check("no grain", rows(data), [("2024-01-01 08:37:11", 1)])


def filters(superset, shop):
    orders = of(superset, "orders")

    def kept(column, op, val=None):
        chosen = [{"col": column, "op": op, **({} if val is None else {"val": val})}]
        data = superset.chart(
            orders, columns=[column], metrics=["count"], filters=chosen, orderby=[[column, True]], row_limit=3
        )
        return rows(data)

    for op, value, expected in (
        ("==", 1, [1]),
        ("!=", 1, [2, 3, 4]),
        (">", 2, [3, 4]),
        (">=", 2, [2, 3, 4]),
        ("<", 2, [1]),
        ("<=", 2, [1, 2]),
        ("IN", [1, 4, 7], [1, 4]),
        ("NOT IN", [1, 4], [2, 3]),
        ("IS NULL", None, []),
        ("IS NOT NULL", None, [1, 2, 3]),
    ):
        check(f"{op} {value}", kept("customer_id", op, value), [(id, 50) for id in expected])
    check("LIKE", kept("note", "LIKE", "it's%"), [("it's 100%", 50)])
    check("NOT LIKE", kept("note", "NOT LIKE", "G%"), [("it's 100%", 50)])
    check("ILIKE", kept("note", "ILIKE", "grüße 1__"), [("Grüße 102", 1), ("Grüße 103", 1), ("Grüße 106", 1)])
    check("text that is NULL", kept("note", "IS NULL"), [(None, 51)])
    check("IS TRUE", kept("express", "IS TRUE"), [(True, 40)])
    check("IS FALSE", kept("express", "IS FALSE"), [(False, 160)])
    data = superset.chart(
        orders,
        columns=[axis("placed_at", "P1D")],
        metrics=[AMOUNT],
        filters=[{"col": "placed_at", "op": "TEMPORAL_RANGE", "val": "2024-01-02T06:00:00 : 2024-01-04"}],
        extras={"where": "(weight < 100 AND note LIKE '%ü%')", "having": "(SUM(amount) > 5)"},
        orderby=[["placed_at", True]],
    )
    check(
        "a range of time, WHERE and HAVING",
        rows(data),
        [("2024-01-02 00:00:00", 315.0), ("2024-01-03 00:00:00", 450.0)],
    )
    data = superset.chart(
        orders, columns=["id"], metrics=[], filters=[{"col": "placed_at", "op": "TEMPORAL_RANGE", "val": "Last day"}]
    )
    check("the last day", data, [])


def series(superset, shop):
    orders = of(superset, "orders")
    query = {
        "columns": [axis("placed_at", "P1D"), "customer_id"],
        "metrics": [AMOUNT],
        "granularity": "placed_at",
        "time_range": "2024-01-02 : 2024-01-04",
        "series_columns": ["customer_id"],
        "series_limit": 2,
        "orderby": [["placed_at", True], ["customer_id", True]],
    }
    expected = [
        ("2024-01-02 00:00:00", 3, 232.5),
        ("2024-01-02 00:00:00", 4, 215.0),
        ("2024-01-03 00:00:00", 3, 212.5),
        ("2024-01-03 00:00:00", 4, 237.5),
    ]
    check("the two largest", rows(superset.chart(orders, **query, series_limit_metric=WEIGHT)), expected)
    smallest = rows(superset.chart(orders, **query, series_limit_metric=WEIGHT, order_desc=False))
    check("the two smallest", sorted({customer for _, customer, _ in smallest}), [1, 2])
    answer = superset.chart(orders, result_type="query", **query, series_limit_metric=WEIGHT)
    check("by a join", "JOIN (SELECT customer_id AS customer_id__" in answer["result"][0]["query"], True)


def over_time(superset, shop):
    orders = of(superset, "orders")
    query = {"columns": [axis("placed_at", "P1D")], "metrics": [AMOUNT], "orderby": [["placed_at", True]]}
    data = superset.chart(
        orders,
        **query,
        granularity="placed_at",
        time_range="2024-01-04 : 2024-01-06",
        time_offsets=["2 days ago"],
        filters=[{"col": "placed_at", "op": "TEMPORAL_RANGE", "val": "2024-01-04 : 2024-01-06"}],
    )
    check(
        "beside two days before",
        rows(data),
        [("2024-01-04 00:00:00", 810.0, 915.0), ("2024-01-05 00:00:00", 877.5, 892.5)],
    )
    pivot = {"index": ["placed_at"], "columns": [], "aggregates": {"SUM(amount)": {"operator": "mean"}}}
    rolling = {"rolling_type": "mean", "window": 2, "min_periods": 0, "columns": {"SUM(amount)": "SUM(amount)"}}
    steps = [
        {"operation": "pivot", "options": pivot},
        {"operation": "rolling", "options": rolling},
        {"operation": "flatten"},
    ]
    data = superset.chart(orders, **query, post_processing=steps)
    check("a rolling mean", rows(data)[:2], [("2024-01-01 00:00:00", 492.5), ("2024-01-02 00:00:00", 703.75)])


def tables(superset, shop):
    orders = of(superset, "orders")
    data = superset.chart(
        orders,
        columns=["id", "paid_at", "tags", "amount", "weight", "express"],
        orderby=[["id", False]],
        row_limit=2,
        row_offset=1,
    )
    check(
        "raw rows",
        [tuple(row.values())[0:1] + tuple(row.values())[2:] for row in data],
        [(199, None, 32.5, 24.875, False), (198, '["t0", "all"]', 30.0, 24.75, False)],
    )
    check("how many", superset.chart(orders, columns=["id"], is_rowcount=True), [{"rowcount": 200}])
    metrics = [
        simple("customer_id", "COUNT_DISTINCT"),
        simple("amount", "AVG"),
        simple("amount", "MAX"),
        simple("weight", "MIN"),
    ]
    check("aggregates", rows(superset.chart(orders, metrics=metrics)), [(4, 22.3375, 42.5, 0.125)])
    stock = superset.dataset("Stock Items", schema="Back office")
    on_hand = simple("On hand", "SUM")
    data = superset.chart(stock, columns=["Item", "%left"], metrics=[on_hand], orderby=[[on_hand, False]])
    check("names to be quoted", rows(data), [("bolt", 0.5, 100), ("nut", 0.25, 40)])


def on_a_query(superset, shop):
    virtual = superset.dataset(
        "by country",
        sql="SELECT c.country, o.amount * 2 AS twice FROM orders o JOIN customers c ON c.id = o.customer_id"
        " {% if filter_values('country') %} WHERE c.country IN {{ filter_values('country') | where_in }} {% endif %}",
    )
    query = {"columns": ["country"], "metrics": [simple("twice", "SUM")], "orderby": [["country", True]]}
    check("all", rows(superset.chart(virtual, **query)), [("DE", 4430.0), ("GB", 2290.0), (None, 2215.0)])
    data = superset.chart(virtual, **query, filters=[{"col": "country", "op": "IN", "val": ["DE", "G'B"]}])
    check("filtered within", rows(data), [("DE", 4430.0)])


def errors(superset, shop):
    orders = of(superset, "orders")
    for what, sql, said in (
        (
            "no such function",
            "SUM(note)",
            "Error: function sum(text) does not exist\nLINE 2:   SUM(note) AS x\n          ^\n"
            "HINT:  No function matches the given name and argument types. You might need to add explicit type casts.",
        ),
        ("division by zero", "SUM(1/(id-1))", "Error: division by zero"),
    ):
        answer = superset.chart(orders, metrics=[custom(sql, "x")])
        check(what, (answer["status"], answer["message"].strip()), (400, said))


TESTS = [live_view, grains, filters, series, over_time, tables, on_a_query, errors]
