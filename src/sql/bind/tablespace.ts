import {SqlError} from '../../types/sql-error.ts';

/** There is one place to put things. Errors: 42704. */
export function checkTablespace(name: string | null): void {
  if (name === null || name === 'pg_default') return;
  if (name === 'pg_global') {
    throw new SqlError('22023', 'only shared relations can be placed in pg_global tablespace');
  }
  throw new SqlError('42704', `tablespace "${name}" does not exist`);
}
