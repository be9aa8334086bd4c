import type {RegKind} from '../reg-kinds.ts';

/** The settings that decide how datums are printed, and how ambiguous dates and intervals are read. */
export type FormatSettings = {
  /** An IANA name, an abbreviation or a POSIX specification. */
  readonly timeZone: string;
  /** 'ISO, MDY': output style and order of the fields of ambiguous dates. */
  readonly dateStyle: string;
  /** postgres, postgres_verbose, sql_standard or iso_8601. */
  readonly intervalStyle: string;
  readonly extraFloatDigits: number;
  readonly byteaOutput: 'hex' | 'escape';
  /** What `now`, `today` and their like mean: when the transaction began; absent: this moment. */
  readonly now?: bigint;
  /** What reg* values are called; absent: numbers, and the names of built-in types. */
  readonly objectNames?: ObjectNames;
};

/** The catalog as the input and output functions of the reg* types see it. */
export type ObjectNames = {
  /** Errors: 42P01, 42704, 3F000, 42883, 42725, 42602. */
  oidOf(kind: RegKind, text: string): bigint;
  nameOf(kind: RegKind, oid: bigint): string;
};

export const DEFAULT_FORMAT: FormatSettings = Object.freeze({
  timeZone: 'UTC',
  dateStyle: 'ISO, MDY',
  intervalStyle: 'postgres',
  extraFloatDigits: 1,
  byteaOutput: 'hex',
});

export type DateOrder = 'MDY' | 'DMY' | 'YMD';
export type DateOutput = 'ISO' | 'SQL' | 'Postgres' | 'German';

const parsed = new Map<string, {readonly output: DateOutput; readonly order: DateOrder}>();

/** The two halves of a DateStyle setting. */
export function dateStyleOf(settings: FormatSettings): {readonly output: DateOutput; readonly order: DateOrder} {
  let style = parsed.get(settings.dateStyle);
  if (!style) {
    style = {output: outputOf(settings.dateStyle), order: orderOf(settings.dateStyle)};
    if (parsed.size < 64) parsed.set(settings.dateStyle, style);
  }
  return style;
}

function outputOf(dateStyle: string): DateOutput {
  if (/sql/i.test(dateStyle)) return 'SQL';
  if (/postgres/i.test(dateStyle)) return 'Postgres';
  if (/german/i.test(dateStyle)) return 'German';
  return 'ISO';
}

function orderOf(dateStyle: string): DateOrder {
  if (/dmy|euro|german$/i.test(dateStyle)) return 'DMY';
  if (/ymd/i.test(dateStyle)) return 'YMD';
  return 'MDY';
}
