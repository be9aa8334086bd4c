/** All are the one order of text that there is: that of its bytes. OIDs are Postgres's. */
export const collations = [
  {oid: 100n, name: 'default', provider: 'd', encoding: -1, locale: null},
  {oid: 950n, name: 'C', provider: 'c', encoding: -1, locale: 'C'},
  {oid: 951n, name: 'POSIX', provider: 'c', encoding: -1, locale: 'POSIX'},
  {oid: 12340n, name: 'ucs_basic', provider: 'c', encoding: 6, locale: 'C'},
  {oid: 12341n, name: 'C.utf8', provider: 'c', encoding: 6, locale: 'C.utf8'},
] as const;
