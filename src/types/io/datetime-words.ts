/** What a word of a date or time text means. */
export type DateTimeWord =
  | {readonly kind: 'ignored' | 'weekday' | 'allballs'}
  | {readonly kind: 'month'; readonly month: number}
  | {readonly kind: 'meridiem'; readonly half: 'am' | 'pm'}
  | {readonly kind: 'era'; readonly beforeChrist: boolean}
  | {readonly kind: 'special'; readonly special: 'infinity' | '-infinity' | 'epoch'}
  | {readonly kind: 'moving'; readonly word: 'now' | 'today' | 'tomorrow' | 'yesterday'}
  | {
      readonly kind: 'label';
      readonly label: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'julian' | 'time' | 'unread';
    };

const months =
  'jan january,feb february,mar march,apr april,may,jun june,jul july,aug august,sep sept september,oct october,' +
  'nov november,dec december';
const weekdays =
  'sun sunday mon monday tue tues tuesday wed weds wednesday thu thur thurs thursday fri friday sat saturday';

const words = new Map<string, DateTimeWord>();

months.split(',').forEach((names, i) => {
  for (const name of names.split(' ')) words.set(name, {kind: 'month', month: i + 1});
});
for (const name of weekdays.split(' ')) words.set(name, {kind: 'weekday'});
for (const name of ['at', 'on']) words.set(name, {kind: 'ignored'});
for (const half of ['am', 'pm'] as const) words.set(half, {kind: 'meridiem', half});
words.set('ad', {kind: 'era', beforeChrist: false});
words.set('bc', {kind: 'era', beforeChrist: true});
words.set('allballs', {kind: 'allballs'});
for (const special of ['infinity', '-infinity', 'epoch'] as const) words.set(special, {kind: 'special', special});
for (const word of ['now', 'today', 'tomorrow', 'yesterday'] as const) words.set(word, {kind: 'moving', word});

const labels = {
  y: 'year',
  m: 'month',
  d: 'day',
  h: 'hour',
  mm: 'minute',
  s: 'second',
  j: 'julian',
  jd: 'julian',
  julian: 'julian',
  t: 'time',
  // Names of fields that only extract() knows: they label nothing that is read.
  dow: 'unread',
  doy: 'unread',
  isodow: 'unread',
  isoyear: 'unread',
} as const;
for (const [name, label] of Object.entries(labels)) words.set(name, {kind: 'label', label});

/** Of a word in lower case, ten letters of which are looked at; undefined: none of a date. */
export function dateTimeWord(word: string): DateTimeWord | undefined {
  return words.get(word.slice(0, 10));
}
