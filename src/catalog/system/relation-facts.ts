import {relationFactRows} from './built-in/relation-facts.ts';
import {once} from './built-in-rows.ts';
import type {SystemRelation} from './system-relation.ts';

type ColumnFacts = {readonly notNull: boolean; readonly inC: boolean; readonly isArray: boolean};

type RelationFacts = {readonly columns: readonly ColumnFacts[]; readonly shared: boolean};

const byName = once(() => new Map(relationFactRows.trim().split('\n').map(factsOfLine)));

function factsOfLine(line: string): readonly [name: string, facts: RelationFacts] {
  const [name, digits, shared] = line.split(' ');
  const columns = Array.from(digits, digit => {
    const bits = parseInt(digit, 16);
    return {notNull: (bits & 1) > 0, inC: (bits & 2) > 0, isArray: (bits & 4) > 0};
  });
  return [name, {columns, shared: shared === '1'}];
}

/** What PostgreSQL's pg_attribute and pg_class say of a relation that is its own too. */
export function relationFacts({schema, name}: SystemRelation): RelationFacts | undefined {
  return byName().get(`${schema}.${name}`);
}
