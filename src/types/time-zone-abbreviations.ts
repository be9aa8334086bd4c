import {type TimeZone, timeZone} from './time-zone.ts';

// The abbreviations that Postgres's default set reads in timestamps.

/** Hours east of UTC of those that always mean the same. */
const hours: readonly (readonly [number, string])[] = [
  [-10, 'HST TAHT'],
  [-9.5, 'MART'],
  [-9, 'AKST GAMT'],
  [-8, 'PST AKDT'],
  [-7, 'MST PDT'],
  [-6, 'CST MDT GALT'],
  [-5, 'EST CDT ACT COT PET'],
  [-4, 'AST EDT AMT BOT'],
  [-3.5, 'NST NFT'],
  [-3, 'ADT BRT BRA CLST GFT PMST PYST UYT WGT'],
  [-2.5, 'NDT'],
  [-2, 'BRST FNT PMDT UYST WGST'],
  [-1, 'AZOT EGT FNST'],
  [0, 'UTC GMT UCT UT Z ZULU WET AZOST EGST'],
  [1, 'CET BST MET MEZ WAT WETDST'],
  [2, 'CEST CETDST EET IST MEST MESZ METDST SAST BDST'],
  [3, 'EAT EEST EETDST FET IDT'],
  [3.5, 'IRT'],
  [4, 'MSD MUT RET SCT'],
  [4.5, 'AFT'],
  [5, 'PKT MVT TFT TJT UZT MUST'],
  [5.75, 'NPT'],
  [6, 'ALMT BDT BTT KGST PKST UZST XJT YEKST'],
  [6.5, 'MMT'],
  [7, 'ALMST CXT ICT WAST'],
  [8, 'AWST BNT BORT CCT HKT MYT PHT WADT'],
  [8.75, 'ACWST'],
  [9, 'JST KST AWSST JAYT PWT ULAST WDT'],
  [9.5, 'ACST CAST'],
  [10, 'AEST CHUT DDUT KDT MPT PGT TRUT YAPT LIGT'],
  [10.5, 'ACDT ACSST CADT LHST SADT'],
  [11, 'AEDT AESST PONT VUT'],
  [12, 'NZST NZT FJT GILT MHT TVT WAKT WFT'],
  [12.75, 'CHAST'],
  [13, 'NZDT FJST TOT'],
  [13.75, 'CHADT'],
];

/** Those that mean whatever offset their zone has at the time. */
const places: readonly (readonly [zone: string, names: string])[] = [
  ['America/Argentina/Buenos_Aires', 'ART ARST'],
  ['America/Santiago', 'CLT'],
  ['America/Guyana', 'GYT'],
  ['America/Asuncion', 'PYT'],
  ['America/Caracas', 'VET'],
  ['Antarctica/Davis', 'DAVT'],
  ['Antarctica/Mawson', 'MAWT'],
  ['Asia/Yerevan', 'AMST'],
  ['Asia/Anadyr', 'ANAST ANAT'],
  ['Asia/Baku', 'AZST AZT'],
  ['Asia/Tbilisi', 'GEST GET'],
  ['Asia/Irkutsk', 'IRKST IRKT'],
  ['Asia/Bishkek', 'KGT'],
  ['Asia/Krasnoyarsk', 'KRAST KRAT'],
  ['Asia/Colombo', 'LKT'],
  ['Asia/Magadan', 'MAGST MAGT'],
  ['Asia/Novosibirsk', 'NOVST NOVT'],
  ['Asia/Omsk', 'OMSST OMST'],
  ['Asia/Kamchatka', 'PETST PETT'],
  ['Asia/Singapore', 'SGT'],
  ['Asia/Ashgabat', 'TMT'],
  ['Asia/Ulaanbaatar', 'ULAT'],
  ['Asia/Vladivostok', 'VLAST VLAT'],
  ['Asia/Yakutsk', 'YAKST YAKT'],
  ['Asia/Yekaterinburg', 'YEKT'],
  ['Atlantic/Stanley', 'FKST FKT'],
  ['Australia/Lord_Howe', 'LHDT'],
  ['Europe/Volgograd', 'VOLT'],
  ['Indian/Chagos', 'IOT'],
  ['Pacific/Rarotonga', 'CKT'],
  ['Pacific/Easter', 'EASST EAST'],
  ['Pacific/Kosrae', 'KOST'],
  ['Pacific/Kiritimati', 'LINT'],
  ['Pacific/Niue', 'NUT'],
  ['Pacific/Fakaofo', 'TKT'],
];

/** Moscow's clocks have been called MSK all year from 2011 to 2014 too, when they stood at what had been summer time. */
const moscow: TimeZone = {
  name: 'MSK',
  offsetAt: at => (at >= Date.UTC(2011, 2, 26, 23) / 1000 && at < Date.UTC(2014, 9, 25, 22) / 1000 ? 14_400 : 10_800),
};

const fixed = new Map(hours.flatMap(([offset, names]) => names.split(' ').map(name => [name, offset * 3600] as const)));
const moving = new Map<string, string | TimeZone>([
  ['MSK', moscow],
  ...places.flatMap(([zone, names]) => names.split(' ').map(name => [name, zone] as const)),
]);

/** Seconds east of UTC, or the zone that says how many at the time; undefined for no known abbreviation. Case does not matter. */
export function abbreviationZone(name: string): number | TimeZone | undefined {
  const upper = name.toUpperCase();
  const zone = moving.get(upper);
  return zone === undefined ? fixed.get(upper) : typeof zone === 'string' ? timeZone(zone) : zone;
}

/** All of them. */
export function timeZoneAbbreviations(): readonly string[] {
  return [...fixed.keys(), ...moving.keys()];
}
