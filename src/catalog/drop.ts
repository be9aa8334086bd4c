import {SqlError, type SqlErrorFields, notSupported} from '../types/sql-error.ts';
import {kindName, typeByName} from '../types/type-names.ts';
import {rowTypeOid} from '../types/user-types.ts';
import {schemaMissing} from './name-errors.ts';
import type {Catalog, NamedObject} from './catalog.ts';
import {collationName} from './collation.ts';
import {type CallingPart, generatedByCalling, type Holder, partsCalling} from './calling-parts.ts';
import {procedureText} from './callable-identifier.ts';
import {DependencyIndex} from './dependency-index.ts';
import {indexNamed} from './index-named.ts';
import {withoutColumn} from './alter-table.ts';
import type {ForeignKey} from './constraints.ts';
import type {CatalogNotice} from './notice.ts';
import {isRelation, isType} from './object.ts';
import type {CatalogObject, FunctionObject, ObjectKind, TableObject, ViewObject} from './object.ts';
import {systemSchemas} from './system/index.ts';
import {
  ownedSequences,
  partsThatNeed,
  readsColumn,
  type TablePart,
  type ViewPart,
  viewPartsThatNeed,
} from './table-parts.ts';
import {mentions, type ColumnOfType} from './user-types.ts';

export type DropRequest = {
  readonly kind: ObjectKind;
  /** Qualified names, as written. */
  readonly names: readonly (readonly string[])[];
  readonly ifExists: boolean;
  readonly cascade: boolean;
};

/** 2BP01, which is over when these have gone. */
export class StillNeeded extends SqlError {
  readonly by: readonly CatalogObject[];

  constructor(by: readonly CatalogObject[], message: string, fields: SqlErrorFields) {
    super('2BP01', message, fields);
    this.by = by;
  }
}

/** What a DROP takes away, dependents first, and what it tells the client. */
export type DropPlan = {
  readonly objects: readonly CatalogObject[];
  /** Tables that stay, without what needed something that goes. */
  readonly changed: readonly TableObject[];
  /** Views and domains that stay, likewise. */
  readonly others: readonly CatalogObject[];
  readonly notices: readonly CatalogNotice[];
};

/** How many of the objects that hang on what goes Postgres tells its client of. */
const MAX_REPORTED = 100;

/** What hangs on something that goes, as messages tell it. */
type Dependency = {readonly text: string; readonly on: Needed; readonly byRowType?: boolean};

/**
 * Finds what a DROP removes; `catalog.remove` then does it. Errors: 42P01 and 3F000 not there, 42809 of another kind,
 * 2BP01 others depend on it (without CASCADE), 42501 a system relation.
 */
export function planDrop(
  catalog: Catalog,
  request: DropRequest,
  searchPath: readonly string[],
  readers?: ColumnReaders,
): DropPlan {
  const notices: CatalogNotice[] = [];
  const targets: CatalogObject[] = [];
  for (const parts of request.names) {
    const found = findTarget(catalog, request, parts, searchPath);
    if (typeof found === 'string') notices.push({severity: 'NOTICE', code: '00000', message: `${found}, skipping`});
    else if (!targets.includes(found)) targets.push(found);
  }
  refuseMultiranges(catalog, targets);
  const plan = planDropOf(catalog, targets, request.cascade, searchPath, readers);
  return {...plan, notices: [...notices, ...plan.notices]};
}

/** As `planDrop`, of objects that are found already. Errors: 2BP01. */
export function planDropOf(
  catalog: Catalog,
  targets: readonly CatalogObject[],
  cascade: boolean,
  searchPath: readonly string[],
  readers: ColumnReaders = () => [],
): DropPlan {
  const notices: CatalogNotice[] = [];
  refuseIdentity(catalog, targets);
  const all = withMultiranges(catalog, targets);
  const found = dependentsOf(catalog, all, readers);
  const dependents = found.filter(dependent => 'object' in dependent);
  const partners = all.filter(object => !targets.includes(object));
  const going = [...dependents.map(({object}) => object).reverse(), ...partners, ...targets];
  // A column's sequence goes with its table without a word.
  const gone = new Set(going.map(({oid}) => oid));
  const isPart = (object: CatalogObject): boolean =>
    (object.kind === 'sequence' && object.ownedBy !== null && gone.has(object.ownedBy.table)) ||
    (object.kind === 'type' && object.form.type === 'multirange' && gone.has(object.form.partner));
  const isGone = ({table}: ColumnOfType): boolean => gone.has(table.oid);
  const columns = found.flatMap(dependent =>
    'column' in dependent && !isGone(dependent.column) ? dependent.column : [],
  );
  const calling = found.flatMap(dependent =>
    'part' in dependent && !going.includes(dependent.part.holder) ? dependent.part : [],
  );
  const objects = [...ownedSequences(catalog, going), ...going];
  const parts = partsThatNeed(catalog, objects).sort((a, b) => targets.indexOf(b.on) - targets.indexOf(a.on));
  const viewParts = viewPartsThatNeed(catalog, objects);
  const describeObject = (object: NamedObject) => `${nounOf(object)} ${shownName(catalog, object, searchPath)}`;
  const describe = (needed: Needed, byRowType = false): string =>
    'oid' in needed
      ? byRowType && isRelation(needed)
        ? `type ${shownName(catalog, needed, searchPath)}`
        : describeObject(needed)
      : `column ${needed.table.columns[needed.index].name} of ${describeObject(needed.table)}`;
  const dependencies: Dependency[] = [
    ...found.flatMap((dependent): Dependency[] => {
      if ('object' in dependent) {
        return !isPart(dependent.object)
          ? [{text: describeObject(dependent.object), on: dependent.on, byRowType: takesRows(dependent)}]
          : [];
      }
      if ('part' in dependent) {
        const {holder, text} = dependent.part;
        if (going.includes(holder)) return [];
        const shown = catalog.displayName(holder, searchPath);
        const prefix = shown.slice(0, shown.length - holder.name.length);
        return [{text: text(name => `${prefix}${name}`), on: dependent.on}];
      }
      const byRowType = 'oid' in dependent.on;
      return isGone(dependent.column) ? [] : [{text: describe(dependent.column), on: dependent.on, byRowType}];
    }),
    ...parts.map(({text, table, on}) => ({text: text(catalog.displayName(table, searchPath)), on})),
    ...viewParts.map(({text, view, on}) => ({text: text(catalog.displayName(view, searchPath)), on})),
  ];
  if (dependencies.length > 0) {
    if (!cascade) {
      const by = [...dependents.map(({object}) => object), ...columns.map(({table}) => table)];
      const partly = [...parts.map(({table}) => table), ...viewParts.map(({view}) => view)];
      const holders = calling.map(({holder}) => holder);
      throw stillNeeded(describe, targets, dependencies, [...by, ...partly, ...holders]);
    }
    refuseAttributes(dependents, targets);
    notices.push(cascadeNotice(dependencies));
  }
  const changed = withoutParts(parts);
  const others: Map<number, CatalogObject> = withoutDefaults(viewParts);
  withoutCalling(calling, changed, others);
  withoutColumns(catalog, columns, changed);
  return {objects, changed: [...changed.values()], others: [...others.values()], notices};
}

/** Postgres takes just the attribute out of a composite type whose type goes. Errors: 0A000. */
function refuseAttributes(dependents: readonly Dependent[], targets: readonly CatalogObject[]): void {
  const schemas = targets.filter(({kind}) => kind === 'schema').map(({name}) => name);
  for (const {object, on} of dependents) {
    if (object.kind !== 'type' || object.form.type !== 'composite' || !('oid' in on) || !isType(on)) continue;
    if (!schemas.includes(object.schema)) {
      throw notSupported(`DROP … CASCADE of a type that attributes of composite type "${object.name}" are of`);
    }
  }
}

function withoutCalling(
  parts: readonly CallingPart[],
  tables: Map<number, TableObject>,
  others: Map<number, CatalogObject>,
): void {
  for (const {holder, without} of parts) {
    const current = tables.get(holder.oid) ?? others.get(holder.oid) ?? holder;
    const changed = without(current as Holder);
    if (changed.kind === 'table') tables.set(holder.oid, changed);
    else others.set(holder.oid, changed);
  }
}

function withoutDefaults(parts: readonly ViewPart[]): Map<number, ViewObject> {
  const views = new Map<number, ViewObject>();
  for (const {view, column} of parts) {
    const before = views.get(view.oid) ?? view;
    const columns = before.columns.map((entry, i) => (i === column ? {...entry, default: null} : entry));
    views.set(view.oid, {...before, columns});
  }
  return views;
}

function withoutParts(parts: readonly TablePart[]): Map<number, TableObject> {
  const tables = new Map<number, TableObject>();
  for (const {table, without} of parts) tables.set(table.oid, without(tables.get(table.oid) ?? table));
  return tables;
}

/** A multirange goes with its range, behind which it stands. */
function withMultiranges(catalog: Catalog, targets: readonly CatalogObject[]): CatalogObject[] {
  return targets.flatMap(target => {
    const partner = target.kind === 'type' && target.form.type === 'range' ? catalog.byOid(target.form.partner) : null;
    return partner && partner.kind !== 'system' && !targets.includes(partner) ? [target, partner] : [target];
  });
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
  if (object?.kind === 'type' && object.form.type === 'composite') {
    throw new SqlError('42809', `"${name}" is not a ${request.kind}`, {hint: 'Use DROP TYPE to remove a type.'});
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

/** 42809, with the statement that would have been right. */
function wrongKind(object: CatalogObject, wanted: ObjectKind): SqlError {
  const article = (kind: string) => (/^[aeiou]/.test(kind) ? 'an' : 'a');
  return new SqlError('42809', `"${object.name}" is not ${article(wanted)} ${wanted}`, {
    hint: `Use DROP ${object.kind.toUpperCase()} to remove ${article(object.kind)} ${object.kind}.`,
  });
}

type Needed = CatalogObject | ColumnOfType;
type Dependent = {readonly object: CatalogObject; readonly on: Needed};
type DependentColumn = {readonly column: ColumnOfType; readonly on: Needed};
type DependentPart = {readonly part: CallingPart; readonly on: Needed};

/** A function whose parameters or results are rows of the relation: it hangs on the type of these. */
function takesRows({object, on}: Dependent): boolean {
  if (object.kind !== 'function' || !('oid' in on)) return false;
  const oid = rowTypeOid(on.oid);
  return [...object.parameters.map(({type}) => type), object.returns].some(type => mentions(type, oid));
}

/** Views and sinks that read a column of a table. */
export type ColumnReaders = (table: TableObject, index: number) => readonly CatalogObject[];

/**
 * Everything that hangs on the targets, each once, with what it was reached from, depth first, oldest first; of types their
 * columns too, and of functions the parts of tables, views and domains that call them.
 */
function dependentsOf(
  catalog: Catalog,
  targets: readonly CatalogObject[],
  readers: ColumnReaders,
): (Dependent | DependentColumn | DependentPart)[] {
  const index = new DependencyIndex(catalog);
  let found: (Dependent | DependentColumn | DependentPart)[] = [];
  const seen = new Set<string | number>(targets.map(target => target.oid));
  const visitObject = (object: CatalogObject, on: Needed): void => {
    if (seen.has(object.oid)) return;
    seen.add(object.oid);
    add(object, on);
  };
  const add = (object: CatalogObject, on: Needed): void => {
    found.push({object, on});
    visit(object);
  };
  const visitColumn = (column: ColumnOfType, on: Needed): void => {
    const {table, index: at} = column;
    if (seen.has(`${table.oid} ${at}`)) return;
    seen.add(`${table.oid} ${at}`);
    found.push({column, on});
    table.columns.forEach(({generated}, i) => {
      if (generated && readsColumn(generated.expr, at)) visitColumn({table, index: i}, column);
    });
    for (const reader of readers(table, at)) visitObject(reader, column);
  };
  const visit = (on: CatalogObject): void => {
    const columns =
      isType(on) || on.kind === 'collation'
        ? index.columnsOfType(on.oid)
        : isRelation(on)
          ? index.columnsOfType(rowTypeOid(on.oid)).filter(({table}) => table !== on)
          : [];
    const direct = index.dependents(on.oid).filter(({oid}) => !seen.has(oid));
    // What lives in a schema hangs on that, whatever else it hangs on.
    const isHome = on.kind === 'schema';
    if (isHome) for (const {oid} of direct) seen.add(oid);
    const steps = [
      ...direct.map(object => ({oid: object.oid, go: () => (isHome ? add(object, on) : visitObject(object, on))})),
      ...columns.map(column => ({oid: column.table.oid, go: () => visitColumn(column, on)})),
      ...(on.kind === 'function' ? stepsOfParts(on) : []),
    ];
    for (const {go} of steps.sort((a, b) => a.oid - b.oid)) go();
  };
  const stepsOfParts = (on: FunctionObject): {readonly oid: number; readonly go: () => void}[] => {
    const parts = partsCalling(catalog, on.oid).map(part => ({oid: part.oid, go: () => visitPart(part, on)}));
    const generated = generatedByCalling(catalog, on.oid);
    return [...parts, ...generated.map(column => ({oid: column.table.oid, go: () => visitColumn(column, on)}))];
  };
  const visitPart = (part: CallingPart, on: Needed): void => {
    const key = `part ${part.oid} ${part.text(name => name)}`;
    if (seen.has(key)) return;
    seen.add(key);
    found.push({part, on});
  };
  // Postgres tells first of what the last target has to itself.
  const groups = targets.map(target => {
    found = [];
    visit(target);
    return found;
  });
  return groups.reverse().flat();
}

/** Without the columns, and whatever in other tables references them. */
function withoutColumns(catalog: Catalog, columns: readonly ColumnOfType[], tables: Map<number, TableObject>): void {
  const current = (table: TableObject): TableObject => tables.get(table.oid) ?? table;
  for (const {table, index} of columns) {
    tables.set(table.oid, withoutColumn(current(table), index));
    for (const other of catalog.ofKind('table')) {
      const references = ({references: to, referenced}: ForeignKey) => to === table.oid && referenced.includes(index);
      if (!current(other).foreignKeys.some(references)) continue;
      const kept = current(other).foreignKeys.filter(key => !references(key));
      tables.set(other.oid, {...current(other), foreignKeys: kept});
    }
  }
}

function stillNeeded(
  describe: (needed: Needed, byRowType?: boolean) => string,
  targets: readonly CatalogObject[],
  dependencies: readonly Dependency[],
  by: readonly CatalogObject[],
): SqlError {
  const message =
    targets.length === 1
      ? `cannot drop ${describe(targets[0])} because other objects depend on it`
      : 'cannot drop desired object(s) because other objects depend on them';
  return new StillNeeded(by, message, {
    detail: reported(dependencies, ({text, on, byRowType}) => `${text} depends on ${describe(on, byRowType)}`),
    hint: 'Use DROP ... CASCADE to drop the dependent objects too.',
  });
}

function shownName(catalog: Catalog, object: NamedObject, searchPath: readonly string[]): string {
  if (object.kind === 'collation') return collationName(catalog, object, searchPath);
  if (object.kind !== 'function') return catalog.displayName(object, searchPath);
  return procedureText(object.oid, catalog, searchPath)!;
}

/** A domain is a type to whoever depends on it. */
function nounOf({kind}: NamedObject): string {
  return kind === 'domain' ? 'type' : kind;
}

function cascadeNotice(dependencies: readonly Dependency[]): CatalogNotice {
  const line = ({text}: Dependency): string => `drop cascades to ${text}`;
  const notice = {severity: 'NOTICE', code: '00000'} as const;
  if (dependencies.length === 1) return {...notice, message: line(dependencies[0])};
  const message = `drop cascades to ${dependencies.length} other objects`;
  return {...notice, message, detail: reported(dependencies, line)};
}

/** A line each, of the first hundred. */
function reported(dependencies: readonly Dependency[], line: (dependency: Dependency) => string): string {
  const shown = dependencies.slice(0, MAX_REPORTED);
  const others = dependencies.length - shown.length;
  const noun = others === 1 ? 'object' : 'objects';
  return [...shown.map(line), ...(others === 0 ? [] : [`and ${others} other ${noun} (see server log for list)`])].join(
    '\n',
  );
}
