// Written by scripts/postgres-built-ins.mjs.

/** What pg_ts_template of PostgreSQL 15 holds of what it brings: the columns, then a row a line, as COPY writes them. */
export const pgTsTemplateRows = `
oid	tmplname	tmplinit	tmpllexize
3727	simple	3725	3726
3730	synonym	3728	3729
3733	ispell	3731	3732
3742	thesaurus	3740	3741
13150	snowball	13148	13149
`;
