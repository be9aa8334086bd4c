import type {Catalog} from '../../catalog/catalog.ts';
import {inputs} from '../../catalog/function-signature.ts';
import type {FunctionObject} from '../../catalog/object.ts';
import {aggregatesNamed, functionsNamed} from '../../expr/registry.ts';
import {tableFunctionsNamed} from '../../expr/table-functions.ts';
import {quoteIdentifier} from '../../expr/text/quote.ts';
import type {FunctionCall} from '../ast/index.ts';
import {parseExpression, parseStatements} from '../parse/index.ts';

/** A function before and after it gets another name or schema. */
export type RenamedFunction = {readonly before: FunctionObject; readonly after: FunctionObject};

/**
 * An expression, or a list of statements, that calls the function by its name, with the new one; null: calls of that name may mean
 * other functions as well. `catalog`: as of before.
 */
export function renamedInText(
  catalog: Catalog,
  text: string,
  form: 'expression' | 'statements',
  {before, after}: RenamedFunction,
): string | null {
  const calls: FunctionCall[] = [];
  collect(form === 'expression' ? parseExpression(text) : parseStatements(text), calls);
  const meant = calls.filter(call => hasName(call, before) && takes(before, call.args.length));
  if (meant.length === 0) return text;
  const others = catalog.ofKind('function').filter(other => other.oid !== before.oid && other.name === before.name);
  const builtIn = [
    functionsNamed(before.name, 'function'),
    aggregatesNamed(before.name),
    tableFunctionsNamed(before.name),
  ];
  const isUnclear = ({args, name}: FunctionCall): boolean =>
    others.some(other => hasName({name}, other) && takes(other, args.length)) ||
    (name.length === 1 && builtIn.some(rows => rows.length > 0));
  if (meant.some(isUnclear)) return null;
  const hasMoved = before.schema !== after.schema;
  let changed = text;
  for (const {span, name} of meant.sort((a, b) => b.span.start - a.span.start)) {
    const parts = hasMoved || name.length > 1 ? [after.schema, after.name] : [after.name];
    const shown = parts.map(part => quoteIdentifier(part)).join('.');
    changed = changed.slice(0, span.start) + shown + changed.slice(endOfName(changed, span.start));
  }
  return changed;
}

function hasName({name}: Pick<FunctionCall, 'name'>, called: FunctionObject): boolean {
  return name.at(-1) === called.name && (name.length === 1 || name.at(-2) === called.schema);
}

function takes({parameters}: FunctionObject, count: number): boolean {
  const given = inputs(parameters);
  const required = given.filter(parameter => parameter.default === null).length;
  return given.at(-1)?.mode === 'variadic' ? count >= required - 1 : count >= required && count <= given.length;
}

/** All calls in a piece of syntax tree, whatever it is of. */
function collect(part: unknown, calls: FunctionCall[]): void {
  if (typeof part !== 'object' || part === null) return;
  if ('kind' in part && part.kind === 'function_call') calls.push(part as FunctionCall);
  Object.values(part).forEach(inner => collect(inner, calls));
}

/** Where the parenthesis behind a name is, which may be quoted. */
export function endOfName(text: string, start: number): number {
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (text[i] === '(' && !quoted) return i;
  }
  return start;
}
