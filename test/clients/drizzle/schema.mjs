// The tables of the test, as an application would declare them; drizzle-kit makes migrations of it.
import {relations, sql} from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  numeric,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

export const shop = pgSchema('shop');
export const state = shop.enum('state', ['open', 'paid', 'sent']);

export const customers = shop.table(
  'customers',
  {
    id: integer().primaryKey().generatedByDefaultAsIdentity(),
    name: text().notNull(),
    email: text(),
    settings: jsonb().$type().default({dark: false}).notNull(),
    tags: text().array().default([]).notNull(),
    since: timestamp({withTimezone: true}).defaultNow().notNull(),
  },
  table => [
    uniqueIndex('customers_email').on(sql`lower(${table.email})`),
    index('customers_name').on(table.name.desc()),
  ],
);

export const orders = shop.table(
  'orders',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    customer: integer()
      .notNull()
      .references(() => customers.id, {onDelete: 'cascade'}),
    state: state().default('open').notNull(),
    total: numeric({precision: 10, scale: 2}).notNull(),
    clicks: bigint({mode: 'bigint'})
      .default(sql`0`)
      .notNull(),
    gift: boolean().default(false).notNull(),
  },
  table => [check('total_positive', sql`${table.total} >= 0`)],
);

export const items = shop.table(
  'items',
  {
    order: integer()
      .notNull()
      .references(() => orders.id),
    line: integer().notNull(),
    what: text().notNull(),
  },
  table => [primaryKey({columns: [table.order, table.line]})],
);

export const revenue = shop.materializedView('revenue').as(qb =>
  qb
    .select({
      customer: orders.customer,
      total: sql`sum(${orders.total})`.as('total'),
      n: sql`count(*)`.mapWith(Number).as('n'),
    })
    .from(orders)
    .groupBy(orders.customer),
);
export const openOrders = shop.view('open_orders').as(qb =>
  qb
    .select()
    .from(orders)
    .where(sql`${orders.state} = 'open'`),
);

export const customersRelations = relations(customers, ({many}) => ({orders: many(orders)}));
export const ordersRelations = relations(orders, ({one, many}) => ({
  customer: one(customers, {fields: [orders.customer], references: [customers.id]}),
  items: many(items),
}));
export const itemsRelations = relations(items, ({one}) => ({
  order: one(orders, {fields: [items.order], references: [orders.id]}),
}));
