import type {TimeZone} from './time-zone.ts';

// What a zone is called at an instant: CET, CEST. Intl knows an abbreviation only in the English of a place that uses
// it; the others that the time zone database has are listed here. Zones without one show their offset.

const locales = ['en-US', 'en-GB', 'en-AU', 'en-CA', 'en-NZ', 'en-ZA', 'en-IN', 'en-IE'];

/** By the zones, as patterns; standard time and summer time. */
const others: readonly (readonly [zones: RegExp, standard: string, summer?: string])[] = [
  [/^Pacific\/(Midway|Pago_Pago|Samoa)$|^US\/Samoa$/, 'SST'],
  [/^Pacific\/(Saipan|Guam)$/, 'ChST'],
  [/^(Canada\/Yukon|Mexico\/BajaSur|America\/(Hermosillo|Whitehorse|Dawson|Mazatlan))$/, 'MST'],
  [/^Asia\/Karachi$/, 'PKT'],
  [/^Asia\/(Harbin|Taipei|Shanghai|Chongqing|Chungking|Macau|Macao)$|^(PRC|ROC)$/, 'CST'],
  [/^Asia\/Tokyo$|^Japan$/, 'JST'],
  [/^Asia\/Manila$/, 'PST'],
  [/^Asia\/(Pyongyang|Seoul)$|^ROK$/, 'KST'],
  [/^Asia\/(Makassar|Ujung_Pandang)$/, 'WITA'],
  [/^Asia\/Hong_Kong$|^Hongkong$/, 'HKT'],
  [/^Asia\/(Jerusalem|Tel_Aviv)$|^Israel$/, 'IST', 'IDT'],
  [/^Asia\/(Jakarta|Pontianak)$/, 'WIB'],
  [/^Asia\/Jayapura$/, 'WIT'],
  [/^Europe\/(Moscow|Simferopol|Kirov|Volgograd)$|^W-SU$/, 'MSK'],
  [/^(America\/(Adak|Atka)|US\/Aleutian)$/, 'HST', 'HDT'],
  [/^MET$/, 'MET', 'MEST'],
  [/^America\/Havana$|^Cuba$/, 'CST', 'CDT'],
  [/^Etc\/(GMT|Greenwich)$|^(GMT|Greenwich)$/, 'GMT'],
];
const byOffset =
  /^(Pacific\/Chatham|NZ-CHAT|Asia\/(Muscat|Dubai|Colombo)|Australia\/(LHI|Lord_Howe|Eucla)|Antarctica\/(Troll|Casey)|America\/Miquelon)$/;

const formats = new Map<string, readonly Intl.DateTimeFormat[]>();

/** At an instant in whole seconds since 1970. */
export function zoneAbbreviation(zone: TimeZone, epochSeconds: number): string {
  const offset = zone.offsetAt(epochSeconds);
  const name = zone.alias ?? zone.name;
  if (name === 'Factory') return '-00';
  if (/^[A-Za-z]{3,}$/.test(name) && offset === 0 && /^(utc|uct|zulu|universal)$/i.test(name)) return 'UTC';
  // Before zones were agreed on, each place had its own time, to the second.
  if (offset % 60 !== 0) return 'LMT';
  if (zone.abbreviationAt) return zone.abbreviationAt(epochSeconds);
  const both = /^([A-Z]{3})\d([A-Z]{3})$/.exec(name);
  if (both) return offset === standardOffset(zone, epochSeconds) ? both[1] : both[2];
  const posix = /^(?:<([^>]+)>|([A-Za-z]{3,}))[+-]?\d/.exec(name);
  if (posix) return posix[1] ?? posix[2];
  const listed = others.find(([zones]) => zones.test(name));
  if (listed) {
    const [, standard, summer] = listed;
    return summer !== undefined && offset !== standardOffset(zone, epochSeconds) ? summer : standard;
  }
  if (byOffset.test(name) || !/^[A-Za-z]/.test(name)) return offsetName(offset);
  return lettersAt(zone, epochSeconds, offset) ?? offsetName(offset);
}

/** Intl names the past and the far future by offsets; there what holds today at the same offset is right. */
const today = [Date.UTC(2024, 0, 15) / 1000, Date.UTC(2024, 6, 15) / 1000];

function lettersAt(zone: TimeZone, epochSeconds: number, offset: number): string | null {
  const instants = [epochSeconds, ...today.filter(instant => zone.offsetAt(instant) === offset)];
  for (const instant of instants) {
    if (Math.abs(instant) > 8e12) continue;
    for (const format of formatsOf(zone.alias ?? zone.name)) {
      const part = format.formatToParts(instant * 1000).find(({type}) => type === 'timeZoneName')?.value ?? '';
      if (/^[A-Z]{2,5}$/.test(part)) return part;
    }
  }
  return null;
}

function formatsOf(name: string): readonly Intl.DateTimeFormat[] {
  let made = formats.get(name);
  if (!made) {
    try {
      made = locales.map(locale => new Intl.DateTimeFormat(locale, {timeZone: name, timeZoneName: 'short'}));
    } catch {
      made = [];
    }
    formats.set(name, made);
  }
  return made;
}

/** The least of the offsets in the year around: summer time is shorter than three of its quarters. */
function standardOffset(zone: TimeZone, epochSeconds: number): number {
  const quarter = 91 * 86400;
  return Math.min(...[-2, -1, 0, 1, 2].map(quarters => zone.offsetAt(epochSeconds + quarters * quarter)));
}

function offsetName(offset: number): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const minutes = Math.trunc(Math.abs(offset) / 60);
  const rest = minutes % 60;
  return `${offset < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}${rest === 0 ? '' : two(rest)}`;
}
