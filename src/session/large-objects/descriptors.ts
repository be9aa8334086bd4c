import {SqlError} from '../../types/sql-error.ts';
import type {SqlSession} from '../session.ts';

/** An open large object: where the next read or write is. */
type Descriptor = {readonly oid: bigint; readonly writes: boolean; position: number};

/** The open large objects of a session's transaction, by the least numbers that are free. */
class Descriptors {
  private open = new Map<number, Descriptor>();

  add(descriptor: Descriptor): number {
    let number = 0;
    while (this.open.has(number)) number++;
    this.open.set(number, descriptor);
    return number;
  }

  /** Errors: 42704. */
  get(number: number): Descriptor {
    const found = this.open.get(number);
    if (!found) throw new SqlError('42704', `invalid large-object descriptor: ${number}`);
    return found;
  }

  /** Errors: 42704, 55000. */
  forWriting(number: number): Descriptor {
    const found = this.get(number);
    if (found.writes) return found;
    throw new SqlError('55000', `large object descriptor ${number} was not opened for writing`);
  }

  /** Errors: 42704. */
  close(number: number): void {
    this.get(number);
    this.open.delete(number);
  }

  /** The object is gone. */
  closeAll(oid: bigint): void {
    for (const [number, descriptor] of this.open) if (descriptor.oid === oid) this.open.delete(number);
  }

  /** The transaction is over. */
  clear(): void {
    this.open.clear();
  }

  /** A savepoint: what is given closes what has been opened since. */
  mark(): () => void {
    const before = new Set(this.open.values());
    return () => {
      for (const [number, descriptor] of this.open) if (!before.has(descriptor)) this.open.delete(number);
    };
  }
}

const bySession = new WeakMap<SqlSession, Descriptors>();

export function descriptorsOf(session: SqlSession): Descriptors {
  let descriptors = bySession.get(session);
  if (!descriptors) bySession.set(session, (descriptors = new Descriptors()));
  return descriptors;
}
