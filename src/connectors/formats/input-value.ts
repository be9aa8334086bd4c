import {checkDomains} from '../../expr/domains.ts';
import type {CallContext} from '../../expr/function-row.ts';
import type {Datum} from '../../types/datum.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {applyTypmod} from '../../types/typmod.ts';

const contexts = new WeakMap<SqlType, CallContext>();

/** What a decoder has read, as a value of the column's type: fitted to it, and held to its domains. Errors: 22001, 22003, 23514. */
export function inputValue(type: SqlType, value: Datum): Datum {
  const fitted = applyTypmod(type, value, 'implicit');
  let context = contexts.get(type);
  if (!context) contexts.set(type, (context = {argTypes: [], resultType: type, now: 0n, settings: new Map()}));
  return checkDomains(type, fitted, context);
}
