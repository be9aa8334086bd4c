import type {ParameterType} from '../../expr/function-row.ts';
import {TEXT, arrayOf, multirangeTypeOf, rangeTypeOf, sameKind} from '../../types/sql-type.ts';
import type {PolymorphicKind, SqlType, rangeTypes} from '../../types/sql-type.ts';
import {commonTypeOf} from './common-type.ts';
import {canCoerce} from './type-category.ts';

/** What one family of polymorphic parameters stands for in a call. */
type Agreed = {readonly element: SqlType; readonly range?: RangeTypes};
type RangeTypes = (typeof rangeTypes)[number];

const shapes: Readonly<Record<PolymorphicKind, {family: 'same' | 'compatible'; of: Shape}>> = {
  anyelement: {family: 'same', of: 'element'},
  anynonarray: {family: 'same', of: 'element'},
  anyenum: {family: 'same', of: 'element'},
  anyarray: {family: 'same', of: 'array'},
  anyrange: {family: 'same', of: 'range'},
  anymultirange: {family: 'same', of: 'multirange'},
  anycompatible: {family: 'compatible', of: 'element'},
  anycompatiblenonarray: {family: 'compatible', of: 'element'},
  anycompatiblearray: {family: 'compatible', of: 'array'},
  anycompatiblerange: {family: 'compatible', of: 'range'},
  anycompatiblemultirange: {family: 'compatible', of: 'multirange'},
};

type Shape = 'element' | 'array' | 'range' | 'multirange';

/**
 * The parameters with polymorphic ones replaced by what the arguments make them; null when the arguments disagree.
 * An unknown that nothing decides is text (manual, 38.2.5).
 */
export function resolvePolymorphic(declared: readonly ParameterType[], args: readonly SqlType[]): SqlType[] | null {
  const families = agreedFamilies(declared, args);
  if (!families) return null;
  const types: SqlType[] = [];
  for (const [i, parameter] of declared.entries()) {
    const type = parameterType(parameter, args[i], families.same, families.compatible);
    if (!type) return null;
    types.push(type);
  }
  return types;
}

/** Parameters that want one type exactly, and nothing but untyped arguments that could say which. */
export function isUndetermined(declared: readonly ParameterType[], args: readonly SqlType[]): boolean {
  const wanting = declared.flatMap((parameter, i) =>
    typeof parameter === 'object' || parameter === 'any' || shapes[parameter].family !== 'same' ? [] : [args[i]],
  );
  return wanting.length > 0 && wanting.every(type => type.kind === 'unknown');
}

/** Whether the arguments agree; an unknown may still leave open which type of range is meant. */
export function fitsPolymorphic(declared: readonly ParameterType[], args: readonly SqlType[]): boolean {
  return agreedFamilies(declared, args) !== null;
}

export type Families = {readonly same: Agreed | undefined; readonly compatible: Agreed | undefined};

/** What the arguments make of both families; null where they do not agree. */
export function agreedFamilies(declared: readonly ParameterType[], args: readonly SqlType[]): Families | null {
  const same = agreed(declared, args, 'same');
  const compatible = agreed(declared, args, 'compatible');
  if (same === null || compatible === null) return null;
  if (same?.element.kind === 'array' && declared.includes('anynonarray')) return null;
  if (same?.element.kind !== 'enum' && declared.includes('anyenum')) return null;
  if (compatible?.element.kind === 'array' && declared.includes('anycompatiblenonarray')) return null;
  return {same, compatible};
}

function parameterType(
  parameter: ParameterType,
  arg: SqlType,
  same: Agreed | undefined,
  compatible: Agreed | undefined,
): SqlType | undefined {
  if (typeof parameter === 'object') return parameter;
  if (parameter === 'any') return arg.kind === 'unknown' ? TEXT : arg;
  return standsFor(parameter, {same, compatible});
}

/** The type that a polymorphic one is among arguments that agree; undefined: they do not say of which type of range. */
export function standsFor(kind: PolymorphicKind, families: Families): SqlType | undefined {
  const {family, of} = shapes[kind];
  const {element, range} = families[family]!;
  switch (of) {
    case 'element':
      return element;
    case 'array':
      return arrayOf(element);
    case 'range':
      return range?.range;
    case 'multirange':
      return range?.multirange;
  }
}

/** Those that are one type exactly, or those for which a common one is found. */
export function familyOf(kind: PolymorphicKind): 'same' | 'compatible' {
  return shapes[kind].family;
}

/** Undefined when the call has none of the family, null when no type fits. */
function agreed(
  declared: readonly ParameterType[],
  args: readonly SqlType[],
  family: 'same' | 'compatible',
): Agreed | null | undefined {
  const elements: SqlType[] = [];
  let range: RangeTypes | undefined;
  for (const [i, parameter] of declared.entries()) {
    if (typeof parameter === 'object' || parameter === 'any' || shapes[parameter].family !== family) continue;
    const {of} = shapes[parameter];
    const element = elementOf(args[i], of);
    if (!element) return null;
    elements.push(element);
    if (of !== 'range' && of !== 'multirange') continue;
    const found = rangeTypeOf(args[i]) ?? multirangeTypeOf(args[i]);
    if (range && found && !sameKind(range.range, found.range)) return null;
    range ??= found;
  }
  if (elements.length === 0) return undefined;
  const element = range?.subtype ?? commonTypeOf(elements);
  if (!element) return null;
  // Only the compatible family converts; the other wants one type exactly.
  const fits = (type: SqlType): boolean =>
    type.kind === 'unknown' ||
    sameKind(type, element) ||
    (family === 'compatible' && canCoerce(type, element, 'implicit'));
  return elements.every(fits) ? {element, range} : null;
}

/** The element type that an argument makes of a polymorphic parameter; undefined where it is nothing of the kind. */
function elementOf(arg: SqlType, shape: Shape): SqlType | undefined {
  if (arg.kind === 'unknown' || shape === 'element') return arg;
  if (shape === 'array') return arg.element;
  return (shape === 'range' ? rangeTypeOf(arg) : multirangeTypeOf(arg))?.subtype;
}
