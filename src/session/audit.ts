import type {AuditEntry} from '../storage/audit-files.ts';
import type {Statement} from '../sql/ast/index.ts';
import {printStatement} from '../sql/print/index.ts';
import {SqlError} from '../types/sql-error.ts';
import type {SqlSession} from './session.ts';

/** Where the audit trail is kept; a server without one keeps none. */
export interface AuditTrail {
  append(entry: Omit<AuditEntry, 'id'>): void;
  entries(): readonly AuditEntry[];
  maxBytes: number;
}

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
const WRITES = new Set<Statement['kind']>(['insert', 'update', 'delete', 'merge', 'truncate']);
const READS = new Set<Statement['kind']>([
  'query',
  'show',
  'explain',
  'execute',
  'fetch',
  'declare_cursor',
  'subscribe',
]);
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

export function auditClassOf(statement: Statement): AuditClass {
  if (ROLE_KINDS.has(statement.kind)) return 'role';
  if (statement.kind === 'set' || statement.kind === 'reset') {
    return statement.name === null || IDENTITIES.includes(statement.name) ? 'role' : 'session';
  }
  if (WRITES.has(statement.kind)) return 'write';
  if (statement.kind === 'copy') return statement.direction === 'from' ? 'write' : 'read';
  if (READS.has(statement.kind)) return 'read';
  if (statement.kind === 'transaction') return 'transaction';
  return OF_SESSION.has(statement.kind) ? 'session' : 'ddl';
}

const chosen = new Map<string, ReadonlySet<AuditClass>>();

/** `ddl, role, login, rights`, `all`, `none`, as sets. */
export function auditClasses(setting: string): ReadonlySet<AuditClass> {
  let classes = chosen.get(setting);
  if (!classes) {
    const words = setting.split(',').map(word => word.trim().toLowerCase());
    classes = new Set(words.includes('all') ? AUDIT_CLASSES : AUDIT_CLASSES.filter(each => words.includes(each)));
    chosen.set(setting, classes);
  }
  return classes;
}

export function hasPassword({kind}: Statement): boolean {
  return kind === 'create_role' || kind === 'alter_role';
}

/** Without passwords: what may hold one is printed anew, and the printer hides them. */
export function auditedText(statement: Statement, sql: string): string {
  if (hasPassword(statement)) return printStatement(statement);
  return sql.slice(statement.span.start, statement.span.end);
}

/** Looks at one statement's end, and writes it down if its class or its failure is to be. */
export class AuditedStatement {
  private readonly session: SqlSession;
  private readonly trail: AuditTrail;
  private readonly statement: Statement;
  private readonly sql: string;
  private readonly at = Date.now();
  private readonly classes: ReadonlySet<AuditClass>;
  private readonly who: {readonly sessionUser: string; readonly currentUser: string};
  private done = false;

  constructor(session: SqlSession, trail: AuditTrail, statement: Statement, sql: string) {
    this.session = session;
    this.trail = trail;
    this.statement = statement;
    this.sql = sql;
    this.classes = auditClasses(session.settings.get('audit_log')!);
    // As whom it was run, whatever it makes of that.
    this.who = {sessionUser: session.sessionUserName, currentUser: session.user};
  }

  succeeded(tag: string): void {
    const kind = auditClassOf(this.statement);
    if (this.classes.has(kind)) this.write(kind, tag, null);
  }

  failed(error: unknown): void {
    const kind = auditClassOf(this.statement);
    const code = error instanceof SqlError ? error.code : 'XX000';
    if (this.classes.has('rights') && code === '42501') this.write('rights', '', error);
    else if (this.classes.has(kind)) this.write(kind, '', error);
  }

  private write(kind: AuditClass, tag: string, error: unknown): void {
    if (this.done) return;
    this.done = true;
    const {session} = this;
    const rows = /(\d+)$/.exec(tag);
    const code = error === null ? '00000' : error instanceof SqlError ? error.code : 'XX000';
    this.trail.append({
      at: this.at,
      class: kind,
      ...this.who,
      processId: session.processId,
      client: session.remoteAddress,
      application: session.settings.get('application_name')!,
      statement: auditedText(this.statement, this.sql),
      tag,
      sqlstate: code,
      message: error instanceof Error ? error.message : null,
      rows: rows ? Number(rows[1]) : null,
    });
  }
}
