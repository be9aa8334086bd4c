import {inputs} from '../../catalog/function-signature.ts';
import type {FunctionObject} from '../../catalog/object.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {Statement} from '../ast/index.ts';
import {parseStatements} from '../parse/index.ts';
import type {BindOptions} from './context.ts';
import {asResult, bodyScope, withinBody} from './function-body.ts';
import {BindContext} from './context.ts';
import {bindStatement, type Dml} from './statement.ts';

// The bodies of functions that act and of procedures: a list of statements, each bound when its turn comes.

/** More than one query: something is written, or a function called that acts. */
export function actsByItself(made: FunctionObject, options: BindOptions): boolean {
  const statements = parseBody(made);
  if (statements.some(({kind}) => kind !== 'query')) return true;
  if (statements.some(writesWithin)) return true;
  if (!options.catalog.ofKind('function').some(({acts}) => acts)) return false;
  return statements.some(statement => {
    try {
      const bound = bindStatement(statement as Extract<Statement, {kind: 'query'}>, bodyOptions(made, options));
      return bound.kind === 'select' && bound.calls.length + bound.stages.length > 0;
    } catch (error) {
      // It will be found again where it is told.
      if (error instanceof SqlError) return false;
      throw error;
    }
  });
}

function writesWithin(statement: Statement): boolean {
  return statement.kind === 'query' && (statement.with?.parts ?? []).some(part => part.statement.kind !== 'query');
}

/** Errors: those of its statements, 42P13 for what the last does not give. */
export function checkActing(made: FunctionObject, options: BindOptions): void {
  const statements = parseBody(made);
  const own = bodyOptions(made, options);
  statements.forEach((statement, i) => {
    if (isBound(statement))
      withinBody(made, '', () => bindStatement(statement, i < statements.length - 1 ? own : {...own, returns: made}));
  });
  const last = statements.at(-1);
  if (!last || !isBound(last)) asResult(new BindContext(own), made, null, false);
}

type Bindable = Parameters<typeof bindStatement>[0];

function isBound(statement: Statement): statement is Bindable {
  return ['query', 'insert', 'update', 'delete', 'merge', 'call'].includes(
    statement.kind satisfies string as Dml['kind'],
  );
}

/** Errors: 42601. */
export function parseBody(made: FunctionObject): readonly Statement[] {
  return withinBody(made, '', () => parseStatements(made.body));
}

/** With the body's text, parameters and search path. */
export function bodyOptions(made: FunctionObject, options: BindOptions): BindOptions {
  const parameters = inputs(made.parameters);
  return {
    ...options,
    text: made.body,
    ...bodyScope(new BindContext(options), made),
    parameterTypes: parameters.map(({type}) => type),
    parametersFixed: true,
    performs: true,
    routine: {name: made.name, parameters: parameters.map(({name}) => name)},
  };
}
