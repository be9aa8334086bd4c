/** A format of date and time in another dialect's letters, as to_char takes it; null: it has letters that to_char has not. */
type Letters = Readonly<Record<string, string>>;

/** MySQL's DATE_FORMAT. */
export const mysqlLetters: Letters = {
  Y: 'YYYY',
  y: 'YY',
  m: 'MM',
  c: 'FMMM',
  d: 'DD',
  e: 'FMDD',
  H: 'HH24',
  k: 'FMHH24',
  h: 'HH12',
  I: 'HH12',
  l: 'FMHH12',
  i: 'MI',
  s: 'SS',
  S: 'SS',
  f: 'US',
  p: 'AM',
  M: 'FMMonth',
  b: 'Mon',
  W: 'FMDay',
  a: 'Dy',
  j: 'DDD',
  T: 'HH24:MI:SS',
  r: 'HH12:MI:SS AM',
};

/** C's strftime: SQLite, BigQuery. */
export const strftimeLetters: Letters = {
  Y: 'YYYY',
  y: 'YY',
  m: 'MM',
  d: 'DD',
  e: 'FMDD',
  H: 'HH24',
  I: 'HH12',
  M: 'MI',
  S: 'SS',
  f: 'SS.MS',
  p: 'AM',
  B: 'FMMonth',
  b: 'Mon',
  h: 'Mon',
  A: 'FMDay',
  a: 'Dy',
  j: 'DDD',
  F: 'YYYY-MM-DD',
  T: 'HH24:MI:SS',
  R: 'HH24:MI',
  D: 'MM/DD/YY',
  G: 'IYYY',
  V: 'IW',
};

export function percentFormat(format: string, letters: Letters): string | null {
  let out = '';
  for (let i = 0; i < format.length; i++) {
    if (format[i] !== '%') out += literal(format[i]);
    else if (format[++i] === '%') out += '%';
    else if (letters[format[i]]) out += letters[format[i]];
    else return null;
  }
  return out;
}

function literal(character: string): string {
  return /[A-Za-z]/.test(character) ? `"${character}"` : character;
}

const javaPatterns: readonly (readonly [RegExp, string])[] = [
  [/^y{4}/i, 'YYYY'],
  [/^y{2}/i, 'YY'],
  [/^M{4}/, 'FMMonth'],
  [/^M{3}/, 'Mon'],
  [/^M{2}/, 'MM'],
  [/^M/, 'FMMM'],
  [/^d{2}/, 'DD'],
  [/^d/, 'FMDD'],
  [/^D{3}/, 'DDD'],
  [/^H{2}/, 'HH24'],
  [/^H/, 'FMHH24'],
  [/^h{2}/, 'HH12'],
  [/^h/, 'FMHH12'],
  [/^m{2}/, 'MI'],
  [/^m/, 'FMMI'],
  [/^s{2}/, 'SS'],
  [/^s/, 'FMSS'],
  [/^S{6}/, 'US'],
  [/^S{3}/, 'MS'],
  [/^a/, 'AM'],
  [/^E{4}/, 'FMDay'],
  [/^E{1,3}/, 'Dy'],
];

/** Java's DateTimeFormatter: Flink, Trino's format_datetime, SQL Server's FORMAT (whose letters are the same here). */
export function javaFormat(format: string): string | null {
  let out = '';
  let rest = format;
  while (rest !== '') {
    const quoted = /^'([^']*)'/.exec(rest);
    const found = javaPatterns.find(([pattern]) => pattern.test(rest));
    if (quoted) {
      out += [...quoted[1]].map(literal).join('');
      rest = rest.slice(quoted[0].length);
    } else if (found) {
      out += found[1];
      rest = rest.replace(found[0], '');
    } else if (/^[A-Za-z]/.test(rest)) return null;
    else {
      out += rest[0];
      rest = rest.slice(1);
    }
  }
  return out;
}

/** Oracle's letters, which to_char knows; FF is not among them. */
export function sqlFormat(format: string): string | null {
  return /FF|TZ/i.test(format) ? null : format;
}
