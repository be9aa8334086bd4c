import type {Datum, Interval} from '../../types/datum.ts';
import {abbreviationZone, timeZoneAbbreviations} from '../../types/time-zone-abbreviations.ts';
import {zoneAbbreviation} from '../../types/time-zone-names.ts';
import {timeZoneNames} from '../../types/time-zone-aliases.ts';
import {type TimeZone, timeZone} from '../../types/time-zone.ts';
import {recordedRelation} from './recorded-relation.ts';
import type {SystemSnapshot} from './snapshot.ts';
import type {SystemRelation} from './system-relation.ts';
import {wallClockMicros} from '../../types/clock.ts';

const HALF_A_YEAR = 182 * 86_400;

/** Time zones by their names, as they are now, and the abbreviations that timestamps may be written with. */
export const timeZoneViews: readonly SystemRelation[] = [
  recordedRelation('pg_catalog.pg_timezone_names', ({session}) =>
    zonesAt(Number((session.statementNow ?? wallClockMicros()) / 1_000_000n)),
  ),
  recordedRelation('pg_catalog.pg_timezone_abbrevs', function* ({session}) {
    const now = Number((session.statementNow ?? wallClockMicros()) / 1_000_000n);
    for (const abbrev of timeZoneAbbreviations()) {
      const zone = abbreviationZone(abbrev)!;
      if (typeof zone === 'number') yield {abbrev, utc_offset: seconds(zone), is_dst: isSummer(abbrev)};
      else
        yield {abbrev, utc_offset: seconds(zone.offsetAt(now)), is_dst: zone.offsetAt(now) !== standardAt(zone, now)};
    }
  }),
];

/** The rows of one of them, as the function of its name gives them. */
export function timeZoneRows(name: string, snapshot: SystemSnapshot): Datum {
  const view = timeZoneViews.find(candidate => candidate.name === name)!;
  return [...view.rows(snapshot)] as unknown as Datum;
}

type ZoneRow = {
  readonly name: string;
  readonly abbrev: string;
  readonly utc_offset: Interval;
  readonly is_dst: boolean;
};

let known: {readonly quarter: number; readonly rows: readonly ZoneRow[]} | null = null;

/** Asking the time zone database of all is slow, and zones change their offsets at quarters of an hour. */
function zonesAt(now: number): readonly ZoneRow[] {
  const quarter = Math.floor(now / 900);
  if (known?.quarter !== quarter) known = {quarter, rows: zoneRows(quarter * 900)};
  return known.rows;
}

function zoneRows(now: number): readonly ZoneRow[] {
  return timeZoneNames().flatMap(name => {
    const zone = timeZone(name);
    if (!zone) return [];
    const offset = zone.offsetAt(now);
    const row = {
      abbrev: zoneAbbreviation(zone, now),
      utc_offset: seconds(offset),
      is_dst: offset !== standardAt(zone, now),
    };
    // The same without leap seconds, which none has here.
    if (name === 'localtime' || name === 'posixrules') return [{name, ...row}];
    return [
      {name, ...row},
      {name: `posix/${name}`, ...row},
    ];
  });
}

/** Ireland's law has it that winter is what differs. */
function standardAt(zone: TimeZone, now: number): number {
  const best = /^(Europe\/Dublin|Eire)$/.test(zone.name) ? Math.max : Math.min;
  return best(zone.offsetAt(now), zone.offsetAt(now - HALF_A_YEAR), zone.offsetAt(now + HALF_A_YEAR));
}

function seconds(offset: number): Interval {
  return {months: 0, days: 0, micros: BigInt(offset) * 1_000_000n};
}

const summerTimes = new Set(
  `ACDT ACSST ADT AEDT AESST AKDT ALMST AWSST AZOST BDST BRST BST CADT CDT CEST CETDST CHADT CLST CLT EASST EAST EDT
  EEST EETDST EGST FJST FNST IDT KDT KGST LHDT MDT MEST MESZ METDST MSD MUST NDT NZDT PDT PKST PMDT PYST SADT ULAST UYST
  UZST WADT WDT WETDST WGST YEKST`.split(/\s+/),
);

function isSummer(abbreviation: string): boolean {
  return summerTimes.has(abbreviation);
}
