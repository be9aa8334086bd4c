import type {Catalog, NamedObject} from './catalog.ts';
import {collationName, findCollationByOid} from './collation.ts';
import {quoteIdentifier} from '../expr/text/quote.ts';
import {indexOfOid, type TableIndex} from './constraints.ts';
import {liveColumns} from './object.ts';
import {constraintOid, defaultOid, ruleOid} from './system/derived-oids.ts';
import {keyTriggers} from './system/key-triggers.ts';
import {typeText} from './built-in-function-text.ts';
import {operatorText, procedureText} from './callable-identifier.ts';
import {defaultPrivilegesText} from './role-uses.ts';
import {userTypeText} from './type-text.ts';
import {
  classOids,
  HEAP_AM_OID,
  indexMethods,
  INTERNAL_LANGUAGE_OID,
  JAVASCRIPT_LANGUAGE_OID,
  SQL_LANGUAGE_OID,
} from './system/system-oids.ts';

const COLLATION_CLASS = 3456n;

/** pg_describe_object: 'table t', 'column a of table t'; null for what there is not. */
export function describeObject(names: Names, classid: bigint, oid: number, number: number): string | null {
  const {catalog} = names;
  if (classid === classOids.pg_authid) {
    const role = catalog.roleBook.ofOid(oid);
    return role && `role ${role.name}`;
  }
  if (classid === COLLATION_CLASS) {
    const found = findCollationByOid(catalog, oid);
    return found ? `collation ${collationName(catalog, found, names.searchPath)}` : null;
  }
  const ownType = classid === classOids.pg_type ? userTypeText(catalog, names.searchPath, oid) : null;
  if (ownType !== null) return `type ${ownType}`;
  if (classid === classOids.pg_proc) {
    const text = procedureText(oid, catalog, names.searchPath);
    return text === undefined ? null : `function ${text}`;
  }
  const builtIn = describeBuiltIn(classid, oid);
  if (builtIn !== undefined) return builtIn;
  if (classid === classOids.pg_default_acl) {
    const entry = catalog.roleBook.defaultPrivileges.find(each => each.oid === oid);
    return entry ? defaultPrivilegesText(catalog, entry) : null;
  }
  const object = catalog.byOid(oid);
  if (classid === classOids.pg_class) {
    const index = indexOfOid(catalog, oid);
    if (index) return `index ${indexText(names, index)}`;
    if (!object) return null;
    if (number === 0 || !('columns' in object)) return kindAndName(names, object);
    const found = liveColumns(object).find(live => live.number === number);
    return found ? `column ${found.column.name} of ${kindAndName(names, object)}` : null;
  }
  const part = describePart(names, classid, oid);
  if (part !== null) return part;
  const known: readonly bigint[] = [classOids.pg_namespace, classOids.pg_type];
  return object && known.includes(classid) ? kindAndName(names, object) : null;
}

/** What the system brings. */
function describeBuiltIn(classid: bigint, oid: number): string | undefined {
  switch (classid) {
    case classOids.pg_operator: {
      const text = operatorText(oid);
      return text && `operator ${text}`;
    }
    case classOids.pg_type: {
      const text = typeText(BigInt(oid));
      return text === '???' ? undefined : `type ${text}`;
    }
    case classOids.pg_am: {
      const name = [...indexMethods].find(([, method]) => method.oid === BigInt(oid))?.[0];
      return BigInt(oid) === HEAP_AM_OID ? 'access method heap' : name && `access method ${name}`;
    }
    case classOids.pg_language: {
      const name = LANGUAGES.get(BigInt(oid));
      return name && `language ${name}`;
    }
  }
  return undefined;
}

const LANGUAGES = new Map([
  [INTERNAL_LANGUAGE_OID, 'internal'],
  [SQL_LANGUAGE_OID, 'sql'],
  [JAVASCRIPT_LANGUAGE_OID, 'javascript'],
]);

/** What has no object of its own: rules, defaults, constraints, policies. */
function describePart(names: Names, classid: bigint, oid: number): string | null {
  const {catalog} = names;
  if (classid === classOids.pg_rewrite) {
    const view = [...catalog.ofKind('view'), ...catalog.ofKind('materialized view')].find(
      each => ruleOid(each.oid) === BigInt(oid),
    );
    return view ? `rule _RETURN on ${kindAndName(names, view)}` : null;
  }
  if (classid === classOids.pg_trigger) {
    const trigger = keyTriggers(catalog).find(each => each.oid === BigInt(oid));
    const table = trigger && catalog.byOid(trigger.table);
    return table ? `trigger ${trigger.name} on ${kindAndName(names, table)}` : null;
  }
  if (classid === classOids.pg_attrdef) {
    for (const relation of [...catalog.ofKind('table'), ...catalog.ofKind('view')]) {
      const live = liveColumns(relation).find(({number}) => defaultOid(relation.oid, number) === BigInt(oid));
      if (live) return `default value for column ${live.column.name} of ${kindAndName(names, relation)}`;
    }
    return null;
  }
  for (const table of catalog.ofKind('table')) {
    const on = `on ${kindAndName(names, table)}`;
    if (classid === classOids.pg_constraint) {
      const key = table.indexes.find(index => index.constraint && constraintOid(index.oid) === BigInt(oid));
      const found = key ?? [...table.checks, ...table.foreignKeys].find(each => each.oid === oid);
      if (found) return `constraint ${found.name} ${on}`;
    }
    const policy = classid === classOids.pg_policy && table.policies?.find(each => each.oid === oid);
    if (policy) return `policy ${policy.name} ${on}`;
  }
  if (classid !== classOids.pg_constraint) return null;
  for (const domain of catalog.ofKind('domain')) {
    const check = domain.checks.find(each => each.oid === oid);
    if (check) return `constraint ${check.name}`;
  }
  return null;
}

function indexText(
  {catalog, searchPath}: Names,
  {table, index}: {readonly table: NamedObject; readonly index: TableIndex},
): string {
  const schema = catalog.isVisible(table, searchPath) ? '' : `${quoteIdentifier(table.schema)}.`;
  return `${schema}${quoteIdentifier(index.name)}`;
}

function kindAndName({catalog, searchPath}: Names, object: NamedObject): string {
  const schema =
    object.kind === 'schema' || catalog.isVisible(object, searchPath) ? '' : `${quoteIdentifier(object.schema)}.`;
  const name = `${schema}${quoteIdentifier(object.name)}`;
  if (object.kind === 'source') return `foreign table ${name}`;
  if (object.kind === 'domain') return `type ${name}`;
  return `${object.kind === 'system' ? 'table' : object.kind} ${name}`;
}

/** The catalog, and the path on which names are found as they are. */
type Names = {readonly catalog: Catalog; readonly searchPath: readonly string[]};
