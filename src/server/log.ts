export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';
export const LOG_LEVELS: readonly LogLevel[] = ['silent', 'error', 'warn', 'info', 'debug'];

/** Lines on stderr, one an event; stdout belongs to the ready line. */
export class Logger {
  private readonly rank: number;

  constructor(level: LogLevel) {
    this.rank = LOG_LEVELS.indexOf(level);
  }

  error(message: string): void {
    this.write(1, 'error', message);
  }
  warn(message: string): void {
    this.write(2, 'warn', message);
  }
  info(message: string): void {
    this.write(3, 'info', message);
  }
  debug(message: string): void {
    this.write(4, 'debug', message);
  }

  private write(rank: number, level: string, message: string): void {
    if (rank > this.rank) return;
    process.stderr.write(`${new Date().toISOString()} ${level} ${message}\n`);
  }
}
