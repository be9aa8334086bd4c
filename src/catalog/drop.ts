import {SqlError} from '../types/sql-error.ts';
import {schemaMissing} from './catalog.ts';
import type {Catalog, NamedObject} from './catalog.ts';
import type {CatalogNotice} from './notice.ts';
import type {CatalogObject, ObjectKind} from './object.ts';
import {systemSchemas} from './system/index.ts';

export type DropRequest = {
  readonly kind: ObjectKind;
  /** Qualified names, as written. */
  readonly names: readonly (readonly string[])[];
  readonly ifExists: boolean;
  readonly cascade: boolean;
};

/** What a DROP takes away, dependents first, and what it tells the client. */
export type DropPlan = {readonly objects: readonly CatalogObject[]; readonly notices: readonly CatalogNotice[]};

type Dependency = {readonly object: CatalogObject; readonly on: CatalogObject};

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
  const dependencies = dependentsOf(catalog, targets);
  if (dependencies.length > 0) {
    if (!request.cascade) throw stillNeeded(catalog, targets, dependencies, searchPath);
    notices.push(cascadeNotice(catalog, dependencies, searchPath));
  }
  return {objects: [...dependencies.map(dependency => dependency.object).reverse(), ...targets], notices};
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
  const object = catalog.find(parts, searchPath);
  if (!object) return missing(new SqlError('42P01', `${request.kind} "${name}" does not exist`));
  if (object.kind === 'system') {
    throw new SqlError('42501', `permission denied: "${object.name}" is a system catalog`);
  }
  if (object.kind !== request.kind) throw wrongKind(object, request.kind);
  return object;
}

/** 42809, with the statement that would have been right. */
export function wrongKind(object: CatalogObject, wanted: ObjectKind): SqlError {
  const article = (kind: string) => (/^[aeiou]/.test(kind) ? 'an' : 'a');
  return new SqlError('42809', `"${object.name}" is not ${article(wanted)} ${wanted}`, {
    hint: `Use DROP ${object.kind.toUpperCase()} to remove ${article(object.kind)} ${object.kind}.`,
  });
}

/** Everything that hangs on the targets, each once, with what it was reached from, depth first. */
function dependentsOf(catalog: Catalog, targets: readonly CatalogObject[]): Dependency[] {
  const found: Dependency[] = [];
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
  catalog: Catalog,
  targets: readonly CatalogObject[],
  dependencies: readonly Dependency[],
  searchPath: readonly string[],
): SqlError {
  const describe = (object: NamedObject) => `${object.kind} ${catalog.displayName(object, searchPath)}`;
  const message =
    targets.length === 1
      ? `cannot drop ${describe(targets[0])} because other objects depend on it`
      : 'cannot drop desired object(s) because other objects depend on them';
  return new SqlError('2BP01', message, {
    detail: dependencies.map(({object, on}) => `${describe(object)} depends on ${describe(on)}`).join('\n'),
    hint: 'Use DROP ... CASCADE to drop the dependent objects too.',
  });
}

function cascadeNotice(
  catalog: Catalog,
  dependencies: readonly Dependency[],
  searchPath: readonly string[],
): CatalogNotice {
  const lines = dependencies.map(
    ({object}) => `drop cascades to ${object.kind} ${catalog.displayName(object, searchPath)}`,
  );
  if (lines.length === 1) return {severity: 'NOTICE', code: '00000', message: lines[0]};
  return {
    severity: 'NOTICE',
    code: '00000',
    message: `drop cascades to ${lines.length} other objects`,
    detail: lines.join('\n'),
  };
}
