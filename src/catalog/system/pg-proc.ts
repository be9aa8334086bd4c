import {quoteIdentifier} from '../../expr/text/quote.ts';
import {allAggregates, allFunctions} from '../../expr/registry.ts';
import {allWindowFunctions} from '../../expr/window-functions.ts';
import {allTableFunctions} from '../../expr/table-functions.ts';
import {oidOf} from '../../types/catalog-oids.ts';
import {BOOLEAN, CHAR, NAME, OID, REAL, SMALLINT, TEXT} from '../../types/sql-type.ts';
import {asVector, OIDVECTOR} from '../../types/vector-types.ts';
import {ACLITEMS, CHARS, OIDS, REGPROC, TEXTS} from './column-types.ts';
import {aggregateResultOid, argumentsOf, resultOid} from './function-oids.ts';
import {
  INTERNAL_LANGUAGE_OID,
  JAVASCRIPT_LANGUAGE_OID,
  PG_CATALOG_OID,
  SQL_LANGUAGE_OID,
  bootstrapRole,
  namespaceOid,
  roleOid,
} from './system-oids.ts';
import {arrayIoOids} from './array-io.ts';
import {systemRelation} from './system-relation.ts';
import {inputs, variadicElement} from '../function-signature.ts';
import {aclTexts} from '../acl.ts';
import type {FunctionObject} from '../object.ts';
import type {SystemSnapshot} from './snapshot.ts';

const RECORD_OID = 2249;

const constants = {
  pronamespace: PG_CATALOG_OID,
  prolang: INTERNAL_LANGUAGE_OID,
  procost: 1,
  prorows: 0,
  prosupport: 0n,
  prosecdef: false,
  proleakproof: false,
  proretset: false,
  proparallel: 's',
};

/** Input and output of arrays, as text and binary: by the names of these drivers tell array types from others. */
const arrayIo = [
  {
    proname: 'array_in',
    oid: arrayIoOids.array_in,
    prorettype: 2277n,
    proargtypes: asVector([2275n, 26n, 23n]),
    provolatile: 's',
  },
  {
    proname: 'array_out',
    oid: arrayIoOids.array_out,
    prorettype: 2275n,
    proargtypes: asVector([2277n]),
    provolatile: 's',
  },
  {
    proname: 'array_recv',
    oid: arrayIoOids.array_recv,
    prorettype: 2277n,
    proargtypes: asVector([2281n, 26n, 23n]),
    provolatile: 's',
  },
  {
    proname: 'array_send',
    oid: arrayIoOids.array_send,
    prorettype: 17n,
    proargtypes: asVector([2277n]),
    provolatile: 's',
  },
].map(each => ({
  ...each,
  prokind: 'f',
  proisstrict: true,
  provariadic: 0n,
  pronargs: each.proargtypes.length,
  pronargdefaults: 0,
  prosrc: each.proname,
}));

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
    proleakproof: BOOLEAN,
    proisstrict: BOOLEAN,
    proretset: BOOLEAN,
    provolatile: CHAR,
    proparallel: CHAR,
    pronargs: SMALLINT,
    pronargdefaults: SMALLINT,
    prorettype: OID,
    proargtypes: OIDVECTOR,
    proallargtypes: OIDS,
    proargmodes: CHARS,
    proargnames: TEXTS,
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
    for (const row of allFunctions()) {
      // A name with a dollar is what plans call a construct of SQL.
      if (row.kind !== 'function' || row.name.startsWith('$')) continue;
      yield {
        ...constants,
        ...argumentsOf(row.args, row.variadic === true),
        oid: BigInt(row.oid),
        proname: row.name,
        proowner: owner,
        prokind: 'f',
        proisstrict: row.strict,
        provolatile: row.volatility[0],
        pronargdefaults: row.optional ?? 0,
        prorettype: resultOid(row.returns),
        prosrc: row.name,
      };
    }
    for (const made of snapshot.catalog.ofKind('function')) yield userFunction(made, snapshot);
    for (const each of arrayIo) yield {...constants, ...each, proowner: owner};
    for (const row of allTableFunctions()) {
      if (row.name.startsWith('$')) continue;
      yield {
        ...constants,
        ...argumentsOf(row.args, false),
        oid: BigInt(row.oid),
        proname: row.name,
        proowner: owner,
        prokind: 'f',
        proisstrict: true,
        proretset: true,
        provolatile: 'i',
        pronargdefaults: 0,
        prorettype: resultOid(() => OID),
        prosrc: row.name,
      };
    }
    for (const row of allAggregates()) {
      yield {
        ...constants,
        ...argumentsOf(row.args, row.variadic === true),
        oid: BigInt(row.oid),
        proname: row.name,
        proowner: owner,
        prokind: 'a',
        proisstrict: false,
        provolatile: 'i',
        pronargdefaults: 0,
        prorettype: aggregateResultOid(row),
        prosrc: 'aggregate_dummy',
      };
    }
    for (const row of allWindowFunctions()) {
      yield {
        ...constants,
        ...argumentsOf(row.args, false),
        oid: BigInt(row.oid),
        proname: row.name,
        proowner: owner,
        prokind: 'w',
        proisstrict: row.args.length > 0,
        provolatile: 'i',
        pronargdefaults: 0,
        prorettype: resultOid(row.returns),
        prosrc: `window_${row.name}`,
      };
    }
  },
});

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
    proconfig: made.ownPath ? [`search_path=${made.ownPath.map(quoteIdentifier).join(', ')}`] : null,
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
    prosrc: made.body,
    proacl: aclTexts(made.acl, catalog.roleBook),
  };
}
