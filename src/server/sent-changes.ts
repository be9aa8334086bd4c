import type {ObjectId} from '../plan/rel.ts';
import type {EngineChange} from '../session/engine.ts';

type Put = EngineChange['puts'][number];

/** A transaction's changes up to now, where `record: null` stands for what was in its last message, unchanged. */
export type ChangeMessage = Omit<EngineChange, 'puts'> & {
  readonly puts: readonly (Put | {readonly oid: ObjectId; readonly record: null})[];
};

/**
 * What the engine has been told of the changes of transactions: all of a transaction's are told after each of its statements,
 * and each record only once.
 */
export class SentChanges {
  private readonly sent = new Map<number, ReadonlyMap<ObjectId, Put>>();

  message(transaction: number, change: EngineChange | null): ChangeMessage | null {
    const before = this.sent.get(transaction);
    if (!change || !before) return change;
    return {
      ...change,
      puts: change.puts.map(put => (isSame(put, before.get(put.oid)) ? {oid: put.oid, record: null} : put)),
    };
  }

  /** The engine has taken it. */
  taken(transaction: number, change: EngineChange | null): void {
    if (change) this.sent.set(transaction, new Map(change.puts.map(put => [put.oid, put])));
    else this.sent.delete(transaction);
  }

  /** The transaction is over. */
  forget(transaction: number): void {
    this.sent.delete(transaction);
  }
}

function isSame(put: Put, before: Put | undefined): boolean {
  return before !== undefined && put.record === before.record && put.spec === before.spec;
}

/** The whole of it. `before`: the transaction's last. */
export function wholeChange(message: ChangeMessage, before: EngineChange | null): EngineChange {
  const known = new Map(before?.puts.map(put => [put.oid, put]));
  return {...message, puts: message.puts.map(put => (put.record === null ? known.get(put.oid)! : put))};
}
