import {inputs, variadicElement} from '../../catalog/function-signature.ts';
import type {FunctionObject, FunctionParameterObject} from '../../catalog/object.ts';
import type {Expr} from '../../expr/expr.ts';
import type {ParameterType} from '../../expr/function-row.ts';
import {SqlError} from '../../types/sql-error.ts';
import {isPolymorphic, type PolymorphicKind, type SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import {withoutTypmod} from '../../types/typmod.ts';
import type {FunctionCall} from '../ast/index.ts';
import {mustCoerce} from './coerce.ts';
import type {BindContext} from './context.ts';
import type {ResolvedCall} from './named-arguments.ts';
import {agreedFamilies, familyOf, isUndetermined, standsFor, type Families} from './polymorphism.ts';
import type {UserCallable} from './user-function.ts';

// Functions that somebody made whose types are polymorphic: each call makes one of plain types of them, which is then bound
// like any other.

/** Some input says only with the call of what type it is. */
export function hasPolymorphicInput(parameters: readonly FunctionParameterObject[]): boolean {
  return inputs(parameters).some(({type}) => isPolymorphic(type));
}

/** A parameter's type as overload resolution wants it. */
export function declaredParameter(type: SqlType): ParameterType {
  return isPolymorphic(type) ? (type.kind as PolymorphicKind) : type;
}

/**
 * The function as one of the types that the call's arguments, and the defaults of those left out, make of it. Errors: 42804 where
 * they say nothing, or are not alike.
 */
export function asCalled(
  ctx: BindContext,
  ast: FunctionCall,
  match: ResolvedCall<UserCallable>,
): ResolvedCall<UserCallable> {
  const {row, args} = match;
  const {object, parameters, variadic} = row;
  if (!hasPolymorphicInput(parameters)) return match;
  const last = parameters.length - 1;
  const spread = variadic && !ast.variadic && args.length > last;
  const declaredOf = (i: number): ParameterType =>
    spread && i >= last
      ? declaredParameter(variadicElement(parameters[last].type))
      : declaredParameter(parameters[i].type);
  const all = [...args, ...parameters.slice(args.length).map(parameter => parameter.default!.expr)];
  const declared = all.map((_, i) => declaredOf(i));
  const families = settled(
    declared,
    all.map(({type}) => type),
  );
  refuseUndetermined(object, families);
  const plain = (type: SqlType): SqlType => plainType(type, families);
  const plainParameter = (parameter: FunctionParameterObject): FunctionParameterObject => ({
    ...parameter,
    type: plain(parameter.type),
  });
  return {
    row: {
      ...row,
      object: {
        ...object,
        parameters: object.parameters.map(plainParameter),
        returns: plain(object.returns),
        ...(object.table && {table: object.table.map(field => ({...field, type: plain(field.type)}))}),
      },
      parameters: parameters.map((parameter, i) =>
        i < args.length ? plainParameter(parameter) : withDefault(ctx, plainParameter(parameter)),
      ),
    },
    args,
    parameters: args.map((_, i) => {
      const type = declared[i];
      return typeof type === 'object' ? type : plain({kind: type as PolymorphicKind});
    }),
  };
}

function withDefault(ctx: BindContext, parameter: FunctionParameterObject): FunctionParameterObject {
  const {expr, text} = parameter.default!;
  return {...parameter, default: {expr: asType(ctx, expr, parameter.type), text}};
}

function asType(ctx: BindContext, expr: Expr, type: SqlType): Expr {
  return mustCoerce(ctx, expr, type, 'implicit');
}

/** Errors: 42804. */
function settled(declared: readonly ParameterType[], types: readonly SqlType[]): Families {
  if (isUndetermined(declared, types)) throw undetermined(null);
  const families = agreedFamilies(declared, types);
  if (families) return families;
  const alike = declared.flatMap((kind, i) => (kind === 'anyelement' && types[i].kind !== 'unknown' ? [types[i]] : []));
  const other = alike.find(type => kindName(type) !== kindName(alike[0]));
  if (!other) throw new SqlError('42804', 'arguments of anycompatible family cannot be cast to a common type');
  throw new SqlError('42804', 'arguments declared "anyelement" are not all alike', {
    detail: `${kindName(alike[0])} versus ${kindName(other)}`,
  });
}

/** Errors: 42804 for ranges, of which no argument says what type of range they are. */
function refuseUndetermined(object: FunctionObject, families: Families): void {
  const declared = [...inputs(object.parameters), ...resultsOf(object)].map(({type}) => type.kind);
  const open = RANGES.find(kind => declared.includes(kind) && !standsFor(kind, families));
  if (open) throw undetermined(open);
}

const RANGES = ['anyrange', 'anymultirange', 'anycompatiblerange', 'anycompatiblemultirange'] as const;

/** Modifiers and layouts are the arguments' own. Errors: 42704. */
function plainType(type: SqlType, families: Families): SqlType {
  if (type.fields && type.oid === undefined) {
    return {...type, fields: type.fields.map(field => ({...field, type: plainType(field.type, families)}))};
  }
  if (!isPolymorphic(type)) return type;
  const found = standsFor(type.kind as PolymorphicKind, families)!;
  // Here as in Postgres arrays of arrays are arrays of more dimensions.
  if (found.element?.kind !== 'array') return unmodified(found);
  throw new SqlError('42704', `could not find array type for data type ${kindName(found.element)}`);
}

function unmodified(type: SqlType): SqlType {
  if (type.element) return {...type, element: unmodified(type.element)};
  if (type.domain !== undefined) return type;
  const {digits: _digits, ...plain} = withoutTypmod(type);
  return plain;
}

function undetermined(kind: PolymorphicKind | null): SqlError {
  const what = kind === null ? 'polymorphic type' : `polymorphic type ${kind}`;
  return new SqlError('42804', `could not determine ${what} because input has type unknown`);
}

const ELEMENTS = 'anyelement, anyarray, anynonarray, anyenum, anyrange, or anymultirange';
const COMPATIBLES =
  'anycompatible, anycompatiblearray, anycompatiblenonarray, anycompatiblerange, or anycompatiblemultirange';

function resultsOf({returns, table}: Pick<FunctionObject, 'returns' | 'table'>): readonly {readonly type: SqlType}[] {
  return table ?? (returns.oid === undefined ? returns.fields : undefined) ?? [{type: returns}];
}

/** check_valid_polymorphic_signature. Errors: 42P13. */
export function checkPolymorphicResult({
  parameters,
  returns,
  table,
}: Pick<FunctionObject, 'parameters' | 'returns' | 'table'>): void {
  const given = inputs(parameters).flatMap(({type}) => (isPolymorphic(type) ? [type.kind as PolymorphicKind] : []));
  for (const {type} of resultsOf({returns, table})) {
    if (!isPolymorphic(type)) continue;
    const kind = type.kind as PolymorphicKind;
    const compatible = familyOf(kind) === 'compatible';
    const prefix = compatible ? 'anycompatible' : 'any';
    const ofRanges = /range$/.test(kind);
    const fits = ofRanges
      ? given.some(input => input === `${prefix}range` || input === `${prefix}multirange`)
      : given.some(input => familyOf(input) === familyOf(kind));
    if (fits) continue;
    const wanted = ofRanges ? `${prefix}range or ${prefix}multirange` : compatible ? COMPATIBLES : ELEMENTS;
    throw new SqlError('42P13', 'cannot determine result data type', {
      detail: `A result of type ${kind} requires at least one input of type ${wanted}.`,
    });
  }
}
