import type {Catalog} from '../../catalog/catalog.ts';
import type {CatalogNotice} from '../../catalog/notice.ts';
import type {CatalogColumn, CatalogObject, MaterializedViewObject, SequenceObject} from '../../catalog/object.ts';
import {isType} from '../../catalog/object.ts';
import {sequencesIn} from '../../catalog/table-parts.ts';
import {quoteIdentifier} from '../../expr/text/quote.ts';
import type {Alter, AlterObject, AlterSchema, QualifiedName, Rename} from '../../sql/ast/index.ts';
import {bindViewOptions, viewOptionNames} from '../../sql/bind/index.ts';
import {refuseSystemName} from '../../sql/bind/system-columns.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import type {Execution} from '../api.ts';
import type {CatalogEdit} from '../ddl.ts';
import type {ObjectSpec} from '../engine.ts';
import type {SqlSession} from '../session.ts';
import {alteredView} from './alter-view.ts';
import {changedOwner} from './change-owner.ts';
import {withMask} from './masking.ts';
import {deadLetterTableName} from './create-source.ts';
import {editCatalog} from './edit-catalog.ts';
import {bindOptions} from './planned.ts';
import {refuseViews} from './type-users.ts';

// ALTER of what is neither a table nor a type: views, materialized views, sources, sinks, sequences and schemas. ALTER TABLE
// comes here too if it names one of them, since Postgres lets it.

/** What stands after ALTER, if not the kind of the object. */
export type WrittenAs = {readonly writtenAs?: AlterObject};

type Changed = {readonly objects: readonly CatalogObject[]; readonly specs?: readonly ObjectSpec[]};

const SERVED: readonly AlterObject[] = ['view', 'materialized view', 'source', 'sink', 'schema', 'sequence'];

export function isServed(object: AlterObject): boolean {
  return SERVED.includes(object);
}

/** RENAME TO, RENAME COLUMN. Errors: 42P01, 42809, 42703, 42701, 42P07, 0A000 of a sequence that a view's text names. */
export function renameRelation(statement: Rename & WrittenAs, session: SqlSession): Promise<Execution> {
  const {object, part, from, to} = statement;
  return changing(statement, session, (fork, found) => {
    if (part === 'constraint') {
      throw new SqlError('42704', `constraint "${from!}" for table "${found.name}" does not exist`);
    }
    if (found.kind === 'schema') return {objects: renamedSchema(fork, found, to)};
    const what = `ALTER ${object.toUpperCase()} … RENAME`;
    if (found.kind === 'sequence') refuseViews(fork, what, found.oid);
    if (found.kind === 'sequence' && part === 'object') return {objects: renamedSequence(fork, found, to)};
    if (part === 'object') return withLetters(fork, {...found, name: to}, found);
    if (found.kind !== 'view' && found.kind !== 'materialized view') throw notSupported(`${what} COLUMN`);
    if (!found.columns.some(({name}) => name === from)) throw new SqlError('42703', `column "${from!}" does not exist`);
    if (found.columns.some(({name}) => name === to)) {
      throw new SqlError('42701', `column "${to}" of relation "${found.name}" already exists`);
    }
    if (found.kind !== 'view') refuseSystemName(to);
    const columns = found.columns.map(column => (column.name === from ? {...column, name: to} : column));
    return {objects: [{...found, columns}]};
  });
}

/** SET SCHEMA. Errors: 3F000, 42P07, 0A000 of a sequence that a column owns or a view's text names. */
export function setSchema(statement: AlterSchema & WrittenAs, session: SqlSession): Promise<Execution> {
  return changing(statement, session, (fork, found) => {
    if (!fork.schema(statement.schema)) throw new SqlError('3F000', `schema "${statement.schema}" does not exist`);
    if (found.kind === 'sequence') refuseViews(fork, 'ALTER SEQUENCE … SET SCHEMA', found.oid);
    if (found.kind === 'sequence' && found.ownedBy) {
      throw new SqlError('0A000', 'cannot move an owned sequence into another schema', {
        detail: `Sequence "${found.name}" is linked to table "${ownerOf(fork, found)}".`,
      });
    }
    return withLetters(fork, {...found, schema: statement.schema}, found);
  });
}

/** OWNER TO, SET (…), RESET (…). Errors: 42704 no such role, 22023, 0A000. */
export function alterRelation(statement: Alter & WrittenAs, session: SqlSession, sql: string): Promise<Execution> {
  return changing(statement, session, (fork, found) => {
    let object = found;
    for (const change of statement.actions) {
      if (change.action === 'owner_to') object = changedOwner(fork, object, change.role, session);
      else if (change.action === 'set_masking') object = withMask(fork, object, change, session);
      else if (
        (change.action === 'set_options' || change.action === 'reset_options') &&
        object.kind === 'materialized view'
      ) {
        object = withOptions(object, change, session, sql);
      } else if (object.kind === 'view') {
        object = alteredView(fork, object, change, session, sql);
      } else {
        const action = change.action.replaceAll('_', ' ').toUpperCase();
        throw notSupported(`ALTER ${statement.object.toUpperCase()} … ${action}`);
      }
    }
    const spec = session.spec(object.oid);
    if (object.kind !== 'materialized view' || spec?.kind !== 'view') return {objects: [object]};
    const onError = object.options['on_error'] === 'quarantine' ? 'quarantine' : 'raise';
    return {objects: [object], specs: onError === spec.onError ? [] : [{...spec, onError}]};
  });
}

function withOptions(
  view: MaterializedViewObject,
  change: Extract<Alter['actions'][number], {action: 'set_options' | 'reset_options'}>,
  session: SqlSession,
  sql: string,
): MaterializedViewObject {
  if (change.action === 'set_options') {
    return {...view, options: {...view.options, ...bindViewOptions(change.options, bindOptions(session, sql))}};
  }
  const gone = change.options.map(({name}) => name);
  const unknown = gone.find(name => !viewOptionNames.includes(name));
  if (unknown) throw new SqlError('22023', `unrecognized parameter "${unknown}"`);
  return {...view, options: Object.fromEntries(Object.entries(view.options).filter(([name]) => !gone.includes(name)))};
}

/** Runs the change of one object that is named; IF EXISTS makes of a missing one a notice. */
function changing(
  statement: WrittenAs & {readonly object: AlterObject; readonly name: QualifiedName; readonly ifExists: boolean},
  session: SqlSession,
  change: (fork: Catalog, found: CatalogObject) => Changed,
): Promise<Execution> {
  const tag = `ALTER ${(statement.writtenAs ?? statement.object).toUpperCase()}`;
  return editCatalog(session, tag, (fork): CatalogEdit => {
    const found = find(fork, statement.object, statement.name.parts, session.settings.searchPath);
    if (found instanceof SqlError) {
      if (!statement.ifExists) throw found;
      const notice: CatalogNotice = {severity: 'NOTICE', code: '00000', message: `${found.message}, skipping`};
      return {specs: new Map(), notices: [notice], tag};
    }
    const {objects, specs = []} = change(fork, found);
    for (const object of objects) fork.replace(object);
    return {specs: new Map(specs.map(spec => [spec.oid, spec])), notices: [], tag};
  });
}

function find(
  catalog: Catalog,
  kind: AlterObject,
  parts: readonly string[],
  searchPath: readonly string[],
): CatalogObject | SqlError {
  if (kind === 'schema') {
    return catalog.schema(parts[0]) ?? new SqlError('3F000', `schema "${parts[0]}" does not exist`);
  }
  const found = catalog.find(parts, searchPath);
  if (!found || isType(found)) return new SqlError('42P01', `relation "${parts.join('.')}" does not exist`);
  if (found.kind === 'system') throw new SqlError('42501', `permission denied: "${found.name}" is a system catalog`);
  if (found.kind !== kind) throw new SqlError('42809', `"${found.name}" is not a ${kind}`);
  return found;
}

/** Defaults show the new name. */
function renamedSequence(catalog: Catalog, sequence: SequenceObject, to: string): CatalogObject[] {
  const filled = [...catalog.ofKind('table'), ...catalog.ofKind('view')].filter(({columns}) =>
    columns.some(column => fillsFrom(column, sequence)),
  );
  const tables = filled.map(table => ({
    ...table,
    columns: table.columns.map(column =>
      fillsFrom(column, sequence)
        ? {...column, default: {...column.default!, text: `nextval('${quoteIdentifier(to)}'::regclass)`}}
        : column,
    ),
  }));
  return [{...sequence, name: to}, ...tables];
}

/** Its default is nextval() of the sequence and nothing else. */
function fillsFrom({default: value}: CatalogColumn, {oid, name}: SequenceObject): boolean {
  if (!value || !sequencesIn(value.expr).includes(oid)) return false;
  return value.text
    .replaceAll(/\s/g, '')
    .toLowerCase()
    .startsWith(`nextval('${quoteIdentifier(name)}'`);
}

export function ownerOf(catalog: Catalog, {ownedBy}: SequenceObject): string {
  return ownedBy ? (catalog.byOid(ownedBy.table)?.name ?? '') : '';
}

/** A source goes together with the table of what it could not read. */
function withLetters(catalog: Catalog, changed: CatalogObject, before: CatalogObject): Changed {
  if (before.kind !== 'source') return {objects: [changed]};
  const letters = catalog.inSchema(before.schema, deadLetterTableName(before.name));
  if (letters?.kind !== 'table') return {objects: [changed]};
  refuseViews(catalog, 'ALTER SOURCE', letters.oid);
  return {objects: [changed, {...letters, name: deadLetterTableName(changed.name), schema: changed.schema}]};
}

/** Errors: 42939, 0A000 while a view was written with the schema in sight. */
function renamedSchema(catalog: Catalog, schema: CatalogObject, to: string): CatalogObject[] {
  if (to.startsWith('pg_')) {
    throw new SqlError('42939', `unacceptable schema name "${to}"`, {
      detail: 'The prefix "pg_" is reserved for system schemas.',
    });
  }
  if (catalog.hasSchema(to)) throw new SqlError('42P06', `schema "${to}" already exists`);
  const inside = [...catalog.all()].filter(object => object.schema === schema.name);
  for (const object of catalog.all()) {
    if ('searchPath' in object && object.searchPath.includes(schema.name)) {
      throw notSupported(`ALTER SCHEMA … RENAME while ${object.kind} "${object.name}" looks for names there`);
    }
  }
  for (const {oid} of inside) refuseViews(catalog, 'ALTER SCHEMA … RENAME', oid);
  return [{...schema, name: to}, ...inside.map(object => ({...object, schema: to}))];
}
