import type {LiftedStatement, TextShape} from '../sql/parse/index.ts';
import type {Datum} from '../types/datum.ts';
import type {FormatSettings} from '../types/io/format-settings.ts';
import {parseText} from '../types/io/registry.ts';
import {SqlError} from '../types/sql-error.ts';
import {isMoment, SeenTexts, type Versions} from './plan-cache.ts';
import type {PreparedStatement} from './prepared.ts';

const MOST_SHAPES = 128;

/** A statement whose literals are values, as if it had been prepared. */
export type Filled = {readonly prepared: PreparedStatement; readonly values: readonly Datum[]};

/**
 * Plans of lookups by the shapes of their texts: pgbench, psycopg and many a program write the key into the text, a new one
 * each time. One is good while the catalog and the session's settings are what they were. A shape is kept from its second
 * coming on; the one longest unused is forgotten. A text whose literals cannot be read as the parameters goes the ordinary
 * way, and fails there if it must.
 */
export class ShapeCache {
  private readonly plans = new Map<string, PreparedStatement>();
  /** By the shape alone: which of its literals are parameters. */
  private readonly lifted = new Map<string, readonly number[]>();
  private readonly seen = new SeenTexts();
  private settings = -1;

  get({settings, catalog}: Versions, sql: string, shape: TextShape, formatting: FormatSettings): Filled | null {
    const lifted = settings === this.settings ? this.lifted.get(shape.key) : undefined;
    if (!lifted) return null;
    const key = keyOf(shape, lifted);
    const prepared = this.plans.get(key);
    if (!prepared) return null;
    this.plans.delete(key);
    const {catalogVersion, parameterTypes} = prepared.planned!;
    if (catalogVersion !== catalog) return null;
    this.plans.set(key, prepared);
    try {
      const values = lifted.map((at, i) => parseText(parameterTypes[i], shape.literals[at].text, formatting));
      return {prepared: {...prepared, sql}, values};
    } catch (error) {
      if (error instanceof SqlError) return null;
      throw error;
    }
  }

  /** A plan of it would be kept. */
  wants(sql: string, shape: TextShape, {lifted}: LiftedStatement): boolean {
    return this.seen.add(keyOf(shape, lifted)) && !isMoment(sql);
  }

  put({settings}: Versions, shape: TextShape, {lifted}: LiftedStatement, prepared: PreparedStatement): void {
    if (settings !== this.settings) this.clear();
    this.settings = settings;
    this.lifted.set(shape.key, lifted);
    this.plans.set(keyOf(shape, lifted), prepared);
    if (this.lifted.size > MOST_SHAPES) this.clear();
    if (this.plans.size <= MOST_SHAPES) return;
    for (const oldest of this.plans.keys()) {
      this.plans.delete(oldest);
      return;
    }
  }

  private clear(): void {
    this.plans.clear();
    this.lifted.clear();
  }
}

/** The shape with those literals in it that are no parameters. */
function keyOf({key, literals}: TextShape, lifted: readonly number[]): string {
  if (lifted.length === literals.length) return key;
  return literals.reduce((whole, {text}, i) => (lifted.includes(i) ? whole : `${whole}\0${text}`), key);
}
