import {SqlError, notSupported} from '../types/sql-error.ts';
import {kindName, typeByName} from '../types/type-names.ts';
import {schemaMissing} from './catalog.ts';
import type {Catalog, NamedObject} from './catalog.ts';
import {signatureText} from './function-signature.ts';
import {indexNamed} from './index-named.ts';
import type {CatalogNotice} from './notice.ts';
import {isType} from './object.ts';
import type {CatalogObject, ObjectKind, TableObject} from './object.ts';
import {systemSchemas} from './system/index.ts';
import {ownedSequences, partsThatNeed, type TablePart} from './table-parts.ts';
import {columnsOfType} from './user-types.ts';

export type DropRequest = {
  readonly kind: ObjectKind;
  /** Qualified names, as written. */
  readonly names: readonly (readonly string[])[];
  readonly ifExists: boolean;
  readonly cascade: boolean;
};

/** What a DROP takes away, dependents first, and what it tells the client. */
export type DropPlan = {
  readonly objects: readonly CatalogObject[];
  /** Tables that stay, without what needed something that goes. */
  readonly changed: readonly TableObject[];
  readonly notices: readonly CatalogNotice[];
};

/** What hangs on something that goes, as messages tell it. */
type Dependency = {readonly text: string; readonly on: CatalogObject};

/**
 * Finds what a DROP removes; `catalog.remove` then does it. Errors: 42P01 and 3F000 not there, 42809 of another kind,
 * 2BP01 others depend on it (without CASCADE), 42501 a system relation.
 */
export function planDrop(catalog: Catalog, request: DropRequest, searchPath: readonly string[]): DropPlan {
  const notices: CatalogNotice[] = [];
  const targets: CatalogObject[] = [];
  for (const parts of request.names) {
    const found = findTarget(catalog, request, parts, searchPath);
    if (typeof found === 'string') notices.push({severity: 'NOTICE', code: '00000', message: `${found}, skipping`});
    else if (!targets.includes(found)) targets.push(found);
  }
  refuseMultiranges(catalog, targets);
  const plan = planDropOf(catalog, targets, request.cascade, searchPath);
  return {...plan, notices: [...notices, ...plan.notices]};
}

/** As `planDrop`, of objects that are found already. Errors: 2BP01. */
export function planDropOf(
  catalog: Catalog,
  targets: readonly CatalogObject[],
  cascade: boolean,
  searchPath: readonly string[],
): DropPlan {
  const notices: CatalogNotice[] = [];
  refuseIdentity(catalog, targets);
  const all = withMultiranges(catalog, targets);
  const dependents = dependentsOf(catalog, all);
  const going = [...dependents.map(({object}) => object).reverse(), ...all];
  refuseColumns(catalog, cascade, going, {targets, dependents}, searchPath);
  const objects = [...ownedSequences(catalog, going), ...going];
  const parts = partsThatNeed(catalog, objects);
  const describe = (object: NamedObject) => `${nounOf(object)} ${shownName(catalog, object, searchPath)}`;
  const dependencies: Dependency[] = [
    ...dependents.filter(isReported).map(({object, on}) => ({text: describe(object), on})),
    ...parts.map(({text, table, on}) => ({text: text(catalog.displayName(table, searchPath)), on})),
  ];
  if (dependencies.length > 0) {
    if (!cascade) throw stillNeeded(describe, targets, dependencies);
    notices.push(cascadeNotice(dependencies));
  }
  return {objects, changed: withoutParts(parts), notices};
}

function withoutParts(parts: readonly TablePart[]): TableObject[] {
  const tables = new Map<number, TableObject>();
  for (const {table, without} of parts) tables.set(table.oid, without(tables.get(table.oid) ?? table));
  return [...tables.values()];
}

/** A multirange goes with its range. */
function withMultiranges(catalog: Catalog, targets: readonly CatalogObject[]): CatalogObject[] {
  const partners = targets.flatMap(target => {
    const partner = target.kind === 'type' && target.form.type === 'range' ? catalog.byOid(target.form.partner) : null;
    return partner && partner.kind !== 'system' && !targets.includes(partner) ? [partner] : [];
  });
  return [...partners, ...targets];
}

/** And not without it. Errors: 2BP01. */
function refuseMultiranges(catalog: Catalog, targets: readonly CatalogObject[]): void {
  for (const target of targets) {
    if (target.kind !== 'type' || target.form.type !== 'multirange') continue;
    const range = catalog.byOid(target.form.partner)!;
    if (targets.some(({oid}) => oid === range.oid)) continue;
    throw new SqlError('2BP01', `cannot drop type ${target.name} because type ${range.name} requires it`, {
      hint: `You can drop type ${range.name} instead.`,
    });
  }
}

/** A sequence that is a column's identity goes with that alone. */
function refuseIdentity(catalog: Catalog, targets: readonly CatalogObject[]): void {
  for (const target of targets) {
    if (target.kind !== 'sequence' || !target.identity || !target.ownedBy) continue;
    const table = catalog.byOid(target.ownedBy.table);
    if (table?.kind !== 'table') continue;
    const column = `column ${table.columns[target.ownedBy.column].name} of table ${table.name}`;
    throw new SqlError('2BP01', `cannot drop sequence ${target.name} because ${column} requires it`, {
      hint: `You can drop ${column} instead.`,
    });
  }
}

function findTarget(
  catalog: Catalog,
  request: DropRequest,
  parts: readonly string[],
  searchPath: readonly string[],
): CatalogObject | string {
  const missing = (error: SqlError) => {
    if (request.ifExists) return error.message;
    throw error;
  };
  const name = parts[parts.length - 1];
  if (request.kind === 'schema') {
    if (systemSchemas.has(name)) {
      throw new SqlError('2BP01', `cannot drop schema ${name} because it is required by the database system`);
    }
    return catalog.schema(name) ?? missing(schemaMissing(name));
  }
  if (parts.length === 2 && !catalog.hasSchema(parts[0])) return missing(schemaMissing(parts[0]));
  if (request.kind === 'type' || request.kind === 'domain')
    return findType(catalog, request.kind, parts, searchPath, missing);
  const object = catalog.find(parts, searchPath);
  if (!object && indexNamed(catalog, parts, searchPath)) {
    throw new SqlError('42809', `"${name}" is not a ${request.kind}`, {hint: 'Use DROP INDEX to remove an index.'});
  }
  if (!object || isType(object)) return missing(new SqlError('42P01', `${request.kind} "${name}" does not exist`));
  if (object.kind === 'system') {
    throw new SqlError('42501', `permission denied: "${object.name}" is a system catalog`);
  }
  if (object.kind !== request.kind) throw wrongKind(object, request.kind);
  return object;
}

function findType(
  catalog: Catalog,
  kind: 'type' | 'domain',
  parts: readonly string[],
  searchPath: readonly string[],
  missing: (error: SqlError) => string,
): CatalogObject | string {
  const builtIn = parts[0] === 'pg_catalog' || parts.length === 1 ? typeByName(parts[parts.length - 1]) : undefined;
  if (builtIn) {
    if (kind === 'domain') throw new SqlError('42809', `"${kindName(builtIn)}" is not a domain`);
    throw new SqlError('2BP01', `cannot drop type ${kindName(builtIn)} because it is required by the database system`);
  }
  const object = catalog.findType(parts, searchPath);
  if (!object) return missing(new SqlError('42704', `type "${parts.join('.')}" does not exist`));
  if (kind === 'domain' && object.kind !== 'domain') throw new SqlError('42809', `"${object.name}" is not a domain`);
  if (isType(object)) return object;
  throw new SqlError('2BP01', `cannot drop type ${object.name} because ${object.kind} ${object.name} requires it`, {
    hint: `You can drop ${object.kind} ${object.name} instead.`,
  });
}

/**
 * Columns of tables that stay while their type goes. Postgres takes them out where CASCADE says so. Errors: 2BP01, 0A000.
 */
function refuseColumns(
  catalog: Catalog,
  cascade: boolean,
  going: readonly CatalogObject[],
  {targets, dependents}: {readonly targets: readonly CatalogObject[]; readonly dependents: readonly Dependent[]},
  searchPath: readonly string[],
): void {
  const types = going.filter(isType);
  const used = types.flatMap(type =>
    columnsOfType(catalog, type.oid)
      .filter(({table}) => !going.includes(table))
      .map(({table, index}) => ({type, table, index})),
  );
  if (used.length === 0) return;
  const column = (table: TableObject, index: number) =>
    `column ${table.columns[index].name} of table ${catalog.displayName(table, searchPath)}`;
  if (cascade) {
    throw notSupported(`DROP … CASCADE of a type that ${column(used[0].table, used[0].index)} uses`);
  }
  const shown = (type: CatalogObject) => `type ${catalog.displayName(type, searchPath)}`;
  const lines = [
    ...dependents
      .filter(({object, on}) => isType(object) && isType(on) && isReported({object, on}))
      .map(({object, on}) => `${shown(object)} depends on ${shown(on)}`),
    ...used.map(({type, table, index}) => `${column(table, index)} depends on ${shown(type)}`),
  ];
  throw new SqlError('2BP01', `cannot drop type ${targets[0].name} because other objects depend on it`, {
    detail: lines.join('\n'),
    hint: 'Use DROP ... CASCADE to drop the dependent objects too.',
  });
}

/** 42809, with the statement that would have been right. */
export function wrongKind(object: CatalogObject, wanted: ObjectKind): SqlError {
  const article = (kind: string) => (/^[aeiou]/.test(kind) ? 'an' : 'a');
  return new SqlError('42809', `"${object.name}" is not ${article(wanted)} ${wanted}`, {
    hint: `Use DROP ${object.kind.toUpperCase()} to remove ${article(object.kind)} ${object.kind}.`,
  });
}

type Dependent = {readonly object: CatalogObject; readonly on: CatalogObject};

/** A multirange is a part of its range. */
function isReported({object, on}: Dependent): boolean {
  return object.kind !== 'type' || object.form.type !== 'multirange' || object.form.partner !== on.oid;
}

/** Everything that hangs on the targets, each once, with what it was reached from, depth first. */
function dependentsOf(catalog: Catalog, targets: readonly CatalogObject[]): Dependent[] {
  const found: Dependent[] = [];
  const seen = new Set(targets.map(target => target.oid));
  const visit = (on: CatalogObject) => {
    for (const object of catalog.dependents(on.oid)) {
      if (seen.has(object.oid)) continue;
      seen.add(object.oid);
      found.push({object, on});
      visit(object);
    }
  };
  for (const target of targets) visit(target);
  return found;
}

function stillNeeded(
  describe: (object: NamedObject) => string,
  targets: readonly CatalogObject[],
  dependencies: readonly Dependency[],
): SqlError {
  const message =
    targets.length === 1
      ? `cannot drop ${describe(targets[0])} because other objects depend on it`
      : 'cannot drop desired object(s) because other objects depend on them';
  return new SqlError('2BP01', message, {
    detail: dependencies.map(({text, on}) => `${text} depends on ${describe(on)}`).join('\n'),
    hint: 'Use DROP ... CASCADE to drop the dependent objects too.',
  });
}

function shownName(catalog: Catalog, object: NamedObject, searchPath: readonly string[]): string {
  return object.kind === 'function' ? signatureText(object) : catalog.displayName(object, searchPath);
}

/** A domain is a type to whoever depends on it. */
function nounOf({kind}: NamedObject): string {
  return kind === 'domain' ? 'type' : kind;
}

function cascadeNotice(dependencies: readonly Dependency[]): CatalogNotice {
  const lines = dependencies.map(({text}) => `drop cascades to ${text}`);
  if (lines.length === 1) return {severity: 'NOTICE', code: '00000', message: lines[0]};
  return {
    severity: 'NOTICE',
    code: '00000',
    message: `drop cascades to ${lines.length} other objects`,
    detail: lines.join('\n'),
  };
}
