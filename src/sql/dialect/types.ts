import {type Foreign, isPresent, type Translation} from './foreign.ts';

/** Types that mean the same under the same name in nearly every dialect. */
const common: Readonly<Record<string, string>> = {
  INT: 'integer',
  INTEGER: 'integer',
  BIGINT: 'bigint',
  SMALLINT: 'smallint',
  TINYINT: 'smallint',
  DECIMAL: 'numeric',
  NUMERIC: 'numeric',
  DEC: 'numeric',
  REAL: 'real',
  FLOAT: 'double precision',
  DOUBLE: 'double precision',
  'DOUBLE PRECISION': 'double precision',
  BOOLEAN: 'boolean',
  BOOL: 'boolean',
  CHAR: 'character',
  CHARACTER: 'character',
  VARCHAR: 'character varying',
  'CHARACTER VARYING': 'character varying',
  TEXT: 'text',
  STRING: 'text',
  DATE: 'date',
  TIME: 'time',
  TIMESTAMP: 'timestamp',
  DATETIME: 'timestamp',
  JSON: 'jsonb',
  UUID: 'uuid',
  BYTES: 'bytea',
  VARBINARY: 'bytea',
  BINARY: 'bytea',
  INTERVAL: 'interval',
};

const withLength = new Set(['character', 'character varying', 'numeric']);

/** A type as Postgres text; a cast to CHAR cuts, but does not pad. Errors: 0A000. */
export function typeText(t: Translation, node: Foreign, ofCast = false): string {
  const suffix = (Array.isArray(node.suffix) ? node.suffix : [node.suffix]).filter(isPresent).map(String);
  const name = String(node.dataType).toUpperCase();
  const mapped = t.dialect.types[name] ?? common[name];
  if (!mapped || isPresent(node.definition)) throw t.unsupported(`type ${name}`);
  t.allow(node, 'a type', ['dataType', 'length', 'scale', 'suffix', 'quoted', 'precision', 'definition']);
  const unsigned = suffix.some(word => word.toUpperCase() === 'UNSIGNED');
  const base = unsigned ? ({smallint: 'integer', integer: 'bigint', bigint: 'numeric'}[mapped] ?? mapped) : mapped;
  const zoned = suffix.join(' ').toUpperCase();
  if (zoned.includes('WITH TIME ZONE') || zoned.includes('LOCAL')) return 'timestamptz';
  if (!withLength.has(base) || !isPresent(node.length)) return ofCast && base === 'character' ? 'text' : base;
  if (ofCast && base === 'character') return `character varying(${String(node.length)})`;
  if (/^max$/i.test(String(node.length))) return 'text';
  return `${base}(${[node.length, node.scale].filter(part => part !== null && part !== undefined).join(', ')})`;
}
