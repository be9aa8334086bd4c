import type {Rename} from '../../sql/ast/index.ts';
import {SqlError} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';
import type {Execution} from '../api.ts';
import {domainNamed} from './alter-domain.ts';
import {typeNamed} from './alter-enum.ts';
import {editCatalog} from './edit-catalog.ts';
import {refuseViews} from './type-users.ts';

/** ALTER TYPE and ALTER DOMAIN … RENAME. Errors: 42704, 42809, 42710, 0A000 while a view's text has the name. */
export function renameType(statement: Rename, session: SqlSession): Promise<Execution> {
  const tag = statement.object === 'domain' ? 'ALTER DOMAIN' : 'ALTER TYPE';
  return editCatalog(session, tag, fork => {
    if (statement.part === 'constraint') {
      const domain = domainNamed(fork, statement.name, session);
      const {from, to} = statement;
      if (!domain.checks.some(check => check.name === from)) {
        throw new SqlError('42704', `constraint "${from!}" for domain ${domain.name} does not exist`);
      }
      if (domain.checks.some(check => check.name === to)) {
        throw new SqlError('42710', `constraint "${to}" for domain ${domain.name} already exists`);
      }
      const checks = domain.checks.map(check => (check.name === from ? {...check, name: to} : check));
      fork.replace({...domain, checks});
    } else {
      const find = statement.object === 'domain' ? domainNamed : typeNamed;
      const type = find(fork, statement.name, session);
      refuseViews(fork, `${tag} … RENAME`, type.oid);
      fork.replace({...type, name: statement.to});
    }
    return {specs: new Map(), notices: [], tag};
  });
}
