// Asks a PostgreSQL for what its catalogs say of what it brings: descriptions, and what operators are made of.
//   node scripts/postgres-built-ins.mjs postgres://USER@HOST:PORT/DB
// Writes src/catalog/system/built-in-descriptions.ts, src/expr/built-in-operators.ts and src/catalog/system/built-in/*.ts.
import {writeFileSync} from 'node:fs';
import pg from 'pg';

const client = new pg.Client(process.argv[2]);
await client.connect();
const ask = async sql => (await client.query({text: sql, rowMode: 'array'})).rows;

function escaped(text) {
  return text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
}

/** Functions that other catalogs name: what types, operators, indexes, aggregates and conversions are made of. */
const mechanism = `
  SELECT unnest(ARRAY[typinput, typoutput, typreceive, typsend, typmodin, typmodout, typanalyze, typsubscript]::oid[]) FROM pg_type
  UNION SELECT unnest(ARRAY[oprcode, oprrest, oprjoin]::oid[]) FROM pg_operator
  UNION SELECT castfunc FROM pg_cast
  UNION SELECT unnest(ARRAY[aggfnoid, aggtransfn, aggfinalfn, aggcombinefn, aggserialfn, aggdeserialfn, aggmtransfn,
    aggminvtransfn, aggmfinalfn]::oid[]) FROM pg_aggregate WHERE aggfnoid NOT IN ('xmlagg'::regproc)
  UNION SELECT amproc::oid FROM pg_amproc
  UNION SELECT amhandler::oid FROM pg_am
  UNION SELECT unnest(ARRAY[lanplcallfoid, laninline, lanvalidator]) FROM pg_language WHERE oid < 12000
  UNION SELECT unnest(ARRAY[rngcanonical, rngsubdiff]::oid[]) FROM pg_range
  UNION SELECT conproc::oid FROM pg_conversion
  UNION SELECT prosupport::oid FROM pg_proc
  UNION SELECT unnest(ARRAY[prsstart, prstoken, prsend, prsheadline, prslextype]::oid[]) FROM pg_ts_parser
  UNION SELECT unnest(ARRAY[tmplinit, tmpllexize]::oid[]) FROM pg_ts_template
  UNION SELECT oid FROM pg_proc WHERE proname ~ '^enum_(in|out|recv|send)$' OR proname ~ '^RI_FKey_' OR proname = 'unique_key_recheck'`;

const classes = [
  'pg_proc',
  'pg_operator',
  'pg_type',
  'pg_namespace',
  'pg_am',
  'pg_language',
  'pg_collation',
  'pg_conversion',
  'pg_extension',
  'pg_ts_config',
  'pg_ts_dict',
  'pg_ts_parser',
  'pg_ts_template',
];
let descriptions = `// Written by scripts/postgres-built-ins.mjs.

/** What pg_description of PostgreSQL 15 says of what it brings, by catalog: a line each, the OID first. */
export const builtInDescriptions: Readonly<Record<string, string>> = {
`;
for (const name of classes) {
  const rows = await ask(
    `SELECT objoid, description FROM pg_description WHERE classoid = '${name}'::regclass AND objsubid = 0 AND objoid < 16384
     ORDER BY 1`,
  );
  descriptions += `  ${name}: \`\n${rows.map(([oid, text]) => `${oid} ${escaped(text)}`).join('\n')}\n\`,\n`;
}
writeFileSync(new URL('../src/catalog/system/built-in-descriptions.ts', import.meta.url), `${descriptions}};\n`);

const operators = await ask(
  `SELECT o.oid, oprname, oprleft, oprright, p.oid, p.proname, oprcom, oprnegate, oprcanmerge::int, oprcanhash::int,
     oprrest::oid, oprjoin::oid, oprresult FROM pg_operator o JOIN pg_proc p ON p.oid = oprcode WHERE o.oid < 16384 ORDER BY o.oid`,
);
writeFileSync(
  new URL('../src/expr/built-in-operators.ts', import.meta.url),
  `// Written by scripts/postgres-built-ins.mjs.

/**
 * What pg_operator of PostgreSQL 15 says: OID, sign, types (0: none), its function's OID and name, commutator, negator,
 * whether it can merge and hash, its estimators, and its result's type.
 */
export const builtInOperators = \`
${operators.map(row => row.join(' ')).join('\n')}
\`;
`,
);

/**
 * Catalogs that are kept row for row. `columns` are expressions of pg_catalog's SQL with the column's name behind the last
 * blank, or the name alone; what is the same in every row, or belongs to a server, is left out and told by the relation.
 */
const kept = {
  pg_proc: {
    columns: `oid, proname, prolang, procost, prorows, provariadic, prosupport::oid prosupport, prokind, proleakproof,
      proisstrict, proretset, provolatile, proparallel, pronargs, pronargdefaults, prorettype, proargtypes, proallargtypes,
      proargmodes, proargnames, pg_get_expr(proargdefaults, 0) proargdefaults, prosrc,
      pg_get_function_sqlbody(oid) prosqlbody,
      substring(pg_get_function_arguments(oid) FROM '.* DEFAULT .*|.*ORDER BY .*') arguments, (proacl is not null) restricted, oid IN (${mechanism}) mechanism`,
    where: 'oid < 12000',
  },
  pg_type: {
    columns: `oid, typname, typlen, typbyval, typtype, typcategory, typispreferred, typdelim, typsubscript::oid typsubscript,
      typelem, typarray, typinput::oid typinput, typoutput::oid typoutput, typreceive::oid typreceive, typsend::oid typsend,
      typmodin::oid typmodin, typmodout::oid typmodout, typanalyze::oid typanalyze, typalign, typstorage, typcollation`,
    where: "oid < 12000 AND typtype IN ('b', 'p', 'r', 'm')",
  },
  pg_cast: {columns: 'oid, castsource, casttarget, castfunc, castcontext, castmethod', where: 'oid < 16384'},
  pg_aggregate: {
    columns: `aggfnoid::oid aggfnoid, aggkind, aggnumdirectargs, aggtransfn::oid aggtransfn, aggfinalfn::oid aggfinalfn,
      aggcombinefn::oid aggcombinefn, aggserialfn::oid aggserialfn, aggdeserialfn::oid aggdeserialfn,
      aggmtransfn::oid aggmtransfn, aggminvtransfn::oid aggminvtransfn, aggmfinalfn::oid aggmfinalfn, aggfinalextra,
      aggmfinalextra, aggfinalmodify, aggmfinalmodify, aggsortop, aggtranstype, aggtransspace, aggmtranstype,
      aggmtransspace, agginitval, aggminitval`,
    where: 'aggfnoid::oid < 16384',
  },
  pg_range: {
    columns: 'rngtypid, rngsubopc, rngcanonical::oid rngcanonical, rngsubdiff::oid rngsubdiff',
    where: 'rngtypid < 16384',
  },
  pg_conversion: {
    columns: 'oid, conname, conforencoding, contoencoding, conproc::oid conproc, condefault',
    where: 'oid < 16384',
  },
  pg_ts_config: {columns: 'oid, cfgname, cfgparser', where: 'oid < 16384'},
  pg_ts_config_map: {columns: 'mapcfg, maptokentype, mapseqno, mapdict', where: 'mapcfg < 16384'},
  pg_ts_dict: {columns: 'oid, dictname, dicttemplate, dictinitoption', where: 'oid < 16384'},
  pg_ts_parser: {
    columns: `oid, prsname, prsstart::oid prsstart, prstoken::oid prstoken, prsend::oid prsend,
      prsheadline::oid prsheadline, prslextype::oid prslextype`,
    where: 'oid < 16384',
  },
  pg_ts_template: {
    columns: 'oid, tmplname, tmplinit::oid tmplinit, tmpllexize::oid tmpllexize',
    where: 'oid < 16384',
  },
  'information_schema.sql_features': {
    columns: 'feature_id, feature_name, sub_feature_id, sub_feature_name, is_supported, is_verified_by, comments',
    where: 'true',
  },
  'information_schema.sql_parts': {
    columns: 'feature_id, feature_name, is_supported, is_verified_by, comments',
    where: 'true',
  },
};

/** A line of fields as COPY writes them. */
const copied = row =>
  row.map(value => (value === null ? '\\N' : value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n'))).join('\t');

for (const [name, {columns, where}] of Object.entries(kept)) {
  const {fields, rows} = await client.query({
    text: `SELECT ${columns} FROM ${name} WHERE ${where} ORDER BY 1, 2, 3`,
    rowMode: 'array',
    types: {getTypeParser: () => text => text},
  });
  const lines = [fields.map(field => field.name), ...rows].map(copied);
  const file = name.replace('information_schema.', '').replaceAll('_', '-');
  const variable = `${file.replace(/-(.)/g, (_, letter) => letter.toUpperCase())}Rows`;
  writeFileSync(
    new URL(`../src/catalog/system/built-in/${file}.ts`, import.meta.url),
    `// Written by scripts/postgres-built-ins.mjs.

/** What ${name} of PostgreSQL 15 holds of what it brings: the columns, then a row a line, as COPY writes them. */
export const ${variable} = \`
${escaped(lines.join('\n'))}
\`;
`,
  );
}

/** One hexadecimal digit a column: 1 it is never NULL, 2 the collation is C, 4 it is declared as an array. */
const facts = await ask(
  `SELECT n.nspname || '.' || c.relname, string_agg(to_hex(attnotnull::int + 2 * (attcollation = 950)::int
     + 4 * (attndims > 0)::int), '' ORDER BY attnum),
     c.relisshared::int::text
   FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace JOIN pg_attribute a ON attrelid = c.oid
   WHERE relkind IN ('r', 'v') AND attnum > 0 AND nspname IN ('pg_catalog', 'information_schema') GROUP BY c.oid, 1, 3 ORDER BY 1`,
);
writeFileSync(
  new URL('../src/catalog/system/built-in/relation-facts.ts', import.meta.url),
  `// Written by scripts/postgres-built-ins.mjs.

/**
 * What PostgreSQL 15 says of its catalogs and views: the name, a hexadecimal digit for each column (1: never NULL, 2: of the
 * collation C, 4: declared as an array), and whether it is shared by all databases.
 */
export const relationFactRows = \`
${facts.map(([name, digits, rest]) => `${name} ${digits} ${rest}`).join('\n')}
\`;
`,
);

// Who may not read all of them does not see them: that is how one knows which they are.
await client.query('SET ROLE pg_signal_backend');
const seen = (await ask('SELECT array_agg(name) FROM pg_settings'))[0][0];
await client.query('RESET ROLE');
const settings = await client.query({
  text: `SELECT name, context, vartype, unit, min_val, max_val, enumvals, boot_val,
      CASE WHEN name = ANY ($1) THEN 'f' ELSE 't' END,
      array_to_string(pg_settings_get_flags(name), ','), category, short_desc, extra_desc
    FROM pg_settings WHERE name NOT LIKE '%.%' ORDER BY name COLLATE "C"`,
  values: [seen],
  rowMode: 'array',
  types: {getTypeParser: () => text => text},
});
writeFileSync(
  new URL('../src/session/built-in-settings.ts', import.meta.url),
  `// Written by scripts/postgres-built-ins.mjs.

/**
 * What pg_settings of PostgreSQL 15 says, a parameter a line, as COPY writes it: name, context, type, unit, least, greatest,
 * words, built-in value, whether only who may read all settings sees it, flags, category, description, more of it.
 */
export const builtInSettings = \`
${escaped(settings.rows.map(copied).join('\n'))}
\`;
`,
);
await client.end();
