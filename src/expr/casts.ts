import {mapArray} from '../types/array-shape.ts';
import type {Datum} from '../types/datum.ts';
import {formatText, parseText} from '../types/io/registry.ts';
import {applyTypmod} from '../types/typmod.ts';
import {baseOf, sameKind, type SqlType, type TypeKind} from '../types/sql-type.ts';
import {regKinds} from '../types/reg-kinds.ts';
import {cast} from './define.ts';
import {checkDomain, checkDomains} from './domains.ts';
import {formatOf} from './format-context.ts';
import type {CallContext, FunctionRow} from './function-row.ts';
import type {KernelChoice} from './kernel-twin.ts';
import {partsOf} from './range-parts.ts';

// Casts that Postgres derives instead of listing: through text (I/O conversion), of arrays and composites through those of
// their elements, and of domains through those of their base types.

type Find = (from: SqlType, to: SqlType) => FunctionRow | null;

const stringKinds: readonly TypeKind[] = ['text', 'varchar', 'bpchar', 'name'];
/** Output that settings decide (DateStyle, TimeZone, IntervalStyle, bytea_output, extra_float_digits), or the catalog. */
const settingKinds: readonly TypeKind[] = [
  'date',
  'timetz',
  'money',
  'timestamp',
  'timestamptz',
  'interval',
  'bytea',
  'real',
  'double precision',
  'enum',
  'array',
  'range',
  'multirange',
  'struct',
  'record',
  ...regKinds,
];

export function synthesizedCast(from: SqlType, to: SqlType, find: Find): FunctionRow | null {
  if (to.domain !== undefined) return intoDomain(from, to, find);
  if (from.domain !== undefined) return outOfDomain(from, to, find);
  if (from.kind === 'array' && to.kind === 'array') return arrayCast(from, to, find);
  if (isComposite(from) && isComposite(to)) return compositeCast(from, to, find);
  if (from.kind === to.kind && sameKind(from, to)) return relabelling(from, to);
  if (from.kind === 'range' && to.kind === 'multirange') return intoMultirange(from, to);
  if (stringKinds.includes(to.kind)) return toText(from, to);
  if (stringKinds.includes(from.kind) || from.kind === 'unknown') return fromText(from, to);
  return null;
}

/** Converted as its base type, then held to what the domain asks of its values: NULL is one of them. */
function intoDomain(from: SqlType, to: SqlType, find: Find): FunctionRow | null {
  const base = baseOf(to);
  const convert = find(from, base);
  if (!convert && !sameKind(from, base)) return null;
  const row = ([value]: readonly [Datum], context: CallContext): Datum => {
    const inner: CallContext = {...context, now: context.now, resultType: base};
    const converted = value === null || !convert ? value : convert.row([value], inner);
    return checkDomain(to, converted, context);
  };
  return cast(from, to, convert?.context ?? 'implicit', row, {
    strict: false,
    volatility: convert?.volatility ?? 'immutable',
  });
}

function outOfDomain(from: SqlType, to: SqlType, find: Find): FunctionRow | null {
  const base = baseOf(from);
  const convert = find(base, to);
  if (!convert) return sameKind(base, to) ? relabelling(from, to) : null;
  return cast(from, to, convert.context!, (args: readonly [Datum], context) => convert.row(args, context), {
    method: convert.method,
    volatility: convert.volatility,
    relabels: convert.relabels,
  });
}

/** A range that a user made as the multirange of it alone. */
function intoMultirange(from: SqlType, to: SqlType): FunctionRow | null {
  if (from.bounds?.partner !== to.oid) return null;
  const row = ([value]: readonly [Datum], {argTypes}: CallContext): Datum =>
    partsOf(value, argTypes[0]) as unknown as Datum;
  return cast(from, to, 'explicit', row);
}

function isComposite(type: SqlType): boolean {
  return type.kind === 'struct' || type.kind === 'record';
}

function relabelling(from: SqlType, to: SqlType): FunctionRow {
  return cast(from, to, 'implicit', ([value]: readonly [Datum]) => value, {method: 'binary', relabels: true});
}

/** The value fitted to the modifiers of the type that the call asks for. */
export function fitted(value: Datum, context: CallContext): Datum {
  return applyTypmod(context.resultType, value, context.assigning ? 'implicit' : 'explicit');
}

const integerWidths: Partial<Readonly<Record<TypeKind, number>>> = {smallint: 2, integer: 4, bigint: 8};

function integerText(width: number): KernelChoice {
  return ({result}) =>
    result.length === undefined ? {export: 'text_of_integer', shape: 'bytesOf', params: [width], room: 20} : null;
}

/** A value as its type prints it; bpchar loses its padding on the way to the other string types. */
function toText(from: SqlType, to: SqlType): FunctionRow {
  const row = ([value]: readonly [Datum], context: CallContext): Datum => {
    const text = formatText(context.argTypes[0], value!, formatOf(context));
    return fitted(to.kind === 'name' ? parseText(to, text) : text, context);
  };
  const width = integerWidths[from.kind];
  return cast(from, to, 'assignment', row, {
    method: 'io',
    kernel: width && to.kind !== 'name' ? integerText(width) : undefined,
    volatility: settingKinds.includes(from.kind) ? 'stable' : 'immutable',
  });
}

function fromText(from: SqlType, to: SqlType): FunctionRow {
  const row = ([text]: readonly [string], context: CallContext): Datum =>
    checkDomains(to, fitted(parseText(context.resultType, text, formatOf(context)), context), context);
  return cast(from, to, 'explicit', row, {
    method: 'io',
    volatility: settingKinds.includes(to.kind) ? 'stable' : 'immutable',
  });
}

function arrayCast(from: SqlType, to: SqlType, find: Find): FunctionRow | null {
  const element = find(from.element!, to.element!);
  if (!element) return null;
  const row = ([items]: readonly [readonly Datum[]], context: CallContext): Datum => {
    const inner: CallContext = {
      ...context,
      argTypes: [context.argTypes[0].element!],
      resultType: context.resultType.element!,
    };
    return mapArray(items, item => (item === null && element.strict ? null : element.row([item], inner)));
  };
  return cast(from, to, element.context!, row, {volatility: element.volatility, method: element.method});
}

/** Field by field, where there are as many. */
function compositeCast(from: SqlType, to: SqlType, find: Find): FunctionRow | null {
  // Two declared types have nothing to do with each other, however alike they look.
  if (from.oid !== undefined && to.oid !== undefined && from.oid !== to.oid) return null;
  const [source, target] = [from.fields ?? [], to.fields ?? []];
  if (from.fields && to.fields) {
    if (source.length !== target.length) return null;
    if (source.some((field, i) => !sameKind(field.type, target[i].type) && !find(field.type, target[i].type)))
      return null;
  }
  const row = ([fields]: readonly [readonly Datum[]], context: CallContext): Datum => {
    const [a, b] = [context.argTypes[0].fields ?? [], context.resultType.fields ?? []];
    return fields.map((value, i) => {
      if (!b[i]) return value;
      const convert = find(a[i].type, b[i].type);
      if (!convert || (value === null && convert.strict)) return value;
      return convert.row([value], {...context, argTypes: [a[i].type], resultType: b[i].type});
    });
  };
  return cast(from, to, to.oid === undefined ? 'explicit' : 'implicit', row);
}
