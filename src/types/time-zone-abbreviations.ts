// Hours east of UTC of the abbreviations that Postgres's default set reads in timestamps (a fixed offset each).
const hours: readonly (readonly [number, string])[] = [
  [-11, 'NUT'],
  [-10, 'HST CKT TAHT'],
  [-9.5, 'MART'],
  [-9, 'AKST GAMT'],
  [-8, 'PST AKDT'],
  [-7, 'MST PDT'],
  [-6, 'CST MDT GALT'],
  [-5, 'EST CDT ACT COT PET EAST EASST'],
  [-4, 'AST EDT AMT BOT GYT VET'],
  [-3.5, 'NST NFT'],
  [-3, 'ADT ART ARST BRT BRA CLT CLST FKT FKST GFT PMST PYT PYST UYT WGT'],
  [-2.5, 'NDT'],
  [-2, 'BRST FNT PMDT UYST WGST'],
  [-1, 'AZOT EGT FNST'],
  [0, 'UTC GMT UCT UT Z ZULU WET AZOST EGST'],
  [1, 'CET BST MET MEZ WAT WETDST'],
  [2, 'CEST CETDST EET IST MEST MESZ METDST SAST BDST'],
  [3, 'MSK EAT EEST EETDST FET IDT VOLT'],
  [3.5, 'IRT'],
  [4, 'MSD AMST AZT AZST GET GEST MUT RET SCT'],
  [4.5, 'AFT'],
  [5, 'PKT MAWT MVT TFT TJT TMT UZT YEKT MUST'],
  [5.5, 'LKT'],
  [5.75, 'NPT'],
  [6, 'ALMT BDT BTT IOT KGT KGST OMST OMSST PKST UZST XJT YEKST'],
  [6.5, 'MMT'],
  [7, 'ALMST CXT DAVT ICT KRAT KRAST NOVT NOVST WAST'],
  [8, 'AWST BNT BORT CCT HKT IRKT IRKST MYT PHT SGT ULAT WADT'],
  [8.75, 'ACWST'],
  [9, 'JST KST AWSST JAYT PWT ULAST WDT YAKT YAKST'],
  [9.5, 'ACST CAST'],
  [10, 'AEST CHUT DDUT KDT MPT PGT TRUT VLAT VLAST YAPT'],
  [10.5, 'ACDT ACSST CADT LHST SADT'],
  [11, 'AEDT AESST KOST LHDT MAGT MAGST PONT VUT'],
  [12, 'NZST NZT ANAT ANAST FJT GILT MHT PETT PETST TVT WAKT WFT'],
  [12.75, 'CHAST'],
  [13, 'NZDT FJST TKT TOT'],
  [13.75, 'CHADT'],
  [14, 'LINT'],
];

const seconds = new Map(
  hours.flatMap(([offset, names]) => names.split(' ').map(name => [name, offset * 3600] as const)),
);

/** Seconds east of UTC; undefined for no known abbreviation. Case does not matter. */
export function abbreviationOffset(name: string): number | undefined {
  return name === '' ? undefined : seconds.get(name.toUpperCase());
}

/** All of them, with their seconds east of UTC. */
export function timeZoneAbbreviations(): Iterable<readonly [name: string, offset: number]> {
  return seconds;
}
