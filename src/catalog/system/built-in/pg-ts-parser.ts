// Written by scripts/postgres-built-ins.mjs.

/** What pg_ts_parser of PostgreSQL 15 holds of what it brings: the columns, then a row a line, as COPY writes them. */
export const pgTsParserRows = `
oid	prsname	prsstart	prstoken	prsend	prsheadline	prslextype
3722	default	3717	3718	3719	3720	3721
`;
