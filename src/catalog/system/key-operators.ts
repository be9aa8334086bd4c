import {oidOf} from '../../types/catalog-oids.ts';
import {baseOf, type SqlType} from '../../types/sql-type.ts';
import {defaultOperatorClass, indexedTypeNames} from '../operator-classes.ts';
import {once} from './built-in-rows.ts';
import {classRows, operatorRows} from './operator-class-rows.ts';

// Which operators a foreign key compares with: pg_constraint tells them.

/** OIDs: referenced = referencing, referenced = referenced, referencing = referencing. */
export type KeyOperators = {readonly across: bigint; readonly referenced: bigint; readonly referencing: bigint};

const EQUAL = '3';

/** `operatorClass`: that of the referenced index's column, where it is not the type's own. */
export function keyOperators(
  referenced: SqlType,
  referencing: SqlType,
  operatorClass: number | undefined,
): KeyOperators {
  const found = classes().get(operatorClass ?? defaultOperatorClass('btree', indexedTypeNames(referenced))?.oid ?? 0);
  if (!found) return {across: 0n, referenced: 0n, referencing: 0n};
  const {family, type} = found;
  const equal = (left: string, right: string) => operators().get(`${family} ${left} ${right} ${EQUAL}`);
  const own = equal(type, type) ?? 0n;
  const other = String(oidOf(baseOf(referencing)));
  // Without an operator for both types, what references is cast to the type of what is referenced.
  const across = equal(type, other);
  return {
    across: across ?? own,
    referenced: own,
    referencing: across === undefined ? own : (equal(other, other) ?? own),
  };
}

const classes = once(
  () => new Map(split(classRows).map(([oid, , , family, type]) => [Number(oid), {family, type}] as const)),
);

const operators = once(
  () =>
    new Map(
      split(operatorRows).map(
        ([, family, left, right, strategy, , operator]) =>
          [`${family} ${left} ${right} ${strategy}`, BigInt(operator)] as const,
      ),
    ),
);

function split(rows: string): readonly (readonly string[])[] {
  return rows.split(';').map(row => row.trim().split(/\s+/));
}
