// What parsing, binding and planning a query takes, without running it, in this process (CPU time, so that what else the machine
// does is not counted, though garbage collection and compilation are) and through a server: node bench/run.mjs plan
import {PlannedSql} from '../test/planner/plan-sql.ts';
import {startBenchServer} from './support/server.ts';

const ROUNDS = 800;
/** Of which the first half lets the compiler see what is hot. */
/** The compiler takes its time with what is as quick as a lookup's plan. */
const IN_PROCESS_ROUNDS = {lookup: 40_000, report: 6000};

const TABLES = [
  'CREATE TABLE customer (id int PRIMARY KEY, name text, segment text, nation int)',
  'CREATE TABLE orders (id int PRIMARY KEY, customer int, placed date, status text, total numeric(12,2))',
  'CREATE TABLE item (id int PRIMARY KEY, orders int, part int, quantity int, price numeric(12,2), discount numeric(4,2))',
  'CREATE TABLE part (id int PRIMARY KEY, brand text, kind text)',
];

const LOOKUP = (n: number): string => `SELECT name, segment FROM customer WHERE id = ${n}`;

/** As a BI tool writes it, sixty lines long. */
const REPORT = (n: number): string => `WITH lines AS (
  SELECT
    o.id AS order_id,
    o.customer AS customer_id,
    date_trunc('month', o.placed::timestamp) AS month,
    o.status,
    p.brand,
    p.kind,
    i.quantity,
    i.price,
    i.price * i.quantity * (1 - i.discount) AS revenue,
    CASE
      WHEN i.discount >= 0.10 THEN 'deep'
      WHEN i.discount > 0 THEN 'some'
      ELSE 'none'
    END AS discounted
  FROM orders o
  JOIN item i
    ON i.orders = o.id
  LEFT JOIN part p
    ON p.id = i.part
  WHERE o.placed >= DATE '2024-01-01'
    AND o.status IN ('open', 'sent', 'paid')
    AND i.quantity > ${n}
),
monthly AS (
  SELECT
    month,
    customer_id,
    brand,
    count(DISTINCT order_id) AS orders,
    sum(revenue) AS revenue,
    avg(price) AS price,
    sum(revenue) FILTER (WHERE discounted = 'deep') AS deep
  FROM lines
  GROUP BY month, customer_id, brand
  HAVING sum(revenue) > 0
),
ranked AS (
  SELECT
    m.*,
    row_number() OVER (
      PARTITION BY month
      ORDER BY revenue DESC, customer_id
    ) AS place,
    sum(revenue) OVER (PARTITION BY month) AS whole
  FROM monthly m
)
SELECT
  c.segment,
  r.month,
  r.brand,
  r.place,
  round(100 * r.revenue / nullif(r.whole, 0), 2) AS share,
  coalesce(r.deep, 0) AS deep
FROM ranked r
JOIN customer c ON c.id = r.customer_id
WHERE r.place <= 10
  AND EXISTS (SELECT 1 FROM lines l WHERE l.customer_id = c.id AND l.kind = 'steel')
ORDER BY r.month, r.place
LIMIT 100`;

const QUERIES = [
  ['one-line lookup', LOOKUP, IN_PROCESS_ROUNDS.lookup],
  ['60-line report', REPORT, IN_PROCESS_ROUNDS.report],
] as const;

/** Milliseconds of CPU of each plan, in the order they were made; no two texts are the same. */
function cpuTimes(make: (n: number) => string, rounds: number): number[] {
  const planned = new PlannedSql().define(TABLES.join(';'));
  for (const table of ['customer', 'orders', 'item', 'part']) planned.know(table, {uniqueKeys: [[0]]});
  return Array.from({length: rounds}, (_, n) => {
    const before = process.cpuUsage();
    planned.plan(make(n), 'once');
    const {user, system} = process.cpuUsage(before);
    return (user + system) / 1000;
  });
}

for (const [name, make, rounds] of QUERIES) {
  const all = cpuTimes(make, rounds);
  const taken = all.slice(all.length / 2).sort((a, b) => a - b);
  const at = (share: number): string => taken[Math.floor(taken.length * share)].toFixed(3);
  console.log(
    `${name.padEnd(16)} in process, CPU: median ${at(0.5)} ms, p90 ${at(0.9)} ms, p99 ${at(0.99)} ms, first ${all[0].toFixed(1)} ms`,
  );
}
if (process.argv.includes('--in-process')) process.exit();

const server = await startBenchServer(process.env['MILLRACE_ROOT']!, null);
const {client} = server;
for (const sql of TABLES) await client.query(sql);

/** Milliseconds of each round's statement, sorted; no two texts are the same. */
async function times(make: (n: number) => string): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < ROUNDS; n++) {
    const start = performance.now();
    await client.query(make(n));
    if (n >= ROUNDS / 4) taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b);
}

const trip = (await times(() => 'SHOW DateStyle'))[(ROUNDS * 3) >> 3];
for (const [name, make] of QUERIES) {
  const taken = await times(n => `EXPLAIN ${make(n)}`);
  const at = (share: number): string => Math.max(taken[Math.floor(taken.length * share)] - trip, 0).toFixed(2);
  console.log(
    `${name.padEnd(16)} parse + plan: median ${at(0.5)} ms, p99 ${at(0.99)} ms (a round trip: ${trip.toFixed(2)} ms)`,
  );
}
await server.stop();
