import {MICROS_PER_DAY, daysFromCivil, daysInMonth, isLeapYear} from '../../types/calendar.ts';
import {SqlError, notSupported} from '../../types/sql-error.ts';
import {DateTimeItem} from './datetime-item.ts';
import {PathError} from './items.ts';

// Dates and times by a template, with the strictness of the SQL standard: separators stand exactly where the template
// has them, and nothing may be left over.

type Field = 'year' | 'month' | 'day' | 'dayOfYear' | 'hour' | 'hour12' | 'minute' | 'second' | 'secondOfDay';
type FieldPattern = {
  readonly text: string;
  /** As the template writes it: in any case. */
  readonly written: string;
  readonly field: Field | 'micros' | 'meridiem' | 'zoneHour' | 'zoneMinute';
  readonly digits: number;
};
type KnownPattern = Omit<FieldPattern, 'written'>;

const patterns: readonly KnownPattern[] = (
  [
    ['YYYY', 'year', 4],
    ['RRRR', 'year', 4],
    ['YYY', 'year', 3],
    ['YY', 'year', 2],
    ['RR', 'year', 2],
    ['Y', 'year', 1],
    ['MM', 'month', 2],
    ['DDD', 'dayOfYear', 3],
    ['DD', 'day', 2],
    ['HH24', 'hour', 2],
    ['HH12', 'hour12', 2],
    ['HH', 'hour12', 2],
    ['MI', 'minute', 2],
    ['SSSSS', 'secondOfDay', 5],
    ['SS', 'second', 2],
    ['MS', 'micros', 3],
    ['US', 'micros', 6],
    ['FF1', 'micros', 1],
    ['FF2', 'micros', 2],
    ['FF3', 'micros', 3],
    ['FF4', 'micros', 4],
    ['FF5', 'micros', 5],
    ['FF6', 'micros', 6],
    ['A.M.', 'meridiem', 4],
    ['P.M.', 'meridiem', 4],
    ['AM', 'meridiem', 2],
    ['PM', 'meridiem', 2],
    ['TZH', 'zoneHour', 2],
    ['TZM', 'zoneMinute', 2],
  ] as const
).map(([text, field, digits]) => ({text, field, digits}));

type TemplateNode = FieldPattern | {readonly separator: string} | {readonly character: string};

const SEPARATORS = "-./,':; ";

const parsed = new Map<string, readonly TemplateNode[]>();

function templateNodes(template: string): readonly TemplateNode[] {
  let nodes = parsed.get(template);
  if (!nodes) {
    nodes = readTemplate(template);
    if (parsed.size < 256) parsed.set(template, nodes);
  }
  return nodes;
}

function readTemplate(template: string): TemplateNode[] {
  const nodes: TemplateNode[] = [];
  let at = 0;
  while (at < template.length) {
    const rest = template.slice(at).toUpperCase();
    const pattern = patterns.find(({text}) => rest.startsWith(text));
    if (pattern) {
      nodes.push({...pattern, written: template.slice(at, at + pattern.text.length)});
      at += pattern.text.length;
    } else if (template[at] === '"') {
      const end = template.indexOf('"', at + 1);
      const text = template.slice(at + 1, end < 0 ? undefined : end);
      nodes.push(...[...text].map(character => ({character})));
      at = end < 0 ? template.length : end + 1;
    } else if (SEPARATORS.includes(template[at])) {
      nodes.push({separator: template[at]});
      at++;
    } else if (/^(?:FM|TH|TZ|OF|CC|WW|IW|IYYY|ID|IDDD|MON|DAY|DY|D|J|Q|W|BC|AD|B\.C\.|A\.D\.|RM|Y,YYY)/.test(rest)) {
      throw notSupported(`pattern "${/^[A-Z.,]+/.exec(rest)![0]}" of a datetime template`);
    } else {
      throw soft(`invalid datetime format separator: "${template[at]}"`);
    }
  }
  return nodes;
}

function soft(message: string, detail?: string, code = '22007'): PathError {
  return new PathError(new SqlError(code, message, {detail}));
}

type Values = Partial<Record<Field, number>> & {
  micros?: number;
  afternoon?: boolean;
  zone?: number;
};

/** The value that the text says by the template. Errors: PathError 22007, 22008. */
export function parseByTemplate(text: string, template: string): DateTimeItem {
  const nodes = templateNodes(template);
  const has = (fields: readonly string[]): boolean =>
    nodes.some(node => 'field' in node && fields.includes(node.field));
  const dated = has(['year', 'month', 'day', 'dayOfYear']);
  const timed = has(['hour', 'hour12', 'minute', 'second', 'secondOfDay', 'micros', 'meridiem']);
  const zoned = has(['zoneHour', 'zoneMinute']);
  const values = new TemplateReader(text, nodes).read();
  if (dated && !timed && zoned) throw soft('datetime format is zoned but not timed');
  if (!dated && !timed) throw soft('datetime format is not dated and not timed');
  const local = (dated ? dateOf(values, text) : 0n) + (timed ? timeOf(values, text) : 0n);
  if (!timed) return new DateTimeItem('date', local, 0);
  const kind = dated ? (zoned ? 'timestamptz' : 'timestamp') : zoned ? 'timetz' : 'time';
  return new DateTimeItem(kind, local, values.zone ?? 0);
}

class TemplateReader {
  private readonly text: string;
  private readonly nodes: readonly TemplateNode[];
  private readonly values: Values = {};
  private at = 0;

  constructor(text: string, nodes: readonly TemplateNode[]) {
    this.text = text;
    this.nodes = nodes;
  }

  read(): Values {
    for (const [i, node] of this.nodes.entries()) {
      if (this.at >= this.text.length) throw soft('input string is too short for datetime format');
      if ('separator' in node) {
        if (this.text[this.at] !== node.separator) throw soft(`unmatched format separator "${node.separator}"`);
        this.at++;
      } else if ('character' in node) {
        if (!this.text.startsWith(node.character, this.at)) {
          throw soft(`unmatched format character "${node.character}"`);
        }
        this.at += node.character.length;
      } else {
        this.field(node, i);
      }
    }
    while (/[ \t\n\v\f\r]/.test(this.text[this.at] ?? '')) this.at++;
    if (this.at < this.text.length) throw soft('trailing characters remain in input string after datetime format');
    return this.values;
  }

  private field(pattern: FieldPattern, index: number): void {
    switch (pattern.field) {
      case 'meridiem':
        return this.meridiem(pattern);
      case 'micros':
        return this.fraction(pattern);
      case 'zoneHour': {
        const sign = this.text[this.at];
        if (sign === '+' || sign === '-' || sign === ' ') this.at++;
        const hours = this.integer(pattern, index).value;
        this.values.zone = (sign === '-' ? -1 : 1) * hours * 3600;
        this.negativeZone = sign === '-';
        return;
      }
      case 'zoneMinute': {
        const minutes = this.integer(pattern, index).value;
        this.values.zone = (this.values.zone ?? 0) + (this.negativeZone ? -1 : 1) * minutes * 60;
        return;
      }
      case 'year': {
        const {value, digits} = this.integer(pattern, index);
        this.values.year = this.year(pattern, value, digits);
        return;
      }
      default:
        this.values[pattern.field] = this.integer(pattern, index).value;
    }
  }

  private negativeZone = false;

  /** Short years are of the century that brings them nearest to 2020. */
  private year(pattern: FieldPattern, value: number, digits: number): number {
    if (pattern.text === 'YYYY' || digits >= 4) return value;
    if (value < 70) return 2000 + value;
    if (value < 100) return 1900 + value;
    return value < 520 ? 2000 + value : 1000 + value;
  }

  private integer(pattern: FieldPattern, index: number): {readonly value: number; readonly digits: number} {
    while (/[ \t\n\v\f\r]/.test(this.text[this.at] ?? '')) this.at++;
    const width = this.endsAtSeparator(index) ? 20 : pattern.digits;
    const digits = /^[+-]?\d*/.exec(this.text.slice(this.at, this.at + width))![0];
    if (!/\d/.test(digits)) {
      throw soft(
        `invalid value "${this.text.slice(this.at, this.at + pattern.digits)}" for "${pattern.written}"`,
        'Value must be an integer.',
      );
    }
    if (width === pattern.digits && digits.length < width) {
      throw soft(
        `invalid value "${this.text.slice(this.at, this.at + width)}" for "${pattern.written}"`,
        `Field requires ${width} characters, but only ${digits.length} could be parsed.`,
      );
    }
    this.at += digits.length;
    return {value: Number(digits), digits: digits.length};
  }

  /** Then as many digits as there are belong to the field. */
  private endsAtSeparator(index: number): boolean {
    const next = this.nodes[index + 1] as TemplateNode | undefined;
    return !next || !('field' in next) || next.field === 'meridiem';
  }

  private fraction(pattern: FieldPattern): void {
    const digits = /^\d*/.exec(this.text.slice(this.at))![0].slice(0, pattern.digits);
    if (digits === '') {
      throw soft(
        `invalid value "${this.text.slice(this.at, this.at + pattern.digits)}" for "${pattern.written}"`,
        'Value must be an integer.',
      );
    }
    this.at += digits.length;
    this.values.micros = Number(digits.padEnd(6, '0'));
  }

  private meridiem(pattern: FieldPattern): void {
    const text = this.text.slice(this.at, this.at + pattern.digits).toUpperCase();
    const dotted = pattern.text.includes('.');
    if (text !== (dotted ? 'A.M.' : 'AM') && text !== (dotted ? 'P.M.' : 'PM')) {
      throw soft(
        `invalid value "${this.text.slice(this.at, this.at + pattern.digits)}" for "${pattern.written}"`,
        'The given value did not match any of the allowed values for this field.',
      );
    }
    this.values.afternoon = text.startsWith('P');
    this.at += pattern.digits;
  }
}

function outOfRange(text: string): PathError {
  return soft(`date/time field value out of range: "${text}"`, undefined, '22008');
}

function dateOf({year = 0, month, day = 1, dayOfYear}: Values, text: string): bigint {
  // There is no year 0: what has no year is in 1 BC.
  if (dayOfYear !== undefined && month === undefined) {
    if (dayOfYear < 1 || dayOfYear > (isLeapYear(year) ? 366 : 365)) throw outOfRange(text);
    return BigInt(daysFromCivil(year, 1, dayOfYear)) * MICROS_PER_DAY;
  }
  const inYear = month ?? 1;
  if (inYear < 1 || inYear > 12 || day < 1 || day > daysInMonth(year, inYear)) throw outOfRange(text);
  return BigInt(daysFromCivil(year, inYear, day)) * MICROS_PER_DAY;
}

function timeOf(values: Values, text: string): bigint {
  const {minute = 0, second = 0, secondOfDay, micros = 0, hour12, afternoon} = values;
  let {hour = 0} = values;
  if (hour12 !== undefined) {
    if (hour12 < 1 || hour12 > 12) {
      throw soft(`hour "${hour12}" is invalid for the 12-hour clock`, undefined, '22007');
    }
    hour = afternoon === undefined ? hour12 % 12 : (hour12 % 12) + (afternoon ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || second > 59) throw outOfRange(text);
  const seconds = secondOfDay ?? hour * 3600 + minute * 60 + second;
  return BigInt(seconds) * 1_000_000n + BigInt(micros);
}

const times = ['HH24:MI:SS.USTZH:TZM', 'HH24:MI:SS.USTZH', 'HH24:MI:SSTZH:TZM', 'HH24:MI:SSTZH'];
const plainTimes = ['HH24:MI:SS.US', 'HH24:MI:SS'];

/** What `.datetime()` without a template understands, in the order of the attempts. */
const isoTemplates: readonly string[] = [
  'yyyy-mm-dd',
  ...times,
  ...plainTimes,
  ...times.map(time => `yyyy-mm-dd ${time}`),
  ...times.map(time => `yyyy-mm-dd"T"${time}`),
  ...plainTimes.map(time => `yyyy-mm-dd ${time}`),
  ...plainTimes.map(time => `yyyy-mm-dd"T"${time}`),
];

/** Errors: PathError 22031. */
export function parseIso(text: string): DateTimeItem {
  for (const template of isoTemplates) {
    try {
      return parseByTemplate(text, template);
    } catch (error) {
      if (!(error instanceof PathError)) throw error;
    }
  }
  throw new PathError(
    new SqlError('22031', `datetime format is not recognized: "${text}"`, {
      hint: 'Use a datetime template argument to specify the input data format.',
    }),
  );
}
