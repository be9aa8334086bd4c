import type {Catalog} from '../../catalog/catalog.ts';
import {inputs, inputTypes, signatureText, typeIdentity} from '../../catalog/function-signature.ts';
import type {FunctionObject} from '../../catalog/object.ts';
import {loadJavaScript} from '../../expr/javascript/sandbox.ts';
import type {CreateFunction} from '../../sql/ast/index.ts';
import {bindCreateFunction} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {isPolymorphic, sameKind} from '../../types/sql-type.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {functionSettings} from './function-settings.ts';
import {bindOptions} from './planned.ts';
import {replacing} from './refill-views.ts';

export const createFunction: StatementHandler<CreateFunction> = {
  async run(statement, session, sql) {
    if (statement.language === 'javascript') await loadJavaScript();
    const tag = statement.procedure ? 'CREATE PROCEDURE' : 'CREATE FUNCTION';
    return replacing(session, statement.orReplace, replaced =>
      editCatalog(session, tag, fork => {
        const made = bindCreateFunction(
          statement,
          {...bindOptions(session, sql), catalog: fork},
          functionSettings(session, statement.traits.settings),
          session.settings.get('check_function_bodies') !== 'off',
        );
        const there = statement.orReplace ? sameSignature(fork, made) : null;
        if (!there) fork.add(made);
        else {
          replaceFunction(fork, there, made);
          replaced(there.oid);
        }
        return {specs: new Map(), notices: [], tag};
      }),
    );
  },
};

function sameSignature(catalog: Catalog, made: FunctionObject): FunctionObject | null {
  const key = identity(made);
  return catalog.functionsNamed([made.schema, made.name], []).find(other => identity(other) === key) ?? null;
}

function identity({parameters}: FunctionObject): string {
  return inputTypes(parameters).map(typeIdentity).join();
}

/** Errors: 42P13 another result. */
function replaceFunction(catalog: Catalog, there: FunctionObject, made: FunctionObject): void {
  if ((there.procedure ?? false) !== (made.procedure ?? false)) {
    const kind = there.procedure ? 'procedure' : 'function';
    throw new SqlError('42809', 'cannot change routine kind', {detail: `"${there.name}" is a ${kind}.`});
  }
  if (there.set !== made.set || !sameKind(there.returns, made.returns)) {
    if (made.procedure && (made.returns.kind === 'void') !== (there.returns.kind === 'void')) {
      throw new SqlError('42P13', 'cannot change whether a procedure has output parameters', {
        hint: `Use DROP PROCEDURE ${signatureText(there)} first.`,
      });
    }
    throw new SqlError('42P13', 'cannot change return type of existing function', {
      hint: `Use DROP FUNCTION ${signatureText(there)} first.`,
    });
  }
  refuseOtherInputs(there, made);
  catalog.replace({...made, oid: there.oid, comment: there.comment, owner: there.owner, acl: there.acl});
}

/** Calls by name, and those that leave arguments out, stay what they are. Errors: 42P13. */
function refuseOtherInputs(there: FunctionObject, made: FunctionObject): void {
  const kind = there.procedure ? 'PROCEDURE' : 'FUNCTION';
  const refuse = (message: string): SqlError =>
    new SqlError('42P13', message, {hint: `Use DROP ${kind} ${signatureText(there)} first.`});
  const before = inputs(there.parameters);
  const now = inputs(made.parameters);
  const named = before.find(({name}, i) => name !== null && now[i].name !== name);
  if (named) throw refuse(`cannot change name of input parameter "${named.name}"`);
  if (before.some((parameter, i) => parameter.default && !now[i].default)) {
    throw refuse('cannot remove parameter defaults from existing function');
  }
  const retyped = (i: number): boolean => {
    const type = before[i].default?.expr.type;
    return type !== undefined && isPolymorphic(before[i].type) && !sameKind(type, now[i].default!.expr.type);
  };
  if (before.some((_, i) => retyped(i))) throw refuse('cannot change data type of existing parameter default value');
}
