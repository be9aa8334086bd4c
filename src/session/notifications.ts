import {SqlError} from '../types/sql-error.ts';

/** NOTIFY: who sent it, where to, and what. */
export type Notification = {readonly processId: number; readonly channel: string; readonly payload: string};

const MAX_CHANNEL_BYTES = 63;
const MAX_PAYLOAD_BYTES = 7999;
const NONE: readonly Notification[] = [];

/** Errors: 22023. */
export function notificationOf(processId: number, channel: string | null, payload: string | null): Notification {
  const refuse = (message: string) => new SqlError('22023', message);
  if (!channel) throw refuse('channel name cannot be empty');
  if (Buffer.byteLength(channel) > MAX_CHANNEL_BYTES) throw refuse('channel name too long');
  if (Buffer.byteLength(payload ?? '') > MAX_PAYLOAD_BYTES) throw refuse('payload string too long');
  return {processId, channel, payload: payload ?? ''};
}

type Change = {readonly listen: string} | {readonly unlisten: string | null};

/**
 * A session's part in LISTEN and NOTIFY. What a transaction says and asks for counts from its commit on; what others say
 * waits until the session is between transactions.
 */
export class Notifications {
  private channels = new Set<string>();
  private changes: Change[] = [];
  private said = new Map<string, Notification>();
  private waiting: Notification[] = [];

  change(change: Change): void {
    this.changes.push(change);
  }

  /** The same twice in one transaction is once. */
  notify(notification: Notification): void {
    this.said.set(JSON.stringify([notification.channel, notification.payload]), notification);
  }

  /** The transaction has committed; what it said is for the caller to pass on. */
  commit(): readonly Notification[] {
    for (const change of this.changes) {
      if ('listen' in change) this.channels.add(change.listen);
      else if (change.unlisten === null) this.channels.clear();
      else this.channels.delete(change.unlisten);
    }
    const said = [...this.said.values()];
    this.rollback();
    return said;
  }

  /** A savepoint: what it gives forgets what the transaction has said and asked for since. */
  mark(): () => void {
    const changes = [...this.changes];
    const said = new Map(this.said);
    return () => {
      this.changes = [...changes];
      this.said = new Map(said);
    };
  }

  rollback(): void {
    this.changes = [];
    this.said.clear();
  }

  /** Somebody's transaction has committed. */
  heard(notification: Notification): void {
    if (this.channels.has(notification.channel)) this.waiting.push(notification);
  }

  /** The channels listened to; undefined: none. */
  get listening(): readonly string[] | undefined {
    return this.channels.size === 0 ? undefined : [...this.channels];
  }

  /** What can be told to the client now. */
  take(): readonly Notification[] {
    return this.waiting.length === 0 ? NONE : this.waiting.splice(0);
  }
}
