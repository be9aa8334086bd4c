import {quoteIdentifier} from '../../expr/text/quote.ts';
import {oidOf} from '../../types/catalog-oids.ts';
import {BOOLEAN, CHAR, NAME, OID, REAL, TEXT} from '../../types/sql-type.ts';
import {asVector} from '../../types/vector-types.ts';
import {ACLITEMS, OIDS, REGPROC, TEXTS} from './column-types.ts';
import {
  INTERNAL_LANGUAGE_OID,
  JAVASCRIPT_LANGUAGE_OID,
  PG_CATALOG_OID,
  SQL_LANGUAGE_OID,
  bootstrapRole,
  namespaceOid,
  roleOid,
} from './system-oids.ts';
import {ownRanges, type RangeConstructor} from './range-constructors.ts';
import {procedures, signatureColumns} from './procedures.ts';
import {systemRelation} from './system-relation.ts';
import {standardBody} from '../function-definition.ts';
import {inputs, variadicElement} from '../function-signature.ts';
import {aclTexts} from '../acl.ts';
import type {FunctionObject} from '../object.ts';
import {BOOTSTRAP_ROLE_OID} from '../role.ts';
import type {SystemSnapshot} from './snapshot.ts';

const RECORD_OID = 2249;

const ONLY_OWNER = [{grantee: BOOTSTRAP_ROLE_OID, grantor: BOOTSTRAP_ROLE_OID, privileges: 'X', grantable: ''}];

const constants = {
  pronamespace: PG_CATALOG_OID,
  prosecdef: false,
  prorows: 0,
  prosupport: 0n,
};

export const pgProc = systemRelation({
  oid: 1255,
  schema: 'pg_catalog',
  name: 'pg_proc',
  columns: {
    oid: OID,
    proname: NAME,
    pronamespace: OID,
    proowner: OID,
    prolang: OID,
    procost: REAL,
    prorows: REAL,
    provariadic: OID,
    prosupport: REGPROC,
    prokind: CHAR,
    prosecdef: BOOLEAN,
    ...signatureColumns,
    proargdefaults: TEXT,
    protrftypes: OIDS,
    prosrc: TEXT,
    probin: TEXT,
    prosqlbody: TEXT,
    proconfig: TEXTS,
    proacl: ACLITEMS,
  },
  *rows(snapshot) {
    const owner = roleOid(snapshot.catalog, bootstrapRole(snapshot.catalog));
    const restricted = aclTexts(ONLY_OWNER, snapshot.catalog.roleBook);
    for (const {row} of procedures()) {
      yield {...constants, ...row, proowner: owner, proacl: row.restricted ? restricted : null};
    }
    for (const made of snapshot.catalog.ofKind('function')) yield userFunction(made, snapshot);
    for (const {constructors} of ownRanges(snapshot.catalog)) {
      for (const each of constructors) yield {...constructorRow(each, snapshot), proowner: owner};
    }
  },
});

function configOf({ownPath, settings = []}: FunctionObject): string[] | null {
  if (!ownPath && settings.length === 0) return null;
  const path = ownPath ? [`search_path=${ownPath.map(quoteIdentifier).join(', ')}`] : [];
  return [...path, ...settings.map(([name, value]) => `${name}=${value}`)];
}

/** Of a range or multirange that somebody has made. */
function constructorRow(
  {oid, schema, name, args, variadic, result, source, strict}: RangeConstructor,
  {catalog}: SystemSnapshot,
) {
  return {
    ...constants,
    oid,
    proname: name,
    pronamespace: namespaceOid(catalog, schema),
    prolang: INTERNAL_LANGUAGE_OID,
    procost: 1,
    provariadic: variadic,
    prokind: 'f',
    proleakproof: false,
    proisstrict: strict,
    proretset: false,
    provolatile: 'i',
    proparallel: 's',
    pronargs: args.length,
    pronargdefaults: 0,
    prorettype: result,
    proargtypes: asVector(args),
    proallargtypes: variadic === 0n ? null : args,
    proargmodes: variadic === 0n ? null : ['v'],
    prosrc: source,
  };
}

const MODES = {in: 'i', out: 'o', inout: 'b', variadic: 'v'} as const;

function userFunction(made: FunctionObject, {catalog}: SystemSnapshot) {
  const {parameters, returns, set, table} = made;
  const given = inputs(parameters);
  const plainRows = set && parameters.every(({mode}) => mode === 'in') && returns.oid === undefined;
  const columns = table ?? (plainRows ? returns.fields : null);
  const isTable = columns !== undefined && columns !== null;
  const all = [
    ...parameters.map(({name, mode, type}) => ({name: name ?? '', mode: MODES[mode] as string, type})),
    ...(isTable ? columns.map(({name, type}) => ({name, mode: 't', type})) : []),
  ];
  const plain = all.every(({mode}) => mode === 'i');
  const last = parameters.find(({mode}) => mode === 'variadic');
  return {
    ...constants,
    oid: BigInt(made.oid),
    proname: made.name,
    pronamespace: namespaceOid(catalog, made.schema),
    proowner: roleOid(catalog, made.owner),
    prolang: made.language === 'sql' ? SQL_LANGUAGE_OID : JAVASCRIPT_LANGUAGE_OID,
    procost: made.cost ?? 100,
    prorows: set ? (made.rows ?? 1000) : 0,
    provariadic: last ? BigInt(oidOf(variadicElement(last.type))) : 0n,
    prokind: made.procedure ? 'p' : 'f',
    proisstrict: made.strict,
    proretset: set,
    provolatile: made.volatility[0],
    proparallel: (made.parallel ?? 'unsafe')[0],
    prosecdef: made.definer ?? false,
    proleakproof: made.leakproof ?? false,
    proconfig: configOf(made),
    pronargs: given.length,
    pronargdefaults: given.filter(parameter => parameter.default !== null).length,
    prorettype: BigInt(made.procedure && returns.kind !== 'void' ? RECORD_OID : oidOf(returns)),
    proargtypes: asVector(given.map(({type}) => BigInt(oidOf(type)))),
    proallargtypes: plain ? null : all.map(({type}) => BigInt(oidOf(type))),
    proargmodes: plain ? null : all.map(({mode}) => mode),
    proargnames: all.some(({name}) => name !== '') ? all.map(({name}) => name) : null,
    proargdefaults: given.some(parameter => parameter.default !== null)
      ? given.flatMap(parameter => parameter.default?.text ?? []).join(', ')
      : null,
    prosrc: made.form ? '' : made.body,
    prosqlbody: standardBody(made),
    proacl: aclTexts(made.acl, catalog.roleBook),
  };
}
