/** What client_min_messages may be, the most talkative first. */
const LEVELS = ['debug5', 'debug4', 'debug3', 'debug2', 'debug1', 'log', 'notice', 'warning', 'error'] as const;

export type MessageLevel = (typeof LEVELS)[number];
export type DebugLevel = 'debug5' | 'debug4' | 'debug3' | 'debug2' | 'debug1';

/** Whether a client that set client_min_messages to `least` is told. */
export function isTold(level: MessageLevel, least: string): boolean {
  return LEVELS.indexOf(level) >= LEVELS.findIndex(name => name === least);
}
