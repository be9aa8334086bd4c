import type {AuditEntry} from '../storage/audit-files.ts';
import type {CreateSink, CreateSource, Statement} from '../sql/ast/index.ts';
import {AUDIT_CLASSES, type AuditClass, auditClassOf} from './audit-class.ts';
import type {PreparedStatement} from './prepared.ts';
import {printStatement} from '../sql/print/index.ts';
import {SqlError} from '../types/sql-error.ts';
import type {SqlSession} from './session.ts';

/** Where the audit trail is kept; a server without one keeps none. */
export interface AuditTrail {
  append(entry: Omit<AuditEntry, 'id'>): void;
  entries(): readonly AuditEntry[];
  maxBytes: number;
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
  return kind === 'create_role' || kind === 'alter_role' || kind === 'create_source' || kind === 'create_sink';
}

/** Without passwords: a statement about a role is printed anew, and the printer hides them. */
export function auditedText(statement: Statement, sql: string): string {
  if (statement.kind === 'create_source' || statement.kind === 'create_sink') return withoutOptions(statement, sql);
  if (hasPassword(statement)) return printStatement(statement);
  return sql.slice(statement.span.start, statement.span.end);
}

/** Options of connectors that let somebody in. */
const SECRET_OPTION = /pass|secret|token|credential|jaas|(access|private|ssl).?key/i;

function withoutOptions({span, options, format}: CreateSource | CreateSink, sql: string): string {
  let text = '';
  let from = span.start;
  const secret = [...options, ...(format?.options ?? [])].filter(({name}) => SECRET_OPTION.test(name));
  for (const {value} of secret.sort((a, b) => a.span.start - b.span.start)) {
    if (!value) continue;
    text += `${sql.slice(from, value.span.start)}'********'`;
    from = value.span.end;
  }
  return text + sql.slice(from, span.end);
}

/** Looks at one statement's end, and writes it down if its class or its failure is to be. */
export class AuditedStatement {
  private readonly session: SqlSession;
  private readonly trail: AuditTrail;
  private readonly prepared: PreparedStatement;
  private readonly at = Date.now();
  private readonly classes: ReadonlySet<AuditClass>;
  private readonly who: {readonly sessionUser: string; readonly currentUser: string};
  private readonly setting: string;
  private done = false;

  constructor(session: SqlSession, trail: AuditTrail, prepared: PreparedStatement) {
    this.session = session;
    this.trail = trail;
    this.prepared = prepared;
    this.setting = session.settings.get('audit_log')!;
    this.classes = auditClasses(this.setting);
    // As whom it was run, whatever it makes of that.
    this.who = {sessionUser: session.sessionUserName, currentUser: session.user};
  }

  succeeded(tag: string): void {
    const kind = this.changedIdentity() ? 'role' : this.kind();
    if (this.classes.has(kind)) this.write(kind, tag, null);
  }

  failed(error: unknown): void {
    const kind = this.kind();
    const code = error instanceof SqlError ? error.code : 'XX000';
    if (this.classes.has('rights') && code === '42501') this.write('rights', '', error);
    else if (this.classes.has(kind)) this.write(kind, '', error);
  }

  private kind(): AuditClass {
    return auditClassOf(this.prepared, name => this.session.prepared.get(name) ?? null);
  }

  /** By set_config(), say. What the end of a transaction gives back was written down when it was taken on. */
  private changedIdentity(): boolean {
    const {session, who, setting} = this;
    if (this.prepared.statement?.kind === 'transaction') return false;
    const same = session.sessionUserName === who.sessionUser && session.user === who.currentUser;
    return !same || session.settings.get('audit_log') !== setting;
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
      statement: this.text(),
      tag,
      sqlstate: code,
      message: error instanceof Error ? error.message : null,
      rows: rows ? Number(rows[1]) : null,
    });
  }

  /** Of EXECUTE, what it runs too. */
  private text(): string {
    const {statement, sql} = this.prepared;
    const text = auditedText(statement!, sql);
    const executed = statement!.kind === 'execute' ? this.session.prepared.get(statement!.name) : undefined;
    return executed ? `${text}\nprepared: ${executed.sql}` : text;
  }
}
