import type {Notice, SessionListener} from './api.ts';
import {type DebugLevel, isTold, type MessageLevel} from './message-levels.ts';
import type {Notification} from './notifications.ts';
import type {Settings} from './settings.ts';
import type {SqlError} from '../types/sql-error.ts';

/** Who hears what a session has to tell between the answers: messages as client_min_messages wants them, changes of settings. */
export class SessionListeners {
  private listeners: SessionListener[] = [];
  private readonly settings: Settings;

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** With the settings that are reported, as they stand. */
  add(listener: SessionListener): void {
    this.listeners.push(listener);
    for (const {name, value} of this.settings.reported()) listener.parameterStatus(name, value);
  }

  clear(): void {
    this.listeners = [];
  }

  parameterStatus(name: string, value: string): void {
    for (const listener of this.listeners) listener.parameterStatus(name, value);
  }

  notice(notice: Notice & {readonly severity: 'NOTICE' | 'WARNING' | 'INFO'}): void {
    const {severity} = notice;
    if (severity !== 'INFO' && !this.hear(severity === 'WARNING' ? 'warning' : 'notice')) return;
    for (const listener of this.listeners) listener.notice(notice);
  }

  debug(level: DebugLevel, message: string, detail?: string): void {
    if (!this.hear(level)) return;
    for (const listener of this.listeners) listener.notice({severity: 'DEBUG', code: '00000', message, detail});
  }

  private hear(level: MessageLevel): boolean {
    return isTold(level, this.settings.get('client_min_messages')!);
  }

  notification(notification: Notification): void {
    for (const listener of this.listeners) listener.notification?.(notification);
  }

  terminate(error: SqlError): void {
    for (const listener of this.listeners) listener.terminate?.(error);
  }
}
