import type {TypeName} from '../ast/index.ts';
import {printExpression} from './expression.ts';
import {printName, printPath} from './identifier.ts';

/** The standard's spelling of types that take any modifiers. */
const SPELLINGS: Readonly<Record<string, string | undefined>> = {
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  float4: 'real',
  float8: 'double precision',
  bool: 'boolean',
  json: 'json',
};

export function printTypeName(type: TypeName): string {
  const bounds = type.arrayBounds.map(bound => (bound < 0 ? '[]' : `[${bound}]`)).join('');
  return (type.setof ? 'SETOF ' : '') + printBase(type) + bounds;
}

function printBase(type: TypeName): string {
  if (type.struct !== null) {
    const fields = type.struct.map(field => `${printName(field.name)} ${printTypeName(field.type)}`);
    return `STRUCT<${fields.join(', ')}>`;
  }
  if (type.names.length === 2 && type.names[0] === 'pg_catalog') {
    const spelled = printStandard(type, type.names[1]);
    if (spelled !== null) return spelled;
  }
  return printPath(type.names) + printModifiers(type);
}

function printModifiers(type: TypeName): string {
  return type.modifiers.length === 0 ? '' : `(${type.modifiers.map(printExpression).join(', ')})`;
}

/** Null where the standard's grammar cannot say what the type has; then its catalog name can. */
function printStandard(type: TypeName, name: string): string | null {
  const {modifiers} = type;
  const plain = SPELLINGS[name];
  if (plain !== undefined) return modifiers.length === 0 ? plain : null;
  const oneInteger = modifiers.length === 1 && modifiers[0].kind === 'integer' && isInt32(modifiers[0].text);
  const suffix = printModifiers(type);
  switch (name) {
    case 'numeric':
      return `numeric${suffix}`;
    case 'varbit':
      return `bit varying${suffix}`;
    case 'bit':
      return suffix === '' ? null : `bit${suffix}`;
    case 'varchar':
      return suffix === '' || oneInteger ? `character varying${suffix}` : null;
    case 'bpchar':
      return oneInteger ? `character${suffix}` : null;
    case 'time':
    case 'timestamp':
      return suffix === '' || oneInteger ? `${name}${suffix}` : null;
    case 'timetz':
    case 'timestamptz':
      return suffix === '' || oneInteger ? `${name.slice(0, -2)}${suffix} with time zone` : null;
    case 'interval':
      if (suffix !== '' && !oneInteger) return null;
      return type.intervalFields === null ? `interval${suffix}` : `interval ${type.intervalFields}${suffix}`;
  }
  return null;
}

function isInt32(text: string): boolean {
  return !text.startsWith('-') && Number(text) <= 2147483647;
}
