import {formatText, parseText} from '../../types/io/registry.ts';
import {isRegKind} from '../../types/reg-kinds.ts';
import {baseOf, withoutDomains} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {typeName} from '../../types/type-names.ts';
import {typmodOf, withoutTypmod} from '../../types/typmod.ts';
import type {Shown} from './shown.ts';
import {Unprintable} from './unprintable.ts';

// Constants and casts, as PostgreSQL keeps them.

/** A literal of a type that it was read as; domains and lengths are applied to it afterwards. */
export function constant(text: string | null, wanted: SqlType): Shown {
  const type = withoutTypmod(withoutDomains(wanted));
  if (text === null) return {kind: 'const', text, type};
  // Text search has nothing but what comes with PostgreSQL.
  if (type.kind === 'regconfig' || type.kind === 'regdictionary') {
    return {kind: 'const', text: text.replace(/^pg_catalog\./, ''), type};
  }
  if (isRegKind(type.kind) || type.kind === 'record') throw new Unprintable();
  return {kind: 'const', text: formatText(type, parseText(type, text)), type};
}

export function cast(arg: Shown, from: SqlType, type: SqlType, implicit: boolean): Shown {
  return {kind: 'cast', arg, type, implicit, called: isCalled(from, type)};
}

export const strings = new Set(['text', 'varchar', 'bpchar', 'name']);

/** Not where the bytes are the same, nor where the value goes through its text. */
function isCalled(from: SqlType, to: SqlType): boolean {
  if (typmodOf(to) !== -1) return true;
  if (from.kind === to.kind) return false;
  if (baseOf(from) !== from || baseOf(to) !== to || from.kind === 'array') return false;
  if (strings.has(from.kind) && strings.has(to.kind)) return from.kind === 'bpchar' || from.kind === 'name';
  return !strings.has(from.kind) && !strings.has(to.kind);
}

export function sameShown(a: SqlType, b: SqlType): boolean {
  return typeName(withoutTypmod(a)) === typeName(withoutTypmod(b)) || b.kind === 'unknown' || b.kind === 'record';
}

export function sameType(a: SqlType, b: SqlType): boolean {
  return typeName(a) === typeName(b);
}
