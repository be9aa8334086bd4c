import type {Catalog} from '../../catalog/catalog.ts';
import {planDropOf} from '../../catalog/drop.ts';
import {inputTypes, typeIdentity} from '../../catalog/function-signature.ts';
import type {CatalogNotice} from '../../catalog/notice.ts';
import type {FunctionObject} from '../../catalog/object.ts';
import type {DropFunction, FunctionReference, RoutineWord} from '../../sql/ast/index.ts';
import {BindContext, bindParameters} from '../../sql/bind/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import {kindName} from '../../types/type-names.ts';
import {tableSpec} from '../table-spec.ts';
import type {SqlSession} from '../session.ts';
import {readersIn} from './column-users.ts';
import {editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {bindOptions} from './planned.ts';

export const dropFunction: StatementHandler<DropFunction> = {
  run(statement, session, sql) {
    const tag = `DROP ${statement.word.toUpperCase()}`;
    return editCatalog(session, tag, fork => {
      const notices: CatalogNotice[] = [];
      const targets: FunctionObject[] = [];
      for (const named of statement.functions) {
        try {
          targets.push(findFunction(fork, session, sql, named, statement.word));
        } catch (error) {
          if (!statement.ifExists || !(error instanceof SqlError) || error.code !== '42883') throw error;
          notices.push({severity: 'NOTICE', code: '00000', message: `${error.message}, skipping`});
        }
      }
      const cascade = statement.behavior === 'cascade';
      const path = session.settings.searchPath;
      const plan = planDropOf(fork, targets, cascade, path, readersIn(session, fork));
      fork.remove(plan.objects.map(({oid}) => oid));
      for (const changed of [...plan.changed, ...plan.others]) fork.replace(changed);
      const specs = new Map(plan.changed.map(table => [table.oid, tableSpec(table)]));
      return {specs, notices: [...notices, ...plan.notices], tag};
    });
  },
};

/** Errors: 42883 there is none, 42725 there are several of the name. */
export function findFunction(
  catalog: Catalog,
  session: SqlSession,
  sql: string,
  {name, parameters}: FunctionReference,
  word: RoutineWord = 'function',
): FunctionObject {
  const all = catalog.functionsNamed(name.parts, session.settings.searchPath);
  const fits = ({procedure}: FunctionObject): boolean =>
    word === 'routine' || (procedure === true) === (word === 'procedure');
  const shown = name.parts.join('.');
  const what = word === 'procedure' ? word : 'function';
  if (parameters === null) {
    const named = all.filter(fits);
    if (named.length === 1) return named[0];
    if (named.length === 0) throw new SqlError('42883', `could not find a ${what} named "${shown}"`);
    throw new SqlError('42725', `${word} name "${shown}" is not unique`, {
      hint: `Specify the argument list to select the ${word} unambiguously.`,
    });
  }
  const ctx = new BindContext({...bindOptions(session, sql), catalog});
  const bound = bindParameters(ctx, parameters);
  const wanted = inputTypes(bound);
  const key = wanted.map(typeIdentity).join();
  const found =
    all.find(object => inputTypes(object.parameters).map(typeIdentity).join() === key) ??
    // Of a procedure, the types may be those of all its parameters.
    all.find(object => object.procedure && object.parameters.map(({type}) => typeIdentity(type)).join() === key);
  const signature = `${shown}(${wanted.map(kindName).join(', ')})`;
  if (!found) throw new SqlError('42883', `${what} ${signature} does not exist`);
  if (!fits(found)) throw new SqlError('42809', `${signature} is not a ${word}`);
  return found;
}
