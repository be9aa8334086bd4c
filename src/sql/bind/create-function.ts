import {DefiningRights} from '../../catalog/defining-rights.ts';
import type {FunctionObject, FunctionParameterObject} from '../../catalog/object.ts';
import {lastingPath} from '../../catalog/temporary.ts';
import {SqlError} from '../../types/sql-error.ts';
import {type Field, isPolymorphic, polymorphicKinds, structOf, type SqlType, VOID} from '../../types/sql-type.ts';
import type {CreateFunction, FunctionParameter, TypeName} from '../ast/index.ts';
import {BindContext} from './context.ts';
import {typeIdentity} from '../../catalog/function-signature.ts';
import {kindName} from '../../types/type-names.ts';
import type {BindOptions} from './context.ts';
import {bindDefault} from './table-columns.ts';
import {commonFields} from './definition.ts';
import {actsByItself, checkActing, parseBody} from './acting-body.ts';
import {bindFunctionBody} from './function-body.ts';
import {bindTraits} from './function-traits.ts';
import {checkPolymorphicResult, hasPolymorphicInput} from './polymorphic-function.ts';
import {bindTypeName, pseudoTypeOf} from './type-name.ts';
import {rowsOf} from './user-function.ts';

/**
 * The record of a new function, whose body has been bound or parsed; `checks`: a body in quotes too, errors in which otherwise come
 * with the first call. Errors: 3F000, 42704, 42P13, 42601, those of the body, 0A000 for other languages.
 */
export function bindCreateFunction(
  ast: CreateFunction,
  options: BindOptions,
  settings: NonNullable<FunctionObject['settings']> = [],
  checks = true,
): FunctionObject {
  const ctx = new BindContext(options);
  const ofDefaults = new BindContext({...options, rights: definingRights(options)});
  const parameters = bindParameters(ofDefaults, ast.parameters, ast.procedure);
  for (const oid of ofDefaults.dependencies) ctx.dependencies.add(oid);
  const language = ast.language ?? 'sql';
  if (language !== 'sql' && language !== 'javascript') {
    if (['plpgsql', 'c', 'internal', 'plpython3u', 'plperl', 'pltcl', 'plv8'].includes(language)) {
      throw ctx.unsupported(`LANGUAGE ${language}`, ast, 'There are sql and javascript.');
    }
    throw new SqlError('42704', `language "${language}" does not exist`);
  }
  const {returns, set, table} = bindResult(ctx, ast, parameters);
  checkPolymorphicResult({parameters, returns, table});
  const polymorphic = hasPolymorphicInput(parameters);
  if (polymorphic && ast.form !== 'string') {
    throw new SqlError('42P13', 'SQL function with unquoted function body cannot have polymorphic arguments');
  }
  if (language === 'javascript' && set && returns.kind === 'array') {
    throw ctx.unsupported('a function in JavaScript whose rows are arrays', ast);
  }
  const made: FunctionObject = {
    ...commonFields(ctx, ast, ast.name),
    kind: 'function',
    parameters,
    returns,
    set,
    language,
    volatility: 'volatile',
    strict: false,
    ...bindTraits(ast.traits, set),
    ...(settings.length > 0 ? {settings} : {}),
    ...(table ? {table} : {}),
    body: ast.body,
    ...(ast.form === 'string' ? {} : {form: ast.form}),
    searchPath: lastingPath(options.searchPath),
    dependsOn: [],
    ...(ast.procedure ? {procedure: true} : {}),
  };
  return checks || ast.form !== 'string' ? withBody(ctx, made, options) : unchecked(ctx, made, options);
}

/** The function with what can be told of its body, which may name what is not there yet, or be no statement at all. */
function unchecked(ctx: BindContext, made: FunctionObject, options: BindOptions): FunctionObject {
  const dependsOn = [...ctx.dependencies];
  const acts = made.procedure === true || made.returns.kind === 'void' || made.settings !== undefined;
  if (acts || (made.language === 'sql' && parses(made) && actsByItself(made, options))) {
    return {...made, acts: true, dependsOn};
  }
  return {...made, dependsOn};
}

function parses(made: FunctionObject): boolean {
  try {
    parseBody(made);
    return true;
  } catch (error) {
    if (error instanceof SqlError) return false;
    throw error;
  }
}

/** The function with what its body says of it: whether it acts, and what it hangs on. Errors: those of the body. */
export function withBody(
  ctx: BindContext,
  {acts: _acts, ...made}: FunctionObject,
  options: BindOptions,
): FunctionObject {
  const {language, procedure, returns, settings, parameters} = made;
  const isSql = language === 'sql';
  // The session sets what is to be set before it runs the body.
  if (procedure || returns.kind === 'void' || settings || (isSql && actsByItself(made, options))) {
    return {...made, acts: true, ...checked(ctx, made, options)};
  }
  if (!isSql) checkJavaScript(made);
  else if (hasPolymorphicInput(parameters)) parseBody(made);
  else bindFunctionBody(ctx, made);
  return {...made, dependsOn: [...ctx.dependencies]};
}

/** Defaults stand in the calls, and nobody is asked for their functions again. */
function definingRights({catalog, role}: BindOptions): BindOptions['rights'] {
  return role === undefined ? undefined : new DefiningRights(catalog, role);
}

/** Its statements are looked at one by one, as they will be run; it hangs on the types that it takes and gives alone. */
function checked(ctx: BindContext, made: FunctionObject, options: BindOptions): Pick<FunctionObject, 'dependsOn'> {
  if (made.language === 'javascript') checkJavaScript(made);
  else if (hasPolymorphicInput(made.parameters)) parseBody(made);
  else checkActing(made, options);
  return {dependsOn: [...ctx.dependencies]};
}

/** Parameters, of which the binder wants their types alone. Errors: 42704, 42P13. */
export function bindParameters(
  ctx: BindContext,
  asts: readonly FunctionParameter[],
  procedure = false,
): FunctionParameterObject[] {
  let defaults = false;
  return asts.map((ast, i) => {
    const fail = (message: string) => new SqlError('42P13', message);
    const same = (other: FunctionParameter): boolean => other.name === ast.name && !areApart(other, ast);
    if (ast.name !== null && asts.slice(0, i).some(same)) {
      throw fail(`parameter name "${ast.name}" used more than once`);
    }
    const type = bindSignatureType(ctx, ast.type, 'have arguments of');
    if (type.kind === 'unknown' || type.kind === 'void')
      throw fail(`SQL functions cannot have arguments of type ${type.kind}`);
    if (ast.mode === 'variadic') {
      if (!isArrayParameter(type)) throw fail('VARIADIC parameter must be an array');
      if (procedure && i < asts.length - 1) throw fail('VARIADIC parameter must be the last parameter');
      if (asts.slice(i + 1).some(({mode}) => mode !== 'out'))
        throw fail('VARIADIC parameter must be the last input parameter');
    }
    if (ast.mode !== 'out') {
      if (defaults && !ast.default)
        throw fail('input parameters after one with a default value must also have defaults');
      defaults ||= ast.default !== null;
    } else if (ast.default) {
      throw fail('only input parameters can have default values');
    } else if (procedure && defaults) {
      throw fail('procedure OUT parameters cannot appear after one with a default value');
    }
    const wanted = isPolymorphic(type) ? null : type;
    const value = ast.default && (bindDefault(ctx, ast.name ?? '', wanted, ast.default) ?? nullDefault(type));
    return {name: ast.name, mode: ast.mode, type, default: value};
  });
}

/** What goes in alone and what comes out alone may share a name. */
function areApart(a: FunctionParameter, b: FunctionParameter): boolean {
  const isOut = ({mode}: FunctionParameter): boolean => mode === 'out';
  return a.mode !== 'inout' && b.mode !== 'inout' && isOut(a) !== isOut(b);
}

/** Types of signatures may be polymorphic. Errors: 42P13 for other pseudo-types. */
function bindSignatureType(ctx: BindContext, ast: TypeName, pseudoIn = 'return'): SqlType {
  const name = ast.names.at(-1)!;
  const isPlain = ast.names.length === 1 || ast.names[0] === 'pg_catalog';
  const kind = isPlain && !ast.setof ? polymorphicKinds.find(other => other === name) : undefined;
  const pseudo = kind ? null : pseudoTypeOf(ast);
  if (pseudo !== null) throw new SqlError('42P13', `SQL functions cannot ${pseudoIn} type ${pseudo}`);
  if (!kind) return bindTypeName(ctx, ast);
  if (ast.arrayBounds.length === 0) return {kind};
  throw new SqlError('42704', `type ${kind}[] does not exist`);
}

function isArrayParameter({kind}: SqlType): boolean {
  return kind === 'array' || kind === 'anyarray' || kind === 'anycompatiblearray';
}

function nullDefault(type: SqlType): FunctionParameterObject['default'] {
  return {expr: {op: 'literal', value: null, type}, text: 'NULL'};
}

function bindResult(
  ctx: BindContext,
  ast: CreateFunction,
  parameters: FunctionParameterObject[],
): {readonly returns: SqlType; readonly set: boolean; readonly table?: readonly Field[]} {
  const outs = parameters.filter(({mode}) => mode === 'out' || mode === 'inout');
  if (ast.returns?.type === 'table') {
    if (outs.length > 0) throw new SqlError('42P13', "OUT and INOUT arguments aren't allowed in TABLE functions");
    const fields = ast.returns.columns.map(({name, type}) => ({name: name!, type: bindSignatureType(ctx, type)}));
    return {returns: fields.length === 1 ? fields[0].type : structOf(fields), set: true, table: fields};
  }
  const fromOuts = outs.length === 0 ? null : rowOf(outs);
  if (!ast.returns) {
    if (ast.procedure) return {returns: fromOuts ?? VOID, set: false};
    if (!fromOuts) throw new SqlError('42P13', 'function result type must be specified');
    return {returns: fromOuts, set: false};
  }
  const {typeName} = ast.returns;
  const set = typeName.setof;
  const type = bindSignatureType(ctx, {...typeName, setof: false});
  if (fromOuts) {
    const isRow = outs.length > 1;
    if (isRow ? type.kind === 'record' : typeIdentity(type) === typeIdentity(fromOuts)) return {returns: fromOuts, set};
    const wanted = isRow ? 'record' : kindName(fromOuts);
    throw new SqlError('42P13', `function result type must be ${wanted} because of OUT parameters`);
  }
  if (type.kind === 'record' && ast.language === 'javascript') {
    throw ctx.unsupported('RETURNS record without OUT parameters in JavaScript', typeName);
  }
  return {returns: type, set};
}

function rowOf(outs: readonly FunctionParameterObject[]): SqlType {
  if (outs.length === 1) return outs[0].type;
  return structOf(outs.map(({name, type}, i) => ({name: name ?? `column${i + 1}`, type})));
}

const GeneratorFunction = Object.getPrototypeOf(function* () {}).constructor as FunctionConstructor;

/** Errors: 42601, 42P13 a parameter without a name that JavaScript can have. */
function checkJavaScript({name, parameters, body, set}: FunctionObject): void {
  const names = parameters.map((parameter, i) => javaScriptName(parameter.name, i));
  try {
    // Only parsed, never run here.
    if (set && rowsOf(body) === 'yielded') new GeneratorFunction(...names, body);
    else new Function(...names, body);
  } catch (error) {
    throw new SqlError('42601', `the body of function "${name}" is no JavaScript: ${(error as Error).message}`);
  }
}

/** $1, $2 … where a parameter has no name. */
function javaScriptName(name: string | null, index: number): string {
  return name ?? `$${index + 1}`;
}
