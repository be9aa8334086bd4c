import {nextGeneration, withoutIndex} from '../../catalog/alter-table.ts';
import type {Catalog} from '../../catalog/catalog.ts';
import {schemaMissing} from '../../catalog/name-errors.ts';
import {type IndexedRelation, indexesOf, type TableIndex, withIndexes} from '../../catalog/constraints.ts';
import {indexNamed} from '../../catalog/index-named.ts';
import type {CatalogNotice} from '../../catalog/notice.ts';
import {isType, type TableObject} from '../../catalog/object.ts';
import type {Drop} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Execution} from '../api.ts';
import type {CatalogEdit} from '../ddl.ts';
import type {ObjectSpec} from '../engine.ts';
import type {SqlSession} from '../session.ts';
import {tableSpec} from '../table-spec.ts';
import {editCatalog} from './edit-catalog.ts';

type Found = {readonly table: IndexedRelation; readonly index: TableIndex};

/** DROP INDEX. Errors: 42704, 42809, 3F000, 2BP01 a key's index or one that foreign keys need, 0A000, 25001. */
export function dropIndex(statement: Drop, session: SqlSession): Promise<Execution> {
  const {names, behavior, concurrently} = statement;
  const cascade = behavior === 'cascade';
  if (concurrently) {
    const refuse = (what: string) => new SqlError('0A000', `DROP INDEX CONCURRENTLY does not support ${what}`);
    if (names.length > 1) throw refuse('dropping multiple objects');
    if (cascade) throw refuse('CASCADE');
    session.transaction.mustStandAlone('DROP INDEX CONCURRENTLY');
  }
  return editCatalog(session, 'DROP INDEX', fork => dropped(fork, statement, cascade, session.settings.searchPath));
}

function dropped(fork: Catalog, statement: Drop, cascade: boolean, searchPath: readonly string[]): CatalogEdit {
  const notices: CatalogNotice[] = [];
  const targets: Found[] = [];
  for (const {parts} of statement.names) {
    const found = findIndex(fork, parts, statement.ifExists, searchPath);
    if (typeof found === 'string') notices.push({severity: 'NOTICE', code: '00000', message: `${found}, skipping`});
    else if (!targets.some(({index}) => index.oid === found.index.oid)) targets.push(found);
  }
  for (const {table, index} of targets) refuseConstraint(fork, table, index, searchPath);
  const leaning = foreignKeysOn(fork, targets, searchPath);
  if (leaning.length > 0 && !cascade) throw stillNeeded(targets, leaning);
  const changed = new Set<number>();
  for (const {table, key} of leaning) {
    const before = fork.byOid(table.oid) as TableObject;
    const foreignKeys = before.foreignKeys.filter(({oid}) => oid !== key);
    fork.replace(nextGeneration({...before, foreignKeys}));
    changed.add(table.oid);
  }
  for (const {table, index} of targets) {
    const before = fork.byOid(table.oid) as IndexedRelation;
    changed.add(table.oid);
    fork.replace(
      before.kind === 'table'
        ? withoutIndex(before, index)
        : withIndexes(
            before,
            indexesOf(before).filter(({oid}) => oid !== index.oid),
          ),
    );
  }
  const tables = [...changed].map(oid => fork.byOid(oid)).filter(object => object?.kind === 'table');
  const specs = new Map<number, ObjectSpec>(tables.map(table => [table.oid, tableSpec(table)]));
  return {specs, notices: [...notices, ...cascades(leaning)], tag: 'DROP INDEX'};
}

function findIndex(
  catalog: Catalog,
  parts: readonly string[],
  ifExists: boolean,
  searchPath: readonly string[],
): Found | string {
  const name = parts[parts.length - 1];
  const missing = (error: SqlError): string => {
    if (ifExists) return error.message;
    throw error;
  };
  if (parts.length > 1 && !catalog.hasSchema(parts[parts.length - 2])) {
    return missing(schemaMissing(parts[parts.length - 2]));
  }
  const found = indexNamed(catalog, parts, searchPath);
  if (found) return found;
  const other = catalog.find(parts, searchPath);
  if (!other || other.kind === 'schema' || (other.kind !== 'system' && isType(other))) {
    return missing(new SqlError('42704', `index "${name}" does not exist`));
  }
  const kind = other.kind === 'system' ? 'table' : other.kind;
  throw new SqlError('42809', `"${name}" is not an index`, {
    hint: `Use DROP ${kind.toUpperCase()} to remove a ${kind}.`,
  });
}

function refuseConstraint(
  catalog: Catalog,
  table: IndexedRelation,
  {name, constraint}: TableIndex,
  searchPath: readonly string[],
): void {
  if (!constraint) return;
  const what = `constraint ${name} on table ${catalog.displayName(table, searchPath)}`;
  throw new SqlError('2BP01', `cannot drop index ${name} because ${what} requires it`, {
    hint: `You can drop ${what} instead.`,
  });
}

type Leaning = {readonly table: TableObject; readonly key: number; readonly text: string; readonly on: string};

function foreignKeysOn(catalog: Catalog, targets: readonly Found[], searchPath: readonly string[]): Leaning[] {
  return targets.flatMap(({index}) =>
    catalog.ofKind('table').flatMap(table =>
      table.foreignKeys
        .filter(key => key.index === index.oid)
        .map(key => ({
          table,
          key: key.oid,
          text: `constraint ${key.name} on table ${catalog.displayName(table, searchPath)}`,
          on: index.name,
        })),
    ),
  );
}

function stillNeeded(targets: readonly Found[], leaning: readonly Leaning[]): SqlError {
  const message =
    targets.length === 1
      ? `cannot drop index ${targets[0].index.name} because other objects depend on it`
      : 'cannot drop desired object(s) because other objects depend on them';
  return new SqlError('2BP01', message, {
    detail: leaning.map(({text, on}) => `${text} depends on index ${on}`).join('\n'),
    hint: 'Use DROP ... CASCADE to drop the dependent objects too.',
  });
}

function cascades(leaning: readonly Leaning[]): CatalogNotice[] {
  if (leaning.length === 0) return [];
  const lines = leaning.map(({text}) => `drop cascades to ${text}`);
  const message = lines.length === 1 ? lines[0] : `drop cascades to ${lines.length} other objects`;
  return [{severity: 'NOTICE', code: '00000', message, detail: lines.length === 1 ? undefined : lines.join('\n')}];
}
