import {SqlError} from '../types/sql-error.ts';

/** Takes the options that a connector knows out of those declared, and refuses what is left. */
export class OptionReader {
  private readonly what: string;
  private readonly rest: Map<string, string>;
  private readonly known: string[] = [];

  /** `what` the options are of, for messages: 'connector KAFKA'. */
  constructor(what: string, options: Readonly<Record<string, string>>) {
    this.what = what;
    this.rest = new Map(Object.entries(options));
  }

  /** The value under the first of these names that is there; the first is the one that messages name. */
  take(...names: readonly string[]): string | undefined {
    this.known.push(names[0]);
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
    if (value !== undefined && value.trim() !== '') return value;
    const others = names.slice(1).map(name => `"${name}"`);
    throw new SqlError('22023', `option "${names[0]}" of ${this.what} is required`, {
      hint: others.length > 0 ? `It may also be given as ${others.join(' or ')}.` : undefined,
    });
  }

  /** Errors: 22023 for an option nobody took. */
  refuseRest(): void {
    const [unknown] = this.rest.keys();
    if (unknown === undefined) return;
    throw new SqlError('22023', `unrecognized option "${unknown}" of ${this.what}`, {
      hint: this.known.length > 0 ? `Its options are: ${this.known.join(', ')}.` : 'It has no options.',
    });
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
  const number = /^[+-]?\d+(_\d+)*$/.test(text.trim()) ? Number(text.replaceAll('_', '')) : NaN;
  if (Number.isNaN(number) || number < bounds.min || number > bounds.max) {
    throw new SqlError(
      '22023',
      `option "${name}" must be a whole number from ${bounds.min} to ${bounds.max}, not "${text}"`,
    );
  }
  return number;
}

/** Errors: 22023. */
export function booleanOption(reader: OptionReader, name: string): boolean | undefined {
  const value = reader.take(name);
  const text = value?.trim().toLowerCase();
  if (text === undefined) return undefined;
  if (['true', 'on', 'yes', 't', 'y', '1'].includes(text)) return true;
  if (['false', 'off', 'no', 'f', 'n', '0'].includes(text)) return false;
  throw new SqlError('22023', `option "${name}" must be true or false, not "${value}"`);
}

/** ms since 1970 UTC of a timestamp, in UTC unless it says otherwise; null when it is none. */
export function timestampMillis(text: string): number | null {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i.exec(
    text.trim(),
  );
  if (!parts) return null;
  const [, date, time = '00:00', zone = 'Z'] = parts;
  const offset = /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2').toUpperCase();
  const millis = Date.parse(`${date}T${time}${offset}`);
  return Number.isNaN(millis) ? null : millis;
}
