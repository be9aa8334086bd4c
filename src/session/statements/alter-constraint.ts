import {nextGeneration} from '../../catalog/alter-table.ts';
import {planDropOf} from '../../catalog/drop.ts';
import type {TableObject} from '../../catalog/object.ts';
import {bindAddedConstraint} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {CatalogEdit} from '../ddl.ts';
import {type Action, type Alteration, cascades, change, currentTable, demand, specsOf, tableOf} from './alteration.ts';
import {viewsGroupedBy, whatLeansOn} from './grouped-views.ts';
import {definingOptions} from './planned.ts';

export async function addTableConstraint({constraint}: Action<'add_constraint'>, to: Alteration): Promise<void> {
  const {session, sql} = to;
  if ('index' in constraint && constraint.index !== null && constraint.name !== null) {
    const {index, name} = constraint;
    if (index !== name && session.catalog.indexInSchema(currentTable(to).schema, index)) {
      const message = `ALTER TABLE / ADD CONSTRAINT USING INDEX will rename index "${index}" to "${name}"`;
      session.notice('NOTICE', '00000', message);
    }
  }
  await demand(to, (table, fork) =>
    nextGeneration(bindAddedConstraint(table, constraint, {...definingOptions(session, sql), catalog: fork})),
  );
}

export async function dropConstraint(
  {name, ifExists, behavior}: Action<'drop_constraint'>,
  to: Alteration,
): Promise<void> {
  const {session} = to;
  const before = currentTable(to);
  const named = [...before.indexes.filter(({constraint}) => constraint), ...before.checks, ...before.foreignKeys];
  const found = named.find(part => part.name === name);
  if (!found) {
    const error = new SqlError('42704', `constraint "${name}" of relation "${before.name}" does not exist`);
    if (!ifExists) throw error;
    session.notice('NOTICE', '00000', `${error.message}, skipping`);
    return;
  }
  const {notices} = await session.transaction.edit((fork): CatalogEdit => {
    const path = session.settings.searchPath;
    const leaning = fork.ofKind('table').filter(({foreignKeys}) => foreignKeys.some(({index}) => index === found.oid));
    const texts = leaning.flatMap(table =>
      table.foreignKeys
        .filter(({index}) => index === found.oid)
        .map(key => `constraint ${key.name} on table ${fork.displayName(table, path)}`),
    );
    if (texts.length > 0 && behavior !== 'cascade') {
      const what = `constraint ${name} on table ${fork.displayName(before, path)}`;
      throw new SqlError('2BP01', `cannot drop ${what} because other objects depend on it`, {
        detail: texts.map(text => `${text} depends on index ${name}`).join('\n'),
        hint: 'Use DROP ... CASCADE to drop the dependent objects too.',
      });
    }
    const grouped = viewsGroupedBy(fork, before, found.oid, session);
    if (grouped.length > 0 && behavior !== 'cascade') {
      const what = `constraint ${name} on table ${fork.displayName(before, path)}`;
      throw new SqlError('2BP01', `cannot drop ${what} because other objects depend on it`, {
        detail: [
          ...grouped.map(view => `${view.kind} ${fork.displayName(view, path)} depends on ${what}`),
          ...whatLeansOn(fork, grouped, path),
        ].join('\n'),
        hint: 'Use DROP ... CASCADE to drop the dependent objects too.',
      });
    }
    const gone = planDropOf(fork, grouped, true, path).objects;
    texts.push(...gone.map(view => `${view.kind} ${fork.displayName(view, path)}`).reverse());
    fork.remove(gone.map(({oid}) => oid));
    const without = (table: TableObject): TableObject =>
      nextGeneration({
        ...table,
        indexes: table.indexes.filter(({oid}) => oid !== found.oid),
        checks: table.checks.filter(({oid}) => oid !== found.oid),
        foreignKeys: table.foreignKeys.filter(({oid, index}) => oid !== found.oid && index !== found.oid),
      });
    const tables = [...new Set([before.oid, ...leaning.map(({oid}) => oid)])].map(oid => without(tableOf(fork, oid)));
    for (const table of tables) fork.replace(table);
    return {specs: specsOf(tables), notices: cascades(texts), tag: ''};
  });
  for (const {severity, code, message, detail} of notices) session.notice(severity, code, message, detail);
}

export async function validateConstraint({name}: Action<'validate_constraint'>, to: Alteration): Promise<void> {
  const before = currentTable(to);
  if (![...before.checks, ...before.foreignKeys].some(part => part.name === name)) {
    const other = before.indexes.some(index => index.name === name);
    throw other
      ? new SqlError(
          '42809',
          `constraint "${name}" of relation "${before.name}" is not a foreign key or check constraint`,
        )
      : new SqlError('42704', `constraint "${name}" of relation "${before.name}" does not exist`);
  }
  const valid = <T extends {readonly name: string}>(part: T): T =>
    part.name === name ? {...part, validated: true} : part;
  await demand(to, table =>
    nextGeneration({...table, checks: table.checks.map(valid), foreignKeys: table.foreignKeys.map(valid)}),
  );
}

/** ALTER CONSTRAINT: when a foreign key is checked. Errors: 42704, 42809. */
export async function alterConstraint({name, attributes}: Action<'alter_constraint'>, to: Alteration): Promise<void> {
  for (const [word, asked] of [
    ['NO INHERIT', attributes.noInherit],
    ['NOT VALID', attributes.notValid],
  ] as const) {
    if (asked) throw new SqlError('0A000', `FOREIGN KEY constraints cannot be marked ${word}`);
  }
  const before = currentTable(to);
  if (!before.foreignKeys.some(key => key.name === name)) {
    const other = [...before.indexes.filter(({constraint}) => constraint), ...before.checks].some(
      part => part.name === name,
    );
    const of = `constraint "${name}" of relation "${before.name}"`;
    throw other
      ? new SqlError('42809', `${of} is not a foreign key constraint`)
      : new SqlError('42704', `${of} does not exist`);
  }
  const deferred = attributes.initiallyDeferred === true;
  const deferrable = attributes.deferrable ?? deferred;
  await change(to, table => ({
    ...nextGeneration(table),
    foreignKeys: table.foreignKeys.map(key => (key.name === name ? {...key, deferrable, deferred} : key)),
  }));
}
