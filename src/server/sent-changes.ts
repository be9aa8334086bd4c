import type {ObjectId} from '../plan/rel.ts';
import type {EngineChange} from '../session/engine.ts';

type Put = EngineChange['puts'][number];

/** A transaction's changes up to now: `puts` are those that were not in its last message as they are, `gone` those not there any more. */
export type ChangeMessage = EngineChange & {readonly gone: readonly ObjectId[]};

/**
 * What the engine has been told of the changes of transactions: all of a transaction's are told after each of its statements,
 * and each record only once.
 */
export class SentChanges {
  private readonly sent = new Map<number, ReadonlyMap<ObjectId, Put>>();

  message(transaction: number, change: EngineChange | null): ChangeMessage | null {
    if (!change) return null;
    const before = this.sent.get(transaction);
    if (!before) return {...change, gone: []};
    const still = new Set(change.puts.map(({oid}) => oid));
    return {
      ...change,
      puts: change.puts.filter(put => !isSame(put, before.get(put.oid))),
      gone: [...before.keys()].filter(oid => !still.has(oid)),
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

/** The whole of it, in the order of OIDs. `before`: the transaction's last. */
export function wholeChange({gone, ...message}: ChangeMessage, before: EngineChange | null): EngineChange {
  const puts = new Map(before?.puts.map(put => [put.oid, put]));
  for (const oid of gone) puts.delete(oid);
  for (const put of message.puts) puts.set(put.oid, put);
  return {...message, puts: [...puts.values()].sort((a, b) => a.oid - b.oid)};
}
