import type {CreateTable} from '../../sql/ast/index.ts';
import {bindCreateTable} from '../../sql/bind/index.ts';
import {hasEnding} from '../on-commit.ts';
import type {ObjectSpec} from '../engine.ts';
import {sequenceSpec} from '../sequence-spec.ts';
import {tableSpec} from '../table-spec.ts';
import {tellOfTable} from './debug-notices.ts';
import {alreadyThere, editCatalog} from './edit-catalog.ts';
import type {StatementHandler} from './handler.ts';
import {definingOptions} from './planned.ts';

export const createTable: StatementHandler<CreateTable> = {
  async run(statement, session, sql, given) {
    // What the end of the transaction does to it belongs to the statement where that is all of it.
    if (!session.transaction.isOpen && (statement.onCommit !== 'default' || hasEnding(session))) {
      return session.atomically(async () => createTable.run(statement, session, sql, given));
    }
    let made: ReturnType<typeof bindCreateTable> | null = null;
    const done = await editCatalog(session, 'CREATE TABLE', fork => {
      const tag = 'CREATE TABLE';
      const there = alreadyThere(session, fork, statement, tag);
      if (there) return there;
      made = bindCreateTable(statement, {...definingOptions(session, sql), catalog: fork});
      const {table, sequences} = made;
      fork.add(table);
      for (const sequence of sequences) fork.add(sequence);
      return {
        specs: new Map<number, ObjectSpec>([
          [table.oid, tableSpec(table)],
          ...sequences.map(sequence => [sequence.oid, sequenceSpec(sequence)] as const),
        ]),
        notices: [],
        tag,
      };
    });
    const {table, sequences} = (made as ReturnType<typeof bindCreateTable> | null) ?? {};
    if (table && sequences) tellOfTable(session, table, sequences);
    return done;
  },
};
