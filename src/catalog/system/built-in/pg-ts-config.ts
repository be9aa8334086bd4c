// Written by scripts/postgres-built-ins.mjs.

/** What pg_ts_config of PostgreSQL 15 holds of what it brings: the columns, then a row a line, as COPY writes them. */
export const pgTsConfigRows = `
oid	cfgname	cfgparser
3748	simple	3722
13152	arabic	3722
13154	armenian	3722
13156	basque	3722
13158	catalan	3722
13160	danish	3722
13162	dutch	3722
13164	english	3722
13166	finnish	3722
13168	french	3722
13170	german	3722
13172	greek	3722
13174	hindi	3722
13176	hungarian	3722
13178	indonesian	3722
13180	irish	3722
13182	italian	3722
13184	lithuanian	3722
13186	nepali	3722
13188	norwegian	3722
13190	portuguese	3722
13192	romanian	3722
13194	russian	3722
13196	serbian	3722
13198	spanish	3722
13200	swedish	3722
13202	tamil	3722
13204	turkish	3722
13206	yiddish	3722
`;
