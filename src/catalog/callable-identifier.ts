import {builtInOperators} from '../expr/built-in-operators.ts';
import {allFunctions, functionsNamed} from '../expr/registry.ts';
import type {FunctionRow, ParameterType} from '../expr/function-row.ts';
import {quoteIdentifier} from '../expr/text/quote.ts';
import {oidOf} from '../types/catalog-oids.ts';
import {SqlError} from '../types/sql-error.ts';
import {kindName} from '../types/type-names.ts';
import type {Catalog} from './catalog.ts';
import {inputTypes} from './function-signature.ts';
import type {FunctionObject} from './object.ts';
import {splitQualifiedName, typeOid} from './object-identifier.ts';
import {collationName, collationNamed, findCollationByOid} from './collation.ts';
import {typeText} from './built-in-function-text.ts';
import {constructorOf, constructorsNamed, type RangeConstructor} from './system/range-constructors.ts';
import {userTypeText} from './type-text.ts';
import {operatorFacts} from './system/built-ins.ts';
import {parameterOid} from './system/function-oids.ts';
import {isShared, type Procedure, procedureOfOid, proceduresNamed} from './system/procedures.ts';

// Input and output of the reg* types of what is called with arguments: functions and operators; and of collations.

/** `lower(text)`. Errors: 22P02, 42883, 42704 an argument type that there is not. */
export function findProcedure(text: string, catalog: Catalog, searchPath: readonly string[]): bigint {
  const {name, types} = splitCall(text, catalog, searchPath, 'function');
  const parts = splitQualifiedName(name);
  const found =
    builtInsNamed(parts).find(row => sameTypes(row.args, types)) ??
    madeWith(catalog, parts, searchPath, types) ??
    constructorsNamed(catalog, parts, searchPath).find(({args}) => sameTypes(args, types));
  if (!found) throw new SqlError('42883', `function "${text}" does not exist`);
  return BigInt(found.oid);
}

function builtInsNamed(parts: readonly string[]): readonly Procedure[] {
  if (parts.length > 1 && parts[parts.length - 2] !== 'pg_catalog') return [];
  return proceduresNamed(parts[parts.length - 1]);
}

function madeWith(
  catalog: Catalog,
  parts: readonly string[],
  searchPath: readonly string[],
  types: readonly bigint[],
): FunctionObject | undefined {
  return catalog.functionsNamed(parts, searchPath).find(({parameters}) => {
    const own = inputTypes(parameters);
    return own.length === types.length && own.every((type, i) => BigInt(oidOf(type)) === types[i]);
  });
}

/** A function of the system; with its schema where there are several of the name. */
export function builtInName(oid: number): string | undefined {
  const found = procedureOfOid(oid);
  if (!found) return undefined;
  const name = quoteIdentifier(found.name);
  return isShared(found.name) ? `pg_catalog.${name}` : name;
}

/** The one function of a name. Errors: 42883, 42725. */
export function findNamedFunction(
  parts: readonly string[],
  catalog: Catalog,
  searchPath: readonly string[],
): {readonly oid: number} {
  const found = [
    ...builtInsNamed(parts),
    ...catalog.functionsNamed(parts, searchPath),
    ...constructorsNamed(catalog, parts, searchPath),
  ];
  if (found.length === 0) throw new SqlError('42883', `function "${parts.join('.')}" does not exist`);
  if (found.length > 1) throw new SqlError('42725', `more than one function named "${parts.join('.')}"`);
  return {oid: Number(found[0].oid)};
}

/** A function that somebody made; with its schema where the name alone is not just that one. */
export function madeFunctionName(oid: number, catalog: Catalog, searchPath: readonly string[]): string | undefined {
  const object = catalog.byOid(oid);
  if (object?.kind !== 'function') {
    const constructor = constructorOf(catalog, oid);
    return constructor ? constructorName(constructor, catalog, searchPath) : undefined;
  }
  const candidates = [...builtInsNamed([object.name]), ...catalog.functionsNamed([object.name], searchPath)];
  return withSchema(object, candidates.length === 1 && candidates[0].oid === oid);
}

function madeFunctionText(oid: number, catalog: Catalog, searchPath: readonly string[]): string | undefined {
  const object = catalog.byOid(oid);
  if (object?.kind !== 'function') return undefined;
  const types = inputTypes(object.parameters);
  const oids = types.map(type => BigInt(oidOf(type)));
  const hidden = builtInsNamed([object.name]).some(row => sameTypes(row.args, oids));
  const visible = !hidden && madeWith(catalog, [object.name], searchPath, oids)?.oid === oid;
  return `${withSchema(object, visible)}(${types.map(type => typeTextIn(catalog, searchPath, BigInt(oidOf(type)))).join(',')})`;
}

/** Constructors are found where their types are. */
function constructorName({result}: RangeConstructor, catalog: Catalog, searchPath: readonly string[]): string {
  return userTypeText(catalog, searchPath, Number(result))!;
}

function typeTextIn(catalog: Catalog, searchPath: readonly string[], type: bigint): string {
  return userTypeText(catalog, searchPath, Number(type)) ?? typeText(type);
}

function withSchema({schema, name}: FunctionObject, visible: boolean): string {
  return visible ? quoteIdentifier(name) : `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}

/** An operator by its sign alone. Errors: 42883, 42725 there are several. */
export function findOperator(text: string): bigint {
  const rows = functionsNamed(text.replace(/^pg_catalog\./, ''), 'operator');
  if (rows.length === 0) throw new SqlError('42883', `operator does not exist: ${text}`);
  if (rows.length > 1) throw new SqlError('42725', `more than one operator named ${text}`);
  return operatorFacts(rows[0]).oid;
}

/** `+(integer,integer)`, `-(NONE,integer)`. Errors: 22P02, 42883, 42704. */
export function findOperatorOf(text: string, catalog: Catalog, searchPath: readonly string[]): bigint {
  const {name, types} = splitCall(text, catalog, searchPath, 'operator');
  const wanted = types[0] === 0n ? types.slice(1) : types;
  const found = functionsNamed(name.replace(/^pg_catalog\./, ''), 'operator').find(row => takes(row, wanted));
  if (!found) throw new SqlError('42883', `operator does not exist: ${text}`);
  return operatorFacts(found).oid;
}

/** Errors: 42704. */
export function findCollation(text: string, catalog: Catalog, searchPath: readonly string[]): bigint {
  const parts = splitQualifiedName(text);
  const found = collationNamed(catalog, parts, searchPath);
  if (!found) throw new SqlError('42704', `collation "${parts.join('.')}" for encoding "UTF8" does not exist`);
  return BigInt(found.oid);
}

export function collationText(oid: number, catalog: Catalog, searchPath: readonly string[]): string | undefined {
  const found = findCollationByOid(catalog, oid);
  return found && collationName(catalog, found, searchPath);
}

export function procedureText(oid: number, catalog: Catalog, searchPath: readonly string[]): string | undefined {
  const made = madeFunctionText(oid, catalog, searchPath);
  if (made !== undefined) return made;
  const constructor = constructorOf(catalog, oid);
  if (constructor) {
    const types = constructor.args.map(type => typeTextIn(catalog, searchPath, type));
    return `${constructorName(constructor, catalog, searchPath)}(${types.join(',')})`;
  }
  const built = procedureOfOid(oid);
  return built && `${quoteIdentifier(built.name)}(${built.args.map(typeText).join(',')})`;
}

export function operatorOfOid(oid: number): FunctionRow | undefined {
  return allFunctions().find(row => row.kind === 'operator' && operatorFacts(row).oid === BigInt(oid));
}

export function operatorText(oid: number): string | undefined {
  const row = operatorOfOid(oid);
  if (!row) return builtInOperatorText(oid);
  const types = row.args.map(parameterText);
  return `${row.name}(${(types.length === 1 ? ['NONE', ...types] : types).join(',')})`;
}

/** Of those too that are not here: operator classes name them. */
function builtInOperatorText(oid: number): string | undefined {
  const [, sign, left, right] = builtInOperators.match(new RegExp(`^${oid} (\\S+) (\\d+) (\\d+) `, 'm')) ?? [];
  return sign && `${sign}(${left === '0' ? 'NONE' : typeText(BigInt(left))},${typeText(BigInt(right))})`;
}

/** The name and the OIDs of the types in parentheses; 0 for NONE. Errors: 22P02, 42704. */
function splitCall(
  text: string,
  catalog: Catalog,
  searchPath: readonly string[],
  what: string,
): {readonly name: string; readonly types: readonly bigint[]} {
  const match = /^\s*(.*?)\s*\((.*)\)\s*$/s.exec(text);
  if (!match)
    throw new SqlError('22P02', what === 'operator' ? 'expected a left parenthesis' : 'expected a left parenthesis');
  const names = match[2].trim() === '' ? [] : match[2].split(',').map(name => name.trim());
  const types = names.map(name => (/^none$/i.test(name) ? 0n : typeOid(name, catalog, searchPath)));
  return {name: match[1], types};
}

function takes(row: FunctionRow, types: readonly bigint[]): boolean {
  return sameTypes(row.args.map(parameterOid), types);
}

function sameTypes(own: readonly bigint[], wanted: readonly bigint[]): boolean {
  return own.length === wanted.length && own.every((type, i) => type === wanted[i]);
}

function parameterText(type: ParameterType): string {
  return typeof type === 'string' ? (type === 'any' ? '"any"' : type) : kindName(type);
}
