// Written by scripts/postgres-built-ins.mjs.

/** What pg_ts_dict of PostgreSQL 15 holds of what it brings: the columns, then a row a line, as COPY writes them. */
export const pgTsDictRows = `
oid	dictname	dicttemplate	dictinitoption
3765	simple	3727	\\N
13151	arabic_stem	13150	language = 'arabic'
13153	armenian_stem	13150	language = 'armenian'
13155	basque_stem	13150	language = 'basque'
13157	catalan_stem	13150	language = 'catalan'
13159	danish_stem	13150	language = 'danish', stopwords = 'danish'
13161	dutch_stem	13150	language = 'dutch', stopwords = 'dutch'
13163	english_stem	13150	language = 'english', stopwords = 'english'
13165	finnish_stem	13150	language = 'finnish', stopwords = 'finnish'
13167	french_stem	13150	language = 'french', stopwords = 'french'
13169	german_stem	13150	language = 'german', stopwords = 'german'
13171	greek_stem	13150	language = 'greek'
13173	hindi_stem	13150	language = 'hindi'
13175	hungarian_stem	13150	language = 'hungarian', stopwords = 'hungarian'
13177	indonesian_stem	13150	language = 'indonesian'
13179	irish_stem	13150	language = 'irish'
13181	italian_stem	13150	language = 'italian', stopwords = 'italian'
13183	lithuanian_stem	13150	language = 'lithuanian'
13185	nepali_stem	13150	language = 'nepali', stopwords = 'nepali'
13187	norwegian_stem	13150	language = 'norwegian', stopwords = 'norwegian'
13189	portuguese_stem	13150	language = 'portuguese', stopwords = 'portuguese'
13191	romanian_stem	13150	language = 'romanian'
13193	russian_stem	13150	language = 'russian', stopwords = 'russian'
13195	serbian_stem	13150	language = 'serbian'
13197	spanish_stem	13150	language = 'spanish', stopwords = 'spanish'
13199	swedish_stem	13150	language = 'swedish', stopwords = 'swedish'
13201	tamil_stem	13150	language = 'tamil'
13203	turkish_stem	13150	language = 'turkish', stopwords = 'turkish'
13205	yiddish_stem	13150	language = 'yiddish'
`;
