import {SqlError} from '../sql-error.ts';
import type {SqlType} from '../sql-type.ts';
import {typeByName, kindName} from '../type-names.ts';
import {oidOf, typeOfOid} from '../catalog-oids.ts';
import type {FormatSettings} from './format-settings.ts';
import type {RegKind} from '../reg-kinds.ts';
import {type TypeIo, invalidSyntax, trimSpace} from './type-io.ts';

const UINT32 = 1n << 32n;

/** An unsigned 32-bit number; negative ones wrap, as Postgres lets them. */
function parseOid(text: string, typeName: string): bigint {
  const trimmed = trimSpace(text);
  if (!/^[+-]?\d+$/.test(trimmed)) throw invalidSyntax(typeName, text);
  const value = BigInt(trimmed.replace('+', ''));
  if (value >= UINT32 || value < -(UINT32 / 2n)) {
    throw new SqlError('22003', `value "${text}" is out of range for type ${typeName}`);
  }
  return BigInt.asUintN(32, value);
}

export const oidIo: TypeIo = {
  parse: (text, type) => parseOid(text, type.kind),
  format: String,
  read: reader => BigInt(reader.uint32()),
  write: (writer, value) => writer.int32(Number(value as bigint)),
};

/** The reg* family: by the session's names where the settings carry them, else numbers, '-' for 0, and built-in types. */
function parseReg(text: string, type: SqlType, settings: FormatSettings): bigint {
  const trimmed = trimSpace(text);
  if (settings.objectNames) return settings.objectNames.oidOf(type.kind as RegKind, trimmed);
  if (trimmed === '-') return 0n;
  if (/^\d+$/.test(trimmed)) return parseOid(trimmed, 'oid');
  if (type.kind === 'regtype') {
    const found = typeByName(trimmed.replace(/^pg_catalog\./, '').toLowerCase());
    if (found) return BigInt(oidOf(found));
    throw new SqlError('42704', `type "${text}" does not exist`);
  }
  throw new SqlError('42704', `there is no catalog to look ${type.kind} "${text}" up in`);
}

function formatReg(value: bigint, type: SqlType, settings: FormatSettings): string {
  if (settings.objectNames) return settings.objectNames.nameOf(type.kind as RegKind, value);
  if (value === 0n) return '-';
  const named = type.kind === 'regtype' ? typeOfOid(Number(value)) : undefined;
  if (named) return kindName(named);
  return String(value);
}

export const regIo: TypeIo = {
  ...oidIo,
  parse: parseReg,
  format: (value, type, settings) => formatReg(value as bigint, type, settings),
};
