// Asks a PostgreSQL for what its catalogs say of what it brings: descriptions, and what operators are made of.
//   node scripts/postgres-built-ins.mjs postgres://USER@HOST:PORT/DB
// Writes src/catalog/system/built-in-descriptions.ts and src/catalog/system/built-in-operators.ts.
import {writeFileSync} from 'node:fs';
import pg from 'pg';

const client = new pg.Client(process.argv[2]);
await client.connect();
const ask = async sql => (await client.query({text: sql, rowMode: 'array'})).rows;

function escaped(text) {
  return text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');
}

const classes = ['pg_proc', 'pg_operator', 'pg_type', 'pg_namespace', 'pg_am', 'pg_language', 'pg_collation'];
let descriptions = `// Written by scripts/postgres-built-ins.mjs.

/** What pg_description of PostgreSQL 15 says of what it brings, by catalog: a line each, the OID first. */
export const builtInDescriptions: Readonly<Record<string, string>> = {
`;
for (const name of classes) {
  const rows = await ask(
    `SELECT objoid, description FROM pg_description WHERE classoid = '${name}'::regclass AND objsubid = 0 AND objoid < 16384
       AND (classoid <> 'pg_collation'::regclass OR objoid IN (100, 950, 951))
     ORDER BY 1`,
  );
  descriptions += `  ${name}: \`\n${rows.map(([oid, text]) => `${oid} ${escaped(text)}`).join('\n')}\n\`,\n`;
}
writeFileSync(new URL('../src/catalog/system/built-in-descriptions.ts', import.meta.url), `${descriptions}};\n`);

const operators = await ask(
  `SELECT o.oid, oprname, oprleft, oprright, p.oid, p.proname, oprcom, oprnegate, oprcanmerge::int, oprcanhash::int
   FROM pg_operator o JOIN pg_proc p ON p.oid = oprcode WHERE o.oid < 16384 ORDER BY o.oid`,
);
writeFileSync(
  new URL('../src/catalog/system/built-in-operators.ts', import.meta.url),
  `// Written by scripts/postgres-built-ins.mjs.

/**
 * What pg_operator of PostgreSQL 15 says: OID, sign, types (0: none), its function's OID and name, commutator, negator,
 * and whether it can merge and hash.
 */
export const builtInOperators = \`
${operators.map(row => row.join(' ')).join('\n')}
\`;
`,
);
await client.end();
