import {SqlError} from '../../types/sql-error.ts';
import {baseOf, type SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';

/** No relation keeps values of a type that says nothing of them: rows without a declared type, `void`. Errors: 42P16. */
export function refusePseudoType(name: string, type: SqlType): void {
  const base = baseOf(type);
  if (base.kind !== 'void' && !isRecord(base.element ?? base)) return;
  throw new SqlError('42P16', `column "${name}" has pseudo-type ${kindName(type)}`);
}

function isRecord({kind, oid}: SqlType): boolean {
  return kind === 'struct' && oid === undefined;
}
