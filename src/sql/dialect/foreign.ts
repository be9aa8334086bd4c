import {notSupported} from '../../types/sql-error.ts';
import type {SqlError} from '../../types/sql-error.ts';
import type {Dialect} from './dialect.ts';
import type {Placeholders} from './placeholders.ts';

/** A node of node-sql-parser's tree: a plain object whose shape differs from grammar to grammar, so every part is looked at. */
export type Foreign = {readonly [key: string]: unknown};

export function isForeign(value: unknown): value is Foreign {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isPresent(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return false;
  if (Array.isArray(value)) return value.some(isPresent);
  return typeof value !== 'object' || Object.values(value).some(isPresent);
}

export function list(value: unknown): readonly Foreign[] {
  if (Array.isArray(value)) return value.filter(isForeign);
  return isForeign(value) ? [value] : [];
}

/** What one statement is translated with. */
export class Translation {
  readonly dialect: Dialect;
  readonly placeholders: Placeholders;

  constructor(dialect: Dialect, placeholders: Placeholders) {
    this.dialect = dialect;
    this.placeholders = placeholders;
  }

  /** Errors: 0A000 the node says something that nobody here has thought of. */
  allow(node: Foreign, what: string, keys: readonly string[]): void {
    const known = new Set([...keys, 'type', 'loc', 'tableList', 'columnList', 'parentheses']);
    const other = Object.keys(node).find(key => !known.has(key) && isPresent(node[key]));
    if (other !== undefined) throw this.unsupported(`${other.replaceAll('_', ' ')} in ${what}`);
  }

  unsupported(what: string): SqlError {
    return notSupported(`${what} (${this.dialect.title})`);
  }
}
