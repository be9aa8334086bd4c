import type {Datum} from '../types/datum.ts';
import {isPolymorphic} from '../types/sql-type.ts';
import type {PrintDefault} from './function-definition.ts';
import {storedExpression} from './stored-expression.ts';
import {builtInArgumentDefault} from './built-in-function-text.ts';
import type {SystemSnapshot} from './system/snapshot.ts';

const NO_COLUMNS = {name: '', oid: 0, columns: []};

/** Defaults of parameters see no columns. */
export function defaultPrinter(snapshot: SystemSnapshot): PrintDefault {
  return (text, wanted) =>
    storedExpression(snapshot, NO_COLUMNS, text, {pretty: false, ...(isPolymorphic(wanted) ? {} : {wanted})});
}

/** The default of a function's parameter, numbered from 1 with the OUT ones, as it is printed; null: there is none. */
export function argumentDefault(snapshot: SystemSnapshot, oid: Datum, number: number): string | null {
  const made = snapshot.catalog.byOid(Number(oid));
  if (made?.kind !== 'function') return builtInArgumentDefault(Number(oid), number);
  const parameter = made.parameters.at(number > 0 ? number - 1 : made.parameters.length);
  if (!parameter?.default) return null;
  return defaultPrinter(snapshot)(parameter.default.text, parameter.type);
}
