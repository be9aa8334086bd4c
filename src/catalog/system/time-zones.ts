import type {Datum, Interval} from '../../types/datum.ts';
import {timeZoneAbbreviations} from '../../types/time-zone-abbreviations.ts';
import {zoneAbbreviation} from '../../types/time-zone-names.ts';
import {timeZone} from '../../types/time-zone.ts';
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
  recordedRelation('pg_catalog.pg_timezone_abbrevs', function* () {
    for (const [abbrev, offset] of timeZoneAbbreviations()) {
      yield {abbrev, utc_offset: seconds(offset), is_dst: isSummer(abbrev)};
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
  const names = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];
  return names.flatMap(name => {
    const zone = timeZone(name);
    if (!zone) return [];
    const offset = zone.offsetAt(now);
    const standard = Math.min(offset, zone.offsetAt(now - HALF_A_YEAR), zone.offsetAt(now + HALF_A_YEAR));
    const abbrev = zoneAbbreviation(zone, now);
    return [{name, abbrev, utc_offset: seconds(offset), is_dst: offset !== standard}];
  });
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
