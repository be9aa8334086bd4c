import {BOOLEAN, CHAR, NAME, OID, TEXT} from '../../types/sql-type.ts';
import {NAMES, OIDS} from './column-types.ts';
import type {TableObject} from '../object.ts';
import type {Policy} from '../row-security.ts';
import {printedExpression} from '../stored-expression.ts';
import type {SystemSnapshot} from './snapshot.ts';
import {systemRelation} from './system-relation.ts';

const COMMANDS = {all: '*', select: 'r', insert: 'a', update: 'w', delete: 'd'} as const;

function* policiesOf({catalog}: SystemSnapshot) {
  for (const table of catalog.ofKind('table')) for (const policy of table.policies ?? []) yield {table, policy};
}

function shown(snapshot: SystemSnapshot, table: TableObject, {searchPath}: Policy, text: string | null): string | null {
  if (text === null) return null;
  const how = {pretty: false, wanted: BOOLEAN, writtenIn: searchPath};
  return printedExpression(snapshot, table, text, how) ?? `(${text})`;
}

export const pgPolicy = systemRelation({
  oid: 3256,
  schema: 'pg_catalog',
  name: 'pg_policy',
  columns: {
    oid: OID,
    polname: NAME,
    polrelid: OID,
    polcmd: CHAR,
    polpermissive: BOOLEAN,
    polroles: OIDS,
    polqual: TEXT,
    polwithcheck: TEXT,
  },
  *rows(snapshot) {
    for (const {table, policy} of policiesOf(snapshot)) {
      yield {
        oid: BigInt(policy.oid),
        polname: policy.name,
        polrelid: BigInt(table.oid),
        polcmd: COMMANDS[policy.command],
        polpermissive: policy.permissive,
        polroles: policy.roles.map(BigInt),
        polqual: shown(snapshot, table, policy, policy.using),
        polwithcheck: shown(snapshot, table, policy, policy.check),
      };
    }
  },
});

export const pgPolicies = systemRelation({
  oid: 12018,
  schema: 'pg_catalog',
  name: 'pg_policies',
  relkind: 'v',
  columns: {
    schemaname: NAME,
    tablename: NAME,
    policyname: NAME,
    permissive: TEXT,
    roles: NAMES,
    cmd: TEXT,
    qual: TEXT,
    with_check: TEXT,
  },
  *rows(snapshot) {
    for (const {table, policy} of policiesOf(snapshot)) {
      yield {
        schemaname: table.schema,
        tablename: table.name,
        policyname: policy.name,
        permissive: policy.permissive ? 'PERMISSIVE' : 'RESTRICTIVE',
        roles: policy.roles.map(oid =>
          oid === 0 ? 'public' : (snapshot.catalog.roleBook.ofOid(oid)?.name ?? String(oid)),
        ),
        cmd: policy.command.toUpperCase(),
        qual: shown(snapshot, table, policy, policy.using),
        with_check: shown(snapshot, table, policy, policy.check),
      };
    }
  },
});
