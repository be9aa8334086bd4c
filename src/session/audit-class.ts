import type {Query, Statement} from '../sql/ast/index.ts';
import {intoOf} from '../sql/bind/index.ts';
import type {PreparedStatement} from './prepared.ts';

/** Kinds of statements, as the setting `audit_log` names them; `rights`: whatever fails for want of a right. */
export const AUDIT_CLASSES = ['login', 'role', 'ddl', 'write', 'read', 'session', 'transaction', 'rights'] as const;
export type AuditClass = (typeof AUDIT_CLASSES)[number];

const ROLE_KINDS = new Set<Statement['kind']>([
  'create_role',
  'alter_role',
  'alter_role_set',
  'rename_role',
  'drop_role',
  'grant_role',
  'drop_owned',
  'reassign_owned',
  'grant',
  'alter_default_privileges',
  'create_policy',
  'alter_policy',
  'rename_policy',
  'drop_policy',
  'create_masking_policy',
  'alter_masking_policy',
  'drop_masking_policy',
]);
const WRITES = new Set<Statement['kind']>(['insert', 'update', 'delete', 'merge', 'truncate', 'call', 'do']);
const READS = new Set<Statement['kind']>(['show', 'fetch', 'declare_cursor', 'subscribe']);
const OF_SESSION = new Set<Statement['kind']>([
  'set_transaction',
  'set_constraints',
  'discard',
  'prepare',
  'deallocate',
  'close',
  'listen',
  'notify',
  'unlisten',
  'lock_table',
]);
const IDENTITIES = ['role', 'session_authorization', 'audit_log', 'audit_log_max_bytes'];

type Audited = Pick<PreparedStatement, 'statement' | 'planned'>;

/** The class that a statement is of: by what it does, whatever it is wrapped in. `named`: prepared statements. */
export function auditClassOf({statement, planned}: Audited, named: (name: string) => Audited | null): AuditClass {
  if (!statement) return 'session';
  switch (statement.kind) {
    case 'set':
    case 'reset':
      return statement.name === null || IDENTITIES.includes(statement.name) ? 'role' : 'session';
    case 'query':
      return classOfQuery(statement, (planned?.calls.length ?? 0) > 0);
    case 'execute': {
      const executed = named(statement.name);
      // Of one that executes another, which may be itself.
      if (executed?.statement?.kind === 'execute') return 'session';
      return executed ? auditClassOf(executed, named) : 'read';
    }
    case 'explain': {
      const explained = statement.statement;
      const runs = statement.options.some(({name}) => name === 'analyze') && explained.kind !== 'explained_view';
      return runs ? auditClassOf({statement: explained, planned: null}, named) : 'read';
    }
    case 'copy':
      if (statement.direction === 'from') return 'write';
      return statement.query ? auditClassOf({statement: statement.query, planned: null}, named) : 'read';
    case 'transaction':
      return 'transaction';
  }
  const {kind} = statement;
  if (ROLE_KINDS.has(kind)) return 'role';
  if (WRITES.has(kind)) return 'write';
  if (READS.has(kind)) return 'read';
  return OF_SESSION.has(kind) ? 'session' : 'ddl';
}

/** `acts`: it calls functions that write. */
function classOfQuery(query: Query, acts: boolean): AuditClass {
  if (intoOf(query)) return 'ddl';
  return acts || (query.with?.parts ?? []).some(({statement}) => writes(statement)) ? 'write' : 'read';
}

function writes(statement: Statement): boolean {
  return statement.kind !== 'query' || classOfQuery(statement, false) === 'write';
}
