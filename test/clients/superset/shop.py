"""What there is to look at, made by psycopg2: a shop with its orders, and a materialized view over them, `sales`. Millrace keeps
that fresh by itself; PostgreSQL is asked to refresh it."""

import os

import psycopg2

STATEMENTS = """
CREATE TABLE customers (
  id integer PRIMARY KEY,
  name varchar(40) NOT NULL UNIQUE,
  country char(2),
  since date
);
COMMENT ON TABLE customers IS 'who buys';
COMMENT ON COLUMN customers.country IS 'ISO 3166';
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  customer_id integer NOT NULL REFERENCES customers (id),
  placed_at timestamp NOT NULL,
  paid_at timestamptz,
  amount numeric(10,2) NOT NULL CHECK (amount > 0),
  weight double precision,
  express boolean DEFAULT false,
  tags text[],
  details jsonb,
  note text
);
CREATE INDEX orders_by_customer ON orders (customer_id, placed_at);
INSERT INTO customers VALUES (1, 'Ada', 'GB', '2019-01-01'), (2, 'Bob', 'DE', '2020-02-29'), (3, 'Cleo', NULL, NULL),
  (4, 'Dan', 'DE', '2021-07-04');
INSERT INTO orders
  SELECT n, n % 4 + 1, timestamp '2024-01-01 08:00' + n * interval '37 minutes 11 seconds',
    CASE WHEN n % 3 > 0 THEN timestamptz '2024-01-01 08:00+00' + n * interval '1 hour' END,
    (n % 17 + 1) * 2.5, n / 8.0, n % 5 = 0, ARRAY['t' || n % 2, 'all'], jsonb_build_object('n', n % 7, 'kind', 'k' || n % 2),
    CASE WHEN n % 4 = 0 THEN NULL WHEN n % 4 = 1 THEN 'it''s 100%' ELSE 'Grüße ' || n END
  FROM generate_series(1, 200) AS n;
CREATE VIEW big_orders AS SELECT id, customer_id, amount FROM orders WHERE amount >= 30;
CREATE MATERIALIZED VIEW sales AS
  SELECT c.name AS customer, c.country, date_trunc('day', o.placed_at) AS day, count(*) AS orders, sum(o.amount) AS revenue,
    max(o.placed_at) AS latest
  FROM orders o JOIN customers c ON c.id = o.customer_id GROUP BY 1, 2, 3;
CREATE SCHEMA "Back office";
CREATE TABLE "Back office"."Stock Items" ("Item" text PRIMARY KEY, "On hand" integer, "%left" real);
INSERT INTO "Back office"."Stock Items" VALUES ('bolt', 100, 0.5), ('nut', 40, 0.25);
"""


class Shop:
    def __init__(self, address):
        self.connection = psycopg2.connect(
            host=address["host"], port=address["port"], dbname=address["database"], user=address["username"]
        )
        self.connection.autocommit = True
        for statement in STATEMENTS.split(";\n"):
            if statement.strip():
                self.run(statement)

    def run(self, sql):
        with self.connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall() if cursor.description else None

    def change(self, sql):
        """A change that `sales` shows."""
        self.run(sql)
        if os.environ["SERVER"] == "postgresql":
            self.run("REFRESH MATERIALIZED VIEW sales")

    def close(self):
        self.connection.close()
