import {arrayOf} from '../types/sql-type.ts';
import {oidOf, typeOfOid} from '../types/catalog-oids.ts';
import type {RegKind} from '../types/reg-kinds.ts';
import {pseudoTypeName, pseudoTypeNamed} from '../types/pseudo-types.ts';
import {SqlError} from '../types/sql-error.ts';
import {kindName, typeByName} from '../types/type-names.ts';
import {compositeClassOid, typeOfCompositeClass} from '../types/user-types.ts';
import {arrayElementNamed} from './array-names.ts';
import {schemaMissing} from './name-errors.ts';
import type {Catalog} from './catalog.ts';
import {indexOfOid} from './constraints.ts';
import {indexNamed} from './index-named.ts';
import {quoteIdentifier} from '../expr/text/quote.ts';
import {isType} from './object.ts';
import {
  builtInName,
  collationText,
  findCollation,
  findNamedFunction,
  findOperator,
  findOperatorOf,
  findProcedure,
  madeFunctionName,
  operatorOfOid,
  operatorText,
  procedureText,
} from './callable-identifier.ts';
import {systemNamespaces} from './system/system-oids.ts';
import {textSearchName, textSearchOid} from './system/text-search-names.ts';
import {userTypeText} from './type-text.ts';
import {rowTypeOf, typeOf} from './user-types.ts';

// Input and output of the reg* types: OIDs that are written and printed as names.

/**
 * The OID a name stands for, as the type's input function finds it; numbers and '-' are taken as they are.
 * Errors: 42P01, 42704, 3F000, 42883, 42725, 42602.
 */
export function parseObjectIdentifier(
  kind: RegKind,
  text: string,
  catalog: Catalog,
  searchPath: readonly string[],
): bigint {
  const trimmed = text.trim();
  if (trimmed === '-') return 0n;
  if (/^\d+$/.test(trimmed)) return BigInt.asUintN(32, BigInt(trimmed));
  switch (kind) {
    case 'regclass':
      return BigInt(findRelation(splitQualifiedName(trimmed), catalog, searchPath));
    case 'regtype':
      return typeOid(trimmed, catalog, searchPath);
    case 'regnamespace':
      return findNamespace(singleName(trimmed), catalog);
    case 'regrole':
      return findRole(singleName(trimmed), catalog);
    case 'regproc':
      return findFunction(splitQualifiedName(trimmed), catalog, searchPath);
    case 'regprocedure':
      return findProcedure(trimmed, catalog, searchPath);
    case 'regoper':
      return findOperator(trimmed);
    case 'regoperator':
      return findOperatorOf(trimmed, catalog, searchPath);
    case 'regcollation':
      return findCollation(trimmed, catalog, searchPath);
    case 'regconfig':
      return findTextSearch(kind, 'configuration', trimmed);
    case 'regdictionary':
      return findTextSearch(kind, 'dictionary', trimmed);
  }
}

function findTextSearch(kind: 'regconfig' | 'regdictionary', what: string, text: string): bigint {
  const parts = splitQualifiedName(text);
  const name = parts[parts.length - 1];
  const oid = parts.length === 1 || parts[0] === 'pg_catalog' ? textSearchOid(kind, name) : undefined;
  if (oid === undefined) throw new SqlError('42704', `text search ${what} "${parts.join('.')}" does not exist`);
  return BigInt(oid);
}

/** The name as the type's output function prints it; the number where nothing has that OID. */
export function printObjectIdentifier(
  kind: RegKind,
  oid: bigint,
  catalog: Catalog,
  searchPath: readonly string[],
): string {
  if (oid === 0n) return kind === 'regoper' || kind === 'regoperator' ? '0' : '-';
  return nameOfObject(kind, Number(oid), catalog, searchPath) ?? String(oid);
}

/** `a.b` and `"A".b` as their parts, folded. Errors: 42602. */
export function splitQualifiedName(text: string): string[] {
  const parts: string[] = [];
  const pattern = /\s*(?:"((?:[^"]|"")+)"|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*))\s*(\.|$)/y;
  for (let more = true; more;) {
    const match = pattern.exec(text);
    if (!match) throw new SqlError('42602', 'invalid name syntax');
    parts.push(match[1] === undefined ? match[2].toLowerCase() : match[1].replaceAll('""', '"'));
    more = match[3] === '.';
  }
  return parts;
}

function findRelation(parts: readonly string[], catalog: Catalog, searchPath: readonly string[]): number {
  const object = catalog.find(parts, searchPath);
  if (object && !(object.kind !== 'system' && isType(object))) return object.oid;
  if (object?.kind === 'type' && object.form.type === 'composite') return compositeClassOid(object.oid);
  const index = indexNamed(catalog, parts, searchPath);
  if (index) return index.index.oid;
  if (parts.length === 2 && !catalog.hasSchema(parts[0])) throw schemaMissing(parts[0]);
  throw new SqlError('42P01', `relation "${parts.join('.')}" does not exist`);
}

export function typeOid(text: string, catalog: Catalog, searchPath: readonly string[]): bigint {
  const name = text
    .toLowerCase()
    .replace(/^pg_catalog\./, '')
    .replace(/\([^)]*\)/, '');
  const type = typeByName(name === '"char"' ? name : name.replaceAll('"', ''));
  if (type) return BigInt(oidOf(type));
  const pseudo = pseudoTypeNamed(name.replaceAll('"', '').replace('[]', ''));
  if (pseudo) return BigInt(name.endsWith('[]') && pseudo.arrayOid !== 0 ? pseudo.arrayOid : pseudo.oid);
  const brackets = /(\s*\[\d*\])+$/.exec(text)?.[0] ?? '';
  const parts = splitQualifiedName(text.slice(0, text.length - brackets.length));
  const named = catalog.findType(parts, searchPath);
  const found = named ?? arrayElementNamed(catalog, parts, searchPath);
  if (!found) throw new SqlError('42704', `type "${text}" does not exist`);
  const own = isType(found) ? typeOf(found) : rowTypeOf(found);
  return BigInt(oidOf(named && brackets === '' ? own : arrayOf(own)));
}

function findNamespace(name: string, catalog: Catalog): bigint {
  const oid = systemNamespaces.get(name) ?? catalog.schema(name)?.oid;
  if (oid === undefined) throw schemaMissing(name);
  return BigInt(oid);
}

function findRole(name: string, catalog: Catalog): bigint {
  const role = catalog.role(name);
  if (!role) throw new SqlError('42704', `role "${name}" does not exist`);
  return BigInt(role.oid);
}

function findFunction(parts: readonly string[], catalog: Catalog, searchPath: readonly string[]): bigint {
  return BigInt(findNamedFunction(parts, catalog, searchPath).oid);
}

function singleName(text: string): string {
  const parts = splitQualifiedName(text);
  if (parts.length !== 1) throw new SqlError('42602', 'invalid name syntax');
  return parts[0];
}

function nameOfObject(kind: RegKind, oid: number, catalog: Catalog, searchPath: readonly string[]): string | undefined {
  switch (kind) {
    case 'regclass': {
      const object = catalog.byOid(oid) ?? catalog.byOid(typeOfCompositeClass(oid));
      if (!object || object.kind === 'schema') return indexName(oid, catalog, searchPath);
      const name = quoteIdentifier(object.name);
      return catalog.isVisible(object, searchPath) ? name : `${quoteIdentifier(object.schema)}.${name}`;
    }
    case 'regtype':
      return (
        userTypeText(catalog, searchPath, oid) ?? (typeOfOid(oid) ? kindName(typeOfOid(oid)!) : pseudoTypeName(oid))
      );
    case 'regnamespace': {
      const object = catalog.byOid(oid);
      const name = object?.kind === 'schema' ? object.name : systemNamespaceName(oid);
      return name && quoteIdentifier(name);
    }
    case 'regrole': {
      const role = catalog.roles.find(candidate => candidate.oid === oid);
      return role && quoteIdentifier(role.name);
    }
    case 'regproc':
      return madeFunctionName(oid, catalog, searchPath) ?? builtInName(oid);
    case 'regprocedure':
      return procedureText(oid, catalog, searchPath);
    case 'regoper':
      return operatorOfOid(oid)?.name;
    case 'regoperator':
      return operatorText(oid);
    case 'regcollation':
      return collationText(oid, catalog, searchPath);
    case 'regconfig':
    case 'regdictionary':
      return textSearchName(kind, oid);
  }
}

/** An index is found where its table is. */
function indexName(oid: number, catalog: Catalog, searchPath: readonly string[]): string | undefined {
  const found = indexOfOid(catalog, oid);
  if (!found) return undefined;
  const name = quoteIdentifier(found.index.name);
  const visible = indexNamed(catalog, [found.index.name], searchPath)?.index.oid === oid;
  return visible ? name : `${quoteIdentifier(found.table.schema)}.${name}`;
}

function systemNamespaceName(oid: number): string | undefined {
  return [...systemNamespaces].find(([, namespace]) => namespace === oid)?.[0];
}
