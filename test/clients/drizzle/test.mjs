// Drizzle: drizzle-kit introspects objects.sql and makes and pushes migrations of schema.mjs; drizzle-orm queries.
// `RECORD=1 ./run` against an empty PostgreSQL writes expected-schema.txt, what introspection makes of it.
import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {and, asc, avg, count, desc, eq, exists, gt, ilike, inArray, isNull, max, sql, sum} from 'drizzle-orm';
import {drizzle} from 'drizzle-orm/node-postgres';
import {migrate} from 'drizzle-orm/node-postgres/migrator';
import {alias, union} from 'drizzle-orm/pg-core';
import pg from 'pg';
import * as schema from './schema.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const sources = process.argv[2];
const {customers, orders, items, revenue, openOrders} = schema;
let passed = 0;
let failed = 0;
function check(what, actual, expected) {
  const [a, e] = [actual, expected].map(value =>
    JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? `${v}n` : v)),
  );
  if (a === e) return void passed++;
  failed++;
  console.log(`FAILED ${what}: ${a} and not ${e}`);
}
async function section(name, run) {
  try {
    await run();
  } catch (error) {
    failed++;
    console.log(`FAILED ${name}: ${error.stack}\n${error.cause?.stack ?? ''}`);
  }
}

const folderName = `out-${process.env.SERVER ?? 'server'}`;
const out = join(here, folderName);
rmSync(out, {recursive: true, force: true});
mkdirSync(out);
function kit(command, folder, options, ...args) {
  const config = {
    dialect: 'postgresql',
    out: `./${folderName}/${folder}`,
    dbCredentials: {url: process.env.PGURL},
    ...options,
  };
  writeFileSync(join(out, `${folder}.config.mjs`), `export default ${JSON.stringify(config)};\n`);
  const program = join(here, 'node_modules/drizzle-kit/bin.cjs');
  const file = `${folderName}/${folder}.config.mjs`;
  return execFileSync(process.execPath, [program, command, '--config', file, ...args], {cwd: here, encoding: 'utf8'});
}

await section('drizzle-kit', () => {
  kit('pull', 'pulled', {});
  const pulled = ['schema.ts', 'relations.ts'].map(file => readFileSync(join(out, 'pulled', file), 'utf8')).join('\n');
  const file = join(sources, 'expected-schema.txt');
  if (process.env.RECORD) writeFileSync(file, pulled);
  const expected = readFileSync(file, 'utf8').split('\n');
  const lines = pulled.split('\n');
  check('introspection: lines', lines.length, expected.length);
  expected.forEach((line, i) => check(`introspection, line ${i + 1}`, lines[i], line));
  const pushed = kit('push', 'shop', {schema: './schema.mjs', schemaFilter: ['shop']}, '--force');
  check('push', pushed.includes('Changes applied'), true);
  const again = kit('push', 'shop', {schema: './schema.mjs', schemaFilter: ['shop'], verbose: true}, '--force');
  // What it writes otherwise than it reads it, it changes each time: these two defaults.
  const statements = again.split('\n').filter(line => /;$/.test(line));
  check('push again', statements.sort(), [
    'ALTER TABLE "shop"."customers" ALTER COLUMN "tags" SET DEFAULT \'{}\';',
    'ALTER TABLE "shop"."orders" ALTER COLUMN "clicks" SET DEFAULT 0;',
  ]);
  kit('generate', 'migrations', {schema: './schema.mjs'}, '--name', 'first');
});

const pool = new pg.Pool({connectionString: process.env.PGURL, max: 3});
const db = drizzle(pool, {schema});

await section('migrations', async () => {
  await db.execute(sql`DROP SCHEMA shop CASCADE`);
  await migrate(db, {migrationsFolder: join(out, 'migrations')});
  await migrate(db, {migrationsFolder: join(out, 'migrations')});
  const applied = await db.execute(sql`SELECT count(*)::int AS n FROM drizzle.__drizzle_migrations`);
  check('applied once', applied.rows, [{n: 1}]);
});

await section('writing', async () => {
  const made = await db
    .insert(customers)
    .values([
      {name: 'Ada', email: 'ada@x.org', tags: ['a', 'b "c"']},
      {name: 'Bob', settings: {dark: true}},
      {name: 'Cy'},
    ])
    .returning({id: customers.id, settings: customers.settings, tags: customers.tags});
  check('insert', made, [
    {id: 1, settings: {dark: false}, tags: ['a', 'b "c"']},
    {id: 2, settings: {dark: true}, tags: []},
    {id: 3, settings: {dark: false}, tags: []},
  ]);
  const upsert = await db
    .insert(customers)
    .values({id: 3, name: 'Cyd'})
    .onConflictDoUpdate({target: customers.id, set: {name: sql`excluded.name || '!'`}})
    .returning({name: customers.name});
  check('upsert', upsert, [{name: 'Cyd!'}]);
  const nothing = await db.insert(customers).values({name: 'X', email: 'ADA@x.org'}).onConflictDoNothing().returning();
  check('on conflict do nothing', nothing, []);
  const error = await db
    .insert(customers)
    .values({name: 'X', email: 'ADA@x.org'})
    .catch(e => e.cause);
  check('unique', [error.code, error.constraint], ['23505', 'customers_email']);
  await db.insert(orders).values([
    {customer: 1, total: '10.50'},
    {customer: 1, total: '20', state: 'paid', clicks: 9007199254740993n},
    {customer: 2, total: '5', gift: true},
  ]);
  await db.insert(items).values([
    {order: 1, line: 1, what: 'pen'},
    {order: 1, line: 2, what: 'ink'},
    {order: 3, line: 1, what: 'cup'},
  ]);
  const updated = await db
    .update(orders)
    .set({state: 'sent', total: sql`${orders.total} + 1`})
    .where(eq(orders.state, 'paid'))
    .returning();
  check('update', updated, [
    {id: 2, customer: 1, state: 'sent', total: '21.00', clicks: 9007199254740993n, gift: false},
  ]);
  const from = await db
    .update(orders)
    .set({gift: true})
    .from(customers)
    .where(and(eq(orders.customer, customers.id), eq(customers.name, 'Ada')))
    .returning({id: orders.id});
  check('update from', from.map(row => row.id).sort(), [1, 2]);
  const wrong = await db
    .insert(orders)
    .values({customer: 1, total: '-1'})
    .catch(e => e.cause);
  check('check', [wrong.code, wrong.constraint], ['23514', 'total_positive']);
});

await section('reading', async () => {
  check(
    'join',
    await db
      .select({name: customers.name, total: orders.total})
      .from(customers)
      .leftJoin(orders, eq(orders.customer, customers.id))
      .orderBy(customers.id, orders.id),
    [
      {name: 'Ada', total: '10.50'},
      {name: 'Ada', total: '21.00'},
      {name: 'Bob', total: '5.00'},
      {name: 'Cyd!', total: null},
    ],
  );
  check(
    'aggregates',
    await db
      .select({c: orders.customer, n: count(), s: sum(orders.total), a: avg(orders.total), m: max(orders.id)})
      .from(orders)
      .groupBy(orders.customer)
      .having(({n}) => gt(n, 1)),
    [{c: 1, n: 2, s: '31.50', a: '15.7500000000000000', m: 2}],
  );
  check('$count', await db.$count(orders, eq(orders.gift, true)), 3);
  const names = await db.select({name: customers.name}).from(customers).where(ilike(customers.name, 'a%'));
  check('ilike', names, [{name: 'Ada'}]);
  const some = db
    .select({one: sql`1`})
    .from(orders)
    .where(eq(orders.customer, customers.id));
  check('exists', (await db.select().from(customers).where(exists(some))).length, 2);
  const latest = await db
    .selectDistinctOn([orders.customer], {customer: orders.customer, id: orders.id})
    .from(orders)
    .orderBy(orders.customer, desc(orders.id));
  check('distinct on', latest, [
    {customer: 1, id: 2},
    {customer: 2, id: 3},
  ]);
  const big = db.$with('big').as(db.select().from(orders).where(gt(orders.total, '6')));
  check(
    'with',
    (await db.with(big).select({id: big.id}).from(big).orderBy(asc(big.id))).map(row => row.id),
    [1, 2],
  );
  const lateral = db
    .select({what: items.what})
    .from(items)
    .where(eq(items.order, orders.id))
    .orderBy(desc(items.line))
    .limit(1)
    .as('last');
  check(
    'lateral',
    await db
      .select({id: orders.id, what: lateral.what})
      .from(orders)
      .leftJoinLateral(lateral, sql`true`)
      .orderBy(orders.id),
    [
      {id: 1, what: 'ink'},
      {id: 2, what: null},
      {id: 3, what: 'cup'},
    ],
  );
  const other = alias(customers, 'other');
  check(
    'self join',
    (await db.select({a: customers.id, b: other.id}).from(customers).innerJoin(other, gt(other.id, customers.id)))
      .length,
    3,
  );
  check(
    'union',
    (await union(db.select({id: orders.id}).from(orders), db.select({id: customers.id}).from(customers))).length,
    3,
  );
  check('none', await db.select().from(customers).where(inArray(customers.id, [])), []);
  check('null', (await db.select().from(customers).where(isNull(customers.email))).length, 2);
  const prepared = db
    .select({id: orders.id})
    .from(orders)
    .where(eq(orders.customer, sql.placeholder('c')))
    .orderBy(orders.id)
    .prepare('by_customer');
  check('prepared', [await prepared.execute({c: 1}), await prepared.execute({c: 2})], [[{id: 1}, {id: 2}], [{id: 3}]]);
  check(
    'for update',
    (await db.transaction(tx => tx.select().from(orders).for('update', {skipLocked: true}))).length,
    3,
  );
});

await section('relational queries', async () => {
  const found = await db.query.customers.findMany({
    columns: {name: true},
    with: {
      orders: {
        columns: {id: true, total: true},
        orderBy: desc(orders.id),
        with: {items: {columns: {what: true}, orderBy: asc(items.line)}},
      },
    },
    orderBy: asc(customers.id),
    limit: 2,
  });
  check('nested', found, [
    {
      name: 'Ada',
      orders: [
        {id: 2, total: '21', items: []},
        {id: 1, total: '10.5', items: [{what: 'pen'}, {what: 'ink'}]},
      ],
    },
    {name: 'Bob', orders: [{id: 3, total: '5', items: [{what: 'cup'}]}]},
  ]);
  const first = await db.query.orders.findFirst({
    where: eq(orders.id, 3),
    columns: {state: true},
    with: {customer: {columns: {name: true}, extras: {shout: sql`upper(${customers.name})`.as('shout')}}},
  });
  check('one', first, {state: 'open', customer: {name: 'Bob', shout: 'BOB'}});
});

await section('transactions and views', async () => {
  check(
    'view',
    (await db.select().from(openOrders).orderBy(openOrders.id)).map(row => row.id),
    [1, 3],
  );
  await db.refreshMaterializedView(revenue);
  const rows = () => db.select().from(revenue).orderBy(revenue.customer);
  check('materialized view', await rows(), [
    {customer: 1, total: '31.50', n: 2},
    {customer: 2, total: '5.00', n: 1},
  ]);
  await db.transaction(
    async tx => {
      await tx.insert(orders).values({customer: 3, total: '7'});
      await tx
        .transaction(async inner => {
          await inner.delete(items);
          inner.rollback();
        })
        .catch(() => {});
      check('savepoint', await tx.$count(items), 3);
    },
    {isolationLevel: 'repeatable read', accessMode: 'read write'},
  );
  await db
    .transaction(async tx => {
      await tx.delete(items);
      throw new Error('back');
    })
    .catch(() => {});
  check('rolled back', await db.$count(items), 3);
  if (process.env.SERVER !== 'millrace') await db.refreshMaterializedView(revenue);
  check('is fresh', (await rows()).length, 3);
});

await pool.end();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
