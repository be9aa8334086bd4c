// Written by scripts/postgres-built-ins.mjs.

/** What pg_range of PostgreSQL 15 holds of what it brings: the columns, then a row a line, as COPY writes them. */
export const pgRangeRows = `
rngtypid	rngsubopc	rngcanonical	rngsubdiff
3904	1978	3914	3922
3906	3125	0	3924
3908	3128	0	3929
3910	3127	0	3930
3912	3122	3915	3925
3926	3124	3928	3923
`;
