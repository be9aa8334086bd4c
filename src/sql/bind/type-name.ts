import {arrayElementNamed} from '../../catalog/array-names.ts';
import {rowTypeOf, typeOf} from '../../catalog/user-types.ts';
import {isType} from '../../catalog/object.ts';
import {catalogTypeByName} from '../../types/catalog-oids.ts';
import {schemaMissing} from '../../catalog/name-errors.ts';
import {pseudoTypeName, pseudoTypeNamed} from '../../types/pseudo-types.ts';
import {SqlError} from '../../types/sql-error.ts';
import {intervalOf} from '../../types/typmod.ts';
import {CHAR, arrayOf, numericOf, structOf} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {typeByName} from '../../types/type-names.ts';
import type {TypeName} from '../ast/index.ts';
import type {BindContext} from './context.ts';

const MAX_PRECISION = 1000;
const MAX_LENGTH = 10_485_760;
const MAX_TIME_PRECISION = 6;

/** The type a name stands for. Errors: 42704 there is none, 22023 bad modifiers, 0A000, 42601. */
export function bindTypeName(ctx: BindContext, ast: TypeName): SqlType {
  if (ast.setof) throw ctx.unsupported('SETOF types', ast);
  const base = ast.struct
    ? structOf(ast.struct.map(field => ({name: field.name, type: bindTypeName(ctx, field.type)})))
    : withModifiers(ctx, ast, namedType(ctx, ast));
  // Postgres has one array type an element, whatever the dimensions.
  return ast.arrayBounds.length === 0 ? base : arrayOf(base);
}

/** The name is that of a type that only signatures have, as format_type prints it. */
export function pseudoTypeOf({names}: TypeName): string | null {
  if (names.length > 1 && names[0] !== 'pg_catalog') return null;
  const pseudo = pseudoTypeNamed(names[names.length - 1]);
  return pseudo ? pseudoTypeName(pseudo.oid)! : null;
}

function namedType(ctx: BindContext, ast: TypeName): SqlType {
  const name = ast.names[ast.names.length - 1];
  const qualified = ast.names.length > 1;
  if (/^(?:small|big)?serial[248]?$/.test(name)) throw ctx.unsupported(`type ${name}`, ast);
  if (!qualified && name === 'char') return CHAR;
  if (!qualified || ast.names[0] === 'pg_catalog') {
    const type = qualified ? pgCatalogType(name) : typeByName(name);
    if (type) return type;
    if (pseudoTypeNamed(name)) throw ctx.unsupported(`values of pseudo-type ${name}`, ast);
  }
  const own = userNamedType(ctx, ast);
  if (own) return own;
  throw new SqlError('42704', `type "${ast.names.join('.')}" does not exist`, {position: ctx.at(ast)});
}

/** A type that somebody made, or a relation's rows; what is bound then depends on it. Errors: 3F000. */
function userNamedType(ctx: BindContext, ast: TypeName): SqlType | null {
  const {names} = ast;
  if (names.length === 2 && !ctx.catalog.hasSchema(names[0])) throw schemaMissing(names[0]).at(ctx.at(ast));
  const object =
    ctx.catalog.findType(names, ctx.options.searchPath) ??
    arrayElementNamed(ctx.catalog, names, ctx.options.searchPath);
  if (!object) return null;
  ctx.dependencies.add(object.oid);
  const type = isType(object) ? typeOf(object) : rowTypeOf(object);
  return ctx.catalog.find(names, ctx.options.searchPath) === object ? type : arrayOf(type);
}

/** A schema-qualified name is pg_type's own: pg_catalog.char is the one-byte type. */
function pgCatalogType(name: string): SqlType | undefined {
  return name === 'char' ? CHAR : typeByName(name);
}

function withModifiers(ctx: BindContext, ast: TypeName, type: SqlType): SqlType {
  if (ast.intervalFields && ast.modifiers.length === 0) return intervalOf(ast.intervalFields, undefined);
  if (ast.modifiers.length === 0) return type;
  const values = ast.modifiers.map(modifier => {
    if (modifier.kind !== 'integer') {
      throw new SqlError('42601', 'type modifiers must be simple constants or identifiers', {
        position: ctx.at(modifier),
      });
    }
    return Number(modifier.text);
  });
  const fail = (message: string) => new SqlError('22023', message, {position: ctx.at(ast)});
  switch (type.kind) {
    case 'numeric':
      return numericWith(values, fail);
    case 'varchar':
    case 'bpchar':
    case 'bit':
    case 'varbit':
      return lengthed(type.kind, values, fail);
    case 'time':
    case 'timetz':
    case 'timestamp':
    case 'timestamptz':
      // Postgres warns and takes its largest.
      return {kind: type.kind, precision: Math.min(values[0], MAX_TIME_PRECISION)};
    case 'interval':
      return intervalOf(ast.intervalFields ?? undefined, Math.min(values[0], MAX_TIME_PRECISION));
    default:
      throw new SqlError('42601', `type modifier is not allowed for type "${ast.names[ast.names.length - 1]}"`, {
        position: ctx.at(ast),
      });
  }
}

function numericWith(values: readonly number[], fail: (message: string) => SqlError): SqlType {
  const [precision, scale = 0] = values;
  if (values.length > 2) throw fail('invalid NUMERIC type modifier');
  if (precision < 1 || precision > MAX_PRECISION) {
    throw fail(`NUMERIC precision ${precision} must be between 1 and ${MAX_PRECISION}`);
  }
  if (scale < -MAX_PRECISION || scale > MAX_PRECISION) {
    throw fail(`NUMERIC scale ${scale} must be between -${MAX_PRECISION} and ${MAX_PRECISION}`);
  }
  return numericOf(precision, scale);
}

type LengthKind = 'varchar' | 'bpchar' | 'bit' | 'varbit';

function lengthed(kind: LengthKind, values: readonly number[], fail: (message: string) => SqlError): SqlType {
  const [length] = values;
  const name = kind === 'bpchar' ? 'char' : kind;
  if (values.length !== 1) throw fail('invalid type modifier');
  if (length < 1) throw fail(`length for type ${name} must be at least 1`);
  const longest = kind === 'bit' || kind === 'varbit' ? 8 * MAX_LENGTH : MAX_LENGTH;
  if (length > longest) throw fail(`length for type ${name} cannot exceed ${longest}`);
  return {kind, length};
}

/** The name is that of a type: then calling it with one argument is a cast. */
export function typeOfFunctionName(name: string): SqlType | null {
  const found = catalogTypeByName(name);
  return found ? {kind: found.kind} : null;
}
