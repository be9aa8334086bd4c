import {SqlError} from '../types/sql-error.ts';

/** Takes the options that a connector knows out of those declared, and refuses what is left. */
export class OptionReader {
  private readonly rest: Map<string, string>;

  constructor(options: Readonly<Record<string, string>>) {
    this.rest = new Map(Object.entries(options));
  }

  /** The value under the first of these names that is there. */
  take(...names: readonly string[]): string | undefined {
    let found: string | undefined;
    for (const name of names) {
      found ??= this.rest.get(name);
      this.rest.delete(name);
    }
    return found;
  }

  /** Errors: 22023. */
  require(...names: readonly string[]): string {
    const value = this.take(...names);
    if (value === undefined || value === '') throw new SqlError('22023', `option "${names[0]}" is required`);
    return value;
  }

  /** Errors: 22023 for an option nobody took. */
  refuseRest(): void {
    for (const name of this.rest.keys()) throw new SqlError('22023', `unrecognized option "${name}"`);
  }
}

/** Errors: 22023 when it is not a whole number within the bounds. */
export function integerOption(
  reader: OptionReader,
  name: string,
  bounds: {readonly min: number; readonly max: number},
): number | undefined {
  const text = reader.take(name);
  if (text === undefined) return undefined;
  const number = Number(text.replaceAll('_', ''));
  if (text.trim() === '' || !Number.isInteger(number) || number < bounds.min || number > bounds.max) {
    throw new SqlError(
      '22023',
      `option "${name}" must be a whole number from ${bounds.min} to ${bounds.max}, not "${text}"`,
    );
  }
  return number;
}

/** Errors: 22023. */
export function booleanOption(reader: OptionReader, name: string): boolean | undefined {
  const text = reader.take(name)?.toLowerCase();
  if (text === undefined) return undefined;
  if (['true', 'on', 'yes', 't', '1'].includes(text)) return true;
  if (['false', 'off', 'no', 'f', '0'].includes(text)) return false;
  throw new SqlError('22023', `option "${name}" must be true or false, not "${text}"`);
}
