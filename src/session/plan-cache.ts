import {oidOf} from '../types/catalog-oids.ts';
import type {SqlType} from '../types/sql-type.ts';
import type {PreparedStatement} from './prepared.ts';

const MOST_STATEMENTS = 128;
const LONGEST_TEXT = 8192;
const FINGERPRINTS = 1024;
/** Literals that mean another time whenever they are read. */
const MOMENT = /\b(now|today|tomorrow|yesterday)\b/i;

export type Versions = {readonly settings: number; readonly catalog: number};

/**
 * Statements that a session has planned, by their text: drivers send the same ones again and again without preparing them. One is
 * good while the catalog and the session's settings are what they were. Kept from its second coming on, since texts with
 * their values in them never come again; forgets the one longest unused.
 */
export class PlanCache {
  private readonly statements = new Map<string, PreparedStatement>();
  private settings = -1;
  private readonly seen = new SeenTexts();

  get(versions: Versions, sql: string, types: readonly (SqlType | null)[]): PreparedStatement | null {
    if (versions.settings !== this.settings) return null;
    const key = keyOf(sql, types);
    const known = this.statements.get(key);
    if (!known) return null;
    this.statements.delete(key);
    if (known.planned!.catalogVersion !== versions.catalog) return null;
    this.statements.set(key, known);
    return {...known};
  }

  /** The text is known, declared types aside. */
  has({settings}: Versions, sql: string): boolean {
    return settings === this.settings && this.statements.has(sql);
  }

  put({settings}: Versions, sql: string, prepared: PreparedStatement): void {
    if (!prepared.planned || sql.length > LONGEST_TEXT) return;
    const key = keyOf(sql, prepared.declaredTypes);
    if (!this.seen.add(key) || isMoment(sql)) return;
    if (settings !== this.settings) this.statements.clear();
    this.settings = settings;
    this.statements.set(key, {...prepared});
    if (this.statements.size <= MOST_STATEMENTS) return;
    for (const oldest of this.statements.keys()) {
      this.statements.delete(oldest);
      return;
    }
  }
}

/** Which texts have come before, as far as a few bits of them tell. */
export class SeenTexts {
  private readonly fingerprints = new Int32Array(FINGERPRINTS);

  /** True: it had come. */
  add(text: string): boolean {
    let fingerprint = 1;
    for (let i = 0; i < text.length; i++) fingerprint = (Math.imul(fingerprint, 31) + text.charCodeAt(i)) | 0;
    const at = (fingerprint ^ (fingerprint >>> 16)) & (FINGERPRINTS - 1);
    const before = this.fingerprints[at] === fingerprint;
    this.fingerprints[at] = fingerprint;
    return before;
  }
}

/** A plan of this text may hold the time at which it was made. */
export function isMoment(sql: string): boolean {
  return MOMENT.test(sql);
}

function keyOf(sql: string, types: readonly (SqlType | null)[]): string {
  return types.length === 0 ? sql : `${types.map(type => (type ? oidOf(type) : 0)).join()} ${sql}`;
}
