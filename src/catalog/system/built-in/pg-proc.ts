// Written by scripts/postgres-built-ins.mjs.

/** What pg_proc of PostgreSQL 15 holds of what it brings: the columns, then a row a line, as COPY writes them. */
export const pgProcRows = `
oid	proname	prolang	procost	prorows	provariadic	prosupport	prokind	proleakproof	proisstrict	proretset	provolatile	proparallel	pronargs	pronargdefaults	prorettype	proargtypes	proallargtypes	proargmodes	proargnames	proargdefaults	prosrc	prosqlbody	arguments	restricted	mechanism
3	heap_tableam_handler	12	1	0	0	0	f	f	t	f	v	s	1	0	269	2281	\\N	\\N	\\N	\\N	heap_tableam_handler	\\N	\\N	f	t
31	byteaout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	17	\\N	\\N	\\N	\\N	byteaout	\\N	\\N	f	t
33	charout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	18	\\N	\\N	\\N	\\N	charout	\\N	\\N	f	t
34	namein	12	1	0	0	0	f	f	t	f	i	s	1	0	19	2275	\\N	\\N	\\N	\\N	namein	\\N	\\N	f	t
35	nameout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	19	\\N	\\N	\\N	\\N	nameout	\\N	\\N	f	t
38	int2in	12	1	0	0	0	f	f	t	f	i	s	1	0	21	2275	\\N	\\N	\\N	\\N	int2in	\\N	\\N	f	t
39	int2out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	21	\\N	\\N	\\N	\\N	int2out	\\N	\\N	f	t
40	int2vectorin	12	1	0	0	0	f	f	t	f	i	s	1	0	22	2275	\\N	\\N	\\N	\\N	int2vectorin	\\N	\\N	f	t
41	int2vectorout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	22	\\N	\\N	\\N	\\N	int2vectorout	\\N	\\N	f	t
42	int4in	12	1	0	0	0	f	f	t	f	i	s	1	0	23	2275	\\N	\\N	\\N	\\N	int4in	\\N	\\N	f	t
43	int4out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	23	\\N	\\N	\\N	\\N	int4out	\\N	\\N	f	t
44	regprocin	12	1	0	0	0	f	f	t	f	s	s	1	0	24	2275	\\N	\\N	\\N	\\N	regprocin	\\N	\\N	f	t
45	regprocout	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	24	\\N	\\N	\\N	\\N	regprocout	\\N	\\N	f	t
46	textin	12	1	0	0	0	f	f	t	f	i	s	1	0	25	2275	\\N	\\N	\\N	\\N	textin	\\N	\\N	f	t
47	textout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	25	\\N	\\N	\\N	\\N	textout	\\N	\\N	f	t
48	tidin	12	1	0	0	0	f	f	t	f	i	s	1	0	27	2275	\\N	\\N	\\N	\\N	tidin	\\N	\\N	f	t
49	tidout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	27	\\N	\\N	\\N	\\N	tidout	\\N	\\N	f	t
50	xidin	12	1	0	0	0	f	f	t	f	i	s	1	0	28	2275	\\N	\\N	\\N	\\N	xidin	\\N	\\N	f	t
51	xidout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	28	\\N	\\N	\\N	\\N	xidout	\\N	\\N	f	t
52	cidin	12	1	0	0	0	f	f	t	f	i	s	1	0	29	2275	\\N	\\N	\\N	\\N	cidin	\\N	\\N	f	t
53	cidout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	29	\\N	\\N	\\N	\\N	cidout	\\N	\\N	f	t
54	oidvectorin	12	1	0	0	0	f	f	t	f	i	s	1	0	30	2275	\\N	\\N	\\N	\\N	oidvectorin	\\N	\\N	f	t
55	oidvectorout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	30	\\N	\\N	\\N	\\N	oidvectorout	\\N	\\N	f	t
56	boollt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	16 16	\\N	\\N	\\N	\\N	boollt	\\N	\\N	f	t
57	boolgt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	16 16	\\N	\\N	\\N	\\N	boolgt	\\N	\\N	f	t
60	booleq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	16 16	\\N	\\N	\\N	\\N	booleq	\\N	\\N	f	t
61	chareq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	18 18	\\N	\\N	\\N	\\N	chareq	\\N	\\N	f	t
62	nameeq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	19 19	\\N	\\N	\\N	\\N	nameeq	\\N	\\N	f	t
63	int2eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 21	\\N	\\N	\\N	\\N	int2eq	\\N	\\N	f	t
64	int2lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 21	\\N	\\N	\\N	\\N	int2lt	\\N	\\N	f	t
65	int4eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 23	\\N	\\N	\\N	\\N	int4eq	\\N	\\N	f	t
66	int4lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 23	\\N	\\N	\\N	\\N	int4lt	\\N	\\N	f	t
67	texteq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	texteq	\\N	\\N	f	t
68	xideq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	28 28	\\N	\\N	\\N	\\N	xideq	\\N	\\N	f	t
69	cideq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	29 29	\\N	\\N	\\N	\\N	cideq	\\N	\\N	f	t
70	charne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	18 18	\\N	\\N	\\N	\\N	charne	\\N	\\N	f	t
72	charle	12	1	0	0	0	f	t	t	f	i	s	2	0	16	18 18	\\N	\\N	\\N	\\N	charle	\\N	\\N	f	t
73	chargt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	18 18	\\N	\\N	\\N	\\N	chargt	\\N	\\N	f	t
74	charge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	18 18	\\N	\\N	\\N	\\N	charge	\\N	\\N	f	t
77	int4	12	1	0	0	0	f	f	t	f	i	s	1	0	23	18	\\N	\\N	\\N	\\N	chartoi4	\\N	\\N	f	t
78	char	12	1	0	0	0	f	f	t	f	i	s	1	0	18	23	\\N	\\N	\\N	\\N	i4tochar	\\N	\\N	f	t
79	nameregexeq	12	1	0	0	1364	f	f	t	f	i	s	2	0	16	19 25	\\N	\\N	\\N	\\N	nameregexeq	\\N	\\N	f	t
84	boolne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	16 16	\\N	\\N	\\N	\\N	boolne	\\N	\\N	f	t
86	pg_ddl_command_in	12	1	0	0	0	f	f	t	f	i	s	1	0	32	2275	\\N	\\N	\\N	\\N	pg_ddl_command_in	\\N	\\N	f	t
87	pg_ddl_command_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	32	\\N	\\N	\\N	\\N	pg_ddl_command_out	\\N	\\N	f	t
88	pg_ddl_command_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	32	2281	\\N	\\N	\\N	\\N	pg_ddl_command_recv	\\N	\\N	f	t
89	version	12	1	0	0	0	f	f	t	f	s	s	0	0	25		\\N	\\N	\\N	\\N	pgsql_version	\\N	\\N	f	f
90	pg_ddl_command_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	32	\\N	\\N	\\N	\\N	pg_ddl_command_send	\\N	\\N	f	t
101	eqsel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	eqsel	\\N	\\N	f	t
102	neqsel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	neqsel	\\N	\\N	f	t
103	scalarltsel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	scalarltsel	\\N	\\N	f	t
104	scalargtsel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	scalargtsel	\\N	\\N	f	t
105	eqjoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	eqjoinsel	\\N	\\N	f	t
106	neqjoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	neqjoinsel	\\N	\\N	f	t
107	scalarltjoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	scalarltjoinsel	\\N	\\N	f	t
108	scalargtjoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	scalargtjoinsel	\\N	\\N	f	t
109	unknownin	12	1	0	0	0	f	f	t	f	i	s	1	0	705	2275	\\N	\\N	\\N	\\N	unknownin	\\N	\\N	f	t
110	unknownout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	705	\\N	\\N	\\N	\\N	unknownout	\\N	\\N	f	t
115	box_above_eq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_above_eq	\\N	\\N	f	t
116	box_below_eq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_below_eq	\\N	\\N	f	t
117	point_in	12	1	0	0	0	f	f	t	f	i	s	1	0	600	2275	\\N	\\N	\\N	\\N	point_in	\\N	\\N	f	t
118	point_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	600	\\N	\\N	\\N	\\N	point_out	\\N	\\N	f	t
119	lseg_in	12	1	0	0	0	f	f	t	f	i	s	1	0	601	2275	\\N	\\N	\\N	\\N	lseg_in	\\N	\\N	f	t
120	lseg_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	601	\\N	\\N	\\N	\\N	lseg_out	\\N	\\N	f	t
121	path_in	12	1	0	0	0	f	f	t	f	i	s	1	0	602	2275	\\N	\\N	\\N	\\N	path_in	\\N	\\N	f	t
122	path_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	602	\\N	\\N	\\N	\\N	path_out	\\N	\\N	f	t
123	box_in	12	1	0	0	0	f	f	t	f	i	s	1	0	603	2275	\\N	\\N	\\N	\\N	box_in	\\N	\\N	f	t
124	box_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	603	\\N	\\N	\\N	\\N	box_out	\\N	\\N	f	t
125	box_overlap	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_overlap	\\N	\\N	f	t
126	box_ge	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_ge	\\N	\\N	f	t
127	box_gt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_gt	\\N	\\N	f	t
128	box_eq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_eq	\\N	\\N	f	t
129	box_lt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_lt	\\N	\\N	f	t
130	box_le	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_le	\\N	\\N	f	t
131	point_above	12	1	0	0	0	f	f	t	f	i	s	2	0	16	600 600	\\N	\\N	\\N	\\N	point_above	\\N	\\N	f	t
132	point_left	12	1	0	0	0	f	f	t	f	i	s	2	0	16	600 600	\\N	\\N	\\N	\\N	point_left	\\N	\\N	f	t
133	point_right	12	1	0	0	0	f	f	t	f	i	s	2	0	16	600 600	\\N	\\N	\\N	\\N	point_right	\\N	\\N	f	t
134	point_below	12	1	0	0	0	f	f	t	f	i	s	2	0	16	600 600	\\N	\\N	\\N	\\N	point_below	\\N	\\N	f	t
135	point_eq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	600 600	\\N	\\N	\\N	\\N	point_eq	\\N	\\N	f	t
136	on_pb	12	1	0	0	0	f	f	t	f	i	s	2	0	16	600 603	\\N	\\N	\\N	\\N	on_pb	\\N	\\N	f	t
137	on_ppath	12	1	0	0	0	f	f	t	f	i	s	2	0	16	600 602	\\N	\\N	\\N	\\N	on_ppath	\\N	\\N	f	t
138	box_center	12	1	0	0	0	f	f	t	f	i	s	1	0	600	603	\\N	\\N	\\N	\\N	box_center	\\N	\\N	f	t
139	areasel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	areasel	\\N	\\N	f	t
140	areajoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	areajoinsel	\\N	\\N	f	t
141	int4mul	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	int4mul	\\N	\\N	f	t
144	int4ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 23	\\N	\\N	\\N	\\N	int4ne	\\N	\\N	f	t
145	int2ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 21	\\N	\\N	\\N	\\N	int2ne	\\N	\\N	f	t
146	int2gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 21	\\N	\\N	\\N	\\N	int2gt	\\N	\\N	f	t
147	int4gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 23	\\N	\\N	\\N	\\N	int4gt	\\N	\\N	f	t
148	int2le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 21	\\N	\\N	\\N	\\N	int2le	\\N	\\N	f	t
149	int4le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 23	\\N	\\N	\\N	\\N	int4le	\\N	\\N	f	t
150	int4ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 23	\\N	\\N	\\N	\\N	int4ge	\\N	\\N	f	t
151	int2ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 21	\\N	\\N	\\N	\\N	int2ge	\\N	\\N	f	t
152	int2mul	12	1	0	0	0	f	f	t	f	i	s	2	0	21	21 21	\\N	\\N	\\N	\\N	int2mul	\\N	\\N	f	t
153	int2div	12	1	0	0	0	f	f	t	f	i	s	2	0	21	21 21	\\N	\\N	\\N	\\N	int2div	\\N	\\N	f	t
154	int4div	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	int4div	\\N	\\N	f	t
155	int2mod	12	1	0	0	0	f	f	t	f	i	s	2	0	21	21 21	\\N	\\N	\\N	\\N	int2mod	\\N	\\N	f	t
156	int4mod	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	int4mod	\\N	\\N	f	t
157	textne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	textne	\\N	\\N	f	t
158	int24eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 23	\\N	\\N	\\N	\\N	int24eq	\\N	\\N	f	t
159	int42eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 21	\\N	\\N	\\N	\\N	int42eq	\\N	\\N	f	t
160	int24lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 23	\\N	\\N	\\N	\\N	int24lt	\\N	\\N	f	t
161	int42lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 21	\\N	\\N	\\N	\\N	int42lt	\\N	\\N	f	t
162	int24gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 23	\\N	\\N	\\N	\\N	int24gt	\\N	\\N	f	t
163	int42gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 21	\\N	\\N	\\N	\\N	int42gt	\\N	\\N	f	t
164	int24ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 23	\\N	\\N	\\N	\\N	int24ne	\\N	\\N	f	t
165	int42ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 21	\\N	\\N	\\N	\\N	int42ne	\\N	\\N	f	t
166	int24le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 23	\\N	\\N	\\N	\\N	int24le	\\N	\\N	f	t
167	int42le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 21	\\N	\\N	\\N	\\N	int42le	\\N	\\N	f	t
168	int24ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 23	\\N	\\N	\\N	\\N	int24ge	\\N	\\N	f	t
169	int42ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 21	\\N	\\N	\\N	\\N	int42ge	\\N	\\N	f	t
170	int24mul	12	1	0	0	0	f	f	t	f	i	s	2	0	23	21 23	\\N	\\N	\\N	\\N	int24mul	\\N	\\N	f	t
171	int42mul	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 21	\\N	\\N	\\N	\\N	int42mul	\\N	\\N	f	t
172	int24div	12	1	0	0	0	f	f	t	f	i	s	2	0	23	21 23	\\N	\\N	\\N	\\N	int24div	\\N	\\N	f	t
173	int42div	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 21	\\N	\\N	\\N	\\N	int42div	\\N	\\N	f	t
176	int2pl	12	1	0	0	0	f	f	t	f	i	s	2	0	21	21 21	\\N	\\N	\\N	\\N	int2pl	\\N	\\N	f	t
177	int4pl	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	int4pl	\\N	\\N	f	t
178	int24pl	12	1	0	0	0	f	f	t	f	i	s	2	0	23	21 23	\\N	\\N	\\N	\\N	int24pl	\\N	\\N	f	t
179	int42pl	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 21	\\N	\\N	\\N	\\N	int42pl	\\N	\\N	f	t
180	int2mi	12	1	0	0	0	f	f	t	f	i	s	2	0	21	21 21	\\N	\\N	\\N	\\N	int2mi	\\N	\\N	f	t
181	int4mi	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	int4mi	\\N	\\N	f	t
182	int24mi	12	1	0	0	0	f	f	t	f	i	s	2	0	23	21 23	\\N	\\N	\\N	\\N	int24mi	\\N	\\N	f	t
183	int42mi	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 21	\\N	\\N	\\N	\\N	int42mi	\\N	\\N	f	t
184	oideq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	26 26	\\N	\\N	\\N	\\N	oideq	\\N	\\N	f	t
185	oidne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	26 26	\\N	\\N	\\N	\\N	oidne	\\N	\\N	f	t
186	box_same	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_same	\\N	\\N	f	t
187	box_contain	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_contain	\\N	\\N	f	t
188	box_left	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_left	\\N	\\N	f	t
189	box_overleft	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_overleft	\\N	\\N	f	t
190	box_overright	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_overright	\\N	\\N	f	t
191	box_right	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_right	\\N	\\N	f	t
192	box_contained	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_contained	\\N	\\N	f	t
193	box_contain_pt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 600	\\N	\\N	\\N	\\N	box_contain_pt	\\N	\\N	f	t
195	pg_node_tree_in	12	1	0	0	0	f	f	t	f	i	s	1	0	194	2275	\\N	\\N	\\N	\\N	pg_node_tree_in	\\N	\\N	f	t
196	pg_node_tree_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	194	\\N	\\N	\\N	\\N	pg_node_tree_out	\\N	\\N	f	t
197	pg_node_tree_recv	12	1	0	0	0	f	f	t	f	s	s	1	0	194	2281	\\N	\\N	\\N	\\N	pg_node_tree_recv	\\N	\\N	f	t
198	pg_node_tree_send	12	1	0	0	0	f	f	t	f	s	s	1	0	17	194	\\N	\\N	\\N	\\N	pg_node_tree_send	\\N	\\N	f	t
200	float4in	12	1	0	0	0	f	f	t	f	i	s	1	0	700	2275	\\N	\\N	\\N	\\N	float4in	\\N	\\N	f	t
201	float4out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	700	\\N	\\N	\\N	\\N	float4out	\\N	\\N	f	t
202	float4mul	12	1	0	0	0	f	f	t	f	i	s	2	0	700	700 700	\\N	\\N	\\N	\\N	float4mul	\\N	\\N	f	t
203	float4div	12	1	0	0	0	f	f	t	f	i	s	2	0	700	700 700	\\N	\\N	\\N	\\N	float4div	\\N	\\N	f	t
204	float4pl	12	1	0	0	0	f	f	t	f	i	s	2	0	700	700 700	\\N	\\N	\\N	\\N	float4pl	\\N	\\N	f	t
205	float4mi	12	1	0	0	0	f	f	t	f	i	s	2	0	700	700 700	\\N	\\N	\\N	\\N	float4mi	\\N	\\N	f	t
206	float4um	12	1	0	0	0	f	f	t	f	i	s	1	0	700	700	\\N	\\N	\\N	\\N	float4um	\\N	\\N	f	t
207	float4abs	12	1	0	0	0	f	f	t	f	i	s	1	0	700	700	\\N	\\N	\\N	\\N	float4abs	\\N	\\N	f	t
208	float4_accum	12	1	0	0	0	f	f	t	f	i	s	2	0	1022	1022 700	\\N	\\N	\\N	\\N	float4_accum	\\N	\\N	f	t
209	float4larger	12	1	0	0	0	f	f	t	f	i	s	2	0	700	700 700	\\N	\\N	\\N	\\N	float4larger	\\N	\\N	f	t
211	float4smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	700	700 700	\\N	\\N	\\N	\\N	float4smaller	\\N	\\N	f	t
212	int4um	12	1	0	0	0	f	f	t	f	i	s	1	0	23	23	\\N	\\N	\\N	\\N	int4um	\\N	\\N	f	t
213	int2um	12	1	0	0	0	f	f	t	f	i	s	1	0	21	21	\\N	\\N	\\N	\\N	int2um	\\N	\\N	f	t
214	float8in	12	1	0	0	0	f	f	t	f	i	s	1	0	701	2275	\\N	\\N	\\N	\\N	float8in	\\N	\\N	f	t
215	float8out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	701	\\N	\\N	\\N	\\N	float8out	\\N	\\N	f	t
216	float8mul	12	1	0	0	0	f	f	t	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	float8mul	\\N	\\N	f	t
217	float8div	12	1	0	0	0	f	f	t	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	float8div	\\N	\\N	f	t
218	float8pl	12	1	0	0	0	f	f	t	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	float8pl	\\N	\\N	f	t
219	float8mi	12	1	0	0	0	f	f	t	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	float8mi	\\N	\\N	f	t
220	float8um	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	float8um	\\N	\\N	f	t
221	float8abs	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	float8abs	\\N	\\N	f	t
222	float8_accum	12	1	0	0	0	f	f	t	f	i	s	2	0	1022	1022 701	\\N	\\N	\\N	\\N	float8_accum	\\N	\\N	f	t
223	float8larger	12	1	0	0	0	f	f	t	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	float8larger	\\N	\\N	f	t
224	float8smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	float8smaller	\\N	\\N	f	t
225	lseg_center	12	1	0	0	0	f	f	t	f	i	s	1	0	600	601	\\N	\\N	\\N	\\N	lseg_center	\\N	\\N	f	t
227	poly_center	12	1	0	0	0	f	f	t	f	i	s	1	0	600	604	\\N	\\N	\\N	\\N	poly_center	\\N	\\N	f	t
228	dround	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dround	\\N	\\N	f	f
229	dtrunc	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dtrunc	\\N	\\N	f	f
230	dsqrt	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dsqrt	\\N	\\N	f	t
231	dcbrt	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dcbrt	\\N	\\N	f	t
232	dpow	12	1	0	0	0	f	f	t	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	dpow	\\N	\\N	f	t
233	dexp	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dexp	\\N	\\N	f	f
234	dlog1	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dlog1	\\N	\\N	f	f
235	float8	12	1	0	0	0	f	t	t	f	i	s	1	0	701	21	\\N	\\N	\\N	\\N	i2tod	\\N	\\N	f	t
236	float4	12	1	0	0	0	f	t	t	f	i	s	1	0	700	21	\\N	\\N	\\N	\\N	i2tof	\\N	\\N	f	t
237	int2	12	1	0	0	0	f	f	t	f	i	s	1	0	21	701	\\N	\\N	\\N	\\N	dtoi2	\\N	\\N	f	t
238	int2	12	1	0	0	0	f	f	t	f	i	s	1	0	21	700	\\N	\\N	\\N	\\N	ftoi2	\\N	\\N	f	t
239	line_distance	12	1	0	0	0	f	f	t	f	i	s	2	0	701	628 628	\\N	\\N	\\N	\\N	line_distance	\\N	\\N	f	t
240	nameeqtext	12	1	0	0	0	f	t	t	f	i	s	2	0	16	19 25	\\N	\\N	\\N	\\N	nameeqtext	\\N	\\N	f	t
241	namelttext	12	1	0	0	0	f	t	t	f	i	s	2	0	16	19 25	\\N	\\N	\\N	\\N	namelttext	\\N	\\N	f	t
242	nameletext	12	1	0	0	0	f	t	t	f	i	s	2	0	16	19 25	\\N	\\N	\\N	\\N	nameletext	\\N	\\N	f	t
243	namegetext	12	1	0	0	0	f	t	t	f	i	s	2	0	16	19 25	\\N	\\N	\\N	\\N	namegetext	\\N	\\N	f	t
244	namegttext	12	1	0	0	0	f	t	t	f	i	s	2	0	16	19 25	\\N	\\N	\\N	\\N	namegttext	\\N	\\N	f	t
245	namenetext	12	1	0	0	0	f	t	t	f	i	s	2	0	16	19 25	\\N	\\N	\\N	\\N	namenetext	\\N	\\N	f	t
246	btnametextcmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	19 25	\\N	\\N	\\N	\\N	btnametextcmp	\\N	\\N	f	t
247	texteqname	12	1	0	0	0	f	t	t	f	i	s	2	0	16	25 19	\\N	\\N	\\N	\\N	texteqname	\\N	\\N	f	t
248	textltname	12	1	0	0	0	f	t	t	f	i	s	2	0	16	25 19	\\N	\\N	\\N	\\N	textltname	\\N	\\N	f	t
249	textlename	12	1	0	0	0	f	t	t	f	i	s	2	0	16	25 19	\\N	\\N	\\N	\\N	textlename	\\N	\\N	f	t
250	textgename	12	1	0	0	0	f	t	t	f	i	s	2	0	16	25 19	\\N	\\N	\\N	\\N	textgename	\\N	\\N	f	t
251	textgtname	12	1	0	0	0	f	t	t	f	i	s	2	0	16	25 19	\\N	\\N	\\N	\\N	textgtname	\\N	\\N	f	t
252	textnename	12	1	0	0	0	f	t	t	f	i	s	2	0	16	25 19	\\N	\\N	\\N	\\N	textnename	\\N	\\N	f	t
253	bttextnamecmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	25 19	\\N	\\N	\\N	\\N	bttextnamecmp	\\N	\\N	f	t
266	nameconcatoid	12	1	0	0	0	f	f	t	f	i	s	2	0	19	19 26	\\N	\\N	\\N	\\N	nameconcatoid	\\N	\\N	f	f
267	table_am_handler_in	12	1	0	0	0	f	f	f	f	i	s	1	0	269	2275	\\N	\\N	\\N	\\N	table_am_handler_in	\\N	\\N	f	t
268	table_am_handler_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	269	\\N	\\N	\\N	\\N	table_am_handler_out	\\N	\\N	f	t
274	timeofday	12	1	0	0	0	f	f	t	f	v	s	0	0	25		\\N	\\N	\\N	\\N	timeofday	\\N	\\N	f	f
275	pg_nextoid	12	1	0	0	0	f	f	t	f	v	u	3	0	26	2205 19 2205	\\N	\\N	\\N	\\N	pg_nextoid	\\N	\\N	f	f
276	float8_combine	12	1	0	0	0	f	f	t	f	i	s	2	0	1022	1022 1022	\\N	\\N	\\N	\\N	float8_combine	\\N	\\N	f	t
277	inter_sl	12	1	0	0	0	f	f	t	f	i	s	2	0	16	601 628	\\N	\\N	\\N	\\N	inter_sl	\\N	\\N	f	t
278	inter_lb	12	1	0	0	0	f	f	t	f	i	s	2	0	16	628 603	\\N	\\N	\\N	\\N	inter_lb	\\N	\\N	f	t
279	float48mul	12	1	0	0	0	f	f	t	f	i	s	2	0	701	700 701	\\N	\\N	\\N	\\N	float48mul	\\N	\\N	f	t
280	float48div	12	1	0	0	0	f	f	t	f	i	s	2	0	701	700 701	\\N	\\N	\\N	\\N	float48div	\\N	\\N	f	t
281	float48pl	12	1	0	0	0	f	f	t	f	i	s	2	0	701	700 701	\\N	\\N	\\N	\\N	float48pl	\\N	\\N	f	t
282	float48mi	12	1	0	0	0	f	f	t	f	i	s	2	0	701	700 701	\\N	\\N	\\N	\\N	float48mi	\\N	\\N	f	t
283	float84mul	12	1	0	0	0	f	f	t	f	i	s	2	0	701	701 700	\\N	\\N	\\N	\\N	float84mul	\\N	\\N	f	t
284	float84div	12	1	0	0	0	f	f	t	f	i	s	2	0	701	701 700	\\N	\\N	\\N	\\N	float84div	\\N	\\N	f	t
285	float84pl	12	1	0	0	0	f	f	t	f	i	s	2	0	701	701 700	\\N	\\N	\\N	\\N	float84pl	\\N	\\N	f	t
286	float84mi	12	1	0	0	0	f	f	t	f	i	s	2	0	701	701 700	\\N	\\N	\\N	\\N	float84mi	\\N	\\N	f	t
287	float4eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	700 700	\\N	\\N	\\N	\\N	float4eq	\\N	\\N	f	t
288	float4ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	700 700	\\N	\\N	\\N	\\N	float4ne	\\N	\\N	f	t
289	float4lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	700 700	\\N	\\N	\\N	\\N	float4lt	\\N	\\N	f	t
290	float4le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	700 700	\\N	\\N	\\N	\\N	float4le	\\N	\\N	f	t
291	float4gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	700 700	\\N	\\N	\\N	\\N	float4gt	\\N	\\N	f	t
292	float4ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	700 700	\\N	\\N	\\N	\\N	float4ge	\\N	\\N	f	t
293	float8eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	701 701	\\N	\\N	\\N	\\N	float8eq	\\N	\\N	f	t
294	float8ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	701 701	\\N	\\N	\\N	\\N	float8ne	\\N	\\N	f	t
295	float8lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	701 701	\\N	\\N	\\N	\\N	float8lt	\\N	\\N	f	t
296	float8le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	701 701	\\N	\\N	\\N	\\N	float8le	\\N	\\N	f	t
297	float8gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	701 701	\\N	\\N	\\N	\\N	float8gt	\\N	\\N	f	t
298	float8ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	701 701	\\N	\\N	\\N	\\N	float8ge	\\N	\\N	f	t
299	float48eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	700 701	\\N	\\N	\\N	\\N	float48eq	\\N	\\N	f	t
300	float48ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	700 701	\\N	\\N	\\N	\\N	float48ne	\\N	\\N	f	t
301	float48lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	700 701	\\N	\\N	\\N	\\N	float48lt	\\N	\\N	f	t
302	float48le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	700 701	\\N	\\N	\\N	\\N	float48le	\\N	\\N	f	t
303	float48gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	700 701	\\N	\\N	\\N	\\N	float48gt	\\N	\\N	f	t
304	float48ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	700 701	\\N	\\N	\\N	\\N	float48ge	\\N	\\N	f	t
305	float84eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	701 700	\\N	\\N	\\N	\\N	float84eq	\\N	\\N	f	t
306	float84ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	701 700	\\N	\\N	\\N	\\N	float84ne	\\N	\\N	f	t
307	float84lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	701 700	\\N	\\N	\\N	\\N	float84lt	\\N	\\N	f	t
308	float84le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	701 700	\\N	\\N	\\N	\\N	float84le	\\N	\\N	f	t
309	float84gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	701 700	\\N	\\N	\\N	\\N	float84gt	\\N	\\N	f	t
310	float84ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	701 700	\\N	\\N	\\N	\\N	float84ge	\\N	\\N	f	t
311	float8	12	1	0	0	0	f	t	t	f	i	s	1	0	701	700	\\N	\\N	\\N	\\N	ftod	\\N	\\N	f	t
312	float4	12	1	0	0	0	f	f	t	f	i	s	1	0	700	701	\\N	\\N	\\N	\\N	dtof	\\N	\\N	f	t
313	int4	12	1	0	0	0	f	t	t	f	i	s	1	0	23	21	\\N	\\N	\\N	\\N	i2toi4	\\N	\\N	f	t
314	int2	12	1	0	0	0	f	f	t	f	i	s	1	0	21	23	\\N	\\N	\\N	\\N	i4toi2	\\N	\\N	f	t
315	pg_jit_available	12	1	0	0	0	f	f	t	f	v	s	0	0	16		\\N	\\N	\\N	\\N	pg_jit_available	\\N	\\N	f	f
316	float8	12	1	0	0	0	f	t	t	f	i	s	1	0	701	23	\\N	\\N	\\N	\\N	i4tod	\\N	\\N	f	t
317	int4	12	1	0	0	0	f	f	t	f	i	s	1	0	23	701	\\N	\\N	\\N	\\N	dtoi4	\\N	\\N	f	t
318	float4	12	1	0	0	0	f	t	t	f	i	s	1	0	700	23	\\N	\\N	\\N	\\N	i4tof	\\N	\\N	f	t
319	int4	12	1	0	0	0	f	f	t	f	i	s	1	0	23	700	\\N	\\N	\\N	\\N	ftoi4	\\N	\\N	f	t
320	width_bucket	12	1	0	0	0	f	f	t	f	i	s	4	0	23	701 701 701 23	\\N	\\N	\\N	\\N	width_bucket_float8	\\N	\\N	f	f
321	json_in	12	1	0	0	0	f	f	t	f	i	s	1	0	114	2275	\\N	\\N	\\N	\\N	json_in	\\N	\\N	f	t
322	json_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	114	\\N	\\N	\\N	\\N	json_out	\\N	\\N	f	t
323	json_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	114	2281	\\N	\\N	\\N	\\N	json_recv	\\N	\\N	f	t
324	json_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	114	\\N	\\N	\\N	\\N	json_send	\\N	\\N	f	t
326	index_am_handler_in	12	1	0	0	0	f	f	f	f	i	s	1	0	325	2275	\\N	\\N	\\N	\\N	index_am_handler_in	\\N	\\N	f	t
327	index_am_handler_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	325	\\N	\\N	\\N	\\N	index_am_handler_out	\\N	\\N	f	t
328	hashmacaddr8	12	1	0	0	0	f	f	t	f	i	s	1	0	23	774	\\N	\\N	\\N	\\N	hashmacaddr8	\\N	\\N	f	t
329	hash_aclitem	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1033	\\N	\\N	\\N	\\N	hash_aclitem	\\N	\\N	f	t
330	bthandler	12	1	0	0	0	f	f	t	f	v	s	1	0	325	2281	\\N	\\N	\\N	\\N	bthandler	\\N	\\N	f	t
331	hashhandler	12	1	0	0	0	f	f	t	f	v	s	1	0	325	2281	\\N	\\N	\\N	\\N	hashhandler	\\N	\\N	f	t
332	gisthandler	12	1	0	0	0	f	f	t	f	v	s	1	0	325	2281	\\N	\\N	\\N	\\N	gisthandler	\\N	\\N	f	t
333	ginhandler	12	1	0	0	0	f	f	t	f	v	s	1	0	325	2281	\\N	\\N	\\N	\\N	ginhandler	\\N	\\N	f	t
334	spghandler	12	1	0	0	0	f	f	t	f	v	s	1	0	325	2281	\\N	\\N	\\N	\\N	spghandler	\\N	\\N	f	t
335	brinhandler	12	1	0	0	0	f	f	t	f	v	s	1	0	325	2281	\\N	\\N	\\N	\\N	brinhandler	\\N	\\N	f	t
336	scalarlesel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	scalarlesel	\\N	\\N	f	t
337	scalargesel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	scalargesel	\\N	\\N	f	t
338	amvalidate	12	1	0	0	0	f	f	t	f	v	s	1	0	16	26	\\N	\\N	\\N	\\N	amvalidate	\\N	\\N	f	f
339	poly_same	12	1	0	0	0	f	f	t	f	i	s	2	0	16	604 604	\\N	\\N	\\N	\\N	poly_same	\\N	\\N	f	t
340	poly_contain	12	1	0	0	0	f	f	t	f	i	s	2	0	16	604 604	\\N	\\N	\\N	\\N	poly_contain	\\N	\\N	f	t
341	poly_left	12	1	0	0	0	f	f	t	f	i	s	2	0	16	604 604	\\N	\\N	\\N	\\N	poly_left	\\N	\\N	f	t
342	poly_overleft	12	1	0	0	0	f	f	t	f	i	s	2	0	16	604 604	\\N	\\N	\\N	\\N	poly_overleft	\\N	\\N	f	t
343	poly_overright	12	1	0	0	0	f	f	t	f	i	s	2	0	16	604 604	\\N	\\N	\\N	\\N	poly_overright	\\N	\\N	f	t
344	poly_right	12	1	0	0	0	f	f	t	f	i	s	2	0	16	604 604	\\N	\\N	\\N	\\N	poly_right	\\N	\\N	f	t
345	poly_contained	12	1	0	0	0	f	f	t	f	i	s	2	0	16	604 604	\\N	\\N	\\N	\\N	poly_contained	\\N	\\N	f	t
346	poly_overlap	12	1	0	0	0	f	f	t	f	i	s	2	0	16	604 604	\\N	\\N	\\N	\\N	poly_overlap	\\N	\\N	f	t
347	poly_in	12	1	0	0	0	f	f	t	f	i	s	1	0	604	2275	\\N	\\N	\\N	\\N	poly_in	\\N	\\N	f	t
348	poly_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	604	\\N	\\N	\\N	\\N	poly_out	\\N	\\N	f	t
350	btint2cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	21 21	\\N	\\N	\\N	\\N	btint2cmp	\\N	\\N	f	t
351	btint4cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	btint4cmp	\\N	\\N	f	t
354	btfloat4cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	700 700	\\N	\\N	\\N	\\N	btfloat4cmp	\\N	\\N	f	t
355	btfloat8cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	701 701	\\N	\\N	\\N	\\N	btfloat8cmp	\\N	\\N	f	t
356	btoidcmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	26 26	\\N	\\N	\\N	\\N	btoidcmp	\\N	\\N	f	t
357	dist_bp	12	1	0	0	0	f	f	t	f	i	s	2	0	701	603 600	\\N	\\N	\\N	\\N	dist_bp	\\N	\\N	f	t
358	btcharcmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	18 18	\\N	\\N	\\N	\\N	btcharcmp	\\N	\\N	f	t
359	btnamecmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	19 19	\\N	\\N	\\N	\\N	btnamecmp	\\N	\\N	f	t
360	bttextcmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	25 25	\\N	\\N	\\N	\\N	bttextcmp	\\N	\\N	f	t
361	lseg_distance	12	1	0	0	0	f	f	t	f	i	s	2	0	701	601 601	\\N	\\N	\\N	\\N	lseg_distance	\\N	\\N	f	t
362	lseg_interpt	12	1	0	0	0	f	f	t	f	i	s	2	0	600	601 601	\\N	\\N	\\N	\\N	lseg_interpt	\\N	\\N	f	t
363	dist_ps	12	1	0	0	0	f	f	t	f	i	s	2	0	701	600 601	\\N	\\N	\\N	\\N	dist_ps	\\N	\\N	f	t
364	dist_pb	12	1	0	0	0	f	f	t	f	i	s	2	0	701	600 603	\\N	\\N	\\N	\\N	dist_pb	\\N	\\N	f	t
365	dist_sb	12	1	0	0	0	f	f	t	f	i	s	2	0	701	601 603	\\N	\\N	\\N	\\N	dist_sb	\\N	\\N	f	t
366	close_ps	12	1	0	0	0	f	f	t	f	i	s	2	0	600	600 601	\\N	\\N	\\N	\\N	close_ps	\\N	\\N	f	t
367	close_pb	12	1	0	0	0	f	f	t	f	i	s	2	0	600	600 603	\\N	\\N	\\N	\\N	close_pb	\\N	\\N	f	t
368	close_sb	12	1	0	0	0	f	f	t	f	i	s	2	0	600	601 603	\\N	\\N	\\N	\\N	close_sb	\\N	\\N	f	t
369	on_ps	12	1	0	0	0	f	f	t	f	i	s	2	0	16	600 601	\\N	\\N	\\N	\\N	on_ps	\\N	\\N	f	t
370	path_distance	12	1	0	0	0	f	f	t	f	i	s	2	0	701	602 602	\\N	\\N	\\N	\\N	path_distance	\\N	\\N	f	t
371	dist_ppath	12	1	0	0	0	f	f	t	f	i	s	2	0	701	600 602	\\N	\\N	\\N	\\N	dist_ppath	\\N	\\N	f	t
372	on_sb	12	1	0	0	0	f	f	t	f	i	s	2	0	16	601 603	\\N	\\N	\\N	\\N	on_sb	\\N	\\N	f	t
373	inter_sb	12	1	0	0	0	f	f	t	f	i	s	2	0	16	601 603	\\N	\\N	\\N	\\N	inter_sb	\\N	\\N	f	t
376	string_to_array	12	1	0	0	0	f	f	f	f	i	s	3	0	1009	25 25 25	\\N	\\N	\\N	\\N	text_to_array_null	\\N	\\N	f	f
377	cash_cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	790 790	\\N	\\N	\\N	\\N	cash_cmp	\\N	\\N	f	t
378	array_append	12	1	0	0	0	f	f	f	f	i	s	2	0	5078	5078 5077	\\N	\\N	\\N	\\N	array_append	\\N	\\N	f	t
379	array_prepend	12	1	0	0	0	f	f	f	f	i	s	2	0	5078	5077 5078	\\N	\\N	\\N	\\N	array_prepend	\\N	\\N	f	t
380	dist_sp	12	1	0	0	0	f	f	t	f	i	s	2	0	701	601 600	\\N	\\N	\\N	\\N	dist_sp	\\N	\\N	f	t
381	dist_bs	12	1	0	0	0	f	f	t	f	i	s	2	0	701	603 601	\\N	\\N	\\N	\\N	dist_bs	\\N	\\N	f	t
382	btarraycmp	12	1	0	0	0	f	f	t	f	i	s	2	0	23	2277 2277	\\N	\\N	\\N	\\N	btarraycmp	\\N	\\N	f	t
383	array_cat	12	1	0	0	0	f	f	f	f	i	s	2	0	5078	5078 5078	\\N	\\N	\\N	\\N	array_cat	\\N	\\N	f	t
384	array_to_string	12	1	0	0	0	f	f	f	f	s	s	3	0	25	2277 25 25	\\N	\\N	\\N	\\N	array_to_text_null	\\N	\\N	f	f
386	scalarlejoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	scalarlejoinsel	\\N	\\N	f	t
390	array_ne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2277 2277	\\N	\\N	\\N	\\N	array_ne	\\N	\\N	f	t
391	array_lt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2277 2277	\\N	\\N	\\N	\\N	array_lt	\\N	\\N	f	t
392	array_gt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2277 2277	\\N	\\N	\\N	\\N	array_gt	\\N	\\N	f	t
393	array_le	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2277 2277	\\N	\\N	\\N	\\N	array_le	\\N	\\N	f	t
394	string_to_array	12	1	0	0	0	f	f	f	f	i	s	2	0	1009	25 25	\\N	\\N	\\N	\\N	text_to_array	\\N	\\N	f	f
395	array_to_string	12	1	0	0	0	f	f	t	f	s	s	2	0	25	2277 25	\\N	\\N	\\N	\\N	array_to_text	\\N	\\N	f	f
396	array_ge	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2277 2277	\\N	\\N	\\N	\\N	array_ge	\\N	\\N	f	t
398	scalargejoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	scalargejoinsel	\\N	\\N	f	t
399	hashmacaddr	12	1	0	0	0	f	f	t	f	i	s	1	0	23	829	\\N	\\N	\\N	\\N	hashmacaddr	\\N	\\N	f	t
400	hashtext	12	1	0	0	0	f	f	t	f	i	s	1	0	23	25	\\N	\\N	\\N	\\N	hashtext	\\N	\\N	f	t
401	text	12	1	0	0	0	f	f	t	f	i	s	1	0	25	1042	\\N	\\N	\\N	\\N	rtrim1	\\N	\\N	f	t
404	btoidvectorcmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	30 30	\\N	\\N	\\N	\\N	btoidvectorcmp	\\N	\\N	f	t
406	text	12	1	0	0	0	f	t	t	f	i	s	1	0	25	19	\\N	\\N	\\N	\\N	name_text	\\N	\\N	f	t
407	name	12	1	0	0	0	f	t	t	f	i	s	1	0	19	25	\\N	\\N	\\N	\\N	text_name	\\N	\\N	f	t
408	bpchar	12	1	0	0	0	f	f	t	f	i	s	1	0	1042	19	\\N	\\N	\\N	\\N	name_bpchar	\\N	\\N	f	t
409	name	12	1	0	0	0	f	t	t	f	i	s	1	0	19	1042	\\N	\\N	\\N	\\N	bpchar_name	\\N	\\N	f	t
421	dist_pathp	12	1	0	0	0	f	f	t	f	i	s	2	0	701	602 600	\\N	\\N	\\N	\\N	dist_pathp	\\N	\\N	f	t
422	hashinet	12	1	0	0	0	f	f	t	f	i	s	1	0	23	869	\\N	\\N	\\N	\\N	hashinet	\\N	\\N	f	t
425	hashint4extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	23 20	\\N	\\N	\\N	\\N	hashint4extended	\\N	\\N	f	t
432	hash_numeric	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1700	\\N	\\N	\\N	\\N	hash_numeric	\\N	\\N	f	t
436	macaddr_in	12	1	0	0	0	f	f	t	f	i	s	1	0	829	2275	\\N	\\N	\\N	\\N	macaddr_in	\\N	\\N	f	t
437	macaddr_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	829	\\N	\\N	\\N	\\N	macaddr_out	\\N	\\N	f	t
438	num_nulls	12	1	0	2276	0	f	f	f	f	i	s	1	0	23	2276	{2276}	{v}	\\N	\\N	pg_num_nulls	\\N	\\N	f	f
440	num_nonnulls	12	1	0	2276	0	f	f	f	f	i	s	1	0	23	2276	{2276}	{v}	\\N	\\N	pg_num_nonnulls	\\N	\\N	f	f
441	hashint2extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	21 20	\\N	\\N	\\N	\\N	hashint2extended	\\N	\\N	f	t
442	hashint8extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 20	\\N	\\N	\\N	\\N	hashint8extended	\\N	\\N	f	t
443	hashfloat4extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	700 20	\\N	\\N	\\N	\\N	hashfloat4extended	\\N	\\N	f	t
444	hashfloat8extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	701 20	\\N	\\N	\\N	\\N	hashfloat8extended	\\N	\\N	f	t
445	hashoidextended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	26 20	\\N	\\N	\\N	\\N	hashoidextended	\\N	\\N	f	t
446	hashcharextended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	18 20	\\N	\\N	\\N	\\N	hashcharextended	\\N	\\N	f	t
447	hashnameextended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	19 20	\\N	\\N	\\N	\\N	hashnameextended	\\N	\\N	f	t
448	hashtextextended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	25 20	\\N	\\N	\\N	\\N	hashtextextended	\\N	\\N	f	t
449	hashint2	12	1	0	0	0	f	f	t	f	i	s	1	0	23	21	\\N	\\N	\\N	\\N	hashint2	\\N	\\N	f	t
450	hashint4	12	1	0	0	0	f	f	t	f	i	s	1	0	23	23	\\N	\\N	\\N	\\N	hashint4	\\N	\\N	f	t
451	hashfloat4	12	1	0	0	0	f	f	t	f	i	s	1	0	23	700	\\N	\\N	\\N	\\N	hashfloat4	\\N	\\N	f	t
452	hashfloat8	12	1	0	0	0	f	f	t	f	i	s	1	0	23	701	\\N	\\N	\\N	\\N	hashfloat8	\\N	\\N	f	t
453	hashoid	12	1	0	0	0	f	f	t	f	i	s	1	0	23	26	\\N	\\N	\\N	\\N	hashoid	\\N	\\N	f	t
454	hashchar	12	1	0	0	0	f	f	t	f	i	s	1	0	23	18	\\N	\\N	\\N	\\N	hashchar	\\N	\\N	f	t
455	hashname	12	1	0	0	0	f	f	t	f	i	s	1	0	23	19	\\N	\\N	\\N	\\N	hashname	\\N	\\N	f	t
456	hashvarlena	12	1	0	0	0	f	f	t	f	i	s	1	0	23	2281	\\N	\\N	\\N	\\N	hashvarlena	\\N	\\N	f	t
457	hashoidvector	12	1	0	0	0	f	f	t	f	i	s	1	0	23	30	\\N	\\N	\\N	\\N	hashoidvector	\\N	\\N	f	t
458	text_larger	12	1	0	0	0	f	t	t	f	i	s	2	0	25	25 25	\\N	\\N	\\N	\\N	text_larger	\\N	\\N	f	t
459	text_smaller	12	1	0	0	0	f	t	t	f	i	s	2	0	25	25 25	\\N	\\N	\\N	\\N	text_smaller	\\N	\\N	f	t
460	int8in	12	1	0	0	0	f	f	t	f	i	s	1	0	20	2275	\\N	\\N	\\N	\\N	int8in	\\N	\\N	f	t
461	int8out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	20	\\N	\\N	\\N	\\N	int8out	\\N	\\N	f	t
462	int8um	12	1	0	0	0	f	f	t	f	i	s	1	0	20	20	\\N	\\N	\\N	\\N	int8um	\\N	\\N	f	t
463	int8pl	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 20	\\N	\\N	\\N	\\N	int8pl	\\N	\\N	f	t
464	int8mi	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 20	\\N	\\N	\\N	\\N	int8mi	\\N	\\N	f	t
465	int8mul	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 20	\\N	\\N	\\N	\\N	int8mul	\\N	\\N	f	t
466	int8div	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 20	\\N	\\N	\\N	\\N	int8div	\\N	\\N	f	t
467	int8eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 20	\\N	\\N	\\N	\\N	int8eq	\\N	\\N	f	t
468	int8ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 20	\\N	\\N	\\N	\\N	int8ne	\\N	\\N	f	t
469	int8lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 20	\\N	\\N	\\N	\\N	int8lt	\\N	\\N	f	t
470	int8gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 20	\\N	\\N	\\N	\\N	int8gt	\\N	\\N	f	t
471	int8le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 20	\\N	\\N	\\N	\\N	int8le	\\N	\\N	f	t
472	int8ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 20	\\N	\\N	\\N	\\N	int8ge	\\N	\\N	f	t
474	int84eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 23	\\N	\\N	\\N	\\N	int84eq	\\N	\\N	f	t
475	int84ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 23	\\N	\\N	\\N	\\N	int84ne	\\N	\\N	f	t
476	int84lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 23	\\N	\\N	\\N	\\N	int84lt	\\N	\\N	f	t
477	int84gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 23	\\N	\\N	\\N	\\N	int84gt	\\N	\\N	f	t
478	int84le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 23	\\N	\\N	\\N	\\N	int84le	\\N	\\N	f	t
479	int84ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 23	\\N	\\N	\\N	\\N	int84ge	\\N	\\N	f	t
480	int4	12	1	0	0	0	f	f	t	f	i	s	1	0	23	20	\\N	\\N	\\N	\\N	int84	\\N	\\N	f	t
481	int8	12	1	0	0	0	f	t	t	f	i	s	1	0	20	23	\\N	\\N	\\N	\\N	int48	\\N	\\N	f	t
482	float8	12	1	0	0	0	f	t	t	f	i	s	1	0	701	20	\\N	\\N	\\N	\\N	i8tod	\\N	\\N	f	t
483	int8	12	1	0	0	0	f	f	t	f	i	s	1	0	20	701	\\N	\\N	\\N	\\N	dtoi8	\\N	\\N	f	t
515	array_larger	12	1	0	0	0	f	f	t	f	i	s	2	0	2277	2277 2277	\\N	\\N	\\N	\\N	array_larger	\\N	\\N	f	t
516	array_smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	2277	2277 2277	\\N	\\N	\\N	\\N	array_smaller	\\N	\\N	f	t
598	abbrev	12	1	0	0	0	f	f	t	f	i	s	1	0	25	869	\\N	\\N	\\N	\\N	inet_abbrev	\\N	\\N	f	f
599	abbrev	12	1	0	0	0	f	f	t	f	i	s	1	0	25	650	\\N	\\N	\\N	\\N	cidr_abbrev	\\N	\\N	f	f
605	set_masklen	12	1	0	0	0	f	f	t	f	i	s	2	0	869	869 23	\\N	\\N	\\N	\\N	inet_set_masklen	\\N	\\N	f	f
619	oidvectorne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	30 30	\\N	\\N	\\N	\\N	oidvectorne	\\N	\\N	f	t
626	hash_array	12	1	0	0	0	f	f	t	f	i	s	1	0	23	2277	\\N	\\N	\\N	\\N	hash_array	\\N	\\N	f	t
635	set_masklen	12	1	0	0	0	f	f	t	f	i	s	2	0	650	650 23	\\N	\\N	\\N	\\N	cidr_set_masklen	\\N	\\N	f	f
636	pg_indexam_has_property	12	1	0	0	0	f	f	t	f	s	s	2	0	16	26 25	\\N	\\N	\\N	\\N	pg_indexam_has_property	\\N	\\N	f	f
637	pg_index_has_property	12	1	0	0	0	f	f	t	f	s	s	2	0	16	2205 25	\\N	\\N	\\N	\\N	pg_index_has_property	\\N	\\N	f	f
638	pg_index_column_has_property	12	1	0	0	0	f	f	t	f	s	s	3	0	16	2205 23 25	\\N	\\N	\\N	\\N	pg_index_column_has_property	\\N	\\N	f	f
652	float4	12	1	0	0	0	f	t	t	f	i	s	1	0	700	20	\\N	\\N	\\N	\\N	i8tof	\\N	\\N	f	t
653	int8	12	1	0	0	0	f	f	t	f	i	s	1	0	20	700	\\N	\\N	\\N	\\N	ftoi8	\\N	\\N	f	t
655	namelt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	19 19	\\N	\\N	\\N	\\N	namelt	\\N	\\N	f	t
656	namele	12	1	0	0	0	f	t	t	f	i	s	2	0	16	19 19	\\N	\\N	\\N	\\N	namele	\\N	\\N	f	t
657	namegt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	19 19	\\N	\\N	\\N	\\N	namegt	\\N	\\N	f	t
658	namege	12	1	0	0	0	f	t	t	f	i	s	2	0	16	19 19	\\N	\\N	\\N	\\N	namege	\\N	\\N	f	t
659	namene	12	1	0	0	0	f	t	t	f	i	s	2	0	16	19 19	\\N	\\N	\\N	\\N	namene	\\N	\\N	f	t
668	bpchar	12	1	0	0	0	f	f	t	f	i	s	3	0	1042	1042 23 16	\\N	\\N	\\N	\\N	bpchar	\\N	\\N	f	t
669	varchar	12	1	0	0	3097	f	f	t	f	i	s	3	0	1043	1043 23 16	\\N	\\N	\\N	\\N	varchar	\\N	\\N	f	t
676	pg_indexam_progress_phasename	12	1	0	0	0	f	f	t	f	i	s	2	0	25	26 20	\\N	\\N	\\N	\\N	pg_indexam_progress_phasename	\\N	\\N	f	f
677	oidvectorlt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	30 30	\\N	\\N	\\N	\\N	oidvectorlt	\\N	\\N	f	t
678	oidvectorle	12	1	0	0	0	f	t	t	f	i	s	2	0	16	30 30	\\N	\\N	\\N	\\N	oidvectorle	\\N	\\N	f	t
679	oidvectoreq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	30 30	\\N	\\N	\\N	\\N	oidvectoreq	\\N	\\N	f	t
680	oidvectorge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	30 30	\\N	\\N	\\N	\\N	oidvectorge	\\N	\\N	f	t
681	oidvectorgt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	30 30	\\N	\\N	\\N	\\N	oidvectorgt	\\N	\\N	f	t
683	network	12	1	0	0	0	f	f	t	f	i	s	1	0	650	869	\\N	\\N	\\N	\\N	network_network	\\N	\\N	f	f
696	netmask	12	1	0	0	0	f	f	t	f	i	s	1	0	869	869	\\N	\\N	\\N	\\N	network_netmask	\\N	\\N	f	f
697	masklen	12	1	0	0	0	f	f	t	f	i	s	1	0	23	869	\\N	\\N	\\N	\\N	network_masklen	\\N	\\N	f	f
698	broadcast	12	1	0	0	0	f	f	t	f	i	s	1	0	869	869	\\N	\\N	\\N	\\N	network_broadcast	\\N	\\N	f	f
699	host	12	1	0	0	0	f	f	t	f	i	s	1	0	25	869	\\N	\\N	\\N	\\N	network_host	\\N	\\N	f	f
702	dist_lp	12	1	0	0	0	f	f	t	f	i	s	2	0	701	628 600	\\N	\\N	\\N	\\N	dist_lp	\\N	\\N	f	t
704	dist_ls	12	1	0	0	0	f	f	t	f	i	s	2	0	701	628 601	\\N	\\N	\\N	\\N	dist_ls	\\N	\\N	f	t
710	getpgusername	12	1	0	0	0	f	f	t	f	s	s	0	0	19		\\N	\\N	\\N	\\N	current_user	\\N	\\N	f	f
711	family	12	1	0	0	0	f	f	t	f	i	s	1	0	23	869	\\N	\\N	\\N	\\N	network_family	\\N	\\N	f	f
714	int2	12	1	0	0	0	f	f	t	f	i	s	1	0	21	20	\\N	\\N	\\N	\\N	int82	\\N	\\N	f	t
715	lo_create	12	1	0	0	0	f	f	t	f	v	u	1	0	26	26	\\N	\\N	\\N	\\N	be_lo_create	\\N	\\N	f	f
716	oidlt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	26 26	\\N	\\N	\\N	\\N	oidlt	\\N	\\N	f	t
717	oidle	12	1	0	0	0	f	t	t	f	i	s	2	0	16	26 26	\\N	\\N	\\N	\\N	oidle	\\N	\\N	f	t
720	octet_length	12	1	0	0	0	f	f	t	f	i	s	1	0	23	17	\\N	\\N	\\N	\\N	byteaoctetlen	\\N	\\N	f	f
721	get_byte	12	1	0	0	0	f	f	t	f	i	s	2	0	23	17 23	\\N	\\N	\\N	\\N	byteaGetByte	\\N	\\N	f	f
722	set_byte	12	1	0	0	0	f	f	t	f	i	s	3	0	17	17 23 23	\\N	\\N	\\N	\\N	byteaSetByte	\\N	\\N	f	f
723	get_bit	12	1	0	0	0	f	f	t	f	i	s	2	0	23	17 20	\\N	\\N	\\N	\\N	byteaGetBit	\\N	\\N	f	f
724	set_bit	12	1	0	0	0	f	f	t	f	i	s	3	0	17	17 20 23	\\N	\\N	\\N	\\N	byteaSetBit	\\N	\\N	f	f
725	dist_pl	12	1	0	0	0	f	f	t	f	i	s	2	0	701	600 628	\\N	\\N	\\N	\\N	dist_pl	\\N	\\N	f	t
727	dist_sl	12	1	0	0	0	f	f	t	f	i	s	2	0	701	601 628	\\N	\\N	\\N	\\N	dist_sl	\\N	\\N	f	t
728	dist_cpoly	12	1	0	0	0	f	f	t	f	i	s	2	0	701	718 604	\\N	\\N	\\N	\\N	dist_cpoly	\\N	\\N	f	t
729	poly_distance	12	1	0	0	0	f	f	t	f	i	s	2	0	701	604 604	\\N	\\N	\\N	\\N	poly_distance	\\N	\\N	f	t
730	text	12	1	0	0	0	f	f	t	f	i	s	1	0	25	869	\\N	\\N	\\N	\\N	network_show	\\N	\\N	f	t
740	text_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	text_lt	\\N	\\N	f	t
741	text_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	text_le	\\N	\\N	f	t
742	text_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	text_gt	\\N	\\N	f	t
743	text_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	text_ge	\\N	\\N	f	t
744	array_eq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2277 2277	\\N	\\N	\\N	\\N	array_eq	\\N	\\N	f	t
745	current_user	12	1	0	0	0	f	f	t	f	s	s	0	0	19		\\N	\\N	\\N	\\N	current_user	\\N	\\N	f	f
746	session_user	12	1	0	0	0	f	f	t	f	s	s	0	0	19		\\N	\\N	\\N	\\N	session_user	\\N	\\N	f	f
747	array_dims	12	1	0	0	0	f	f	t	f	i	s	1	0	25	2277	\\N	\\N	\\N	\\N	array_dims	\\N	\\N	f	f
748	array_ndims	12	1	0	0	0	f	f	t	f	i	s	1	0	23	2277	\\N	\\N	\\N	\\N	array_ndims	\\N	\\N	f	f
749	overlay	12	1	0	0	0	f	f	t	f	i	s	4	0	17	17 17 23 23	\\N	\\N	\\N	\\N	byteaoverlay	\\N	\\N	f	f
750	array_in	12	1	0	0	0	f	f	t	f	s	s	3	0	2277	2275 26 23	\\N	\\N	\\N	\\N	array_in	\\N	\\N	f	t
751	array_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	2277	\\N	\\N	\\N	\\N	array_out	\\N	\\N	f	t
752	overlay	12	1	0	0	0	f	f	t	f	i	s	3	0	17	17 17 23	\\N	\\N	\\N	\\N	byteaoverlay_no_len	\\N	\\N	f	f
753	trunc	12	1	0	0	0	f	f	t	f	i	s	1	0	829	829	\\N	\\N	\\N	\\N	macaddr_trunc	\\N	\\N	f	f
754	int8	12	1	0	0	0	f	t	t	f	i	s	1	0	20	21	\\N	\\N	\\N	\\N	int28	\\N	\\N	f	t
764	lo_import	12	1	0	0	0	f	f	t	f	v	u	1	0	26	25	\\N	\\N	\\N	\\N	be_lo_import	\\N	\\N	t	f
765	lo_export	12	1	0	0	0	f	f	t	f	v	u	2	0	23	26 25	\\N	\\N	\\N	\\N	be_lo_export	\\N	\\N	t	f
766	int4inc	12	1	0	0	0	f	f	t	f	i	s	1	0	23	23	\\N	\\N	\\N	\\N	int4inc	\\N	\\N	f	f
767	lo_import	12	1	0	0	0	f	f	t	f	v	u	2	0	26	25 26	\\N	\\N	\\N	\\N	be_lo_import_with_oid	\\N	\\N	t	f
768	int4larger	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	int4larger	\\N	\\N	f	t
769	int4smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	int4smaller	\\N	\\N	f	t
770	int2larger	12	1	0	0	0	f	f	t	f	i	s	2	0	21	21 21	\\N	\\N	\\N	\\N	int2larger	\\N	\\N	f	t
771	int2smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	21	21 21	\\N	\\N	\\N	\\N	int2smaller	\\N	\\N	f	t
772	hashvarlenaextended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	2281 20	\\N	\\N	\\N	\\N	hashvarlenaextended	\\N	\\N	f	t
776	hashoidvectorextended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	30 20	\\N	\\N	\\N	\\N	hashoidvectorextended	\\N	\\N	f	t
777	hash_aclitem_extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	1033 20	\\N	\\N	\\N	\\N	hash_aclitem_extended	\\N	\\N	f	t
778	hashmacaddrextended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	829 20	\\N	\\N	\\N	\\N	hashmacaddrextended	\\N	\\N	f	t
779	hashinetextended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	869 20	\\N	\\N	\\N	\\N	hashinetextended	\\N	\\N	f	t
780	hash_numeric_extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	1700 20	\\N	\\N	\\N	\\N	hash_numeric_extended	\\N	\\N	f	t
781	hashmacaddr8extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	774 20	\\N	\\N	\\N	\\N	hashmacaddr8extended	\\N	\\N	f	t
782	hash_array_extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	2277 20	\\N	\\N	\\N	\\N	hash_array_extended	\\N	\\N	f	t
785	dist_polyc	12	1	0	0	0	f	f	t	f	i	s	2	0	701	604 718	\\N	\\N	\\N	\\N	dist_polyc	\\N	\\N	f	t
810	pg_client_encoding	12	1	0	0	0	f	f	t	f	s	s	0	0	19		\\N	\\N	\\N	\\N	pg_client_encoding	\\N	\\N	f	f
817	current_query	12	1	0	0	0	f	f	f	f	v	r	0	0	25		\\N	\\N	\\N	\\N	current_query	\\N	\\N	f	f
830	macaddr_eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	829 829	\\N	\\N	\\N	\\N	macaddr_eq	\\N	\\N	f	t
831	macaddr_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	829 829	\\N	\\N	\\N	\\N	macaddr_lt	\\N	\\N	f	t
832	macaddr_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	829 829	\\N	\\N	\\N	\\N	macaddr_le	\\N	\\N	f	t
833	macaddr_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	829 829	\\N	\\N	\\N	\\N	macaddr_gt	\\N	\\N	f	t
834	macaddr_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	829 829	\\N	\\N	\\N	\\N	macaddr_ge	\\N	\\N	f	t
835	macaddr_ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	829 829	\\N	\\N	\\N	\\N	macaddr_ne	\\N	\\N	f	t
836	macaddr_cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	829 829	\\N	\\N	\\N	\\N	macaddr_cmp	\\N	\\N	f	t
837	int82pl	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 21	\\N	\\N	\\N	\\N	int82pl	\\N	\\N	f	t
838	int82mi	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 21	\\N	\\N	\\N	\\N	int82mi	\\N	\\N	f	t
839	int82mul	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 21	\\N	\\N	\\N	\\N	int82mul	\\N	\\N	f	t
840	int82div	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 21	\\N	\\N	\\N	\\N	int82div	\\N	\\N	f	t
841	int28pl	12	1	0	0	0	f	f	t	f	i	s	2	0	20	21 20	\\N	\\N	\\N	\\N	int28pl	\\N	\\N	f	t
842	btint8cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	20 20	\\N	\\N	\\N	\\N	btint8cmp	\\N	\\N	f	t
846	cash_mul_flt4	12	1	0	0	0	f	f	t	f	i	s	2	0	790	790 700	\\N	\\N	\\N	\\N	cash_mul_flt4	\\N	\\N	f	t
847	cash_div_flt4	12	1	0	0	0	f	f	t	f	i	s	2	0	790	790 700	\\N	\\N	\\N	\\N	cash_div_flt4	\\N	\\N	f	t
848	flt4_mul_cash	12	1	0	0	0	f	f	t	f	i	s	2	0	790	700 790	\\N	\\N	\\N	\\N	flt4_mul_cash	\\N	\\N	f	t
849	position	12	1	0	0	0	f	f	t	f	i	s	2	0	23	25 25	\\N	\\N	\\N	\\N	textpos	\\N	\\N	f	f
850	textlike	12	1	0	0	1023	f	f	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	textlike	\\N	\\N	f	t
851	textnlike	12	1	0	0	0	f	f	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	textnlike	\\N	\\N	f	t
852	int48eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 20	\\N	\\N	\\N	\\N	int48eq	\\N	\\N	f	t
853	int48ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 20	\\N	\\N	\\N	\\N	int48ne	\\N	\\N	f	t
854	int48lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 20	\\N	\\N	\\N	\\N	int48lt	\\N	\\N	f	t
855	int48gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 20	\\N	\\N	\\N	\\N	int48gt	\\N	\\N	f	t
856	int48le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 20	\\N	\\N	\\N	\\N	int48le	\\N	\\N	f	t
857	int48ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	23 20	\\N	\\N	\\N	\\N	int48ge	\\N	\\N	f	t
858	namelike	12	1	0	0	1023	f	f	t	f	i	s	2	0	16	19 25	\\N	\\N	\\N	\\N	namelike	\\N	\\N	f	t
859	namenlike	12	1	0	0	0	f	f	t	f	i	s	2	0	16	19 25	\\N	\\N	\\N	\\N	namenlike	\\N	\\N	f	t
860	bpchar	12	1	0	0	0	f	f	t	f	i	s	1	0	1042	18	\\N	\\N	\\N	\\N	char_bpchar	\\N	\\N	f	t
861	current_database	12	1	0	0	0	f	f	t	f	s	s	0	0	19		\\N	\\N	\\N	\\N	current_database	\\N	\\N	f	f
862	int4_mul_cash	12	1	0	0	0	f	f	t	f	i	s	2	0	790	23 790	\\N	\\N	\\N	\\N	int4_mul_cash	\\N	\\N	f	t
863	int2_mul_cash	12	1	0	0	0	f	f	t	f	i	s	2	0	790	21 790	\\N	\\N	\\N	\\N	int2_mul_cash	\\N	\\N	f	t
864	cash_mul_int4	12	1	0	0	0	f	f	t	f	i	s	2	0	790	790 23	\\N	\\N	\\N	\\N	cash_mul_int4	\\N	\\N	f	t
865	cash_div_int4	12	1	0	0	0	f	f	t	f	i	s	2	0	790	790 23	\\N	\\N	\\N	\\N	cash_div_int4	\\N	\\N	f	t
866	cash_mul_int2	12	1	0	0	0	f	f	t	f	i	s	2	0	790	790 21	\\N	\\N	\\N	\\N	cash_mul_int2	\\N	\\N	f	t
867	cash_div_int2	12	1	0	0	0	f	f	t	f	i	s	2	0	790	790 21	\\N	\\N	\\N	\\N	cash_div_int2	\\N	\\N	f	t
868	strpos	12	1	0	0	0	f	f	t	f	i	s	2	0	23	25 25	\\N	\\N	\\N	\\N	textpos	\\N	\\N	f	f
870	lower	12	1	0	0	0	f	f	t	f	i	s	1	0	25	25	\\N	\\N	\\N	\\N	lower	\\N	\\N	f	f
871	upper	12	1	0	0	0	f	f	t	f	i	s	1	0	25	25	\\N	\\N	\\N	\\N	upper	\\N	\\N	f	f
872	initcap	12	1	0	0	0	f	f	t	f	i	s	1	0	25	25	\\N	\\N	\\N	\\N	initcap	\\N	\\N	f	f
873	lpad	12	1	0	0	0	f	f	t	f	i	s	3	0	25	25 23 25	\\N	\\N	\\N	\\N	lpad	\\N	\\N	f	f
874	rpad	12	1	0	0	0	f	f	t	f	i	s	3	0	25	25 23 25	\\N	\\N	\\N	\\N	rpad	\\N	\\N	f	f
875	ltrim	12	1	0	0	0	f	f	t	f	i	s	2	0	25	25 25	\\N	\\N	\\N	\\N	ltrim	\\N	\\N	f	f
876	rtrim	12	1	0	0	0	f	f	t	f	i	s	2	0	25	25 25	\\N	\\N	\\N	\\N	rtrim	\\N	\\N	f	f
877	substr	12	1	0	0	0	f	f	t	f	i	s	3	0	25	25 23 23	\\N	\\N	\\N	\\N	text_substr	\\N	\\N	f	f
878	translate	12	1	0	0	0	f	f	t	f	i	s	3	0	25	25 25 25	\\N	\\N	\\N	\\N	translate	\\N	\\N	f	f
879	lpad	14	1	0	0	0	f	f	t	f	i	s	2	0	25	25 23	\\N	\\N	\\N	\\N		RETURN lpad($1, $2, ' '::text)	\\N	f	f
880	rpad	14	1	0	0	0	f	f	t	f	i	s	2	0	25	25 23	\\N	\\N	\\N	\\N		RETURN rpad($1, $2, ' '::text)	\\N	f	f
881	ltrim	12	1	0	0	0	f	f	t	f	i	s	1	0	25	25	\\N	\\N	\\N	\\N	ltrim1	\\N	\\N	f	f
882	rtrim	12	1	0	0	0	f	f	t	f	i	s	1	0	25	25	\\N	\\N	\\N	\\N	rtrim1	\\N	\\N	f	f
883	substr	12	1	0	0	0	f	f	t	f	i	s	2	0	25	25 23	\\N	\\N	\\N	\\N	text_substr_no_len	\\N	\\N	f	f
884	btrim	12	1	0	0	0	f	f	t	f	i	s	2	0	25	25 25	\\N	\\N	\\N	\\N	btrim	\\N	\\N	f	f
885	btrim	12	1	0	0	0	f	f	t	f	i	s	1	0	25	25	\\N	\\N	\\N	\\N	btrim1	\\N	\\N	f	f
886	cash_in	12	1	0	0	0	f	f	t	f	s	s	1	0	790	2275	\\N	\\N	\\N	\\N	cash_in	\\N	\\N	f	t
887	cash_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	790	\\N	\\N	\\N	\\N	cash_out	\\N	\\N	f	t
888	cash_eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	790 790	\\N	\\N	\\N	\\N	cash_eq	\\N	\\N	f	t
889	cash_ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	790 790	\\N	\\N	\\N	\\N	cash_ne	\\N	\\N	f	t
890	cash_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	790 790	\\N	\\N	\\N	\\N	cash_lt	\\N	\\N	f	t
891	cash_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	790 790	\\N	\\N	\\N	\\N	cash_le	\\N	\\N	f	t
892	cash_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	790 790	\\N	\\N	\\N	\\N	cash_gt	\\N	\\N	f	t
893	cash_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	790 790	\\N	\\N	\\N	\\N	cash_ge	\\N	\\N	f	t
894	cash_pl	12	1	0	0	0	f	f	t	f	i	s	2	0	790	790 790	\\N	\\N	\\N	\\N	cash_pl	\\N	\\N	f	t
895	cash_mi	12	1	0	0	0	f	f	t	f	i	s	2	0	790	790 790	\\N	\\N	\\N	\\N	cash_mi	\\N	\\N	f	t
896	cash_mul_flt8	12	1	0	0	0	f	f	t	f	i	s	2	0	790	790 701	\\N	\\N	\\N	\\N	cash_mul_flt8	\\N	\\N	f	t
897	cash_div_flt8	12	1	0	0	0	f	f	t	f	i	s	2	0	790	790 701	\\N	\\N	\\N	\\N	cash_div_flt8	\\N	\\N	f	t
898	cashlarger	12	1	0	0	0	f	f	t	f	i	s	2	0	790	790 790	\\N	\\N	\\N	\\N	cashlarger	\\N	\\N	f	t
899	cashsmaller	12	1	0	0	0	f	f	t	f	i	s	2	0	790	790 790	\\N	\\N	\\N	\\N	cashsmaller	\\N	\\N	f	t
910	inet_in	12	1	0	0	0	f	f	t	f	i	s	1	0	869	2275	\\N	\\N	\\N	\\N	inet_in	\\N	\\N	f	t
911	inet_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	869	\\N	\\N	\\N	\\N	inet_out	\\N	\\N	f	t
919	flt8_mul_cash	12	1	0	0	0	f	f	t	f	i	s	2	0	790	701 790	\\N	\\N	\\N	\\N	flt8_mul_cash	\\N	\\N	f	t
920	network_eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	869 869	\\N	\\N	\\N	\\N	network_eq	\\N	\\N	f	t
921	network_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	869 869	\\N	\\N	\\N	\\N	network_lt	\\N	\\N	f	t
922	network_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	869 869	\\N	\\N	\\N	\\N	network_le	\\N	\\N	f	t
923	network_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	869 869	\\N	\\N	\\N	\\N	network_gt	\\N	\\N	f	t
924	network_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	869 869	\\N	\\N	\\N	\\N	network_ge	\\N	\\N	f	t
925	network_ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	869 869	\\N	\\N	\\N	\\N	network_ne	\\N	\\N	f	t
926	network_cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	869 869	\\N	\\N	\\N	\\N	network_cmp	\\N	\\N	f	t
927	network_sub	12	1	0	0	1173	f	f	t	f	i	s	2	0	16	869 869	\\N	\\N	\\N	\\N	network_sub	\\N	\\N	f	t
928	network_subeq	12	1	0	0	1173	f	f	t	f	i	s	2	0	16	869 869	\\N	\\N	\\N	\\N	network_subeq	\\N	\\N	f	t
929	network_sup	12	1	0	0	1173	f	f	t	f	i	s	2	0	16	869 869	\\N	\\N	\\N	\\N	network_sup	\\N	\\N	f	t
930	network_supeq	12	1	0	0	1173	f	f	t	f	i	s	2	0	16	869 869	\\N	\\N	\\N	\\N	network_supeq	\\N	\\N	f	t
935	cash_words	12	1	0	0	0	f	f	t	f	i	s	1	0	25	790	\\N	\\N	\\N	\\N	cash_words	\\N	\\N	f	f
936	substring	12	1	0	0	0	f	f	t	f	i	s	3	0	25	25 23 23	\\N	\\N	\\N	\\N	text_substr	\\N	\\N	f	f
937	substring	12	1	0	0	0	f	f	t	f	i	s	2	0	25	25 23	\\N	\\N	\\N	\\N	text_substr_no_len	\\N	\\N	f	f
938	generate_series	12	1	1000	0	0	f	f	t	t	i	s	3	0	1114	1114 1114 1186	\\N	\\N	\\N	\\N	generate_series_timestamp	\\N	\\N	f	f
939	generate_series	12	1	1000	0	0	f	f	t	t	s	s	3	0	1184	1184 1184 1186	\\N	\\N	\\N	\\N	generate_series_timestamptz	\\N	\\N	f	f
940	mod	12	1	0	0	0	f	f	t	f	i	s	2	0	21	21 21	\\N	\\N	\\N	\\N	int2mod	\\N	\\N	f	f
941	mod	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	int4mod	\\N	\\N	f	f
942	int28mi	12	1	0	0	0	f	f	t	f	i	s	2	0	20	21 20	\\N	\\N	\\N	\\N	int28mi	\\N	\\N	f	t
943	int28mul	12	1	0	0	0	f	f	t	f	i	s	2	0	20	21 20	\\N	\\N	\\N	\\N	int28mul	\\N	\\N	f	t
944	char	12	1	0	0	0	f	f	t	f	i	s	1	0	18	25	\\N	\\N	\\N	\\N	text_char	\\N	\\N	f	t
945	int8mod	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 20	\\N	\\N	\\N	\\N	int8mod	\\N	\\N	f	t
946	text	12	1	0	0	0	f	f	t	f	i	s	1	0	25	18	\\N	\\N	\\N	\\N	char_text	\\N	\\N	f	t
947	mod	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 20	\\N	\\N	\\N	\\N	int8mod	\\N	\\N	f	f
948	int28div	12	1	0	0	0	f	f	t	f	i	s	2	0	20	21 20	\\N	\\N	\\N	\\N	int28div	\\N	\\N	f	t
949	hashint8	12	1	0	0	0	f	f	t	f	i	s	1	0	23	20	\\N	\\N	\\N	\\N	hashint8	\\N	\\N	f	t
952	lo_open	12	1	0	0	0	f	f	t	f	v	u	2	0	23	26 23	\\N	\\N	\\N	\\N	be_lo_open	\\N	\\N	f	f
953	lo_close	12	1	0	0	0	f	f	t	f	v	u	1	0	23	23	\\N	\\N	\\N	\\N	be_lo_close	\\N	\\N	f	f
954	loread	12	1	0	0	0	f	f	t	f	v	u	2	0	17	23 23	\\N	\\N	\\N	\\N	be_loread	\\N	\\N	f	f
955	lowrite	12	1	0	0	0	f	f	t	f	v	u	2	0	23	23 17	\\N	\\N	\\N	\\N	be_lowrite	\\N	\\N	f	f
956	lo_lseek	12	1	0	0	0	f	f	t	f	v	u	3	0	23	23 23 23	\\N	\\N	\\N	\\N	be_lo_lseek	\\N	\\N	f	f
957	lo_creat	12	1	0	0	0	f	f	t	f	v	u	1	0	26	23	\\N	\\N	\\N	\\N	be_lo_creat	\\N	\\N	f	f
958	lo_tell	12	1	0	0	0	f	f	t	f	v	u	1	0	23	23	\\N	\\N	\\N	\\N	be_lo_tell	\\N	\\N	f	f
959	on_pl	12	1	0	0	0	f	f	t	f	i	s	2	0	16	600 628	\\N	\\N	\\N	\\N	on_pl	\\N	\\N	f	t
960	on_sl	12	1	0	0	0	f	f	t	f	i	s	2	0	16	601 628	\\N	\\N	\\N	\\N	on_sl	\\N	\\N	f	t
961	close_pl	12	1	0	0	0	f	f	t	f	i	s	2	0	600	600 628	\\N	\\N	\\N	\\N	close_pl	\\N	\\N	f	t
964	lo_unlink	12	1	0	0	0	f	f	t	f	v	u	1	0	23	26	\\N	\\N	\\N	\\N	be_lo_unlink	\\N	\\N	f	f
972	hashbpcharextended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	1042 20	\\N	\\N	\\N	\\N	hashbpcharextended	\\N	\\N	f	t
973	path_inter	12	1	0	0	0	f	f	t	f	i	s	2	0	16	602 602	\\N	\\N	\\N	\\N	path_inter	\\N	\\N	f	t
975	area	12	1	0	0	0	f	f	t	f	i	s	1	0	701	603	\\N	\\N	\\N	\\N	box_area	\\N	\\N	f	f
976	width	12	1	0	0	0	f	f	t	f	i	s	1	0	701	603	\\N	\\N	\\N	\\N	box_width	\\N	\\N	f	f
977	height	12	1	0	0	0	f	f	t	f	i	s	1	0	701	603	\\N	\\N	\\N	\\N	box_height	\\N	\\N	f	f
978	box_distance	12	1	0	0	0	f	f	t	f	i	s	2	0	701	603 603	\\N	\\N	\\N	\\N	box_distance	\\N	\\N	f	t
979	area	12	1	0	0	0	f	f	t	f	i	s	1	0	701	602	\\N	\\N	\\N	\\N	path_area	\\N	\\N	f	f
980	box_intersect	12	1	0	0	0	f	f	t	f	i	s	2	0	603	603 603	\\N	\\N	\\N	\\N	box_intersect	\\N	\\N	f	t
981	diagonal	12	1	0	0	0	f	f	t	f	i	s	1	0	601	603	\\N	\\N	\\N	\\N	box_diagonal	\\N	\\N	f	f
982	path_n_lt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	602 602	\\N	\\N	\\N	\\N	path_n_lt	\\N	\\N	f	t
983	path_n_gt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	602 602	\\N	\\N	\\N	\\N	path_n_gt	\\N	\\N	f	t
984	path_n_eq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	602 602	\\N	\\N	\\N	\\N	path_n_eq	\\N	\\N	f	t
985	path_n_le	12	1	0	0	0	f	f	t	f	i	s	2	0	16	602 602	\\N	\\N	\\N	\\N	path_n_le	\\N	\\N	f	t
986	path_n_ge	12	1	0	0	0	f	f	t	f	i	s	2	0	16	602 602	\\N	\\N	\\N	\\N	path_n_ge	\\N	\\N	f	t
987	path_length	12	1	0	0	0	f	f	t	f	i	s	1	0	701	602	\\N	\\N	\\N	\\N	path_length	\\N	\\N	f	t
988	point_ne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	600 600	\\N	\\N	\\N	\\N	point_ne	\\N	\\N	f	t
989	point_vert	12	1	0	0	0	f	f	t	f	i	s	2	0	16	600 600	\\N	\\N	\\N	\\N	point_vert	\\N	\\N	f	t
990	point_horiz	12	1	0	0	0	f	f	t	f	i	s	2	0	16	600 600	\\N	\\N	\\N	\\N	point_horiz	\\N	\\N	f	t
991	point_distance	12	1	0	0	0	f	f	t	f	i	s	2	0	701	600 600	\\N	\\N	\\N	\\N	point_distance	\\N	\\N	f	t
992	slope	12	1	0	0	0	f	f	t	f	i	s	2	0	701	600 600	\\N	\\N	\\N	\\N	point_slope	\\N	\\N	f	f
993	lseg	12	1	0	0	0	f	f	t	f	i	s	2	0	601	600 600	\\N	\\N	\\N	\\N	lseg_construct	\\N	\\N	f	f
994	lseg_intersect	12	1	0	0	0	f	f	t	f	i	s	2	0	16	601 601	\\N	\\N	\\N	\\N	lseg_intersect	\\N	\\N	f	t
995	lseg_parallel	12	1	0	0	0	f	f	t	f	i	s	2	0	16	601 601	\\N	\\N	\\N	\\N	lseg_parallel	\\N	\\N	f	t
996	lseg_perp	12	1	0	0	0	f	f	t	f	i	s	2	0	16	601 601	\\N	\\N	\\N	\\N	lseg_perp	\\N	\\N	f	t
997	lseg_vertical	12	1	0	0	0	f	f	t	f	i	s	1	0	16	601	\\N	\\N	\\N	\\N	lseg_vertical	\\N	\\N	f	t
998	lseg_horizontal	12	1	0	0	0	f	f	t	f	i	s	1	0	16	601	\\N	\\N	\\N	\\N	lseg_horizontal	\\N	\\N	f	t
999	lseg_eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	601 601	\\N	\\N	\\N	\\N	lseg_eq	\\N	\\N	f	t
1004	lo_truncate	12	1	0	0	0	f	f	t	f	v	u	2	0	23	23 23	\\N	\\N	\\N	\\N	be_lo_truncate	\\N	\\N	f	f
1023	textlike_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	textlike_support	\\N	\\N	f	t
1024	texticregexeq_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	texticregexeq_support	\\N	\\N	f	t
1025	texticlike_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	texticlike_support	\\N	\\N	f	t
1026	timezone	12	1	0	0	0	f	f	t	f	i	s	2	0	1114	1186 1184	\\N	\\N	\\N	\\N	timestamptz_izone	\\N	\\N	f	f
1030	gist_point_compress	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	gist_point_compress	\\N	\\N	f	t
1031	aclitemin	12	1	0	0	0	f	f	t	f	s	s	1	0	1033	2275	\\N	\\N	\\N	\\N	aclitemin	\\N	\\N	f	t
1032	aclitemout	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	1033	\\N	\\N	\\N	\\N	aclitemout	\\N	\\N	f	t
1035	aclinsert	12	1	0	0	0	f	f	t	f	i	s	2	0	1034	1034 1033	\\N	\\N	\\N	\\N	aclinsert	\\N	\\N	f	t
1036	aclremove	12	1	0	0	0	f	f	t	f	i	s	2	0	1034	1034 1033	\\N	\\N	\\N	\\N	aclremove	\\N	\\N	f	t
1037	aclcontains	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1034 1033	\\N	\\N	\\N	\\N	aclcontains	\\N	\\N	f	t
1039	getdatabaseencoding	12	1	0	0	0	f	f	t	f	s	s	0	0	19		\\N	\\N	\\N	\\N	getdatabaseencoding	\\N	\\N	f	f
1044	bpcharin	12	1	0	0	0	f	f	t	f	i	s	3	0	1042	2275 26 23	\\N	\\N	\\N	\\N	bpcharin	\\N	\\N	f	t
1045	bpcharout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	1042	\\N	\\N	\\N	\\N	bpcharout	\\N	\\N	f	t
1046	varcharin	12	1	0	0	0	f	f	t	f	i	s	3	0	1043	2275 26 23	\\N	\\N	\\N	\\N	varcharin	\\N	\\N	f	t
1047	varcharout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	1043	\\N	\\N	\\N	\\N	varcharout	\\N	\\N	f	t
1048	bpchareq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1042 1042	\\N	\\N	\\N	\\N	bpchareq	\\N	\\N	f	t
1049	bpcharlt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1042 1042	\\N	\\N	\\N	\\N	bpcharlt	\\N	\\N	f	t
1050	bpcharle	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1042 1042	\\N	\\N	\\N	\\N	bpcharle	\\N	\\N	f	t
1051	bpchargt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1042 1042	\\N	\\N	\\N	\\N	bpchargt	\\N	\\N	f	t
1052	bpcharge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1042 1042	\\N	\\N	\\N	\\N	bpcharge	\\N	\\N	f	t
1053	bpcharne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1042 1042	\\N	\\N	\\N	\\N	bpcharne	\\N	\\N	f	t
1062	aclitemeq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1033 1033	\\N	\\N	\\N	\\N	aclitem_eq	\\N	\\N	f	t
1063	bpchar_larger	12	1	0	0	0	f	t	t	f	i	s	2	0	1042	1042 1042	\\N	\\N	\\N	\\N	bpchar_larger	\\N	\\N	f	t
1064	bpchar_smaller	12	1	0	0	0	f	t	t	f	i	s	2	0	1042	1042 1042	\\N	\\N	\\N	\\N	bpchar_smaller	\\N	\\N	f	t
1065	pg_prepared_xact	12	1	1000	0	0	f	f	t	t	v	s	0	0	2249		{28,25,1184,26,26}	{o,o,o,o,o}	{transaction,gid,prepared,ownerid,dbid}	\\N	pg_prepared_xact	\\N	\\N	f	f
1066	generate_series	12	1	1000	0	3994	f	f	t	t	i	s	3	0	23	23 23 23	\\N	\\N	\\N	\\N	generate_series_step_int4	\\N	\\N	f	f
1067	generate_series	12	1	1000	0	3994	f	f	t	t	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	generate_series_int4	\\N	\\N	f	f
1068	generate_series	12	1	1000	0	3995	f	f	t	t	i	s	3	0	20	20 20 20	\\N	\\N	\\N	\\N	generate_series_step_int8	\\N	\\N	f	f
1069	generate_series	12	1	1000	0	3995	f	f	t	t	i	s	2	0	20	20 20	\\N	\\N	\\N	\\N	generate_series_int8	\\N	\\N	f	f
1078	bpcharcmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	1042 1042	\\N	\\N	\\N	\\N	bpcharcmp	\\N	\\N	f	t
1079	regclass	12	1	0	0	0	f	f	t	f	s	s	1	0	2205	25	\\N	\\N	\\N	\\N	text_regclass	\\N	\\N	f	t
1080	hashbpchar	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1042	\\N	\\N	\\N	\\N	hashbpchar	\\N	\\N	f	t
1081	format_type	12	1	0	0	0	f	f	f	f	s	s	2	0	25	26 23	\\N	\\N	\\N	\\N	format_type	\\N	\\N	f	f
1084	date_in	12	1	0	0	0	f	f	t	f	s	s	1	0	1082	2275	\\N	\\N	\\N	\\N	date_in	\\N	\\N	f	t
1085	date_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	1082	\\N	\\N	\\N	\\N	date_out	\\N	\\N	f	t
1086	date_eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1082 1082	\\N	\\N	\\N	\\N	date_eq	\\N	\\N	f	t
1087	date_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1082 1082	\\N	\\N	\\N	\\N	date_lt	\\N	\\N	f	t
1088	date_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1082 1082	\\N	\\N	\\N	\\N	date_le	\\N	\\N	f	t
1089	date_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1082 1082	\\N	\\N	\\N	\\N	date_gt	\\N	\\N	f	t
1090	date_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1082 1082	\\N	\\N	\\N	\\N	date_ge	\\N	\\N	f	t
1091	date_ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1082 1082	\\N	\\N	\\N	\\N	date_ne	\\N	\\N	f	t
1092	date_cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	1082 1082	\\N	\\N	\\N	\\N	date_cmp	\\N	\\N	f	t
1102	time_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1083 1083	\\N	\\N	\\N	\\N	time_lt	\\N	\\N	f	t
1103	time_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1083 1083	\\N	\\N	\\N	\\N	time_le	\\N	\\N	f	t
1104	time_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1083 1083	\\N	\\N	\\N	\\N	time_gt	\\N	\\N	f	t
1105	time_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1083 1083	\\N	\\N	\\N	\\N	time_ge	\\N	\\N	f	t
1106	time_ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1083 1083	\\N	\\N	\\N	\\N	time_ne	\\N	\\N	f	t
1107	time_cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	1083 1083	\\N	\\N	\\N	\\N	time_cmp	\\N	\\N	f	t
1136	pg_stat_get_wal	12	1	0	0	0	f	f	f	f	s	r	0	0	2249		{20,20,1700,20,20,20,701,701,1184}	{o,o,o,o,o,o,o,o,o}	{wal_records,wal_fpi,wal_bytes,wal_buffers_full,wal_write,wal_sync,wal_write_time,wal_sync_time,stats_reset}	\\N	pg_stat_get_wal	\\N	\\N	f	f
1137	pg_get_wal_replay_pause_state	12	1	0	0	0	f	f	t	f	v	s	0	0	25		\\N	\\N	\\N	\\N	pg_get_wal_replay_pause_state	\\N	\\N	f	f
1138	date_larger	12	1	0	0	0	f	f	t	f	i	s	2	0	1082	1082 1082	\\N	\\N	\\N	\\N	date_larger	\\N	\\N	f	t
1139	date_smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	1082	1082 1082	\\N	\\N	\\N	\\N	date_smaller	\\N	\\N	f	t
1140	date_mi	12	1	0	0	0	f	f	t	f	i	s	2	0	23	1082 1082	\\N	\\N	\\N	\\N	date_mi	\\N	\\N	f	t
1141	date_pli	12	1	0	0	0	f	f	t	f	i	s	2	0	1082	1082 23	\\N	\\N	\\N	\\N	date_pli	\\N	\\N	f	t
1142	date_mii	12	1	0	0	0	f	f	t	f	i	s	2	0	1082	1082 23	\\N	\\N	\\N	\\N	date_mii	\\N	\\N	f	t
1143	time_in	12	1	0	0	0	f	f	t	f	s	s	3	0	1083	2275 26 23	\\N	\\N	\\N	\\N	time_in	\\N	\\N	f	t
1144	time_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	1083	\\N	\\N	\\N	\\N	time_out	\\N	\\N	f	t
1145	time_eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1083 1083	\\N	\\N	\\N	\\N	time_eq	\\N	\\N	f	t
1146	circle_add_pt	12	1	0	0	0	f	f	t	f	i	s	2	0	718	718 600	\\N	\\N	\\N	\\N	circle_add_pt	\\N	\\N	f	t
1147	circle_sub_pt	12	1	0	0	0	f	f	t	f	i	s	2	0	718	718 600	\\N	\\N	\\N	\\N	circle_sub_pt	\\N	\\N	f	t
1148	circle_mul_pt	12	1	0	0	0	f	f	t	f	i	s	2	0	718	718 600	\\N	\\N	\\N	\\N	circle_mul_pt	\\N	\\N	f	t
1149	circle_div_pt	12	1	0	0	0	f	f	t	f	i	s	2	0	718	718 600	\\N	\\N	\\N	\\N	circle_div_pt	\\N	\\N	f	t
1150	timestamptz_in	12	1	0	0	0	f	f	t	f	s	s	3	0	1184	2275 26 23	\\N	\\N	\\N	\\N	timestamptz_in	\\N	\\N	f	t
1151	timestamptz_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	1184	\\N	\\N	\\N	\\N	timestamptz_out	\\N	\\N	f	t
1152	timestamptz_eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1184 1184	\\N	\\N	\\N	\\N	timestamp_eq	\\N	\\N	f	t
1153	timestamptz_ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1184 1184	\\N	\\N	\\N	\\N	timestamp_ne	\\N	\\N	f	t
1154	timestamptz_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1184 1184	\\N	\\N	\\N	\\N	timestamp_lt	\\N	\\N	f	t
1155	timestamptz_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1184 1184	\\N	\\N	\\N	\\N	timestamp_le	\\N	\\N	f	t
1156	timestamptz_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1184 1184	\\N	\\N	\\N	\\N	timestamp_ge	\\N	\\N	f	t
1157	timestamptz_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1184 1184	\\N	\\N	\\N	\\N	timestamp_gt	\\N	\\N	f	t
1158	to_timestamp	12	1	0	0	0	f	f	t	f	i	s	1	0	1184	701	\\N	\\N	\\N	\\N	float8_timestamptz	\\N	\\N	f	f
1159	timezone	12	1	0	0	0	f	f	t	f	i	s	2	0	1114	25 1184	\\N	\\N	\\N	\\N	timestamptz_zone	\\N	\\N	f	f
1160	interval_in	12	1	0	0	0	f	f	t	f	s	s	3	0	1186	2275 26 23	\\N	\\N	\\N	\\N	interval_in	\\N	\\N	f	t
1161	interval_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	1186	\\N	\\N	\\N	\\N	interval_out	\\N	\\N	f	t
1162	interval_eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1186 1186	\\N	\\N	\\N	\\N	interval_eq	\\N	\\N	f	t
1163	interval_ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1186 1186	\\N	\\N	\\N	\\N	interval_ne	\\N	\\N	f	t
1164	interval_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1186 1186	\\N	\\N	\\N	\\N	interval_lt	\\N	\\N	f	t
1165	interval_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1186 1186	\\N	\\N	\\N	\\N	interval_le	\\N	\\N	f	t
1166	interval_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1186 1186	\\N	\\N	\\N	\\N	interval_ge	\\N	\\N	f	t
1167	interval_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1186 1186	\\N	\\N	\\N	\\N	interval_gt	\\N	\\N	f	t
1168	interval_um	12	1	0	0	0	f	f	t	f	i	s	1	0	1186	1186	\\N	\\N	\\N	\\N	interval_um	\\N	\\N	f	t
1169	interval_pl	12	1	0	0	0	f	f	t	f	i	s	2	0	1186	1186 1186	\\N	\\N	\\N	\\N	interval_pl	\\N	\\N	f	t
1170	interval_mi	12	1	0	0	0	f	f	t	f	i	s	2	0	1186	1186 1186	\\N	\\N	\\N	\\N	interval_mi	\\N	\\N	f	t
1171	date_part	12	1	0	0	0	f	f	t	f	s	s	2	0	701	25 1184	\\N	\\N	\\N	\\N	timestamptz_part	\\N	\\N	f	f
1172	date_part	12	1	0	0	0	f	f	t	f	i	s	2	0	701	25 1186	\\N	\\N	\\N	\\N	interval_part	\\N	\\N	f	f
1173	network_subset_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	network_subset_support	\\N	\\N	f	t
1174	timestamptz	12	1	0	0	0	f	f	t	f	s	s	1	0	1184	1082	\\N	\\N	\\N	\\N	date_timestamptz	\\N	\\N	f	t
1175	justify_hours	12	1	0	0	0	f	f	t	f	i	s	1	0	1186	1186	\\N	\\N	\\N	\\N	interval_justify_hours	\\N	\\N	f	f
1176	timestamptz	14	1	0	0	0	f	f	t	f	s	s	2	0	1184	1082 1083	\\N	\\N	\\N	\\N		RETURN (($1 + $2))::timestamp with time zone	\\N	f	f
1177	jsonb_path_exists_tz	12	1	0	0	0	f	f	t	f	s	s	4	2	16	3802 4072 3802 16	\\N	\\N	{target,path,vars,silent}	'{}'::jsonb, false	jsonb_path_exists_tz	\\N	target jsonb, path jsonpath, vars jsonb DEFAULT '{}'::jsonb, silent boolean DEFAULT false	f	f
1178	date	12	1	0	0	0	f	f	t	f	s	s	1	0	1082	1184	\\N	\\N	\\N	\\N	timestamptz_date	\\N	\\N	f	t
1179	jsonb_path_query_tz	12	1	1000	0	0	f	f	t	t	s	s	4	2	3802	3802 4072 3802 16	\\N	\\N	{target,path,vars,silent}	'{}'::jsonb, false	jsonb_path_query_tz	\\N	target jsonb, path jsonpath, vars jsonb DEFAULT '{}'::jsonb, silent boolean DEFAULT false	f	f
1180	jsonb_path_query_array_tz	12	1	0	0	0	f	f	t	f	s	s	4	2	3802	3802 4072 3802 16	\\N	\\N	{target,path,vars,silent}	'{}'::jsonb, false	jsonb_path_query_array_tz	\\N	target jsonb, path jsonpath, vars jsonb DEFAULT '{}'::jsonb, silent boolean DEFAULT false	f	f
1181	age	12	1	0	0	0	f	f	t	f	s	r	1	0	23	28	\\N	\\N	\\N	\\N	xid_age	\\N	\\N	f	f
1188	timestamptz_mi	12	1	0	0	0	f	f	t	f	i	s	2	0	1186	1184 1184	\\N	\\N	\\N	\\N	timestamp_mi	\\N	\\N	f	t
1189	timestamptz_pl_interval	12	1	0	0	0	f	f	t	f	s	s	2	0	1184	1184 1186	\\N	\\N	\\N	\\N	timestamptz_pl_interval	\\N	\\N	f	t
1190	timestamptz_mi_interval	12	1	0	0	0	f	f	t	f	s	s	2	0	1184	1184 1186	\\N	\\N	\\N	\\N	timestamptz_mi_interval	\\N	\\N	f	t
1191	generate_subscripts	12	1	1000	0	0	f	f	t	t	i	s	3	0	23	2277 23 16	\\N	\\N	\\N	\\N	generate_subscripts	\\N	\\N	f	f
1192	generate_subscripts	12	1	1000	0	0	f	f	t	t	i	s	2	0	23	2277 23	\\N	\\N	\\N	\\N	generate_subscripts_nodir	\\N	\\N	f	f
1193	array_fill	12	1	0	0	0	f	f	f	f	i	s	2	0	2277	2283 1007	\\N	\\N	\\N	\\N	array_fill	\\N	\\N	f	f
1194	log10	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dlog10	\\N	\\N	f	f
1195	timestamptz_smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	1184	1184 1184	\\N	\\N	\\N	\\N	timestamp_smaller	\\N	\\N	f	t
1196	timestamptz_larger	12	1	0	0	0	f	f	t	f	i	s	2	0	1184	1184 1184	\\N	\\N	\\N	\\N	timestamp_larger	\\N	\\N	f	t
1197	interval_smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	1186	1186 1186	\\N	\\N	\\N	\\N	interval_smaller	\\N	\\N	f	t
1198	interval_larger	12	1	0	0	0	f	f	t	f	i	s	2	0	1186	1186 1186	\\N	\\N	\\N	\\N	interval_larger	\\N	\\N	f	t
1199	age	12	1	0	0	0	f	f	t	f	i	s	2	0	1186	1184 1184	\\N	\\N	\\N	\\N	timestamptz_age	\\N	\\N	f	f
1200	interval	12	1	0	0	3918	f	f	t	f	i	s	2	0	1186	1186 23	\\N	\\N	\\N	\\N	interval_scale	\\N	\\N	f	t
1215	obj_description	14	100	0	0	0	f	f	t	f	s	s	2	0	25	26 19	\\N	\\N	\\N	\\N		BEGIN ATOMIC\\n SELECT pg_description.description\\n    FROM pg_description\\n   WHERE ((pg_description.objoid = $1) AND (pg_description.classoid = ( SELECT pg_class.oid\\n            FROM pg_class\\n           WHERE ((pg_class.relname = $2) AND (pg_class.relnamespace = ('pg_catalog'::regnamespace)::oid)))) AND (pg_description.objsubid = 0));\\nEND	\\N	f	f
1216	col_description	14	100	0	0	0	f	f	t	f	s	s	2	0	25	26 23	\\N	\\N	\\N	\\N		BEGIN ATOMIC\\n SELECT pg_description.description\\n    FROM pg_description\\n   WHERE ((pg_description.objoid = $1) AND (pg_description.classoid = ('pg_class'::regclass)::oid) AND (pg_description.objsubid = $2));\\nEND	\\N	f	f
1217	date_trunc	12	1	0	0	0	f	f	t	f	s	s	2	0	1184	25 1184	\\N	\\N	\\N	\\N	timestamptz_trunc	\\N	\\N	f	f
1218	date_trunc	12	1	0	0	0	f	f	t	f	i	s	2	0	1186	25 1186	\\N	\\N	\\N	\\N	interval_trunc	\\N	\\N	f	f
1219	int8inc	12	1	0	0	0	f	f	t	f	i	s	1	0	20	20	\\N	\\N	\\N	\\N	int8inc	\\N	\\N	f	t
1230	int8abs	12	1	0	0	0	f	f	t	f	i	s	1	0	20	20	\\N	\\N	\\N	\\N	int8abs	\\N	\\N	f	t
1236	int8larger	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 20	\\N	\\N	\\N	\\N	int8larger	\\N	\\N	f	t
1237	int8smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 20	\\N	\\N	\\N	\\N	int8smaller	\\N	\\N	f	t
1238	texticregexeq	12	1	0	0	1024	f	f	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	texticregexeq	\\N	\\N	f	t
1239	texticregexne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	texticregexne	\\N	\\N	f	t
1240	nameicregexeq	12	1	0	0	1024	f	f	t	f	i	s	2	0	16	19 25	\\N	\\N	\\N	\\N	nameicregexeq	\\N	\\N	f	t
1241	nameicregexne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	19 25	\\N	\\N	\\N	\\N	nameicregexne	\\N	\\N	f	t
1242	boolin	12	1	0	0	0	f	f	t	f	i	s	1	0	16	2275	\\N	\\N	\\N	\\N	boolin	\\N	\\N	f	t
1243	boolout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	16	\\N	\\N	\\N	\\N	boolout	\\N	\\N	f	t
1244	byteain	12	1	0	0	0	f	f	t	f	i	s	1	0	17	2275	\\N	\\N	\\N	\\N	byteain	\\N	\\N	f	t
1245	charin	12	1	0	0	0	f	f	t	f	i	s	1	0	18	2275	\\N	\\N	\\N	\\N	charin	\\N	\\N	f	t
1246	charlt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	18 18	\\N	\\N	\\N	\\N	charlt	\\N	\\N	f	t
1250	unique_key_recheck	12	1	0	0	0	f	f	t	f	v	s	0	0	2279		\\N	\\N	\\N	\\N	unique_key_recheck	\\N	\\N	f	t
1251	int4abs	12	1	0	0	0	f	f	t	f	i	s	1	0	23	23	\\N	\\N	\\N	\\N	int4abs	\\N	\\N	f	t
1252	nameregexne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	19 25	\\N	\\N	\\N	\\N	nameregexne	\\N	\\N	f	t
1253	int2abs	12	1	0	0	0	f	f	t	f	i	s	1	0	21	21	\\N	\\N	\\N	\\N	int2abs	\\N	\\N	f	t
1254	textregexeq	12	1	0	0	1364	f	f	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	textregexeq	\\N	\\N	f	t
1256	textregexne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	textregexne	\\N	\\N	f	t
1257	textlen	12	1	0	0	0	f	f	t	f	i	s	1	0	23	25	\\N	\\N	\\N	\\N	textlen	\\N	\\N	f	f
1258	textcat	12	1	0	0	0	f	f	t	f	i	s	2	0	25	25 25	\\N	\\N	\\N	\\N	textcat	\\N	\\N	f	t
1264	pg_char_to_encoding	12	1	0	0	0	f	f	t	f	s	s	1	0	23	19	\\N	\\N	\\N	\\N	PG_char_to_encoding	\\N	\\N	f	f
1265	tidne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	27 27	\\N	\\N	\\N	\\N	tidne	\\N	\\N	f	t
1267	cidr_in	12	1	0	0	0	f	f	t	f	i	s	1	0	650	2275	\\N	\\N	\\N	\\N	cidr_in	\\N	\\N	f	t
1268	parse_ident	12	1	0	0	0	f	f	t	f	i	s	2	1	1009	25 16	\\N	\\N	{str,strict}	true	parse_ident	\\N	str text, strict boolean DEFAULT true	f	f
1269	pg_column_size	12	1	0	0	0	f	f	t	f	s	s	1	0	23	2276	\\N	\\N	\\N	\\N	pg_column_size	\\N	\\N	f	f
1271	overlaps	12	1	0	0	0	f	f	f	f	i	s	4	0	16	1266 1266 1266 1266	\\N	\\N	\\N	\\N	overlaps_timetz	\\N	\\N	f	f
1272	datetime_pl	12	1	0	0	0	f	f	t	f	i	s	2	0	1114	1082 1083	\\N	\\N	\\N	\\N	datetime_timestamp	\\N	\\N	f	t
1273	date_part	12	1	0	0	0	f	f	t	f	i	s	2	0	701	25 1266	\\N	\\N	\\N	\\N	timetz_part	\\N	\\N	f	f
1274	int84pl	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 23	\\N	\\N	\\N	\\N	int84pl	\\N	\\N	f	t
1275	int84mi	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 23	\\N	\\N	\\N	\\N	int84mi	\\N	\\N	f	t
1276	int84mul	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 23	\\N	\\N	\\N	\\N	int84mul	\\N	\\N	f	t
1277	int84div	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 23	\\N	\\N	\\N	\\N	int84div	\\N	\\N	f	t
1278	int48pl	12	1	0	0	0	f	f	t	f	i	s	2	0	20	23 20	\\N	\\N	\\N	\\N	int48pl	\\N	\\N	f	t
1279	int48mi	12	1	0	0	0	f	f	t	f	i	s	2	0	20	23 20	\\N	\\N	\\N	\\N	int48mi	\\N	\\N	f	t
1280	int48mul	12	1	0	0	0	f	f	t	f	i	s	2	0	20	23 20	\\N	\\N	\\N	\\N	int48mul	\\N	\\N	f	t
1281	int48div	12	1	0	0	0	f	f	t	f	i	s	2	0	20	23 20	\\N	\\N	\\N	\\N	int48div	\\N	\\N	f	t
1282	quote_ident	12	1	0	0	0	f	f	t	f	i	s	1	0	25	25	\\N	\\N	\\N	\\N	quote_ident	\\N	\\N	f	f
1283	quote_literal	12	1	0	0	0	f	f	t	f	i	s	1	0	25	25	\\N	\\N	\\N	\\N	quote_literal	\\N	\\N	f	f
1284	date_trunc	12	1	0	0	0	f	f	t	f	s	s	3	0	1184	25 1184 25	\\N	\\N	\\N	\\N	timestamptz_trunc_zone	\\N	\\N	f	f
1285	quote_literal	14	1	0	0	0	f	f	t	f	s	s	1	0	25	2283	\\N	\\N	\\N	\\N	select pg_catalog.quote_literal($1::pg_catalog.text)	\\N	\\N	f	f
1286	array_fill	12	1	0	0	0	f	f	f	f	i	s	3	0	2277	2283 1007 1007	\\N	\\N	\\N	\\N	array_fill_with_lower_bounds	\\N	\\N	f	f
1287	oid	12	1	0	0	0	f	f	t	f	i	s	1	0	26	20	\\N	\\N	\\N	\\N	i8tooid	\\N	\\N	f	t
1288	int8	12	1	0	0	0	f	t	t	f	i	s	1	0	20	26	\\N	\\N	\\N	\\N	oidtoi8	\\N	\\N	f	t
1289	quote_nullable	12	1	0	0	0	f	f	f	f	i	s	1	0	25	25	\\N	\\N	\\N	\\N	quote_nullable	\\N	\\N	f	f
1290	quote_nullable	14	1	0	0	0	f	f	f	f	s	s	1	0	25	2283	\\N	\\N	\\N	\\N	select pg_catalog.quote_nullable($1::pg_catalog.text)	\\N	\\N	f	f
1291	suppress_redundant_updates_trigger	12	1	0	0	0	f	f	t	f	v	s	0	0	2279		\\N	\\N	\\N	\\N	suppress_redundant_updates_trigger	\\N	\\N	f	f
1292	tideq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	27 27	\\N	\\N	\\N	\\N	tideq	\\N	\\N	f	t
1293	unnest	12	1	100	0	0	f	f	t	t	i	s	1	0	3831	4537	\\N	\\N	\\N	\\N	multirange_unnest	\\N	\\N	f	f
1294	currtid2	12	1	0	0	0	f	f	t	f	v	u	2	0	27	25 27	\\N	\\N	\\N	\\N	currtid_byrelname	\\N	\\N	f	f
1295	justify_days	12	1	0	0	0	f	f	t	f	i	s	1	0	1186	1186	\\N	\\N	\\N	\\N	interval_justify_days	\\N	\\N	f	f
1296	timedate_pl	14	1	0	0	0	f	f	t	f	i	s	2	0	1114	1083 1082	\\N	\\N	\\N	\\N		RETURN ($2 + $1)	\\N	f	t
1297	datetimetz_pl	12	1	0	0	0	f	f	t	f	i	s	2	0	1184	1082 1266	\\N	\\N	\\N	\\N	datetimetz_timestamptz	\\N	\\N	f	t
1298	timetzdate_pl	14	1	0	0	0	f	f	t	f	i	s	2	0	1184	1266 1082	\\N	\\N	\\N	\\N		RETURN ($2 + $1)	\\N	f	t
1299	now	12	1	0	0	0	f	f	t	f	s	s	0	0	1184		\\N	\\N	\\N	\\N	now	\\N	\\N	f	f
1300	positionsel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	positionsel	\\N	\\N	f	t
1301	positionjoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	positionjoinsel	\\N	\\N	f	t
1302	contsel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	contsel	\\N	\\N	f	t
1303	contjoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	contjoinsel	\\N	\\N	f	t
1304	overlaps	12	1	0	0	0	f	f	f	f	i	s	4	0	16	1184 1184 1184 1184	\\N	\\N	\\N	\\N	overlaps_timestamp	\\N	\\N	f	f
1305	overlaps	14	1	0	0	0	f	f	f	f	s	s	4	0	16	1184 1186 1184 1186	\\N	\\N	\\N	\\N		RETURN (($1, ($1 + $2)) OVERLAPS ($3, ($3 + $4)))	\\N	f	f
1306	overlaps	14	1	0	0	0	f	f	f	f	s	s	4	0	16	1184 1184 1184 1186	\\N	\\N	\\N	\\N		RETURN (($1, $2) OVERLAPS ($3, ($3 + $4)))	\\N	f	f
1307	overlaps	14	1	0	0	0	f	f	f	f	s	s	4	0	16	1184 1186 1184 1184	\\N	\\N	\\N	\\N		RETURN (($1, ($1 + $2)) OVERLAPS ($3, $4))	\\N	f	f
1308	overlaps	12	1	0	0	0	f	f	f	f	i	s	4	0	16	1083 1083 1083 1083	\\N	\\N	\\N	\\N	overlaps_time	\\N	\\N	f	f
1309	overlaps	14	1	0	0	0	f	f	f	f	i	s	4	0	16	1083 1186 1083 1186	\\N	\\N	\\N	\\N		RETURN (($1, ($1 + $2)) OVERLAPS ($3, ($3 + $4)))	\\N	f	f
1310	overlaps	14	1	0	0	0	f	f	f	f	i	s	4	0	16	1083 1083 1083 1186	\\N	\\N	\\N	\\N		RETURN (($1, $2) OVERLAPS ($3, ($3 + $4)))	\\N	f	f
1311	overlaps	14	1	0	0	0	f	f	f	f	i	s	4	0	16	1083 1186 1083 1083	\\N	\\N	\\N	\\N		RETURN (($1, ($1 + $2)) OVERLAPS ($3, $4))	\\N	f	f
1312	timestamp_in	12	1	0	0	0	f	f	t	f	s	s	3	0	1114	2275 26 23	\\N	\\N	\\N	\\N	timestamp_in	\\N	\\N	f	t
1313	timestamp_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	1114	\\N	\\N	\\N	\\N	timestamp_out	\\N	\\N	f	t
1314	timestamptz_cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	1184 1184	\\N	\\N	\\N	\\N	timestamp_cmp	\\N	\\N	f	t
1315	interval_cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	1186 1186	\\N	\\N	\\N	\\N	interval_cmp	\\N	\\N	f	t
1316	time	12	1	0	0	0	f	f	t	f	i	s	1	0	1083	1114	\\N	\\N	\\N	\\N	timestamp_time	\\N	\\N	f	t
1317	length	12	1	0	0	0	f	f	t	f	i	s	1	0	23	25	\\N	\\N	\\N	\\N	textlen	\\N	\\N	f	f
1318	length	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1042	\\N	\\N	\\N	\\N	bpcharlen	\\N	\\N	f	f
1319	xideqint4	12	1	0	0	0	f	t	t	f	i	s	2	0	16	28 23	\\N	\\N	\\N	\\N	xideq	\\N	\\N	f	t
1326	interval_div	12	1	0	0	0	f	f	t	f	i	s	2	0	1186	1186 701	\\N	\\N	\\N	\\N	interval_div	\\N	\\N	f	t
1339	dlog10	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dlog10	\\N	\\N	f	f
1340	log	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dlog10	\\N	\\N	f	f
1341	ln	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dlog1	\\N	\\N	f	f
1342	round	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dround	\\N	\\N	f	f
1343	trunc	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dtrunc	\\N	\\N	f	f
1344	sqrt	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dsqrt	\\N	\\N	f	f
1345	cbrt	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dcbrt	\\N	\\N	f	f
1346	pow	12	1	0	0	0	f	f	t	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	dpow	\\N	\\N	f	f
1347	exp	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dexp	\\N	\\N	f	f
1348	obj_description	14	100	0	0	0	f	f	t	f	s	s	1	0	25	26	\\N	\\N	\\N	\\N		BEGIN ATOMIC\\n SELECT pg_description.description\\n    FROM pg_description\\n   WHERE ((pg_description.objoid = $1) AND (pg_description.objsubid = 0));\\nEND	\\N	f	f
1349	oidvectortypes	12	1	0	0	0	f	f	t	f	s	s	1	0	25	30	\\N	\\N	\\N	\\N	oidvectortypes	\\N	\\N	f	f
1350	timetz_in	12	1	0	0	0	f	f	t	f	s	s	3	0	1266	2275 26 23	\\N	\\N	\\N	\\N	timetz_in	\\N	\\N	f	t
1351	timetz_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	1266	\\N	\\N	\\N	\\N	timetz_out	\\N	\\N	f	t
1352	timetz_eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1266 1266	\\N	\\N	\\N	\\N	timetz_eq	\\N	\\N	f	t
1353	timetz_ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1266 1266	\\N	\\N	\\N	\\N	timetz_ne	\\N	\\N	f	t
1354	timetz_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1266 1266	\\N	\\N	\\N	\\N	timetz_lt	\\N	\\N	f	t
1355	timetz_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1266 1266	\\N	\\N	\\N	\\N	timetz_le	\\N	\\N	f	t
1356	timetz_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1266 1266	\\N	\\N	\\N	\\N	timetz_ge	\\N	\\N	f	t
1357	timetz_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1266 1266	\\N	\\N	\\N	\\N	timetz_gt	\\N	\\N	f	t
1358	timetz_cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	1266 1266	\\N	\\N	\\N	\\N	timetz_cmp	\\N	\\N	f	t
1359	timestamptz	12	1	0	0	0	f	f	t	f	i	s	2	0	1184	1082 1266	\\N	\\N	\\N	\\N	datetimetz_timestamptz	\\N	\\N	f	f
1362	hostmask	12	1	0	0	0	f	f	t	f	i	s	1	0	869	869	\\N	\\N	\\N	\\N	network_hostmask	\\N	\\N	f	f
1364	textregexeq_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	textregexeq_support	\\N	\\N	f	t
1365	makeaclitem	12	1	0	0	0	f	f	t	f	i	s	4	0	1033	26 26 25 16	\\N	\\N	\\N	\\N	makeaclitem	\\N	\\N	f	f
1367	character_length	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1042	\\N	\\N	\\N	\\N	bpcharlen	\\N	\\N	f	f
1368	power	12	1	0	0	0	f	f	t	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	dpow	\\N	\\N	f	f
1369	character_length	12	1	0	0	0	f	f	t	f	i	s	1	0	23	25	\\N	\\N	\\N	\\N	textlen	\\N	\\N	f	f
1370	interval	12	1	0	0	0	f	t	t	f	i	s	1	0	1186	1083	\\N	\\N	\\N	\\N	time_interval	\\N	\\N	f	t
1371	pg_lock_status	12	1	1000	0	0	f	f	t	t	v	s	0	0	2249		{25,26,26,23,21,25,28,26,26,21,25,23,25,16,16,1184}	{o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o}	{locktype,database,relation,page,tuple,virtualxid,transactionid,classid,objid,objsubid,virtualtransaction,pid,mode,granted,fastpath,waitstart}	\\N	pg_lock_status	\\N	\\N	f	f
1372	char_length	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1042	\\N	\\N	\\N	\\N	bpcharlen	\\N	\\N	f	f
1373	isfinite	12	1	0	0	0	f	f	t	f	i	s	1	0	16	1082	\\N	\\N	\\N	\\N	date_finite	\\N	\\N	f	f
1374	octet_length	12	1	0	0	0	f	f	t	f	i	s	1	0	23	25	\\N	\\N	\\N	\\N	textoctetlen	\\N	\\N	f	f
1375	octet_length	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1042	\\N	\\N	\\N	\\N	bpcharoctetlen	\\N	\\N	f	f
1376	factorial	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	20	\\N	\\N	\\N	\\N	numeric_fac	\\N	\\N	f	f
1377	time_larger	12	1	0	0	0	f	f	t	f	i	s	2	0	1083	1083 1083	\\N	\\N	\\N	\\N	time_larger	\\N	\\N	f	t
1378	time_smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	1083	1083 1083	\\N	\\N	\\N	\\N	time_smaller	\\N	\\N	f	t
1379	timetz_larger	12	1	0	0	0	f	f	t	f	i	s	2	0	1266	1266 1266	\\N	\\N	\\N	\\N	timetz_larger	\\N	\\N	f	t
1380	timetz_smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	1266	1266 1266	\\N	\\N	\\N	\\N	timetz_smaller	\\N	\\N	f	t
1381	char_length	12	1	0	0	0	f	f	t	f	i	s	1	0	23	25	\\N	\\N	\\N	\\N	textlen	\\N	\\N	f	f
1384	date_part	14	1	0	0	0	f	f	t	f	i	s	2	0	701	25 1082	\\N	\\N	\\N	\\N		RETURN date_part($1, ($2)::timestamp without time zone)	\\N	f	f
1385	date_part	12	1	0	0	0	f	f	t	f	i	s	2	0	701	25 1083	\\N	\\N	\\N	\\N	time_part	\\N	\\N	f	f
1386	age	14	1	0	0	0	f	f	t	f	s	s	1	0	1186	1184	\\N	\\N	\\N	\\N		RETURN age((CURRENT_DATE)::timestamp with time zone, $1)	\\N	f	f
1387	pg_get_constraintdef	12	1	0	0	0	f	f	t	f	s	s	1	0	25	26	\\N	\\N	\\N	\\N	pg_get_constraintdef	\\N	\\N	f	f
1388	timetz	12	1	0	0	0	f	f	t	f	s	s	1	0	1266	1184	\\N	\\N	\\N	\\N	timestamptz_timetz	\\N	\\N	f	t
1389	isfinite	12	1	0	0	0	f	f	t	f	i	s	1	0	16	1184	\\N	\\N	\\N	\\N	timestamp_finite	\\N	\\N	f	f
1390	isfinite	12	1	0	0	0	f	f	t	f	i	s	1	0	16	1186	\\N	\\N	\\N	\\N	interval_finite	\\N	\\N	f	f
1391	pg_stat_get_backend_start	12	1	0	0	0	f	f	t	f	s	r	1	0	1184	23	\\N	\\N	\\N	\\N	pg_stat_get_backend_start	\\N	\\N	f	f
1392	pg_stat_get_backend_client_addr	12	1	0	0	0	f	f	t	f	s	r	1	0	869	23	\\N	\\N	\\N	\\N	pg_stat_get_backend_client_addr	\\N	\\N	f	f
1393	pg_stat_get_backend_client_port	12	1	0	0	0	f	f	t	f	s	r	1	0	23	23	\\N	\\N	\\N	\\N	pg_stat_get_backend_client_port	\\N	\\N	f	f
1394	abs	12	1	0	0	0	f	f	t	f	i	s	1	0	700	700	\\N	\\N	\\N	\\N	float4abs	\\N	\\N	f	f
1395	abs	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	float8abs	\\N	\\N	f	f
1396	abs	12	1	0	0	0	f	f	t	f	i	s	1	0	20	20	\\N	\\N	\\N	\\N	int8abs	\\N	\\N	f	f
1397	abs	12	1	0	0	0	f	f	t	f	i	s	1	0	23	23	\\N	\\N	\\N	\\N	int4abs	\\N	\\N	f	f
1398	abs	12	1	0	0	0	f	f	t	f	i	s	1	0	21	21	\\N	\\N	\\N	\\N	int2abs	\\N	\\N	f	f
1400	name	12	1	0	0	0	f	t	t	f	i	s	1	0	19	1043	\\N	\\N	\\N	\\N	text_name	\\N	\\N	f	t
1401	varchar	12	1	0	0	0	f	t	t	f	i	s	1	0	1043	19	\\N	\\N	\\N	\\N	name_text	\\N	\\N	f	t
1402	current_schema	12	1	0	0	0	f	f	t	f	s	u	0	0	19		\\N	\\N	\\N	\\N	current_schema	\\N	\\N	f	f
1403	current_schemas	12	1	0	0	0	f	f	t	f	s	u	1	0	1003	16	\\N	\\N	\\N	\\N	current_schemas	\\N	\\N	f	f
1404	overlay	12	1	0	0	0	f	f	t	f	i	s	4	0	25	25 25 23 23	\\N	\\N	\\N	\\N	textoverlay	\\N	\\N	f	f
1405	overlay	12	1	0	0	0	f	f	t	f	i	s	3	0	25	25 25 23	\\N	\\N	\\N	\\N	textoverlay_no_len	\\N	\\N	f	f
1406	isvertical	12	1	0	0	0	f	f	t	f	i	s	2	0	16	600 600	\\N	\\N	\\N	\\N	point_vert	\\N	\\N	f	f
1407	ishorizontal	12	1	0	0	0	f	f	t	f	i	s	2	0	16	600 600	\\N	\\N	\\N	\\N	point_horiz	\\N	\\N	f	f
1408	isparallel	12	1	0	0	0	f	f	t	f	i	s	2	0	16	601 601	\\N	\\N	\\N	\\N	lseg_parallel	\\N	\\N	f	f
1409	isperp	12	1	0	0	0	f	f	t	f	i	s	2	0	16	601 601	\\N	\\N	\\N	\\N	lseg_perp	\\N	\\N	f	f
1410	isvertical	12	1	0	0	0	f	f	t	f	i	s	1	0	16	601	\\N	\\N	\\N	\\N	lseg_vertical	\\N	\\N	f	f
1411	ishorizontal	12	1	0	0	0	f	f	t	f	i	s	1	0	16	601	\\N	\\N	\\N	\\N	lseg_horizontal	\\N	\\N	f	f
1412	isparallel	12	1	0	0	0	f	f	t	f	i	s	2	0	16	628 628	\\N	\\N	\\N	\\N	line_parallel	\\N	\\N	f	f
1413	isperp	12	1	0	0	0	f	f	t	f	i	s	2	0	16	628 628	\\N	\\N	\\N	\\N	line_perp	\\N	\\N	f	f
1414	isvertical	12	1	0	0	0	f	f	t	f	i	s	1	0	16	628	\\N	\\N	\\N	\\N	line_vertical	\\N	\\N	f	f
1415	ishorizontal	12	1	0	0	0	f	f	t	f	i	s	1	0	16	628	\\N	\\N	\\N	\\N	line_horizontal	\\N	\\N	f	f
1416	point	12	1	0	0	0	f	f	t	f	i	s	1	0	600	718	\\N	\\N	\\N	\\N	circle_center	\\N	\\N	f	t
1419	time	12	1	0	0	0	f	f	t	f	i	s	1	0	1083	1186	\\N	\\N	\\N	\\N	interval_time	\\N	\\N	f	t
1421	box	12	1	0	0	0	f	f	t	f	i	s	2	0	603	600 600	\\N	\\N	\\N	\\N	points_box	\\N	\\N	f	f
1422	box_add	12	1	0	0	0	f	f	t	f	i	s	2	0	603	603 600	\\N	\\N	\\N	\\N	box_add	\\N	\\N	f	t
1423	box_sub	12	1	0	0	0	f	f	t	f	i	s	2	0	603	603 600	\\N	\\N	\\N	\\N	box_sub	\\N	\\N	f	t
1424	box_mul	12	1	0	0	0	f	f	t	f	i	s	2	0	603	603 600	\\N	\\N	\\N	\\N	box_mul	\\N	\\N	f	t
1425	box_div	12	1	0	0	0	f	f	t	f	i	s	2	0	603	603 600	\\N	\\N	\\N	\\N	box_div	\\N	\\N	f	t
1426	path_contain_pt	14	1	0	0	0	f	f	t	f	i	s	2	0	16	602 600	\\N	\\N	\\N	\\N		RETURN on_ppath($2, $1)	\\N	f	t
1427	cidr_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	650	\\N	\\N	\\N	\\N	cidr_out	\\N	\\N	f	t
1428	poly_contain_pt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	604 600	\\N	\\N	\\N	\\N	poly_contain_pt	\\N	\\N	f	t
1429	pt_contained_poly	12	1	0	0	0	f	f	t	f	i	s	2	0	16	600 604	\\N	\\N	\\N	\\N	pt_contained_poly	\\N	\\N	f	t
1430	isclosed	12	1	0	0	0	f	f	t	f	i	s	1	0	16	602	\\N	\\N	\\N	\\N	path_isclosed	\\N	\\N	f	f
1431	isopen	12	1	0	0	0	f	f	t	f	i	s	1	0	16	602	\\N	\\N	\\N	\\N	path_isopen	\\N	\\N	f	f
1432	path_npoints	12	1	0	0	0	f	f	t	f	i	s	1	0	23	602	\\N	\\N	\\N	\\N	path_npoints	\\N	\\N	f	t
1433	pclose	12	1	0	0	0	f	f	t	f	i	s	1	0	602	602	\\N	\\N	\\N	\\N	path_close	\\N	\\N	f	f
1434	popen	12	1	0	0	0	f	f	t	f	i	s	1	0	602	602	\\N	\\N	\\N	\\N	path_open	\\N	\\N	f	f
1435	path_add	12	1	0	0	0	f	f	t	f	i	s	2	0	602	602 602	\\N	\\N	\\N	\\N	path_add	\\N	\\N	f	t
1436	path_add_pt	12	1	0	0	0	f	f	t	f	i	s	2	0	602	602 600	\\N	\\N	\\N	\\N	path_add_pt	\\N	\\N	f	t
1437	path_sub_pt	12	1	0	0	0	f	f	t	f	i	s	2	0	602	602 600	\\N	\\N	\\N	\\N	path_sub_pt	\\N	\\N	f	t
1438	path_mul_pt	12	1	0	0	0	f	f	t	f	i	s	2	0	602	602 600	\\N	\\N	\\N	\\N	path_mul_pt	\\N	\\N	f	t
1439	path_div_pt	12	1	0	0	0	f	f	t	f	i	s	2	0	602	602 600	\\N	\\N	\\N	\\N	path_div_pt	\\N	\\N	f	t
1440	point	12	1	0	0	0	f	f	t	f	i	s	2	0	600	701 701	\\N	\\N	\\N	\\N	construct_point	\\N	\\N	f	f
1441	point_add	12	1	0	0	0	f	f	t	f	i	s	2	0	600	600 600	\\N	\\N	\\N	\\N	point_add	\\N	\\N	f	t
1442	point_sub	12	1	0	0	0	f	f	t	f	i	s	2	0	600	600 600	\\N	\\N	\\N	\\N	point_sub	\\N	\\N	f	t
1443	point_mul	12	1	0	0	0	f	f	t	f	i	s	2	0	600	600 600	\\N	\\N	\\N	\\N	point_mul	\\N	\\N	f	t
1444	point_div	12	1	0	0	0	f	f	t	f	i	s	2	0	600	600 600	\\N	\\N	\\N	\\N	point_div	\\N	\\N	f	t
1445	poly_npoints	12	1	0	0	0	f	f	t	f	i	s	1	0	23	604	\\N	\\N	\\N	\\N	poly_npoints	\\N	\\N	f	t
1446	box	12	1	0	0	0	f	f	t	f	i	s	1	0	603	604	\\N	\\N	\\N	\\N	poly_box	\\N	\\N	f	t
1447	path	12	1	0	0	0	f	f	t	f	i	s	1	0	602	604	\\N	\\N	\\N	\\N	poly_path	\\N	\\N	f	t
1448	polygon	12	1	0	0	0	f	f	t	f	i	s	1	0	604	603	\\N	\\N	\\N	\\N	box_poly	\\N	\\N	f	t
1449	polygon	12	1	0	0	0	f	f	t	f	i	s	1	0	604	602	\\N	\\N	\\N	\\N	path_poly	\\N	\\N	f	t
1450	circle_in	12	1	0	0	0	f	f	t	f	i	s	1	0	718	2275	\\N	\\N	\\N	\\N	circle_in	\\N	\\N	f	t
1451	circle_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	718	\\N	\\N	\\N	\\N	circle_out	\\N	\\N	f	t
1452	circle_same	12	1	0	0	0	f	f	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_same	\\N	\\N	f	t
1453	circle_contain	12	1	0	0	0	f	f	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_contain	\\N	\\N	f	t
1454	circle_left	12	1	0	0	0	f	f	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_left	\\N	\\N	f	t
1455	circle_overleft	12	1	0	0	0	f	f	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_overleft	\\N	\\N	f	t
1456	circle_overright	12	1	0	0	0	f	f	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_overright	\\N	\\N	f	t
1457	circle_right	12	1	0	0	0	f	f	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_right	\\N	\\N	f	t
1458	circle_contained	12	1	0	0	0	f	f	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_contained	\\N	\\N	f	t
1459	circle_overlap	12	1	0	0	0	f	f	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_overlap	\\N	\\N	f	t
1460	circle_below	12	1	0	0	0	f	f	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_below	\\N	\\N	f	t
1461	circle_above	12	1	0	0	0	f	f	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_above	\\N	\\N	f	t
1462	circle_eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_eq	\\N	\\N	f	t
1463	circle_ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_ne	\\N	\\N	f	t
1464	circle_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_lt	\\N	\\N	f	t
1465	circle_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_gt	\\N	\\N	f	t
1466	circle_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_le	\\N	\\N	f	t
1467	circle_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_ge	\\N	\\N	f	t
1468	area	12	1	0	0	0	f	f	t	f	i	s	1	0	701	718	\\N	\\N	\\N	\\N	circle_area	\\N	\\N	f	f
1469	diameter	12	1	0	0	0	f	f	t	f	i	s	1	0	701	718	\\N	\\N	\\N	\\N	circle_diameter	\\N	\\N	f	f
1470	radius	12	1	0	0	0	f	f	t	f	i	s	1	0	701	718	\\N	\\N	\\N	\\N	circle_radius	\\N	\\N	f	f
1471	circle_distance	12	1	0	0	0	f	f	t	f	i	s	2	0	701	718 718	\\N	\\N	\\N	\\N	circle_distance	\\N	\\N	f	t
1472	circle_center	12	1	0	0	0	f	f	t	f	i	s	1	0	600	718	\\N	\\N	\\N	\\N	circle_center	\\N	\\N	f	t
1473	circle	12	1	0	0	0	f	f	t	f	i	s	2	0	718	600 701	\\N	\\N	\\N	\\N	cr_circle	\\N	\\N	f	f
1474	circle	12	1	0	0	0	f	f	t	f	i	s	1	0	718	604	\\N	\\N	\\N	\\N	poly_circle	\\N	\\N	f	t
1475	polygon	12	1	0	0	0	f	f	t	f	i	s	2	0	604	23 718	\\N	\\N	\\N	\\N	circle_poly	\\N	\\N	f	f
1476	dist_pc	12	1	0	0	0	f	f	t	f	i	s	2	0	701	600 718	\\N	\\N	\\N	\\N	dist_pc	\\N	\\N	f	t
1477	circle_contain_pt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	718 600	\\N	\\N	\\N	\\N	circle_contain_pt	\\N	\\N	f	t
1478	pt_contained_circle	12	1	0	0	0	f	f	t	f	i	s	2	0	16	600 718	\\N	\\N	\\N	\\N	pt_contained_circle	\\N	\\N	f	t
1479	circle	12	1	0	0	0	f	f	t	f	i	s	1	0	718	603	\\N	\\N	\\N	\\N	box_circle	\\N	\\N	f	t
1480	box	12	1	0	0	0	f	f	t	f	i	s	1	0	603	718	\\N	\\N	\\N	\\N	circle_box	\\N	\\N	f	t
1481	log10	14	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N		RETURN log((10)::numeric, $1)	\\N	f	f
1482	lseg_ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	601 601	\\N	\\N	\\N	\\N	lseg_ne	\\N	\\N	f	t
1483	lseg_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	601 601	\\N	\\N	\\N	\\N	lseg_lt	\\N	\\N	f	t
1484	lseg_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	601 601	\\N	\\N	\\N	\\N	lseg_le	\\N	\\N	f	t
1485	lseg_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	601 601	\\N	\\N	\\N	\\N	lseg_gt	\\N	\\N	f	t
1486	lseg_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	601 601	\\N	\\N	\\N	\\N	lseg_ge	\\N	\\N	f	t
1487	lseg_length	12	1	0	0	0	f	f	t	f	i	s	1	0	701	601	\\N	\\N	\\N	\\N	lseg_length	\\N	\\N	f	t
1488	close_ls	12	1	0	0	0	f	f	t	f	i	s	2	0	600	628 601	\\N	\\N	\\N	\\N	close_ls	\\N	\\N	f	t
1489	close_lseg	12	1	0	0	0	f	f	t	f	i	s	2	0	600	601 601	\\N	\\N	\\N	\\N	close_lseg	\\N	\\N	f	t
1490	line_in	12	1	0	0	0	f	f	t	f	i	s	1	0	628	2275	\\N	\\N	\\N	\\N	line_in	\\N	\\N	f	t
1491	line_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	628	\\N	\\N	\\N	\\N	line_out	\\N	\\N	f	t
1492	line_eq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	628 628	\\N	\\N	\\N	\\N	line_eq	\\N	\\N	f	t
1493	line	12	1	0	0	0	f	f	t	f	i	s	2	0	628	600 600	\\N	\\N	\\N	\\N	line_construct_pp	\\N	\\N	f	f
1494	line_interpt	12	1	0	0	0	f	f	t	f	i	s	2	0	600	628 628	\\N	\\N	\\N	\\N	line_interpt	\\N	\\N	f	t
1495	line_intersect	12	1	0	0	0	f	f	t	f	i	s	2	0	16	628 628	\\N	\\N	\\N	\\N	line_intersect	\\N	\\N	f	t
1496	line_parallel	12	1	0	0	0	f	f	t	f	i	s	2	0	16	628 628	\\N	\\N	\\N	\\N	line_parallel	\\N	\\N	f	t
1497	line_perp	12	1	0	0	0	f	f	t	f	i	s	2	0	16	628 628	\\N	\\N	\\N	\\N	line_perp	\\N	\\N	f	t
1498	line_vertical	12	1	0	0	0	f	f	t	f	i	s	1	0	16	628	\\N	\\N	\\N	\\N	line_vertical	\\N	\\N	f	t
1499	line_horizontal	12	1	0	0	0	f	f	t	f	i	s	1	0	16	628	\\N	\\N	\\N	\\N	line_horizontal	\\N	\\N	f	t
1530	length	12	1	0	0	0	f	f	t	f	i	s	1	0	701	601	\\N	\\N	\\N	\\N	lseg_length	\\N	\\N	f	f
1531	length	12	1	0	0	0	f	f	t	f	i	s	1	0	701	602	\\N	\\N	\\N	\\N	path_length	\\N	\\N	f	f
1532	point	12	1	0	0	0	f	f	t	f	i	s	1	0	600	601	\\N	\\N	\\N	\\N	lseg_center	\\N	\\N	f	t
1534	point	12	1	0	0	0	f	f	t	f	i	s	1	0	600	603	\\N	\\N	\\N	\\N	box_center	\\N	\\N	f	t
1540	point	12	1	0	0	0	f	f	t	f	i	s	1	0	600	604	\\N	\\N	\\N	\\N	poly_center	\\N	\\N	f	t
1541	lseg	12	1	0	0	0	f	f	t	f	i	s	1	0	601	603	\\N	\\N	\\N	\\N	box_diagonal	\\N	\\N	f	t
1542	center	12	1	0	0	0	f	f	t	f	i	s	1	0	600	603	\\N	\\N	\\N	\\N	box_center	\\N	\\N	f	f
1543	center	12	1	0	0	0	f	f	t	f	i	s	1	0	600	718	\\N	\\N	\\N	\\N	circle_center	\\N	\\N	f	f
1544	polygon	14	1	0	0	0	f	f	t	f	i	s	1	0	604	718	\\N	\\N	\\N	\\N		RETURN polygon(12, $1)	\\N	f	t
1545	npoints	12	1	0	0	0	f	f	t	f	i	s	1	0	23	602	\\N	\\N	\\N	\\N	path_npoints	\\N	\\N	f	f
1556	npoints	12	1	0	0	0	f	f	t	f	i	s	1	0	23	604	\\N	\\N	\\N	\\N	poly_npoints	\\N	\\N	f	f
1564	bit_in	12	1	0	0	0	f	f	t	f	i	s	3	0	1560	2275 26 23	\\N	\\N	\\N	\\N	bit_in	\\N	\\N	f	t
1565	bit_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	1560	\\N	\\N	\\N	\\N	bit_out	\\N	\\N	f	t
1569	like	12	1	0	0	1023	f	f	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	textlike	\\N	\\N	f	f
1570	notlike	12	1	0	0	0	f	f	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	textnlike	\\N	\\N	f	f
1571	like	12	1	0	0	1023	f	f	t	f	i	s	2	0	16	19 25	\\N	\\N	\\N	\\N	namelike	\\N	\\N	f	f
1572	notlike	12	1	0	0	0	f	f	t	f	i	s	2	0	16	19 25	\\N	\\N	\\N	\\N	namenlike	\\N	\\N	f	f
1573	pg_get_ruledef	12	1	0	0	0	f	f	t	f	s	s	1	0	25	26	\\N	\\N	\\N	\\N	pg_get_ruledef	\\N	\\N	f	f
1574	nextval	12	1	0	0	0	f	f	t	f	v	u	1	0	20	2205	\\N	\\N	\\N	\\N	nextval_oid	\\N	\\N	f	f
1575	currval	12	1	0	0	0	f	f	t	f	v	u	1	0	20	2205	\\N	\\N	\\N	\\N	currval_oid	\\N	\\N	f	f
1576	setval	12	1	0	0	0	f	f	t	f	v	u	2	0	20	2205 20	\\N	\\N	\\N	\\N	setval_oid	\\N	\\N	f	f
1579	varbit_in	12	1	0	0	0	f	f	t	f	i	s	3	0	1562	2275 26 23	\\N	\\N	\\N	\\N	varbit_in	\\N	\\N	f	t
1580	varbit_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	1562	\\N	\\N	\\N	\\N	varbit_out	\\N	\\N	f	t
1581	biteq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1560 1560	\\N	\\N	\\N	\\N	biteq	\\N	\\N	f	t
1582	bitne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1560 1560	\\N	\\N	\\N	\\N	bitne	\\N	\\N	f	t
1592	bitge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1560 1560	\\N	\\N	\\N	\\N	bitge	\\N	\\N	f	t
1593	bitgt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1560 1560	\\N	\\N	\\N	\\N	bitgt	\\N	\\N	f	t
1594	bitle	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1560 1560	\\N	\\N	\\N	\\N	bitle	\\N	\\N	f	t
1595	bitlt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1560 1560	\\N	\\N	\\N	\\N	bitlt	\\N	\\N	f	t
1596	bitcmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	1560 1560	\\N	\\N	\\N	\\N	bitcmp	\\N	\\N	f	t
1597	pg_encoding_to_char	12	1	0	0	0	f	f	t	f	s	s	1	0	19	23	\\N	\\N	\\N	\\N	PG_encoding_to_char	\\N	\\N	f	f
1598	random	12	1	0	0	0	f	f	t	f	v	r	0	0	701		\\N	\\N	\\N	\\N	drandom	\\N	\\N	f	f
1599	setseed	12	1	0	0	0	f	f	t	f	v	r	1	0	2278	701	\\N	\\N	\\N	\\N	setseed	\\N	\\N	f	f
1600	asin	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dasin	\\N	\\N	f	f
1601	acos	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dacos	\\N	\\N	f	f
1602	atan	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	datan	\\N	\\N	f	f
1603	atan2	12	1	0	0	0	f	f	t	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	datan2	\\N	\\N	f	f
1604	sin	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dsin	\\N	\\N	f	f
1605	cos	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dcos	\\N	\\N	f	f
1606	tan	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dtan	\\N	\\N	f	f
1607	cot	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dcot	\\N	\\N	f	f
1608	degrees	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	degrees	\\N	\\N	f	f
1609	radians	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	radians	\\N	\\N	f	f
1610	pi	12	1	0	0	0	f	f	t	f	i	s	0	0	701		\\N	\\N	\\N	\\N	dpi	\\N	\\N	f	f
1618	interval_mul	12	1	0	0	0	f	f	t	f	i	s	2	0	1186	1186 701	\\N	\\N	\\N	\\N	interval_mul	\\N	\\N	f	t
1619	pg_typeof	12	1	0	0	0	f	f	f	f	s	s	1	0	2206	2276	\\N	\\N	\\N	\\N	pg_typeof	\\N	\\N	f	f
1620	ascii	12	1	0	0	0	f	f	t	f	i	s	1	0	23	25	\\N	\\N	\\N	\\N	ascii	\\N	\\N	f	f
1621	chr	12	1	0	0	0	f	f	t	f	i	s	1	0	25	23	\\N	\\N	\\N	\\N	chr	\\N	\\N	f	f
1622	repeat	12	1	0	0	0	f	f	t	f	i	s	2	0	25	25 23	\\N	\\N	\\N	\\N	repeat	\\N	\\N	f	f
1623	similar_escape	12	1	0	0	0	f	f	f	f	i	s	2	0	25	25 25	\\N	\\N	\\N	\\N	similar_escape	\\N	\\N	f	f
1624	mul_d_interval	12	1	0	0	0	f	f	t	f	i	s	2	0	1186	701 1186	\\N	\\N	\\N	\\N	mul_d_interval	\\N	\\N	f	t
1631	bpcharlike	12	1	0	0	1023	f	f	t	f	i	s	2	0	16	1042 25	\\N	\\N	\\N	\\N	textlike	\\N	\\N	f	t
1632	bpcharnlike	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1042 25	\\N	\\N	\\N	\\N	textnlike	\\N	\\N	f	t
1633	texticlike	12	1	0	0	1025	f	f	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	texticlike	\\N	\\N	f	t
1634	texticnlike	12	1	0	0	0	f	f	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	texticnlike	\\N	\\N	f	t
1635	nameiclike	12	1	0	0	1025	f	f	t	f	i	s	2	0	16	19 25	\\N	\\N	\\N	\\N	nameiclike	\\N	\\N	f	t
1636	nameicnlike	12	1	0	0	0	f	f	t	f	i	s	2	0	16	19 25	\\N	\\N	\\N	\\N	nameicnlike	\\N	\\N	f	t
1637	like_escape	12	1	0	0	0	f	f	t	f	i	s	2	0	25	25 25	\\N	\\N	\\N	\\N	like_escape	\\N	\\N	f	f
1638	oidgt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	26 26	\\N	\\N	\\N	\\N	oidgt	\\N	\\N	f	t
1639	oidge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	26 26	\\N	\\N	\\N	\\N	oidge	\\N	\\N	f	t
1640	pg_get_viewdef	12	1	0	0	0	f	f	t	f	s	r	1	0	25	25	\\N	\\N	\\N	\\N	pg_get_viewdef_name	\\N	\\N	f	f
1641	pg_get_viewdef	12	1	0	0	0	f	f	t	f	s	r	1	0	25	26	\\N	\\N	\\N	\\N	pg_get_viewdef	\\N	\\N	f	f
1642	pg_get_userbyid	12	1	0	0	0	f	f	t	f	s	s	1	0	19	26	\\N	\\N	\\N	\\N	pg_get_userbyid	\\N	\\N	f	f
1643	pg_get_indexdef	12	1	0	0	0	f	f	t	f	s	s	1	0	25	26	\\N	\\N	\\N	\\N	pg_get_indexdef	\\N	\\N	f	f
1644	RI_FKey_check_ins	12	1	0	0	0	f	f	t	f	v	s	0	0	2279		\\N	\\N	\\N	\\N	RI_FKey_check_ins	\\N	\\N	f	t
1645	RI_FKey_check_upd	12	1	0	0	0	f	f	t	f	v	s	0	0	2279		\\N	\\N	\\N	\\N	RI_FKey_check_upd	\\N	\\N	f	t
1646	RI_FKey_cascade_del	12	1	0	0	0	f	f	t	f	v	s	0	0	2279		\\N	\\N	\\N	\\N	RI_FKey_cascade_del	\\N	\\N	f	t
1647	RI_FKey_cascade_upd	12	1	0	0	0	f	f	t	f	v	s	0	0	2279		\\N	\\N	\\N	\\N	RI_FKey_cascade_upd	\\N	\\N	f	t
1648	RI_FKey_restrict_del	12	1	0	0	0	f	f	t	f	v	s	0	0	2279		\\N	\\N	\\N	\\N	RI_FKey_restrict_del	\\N	\\N	f	t
1649	RI_FKey_restrict_upd	12	1	0	0	0	f	f	t	f	v	s	0	0	2279		\\N	\\N	\\N	\\N	RI_FKey_restrict_upd	\\N	\\N	f	t
1650	RI_FKey_setnull_del	12	1	0	0	0	f	f	t	f	v	s	0	0	2279		\\N	\\N	\\N	\\N	RI_FKey_setnull_del	\\N	\\N	f	t
1651	RI_FKey_setnull_upd	12	1	0	0	0	f	f	t	f	v	s	0	0	2279		\\N	\\N	\\N	\\N	RI_FKey_setnull_upd	\\N	\\N	f	t
1652	RI_FKey_setdefault_del	12	1	0	0	0	f	f	t	f	v	s	0	0	2279		\\N	\\N	\\N	\\N	RI_FKey_setdefault_del	\\N	\\N	f	t
1653	RI_FKey_setdefault_upd	12	1	0	0	0	f	f	t	f	v	s	0	0	2279		\\N	\\N	\\N	\\N	RI_FKey_setdefault_upd	\\N	\\N	f	t
1654	RI_FKey_noaction_del	12	1	0	0	0	f	f	t	f	v	s	0	0	2279		\\N	\\N	\\N	\\N	RI_FKey_noaction_del	\\N	\\N	f	t
1655	RI_FKey_noaction_upd	12	1	0	0	0	f	f	t	f	v	s	0	0	2279		\\N	\\N	\\N	\\N	RI_FKey_noaction_upd	\\N	\\N	f	t
1656	bpcharicregexeq	12	1	0	0	1024	f	f	t	f	i	s	2	0	16	1042 25	\\N	\\N	\\N	\\N	texticregexeq	\\N	\\N	f	t
1657	bpcharicregexne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1042 25	\\N	\\N	\\N	\\N	texticregexne	\\N	\\N	f	t
1658	bpcharregexeq	12	1	0	0	1364	f	f	t	f	i	s	2	0	16	1042 25	\\N	\\N	\\N	\\N	textregexeq	\\N	\\N	f	t
1659	bpcharregexne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1042 25	\\N	\\N	\\N	\\N	textregexne	\\N	\\N	f	t
1660	bpchariclike	12	1	0	0	1025	f	f	t	f	i	s	2	0	16	1042 25	\\N	\\N	\\N	\\N	texticlike	\\N	\\N	f	t
1661	bpcharicnlike	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1042 25	\\N	\\N	\\N	\\N	texticnlike	\\N	\\N	f	t
1662	pg_get_triggerdef	12	1	0	0	0	f	f	t	f	s	s	1	0	25	26	\\N	\\N	\\N	\\N	pg_get_triggerdef	\\N	\\N	f	f
1665	pg_get_serial_sequence	12	1	0	0	0	f	f	t	f	s	s	2	0	25	25 25	\\N	\\N	\\N	\\N	pg_get_serial_sequence	\\N	\\N	f	f
1666	varbiteq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1562 1562	\\N	\\N	\\N	\\N	biteq	\\N	\\N	f	t
1667	varbitne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1562 1562	\\N	\\N	\\N	\\N	bitne	\\N	\\N	f	t
1668	varbitge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1562 1562	\\N	\\N	\\N	\\N	bitge	\\N	\\N	f	t
1669	varbitgt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1562 1562	\\N	\\N	\\N	\\N	bitgt	\\N	\\N	f	t
1670	varbitle	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1562 1562	\\N	\\N	\\N	\\N	bitle	\\N	\\N	f	t
1671	varbitlt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1562 1562	\\N	\\N	\\N	\\N	bitlt	\\N	\\N	f	t
1672	varbitcmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	1562 1562	\\N	\\N	\\N	\\N	bitcmp	\\N	\\N	f	t
1673	bitand	12	1	0	0	0	f	f	t	f	i	s	2	0	1560	1560 1560	\\N	\\N	\\N	\\N	bit_and	\\N	\\N	f	t
1674	bitor	12	1	0	0	0	f	f	t	f	i	s	2	0	1560	1560 1560	\\N	\\N	\\N	\\N	bit_or	\\N	\\N	f	t
1675	bitxor	12	1	0	0	0	f	f	t	f	i	s	2	0	1560	1560 1560	\\N	\\N	\\N	\\N	bitxor	\\N	\\N	f	t
1676	bitnot	12	1	0	0	0	f	f	t	f	i	s	1	0	1560	1560	\\N	\\N	\\N	\\N	bitnot	\\N	\\N	f	t
1677	bitshiftleft	12	1	0	0	0	f	f	t	f	i	s	2	0	1560	1560 23	\\N	\\N	\\N	\\N	bitshiftleft	\\N	\\N	f	t
1678	bitshiftright	12	1	0	0	0	f	f	t	f	i	s	2	0	1560	1560 23	\\N	\\N	\\N	\\N	bitshiftright	\\N	\\N	f	t
1679	bitcat	12	1	0	0	0	f	f	t	f	i	s	2	0	1562	1562 1562	\\N	\\N	\\N	\\N	bitcat	\\N	\\N	f	t
1680	substring	12	1	0	0	0	f	f	t	f	i	s	3	0	1560	1560 23 23	\\N	\\N	\\N	\\N	bitsubstr	\\N	\\N	f	f
1681	length	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1560	\\N	\\N	\\N	\\N	bitlength	\\N	\\N	f	f
1682	octet_length	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1560	\\N	\\N	\\N	\\N	bitoctetlength	\\N	\\N	f	f
1683	bit	12	1	0	0	0	f	f	t	f	i	s	2	0	1560	23 23	\\N	\\N	\\N	\\N	bitfromint4	\\N	\\N	f	t
1684	int4	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1560	\\N	\\N	\\N	\\N	bittoint4	\\N	\\N	f	t
1685	bit	12	1	0	0	0	f	f	t	f	i	s	3	0	1560	1560 23 16	\\N	\\N	\\N	\\N	bit	\\N	\\N	f	t
1686	pg_get_keywords	12	10	500	0	0	f	f	t	t	s	s	0	0	2249		{25,18,16,25,25}	{o,o,o,o,o}	{word,catcode,barelabel,catdesc,baredesc}	\\N	pg_get_keywords	\\N	\\N	f	f
1687	varbit	12	1	0	0	3158	f	f	t	f	i	s	3	0	1562	1562 23 16	\\N	\\N	\\N	\\N	varbit	\\N	\\N	f	t
1688	time_hash	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1083	\\N	\\N	\\N	\\N	time_hash	\\N	\\N	f	t
1689	aclexplode	12	1	10	0	0	f	f	t	t	s	s	1	0	2249	1034	{1034,26,26,25,16}	{i,o,o,o,o}	{acl,grantor,grantee,privilege_type,is_grantable}	\\N	aclexplode	\\N	\\N	f	f
1690	time_mi_time	12	1	0	0	0	f	f	t	f	i	s	2	0	1186	1083 1083	\\N	\\N	\\N	\\N	time_mi_time	\\N	\\N	f	t
1691	boolle	12	1	0	0	0	f	t	t	f	i	s	2	0	16	16 16	\\N	\\N	\\N	\\N	boolle	\\N	\\N	f	t
1692	boolge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	16 16	\\N	\\N	\\N	\\N	boolge	\\N	\\N	f	t
1693	btboolcmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	16 16	\\N	\\N	\\N	\\N	btboolcmp	\\N	\\N	f	t
1696	timetz_hash	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1266	\\N	\\N	\\N	\\N	timetz_hash	\\N	\\N	f	t
1697	interval_hash	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1186	\\N	\\N	\\N	\\N	interval_hash	\\N	\\N	f	t
1698	position	12	1	0	0	0	f	f	t	f	i	s	2	0	23	1560 1560	\\N	\\N	\\N	\\N	bitposition	\\N	\\N	f	f
1699	substring	12	1	0	0	0	f	f	t	f	i	s	2	0	1560	1560 23	\\N	\\N	\\N	\\N	bitsubstr_no_len	\\N	\\N	f	f
1701	numeric_in	12	1	0	0	0	f	f	t	f	i	s	3	0	1700	2275 26 23	\\N	\\N	\\N	\\N	numeric_in	\\N	\\N	f	t
1702	numeric_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	1700	\\N	\\N	\\N	\\N	numeric_out	\\N	\\N	f	t
1703	numeric	12	1	0	0	3157	f	f	t	f	i	s	2	0	1700	1700 23	\\N	\\N	\\N	\\N	numeric	\\N	\\N	f	t
1704	numeric_abs	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	numeric_abs	\\N	\\N	f	t
1705	abs	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	numeric_abs	\\N	\\N	f	f
1706	sign	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	numeric_sign	\\N	\\N	f	f
1707	round	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 23	\\N	\\N	\\N	\\N	numeric_round	\\N	\\N	f	f
1708	round	14	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N		RETURN round($1, 0)	\\N	f	f
1709	trunc	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 23	\\N	\\N	\\N	\\N	numeric_trunc	\\N	\\N	f	f
1710	trunc	14	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N		RETURN trunc($1, 0)	\\N	f	f
1711	ceil	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	numeric_ceil	\\N	\\N	f	f
1712	floor	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	numeric_floor	\\N	\\N	f	f
1713	length	12	1	0	0	0	f	f	t	f	s	s	2	0	23	17 19	\\N	\\N	\\N	\\N	length_in_encoding	\\N	\\N	f	f
1714	convert_from	12	1	0	0	0	f	f	t	f	s	s	2	0	25	17 19	\\N	\\N	\\N	\\N	pg_convert_from	\\N	\\N	f	f
1715	cidr	12	1	0	0	0	f	f	t	f	i	s	1	0	650	869	\\N	\\N	\\N	\\N	inet_to_cidr	\\N	\\N	f	t
1716	pg_get_expr	12	1	0	0	0	f	f	t	f	s	s	2	0	25	194 26	\\N	\\N	\\N	\\N	pg_get_expr	\\N	\\N	f	f
1717	convert_to	12	1	0	0	0	f	f	t	f	s	s	2	0	17	25 19	\\N	\\N	\\N	\\N	pg_convert_to	\\N	\\N	f	f
1718	numeric_eq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1700 1700	\\N	\\N	\\N	\\N	numeric_eq	\\N	\\N	f	t
1719	numeric_ne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1700 1700	\\N	\\N	\\N	\\N	numeric_ne	\\N	\\N	f	t
1720	numeric_gt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1700 1700	\\N	\\N	\\N	\\N	numeric_gt	\\N	\\N	f	t
1721	numeric_ge	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1700 1700	\\N	\\N	\\N	\\N	numeric_ge	\\N	\\N	f	t
1722	numeric_lt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1700 1700	\\N	\\N	\\N	\\N	numeric_lt	\\N	\\N	f	t
1723	numeric_le	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1700 1700	\\N	\\N	\\N	\\N	numeric_le	\\N	\\N	f	t
1724	numeric_add	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_add	\\N	\\N	f	t
1725	numeric_sub	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_sub	\\N	\\N	f	t
1726	numeric_mul	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_mul	\\N	\\N	f	t
1727	numeric_div	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_div	\\N	\\N	f	t
1728	mod	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_mod	\\N	\\N	f	f
1729	numeric_mod	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_mod	\\N	\\N	f	t
1730	sqrt	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	numeric_sqrt	\\N	\\N	f	f
1731	numeric_sqrt	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	numeric_sqrt	\\N	\\N	f	f
1732	exp	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	numeric_exp	\\N	\\N	f	f
1733	numeric_exp	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	numeric_exp	\\N	\\N	f	f
1734	ln	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	numeric_ln	\\N	\\N	f	f
1735	numeric_ln	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	numeric_ln	\\N	\\N	f	f
1736	log	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_log	\\N	\\N	f	f
1737	numeric_log	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_log	\\N	\\N	f	f
1738	pow	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_power	\\N	\\N	f	f
1739	numeric_power	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_power	\\N	\\N	f	t
1740	numeric	12	1	0	0	0	f	t	t	f	i	s	1	0	1700	23	\\N	\\N	\\N	\\N	int4_numeric	\\N	\\N	f	t
1741	log	14	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N		RETURN log((10)::numeric, $1)	\\N	f	f
1742	numeric	12	1	0	0	0	f	t	t	f	i	s	1	0	1700	700	\\N	\\N	\\N	\\N	float4_numeric	\\N	\\N	f	t
1743	numeric	12	1	0	0	0	f	t	t	f	i	s	1	0	1700	701	\\N	\\N	\\N	\\N	float8_numeric	\\N	\\N	f	t
1744	int4	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1700	\\N	\\N	\\N	\\N	numeric_int4	\\N	\\N	f	t
1745	float4	12	1	0	0	0	f	f	t	f	i	s	1	0	700	1700	\\N	\\N	\\N	\\N	numeric_float4	\\N	\\N	f	t
1746	float8	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1700	\\N	\\N	\\N	\\N	numeric_float8	\\N	\\N	f	t
1747	time_pl_interval	12	1	0	0	0	f	f	t	f	i	s	2	0	1083	1083 1186	\\N	\\N	\\N	\\N	time_pl_interval	\\N	\\N	f	t
1748	time_mi_interval	12	1	0	0	0	f	f	t	f	i	s	2	0	1083	1083 1186	\\N	\\N	\\N	\\N	time_mi_interval	\\N	\\N	f	t
1749	timetz_pl_interval	12	1	0	0	0	f	f	t	f	i	s	2	0	1266	1266 1186	\\N	\\N	\\N	\\N	timetz_pl_interval	\\N	\\N	f	t
1750	timetz_mi_interval	12	1	0	0	0	f	f	t	f	i	s	2	0	1266	1266 1186	\\N	\\N	\\N	\\N	timetz_mi_interval	\\N	\\N	f	t
1764	numeric_inc	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	numeric_inc	\\N	\\N	f	f
1765	setval	12	1	0	0	0	f	f	t	f	v	u	3	0	20	2205 20 16	\\N	\\N	\\N	\\N	setval3_oid	\\N	\\N	f	f
1766	numeric_smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_smaller	\\N	\\N	f	t
1767	numeric_larger	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_larger	\\N	\\N	f	t
1768	to_char	12	1	0	0	0	f	f	t	f	s	s	2	0	25	1186 25	\\N	\\N	\\N	\\N	interval_to_char	\\N	\\N	f	f
1769	numeric_cmp	12	1	0	0	0	f	f	t	f	i	s	2	0	23	1700 1700	\\N	\\N	\\N	\\N	numeric_cmp	\\N	\\N	f	t
1770	to_char	12	1	0	0	0	f	f	t	f	s	s	2	0	25	1184 25	\\N	\\N	\\N	\\N	timestamptz_to_char	\\N	\\N	f	f
1771	numeric_uminus	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	numeric_uminus	\\N	\\N	f	t
1772	to_char	12	1	0	0	0	f	f	t	f	s	s	2	0	25	1700 25	\\N	\\N	\\N	\\N	numeric_to_char	\\N	\\N	f	f
1773	to_char	12	1	0	0	0	f	f	t	f	s	s	2	0	25	23 25	\\N	\\N	\\N	\\N	int4_to_char	\\N	\\N	f	f
1774	to_char	12	1	0	0	0	f	f	t	f	s	s	2	0	25	20 25	\\N	\\N	\\N	\\N	int8_to_char	\\N	\\N	f	f
1775	to_char	12	1	0	0	0	f	f	t	f	s	s	2	0	25	700 25	\\N	\\N	\\N	\\N	float4_to_char	\\N	\\N	f	f
1776	to_char	12	1	0	0	0	f	f	t	f	s	s	2	0	25	701 25	\\N	\\N	\\N	\\N	float8_to_char	\\N	\\N	f	f
1777	to_number	12	1	0	0	0	f	f	t	f	s	s	2	0	1700	25 25	\\N	\\N	\\N	\\N	numeric_to_number	\\N	\\N	f	f
1778	to_timestamp	12	1	0	0	0	f	f	t	f	s	s	2	0	1184	25 25	\\N	\\N	\\N	\\N	to_timestamp	\\N	\\N	f	f
1779	int8	12	1	0	0	0	f	f	t	f	i	s	1	0	20	1700	\\N	\\N	\\N	\\N	numeric_int8	\\N	\\N	f	t
1780	to_date	12	1	0	0	0	f	f	t	f	s	s	2	0	1082	25 25	\\N	\\N	\\N	\\N	to_date	\\N	\\N	f	f
1781	numeric	12	1	0	0	0	f	t	t	f	i	s	1	0	1700	20	\\N	\\N	\\N	\\N	int8_numeric	\\N	\\N	f	t
1782	numeric	12	1	0	0	0	f	t	t	f	i	s	1	0	1700	21	\\N	\\N	\\N	\\N	int2_numeric	\\N	\\N	f	t
1783	int2	12	1	0	0	0	f	f	t	f	i	s	1	0	21	1700	\\N	\\N	\\N	\\N	numeric_int2	\\N	\\N	f	t
1798	oidin	12	1	0	0	0	f	f	t	f	i	s	1	0	26	2275	\\N	\\N	\\N	\\N	oidin	\\N	\\N	f	t
1799	oidout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	26	\\N	\\N	\\N	\\N	oidout	\\N	\\N	f	t
1810	bit_length	14	1	0	0	0	f	f	t	f	i	s	1	0	23	17	\\N	\\N	\\N	\\N		RETURN (octet_length($1) * 8)	\\N	f	f
1811	bit_length	14	1	0	0	0	f	f	t	f	i	s	1	0	23	25	\\N	\\N	\\N	\\N		RETURN (octet_length($1) * 8)	\\N	f	f
1812	bit_length	14	1	0	0	0	f	f	t	f	i	s	1	0	23	1560	\\N	\\N	\\N	\\N		RETURN length($1)	\\N	f	f
1813	convert	12	1	0	0	0	f	f	t	f	s	s	3	0	17	17 19 19	\\N	\\N	\\N	\\N	pg_convert	\\N	\\N	f	f
1814	iclikesel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	iclikesel	\\N	\\N	f	t
1815	icnlikesel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	icnlikesel	\\N	\\N	f	t
1816	iclikejoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	iclikejoinsel	\\N	\\N	f	t
1817	icnlikejoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	icnlikejoinsel	\\N	\\N	f	t
1818	regexeqsel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	regexeqsel	\\N	\\N	f	t
1819	likesel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	likesel	\\N	\\N	f	t
1820	icregexeqsel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	icregexeqsel	\\N	\\N	f	t
1821	regexnesel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	regexnesel	\\N	\\N	f	t
1822	nlikesel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	nlikesel	\\N	\\N	f	t
1823	icregexnesel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	icregexnesel	\\N	\\N	f	t
1824	regexeqjoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	regexeqjoinsel	\\N	\\N	f	t
1825	likejoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	likejoinsel	\\N	\\N	f	t
1826	icregexeqjoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	icregexeqjoinsel	\\N	\\N	f	t
1827	regexnejoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	regexnejoinsel	\\N	\\N	f	t
1828	nlikejoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	nlikejoinsel	\\N	\\N	f	t
1829	icregexnejoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	icregexnejoinsel	\\N	\\N	f	t
1830	float8_avg	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1022	\\N	\\N	\\N	\\N	float8_avg	\\N	\\N	f	t
1831	float8_var_samp	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1022	\\N	\\N	\\N	\\N	float8_var_samp	\\N	\\N	f	t
1832	float8_stddev_samp	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1022	\\N	\\N	\\N	\\N	float8_stddev_samp	\\N	\\N	f	t
1833	numeric_accum	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 1700	\\N	\\N	\\N	\\N	numeric_accum	\\N	\\N	f	t
1834	int2_accum	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 21	\\N	\\N	\\N	\\N	int2_accum	\\N	\\N	f	t
1835	int4_accum	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 23	\\N	\\N	\\N	\\N	int4_accum	\\N	\\N	f	t
1836	int8_accum	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 20	\\N	\\N	\\N	\\N	int8_accum	\\N	\\N	f	t
1837	numeric_avg	12	1	0	0	0	f	f	f	f	i	s	1	0	1700	2281	\\N	\\N	\\N	\\N	numeric_avg	\\N	\\N	f	t
1838	numeric_var_samp	12	1	0	0	0	f	f	f	f	i	s	1	0	1700	2281	\\N	\\N	\\N	\\N	numeric_var_samp	\\N	\\N	f	t
1839	numeric_stddev_samp	12	1	0	0	0	f	f	f	f	i	s	1	0	1700	2281	\\N	\\N	\\N	\\N	numeric_stddev_samp	\\N	\\N	f	t
1840	int2_sum	12	1	0	0	0	f	f	f	f	i	s	2	0	20	20 21	\\N	\\N	\\N	\\N	int2_sum	\\N	\\N	f	t
1841	int4_sum	12	1	0	0	0	f	f	f	f	i	s	2	0	20	20 23	\\N	\\N	\\N	\\N	int4_sum	\\N	\\N	f	t
1842	int8_sum	12	1	0	0	0	f	f	f	f	i	s	2	0	1700	1700 20	\\N	\\N	\\N	\\N	int8_sum	\\N	\\N	f	f
1843	interval_accum	12	1	0	0	0	f	f	t	f	i	s	2	0	1187	1187 1186	\\N	\\N	\\N	\\N	interval_accum	\\N	\\N	f	t
1844	interval_avg	12	1	0	0	0	f	f	t	f	i	s	1	0	1186	1187	\\N	\\N	\\N	\\N	interval_avg	\\N	\\N	f	t
1845	to_ascii	12	1	0	0	0	f	f	t	f	i	s	1	0	25	25	\\N	\\N	\\N	\\N	to_ascii_default	\\N	\\N	f	f
1846	to_ascii	12	1	0	0	0	f	f	t	f	i	s	2	0	25	25 23	\\N	\\N	\\N	\\N	to_ascii_enc	\\N	\\N	f	f
1847	to_ascii	12	1	0	0	0	f	f	t	f	i	s	2	0	25	25 19	\\N	\\N	\\N	\\N	to_ascii_encname	\\N	\\N	f	f
1848	interval_pl_time	14	1	0	0	0	f	f	t	f	i	s	2	0	1083	1186 1083	\\N	\\N	\\N	\\N		RETURN ($2 + $1)	\\N	f	t
1850	int28eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 20	\\N	\\N	\\N	\\N	int28eq	\\N	\\N	f	t
1851	int28ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 20	\\N	\\N	\\N	\\N	int28ne	\\N	\\N	f	t
1852	int28lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 20	\\N	\\N	\\N	\\N	int28lt	\\N	\\N	f	t
1853	int28gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 20	\\N	\\N	\\N	\\N	int28gt	\\N	\\N	f	t
1854	int28le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 20	\\N	\\N	\\N	\\N	int28le	\\N	\\N	f	t
1855	int28ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	21 20	\\N	\\N	\\N	\\N	int28ge	\\N	\\N	f	t
1856	int82eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 21	\\N	\\N	\\N	\\N	int82eq	\\N	\\N	f	t
1857	int82ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 21	\\N	\\N	\\N	\\N	int82ne	\\N	\\N	f	t
1858	int82lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 21	\\N	\\N	\\N	\\N	int82lt	\\N	\\N	f	t
1859	int82gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 21	\\N	\\N	\\N	\\N	int82gt	\\N	\\N	f	t
1860	int82le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 21	\\N	\\N	\\N	\\N	int82le	\\N	\\N	f	t
1861	int82ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	20 21	\\N	\\N	\\N	\\N	int82ge	\\N	\\N	f	t
1892	int2and	12	1	0	0	0	f	f	t	f	i	s	2	0	21	21 21	\\N	\\N	\\N	\\N	int2and	\\N	\\N	f	t
1893	int2or	12	1	0	0	0	f	f	t	f	i	s	2	0	21	21 21	\\N	\\N	\\N	\\N	int2or	\\N	\\N	f	t
1894	int2xor	12	1	0	0	0	f	f	t	f	i	s	2	0	21	21 21	\\N	\\N	\\N	\\N	int2xor	\\N	\\N	f	t
1895	int2not	12	1	0	0	0	f	f	t	f	i	s	1	0	21	21	\\N	\\N	\\N	\\N	int2not	\\N	\\N	f	t
1896	int2shl	12	1	0	0	0	f	f	t	f	i	s	2	0	21	21 23	\\N	\\N	\\N	\\N	int2shl	\\N	\\N	f	t
1897	int2shr	12	1	0	0	0	f	f	t	f	i	s	2	0	21	21 23	\\N	\\N	\\N	\\N	int2shr	\\N	\\N	f	t
1898	int4and	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	int4and	\\N	\\N	f	t
1899	int4or	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	int4or	\\N	\\N	f	t
1900	int4xor	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	int4xor	\\N	\\N	f	t
1901	int4not	12	1	0	0	0	f	f	t	f	i	s	1	0	23	23	\\N	\\N	\\N	\\N	int4not	\\N	\\N	f	t
1902	int4shl	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	int4shl	\\N	\\N	f	t
1903	int4shr	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	int4shr	\\N	\\N	f	t
1904	int8and	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 20	\\N	\\N	\\N	\\N	int8and	\\N	\\N	f	t
1905	int8or	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 20	\\N	\\N	\\N	\\N	int8or	\\N	\\N	f	t
1906	int8xor	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 20	\\N	\\N	\\N	\\N	int8xor	\\N	\\N	f	t
1907	int8not	12	1	0	0	0	f	f	t	f	i	s	1	0	20	20	\\N	\\N	\\N	\\N	int8not	\\N	\\N	f	t
1908	int8shl	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 23	\\N	\\N	\\N	\\N	int8shl	\\N	\\N	f	t
1909	int8shr	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 23	\\N	\\N	\\N	\\N	int8shr	\\N	\\N	f	t
1910	int8up	12	1	0	0	0	f	f	t	f	i	s	1	0	20	20	\\N	\\N	\\N	\\N	int8up	\\N	\\N	f	t
1911	int2up	12	1	0	0	0	f	f	t	f	i	s	1	0	21	21	\\N	\\N	\\N	\\N	int2up	\\N	\\N	f	t
1912	int4up	12	1	0	0	0	f	f	t	f	i	s	1	0	23	23	\\N	\\N	\\N	\\N	int4up	\\N	\\N	f	t
1913	float4up	12	1	0	0	0	f	f	t	f	i	s	1	0	700	700	\\N	\\N	\\N	\\N	float4up	\\N	\\N	f	t
1914	float8up	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	float8up	\\N	\\N	f	t
1915	numeric_uplus	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	numeric_uplus	\\N	\\N	f	t
1922	has_table_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 25 25	\\N	\\N	\\N	\\N	has_table_privilege_name_name	\\N	\\N	f	f
1923	has_table_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 26 25	\\N	\\N	\\N	\\N	has_table_privilege_name_id	\\N	\\N	f	f
1924	has_table_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 25 25	\\N	\\N	\\N	\\N	has_table_privilege_id_name	\\N	\\N	f	f
1925	has_table_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 26 25	\\N	\\N	\\N	\\N	has_table_privilege_id_id	\\N	\\N	f	f
1926	has_table_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	25 25	\\N	\\N	\\N	\\N	has_table_privilege_name	\\N	\\N	f	f
1927	has_table_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	26 25	\\N	\\N	\\N	\\N	has_table_privilege_id	\\N	\\N	f	f
1928	pg_stat_get_numscans	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_numscans	\\N	\\N	f	f
1929	pg_stat_get_tuples_returned	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_tuples_returned	\\N	\\N	f	f
1930	pg_stat_get_tuples_fetched	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_tuples_fetched	\\N	\\N	f	f
1931	pg_stat_get_tuples_inserted	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_tuples_inserted	\\N	\\N	f	f
1932	pg_stat_get_tuples_updated	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_tuples_updated	\\N	\\N	f	f
1933	pg_stat_get_tuples_deleted	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_tuples_deleted	\\N	\\N	f	f
1934	pg_stat_get_blocks_fetched	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_blocks_fetched	\\N	\\N	f	f
1935	pg_stat_get_blocks_hit	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_blocks_hit	\\N	\\N	f	f
1936	pg_stat_get_backend_idset	12	1	100	0	0	f	f	t	t	s	r	0	0	23		\\N	\\N	\\N	\\N	pg_stat_get_backend_idset	\\N	\\N	f	f
1937	pg_stat_get_backend_pid	12	1	0	0	0	f	f	t	f	s	r	1	0	23	23	\\N	\\N	\\N	\\N	pg_stat_get_backend_pid	\\N	\\N	f	f
1938	pg_stat_get_backend_dbid	12	1	0	0	0	f	f	t	f	s	r	1	0	26	23	\\N	\\N	\\N	\\N	pg_stat_get_backend_dbid	\\N	\\N	f	f
1939	pg_stat_get_backend_userid	12	1	0	0	0	f	f	t	f	s	r	1	0	26	23	\\N	\\N	\\N	\\N	pg_stat_get_backend_userid	\\N	\\N	f	f
1940	pg_stat_get_backend_activity	12	1	0	0	0	f	f	t	f	s	r	1	0	25	23	\\N	\\N	\\N	\\N	pg_stat_get_backend_activity	\\N	\\N	f	f
1941	pg_stat_get_db_numbackends	12	1	0	0	0	f	f	t	f	s	r	1	0	23	26	\\N	\\N	\\N	\\N	pg_stat_get_db_numbackends	\\N	\\N	f	f
1942	pg_stat_get_db_xact_commit	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_xact_commit	\\N	\\N	f	f
1943	pg_stat_get_db_xact_rollback	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_xact_rollback	\\N	\\N	f	f
1944	pg_stat_get_db_blocks_fetched	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_blocks_fetched	\\N	\\N	f	f
1945	pg_stat_get_db_blocks_hit	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_blocks_hit	\\N	\\N	f	f
1946	encode	12	1	0	0	0	f	f	t	f	i	s	2	0	25	17 25	\\N	\\N	\\N	\\N	binary_encode	\\N	\\N	f	f
1947	decode	12	1	0	0	0	f	f	t	f	i	s	2	0	17	25 25	\\N	\\N	\\N	\\N	binary_decode	\\N	\\N	f	f
1948	byteaeq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	17 17	\\N	\\N	\\N	\\N	byteaeq	\\N	\\N	f	t
1949	bytealt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	17 17	\\N	\\N	\\N	\\N	bytealt	\\N	\\N	f	t
1950	byteale	12	1	0	0	0	f	t	t	f	i	s	2	0	16	17 17	\\N	\\N	\\N	\\N	byteale	\\N	\\N	f	t
1951	byteagt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	17 17	\\N	\\N	\\N	\\N	byteagt	\\N	\\N	f	t
1952	byteage	12	1	0	0	0	f	t	t	f	i	s	2	0	16	17 17	\\N	\\N	\\N	\\N	byteage	\\N	\\N	f	t
1953	byteane	12	1	0	0	0	f	t	t	f	i	s	2	0	16	17 17	\\N	\\N	\\N	\\N	byteane	\\N	\\N	f	t
1954	byteacmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	17 17	\\N	\\N	\\N	\\N	byteacmp	\\N	\\N	f	t
1961	timestamp	12	1	0	0	3917	f	f	t	f	i	s	2	0	1114	1114 23	\\N	\\N	\\N	\\N	timestamp_scale	\\N	\\N	f	t
1962	int2_avg_accum	12	1	0	0	0	f	f	t	f	i	s	2	0	1016	1016 21	\\N	\\N	\\N	\\N	int2_avg_accum	\\N	\\N	f	t
1963	int4_avg_accum	12	1	0	0	0	f	f	t	f	i	s	2	0	1016	1016 23	\\N	\\N	\\N	\\N	int4_avg_accum	\\N	\\N	f	t
1964	int8_avg	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1016	\\N	\\N	\\N	\\N	int8_avg	\\N	\\N	f	t
1965	oidlarger	12	1	0	0	0	f	f	t	f	i	s	2	0	26	26 26	\\N	\\N	\\N	\\N	oidlarger	\\N	\\N	f	t
1966	oidsmaller	12	1	0	0	0	f	f	t	f	i	s	2	0	26	26 26	\\N	\\N	\\N	\\N	oidsmaller	\\N	\\N	f	t
1967	timestamptz	12	1	0	0	3917	f	f	t	f	i	s	2	0	1184	1184 23	\\N	\\N	\\N	\\N	timestamptz_scale	\\N	\\N	f	t
1968	time	12	1	0	0	3944	f	f	t	f	i	s	2	0	1083	1083 23	\\N	\\N	\\N	\\N	time_scale	\\N	\\N	f	t
1969	timetz	12	1	0	0	3944	f	f	t	f	i	s	2	0	1266	1266 23	\\N	\\N	\\N	\\N	timetz_scale	\\N	\\N	f	t
1972	pg_stat_get_tuples_hot_updated	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_tuples_hot_updated	\\N	\\N	f	f
1973	div	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_div_trunc	\\N	\\N	f	f
1980	numeric_div_trunc	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_div_trunc	\\N	\\N	f	f
1986	similar_to_escape	12	1	0	0	0	f	f	t	f	i	s	2	0	25	25 25	\\N	\\N	\\N	\\N	similar_to_escape_2	\\N	\\N	f	f
1987	similar_to_escape	12	1	0	0	0	f	f	t	f	i	s	1	0	25	25	\\N	\\N	\\N	\\N	similar_to_escape_1	\\N	\\N	f	f
1993	shobj_description	14	100	0	0	0	f	f	t	f	s	s	2	0	25	26 19	\\N	\\N	\\N	\\N		BEGIN ATOMIC\\n SELECT pg_shdescription.description\\n    FROM pg_shdescription\\n   WHERE ((pg_shdescription.objoid = $1) AND (pg_shdescription.classoid = ( SELECT pg_class.oid\\n            FROM pg_class\\n           WHERE ((pg_class.relname = $2) AND (pg_class.relnamespace = ('pg_catalog'::regnamespace)::oid)))));\\nEND	\\N	f	f
2003	textanycat	14	1	0	0	0	f	f	t	f	s	s	2	0	25	25 2776	\\N	\\N	\\N	\\N	select $1 operator(pg_catalog.||) $2::pg_catalog.text	\\N	\\N	f	t
2004	anytextcat	14	1	0	0	0	f	f	t	f	s	s	2	0	25	2776 25	\\N	\\N	\\N	\\N	select $1::pg_catalog.text operator(pg_catalog.||) $2	\\N	\\N	f	t
2005	bytealike	12	1	0	0	1023	f	f	t	f	i	s	2	0	16	17 17	\\N	\\N	\\N	\\N	bytealike	\\N	\\N	f	t
2006	byteanlike	12	1	0	0	0	f	f	t	f	i	s	2	0	16	17 17	\\N	\\N	\\N	\\N	byteanlike	\\N	\\N	f	t
2007	like	12	1	0	0	1023	f	f	t	f	i	s	2	0	16	17 17	\\N	\\N	\\N	\\N	bytealike	\\N	\\N	f	f
2008	notlike	12	1	0	0	0	f	f	t	f	i	s	2	0	16	17 17	\\N	\\N	\\N	\\N	byteanlike	\\N	\\N	f	f
2009	like_escape	12	1	0	0	0	f	f	t	f	i	s	2	0	17	17 17	\\N	\\N	\\N	\\N	like_escape_bytea	\\N	\\N	f	f
2010	length	12	1	0	0	0	f	f	t	f	i	s	1	0	23	17	\\N	\\N	\\N	\\N	byteaoctetlen	\\N	\\N	f	f
2011	byteacat	12	1	0	0	0	f	f	t	f	i	s	2	0	17	17 17	\\N	\\N	\\N	\\N	byteacat	\\N	\\N	f	t
2012	substring	12	1	0	0	0	f	f	t	f	i	s	3	0	17	17 23 23	\\N	\\N	\\N	\\N	bytea_substr	\\N	\\N	f	f
2013	substring	12	1	0	0	0	f	f	t	f	i	s	2	0	17	17 23	\\N	\\N	\\N	\\N	bytea_substr_no_len	\\N	\\N	f	f
2014	position	12	1	0	0	0	f	f	t	f	i	s	2	0	23	17 17	\\N	\\N	\\N	\\N	byteapos	\\N	\\N	f	f
2015	btrim	12	1	0	0	0	f	f	t	f	i	s	2	0	17	17 17	\\N	\\N	\\N	\\N	byteatrim	\\N	\\N	f	f
2019	time	12	1	0	0	0	f	f	t	f	s	s	1	0	1083	1184	\\N	\\N	\\N	\\N	timestamptz_time	\\N	\\N	f	t
2020	date_trunc	12	1	0	0	0	f	f	t	f	i	s	2	0	1114	25 1114	\\N	\\N	\\N	\\N	timestamp_trunc	\\N	\\N	f	f
2021	date_part	12	1	0	0	0	f	f	t	f	i	s	2	0	701	25 1114	\\N	\\N	\\N	\\N	timestamp_part	\\N	\\N	f	f
2022	pg_stat_get_activity	12	1	100	0	0	f	f	f	t	s	r	1	0	2249	23	{23,26,23,26,25,25,25,25,25,1184,1184,1184,1184,869,25,23,28,28,25,16,25,25,23,25,1700,25,16,25,16,23,20}	{i,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o}	{pid,datid,pid,usesysid,application_name,state,query,wait_event_type,wait_event,xact_start,query_start,backend_start,state_change,client_addr,client_hostname,client_port,backend_xid,backend_xmin,backend_type,ssl,sslversion,sslcipher,sslbits,ssl_client_dn,ssl_client_serial,ssl_issuer_dn,gss_auth,gss_princ,gss_enc,leader_pid,query_id}	\\N	pg_stat_get_activity	\\N	\\N	f	f
2023	jsonb_path_query_first_tz	12	1	0	0	0	f	f	t	f	s	s	4	2	3802	3802 4072 3802 16	\\N	\\N	{target,path,vars,silent}	'{}'::jsonb, false	jsonb_path_query_first_tz	\\N	target jsonb, path jsonpath, vars jsonb DEFAULT '{}'::jsonb, silent boolean DEFAULT false	f	f
2024	timestamp	12	1	0	0	0	f	f	t	f	i	s	1	0	1114	1082	\\N	\\N	\\N	\\N	date_timestamp	\\N	\\N	f	t
2025	timestamp	12	1	0	0	0	f	f	t	f	i	s	2	0	1114	1082 1083	\\N	\\N	\\N	\\N	datetime_timestamp	\\N	\\N	f	f
2026	pg_backend_pid	12	1	0	0	0	f	f	t	f	s	r	0	0	23		\\N	\\N	\\N	\\N	pg_backend_pid	\\N	\\N	f	f
2027	timestamp	12	1	0	0	0	f	f	t	f	s	s	1	0	1114	1184	\\N	\\N	\\N	\\N	timestamptz_timestamp	\\N	\\N	f	t
2028	timestamptz	12	1	0	0	0	f	f	t	f	s	s	1	0	1184	1114	\\N	\\N	\\N	\\N	timestamp_timestamptz	\\N	\\N	f	t
2029	date	12	1	0	0	0	f	f	t	f	i	s	1	0	1082	1114	\\N	\\N	\\N	\\N	timestamp_date	\\N	\\N	f	t
2030	jsonb_path_match_tz	12	1	0	0	0	f	f	t	f	s	s	4	2	16	3802 4072 3802 16	\\N	\\N	{target,path,vars,silent}	'{}'::jsonb, false	jsonb_path_match_tz	\\N	target jsonb, path jsonpath, vars jsonb DEFAULT '{}'::jsonb, silent boolean DEFAULT false	f	f
2031	timestamp_mi	12	1	0	0	0	f	f	t	f	i	s	2	0	1186	1114 1114	\\N	\\N	\\N	\\N	timestamp_mi	\\N	\\N	f	t
2032	timestamp_pl_interval	12	1	0	0	0	f	f	t	f	i	s	2	0	1114	1114 1186	\\N	\\N	\\N	\\N	timestamp_pl_interval	\\N	\\N	f	t
2033	timestamp_mi_interval	12	1	0	0	0	f	f	t	f	i	s	2	0	1114	1114 1186	\\N	\\N	\\N	\\N	timestamp_mi_interval	\\N	\\N	f	t
2034	pg_conf_load_time	12	1	0	0	0	f	f	t	f	s	r	0	0	1184		\\N	\\N	\\N	\\N	pg_conf_load_time	\\N	\\N	f	f
2035	timestamp_smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	1114	1114 1114	\\N	\\N	\\N	\\N	timestamp_smaller	\\N	\\N	f	t
2036	timestamp_larger	12	1	0	0	0	f	f	t	f	i	s	2	0	1114	1114 1114	\\N	\\N	\\N	\\N	timestamp_larger	\\N	\\N	f	t
2037	timezone	12	1	0	0	0	f	f	t	f	s	s	2	0	1266	25 1266	\\N	\\N	\\N	\\N	timetz_zone	\\N	\\N	f	f
2038	timezone	12	1	0	0	0	f	f	t	f	i	s	2	0	1266	1186 1266	\\N	\\N	\\N	\\N	timetz_izone	\\N	\\N	f	f
2039	timestamp_hash	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1114	\\N	\\N	\\N	\\N	timestamp_hash	\\N	\\N	f	t
2041	overlaps	12	1	0	0	0	f	f	f	f	i	s	4	0	16	1114 1114 1114 1114	\\N	\\N	\\N	\\N	overlaps_timestamp	\\N	\\N	f	f
2042	overlaps	14	1	0	0	0	f	f	f	f	i	s	4	0	16	1114 1186 1114 1186	\\N	\\N	\\N	\\N		RETURN (($1, ($1 + $2)) OVERLAPS ($3, ($3 + $4)))	\\N	f	f
2043	overlaps	14	1	0	0	0	f	f	f	f	i	s	4	0	16	1114 1114 1114 1186	\\N	\\N	\\N	\\N		RETURN (($1, $2) OVERLAPS ($3, ($3 + $4)))	\\N	f	f
2044	overlaps	14	1	0	0	0	f	f	f	f	i	s	4	0	16	1114 1186 1114 1114	\\N	\\N	\\N	\\N		RETURN (($1, ($1 + $2)) OVERLAPS ($3, $4))	\\N	f	f
2045	timestamp_cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	1114 1114	\\N	\\N	\\N	\\N	timestamp_cmp	\\N	\\N	f	t
2046	time	12	1	0	0	0	f	f	t	f	i	s	1	0	1083	1266	\\N	\\N	\\N	\\N	timetz_time	\\N	\\N	f	t
2047	timetz	12	1	0	0	0	f	f	t	f	s	s	1	0	1266	1083	\\N	\\N	\\N	\\N	time_timetz	\\N	\\N	f	t
2048	isfinite	12	1	0	0	0	f	f	t	f	i	s	1	0	16	1114	\\N	\\N	\\N	\\N	timestamp_finite	\\N	\\N	f	f
2049	to_char	12	1	0	0	0	f	f	t	f	s	s	2	0	25	1114 25	\\N	\\N	\\N	\\N	timestamp_to_char	\\N	\\N	f	f
2050	max	12	1	0	0	0	a	f	f	f	i	s	1	0	2277	2277	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2051	min	12	1	0	0	0	a	f	f	f	i	s	1	0	2277	2277	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2052	timestamp_eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1114 1114	\\N	\\N	\\N	\\N	timestamp_eq	\\N	\\N	f	t
2053	timestamp_ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1114 1114	\\N	\\N	\\N	\\N	timestamp_ne	\\N	\\N	f	t
2054	timestamp_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1114 1114	\\N	\\N	\\N	\\N	timestamp_lt	\\N	\\N	f	t
2055	timestamp_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1114 1114	\\N	\\N	\\N	\\N	timestamp_le	\\N	\\N	f	t
2056	timestamp_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1114 1114	\\N	\\N	\\N	\\N	timestamp_ge	\\N	\\N	f	t
2057	timestamp_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1114 1114	\\N	\\N	\\N	\\N	timestamp_gt	\\N	\\N	f	t
2058	age	12	1	0	0	0	f	f	t	f	i	s	2	0	1186	1114 1114	\\N	\\N	\\N	\\N	timestamp_age	\\N	\\N	f	f
2059	age	14	1	0	0	0	f	f	t	f	s	s	1	0	1186	1114	\\N	\\N	\\N	\\N		RETURN age((CURRENT_DATE)::timestamp without time zone, $1)	\\N	f	f
2069	timezone	12	1	0	0	0	f	f	t	f	i	s	2	0	1184	25 1114	\\N	\\N	\\N	\\N	timestamp_zone	\\N	\\N	f	f
2070	timezone	12	1	0	0	0	f	f	t	f	i	s	2	0	1184	1186 1114	\\N	\\N	\\N	\\N	timestamp_izone	\\N	\\N	f	f
2071	date_pl_interval	12	1	0	0	0	f	f	t	f	i	s	2	0	1114	1082 1186	\\N	\\N	\\N	\\N	date_pl_interval	\\N	\\N	f	t
2072	date_mi_interval	12	1	0	0	0	f	f	t	f	i	s	2	0	1114	1082 1186	\\N	\\N	\\N	\\N	date_mi_interval	\\N	\\N	f	t
2073	substring	12	1	0	0	0	f	f	t	f	i	s	2	0	25	25 25	\\N	\\N	\\N	\\N	textregexsubstr	\\N	\\N	f	f
2074	substring	14	1	0	0	0	f	f	t	f	i	s	3	0	25	25 25 25	\\N	\\N	\\N	\\N		RETURN "substring"($1, similar_to_escape($2, $3))	\\N	f	f
2075	bit	12	1	0	0	0	f	f	t	f	i	s	2	0	1560	20 23	\\N	\\N	\\N	\\N	bitfromint8	\\N	\\N	f	t
2076	int8	12	1	0	0	0	f	f	t	f	i	s	1	0	20	1560	\\N	\\N	\\N	\\N	bittoint8	\\N	\\N	f	t
2077	current_setting	12	1	0	0	0	f	f	t	f	s	s	1	0	25	25	\\N	\\N	\\N	\\N	show_config_by_name	\\N	\\N	f	f
2078	set_config	12	1	0	0	0	f	f	f	f	v	u	3	0	25	25 25 16	\\N	\\N	\\N	\\N	set_config_by_name	\\N	\\N	f	f
2079	pg_table_is_visible	12	10	0	0	0	f	f	t	f	s	s	1	0	16	26	\\N	\\N	\\N	\\N	pg_table_is_visible	\\N	\\N	f	f
2080	pg_type_is_visible	12	10	0	0	0	f	f	t	f	s	s	1	0	16	26	\\N	\\N	\\N	\\N	pg_type_is_visible	\\N	\\N	f	f
2081	pg_function_is_visible	12	10	0	0	0	f	f	t	f	s	s	1	0	16	26	\\N	\\N	\\N	\\N	pg_function_is_visible	\\N	\\N	f	f
2082	pg_operator_is_visible	12	10	0	0	0	f	f	t	f	s	s	1	0	16	26	\\N	\\N	\\N	\\N	pg_operator_is_visible	\\N	\\N	f	f
2083	pg_opclass_is_visible	12	10	0	0	0	f	f	t	f	s	s	1	0	16	26	\\N	\\N	\\N	\\N	pg_opclass_is_visible	\\N	\\N	f	f
2084	pg_show_all_settings	12	1	1000	0	0	f	f	t	t	s	s	0	0	2249		{25,25,25,25,25,25,25,25,25,25,25,1009,25,25,25,23,16}	{o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o}	{name,setting,unit,category,short_desc,extra_desc,context,vartype,source,min_val,max_val,enumvals,boot_val,reset_val,sourcefile,sourceline,pending_restart}	\\N	show_all_settings	\\N	\\N	f	f
2085	substr	12	1	0	0	0	f	f	t	f	i	s	3	0	17	17 23 23	\\N	\\N	\\N	\\N	bytea_substr	\\N	\\N	f	f
2086	substr	12	1	0	0	0	f	f	t	f	i	s	2	0	17	17 23	\\N	\\N	\\N	\\N	bytea_substr_no_len	\\N	\\N	f	f
2087	replace	12	1	0	0	0	f	f	t	f	i	s	3	0	25	25 25 25	\\N	\\N	\\N	\\N	replace_text	\\N	\\N	f	f
2088	split_part	12	1	0	0	0	f	f	t	f	i	s	3	0	25	25 25 23	\\N	\\N	\\N	\\N	split_part	\\N	\\N	f	f
2089	to_hex	12	1	0	0	0	f	f	t	f	i	s	1	0	25	23	\\N	\\N	\\N	\\N	to_hex32	\\N	\\N	f	f
2090	to_hex	12	1	0	0	0	f	f	t	f	i	s	1	0	25	20	\\N	\\N	\\N	\\N	to_hex64	\\N	\\N	f	f
2091	array_lower	12	1	0	0	0	f	f	t	f	i	s	2	0	23	2277 23	\\N	\\N	\\N	\\N	array_lower	\\N	\\N	f	f
2092	array_upper	12	1	0	0	0	f	f	t	f	i	s	2	0	23	2277 23	\\N	\\N	\\N	\\N	array_upper	\\N	\\N	f	f
2093	pg_conversion_is_visible	12	10	0	0	0	f	f	t	f	s	s	1	0	16	26	\\N	\\N	\\N	\\N	pg_conversion_is_visible	\\N	\\N	f	f
2094	pg_stat_get_backend_activity_start	12	1	0	0	0	f	f	t	f	s	r	1	0	1184	23	\\N	\\N	\\N	\\N	pg_stat_get_backend_activity_start	\\N	\\N	f	f
2096	pg_terminate_backend	12	1	0	0	0	f	f	t	f	v	s	2	1	16	23 20	\\N	\\N	{pid,timeout}	0	pg_terminate_backend	\\N	pid integer, timeout bigint DEFAULT 0	f	f
2098	pg_get_functiondef	12	1	0	0	0	f	f	t	f	s	s	1	0	25	26	\\N	\\N	\\N	\\N	pg_get_functiondef	\\N	\\N	f	f
2100	avg	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	20	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2101	avg	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	23	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2102	avg	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	21	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2103	avg	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2104	avg	12	1	0	0	0	a	f	f	f	i	s	1	0	701	700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2105	avg	12	1	0	0	0	a	f	f	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2106	avg	12	1	0	0	0	a	f	f	f	i	s	1	0	1186	1186	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2107	sum	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	20	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2108	sum	12	1	0	0	0	a	f	f	f	i	s	1	0	20	23	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2109	sum	12	1	0	0	0	a	f	f	f	i	s	1	0	20	21	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2110	sum	12	1	0	0	0	a	f	f	f	i	s	1	0	700	700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2111	sum	12	1	0	0	0	a	f	f	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2112	sum	12	1	0	0	0	a	f	f	f	i	s	1	0	790	790	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2113	sum	12	1	0	0	0	a	f	f	f	i	s	1	0	1186	1186	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2114	sum	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2115	max	12	1	0	0	0	a	f	f	f	i	s	1	0	20	20	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2116	max	12	1	0	0	0	a	f	f	f	i	s	1	0	23	23	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2117	max	12	1	0	0	0	a	f	f	f	i	s	1	0	21	21	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2118	max	12	1	0	0	0	a	f	f	f	i	s	1	0	26	26	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2119	max	12	1	0	0	0	a	f	f	f	i	s	1	0	700	700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2120	max	12	1	0	0	0	a	f	f	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2121	pg_column_compression	12	1	0	0	0	f	f	t	f	s	s	1	0	25	2276	\\N	\\N	\\N	\\N	pg_column_compression	\\N	\\N	f	f
2122	max	12	1	0	0	0	a	f	f	f	i	s	1	0	1082	1082	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2123	max	12	1	0	0	0	a	f	f	f	i	s	1	0	1083	1083	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2124	max	12	1	0	0	0	a	f	f	f	i	s	1	0	1266	1266	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2125	max	12	1	0	0	0	a	f	f	f	i	s	1	0	790	790	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2126	max	12	1	0	0	0	a	f	f	f	i	s	1	0	1114	1114	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2127	max	12	1	0	0	0	a	f	f	f	i	s	1	0	1184	1184	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2128	max	12	1	0	0	0	a	f	f	f	i	s	1	0	1186	1186	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2129	max	12	1	0	0	0	a	f	f	f	i	s	1	0	25	25	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2130	max	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2131	min	12	1	0	0	0	a	f	f	f	i	s	1	0	20	20	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2132	min	12	1	0	0	0	a	f	f	f	i	s	1	0	23	23	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2133	min	12	1	0	0	0	a	f	f	f	i	s	1	0	21	21	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2134	min	12	1	0	0	0	a	f	f	f	i	s	1	0	26	26	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2135	min	12	1	0	0	0	a	f	f	f	i	s	1	0	700	700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2136	min	12	1	0	0	0	a	f	f	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2137	pg_stat_force_next_flush	12	1	0	0	0	f	f	f	f	v	r	0	0	2278		\\N	\\N	\\N	\\N	pg_stat_force_next_flush	\\N	\\N	f	f
2138	min	12	1	0	0	0	a	f	f	f	i	s	1	0	1082	1082	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2139	min	12	1	0	0	0	a	f	f	f	i	s	1	0	1083	1083	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2140	min	12	1	0	0	0	a	f	f	f	i	s	1	0	1266	1266	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2141	min	12	1	0	0	0	a	f	f	f	i	s	1	0	790	790	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2142	min	12	1	0	0	0	a	f	f	f	i	s	1	0	1114	1114	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2143	min	12	1	0	0	0	a	f	f	f	i	s	1	0	1184	1184	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2144	min	12	1	0	0	0	a	f	f	f	i	s	1	0	1186	1186	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2145	min	12	1	0	0	0	a	f	f	f	i	s	1	0	25	25	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2146	min	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2147	count	12	1	0	0	6236	a	f	f	f	i	s	1	0	20	2276	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2148	variance	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	20	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2149	variance	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	23	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2150	variance	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	21	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2151	variance	12	1	0	0	0	a	f	f	f	i	s	1	0	701	700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2152	variance	12	1	0	0	0	a	f	f	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2153	variance	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2154	stddev	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	20	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2155	stddev	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	23	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2156	stddev	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	21	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2157	stddev	12	1	0	0	0	a	f	f	f	i	s	1	0	701	700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2158	stddev	12	1	0	0	0	a	f	f	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2159	stddev	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2160	text_pattern_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	text_pattern_lt	\\N	\\N	f	t
2161	text_pattern_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	text_pattern_le	\\N	\\N	f	t
2162	pg_get_function_arguments	12	1	0	0	0	f	f	t	f	s	s	1	0	25	26	\\N	\\N	\\N	\\N	pg_get_function_arguments	\\N	\\N	f	f
2163	text_pattern_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	text_pattern_ge	\\N	\\N	f	t
2164	text_pattern_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	text_pattern_gt	\\N	\\N	f	t
2165	pg_get_function_result	12	1	0	0	0	f	f	t	f	s	s	1	0	25	26	\\N	\\N	\\N	\\N	pg_get_function_result	\\N	\\N	f	f
2166	bttext_pattern_cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	25 25	\\N	\\N	\\N	\\N	bttext_pattern_cmp	\\N	\\N	f	t
2167	ceiling	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	numeric_ceil	\\N	\\N	f	f
2168	pg_database_size	12	1	0	0	0	f	f	t	f	v	s	1	0	20	19	\\N	\\N	\\N	\\N	pg_database_size_name	\\N	\\N	f	f
2169	power	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_power	\\N	\\N	f	f
2170	width_bucket	12	1	0	0	0	f	f	t	f	i	s	4	0	23	1700 1700 1700 23	\\N	\\N	\\N	\\N	width_bucket_numeric	\\N	\\N	f	f
2171	pg_cancel_backend	12	1	0	0	0	f	f	t	f	v	s	1	0	16	23	\\N	\\N	\\N	\\N	pg_cancel_backend	\\N	\\N	f	f
2172	pg_backup_start	12	1	0	0	0	f	f	t	f	v	r	2	1	3220	25 16	\\N	\\N	{label,fast}	false	pg_backup_start	\\N	label text, fast boolean DEFAULT false	t	f
2174	bpchar_pattern_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1042 1042	\\N	\\N	\\N	\\N	bpchar_pattern_lt	\\N	\\N	f	t
2175	bpchar_pattern_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1042 1042	\\N	\\N	\\N	\\N	bpchar_pattern_le	\\N	\\N	f	t
2176	array_length	12	1	0	0	0	f	f	t	f	i	s	2	0	23	2277 23	\\N	\\N	\\N	\\N	array_length	\\N	\\N	f	f
2177	bpchar_pattern_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1042 1042	\\N	\\N	\\N	\\N	bpchar_pattern_ge	\\N	\\N	f	t
2178	bpchar_pattern_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	1042 1042	\\N	\\N	\\N	\\N	bpchar_pattern_gt	\\N	\\N	f	t
2179	gist_point_consistent	12	1	0	0	0	f	f	t	f	i	s	5	0	16	2281 600 21 26 2281	\\N	\\N	\\N	\\N	gist_point_consistent	\\N	\\N	f	t
2180	btbpchar_pattern_cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	1042 1042	\\N	\\N	\\N	\\N	btbpchar_pattern_cmp	\\N	\\N	f	t
2181	has_sequence_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 25 25	\\N	\\N	\\N	\\N	has_sequence_privilege_name_name	\\N	\\N	f	f
2182	has_sequence_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 26 25	\\N	\\N	\\N	\\N	has_sequence_privilege_name_id	\\N	\\N	f	f
2183	has_sequence_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 25 25	\\N	\\N	\\N	\\N	has_sequence_privilege_id_name	\\N	\\N	f	f
2184	has_sequence_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 26 25	\\N	\\N	\\N	\\N	has_sequence_privilege_id_id	\\N	\\N	f	f
2185	has_sequence_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	25 25	\\N	\\N	\\N	\\N	has_sequence_privilege_name	\\N	\\N	f	f
2186	has_sequence_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	26 25	\\N	\\N	\\N	\\N	has_sequence_privilege_id	\\N	\\N	f	f
2188	btint48cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	23 20	\\N	\\N	\\N	\\N	btint48cmp	\\N	\\N	f	t
2189	btint84cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	20 23	\\N	\\N	\\N	\\N	btint84cmp	\\N	\\N	f	t
2190	btint24cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	21 23	\\N	\\N	\\N	\\N	btint24cmp	\\N	\\N	f	t
2191	btint42cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	23 21	\\N	\\N	\\N	\\N	btint42cmp	\\N	\\N	f	t
2192	btint28cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	21 20	\\N	\\N	\\N	\\N	btint28cmp	\\N	\\N	f	t
2193	btint82cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	20 21	\\N	\\N	\\N	\\N	btint82cmp	\\N	\\N	f	t
2194	btfloat48cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	700 701	\\N	\\N	\\N	\\N	btfloat48cmp	\\N	\\N	f	t
2195	btfloat84cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	701 700	\\N	\\N	\\N	\\N	btfloat84cmp	\\N	\\N	f	t
2196	inet_client_addr	12	1	0	0	0	f	f	f	f	s	r	0	0	869		\\N	\\N	\\N	\\N	inet_client_addr	\\N	\\N	f	f
2197	inet_client_port	12	1	0	0	0	f	f	f	f	s	r	0	0	23		\\N	\\N	\\N	\\N	inet_client_port	\\N	\\N	f	f
2198	inet_server_addr	12	1	0	0	0	f	f	f	f	s	r	0	0	869		\\N	\\N	\\N	\\N	inet_server_addr	\\N	\\N	f	f
2199	inet_server_port	12	1	0	0	0	f	f	f	f	s	r	0	0	23		\\N	\\N	\\N	\\N	inet_server_port	\\N	\\N	f	f
2212	regprocedurein	12	1	0	0	0	f	f	t	f	s	s	1	0	2202	2275	\\N	\\N	\\N	\\N	regprocedurein	\\N	\\N	f	t
2213	regprocedureout	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	2202	\\N	\\N	\\N	\\N	regprocedureout	\\N	\\N	f	t
2214	regoperin	12	1	0	0	0	f	f	t	f	s	s	1	0	2203	2275	\\N	\\N	\\N	\\N	regoperin	\\N	\\N	f	t
2215	regoperout	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	2203	\\N	\\N	\\N	\\N	regoperout	\\N	\\N	f	t
2216	regoperatorin	12	1	0	0	0	f	f	t	f	s	s	1	0	2204	2275	\\N	\\N	\\N	\\N	regoperatorin	\\N	\\N	f	t
2217	regoperatorout	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	2204	\\N	\\N	\\N	\\N	regoperatorout	\\N	\\N	f	t
2218	regclassin	12	1	0	0	0	f	f	t	f	s	s	1	0	2205	2275	\\N	\\N	\\N	\\N	regclassin	\\N	\\N	f	t
2219	regclassout	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	2205	\\N	\\N	\\N	\\N	regclassout	\\N	\\N	f	t
2220	regtypein	12	1	0	0	0	f	f	t	f	s	s	1	0	2206	2275	\\N	\\N	\\N	\\N	regtypein	\\N	\\N	f	t
2221	regtypeout	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	2206	\\N	\\N	\\N	\\N	regtypeout	\\N	\\N	f	t
2230	pg_stat_clear_snapshot	12	1	0	0	0	f	f	f	f	v	r	0	0	2278		\\N	\\N	\\N	\\N	pg_stat_clear_snapshot	\\N	\\N	f	f
2232	pg_get_function_identity_arguments	12	1	0	0	0	f	f	t	f	s	s	1	0	25	26	\\N	\\N	\\N	\\N	pg_get_function_identity_arguments	\\N	\\N	f	f
2233	hashtid	12	1	0	0	0	f	f	t	f	i	s	1	0	23	27	\\N	\\N	\\N	\\N	hashtid	\\N	\\N	f	t
2234	hashtidextended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	27 20	\\N	\\N	\\N	\\N	hashtidextended	\\N	\\N	f	t
2236	bit_and	12	1	0	0	0	a	f	f	f	i	s	1	0	21	21	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2237	bit_or	12	1	0	0	0	a	f	f	f	i	s	1	0	21	21	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2238	bit_and	12	1	0	0	0	a	f	f	f	i	s	1	0	23	23	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2239	bit_or	12	1	0	0	0	a	f	f	f	i	s	1	0	23	23	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2240	bit_and	12	1	0	0	0	a	f	f	f	i	s	1	0	20	20	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2241	bit_or	12	1	0	0	0	a	f	f	f	i	s	1	0	20	20	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2242	bit_and	12	1	0	0	0	a	f	f	f	i	s	1	0	1560	1560	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2243	bit_or	12	1	0	0	0	a	f	f	f	i	s	1	0	1560	1560	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2244	max	12	1	0	0	0	a	f	f	f	i	s	1	0	1042	1042	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2245	min	12	1	0	0	0	a	f	f	f	i	s	1	0	1042	1042	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2246	fmgr_internal_validator	12	1	0	0	0	f	f	t	f	s	s	1	0	2278	26	\\N	\\N	\\N	\\N	fmgr_internal_validator	\\N	\\N	f	t
2247	fmgr_c_validator	12	1	0	0	0	f	f	t	f	s	s	1	0	2278	26	\\N	\\N	\\N	\\N	fmgr_c_validator	\\N	\\N	f	t
2248	fmgr_sql_validator	12	1	0	0	0	f	f	t	f	s	s	1	0	2278	26	\\N	\\N	\\N	\\N	fmgr_sql_validator	\\N	\\N	f	t
2250	has_database_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 25 25	\\N	\\N	\\N	\\N	has_database_privilege_name_name	\\N	\\N	f	f
2251	has_database_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 26 25	\\N	\\N	\\N	\\N	has_database_privilege_name_id	\\N	\\N	f	f
2252	has_database_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 25 25	\\N	\\N	\\N	\\N	has_database_privilege_id_name	\\N	\\N	f	f
2253	has_database_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 26 25	\\N	\\N	\\N	\\N	has_database_privilege_id_id	\\N	\\N	f	f
2254	has_database_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	25 25	\\N	\\N	\\N	\\N	has_database_privilege_name	\\N	\\N	f	f
2255	has_database_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	26 25	\\N	\\N	\\N	\\N	has_database_privilege_id	\\N	\\N	f	f
2256	has_function_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 25 25	\\N	\\N	\\N	\\N	has_function_privilege_name_name	\\N	\\N	f	f
2257	has_function_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 26 25	\\N	\\N	\\N	\\N	has_function_privilege_name_id	\\N	\\N	f	f
2258	has_function_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 25 25	\\N	\\N	\\N	\\N	has_function_privilege_id_name	\\N	\\N	f	f
2259	has_function_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 26 25	\\N	\\N	\\N	\\N	has_function_privilege_id_id	\\N	\\N	f	f
2260	has_function_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	25 25	\\N	\\N	\\N	\\N	has_function_privilege_name	\\N	\\N	f	f
2261	has_function_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	26 25	\\N	\\N	\\N	\\N	has_function_privilege_id	\\N	\\N	f	f
2262	has_language_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 25 25	\\N	\\N	\\N	\\N	has_language_privilege_name_name	\\N	\\N	f	f
2263	has_language_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 26 25	\\N	\\N	\\N	\\N	has_language_privilege_name_id	\\N	\\N	f	f
2264	has_language_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 25 25	\\N	\\N	\\N	\\N	has_language_privilege_id_name	\\N	\\N	f	f
2265	has_language_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 26 25	\\N	\\N	\\N	\\N	has_language_privilege_id_id	\\N	\\N	f	f
2266	has_language_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	25 25	\\N	\\N	\\N	\\N	has_language_privilege_name	\\N	\\N	f	f
2267	has_language_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	26 25	\\N	\\N	\\N	\\N	has_language_privilege_id	\\N	\\N	f	f
2268	has_schema_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 25 25	\\N	\\N	\\N	\\N	has_schema_privilege_name_name	\\N	\\N	f	f
2269	has_schema_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 26 25	\\N	\\N	\\N	\\N	has_schema_privilege_name_id	\\N	\\N	f	f
2270	has_schema_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 25 25	\\N	\\N	\\N	\\N	has_schema_privilege_id_name	\\N	\\N	f	f
2271	has_schema_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 26 25	\\N	\\N	\\N	\\N	has_schema_privilege_id_id	\\N	\\N	f	f
2272	has_schema_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	25 25	\\N	\\N	\\N	\\N	has_schema_privilege_name	\\N	\\N	f	f
2273	has_schema_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	26 25	\\N	\\N	\\N	\\N	has_schema_privilege_id	\\N	\\N	f	f
2274	pg_stat_reset	12	1	0	0	0	f	f	f	f	v	s	0	0	2278		\\N	\\N	\\N	\\N	pg_stat_reset	\\N	\\N	t	f
2282	pg_get_backend_memory_contexts	12	1	100	0	0	f	f	t	t	v	r	0	0	2249		{25,25,25,23,20,20,20,20,20}	{o,o,o,o,o,o,o,o,o}	{name,ident,parent,level,total_bytes,total_nblocks,free_bytes,free_chunks,used_bytes}	\\N	pg_get_backend_memory_contexts	\\N	\\N	t	f
2284	regexp_replace	12	1	0	0	0	f	f	t	f	i	s	3	0	25	25 25 25	\\N	\\N	\\N	\\N	textregexreplace_noopt	\\N	\\N	f	f
2285	regexp_replace	12	1	0	0	0	f	f	t	f	i	s	4	0	25	25 25 25 25	\\N	\\N	\\N	\\N	textregexreplace	\\N	\\N	f	f
2286	pg_total_relation_size	12	1	0	0	0	f	f	t	f	v	s	1	0	20	2205	\\N	\\N	\\N	\\N	pg_total_relation_size	\\N	\\N	f	f
2288	pg_size_pretty	12	1	0	0	0	f	f	t	f	i	s	1	0	25	20	\\N	\\N	\\N	\\N	pg_size_pretty	\\N	\\N	f	f
2289	pg_options_to_table	12	1	3	0	0	f	f	t	t	s	s	1	0	2249	1009	{1009,25,25}	{i,o,o}	{options_array,option_name,option_value}	\\N	pg_options_to_table	\\N	\\N	f	f
2290	record_in	12	1	0	0	0	f	f	t	f	s	s	3	0	2249	2275 26 23	\\N	\\N	\\N	\\N	record_in	\\N	\\N	f	t
2291	record_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	2249	\\N	\\N	\\N	\\N	record_out	\\N	\\N	f	t
2292	cstring_in	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	2275	\\N	\\N	\\N	\\N	cstring_in	\\N	\\N	f	t
2293	cstring_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	2275	\\N	\\N	\\N	\\N	cstring_out	\\N	\\N	f	t
2294	any_in	12	1	0	0	0	f	f	t	f	i	s	1	0	2276	2275	\\N	\\N	\\N	\\N	any_in	\\N	\\N	f	t
2295	any_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	2276	\\N	\\N	\\N	\\N	any_out	\\N	\\N	f	t
2296	anyarray_in	12	1	0	0	0	f	f	t	f	i	s	1	0	2277	2275	\\N	\\N	\\N	\\N	anyarray_in	\\N	\\N	f	t
2297	anyarray_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	2277	\\N	\\N	\\N	\\N	anyarray_out	\\N	\\N	f	t
2298	void_in	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2275	\\N	\\N	\\N	\\N	void_in	\\N	\\N	f	t
2299	void_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	2278	\\N	\\N	\\N	\\N	void_out	\\N	\\N	f	t
2300	trigger_in	12	1	0	0	0	f	f	f	f	i	s	1	0	2279	2275	\\N	\\N	\\N	\\N	trigger_in	\\N	\\N	f	t
2301	trigger_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	2279	\\N	\\N	\\N	\\N	trigger_out	\\N	\\N	f	t
2302	language_handler_in	12	1	0	0	0	f	f	f	f	i	s	1	0	2280	2275	\\N	\\N	\\N	\\N	language_handler_in	\\N	\\N	f	t
2303	language_handler_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	2280	\\N	\\N	\\N	\\N	language_handler_out	\\N	\\N	f	t
2304	internal_in	12	1	0	0	0	f	f	f	f	i	s	1	0	2281	2275	\\N	\\N	\\N	\\N	internal_in	\\N	\\N	f	t
2305	internal_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	2281	\\N	\\N	\\N	\\N	internal_out	\\N	\\N	f	t
2306	pg_stat_get_slru	12	1	100	0	0	f	f	f	t	s	r	0	0	2249		{25,20,20,20,20,20,20,20,1184}	{o,o,o,o,o,o,o,o,o}	{name,blks_zeroed,blks_hit,blks_read,blks_written,blks_exists,flushes,truncates,stats_reset}	\\N	pg_stat_get_slru	\\N	\\N	f	f
2307	pg_stat_reset_slru	12	1	0	0	0	f	f	f	f	v	s	1	0	2278	25	\\N	\\N	\\N	\\N	pg_stat_reset_slru	\\N	\\N	t	f
2308	ceil	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dceil	\\N	\\N	f	f
2309	floor	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dfloor	\\N	\\N	f	f
2310	sign	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dsign	\\N	\\N	f	f
2311	md5	12	1	0	0	0	f	t	t	f	i	s	1	0	25	25	\\N	\\N	\\N	\\N	md5_text	\\N	\\N	f	f
2312	anyelement_in	12	1	0	0	0	f	f	t	f	i	s	1	0	2283	2275	\\N	\\N	\\N	\\N	anyelement_in	\\N	\\N	f	t
2313	anyelement_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	2283	\\N	\\N	\\N	\\N	anyelement_out	\\N	\\N	f	t
2316	postgresql_fdw_validator	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1009 26	\\N	\\N	\\N	\\N	postgresql_fdw_validator	\\N	\\N	f	f
2319	pg_encoding_max_length	12	1	0	0	0	f	f	t	f	i	s	1	0	23	23	\\N	\\N	\\N	\\N	pg_encoding_max_length_sql	\\N	\\N	f	f
2320	ceiling	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dceil	\\N	\\N	f	f
2321	md5	12	1	0	0	0	f	t	t	f	i	s	1	0	25	17	\\N	\\N	\\N	\\N	md5_bytea	\\N	\\N	f	f
2322	pg_tablespace_size	12	1	0	0	0	f	f	t	f	v	s	1	0	20	26	\\N	\\N	\\N	\\N	pg_tablespace_size_oid	\\N	\\N	f	f
2323	pg_tablespace_size	12	1	0	0	0	f	f	t	f	v	s	1	0	20	19	\\N	\\N	\\N	\\N	pg_tablespace_size_name	\\N	\\N	f	f
2324	pg_database_size	12	1	0	0	0	f	f	t	f	v	s	1	0	20	26	\\N	\\N	\\N	\\N	pg_database_size_oid	\\N	\\N	f	f
2325	pg_relation_size	14	1	0	0	0	f	f	t	f	v	s	1	0	20	2205	\\N	\\N	\\N	\\N		RETURN pg_relation_size($1, 'main'::text)	\\N	f	f
2331	unnest	12	1	100	0	3996	f	f	t	t	i	s	1	0	2283	2277	\\N	\\N	\\N	\\N	array_unnest	\\N	\\N	f	f
2332	pg_relation_size	12	1	0	0	0	f	f	t	f	v	s	2	0	20	2205 25	\\N	\\N	\\N	\\N	pg_relation_size	\\N	\\N	f	f
2333	array_agg_transfn	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 2776	\\N	\\N	\\N	\\N	array_agg_transfn	\\N	\\N	f	t
2334	array_agg_finalfn	12	1	0	0	0	f	f	f	f	i	s	2	0	2277	2281 2776	\\N	\\N	\\N	\\N	array_agg_finalfn	\\N	\\N	f	t
2335	array_agg	12	1	0	0	0	a	f	f	f	i	s	1	0	2277	2776	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2338	date_lt_timestamp	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1082 1114	\\N	\\N	\\N	\\N	date_lt_timestamp	\\N	\\N	f	t
2339	date_le_timestamp	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1082 1114	\\N	\\N	\\N	\\N	date_le_timestamp	\\N	\\N	f	t
2340	date_eq_timestamp	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1082 1114	\\N	\\N	\\N	\\N	date_eq_timestamp	\\N	\\N	f	t
2341	date_gt_timestamp	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1082 1114	\\N	\\N	\\N	\\N	date_gt_timestamp	\\N	\\N	f	t
2342	date_ge_timestamp	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1082 1114	\\N	\\N	\\N	\\N	date_ge_timestamp	\\N	\\N	f	t
2343	date_ne_timestamp	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1082 1114	\\N	\\N	\\N	\\N	date_ne_timestamp	\\N	\\N	f	t
2344	date_cmp_timestamp	12	1	0	0	0	f	f	t	f	i	s	2	0	23	1082 1114	\\N	\\N	\\N	\\N	date_cmp_timestamp	\\N	\\N	f	t
2351	date_lt_timestamptz	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1082 1184	\\N	\\N	\\N	\\N	date_lt_timestamptz	\\N	\\N	f	t
2352	date_le_timestamptz	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1082 1184	\\N	\\N	\\N	\\N	date_le_timestamptz	\\N	\\N	f	t
2353	date_eq_timestamptz	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1082 1184	\\N	\\N	\\N	\\N	date_eq_timestamptz	\\N	\\N	f	t
2354	date_gt_timestamptz	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1082 1184	\\N	\\N	\\N	\\N	date_gt_timestamptz	\\N	\\N	f	t
2355	date_ge_timestamptz	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1082 1184	\\N	\\N	\\N	\\N	date_ge_timestamptz	\\N	\\N	f	t
2356	date_ne_timestamptz	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1082 1184	\\N	\\N	\\N	\\N	date_ne_timestamptz	\\N	\\N	f	t
2357	date_cmp_timestamptz	12	1	0	0	0	f	f	t	f	s	s	2	0	23	1082 1184	\\N	\\N	\\N	\\N	date_cmp_timestamptz	\\N	\\N	f	t
2364	timestamp_lt_date	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1114 1082	\\N	\\N	\\N	\\N	timestamp_lt_date	\\N	\\N	f	t
2365	timestamp_le_date	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1114 1082	\\N	\\N	\\N	\\N	timestamp_le_date	\\N	\\N	f	t
2366	timestamp_eq_date	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1114 1082	\\N	\\N	\\N	\\N	timestamp_eq_date	\\N	\\N	f	t
2367	timestamp_gt_date	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1114 1082	\\N	\\N	\\N	\\N	timestamp_gt_date	\\N	\\N	f	t
2368	timestamp_ge_date	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1114 1082	\\N	\\N	\\N	\\N	timestamp_ge_date	\\N	\\N	f	t
2369	timestamp_ne_date	12	1	0	0	0	f	f	t	f	i	s	2	0	16	1114 1082	\\N	\\N	\\N	\\N	timestamp_ne_date	\\N	\\N	f	t
2370	timestamp_cmp_date	12	1	0	0	0	f	f	t	f	i	s	2	0	23	1114 1082	\\N	\\N	\\N	\\N	timestamp_cmp_date	\\N	\\N	f	t
2377	timestamptz_lt_date	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1184 1082	\\N	\\N	\\N	\\N	timestamptz_lt_date	\\N	\\N	f	t
2378	timestamptz_le_date	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1184 1082	\\N	\\N	\\N	\\N	timestamptz_le_date	\\N	\\N	f	t
2379	timestamptz_eq_date	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1184 1082	\\N	\\N	\\N	\\N	timestamptz_eq_date	\\N	\\N	f	t
2380	timestamptz_gt_date	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1184 1082	\\N	\\N	\\N	\\N	timestamptz_gt_date	\\N	\\N	f	t
2381	timestamptz_ge_date	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1184 1082	\\N	\\N	\\N	\\N	timestamptz_ge_date	\\N	\\N	f	t
2382	timestamptz_ne_date	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1184 1082	\\N	\\N	\\N	\\N	timestamptz_ne_date	\\N	\\N	f	t
2383	timestamptz_cmp_date	12	1	0	0	0	f	f	t	f	s	s	2	0	23	1184 1082	\\N	\\N	\\N	\\N	timestamptz_cmp_date	\\N	\\N	f	t
2390	has_tablespace_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 25 25	\\N	\\N	\\N	\\N	has_tablespace_privilege_name_name	\\N	\\N	f	f
2391	has_tablespace_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 26 25	\\N	\\N	\\N	\\N	has_tablespace_privilege_name_id	\\N	\\N	f	f
2392	has_tablespace_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 25 25	\\N	\\N	\\N	\\N	has_tablespace_privilege_id_name	\\N	\\N	f	f
2393	has_tablespace_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 26 25	\\N	\\N	\\N	\\N	has_tablespace_privilege_id_id	\\N	\\N	f	f
2394	has_tablespace_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	25 25	\\N	\\N	\\N	\\N	has_tablespace_privilege_name	\\N	\\N	f	f
2395	has_tablespace_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	26 25	\\N	\\N	\\N	\\N	has_tablespace_privilege_id	\\N	\\N	f	f
2398	shell_in	12	1	0	0	0	f	f	f	f	i	s	1	0	2278	2275	\\N	\\N	\\N	\\N	shell_in	\\N	\\N	f	f
2399	shell_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	2278	\\N	\\N	\\N	\\N	shell_out	\\N	\\N	f	f
2400	array_recv	12	1	0	0	0	f	f	t	f	s	s	3	0	2277	2281 26 23	\\N	\\N	\\N	\\N	array_recv	\\N	\\N	f	t
2401	array_send	12	1	0	0	0	f	f	t	f	s	s	1	0	17	2277	\\N	\\N	\\N	\\N	array_send	\\N	\\N	f	t
2402	record_recv	12	1	0	0	0	f	f	t	f	s	s	3	0	2249	2281 26 23	\\N	\\N	\\N	\\N	record_recv	\\N	\\N	f	t
2403	record_send	12	1	0	0	0	f	f	t	f	s	s	1	0	17	2249	\\N	\\N	\\N	\\N	record_send	\\N	\\N	f	t
2404	int2recv	12	1	0	0	0	f	f	t	f	i	s	1	0	21	2281	\\N	\\N	\\N	\\N	int2recv	\\N	\\N	f	t
2405	int2send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	21	\\N	\\N	\\N	\\N	int2send	\\N	\\N	f	t
2406	int4recv	12	1	0	0	0	f	f	t	f	i	s	1	0	23	2281	\\N	\\N	\\N	\\N	int4recv	\\N	\\N	f	t
2407	int4send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	23	\\N	\\N	\\N	\\N	int4send	\\N	\\N	f	t
2408	int8recv	12	1	0	0	0	f	f	t	f	i	s	1	0	20	2281	\\N	\\N	\\N	\\N	int8recv	\\N	\\N	f	t
2409	int8send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	20	\\N	\\N	\\N	\\N	int8send	\\N	\\N	f	t
2410	int2vectorrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	22	2281	\\N	\\N	\\N	\\N	int2vectorrecv	\\N	\\N	f	t
2411	int2vectorsend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	22	\\N	\\N	\\N	\\N	int2vectorsend	\\N	\\N	f	t
2412	bytearecv	12	1	0	0	0	f	f	t	f	i	s	1	0	17	2281	\\N	\\N	\\N	\\N	bytearecv	\\N	\\N	f	t
2413	byteasend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	17	\\N	\\N	\\N	\\N	byteasend	\\N	\\N	f	t
2414	textrecv	12	1	0	0	0	f	f	t	f	s	s	1	0	25	2281	\\N	\\N	\\N	\\N	textrecv	\\N	\\N	f	t
2415	textsend	12	1	0	0	0	f	f	t	f	s	s	1	0	17	25	\\N	\\N	\\N	\\N	textsend	\\N	\\N	f	t
2416	unknownrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	705	2281	\\N	\\N	\\N	\\N	unknownrecv	\\N	\\N	f	t
2417	unknownsend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	705	\\N	\\N	\\N	\\N	unknownsend	\\N	\\N	f	t
2418	oidrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	26	2281	\\N	\\N	\\N	\\N	oidrecv	\\N	\\N	f	t
2419	oidsend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	26	\\N	\\N	\\N	\\N	oidsend	\\N	\\N	f	t
2420	oidvectorrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	30	2281	\\N	\\N	\\N	\\N	oidvectorrecv	\\N	\\N	f	t
2421	oidvectorsend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	30	\\N	\\N	\\N	\\N	oidvectorsend	\\N	\\N	f	t
2422	namerecv	12	1	0	0	0	f	f	t	f	s	s	1	0	19	2281	\\N	\\N	\\N	\\N	namerecv	\\N	\\N	f	t
2423	namesend	12	1	0	0	0	f	f	t	f	s	s	1	0	17	19	\\N	\\N	\\N	\\N	namesend	\\N	\\N	f	t
2424	float4recv	12	1	0	0	0	f	f	t	f	i	s	1	0	700	2281	\\N	\\N	\\N	\\N	float4recv	\\N	\\N	f	t
2425	float4send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	700	\\N	\\N	\\N	\\N	float4send	\\N	\\N	f	t
2426	float8recv	12	1	0	0	0	f	f	t	f	i	s	1	0	701	2281	\\N	\\N	\\N	\\N	float8recv	\\N	\\N	f	t
2427	float8send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	701	\\N	\\N	\\N	\\N	float8send	\\N	\\N	f	t
2428	point_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	600	2281	\\N	\\N	\\N	\\N	point_recv	\\N	\\N	f	t
2429	point_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	600	\\N	\\N	\\N	\\N	point_send	\\N	\\N	f	t
2430	bpcharrecv	12	1	0	0	0	f	f	t	f	s	s	3	0	1042	2281 26 23	\\N	\\N	\\N	\\N	bpcharrecv	\\N	\\N	f	t
2431	bpcharsend	12	1	0	0	0	f	f	t	f	s	s	1	0	17	1042	\\N	\\N	\\N	\\N	bpcharsend	\\N	\\N	f	t
2432	varcharrecv	12	1	0	0	0	f	f	t	f	s	s	3	0	1043	2281 26 23	\\N	\\N	\\N	\\N	varcharrecv	\\N	\\N	f	t
2433	varcharsend	12	1	0	0	0	f	f	t	f	s	s	1	0	17	1043	\\N	\\N	\\N	\\N	varcharsend	\\N	\\N	f	t
2434	charrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	18	2281	\\N	\\N	\\N	\\N	charrecv	\\N	\\N	f	t
2435	charsend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	18	\\N	\\N	\\N	\\N	charsend	\\N	\\N	f	t
2436	boolrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	16	2281	\\N	\\N	\\N	\\N	boolrecv	\\N	\\N	f	t
2437	boolsend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	16	\\N	\\N	\\N	\\N	boolsend	\\N	\\N	f	t
2438	tidrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	27	2281	\\N	\\N	\\N	\\N	tidrecv	\\N	\\N	f	t
2439	tidsend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	27	\\N	\\N	\\N	\\N	tidsend	\\N	\\N	f	t
2440	xidrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	28	2281	\\N	\\N	\\N	\\N	xidrecv	\\N	\\N	f	t
2441	xidsend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	28	\\N	\\N	\\N	\\N	xidsend	\\N	\\N	f	t
2442	cidrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	29	2281	\\N	\\N	\\N	\\N	cidrecv	\\N	\\N	f	t
2443	cidsend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	29	\\N	\\N	\\N	\\N	cidsend	\\N	\\N	f	t
2444	regprocrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	24	2281	\\N	\\N	\\N	\\N	regprocrecv	\\N	\\N	f	t
2445	regprocsend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	24	\\N	\\N	\\N	\\N	regprocsend	\\N	\\N	f	t
2446	regprocedurerecv	12	1	0	0	0	f	f	t	f	i	s	1	0	2202	2281	\\N	\\N	\\N	\\N	regprocedurerecv	\\N	\\N	f	t
2447	regproceduresend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	2202	\\N	\\N	\\N	\\N	regproceduresend	\\N	\\N	f	t
2448	regoperrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	2203	2281	\\N	\\N	\\N	\\N	regoperrecv	\\N	\\N	f	t
2449	regopersend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	2203	\\N	\\N	\\N	\\N	regopersend	\\N	\\N	f	t
2450	regoperatorrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	2204	2281	\\N	\\N	\\N	\\N	regoperatorrecv	\\N	\\N	f	t
2451	regoperatorsend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	2204	\\N	\\N	\\N	\\N	regoperatorsend	\\N	\\N	f	t
2452	regclassrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	2205	2281	\\N	\\N	\\N	\\N	regclassrecv	\\N	\\N	f	t
2453	regclasssend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	2205	\\N	\\N	\\N	\\N	regclasssend	\\N	\\N	f	t
2454	regtyperecv	12	1	0	0	0	f	f	t	f	i	s	1	0	2206	2281	\\N	\\N	\\N	\\N	regtyperecv	\\N	\\N	f	t
2455	regtypesend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	2206	\\N	\\N	\\N	\\N	regtypesend	\\N	\\N	f	t
2456	bit_recv	12	1	0	0	0	f	f	t	f	i	s	3	0	1560	2281 26 23	\\N	\\N	\\N	\\N	bit_recv	\\N	\\N	f	t
2457	bit_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	1560	\\N	\\N	\\N	\\N	bit_send	\\N	\\N	f	t
2458	varbit_recv	12	1	0	0	0	f	f	t	f	i	s	3	0	1562	2281 26 23	\\N	\\N	\\N	\\N	varbit_recv	\\N	\\N	f	t
2459	varbit_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	1562	\\N	\\N	\\N	\\N	varbit_send	\\N	\\N	f	t
2460	numeric_recv	12	1	0	0	0	f	f	t	f	i	s	3	0	1700	2281 26 23	\\N	\\N	\\N	\\N	numeric_recv	\\N	\\N	f	t
2461	numeric_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	1700	\\N	\\N	\\N	\\N	numeric_send	\\N	\\N	f	t
2462	sinh	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dsinh	\\N	\\N	f	f
2463	cosh	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dcosh	\\N	\\N	f	f
2464	tanh	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dtanh	\\N	\\N	f	f
2465	asinh	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dasinh	\\N	\\N	f	f
2466	acosh	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dacosh	\\N	\\N	f	f
2467	atanh	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	datanh	\\N	\\N	f	f
2468	date_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	1082	2281	\\N	\\N	\\N	\\N	date_recv	\\N	\\N	f	t
2469	date_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	1082	\\N	\\N	\\N	\\N	date_send	\\N	\\N	f	t
2470	time_recv	12	1	0	0	0	f	f	t	f	i	s	3	0	1083	2281 26 23	\\N	\\N	\\N	\\N	time_recv	\\N	\\N	f	t
2471	time_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	1083	\\N	\\N	\\N	\\N	time_send	\\N	\\N	f	t
2472	timetz_recv	12	1	0	0	0	f	f	t	f	i	s	3	0	1266	2281 26 23	\\N	\\N	\\N	\\N	timetz_recv	\\N	\\N	f	t
2473	timetz_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	1266	\\N	\\N	\\N	\\N	timetz_send	\\N	\\N	f	t
2474	timestamp_recv	12	1	0	0	0	f	f	t	f	i	s	3	0	1114	2281 26 23	\\N	\\N	\\N	\\N	timestamp_recv	\\N	\\N	f	t
2475	timestamp_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	1114	\\N	\\N	\\N	\\N	timestamp_send	\\N	\\N	f	t
2476	timestamptz_recv	12	1	0	0	0	f	f	t	f	i	s	3	0	1184	2281 26 23	\\N	\\N	\\N	\\N	timestamptz_recv	\\N	\\N	f	t
2477	timestamptz_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	1184	\\N	\\N	\\N	\\N	timestamptz_send	\\N	\\N	f	t
2478	interval_recv	12	1	0	0	0	f	f	t	f	i	s	3	0	1186	2281 26 23	\\N	\\N	\\N	\\N	interval_recv	\\N	\\N	f	t
2479	interval_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	1186	\\N	\\N	\\N	\\N	interval_send	\\N	\\N	f	t
2480	lseg_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	601	2281	\\N	\\N	\\N	\\N	lseg_recv	\\N	\\N	f	t
2481	lseg_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	601	\\N	\\N	\\N	\\N	lseg_send	\\N	\\N	f	t
2482	path_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	602	2281	\\N	\\N	\\N	\\N	path_recv	\\N	\\N	f	t
2483	path_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	602	\\N	\\N	\\N	\\N	path_send	\\N	\\N	f	t
2484	box_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	603	2281	\\N	\\N	\\N	\\N	box_recv	\\N	\\N	f	t
2485	box_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	603	\\N	\\N	\\N	\\N	box_send	\\N	\\N	f	t
2486	poly_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	604	2281	\\N	\\N	\\N	\\N	poly_recv	\\N	\\N	f	t
2487	poly_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	604	\\N	\\N	\\N	\\N	poly_send	\\N	\\N	f	t
2488	line_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	628	2281	\\N	\\N	\\N	\\N	line_recv	\\N	\\N	f	t
2489	line_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	628	\\N	\\N	\\N	\\N	line_send	\\N	\\N	f	t
2490	circle_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	718	2281	\\N	\\N	\\N	\\N	circle_recv	\\N	\\N	f	t
2491	circle_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	718	\\N	\\N	\\N	\\N	circle_send	\\N	\\N	f	t
2492	cash_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	790	2281	\\N	\\N	\\N	\\N	cash_recv	\\N	\\N	f	t
2493	cash_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	790	\\N	\\N	\\N	\\N	cash_send	\\N	\\N	f	t
2494	macaddr_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	829	2281	\\N	\\N	\\N	\\N	macaddr_recv	\\N	\\N	f	t
2495	macaddr_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	829	\\N	\\N	\\N	\\N	macaddr_send	\\N	\\N	f	t
2496	inet_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	869	2281	\\N	\\N	\\N	\\N	inet_recv	\\N	\\N	f	t
2497	inet_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	869	\\N	\\N	\\N	\\N	inet_send	\\N	\\N	f	t
2498	cidr_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	650	2281	\\N	\\N	\\N	\\N	cidr_recv	\\N	\\N	f	t
2499	cidr_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	650	\\N	\\N	\\N	\\N	cidr_send	\\N	\\N	f	t
2500	cstring_recv	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	2281	\\N	\\N	\\N	\\N	cstring_recv	\\N	\\N	f	t
2501	cstring_send	12	1	0	0	0	f	f	t	f	s	s	1	0	17	2275	\\N	\\N	\\N	\\N	cstring_send	\\N	\\N	f	t
2502	anyarray_recv	12	1	0	0	0	f	f	t	f	s	s	1	0	2277	2281	\\N	\\N	\\N	\\N	anyarray_recv	\\N	\\N	f	t
2503	anyarray_send	12	1	0	0	0	f	f	t	f	s	s	1	0	17	2277	\\N	\\N	\\N	\\N	anyarray_send	\\N	\\N	f	t
2504	pg_get_ruledef	12	1	0	0	0	f	f	t	f	s	s	2	0	25	26 16	\\N	\\N	\\N	\\N	pg_get_ruledef_ext	\\N	\\N	f	f
2505	pg_get_viewdef	12	1	0	0	0	f	f	t	f	s	r	2	0	25	25 16	\\N	\\N	\\N	\\N	pg_get_viewdef_name_ext	\\N	\\N	f	f
2506	pg_get_viewdef	12	1	0	0	0	f	f	t	f	s	r	2	0	25	26 16	\\N	\\N	\\N	\\N	pg_get_viewdef_ext	\\N	\\N	f	f
2507	pg_get_indexdef	12	1	0	0	0	f	f	t	f	s	s	3	0	25	26 23 16	\\N	\\N	\\N	\\N	pg_get_indexdef_ext	\\N	\\N	f	f
2508	pg_get_constraintdef	12	1	0	0	0	f	f	t	f	s	s	2	0	25	26 16	\\N	\\N	\\N	\\N	pg_get_constraintdef_ext	\\N	\\N	f	f
2509	pg_get_expr	12	1	0	0	0	f	f	t	f	s	s	3	0	25	194 26 16	\\N	\\N	\\N	\\N	pg_get_expr_ext	\\N	\\N	f	f
2510	pg_prepared_statement	12	1	1000	0	0	f	f	t	t	s	r	0	0	2249		{25,25,1184,2211,16,20,20}	{o,o,o,o,o,o,o}	{name,statement,prepare_time,parameter_types,from_sql,generic_plans,custom_plans}	\\N	pg_prepared_statement	\\N	\\N	f	f
2511	pg_cursor	12	1	1000	0	0	f	f	t	t	s	r	0	0	2249		{25,25,16,16,16,1184}	{o,o,o,o,o,o}	{name,statement,is_holdable,is_binary,is_scrollable,creation_time}	\\N	pg_cursor	\\N	\\N	f	f
2512	float8_var_pop	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1022	\\N	\\N	\\N	\\N	float8_var_pop	\\N	\\N	f	t
2513	float8_stddev_pop	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1022	\\N	\\N	\\N	\\N	float8_stddev_pop	\\N	\\N	f	t
2514	numeric_var_pop	12	1	0	0	0	f	f	f	f	i	s	1	0	1700	2281	\\N	\\N	\\N	\\N	numeric_var_pop	\\N	\\N	f	t
2515	booland_statefunc	12	1	0	0	0	f	f	t	f	i	s	2	0	16	16 16	\\N	\\N	\\N	\\N	booland_statefunc	\\N	\\N	f	t
2516	boolor_statefunc	12	1	0	0	0	f	f	t	f	i	s	2	0	16	16 16	\\N	\\N	\\N	\\N	boolor_statefunc	\\N	\\N	f	t
2517	bool_and	12	1	0	0	0	a	f	f	f	i	s	1	0	16	16	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2518	bool_or	12	1	0	0	0	a	f	f	f	i	s	1	0	16	16	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2519	every	12	1	0	0	0	a	f	f	f	i	s	1	0	16	16	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2520	timestamp_lt_timestamptz	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1114 1184	\\N	\\N	\\N	\\N	timestamp_lt_timestamptz	\\N	\\N	f	t
2521	timestamp_le_timestamptz	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1114 1184	\\N	\\N	\\N	\\N	timestamp_le_timestamptz	\\N	\\N	f	t
2522	timestamp_eq_timestamptz	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1114 1184	\\N	\\N	\\N	\\N	timestamp_eq_timestamptz	\\N	\\N	f	t
2523	timestamp_gt_timestamptz	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1114 1184	\\N	\\N	\\N	\\N	timestamp_gt_timestamptz	\\N	\\N	f	t
2524	timestamp_ge_timestamptz	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1114 1184	\\N	\\N	\\N	\\N	timestamp_ge_timestamptz	\\N	\\N	f	t
2525	timestamp_ne_timestamptz	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1114 1184	\\N	\\N	\\N	\\N	timestamp_ne_timestamptz	\\N	\\N	f	t
2526	timestamp_cmp_timestamptz	12	1	0	0	0	f	f	t	f	s	s	2	0	23	1114 1184	\\N	\\N	\\N	\\N	timestamp_cmp_timestamptz	\\N	\\N	f	t
2527	timestamptz_lt_timestamp	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1184 1114	\\N	\\N	\\N	\\N	timestamptz_lt_timestamp	\\N	\\N	f	t
2528	timestamptz_le_timestamp	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1184 1114	\\N	\\N	\\N	\\N	timestamptz_le_timestamp	\\N	\\N	f	t
2529	timestamptz_eq_timestamp	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1184 1114	\\N	\\N	\\N	\\N	timestamptz_eq_timestamp	\\N	\\N	f	t
2530	timestamptz_gt_timestamp	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1184 1114	\\N	\\N	\\N	\\N	timestamptz_gt_timestamp	\\N	\\N	f	t
2531	timestamptz_ge_timestamp	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1184 1114	\\N	\\N	\\N	\\N	timestamptz_ge_timestamp	\\N	\\N	f	t
2532	timestamptz_ne_timestamp	12	1	0	0	0	f	f	t	f	s	s	2	0	16	1184 1114	\\N	\\N	\\N	\\N	timestamptz_ne_timestamp	\\N	\\N	f	t
2533	timestamptz_cmp_timestamp	12	1	0	0	0	f	f	t	f	s	s	2	0	23	1184 1114	\\N	\\N	\\N	\\N	timestamptz_cmp_timestamp	\\N	\\N	f	t
2546	interval_pl_date	14	1	0	0	0	f	f	t	f	i	s	2	0	1114	1186 1082	\\N	\\N	\\N	\\N		RETURN ($2 + $1)	\\N	f	t
2547	interval_pl_timetz	14	1	0	0	0	f	f	t	f	i	s	2	0	1266	1186 1266	\\N	\\N	\\N	\\N		RETURN ($2 + $1)	\\N	f	t
2548	interval_pl_timestamp	14	1	0	0	0	f	f	t	f	i	s	2	0	1114	1186 1114	\\N	\\N	\\N	\\N		RETURN ($2 + $1)	\\N	f	t
2549	interval_pl_timestamptz	14	1	0	0	0	f	f	t	f	s	s	2	0	1184	1186 1184	\\N	\\N	\\N	\\N		RETURN ($2 + $1)	\\N	f	t
2550	integer_pl_date	14	1	0	0	0	f	f	t	f	i	s	2	0	1082	23 1082	\\N	\\N	\\N	\\N		RETURN ($2 + $1)	\\N	f	t
2556	pg_tablespace_databases	12	1	1000	0	0	f	f	t	t	s	s	1	0	26	26	\\N	\\N	\\N	\\N	pg_tablespace_databases	\\N	\\N	f	f
2557	bool	12	1	0	0	0	f	t	t	f	i	s	1	0	16	23	\\N	\\N	\\N	\\N	int4_bool	\\N	\\N	f	t
2558	int4	12	1	0	0	0	f	t	t	f	i	s	1	0	23	16	\\N	\\N	\\N	\\N	bool_int4	\\N	\\N	f	t
2559	lastval	12	1	0	0	0	f	f	t	f	v	u	0	0	20		\\N	\\N	\\N	\\N	lastval	\\N	\\N	f	f
2560	pg_postmaster_start_time	12	1	0	0	0	f	f	t	f	s	s	0	0	1184		\\N	\\N	\\N	\\N	pg_postmaster_start_time	\\N	\\N	f	f
2561	pg_blocking_pids	12	1	0	0	0	f	f	t	f	v	s	1	0	1007	23	\\N	\\N	\\N	\\N	pg_blocking_pids	\\N	\\N	f	f
2562	box_below	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_below	\\N	\\N	f	t
2563	box_overbelow	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_overbelow	\\N	\\N	f	t
2564	box_overabove	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_overabove	\\N	\\N	f	t
2565	box_above	12	1	0	0	0	f	f	t	f	i	s	2	0	16	603 603	\\N	\\N	\\N	\\N	box_above	\\N	\\N	f	t
2566	poly_below	12	1	0	0	0	f	f	t	f	i	s	2	0	16	604 604	\\N	\\N	\\N	\\N	poly_below	\\N	\\N	f	t
2567	poly_overbelow	12	1	0	0	0	f	f	t	f	i	s	2	0	16	604 604	\\N	\\N	\\N	\\N	poly_overbelow	\\N	\\N	f	t
2568	poly_overabove	12	1	0	0	0	f	f	t	f	i	s	2	0	16	604 604	\\N	\\N	\\N	\\N	poly_overabove	\\N	\\N	f	t
2569	poly_above	12	1	0	0	0	f	f	t	f	i	s	2	0	16	604 604	\\N	\\N	\\N	\\N	poly_above	\\N	\\N	f	t
2578	gist_box_consistent	12	1	0	0	0	f	f	t	f	i	s	5	0	16	2281 603 21 26 2281	\\N	\\N	\\N	\\N	gist_box_consistent	\\N	\\N	f	t
2580	float8	12	1	0	0	0	f	f	t	f	i	s	1	0	701	3802	\\N	\\N	\\N	\\N	jsonb_float8	\\N	\\N	f	t
2581	gist_box_penalty	12	1	0	0	0	f	f	t	f	i	s	3	0	2281	2281 2281 2281	\\N	\\N	\\N	\\N	gist_box_penalty	\\N	\\N	f	t
2582	gist_box_picksplit	12	1	0	0	0	f	f	t	f	i	s	2	0	2281	2281 2281	\\N	\\N	\\N	\\N	gist_box_picksplit	\\N	\\N	f	t
2583	gist_box_union	12	1	0	0	0	f	f	t	f	i	s	2	0	603	2281 2281	\\N	\\N	\\N	\\N	gist_box_union	\\N	\\N	f	t
2584	gist_box_same	12	1	0	0	0	f	f	t	f	i	s	3	0	2281	603 603 2281	\\N	\\N	\\N	\\N	gist_box_same	\\N	\\N	f	t
2585	gist_poly_consistent	12	1	0	0	0	f	f	t	f	i	s	5	0	16	2281 604 21 26 2281	\\N	\\N	\\N	\\N	gist_poly_consistent	\\N	\\N	f	t
2586	gist_poly_compress	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	gist_poly_compress	\\N	\\N	f	t
2587	circle_overbelow	12	1	0	0	0	f	f	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_overbelow	\\N	\\N	f	t
2588	circle_overabove	12	1	0	0	0	f	f	t	f	i	s	2	0	16	718 718	\\N	\\N	\\N	\\N	circle_overabove	\\N	\\N	f	t
2591	gist_circle_consistent	12	1	0	0	0	f	f	t	f	i	s	5	0	16	2281 718 21 26 2281	\\N	\\N	\\N	\\N	gist_circle_consistent	\\N	\\N	f	t
2592	gist_circle_compress	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	gist_circle_compress	\\N	\\N	f	t
2596	numeric_stddev_pop	12	1	0	0	0	f	f	f	f	i	s	1	0	1700	2281	\\N	\\N	\\N	\\N	numeric_stddev_pop	\\N	\\N	f	t
2597	domain_in	12	1	0	0	0	f	f	f	f	s	s	3	0	2276	2275 26 23	\\N	\\N	\\N	\\N	domain_in	\\N	\\N	f	t
2598	domain_recv	12	1	0	0	0	f	f	f	f	s	s	3	0	2276	2281 26 23	\\N	\\N	\\N	\\N	domain_recv	\\N	\\N	f	t
2599	pg_timezone_abbrevs	12	1	1000	0	0	f	f	t	t	s	s	0	0	2249		{25,1186,16}	{o,o,o}	{abbrev,utc_offset,is_dst}	\\N	pg_timezone_abbrevs	\\N	\\N	f	f
2614	xmlexists	12	1	0	0	0	f	f	t	f	i	s	2	0	16	25 142	\\N	\\N	\\N	\\N	xmlexists	\\N	\\N	f	f
2621	pg_reload_conf	12	1	0	0	0	f	f	t	f	v	s	0	0	16		\\N	\\N	\\N	\\N	pg_reload_conf	\\N	\\N	t	f
2622	pg_rotate_logfile	12	1	0	0	0	f	f	t	f	v	s	0	0	16		\\N	\\N	\\N	\\N	pg_rotate_logfile_v2	\\N	\\N	t	f
2623	pg_stat_file	12	1	0	0	0	f	f	t	f	v	s	1	0	2249	25	{25,20,1184,1184,1184,1184,16}	{i,o,o,o,o,o,o}	{filename,size,access,modification,change,creation,isdir}	\\N	pg_stat_file_1arg	\\N	\\N	t	f
2624	pg_read_file	12	1	0	0	0	f	f	t	f	v	s	3	0	25	25 20 20	\\N	\\N	\\N	\\N	pg_read_file_off_len	\\N	\\N	t	f
2625	pg_ls_dir	12	1	1000	0	0	f	f	t	t	v	s	1	0	25	25	\\N	\\N	\\N	\\N	pg_ls_dir_1arg	\\N	\\N	t	f
2626	pg_sleep	12	1	0	0	0	f	f	t	f	v	s	1	0	2278	701	\\N	\\N	\\N	\\N	pg_sleep	\\N	\\N	f	f
2627	inetnot	12	1	0	0	0	f	f	t	f	i	s	1	0	869	869	\\N	\\N	\\N	\\N	inetnot	\\N	\\N	f	t
2628	inetand	12	1	0	0	0	f	f	t	f	i	s	2	0	869	869 869	\\N	\\N	\\N	\\N	inetand	\\N	\\N	f	t
2629	inetor	12	1	0	0	0	f	f	t	f	i	s	2	0	869	869 869	\\N	\\N	\\N	\\N	inetor	\\N	\\N	f	t
2630	inetpl	12	1	0	0	0	f	f	t	f	i	s	2	0	869	869 20	\\N	\\N	\\N	\\N	inetpl	\\N	\\N	f	t
2631	int8pl_inet	14	1	0	0	0	f	f	t	f	i	s	2	0	869	20 869	\\N	\\N	\\N	\\N		RETURN ($2 + $1)	\\N	f	t
2632	inetmi_int8	12	1	0	0	0	f	f	t	f	i	s	2	0	869	869 20	\\N	\\N	\\N	\\N	inetmi_int8	\\N	\\N	f	t
2633	inetmi	12	1	0	0	0	f	f	t	f	i	s	2	0	20	869 869	\\N	\\N	\\N	\\N	inetmi	\\N	\\N	f	t
2641	var_samp	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	20	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2642	var_samp	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	23	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2643	var_samp	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	21	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2644	var_samp	12	1	0	0	0	a	f	f	f	i	s	1	0	701	700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2645	var_samp	12	1	0	0	0	a	f	f	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2646	var_samp	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2647	transaction_timestamp	12	1	0	0	0	f	f	t	f	s	s	0	0	1184		\\N	\\N	\\N	\\N	now	\\N	\\N	f	f
2648	statement_timestamp	12	1	0	0	0	f	f	t	f	s	s	0	0	1184		\\N	\\N	\\N	\\N	statement_timestamp	\\N	\\N	f	f
2649	clock_timestamp	12	1	0	0	0	f	f	t	f	v	s	0	0	1184		\\N	\\N	\\N	\\N	clock_timestamp	\\N	\\N	f	f
2700	gin_cmp_prefix	12	1	0	0	0	f	f	t	f	i	s	4	0	23	25 25 21 2281	\\N	\\N	\\N	\\N	gin_cmp_prefix	\\N	\\N	f	t
2705	pg_has_role	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 19 25	\\N	\\N	\\N	\\N	pg_has_role_name_name	\\N	\\N	f	f
2706	pg_has_role	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 26 25	\\N	\\N	\\N	\\N	pg_has_role_name_id	\\N	\\N	f	f
2707	pg_has_role	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 19 25	\\N	\\N	\\N	\\N	pg_has_role_id_name	\\N	\\N	f	f
2708	pg_has_role	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 26 25	\\N	\\N	\\N	\\N	pg_has_role_id_id	\\N	\\N	f	f
2709	pg_has_role	12	1	0	0	0	f	f	t	f	s	s	2	0	16	19 25	\\N	\\N	\\N	\\N	pg_has_role_name	\\N	\\N	f	f
2710	pg_has_role	12	1	0	0	0	f	f	t	f	s	s	2	0	16	26 25	\\N	\\N	\\N	\\N	pg_has_role_id	\\N	\\N	f	f
2711	justify_interval	12	1	0	0	0	f	f	t	f	i	s	1	0	1186	1186	\\N	\\N	\\N	\\N	interval_justify_interval	\\N	\\N	f	f
2712	stddev_samp	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	20	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2713	stddev_samp	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	23	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2714	stddev_samp	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	21	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2715	stddev_samp	12	1	0	0	0	a	f	f	f	i	s	1	0	701	700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2716	stddev_samp	12	1	0	0	0	a	f	f	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2717	stddev_samp	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2718	var_pop	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	20	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2719	var_pop	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	23	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2720	var_pop	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	21	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2721	var_pop	12	1	0	0	0	a	f	f	f	i	s	1	0	701	700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2722	var_pop	12	1	0	0	0	a	f	f	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2723	var_pop	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2724	stddev_pop	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	20	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2725	stddev_pop	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	23	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2726	stddev_pop	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	21	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2727	stddev_pop	12	1	0	0	0	a	f	f	f	i	s	1	0	701	700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2728	stddev_pop	12	1	0	0	0	a	f	f	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2729	stddev_pop	12	1	0	0	0	a	f	f	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2730	pg_get_triggerdef	12	1	0	0	0	f	f	t	f	s	s	2	0	25	26 16	\\N	\\N	\\N	\\N	pg_get_triggerdef_ext	\\N	\\N	f	f
2731	asind	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dasind	\\N	\\N	f	f
2732	acosd	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dacosd	\\N	\\N	f	f
2733	atand	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	datand	\\N	\\N	f	f
2734	atan2d	12	1	0	0	0	f	f	t	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	datan2d	\\N	\\N	f	f
2735	sind	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dsind	\\N	\\N	f	f
2736	cosd	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dcosd	\\N	\\N	f	f
2737	tand	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dtand	\\N	\\N	f	f
2738	cotd	12	1	0	0	0	f	f	t	f	i	s	1	0	701	701	\\N	\\N	\\N	\\N	dcotd	\\N	\\N	f	f
2739	pg_backup_stop	12	1	0	0	0	f	f	t	f	v	r	1	1	2249	16	{16,3220,25,25}	{i,o,o,o}	{wait_for_archive,lsn,labelfile,spcmapfile}	true	pg_backup_stop	\\N	wait_for_archive boolean DEFAULT true, OUT lsn pg_lsn, OUT labelfile text, OUT spcmapfile text	t	f
2740	numeric_avg_serialize	12	1	0	0	0	f	f	t	f	i	s	1	0	17	2281	\\N	\\N	\\N	\\N	numeric_avg_serialize	\\N	\\N	f	t
2741	numeric_avg_deserialize	12	1	0	0	0	f	f	t	f	i	s	2	0	2281	17 2281	\\N	\\N	\\N	\\N	numeric_avg_deserialize	\\N	\\N	f	t
2743	ginarrayextract	12	1	0	0	0	f	f	t	f	i	s	3	0	2281	2277 2281 2281	\\N	\\N	\\N	\\N	ginarrayextract	\\N	\\N	f	t
2744	ginarrayconsistent	12	1	0	0	0	f	f	t	f	i	s	8	0	16	2281 21 2277 23 2281 2281 2281 2281	\\N	\\N	\\N	\\N	ginarrayconsistent	\\N	\\N	f	t
2746	int8_avg_accum	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 20	\\N	\\N	\\N	\\N	int8_avg_accum	\\N	\\N	f	t
2747	arrayoverlap	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2277 2277	\\N	\\N	\\N	\\N	arrayoverlap	\\N	\\N	f	t
2748	arraycontains	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2277 2277	\\N	\\N	\\N	\\N	arraycontains	\\N	\\N	f	t
2749	arraycontained	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2277 2277	\\N	\\N	\\N	\\N	arraycontained	\\N	\\N	f	t
2758	pg_stat_get_db_tuples_returned	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_tuples_returned	\\N	\\N	f	f
2759	pg_stat_get_db_tuples_fetched	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_tuples_fetched	\\N	\\N	f	f
2760	pg_stat_get_db_tuples_inserted	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_tuples_inserted	\\N	\\N	f	f
2761	pg_stat_get_db_tuples_updated	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_tuples_updated	\\N	\\N	f	f
2762	pg_stat_get_db_tuples_deleted	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_tuples_deleted	\\N	\\N	f	f
2763	regexp_matches	12	1	1	0	0	f	f	t	t	i	s	2	0	1009	25 25	\\N	\\N	\\N	\\N	regexp_matches_no_flags	\\N	\\N	f	f
2764	regexp_matches	12	1	10	0	0	f	f	t	t	i	s	3	0	1009	25 25 25	\\N	\\N	\\N	\\N	regexp_matches	\\N	\\N	f	f
2765	regexp_split_to_table	12	1	1000	0	0	f	f	t	t	i	s	2	0	25	25 25	\\N	\\N	\\N	\\N	regexp_split_to_table_no_flags	\\N	\\N	f	f
2766	regexp_split_to_table	12	1	1000	0	0	f	f	t	t	i	s	3	0	25	25 25 25	\\N	\\N	\\N	\\N	regexp_split_to_table	\\N	\\N	f	f
2767	regexp_split_to_array	12	1	0	0	0	f	f	t	f	i	s	2	0	1009	25 25	\\N	\\N	\\N	\\N	regexp_split_to_array_no_flags	\\N	\\N	f	f
2768	regexp_split_to_array	12	1	0	0	0	f	f	t	f	i	s	3	0	1009	25 25 25	\\N	\\N	\\N	\\N	regexp_split_to_array	\\N	\\N	f	f
2769	pg_stat_get_bgwriter_timed_checkpoints	12	1	0	0	0	f	f	t	f	s	r	0	0	20		\\N	\\N	\\N	\\N	pg_stat_get_bgwriter_timed_checkpoints	\\N	\\N	f	f
2770	pg_stat_get_bgwriter_requested_checkpoints	12	1	0	0	0	f	f	t	f	s	r	0	0	20		\\N	\\N	\\N	\\N	pg_stat_get_bgwriter_requested_checkpoints	\\N	\\N	f	f
2771	pg_stat_get_bgwriter_buf_written_checkpoints	12	1	0	0	0	f	f	t	f	s	r	0	0	20		\\N	\\N	\\N	\\N	pg_stat_get_bgwriter_buf_written_checkpoints	\\N	\\N	f	f
2772	pg_stat_get_bgwriter_buf_written_clean	12	1	0	0	0	f	f	t	f	s	r	0	0	20		\\N	\\N	\\N	\\N	pg_stat_get_bgwriter_buf_written_clean	\\N	\\N	f	f
2773	pg_stat_get_bgwriter_maxwritten_clean	12	1	0	0	0	f	f	t	f	s	r	0	0	20		\\N	\\N	\\N	\\N	pg_stat_get_bgwriter_maxwritten_clean	\\N	\\N	f	f
2774	ginqueryarrayextract	12	1	0	0	0	f	f	t	f	i	s	7	0	2281	2277 2281 21 2281 2281 2281 2281	\\N	\\N	\\N	\\N	ginqueryarrayextract	\\N	\\N	f	t
2775	pg_stat_get_buf_written_backend	12	1	0	0	0	f	f	t	f	s	r	0	0	20		\\N	\\N	\\N	\\N	pg_stat_get_buf_written_backend	\\N	\\N	f	f
2777	anynonarray_in	12	1	0	0	0	f	f	t	f	i	s	1	0	2776	2275	\\N	\\N	\\N	\\N	anynonarray_in	\\N	\\N	f	t
2778	anynonarray_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	2776	\\N	\\N	\\N	\\N	anynonarray_out	\\N	\\N	f	t
2781	pg_stat_get_last_vacuum_time	12	1	0	0	0	f	f	t	f	s	r	1	0	1184	26	\\N	\\N	\\N	\\N	pg_stat_get_last_vacuum_time	\\N	\\N	f	f
2782	pg_stat_get_last_autovacuum_time	12	1	0	0	0	f	f	t	f	s	r	1	0	1184	26	\\N	\\N	\\N	\\N	pg_stat_get_last_autovacuum_time	\\N	\\N	f	f
2783	pg_stat_get_last_analyze_time	12	1	0	0	0	f	f	t	f	s	r	1	0	1184	26	\\N	\\N	\\N	\\N	pg_stat_get_last_analyze_time	\\N	\\N	f	f
2784	pg_stat_get_last_autoanalyze_time	12	1	0	0	0	f	f	t	f	s	r	1	0	1184	26	\\N	\\N	\\N	\\N	pg_stat_get_last_autoanalyze_time	\\N	\\N	f	f
2785	int8_avg_combine	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 2281	\\N	\\N	\\N	\\N	int8_avg_combine	\\N	\\N	f	t
2786	int8_avg_serialize	12	1	0	0	0	f	f	t	f	i	s	1	0	17	2281	\\N	\\N	\\N	\\N	int8_avg_serialize	\\N	\\N	f	t
2787	int8_avg_deserialize	12	1	0	0	0	f	f	t	f	i	s	2	0	2281	17 2281	\\N	\\N	\\N	\\N	int8_avg_deserialize	\\N	\\N	f	t
2788	pg_stat_get_backend_wait_event_type	12	1	0	0	0	f	f	t	f	s	r	1	0	25	23	\\N	\\N	\\N	\\N	pg_stat_get_backend_wait_event_type	\\N	\\N	f	f
2790	tidgt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	27 27	\\N	\\N	\\N	\\N	tidgt	\\N	\\N	f	t
2791	tidlt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	27 27	\\N	\\N	\\N	\\N	tidlt	\\N	\\N	f	t
2792	tidge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	27 27	\\N	\\N	\\N	\\N	tidge	\\N	\\N	f	t
2793	tidle	12	1	0	0	0	f	t	t	f	i	s	2	0	16	27 27	\\N	\\N	\\N	\\N	tidle	\\N	\\N	f	t
2794	bttidcmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	27 27	\\N	\\N	\\N	\\N	bttidcmp	\\N	\\N	f	t
2795	tidlarger	12	1	0	0	0	f	f	t	f	i	s	2	0	27	27 27	\\N	\\N	\\N	\\N	tidlarger	\\N	\\N	f	t
2796	tidsmaller	12	1	0	0	0	f	f	t	f	i	s	2	0	27	27 27	\\N	\\N	\\N	\\N	tidsmaller	\\N	\\N	f	t
2797	max	12	1	0	0	0	a	f	f	f	i	s	1	0	27	27	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2798	min	12	1	0	0	0	a	f	f	f	i	s	1	0	27	27	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2803	count	12	1	0	0	6236	a	f	f	f	i	s	0	0	20		\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2804	int8inc_any	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 2276	\\N	\\N	\\N	\\N	int8inc_any	\\N	\\N	f	t
2805	int8inc_float8_float8	12	1	0	0	0	f	f	t	f	i	s	3	0	20	20 701 701	\\N	\\N	\\N	\\N	int8inc_float8_float8	\\N	\\N	f	t
2806	float8_regr_accum	12	1	0	0	0	f	f	t	f	i	s	3	0	1022	1022 701 701	\\N	\\N	\\N	\\N	float8_regr_accum	\\N	\\N	f	t
2807	float8_regr_sxx	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1022	\\N	\\N	\\N	\\N	float8_regr_sxx	\\N	\\N	f	t
2808	float8_regr_syy	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1022	\\N	\\N	\\N	\\N	float8_regr_syy	\\N	\\N	f	t
2809	float8_regr_sxy	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1022	\\N	\\N	\\N	\\N	float8_regr_sxy	\\N	\\N	f	t
2810	float8_regr_avgx	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1022	\\N	\\N	\\N	\\N	float8_regr_avgx	\\N	\\N	f	t
2811	float8_regr_avgy	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1022	\\N	\\N	\\N	\\N	float8_regr_avgy	\\N	\\N	f	t
2812	float8_regr_r2	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1022	\\N	\\N	\\N	\\N	float8_regr_r2	\\N	\\N	f	t
2813	float8_regr_slope	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1022	\\N	\\N	\\N	\\N	float8_regr_slope	\\N	\\N	f	t
2814	float8_regr_intercept	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1022	\\N	\\N	\\N	\\N	float8_regr_intercept	\\N	\\N	f	t
2815	float8_covar_pop	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1022	\\N	\\N	\\N	\\N	float8_covar_pop	\\N	\\N	f	t
2816	float8_covar_samp	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1022	\\N	\\N	\\N	\\N	float8_covar_samp	\\N	\\N	f	t
2817	float8_corr	12	1	0	0	0	f	f	t	f	i	s	1	0	701	1022	\\N	\\N	\\N	\\N	float8_corr	\\N	\\N	f	t
2818	regr_count	12	1	0	0	0	a	f	f	f	i	s	2	0	20	701 701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2819	regr_sxx	12	1	0	0	0	a	f	f	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2820	regr_syy	12	1	0	0	0	a	f	f	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2821	regr_sxy	12	1	0	0	0	a	f	f	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2822	regr_avgx	12	1	0	0	0	a	f	f	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2823	regr_avgy	12	1	0	0	0	a	f	f	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2824	regr_r2	12	1	0	0	0	a	f	f	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2825	regr_slope	12	1	0	0	0	a	f	f	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2826	regr_intercept	12	1	0	0	0	a	f	f	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2827	covar_pop	12	1	0	0	0	a	f	f	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2828	covar_samp	12	1	0	0	0	a	f	f	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2829	corr	12	1	0	0	0	a	f	f	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
2844	pg_stat_get_db_blk_read_time	12	1	0	0	0	f	f	t	f	s	r	1	0	701	26	\\N	\\N	\\N	\\N	pg_stat_get_db_blk_read_time	\\N	\\N	f	f
2845	pg_stat_get_db_blk_write_time	12	1	0	0	0	f	f	t	f	s	r	1	0	701	26	\\N	\\N	\\N	\\N	pg_stat_get_db_blk_write_time	\\N	\\N	f	f
2848	pg_switch_wal	12	1	0	0	0	f	f	t	f	v	s	0	0	3220		\\N	\\N	\\N	\\N	pg_switch_wal	\\N	\\N	t	f
2849	pg_current_wal_lsn	12	1	0	0	0	f	f	t	f	v	s	0	0	3220		\\N	\\N	\\N	\\N	pg_current_wal_lsn	\\N	\\N	f	f
2850	pg_walfile_name_offset	12	1	0	0	0	f	f	t	f	i	s	1	0	2249	3220	{3220,25,23}	{i,o,o}	{lsn,file_name,file_offset}	\\N	pg_walfile_name_offset	\\N	\\N	f	f
2851	pg_walfile_name	12	1	0	0	0	f	f	t	f	i	s	1	0	25	3220	\\N	\\N	\\N	\\N	pg_walfile_name	\\N	\\N	f	f
2852	pg_current_wal_insert_lsn	12	1	0	0	0	f	f	t	f	v	s	0	0	3220		\\N	\\N	\\N	\\N	pg_current_wal_insert_lsn	\\N	\\N	f	f
2853	pg_stat_get_backend_wait_event	12	1	0	0	0	f	f	t	f	s	r	1	0	25	23	\\N	\\N	\\N	\\N	pg_stat_get_backend_wait_event	\\N	\\N	f	f
2854	pg_my_temp_schema	12	1	0	0	0	f	f	t	f	s	r	0	0	26		\\N	\\N	\\N	\\N	pg_my_temp_schema	\\N	\\N	f	f
2855	pg_is_other_temp_schema	12	1	0	0	0	f	f	t	f	s	s	1	0	16	26	\\N	\\N	\\N	\\N	pg_is_other_temp_schema	\\N	\\N	f	f
2856	pg_timezone_names	12	1	1000	0	0	f	f	t	t	s	s	0	0	2249		{25,25,1186,16}	{o,o,o,o}	{name,abbrev,utc_offset,is_dst}	\\N	pg_timezone_names	\\N	\\N	f	f
2857	pg_stat_get_backend_xact_start	12	1	0	0	0	f	f	t	f	s	r	1	0	1184	23	\\N	\\N	\\N	\\N	pg_stat_get_backend_xact_start	\\N	\\N	f	f
2858	numeric_avg_accum	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 1700	\\N	\\N	\\N	\\N	numeric_avg_accum	\\N	\\N	f	t
2859	pg_stat_get_buf_alloc	12	1	0	0	0	f	f	t	f	s	r	0	0	20		\\N	\\N	\\N	\\N	pg_stat_get_buf_alloc	\\N	\\N	f	f
2878	pg_stat_get_live_tuples	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_live_tuples	\\N	\\N	f	f
2879	pg_stat_get_dead_tuples	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_dead_tuples	\\N	\\N	f	f
2880	pg_advisory_lock	12	1	0	0	0	f	f	t	f	v	r	1	0	2278	20	\\N	\\N	\\N	\\N	pg_advisory_lock_int8	\\N	\\N	f	f
2881	pg_advisory_lock_shared	12	1	0	0	0	f	f	t	f	v	r	1	0	2278	20	\\N	\\N	\\N	\\N	pg_advisory_lock_shared_int8	\\N	\\N	f	f
2882	pg_try_advisory_lock	12	1	0	0	0	f	f	t	f	v	r	1	0	16	20	\\N	\\N	\\N	\\N	pg_try_advisory_lock_int8	\\N	\\N	f	f
2883	pg_try_advisory_lock_shared	12	1	0	0	0	f	f	t	f	v	r	1	0	16	20	\\N	\\N	\\N	\\N	pg_try_advisory_lock_shared_int8	\\N	\\N	f	f
2884	pg_advisory_unlock	12	1	0	0	0	f	f	t	f	v	r	1	0	16	20	\\N	\\N	\\N	\\N	pg_advisory_unlock_int8	\\N	\\N	f	f
2885	pg_advisory_unlock_shared	12	1	0	0	0	f	f	t	f	v	r	1	0	16	20	\\N	\\N	\\N	\\N	pg_advisory_unlock_shared_int8	\\N	\\N	f	f
2886	pg_advisory_lock	12	1	0	0	0	f	f	t	f	v	r	2	0	2278	23 23	\\N	\\N	\\N	\\N	pg_advisory_lock_int4	\\N	\\N	f	f
2887	pg_advisory_lock_shared	12	1	0	0	0	f	f	t	f	v	r	2	0	2278	23 23	\\N	\\N	\\N	\\N	pg_advisory_lock_shared_int4	\\N	\\N	f	f
2888	pg_try_advisory_lock	12	1	0	0	0	f	f	t	f	v	r	2	0	16	23 23	\\N	\\N	\\N	\\N	pg_try_advisory_lock_int4	\\N	\\N	f	f
2889	pg_try_advisory_lock_shared	12	1	0	0	0	f	f	t	f	v	r	2	0	16	23 23	\\N	\\N	\\N	\\N	pg_try_advisory_lock_shared_int4	\\N	\\N	f	f
2890	pg_advisory_unlock	12	1	0	0	0	f	f	t	f	v	r	2	0	16	23 23	\\N	\\N	\\N	\\N	pg_advisory_unlock_int4	\\N	\\N	f	f
2891	pg_advisory_unlock_shared	12	1	0	0	0	f	f	t	f	v	r	2	0	16	23 23	\\N	\\N	\\N	\\N	pg_advisory_unlock_shared_int4	\\N	\\N	f	f
2892	pg_advisory_unlock_all	12	1	0	0	0	f	f	t	f	v	r	0	0	2278		\\N	\\N	\\N	\\N	pg_advisory_unlock_all	\\N	\\N	f	f
2893	xml_in	12	1	0	0	0	f	f	t	f	s	s	1	0	142	2275	\\N	\\N	\\N	\\N	xml_in	\\N	\\N	f	t
2894	xml_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	142	\\N	\\N	\\N	\\N	xml_out	\\N	\\N	f	t
2895	xmlcomment	12	1	0	0	0	f	f	t	f	i	s	1	0	142	25	\\N	\\N	\\N	\\N	xmlcomment	\\N	\\N	f	f
2896	xml	12	1	0	0	0	f	f	t	f	s	s	1	0	142	25	\\N	\\N	\\N	\\N	texttoxml	\\N	\\N	f	t
2897	xmlvalidate	12	1	0	0	0	f	f	t	f	i	s	2	0	16	142 25	\\N	\\N	\\N	\\N	xmlvalidate	\\N	\\N	f	f
2898	xml_recv	12	1	0	0	0	f	f	t	f	s	s	1	0	142	2281	\\N	\\N	\\N	\\N	xml_recv	\\N	\\N	f	t
2899	xml_send	12	1	0	0	0	f	f	t	f	s	s	1	0	17	142	\\N	\\N	\\N	\\N	xml_send	\\N	\\N	f	t
2900	xmlconcat2	12	1	0	0	0	f	f	f	f	i	s	2	0	142	142 142	\\N	\\N	\\N	\\N	xmlconcat2	\\N	\\N	f	f
2901	xmlagg	12	1	0	0	0	a	f	f	f	i	s	1	0	142	142	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	f
2902	varbittypmodin	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1263	\\N	\\N	\\N	\\N	varbittypmodin	\\N	\\N	f	t
2903	intervaltypmodin	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1263	\\N	\\N	\\N	\\N	intervaltypmodin	\\N	\\N	f	t
2904	intervaltypmodout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	23	\\N	\\N	\\N	\\N	intervaltypmodout	\\N	\\N	f	t
2905	timestamptypmodin	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1263	\\N	\\N	\\N	\\N	timestamptypmodin	\\N	\\N	f	t
2906	timestamptypmodout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	23	\\N	\\N	\\N	\\N	timestamptypmodout	\\N	\\N	f	t
2907	timestamptztypmodin	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1263	\\N	\\N	\\N	\\N	timestamptztypmodin	\\N	\\N	f	t
2908	timestamptztypmodout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	23	\\N	\\N	\\N	\\N	timestamptztypmodout	\\N	\\N	f	t
2909	timetypmodin	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1263	\\N	\\N	\\N	\\N	timetypmodin	\\N	\\N	f	t
2910	timetypmodout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	23	\\N	\\N	\\N	\\N	timetypmodout	\\N	\\N	f	t
2911	timetztypmodin	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1263	\\N	\\N	\\N	\\N	timetztypmodin	\\N	\\N	f	t
2912	timetztypmodout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	23	\\N	\\N	\\N	\\N	timetztypmodout	\\N	\\N	f	t
2913	bpchartypmodin	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1263	\\N	\\N	\\N	\\N	bpchartypmodin	\\N	\\N	f	t
2914	bpchartypmodout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	23	\\N	\\N	\\N	\\N	bpchartypmodout	\\N	\\N	f	t
2915	varchartypmodin	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1263	\\N	\\N	\\N	\\N	varchartypmodin	\\N	\\N	f	t
2916	varchartypmodout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	23	\\N	\\N	\\N	\\N	varchartypmodout	\\N	\\N	f	t
2917	numerictypmodin	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1263	\\N	\\N	\\N	\\N	numerictypmodin	\\N	\\N	f	t
2918	numerictypmodout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	23	\\N	\\N	\\N	\\N	numerictypmodout	\\N	\\N	f	t
2919	bittypmodin	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1263	\\N	\\N	\\N	\\N	bittypmodin	\\N	\\N	f	t
2920	bittypmodout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	23	\\N	\\N	\\N	\\N	bittypmodout	\\N	\\N	f	t
2921	varbittypmodout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	23	\\N	\\N	\\N	\\N	varbittypmodout	\\N	\\N	f	t
2922	text	12	1	0	0	0	f	f	t	f	i	s	1	0	25	142	\\N	\\N	\\N	\\N	xmltotext	\\N	\\N	f	f
2923	table_to_xml	12	100	0	0	0	f	f	t	f	s	r	4	0	142	2205 16 16 25	\\N	\\N	{tbl,nulls,tableforest,targetns}	\\N	table_to_xml	\\N	\\N	f	f
2924	query_to_xml	12	100	0	0	0	f	f	t	f	v	u	4	0	142	25 16 16 25	\\N	\\N	{query,nulls,tableforest,targetns}	\\N	query_to_xml	\\N	\\N	f	f
2925	cursor_to_xml	12	100	0	0	0	f	f	t	f	v	u	5	0	142	1790 23 16 16 25	\\N	\\N	{cursor,count,nulls,tableforest,targetns}	\\N	cursor_to_xml	\\N	\\N	f	f
2926	table_to_xmlschema	12	100	0	0	0	f	f	t	f	s	r	4	0	142	2205 16 16 25	\\N	\\N	{tbl,nulls,tableforest,targetns}	\\N	table_to_xmlschema	\\N	\\N	f	f
2927	query_to_xmlschema	12	100	0	0	0	f	f	t	f	v	u	4	0	142	25 16 16 25	\\N	\\N	{query,nulls,tableforest,targetns}	\\N	query_to_xmlschema	\\N	\\N	f	f
2928	cursor_to_xmlschema	12	100	0	0	0	f	f	t	f	v	u	4	0	142	1790 16 16 25	\\N	\\N	{cursor,nulls,tableforest,targetns}	\\N	cursor_to_xmlschema	\\N	\\N	f	f
2929	table_to_xml_and_xmlschema	12	100	0	0	0	f	f	t	f	s	r	4	0	142	2205 16 16 25	\\N	\\N	{tbl,nulls,tableforest,targetns}	\\N	table_to_xml_and_xmlschema	\\N	\\N	f	f
2930	query_to_xml_and_xmlschema	12	100	0	0	0	f	f	t	f	v	u	4	0	142	25 16 16 25	\\N	\\N	{query,nulls,tableforest,targetns}	\\N	query_to_xml_and_xmlschema	\\N	\\N	f	f
2931	xpath	12	1	0	0	0	f	f	t	f	i	s	3	0	143	25 142 1009	\\N	\\N	\\N	\\N	xpath	\\N	\\N	f	f
2932	xpath	14	1	0	0	0	f	f	t	f	i	s	2	0	143	25 142	\\N	\\N	\\N	\\N		RETURN xpath($1, $2, '{}'::text[])	\\N	f	f
2933	schema_to_xml	12	100	0	0	0	f	f	t	f	s	r	4	0	142	19 16 16 25	\\N	\\N	{schema,nulls,tableforest,targetns}	\\N	schema_to_xml	\\N	\\N	f	f
2934	schema_to_xmlschema	12	100	0	0	0	f	f	t	f	s	r	4	0	142	19 16 16 25	\\N	\\N	{schema,nulls,tableforest,targetns}	\\N	schema_to_xmlschema	\\N	\\N	f	f
2935	schema_to_xml_and_xmlschema	12	100	0	0	0	f	f	t	f	s	r	4	0	142	19 16 16 25	\\N	\\N	{schema,nulls,tableforest,targetns}	\\N	schema_to_xml_and_xmlschema	\\N	\\N	f	f
2936	database_to_xml	12	100	0	0	0	f	f	t	f	s	r	3	0	142	16 16 25	\\N	\\N	{nulls,tableforest,targetns}	\\N	database_to_xml	\\N	\\N	f	f
2937	database_to_xmlschema	12	100	0	0	0	f	f	t	f	s	r	3	0	142	16 16 25	\\N	\\N	{nulls,tableforest,targetns}	\\N	database_to_xmlschema	\\N	\\N	f	f
2938	database_to_xml_and_xmlschema	12	100	0	0	0	f	f	t	f	s	r	3	0	142	16 16 25	\\N	\\N	{nulls,tableforest,targetns}	\\N	database_to_xml_and_xmlschema	\\N	\\N	f	f
2939	txid_snapshot_in	12	1	0	0	0	f	f	t	f	i	s	1	0	2970	2275	\\N	\\N	\\N	\\N	pg_snapshot_in	\\N	\\N	f	t
2940	txid_snapshot_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	2970	\\N	\\N	\\N	\\N	pg_snapshot_out	\\N	\\N	f	t
2941	txid_snapshot_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	2970	2281	\\N	\\N	\\N	\\N	pg_snapshot_recv	\\N	\\N	f	t
2942	txid_snapshot_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	2970	\\N	\\N	\\N	\\N	pg_snapshot_send	\\N	\\N	f	t
2943	txid_current	12	1	0	0	0	f	f	t	f	s	u	0	0	20		\\N	\\N	\\N	\\N	pg_current_xact_id	\\N	\\N	f	f
2944	txid_current_snapshot	12	1	0	0	0	f	f	t	f	s	s	0	0	2970		\\N	\\N	\\N	\\N	pg_current_snapshot	\\N	\\N	f	f
2945	txid_snapshot_xmin	12	1	0	0	0	f	f	t	f	i	s	1	0	20	2970	\\N	\\N	\\N	\\N	pg_snapshot_xmin	\\N	\\N	f	f
2946	txid_snapshot_xmax	12	1	0	0	0	f	f	t	f	i	s	1	0	20	2970	\\N	\\N	\\N	\\N	pg_snapshot_xmax	\\N	\\N	f	f
2947	txid_snapshot_xip	12	1	50	0	0	f	f	t	t	i	s	1	0	20	2970	\\N	\\N	\\N	\\N	pg_snapshot_xip	\\N	\\N	f	f
2948	txid_visible_in_snapshot	12	1	0	0	0	f	f	t	f	i	s	2	0	16	20 2970	\\N	\\N	\\N	\\N	pg_visible_in_snapshot	\\N	\\N	f	f
2952	uuid_in	12	1	0	0	0	f	f	t	f	i	s	1	0	2950	2275	\\N	\\N	\\N	\\N	uuid_in	\\N	\\N	f	t
2953	uuid_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	2950	\\N	\\N	\\N	\\N	uuid_out	\\N	\\N	f	t
2954	uuid_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	2950 2950	\\N	\\N	\\N	\\N	uuid_lt	\\N	\\N	f	t
2955	uuid_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	2950 2950	\\N	\\N	\\N	\\N	uuid_le	\\N	\\N	f	t
2956	uuid_eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	2950 2950	\\N	\\N	\\N	\\N	uuid_eq	\\N	\\N	f	t
2957	uuid_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	2950 2950	\\N	\\N	\\N	\\N	uuid_ge	\\N	\\N	f	t
2958	uuid_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	2950 2950	\\N	\\N	\\N	\\N	uuid_gt	\\N	\\N	f	t
2959	uuid_ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	2950 2950	\\N	\\N	\\N	\\N	uuid_ne	\\N	\\N	f	t
2960	uuid_cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	2950 2950	\\N	\\N	\\N	\\N	uuid_cmp	\\N	\\N	f	t
2961	uuid_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	2950	2281	\\N	\\N	\\N	\\N	uuid_recv	\\N	\\N	f	t
2962	uuid_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	2950	\\N	\\N	\\N	\\N	uuid_send	\\N	\\N	f	t
2963	uuid_hash	12	1	0	0	0	f	f	t	f	i	s	1	0	23	2950	\\N	\\N	\\N	\\N	uuid_hash	\\N	\\N	f	t
2971	text	12	1	0	0	0	f	f	t	f	i	s	1	0	25	16	\\N	\\N	\\N	\\N	booltext	\\N	\\N	f	t
2978	pg_stat_get_function_calls	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_function_calls	\\N	\\N	f	f
2979	pg_stat_get_function_total_time	12	1	0	0	0	f	f	t	f	s	r	1	0	701	26	\\N	\\N	\\N	\\N	pg_stat_get_function_total_time	\\N	\\N	f	f
2980	pg_stat_get_function_self_time	12	1	0	0	0	f	f	t	f	s	r	1	0	701	26	\\N	\\N	\\N	\\N	pg_stat_get_function_self_time	\\N	\\N	f	f
2981	record_eq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2249 2249	\\N	\\N	\\N	\\N	record_eq	\\N	\\N	f	t
2982	record_ne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2249 2249	\\N	\\N	\\N	\\N	record_ne	\\N	\\N	f	t
2983	record_lt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2249 2249	\\N	\\N	\\N	\\N	record_lt	\\N	\\N	f	t
2984	record_gt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2249 2249	\\N	\\N	\\N	\\N	record_gt	\\N	\\N	f	t
2985	record_le	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2249 2249	\\N	\\N	\\N	\\N	record_le	\\N	\\N	f	t
2986	record_ge	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2249 2249	\\N	\\N	\\N	\\N	record_ge	\\N	\\N	f	t
2987	btrecordcmp	12	1	0	0	0	f	f	t	f	i	s	2	0	23	2249 2249	\\N	\\N	\\N	\\N	btrecordcmp	\\N	\\N	f	t
2997	pg_table_size	12	1	0	0	0	f	f	t	f	v	s	1	0	20	2205	\\N	\\N	\\N	\\N	pg_table_size	\\N	\\N	f	f
2998	pg_indexes_size	12	1	0	0	0	f	f	t	f	v	s	1	0	20	2205	\\N	\\N	\\N	\\N	pg_indexes_size	\\N	\\N	f	f
2999	pg_relation_filenode	12	1	0	0	0	f	f	t	f	s	s	1	0	26	2205	\\N	\\N	\\N	\\N	pg_relation_filenode	\\N	\\N	f	f
3000	has_foreign_data_wrapper_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 25 25	\\N	\\N	\\N	\\N	has_foreign_data_wrapper_privilege_name_name	\\N	\\N	f	f
3001	has_foreign_data_wrapper_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 26 25	\\N	\\N	\\N	\\N	has_foreign_data_wrapper_privilege_name_id	\\N	\\N	f	f
3002	has_foreign_data_wrapper_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 25 25	\\N	\\N	\\N	\\N	has_foreign_data_wrapper_privilege_id_name	\\N	\\N	f	f
3003	has_foreign_data_wrapper_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 26 25	\\N	\\N	\\N	\\N	has_foreign_data_wrapper_privilege_id_id	\\N	\\N	f	f
3004	has_foreign_data_wrapper_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	25 25	\\N	\\N	\\N	\\N	has_foreign_data_wrapper_privilege_name	\\N	\\N	f	f
3005	has_foreign_data_wrapper_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	26 25	\\N	\\N	\\N	\\N	has_foreign_data_wrapper_privilege_id	\\N	\\N	f	f
3006	has_server_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 25 25	\\N	\\N	\\N	\\N	has_server_privilege_name_name	\\N	\\N	f	f
3007	has_server_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 26 25	\\N	\\N	\\N	\\N	has_server_privilege_name_id	\\N	\\N	f	f
3008	has_server_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 25 25	\\N	\\N	\\N	\\N	has_server_privilege_id_name	\\N	\\N	f	f
3009	has_server_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 26 25	\\N	\\N	\\N	\\N	has_server_privilege_id_id	\\N	\\N	f	f
3010	has_server_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	25 25	\\N	\\N	\\N	\\N	has_server_privilege_name	\\N	\\N	f	f
3011	has_server_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	26 25	\\N	\\N	\\N	\\N	has_server_privilege_id	\\N	\\N	f	f
3012	has_column_privilege	12	1	0	0	0	f	f	t	f	s	s	4	0	16	19 25 25 25	\\N	\\N	\\N	\\N	has_column_privilege_name_name_name	\\N	\\N	f	f
3013	has_column_privilege	12	1	0	0	0	f	f	t	f	s	s	4	0	16	19 25 21 25	\\N	\\N	\\N	\\N	has_column_privilege_name_name_attnum	\\N	\\N	f	f
3014	has_column_privilege	12	1	0	0	0	f	f	t	f	s	s	4	0	16	19 26 25 25	\\N	\\N	\\N	\\N	has_column_privilege_name_id_name	\\N	\\N	f	f
3015	has_column_privilege	12	1	0	0	0	f	f	t	f	s	s	4	0	16	19 26 21 25	\\N	\\N	\\N	\\N	has_column_privilege_name_id_attnum	\\N	\\N	f	f
3016	has_column_privilege	12	1	0	0	0	f	f	t	f	s	s	4	0	16	26 25 25 25	\\N	\\N	\\N	\\N	has_column_privilege_id_name_name	\\N	\\N	f	f
3017	has_column_privilege	12	1	0	0	0	f	f	t	f	s	s	4	0	16	26 25 21 25	\\N	\\N	\\N	\\N	has_column_privilege_id_name_attnum	\\N	\\N	f	f
3018	has_column_privilege	12	1	0	0	0	f	f	t	f	s	s	4	0	16	26 26 25 25	\\N	\\N	\\N	\\N	has_column_privilege_id_id_name	\\N	\\N	f	f
3019	has_column_privilege	12	1	0	0	0	f	f	t	f	s	s	4	0	16	26 26 21 25	\\N	\\N	\\N	\\N	has_column_privilege_id_id_attnum	\\N	\\N	f	f
3020	has_column_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	25 25 25	\\N	\\N	\\N	\\N	has_column_privilege_name_name	\\N	\\N	f	f
3021	has_column_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	25 21 25	\\N	\\N	\\N	\\N	has_column_privilege_name_attnum	\\N	\\N	f	f
3022	has_column_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 25 25	\\N	\\N	\\N	\\N	has_column_privilege_id_name	\\N	\\N	f	f
3023	has_column_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 21 25	\\N	\\N	\\N	\\N	has_column_privilege_id_attnum	\\N	\\N	f	f
3024	has_any_column_privilege	12	10	0	0	0	f	f	t	f	s	s	3	0	16	19 25 25	\\N	\\N	\\N	\\N	has_any_column_privilege_name_name	\\N	\\N	f	f
3025	has_any_column_privilege	12	10	0	0	0	f	f	t	f	s	s	3	0	16	19 26 25	\\N	\\N	\\N	\\N	has_any_column_privilege_name_id	\\N	\\N	f	f
3026	has_any_column_privilege	12	10	0	0	0	f	f	t	f	s	s	3	0	16	26 25 25	\\N	\\N	\\N	\\N	has_any_column_privilege_id_name	\\N	\\N	f	f
3027	has_any_column_privilege	12	10	0	0	0	f	f	t	f	s	s	3	0	16	26 26 25	\\N	\\N	\\N	\\N	has_any_column_privilege_id_id	\\N	\\N	f	f
3028	has_any_column_privilege	12	10	0	0	0	f	f	t	f	s	s	2	0	16	25 25	\\N	\\N	\\N	\\N	has_any_column_privilege_name	\\N	\\N	f	f
3029	has_any_column_privilege	12	10	0	0	0	f	f	t	f	s	s	2	0	16	26 25	\\N	\\N	\\N	\\N	has_any_column_privilege_id	\\N	\\N	f	f
3030	overlay	12	1	0	0	0	f	f	t	f	i	s	4	0	1560	1560 1560 23 23	\\N	\\N	\\N	\\N	bitoverlay	\\N	\\N	f	f
3031	overlay	12	1	0	0	0	f	f	t	f	i	s	3	0	1560	1560 1560 23	\\N	\\N	\\N	\\N	bitoverlay_no_len	\\N	\\N	f	f
3032	get_bit	12	1	0	0	0	f	f	t	f	i	s	2	0	23	1560 23	\\N	\\N	\\N	\\N	bitgetbit	\\N	\\N	f	f
3033	set_bit	12	1	0	0	0	f	f	t	f	i	s	3	0	1560	1560 23 23	\\N	\\N	\\N	\\N	bitsetbit	\\N	\\N	f	f
3034	pg_relation_filepath	12	1	0	0	0	f	f	t	f	s	s	1	0	25	2205	\\N	\\N	\\N	\\N	pg_relation_filepath	\\N	\\N	f	f
3035	pg_listening_channels	12	1	10	0	0	f	f	t	t	s	r	0	0	25		\\N	\\N	\\N	\\N	pg_listening_channels	\\N	\\N	f	f
3036	pg_notify	12	1	0	0	0	f	f	f	f	v	r	2	0	2278	25 25	\\N	\\N	\\N	\\N	pg_notify	\\N	\\N	f	f
3037	pg_stat_get_xact_numscans	12	1	0	0	0	f	f	t	f	v	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_xact_numscans	\\N	\\N	f	f
3038	pg_stat_get_xact_tuples_returned	12	1	0	0	0	f	f	t	f	v	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_xact_tuples_returned	\\N	\\N	f	f
3039	pg_stat_get_xact_tuples_fetched	12	1	0	0	0	f	f	t	f	v	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_xact_tuples_fetched	\\N	\\N	f	f
3040	pg_stat_get_xact_tuples_inserted	12	1	0	0	0	f	f	t	f	v	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_xact_tuples_inserted	\\N	\\N	f	f
3041	pg_stat_get_xact_tuples_updated	12	1	0	0	0	f	f	t	f	v	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_xact_tuples_updated	\\N	\\N	f	f
3042	pg_stat_get_xact_tuples_deleted	12	1	0	0	0	f	f	t	f	v	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_xact_tuples_deleted	\\N	\\N	f	f
3043	pg_stat_get_xact_tuples_hot_updated	12	1	0	0	0	f	f	t	f	v	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_xact_tuples_hot_updated	\\N	\\N	f	f
3044	pg_stat_get_xact_blocks_fetched	12	1	0	0	0	f	f	t	f	v	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_xact_blocks_fetched	\\N	\\N	f	f
3045	pg_stat_get_xact_blocks_hit	12	1	0	0	0	f	f	t	f	v	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_xact_blocks_hit	\\N	\\N	f	f
3046	pg_stat_get_xact_function_calls	12	1	0	0	0	f	f	t	f	v	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_xact_function_calls	\\N	\\N	f	f
3047	pg_stat_get_xact_function_total_time	12	1	0	0	0	f	f	t	f	v	r	1	0	701	26	\\N	\\N	\\N	\\N	pg_stat_get_xact_function_total_time	\\N	\\N	f	f
3048	pg_stat_get_xact_function_self_time	12	1	0	0	0	f	f	t	f	v	r	1	0	701	26	\\N	\\N	\\N	\\N	pg_stat_get_xact_function_self_time	\\N	\\N	f	f
3049	xpath_exists	12	1	0	0	0	f	f	t	f	i	s	3	0	16	25 142 1009	\\N	\\N	\\N	\\N	xpath_exists	\\N	\\N	f	f
3050	xpath_exists	14	1	0	0	0	f	f	t	f	i	s	2	0	16	25 142	\\N	\\N	\\N	\\N		RETURN xpath_exists($1, $2, '{}'::text[])	\\N	f	f
3051	xml_is_well_formed	12	1	0	0	0	f	f	t	f	s	s	1	0	16	25	\\N	\\N	\\N	\\N	xml_is_well_formed	\\N	\\N	f	f
3052	xml_is_well_formed_document	12	1	0	0	0	f	f	t	f	i	s	1	0	16	25	\\N	\\N	\\N	\\N	xml_is_well_formed_document	\\N	\\N	f	f
3053	xml_is_well_formed_content	12	1	0	0	0	f	f	t	f	i	s	1	0	16	25	\\N	\\N	\\N	\\N	xml_is_well_formed_content	\\N	\\N	f	f
3054	pg_stat_get_vacuum_count	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_vacuum_count	\\N	\\N	f	f
3055	pg_stat_get_autovacuum_count	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_autovacuum_count	\\N	\\N	f	f
3056	pg_stat_get_analyze_count	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_analyze_count	\\N	\\N	f	f
3057	pg_stat_get_autoanalyze_count	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_autoanalyze_count	\\N	\\N	f	f
3058	concat	12	1	0	2276	0	f	f	f	f	s	s	1	0	25	2276	{2276}	{v}	\\N	\\N	text_concat	\\N	\\N	f	f
3059	concat_ws	12	1	0	2276	0	f	f	f	f	s	s	2	0	25	25 2276	{25,2276}	{i,v}	\\N	\\N	text_concat_ws	\\N	\\N	f	f
3060	left	12	1	0	0	0	f	f	t	f	i	s	2	0	25	25 23	\\N	\\N	\\N	\\N	text_left	\\N	\\N	f	f
3061	right	12	1	0	0	0	f	f	t	f	i	s	2	0	25	25 23	\\N	\\N	\\N	\\N	text_right	\\N	\\N	f	f
3062	reverse	12	1	0	0	0	f	f	t	f	i	s	1	0	25	25	\\N	\\N	\\N	\\N	text_reverse	\\N	\\N	f	f
3063	pg_stat_get_buf_fsync_backend	12	1	0	0	0	f	f	t	f	s	r	0	0	20		\\N	\\N	\\N	\\N	pg_stat_get_buf_fsync_backend	\\N	\\N	f	f
3064	gist_point_distance	12	1	0	0	0	f	f	t	f	i	s	5	0	701	2281 600 21 26 2281	\\N	\\N	\\N	\\N	gist_point_distance	\\N	\\N	f	t
3065	pg_stat_get_db_conflict_tablespace	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_conflict_tablespace	\\N	\\N	f	f
3066	pg_stat_get_db_conflict_lock	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_conflict_lock	\\N	\\N	f	f
3067	pg_stat_get_db_conflict_snapshot	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_conflict_snapshot	\\N	\\N	f	f
3068	pg_stat_get_db_conflict_bufferpin	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_conflict_bufferpin	\\N	\\N	f	f
3069	pg_stat_get_db_conflict_startup_deadlock	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_conflict_startup_deadlock	\\N	\\N	f	f
3070	pg_stat_get_db_conflict_all	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_conflict_all	\\N	\\N	f	f
3071	pg_wal_replay_pause	12	1	0	0	0	f	f	t	f	v	s	0	0	2278		\\N	\\N	\\N	\\N	pg_wal_replay_pause	\\N	\\N	t	f
3072	pg_wal_replay_resume	12	1	0	0	0	f	f	t	f	v	s	0	0	2278		\\N	\\N	\\N	\\N	pg_wal_replay_resume	\\N	\\N	t	f
3073	pg_is_wal_replay_paused	12	1	0	0	0	f	f	t	f	v	s	0	0	16		\\N	\\N	\\N	\\N	pg_is_wal_replay_paused	\\N	\\N	f	f
3074	pg_stat_get_db_stat_reset_time	12	1	0	0	0	f	f	t	f	s	r	1	0	1184	26	\\N	\\N	\\N	\\N	pg_stat_get_db_stat_reset_time	\\N	\\N	f	f
3075	pg_stat_get_bgwriter_stat_reset_time	12	1	0	0	0	f	f	t	f	s	r	0	0	1184		\\N	\\N	\\N	\\N	pg_stat_get_bgwriter_stat_reset_time	\\N	\\N	f	f
3076	ginarrayextract	12	1	0	0	0	f	f	t	f	i	s	2	0	2281	2277 2281	\\N	\\N	\\N	\\N	ginarrayextract_2args	\\N	\\N	f	f
3077	gin_extract_tsvector	12	1	0	0	0	f	f	t	f	i	s	2	0	2281	3614 2281	\\N	\\N	\\N	\\N	gin_extract_tsvector_2args	\\N	\\N	f	f
3078	pg_sequence_parameters	12	1	0	0	0	f	f	t	f	s	s	1	0	2249	26	{26,20,20,20,20,16,20,26}	{i,o,o,o,o,o,o,o}	{sequence_oid,start_value,minimum_value,maximum_value,increment,cycle_option,cache_size,data_type}	\\N	pg_sequence_parameters	\\N	\\N	f	f
3082	pg_available_extensions	12	10	100	0	0	f	f	t	t	s	s	0	0	2249		{19,25,25}	{o,o,o}	{name,default_version,comment}	\\N	pg_available_extensions	\\N	\\N	f	f
3083	pg_available_extension_versions	12	10	100	0	0	f	f	t	t	s	s	0	0	2249		{19,25,16,16,16,19,1003,25}	{o,o,o,o,o,o,o,o}	{name,version,superuser,trusted,relocatable,schema,requires,comment}	\\N	pg_available_extension_versions	\\N	\\N	f	f
3084	pg_extension_update_paths	12	10	100	0	0	f	f	t	t	s	s	1	0	2249	19	{19,25,25,25}	{i,o,o,o}	{name,source,target,path}	\\N	pg_extension_update_paths	\\N	\\N	f	f
3086	pg_extension_config_dump	12	1	0	0	0	f	f	t	f	v	u	2	0	2278	2205 25	\\N	\\N	\\N	\\N	pg_extension_config_dump	\\N	\\N	f	f
3087	gin_extract_tsquery	12	1	0	0	0	f	f	t	f	i	s	5	0	2281	3615 2281 21 2281 2281	\\N	\\N	\\N	\\N	gin_extract_tsquery_5args	\\N	\\N	f	f
3088	gin_tsquery_consistent	12	1	0	0	0	f	f	t	f	i	s	6	0	16	2281 21 3615 23 2281 2281	\\N	\\N	\\N	\\N	gin_tsquery_consistent_6args	\\N	\\N	f	f
3089	pg_advisory_xact_lock	12	1	0	0	0	f	f	t	f	v	r	1	0	2278	20	\\N	\\N	\\N	\\N	pg_advisory_xact_lock_int8	\\N	\\N	f	f
3090	pg_advisory_xact_lock_shared	12	1	0	0	0	f	f	t	f	v	r	1	0	2278	20	\\N	\\N	\\N	\\N	pg_advisory_xact_lock_shared_int8	\\N	\\N	f	f
3091	pg_try_advisory_xact_lock	12	1	0	0	0	f	f	t	f	v	r	1	0	16	20	\\N	\\N	\\N	\\N	pg_try_advisory_xact_lock_int8	\\N	\\N	f	f
3092	pg_try_advisory_xact_lock_shared	12	1	0	0	0	f	f	t	f	v	r	1	0	16	20	\\N	\\N	\\N	\\N	pg_try_advisory_xact_lock_shared_int8	\\N	\\N	f	f
3093	pg_advisory_xact_lock	12	1	0	0	0	f	f	t	f	v	r	2	0	2278	23 23	\\N	\\N	\\N	\\N	pg_advisory_xact_lock_int4	\\N	\\N	f	f
3094	pg_advisory_xact_lock_shared	12	1	0	0	0	f	f	t	f	v	r	2	0	2278	23 23	\\N	\\N	\\N	\\N	pg_advisory_xact_lock_shared_int4	\\N	\\N	f	f
3095	pg_try_advisory_xact_lock	12	1	0	0	0	f	f	t	f	v	r	2	0	16	23 23	\\N	\\N	\\N	\\N	pg_try_advisory_xact_lock_int4	\\N	\\N	f	f
3096	pg_try_advisory_xact_lock_shared	12	1	0	0	0	f	f	t	f	v	r	2	0	16	23 23	\\N	\\N	\\N	\\N	pg_try_advisory_xact_lock_shared_int4	\\N	\\N	f	f
3097	varchar_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	varchar_support	\\N	\\N	f	t
3098	pg_create_restore_point	12	1	0	0	0	f	f	t	f	v	s	1	0	3220	25	\\N	\\N	\\N	\\N	pg_create_restore_point	\\N	\\N	t	f
3099	pg_stat_get_wal_senders	12	1	10	0	0	f	f	f	t	s	r	0	0	2249		{23,25,3220,3220,3220,3220,1186,1186,1186,23,25,1184}	{o,o,o,o,o,o,o,o,o,o,o,o}	{pid,state,sent_lsn,write_lsn,flush_lsn,replay_lsn,write_lag,flush_lag,replay_lag,sync_priority,sync_state,reply_time}	\\N	pg_stat_get_wal_senders	\\N	\\N	f	f
3100	row_number	12	1	0	0	6233	w	f	f	f	i	s	0	0	20		\\N	\\N	\\N	\\N	window_row_number	\\N	\\N	f	f
3101	rank	12	1	0	0	6234	w	f	f	f	i	s	0	0	20		\\N	\\N	\\N	\\N	window_rank	\\N	\\N	f	f
3102	dense_rank	12	1	0	0	6235	w	f	f	f	i	s	0	0	20		\\N	\\N	\\N	\\N	window_dense_rank	\\N	\\N	f	f
3103	percent_rank	12	1	0	0	0	w	f	f	f	i	s	0	0	701		\\N	\\N	\\N	\\N	window_percent_rank	\\N	\\N	f	f
3104	cume_dist	12	1	0	0	0	w	f	f	f	i	s	0	0	701		\\N	\\N	\\N	\\N	window_cume_dist	\\N	\\N	f	f
3105	ntile	12	1	0	0	0	w	f	t	f	i	s	1	0	23	23	\\N	\\N	\\N	\\N	window_ntile	\\N	\\N	f	f
3106	lag	12	1	0	0	0	w	f	t	f	i	s	1	0	2283	2283	\\N	\\N	\\N	\\N	window_lag	\\N	\\N	f	f
3107	lag	12	1	0	0	0	w	f	t	f	i	s	2	0	2283	2283 23	\\N	\\N	\\N	\\N	window_lag_with_offset	\\N	\\N	f	f
3108	lag	12	1	0	0	0	w	f	t	f	i	s	3	0	5077	5077 23 5077	\\N	\\N	\\N	\\N	window_lag_with_offset_and_default	\\N	\\N	f	f
3109	lead	12	1	0	0	0	w	f	t	f	i	s	1	0	2283	2283	\\N	\\N	\\N	\\N	window_lead	\\N	\\N	f	f
3110	lead	12	1	0	0	0	w	f	t	f	i	s	2	0	2283	2283 23	\\N	\\N	\\N	\\N	window_lead_with_offset	\\N	\\N	f	f
3111	lead	12	1	0	0	0	w	f	t	f	i	s	3	0	5077	5077 23 5077	\\N	\\N	\\N	\\N	window_lead_with_offset_and_default	\\N	\\N	f	f
3112	first_value	12	1	0	0	0	w	f	t	f	i	s	1	0	2283	2283	\\N	\\N	\\N	\\N	window_first_value	\\N	\\N	f	f
3113	last_value	12	1	0	0	0	w	f	t	f	i	s	1	0	2283	2283	\\N	\\N	\\N	\\N	window_last_value	\\N	\\N	f	f
3114	nth_value	12	1	0	0	0	w	f	t	f	i	s	2	0	2283	2283 23	\\N	\\N	\\N	\\N	window_nth_value	\\N	\\N	f	f
3116	fdw_handler_in	12	1	0	0	0	f	f	f	f	i	s	1	0	3115	2275	\\N	\\N	\\N	\\N	fdw_handler_in	\\N	\\N	f	t
3117	fdw_handler_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	3115	\\N	\\N	\\N	\\N	fdw_handler_out	\\N	\\N	f	t
3120	void_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	void_recv	\\N	\\N	f	t
3121	void_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	2278	\\N	\\N	\\N	\\N	void_send	\\N	\\N	f	t
3129	btint2sortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	btint2sortsupport	\\N	\\N	f	t
3130	btint4sortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	btint4sortsupport	\\N	\\N	f	t
3131	btint8sortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	btint8sortsupport	\\N	\\N	f	t
3132	btfloat4sortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	btfloat4sortsupport	\\N	\\N	f	t
3133	btfloat8sortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	btfloat8sortsupport	\\N	\\N	f	t
3134	btoidsortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	btoidsortsupport	\\N	\\N	f	t
3135	btnamesortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	btnamesortsupport	\\N	\\N	f	t
3136	date_sortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	date_sortsupport	\\N	\\N	f	t
3137	timestamp_sortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	timestamp_sortsupport	\\N	\\N	f	t
3138	has_type_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 25 25	\\N	\\N	\\N	\\N	has_type_privilege_name_name	\\N	\\N	f	f
3139	has_type_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 26 25	\\N	\\N	\\N	\\N	has_type_privilege_name_id	\\N	\\N	f	f
3140	has_type_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 25 25	\\N	\\N	\\N	\\N	has_type_privilege_id_name	\\N	\\N	f	f
3141	has_type_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 26 25	\\N	\\N	\\N	\\N	has_type_privilege_id_id	\\N	\\N	f	f
3142	has_type_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	25 25	\\N	\\N	\\N	\\N	has_type_privilege_name	\\N	\\N	f	f
3143	has_type_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	26 25	\\N	\\N	\\N	\\N	has_type_privilege_id	\\N	\\N	f	f
3144	macaddr_not	12	1	0	0	0	f	f	t	f	i	s	1	0	829	829	\\N	\\N	\\N	\\N	macaddr_not	\\N	\\N	f	t
3145	macaddr_and	12	1	0	0	0	f	f	t	f	i	s	2	0	829	829 829	\\N	\\N	\\N	\\N	macaddr_and	\\N	\\N	f	t
3146	macaddr_or	12	1	0	0	0	f	f	t	f	i	s	2	0	829	829 829	\\N	\\N	\\N	\\N	macaddr_or	\\N	\\N	f	t
3150	pg_stat_get_db_temp_files	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_temp_files	\\N	\\N	f	f
3151	pg_stat_get_db_temp_bytes	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_temp_bytes	\\N	\\N	f	f
3152	pg_stat_get_db_deadlocks	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_deadlocks	\\N	\\N	f	f
3153	array_to_json	12	1	0	0	0	f	f	t	f	s	s	1	0	114	2277	\\N	\\N	\\N	\\N	array_to_json	\\N	\\N	f	f
3154	array_to_json	12	1	0	0	0	f	f	t	f	s	s	2	0	114	2277 16	\\N	\\N	\\N	\\N	array_to_json_pretty	\\N	\\N	f	f
3155	row_to_json	12	1	0	0	0	f	f	t	f	s	s	1	0	114	2249	\\N	\\N	\\N	\\N	row_to_json	\\N	\\N	f	f
3156	row_to_json	12	1	0	0	0	f	f	t	f	s	s	2	0	114	2249 16	\\N	\\N	\\N	\\N	row_to_json_pretty	\\N	\\N	f	f
3157	numeric_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	numeric_support	\\N	\\N	f	t
3158	varbit_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	varbit_support	\\N	\\N	f	t
3159	pg_get_viewdef	12	1	0	0	0	f	f	t	f	s	r	2	0	25	26 23	\\N	\\N	\\N	\\N	pg_get_viewdef_wrap	\\N	\\N	f	f
3160	pg_stat_get_checkpoint_write_time	12	1	0	0	0	f	f	t	f	s	r	0	0	701		\\N	\\N	\\N	\\N	pg_stat_get_checkpoint_write_time	\\N	\\N	f	f
3161	pg_stat_get_checkpoint_sync_time	12	1	0	0	0	f	f	t	f	s	r	0	0	701		\\N	\\N	\\N	\\N	pg_stat_get_checkpoint_sync_time	\\N	\\N	f	f
3162	pg_collation_for	12	1	0	0	0	f	f	f	f	s	s	1	0	25	2276	\\N	\\N	\\N	\\N	pg_collation_for	\\N	\\N	f	f
3163	pg_trigger_depth	12	1	0	0	0	f	f	t	f	s	r	0	0	23		\\N	\\N	\\N	\\N	pg_trigger_depth	\\N	\\N	f	f
3165	pg_wal_lsn_diff	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	3220 3220	\\N	\\N	\\N	\\N	pg_wal_lsn_diff	\\N	\\N	f	f
3166	pg_size_pretty	12	1	0	0	0	f	f	t	f	i	s	1	0	25	1700	\\N	\\N	\\N	\\N	pg_size_pretty_numeric	\\N	\\N	f	f
3167	array_remove	12	1	0	0	0	f	f	f	f	i	s	2	0	5078	5078 5077	\\N	\\N	\\N	\\N	array_remove	\\N	\\N	f	f
3168	array_replace	12	1	0	0	0	f	f	f	f	i	s	3	0	5078	5078 5077 5077	\\N	\\N	\\N	\\N	array_replace	\\N	\\N	f	f
3169	rangesel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	rangesel	\\N	\\N	f	t
3170	lo_lseek64	12	1	0	0	0	f	f	t	f	v	u	3	0	20	23 20 23	\\N	\\N	\\N	\\N	be_lo_lseek64	\\N	\\N	f	f
3171	lo_tell64	12	1	0	0	0	f	f	t	f	v	u	1	0	20	23	\\N	\\N	\\N	\\N	be_lo_tell64	\\N	\\N	f	f
3172	lo_truncate64	12	1	0	0	0	f	f	t	f	v	u	2	0	23	23 20	\\N	\\N	\\N	\\N	be_lo_truncate64	\\N	\\N	f	f
3173	json_agg_transfn	12	1	0	0	0	f	f	f	f	s	s	2	0	2281	2281 2283	\\N	\\N	\\N	\\N	json_agg_transfn	\\N	\\N	f	t
3174	json_agg_finalfn	12	1	0	0	0	f	f	f	f	i	s	1	0	114	2281	\\N	\\N	\\N	\\N	json_agg_finalfn	\\N	\\N	f	t
3175	json_agg	12	1	0	0	0	a	f	f	f	s	s	1	0	114	2283	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
3176	to_json	12	1	0	0	0	f	f	t	f	s	s	1	0	114	2283	\\N	\\N	\\N	\\N	to_json	\\N	\\N	f	f
3177	pg_stat_get_mod_since_analyze	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_mod_since_analyze	\\N	\\N	f	f
3178	numeric_sum	12	1	0	0	0	f	f	f	f	i	s	1	0	1700	2281	\\N	\\N	\\N	\\N	numeric_sum	\\N	\\N	f	t
3179	cardinality	12	1	0	0	0	f	f	t	f	i	s	1	0	23	2277	\\N	\\N	\\N	\\N	array_cardinality	\\N	\\N	f	f
3180	json_object_agg_transfn	12	1	0	0	0	f	f	f	f	s	s	3	0	2281	2281 2276 2276	\\N	\\N	\\N	\\N	json_object_agg_transfn	\\N	\\N	f	t
3181	record_image_eq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2249 2249	\\N	\\N	\\N	\\N	record_image_eq	\\N	\\N	f	t
3182	record_image_ne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2249 2249	\\N	\\N	\\N	\\N	record_image_ne	\\N	\\N	f	t
3183	record_image_lt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2249 2249	\\N	\\N	\\N	\\N	record_image_lt	\\N	\\N	f	t
3184	record_image_gt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2249 2249	\\N	\\N	\\N	\\N	record_image_gt	\\N	\\N	f	t
3185	record_image_le	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2249 2249	\\N	\\N	\\N	\\N	record_image_le	\\N	\\N	f	t
3186	record_image_ge	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2249 2249	\\N	\\N	\\N	\\N	record_image_ge	\\N	\\N	f	t
3187	btrecordimagecmp	12	1	0	0	0	f	f	t	f	i	s	2	0	23	2249 2249	\\N	\\N	\\N	\\N	btrecordimagecmp	\\N	\\N	f	t
3195	pg_stat_get_archiver	12	1	0	0	0	f	f	f	f	s	r	0	0	2249		{20,25,1184,20,25,1184,1184}	{o,o,o,o,o,o,o}	{archived_count,last_archived_wal,last_archived_time,failed_count,last_failed_wal,last_failed_time,stats_reset}	\\N	pg_stat_get_archiver	\\N	\\N	f	f
3196	json_object_agg_finalfn	12	1	0	0	0	f	f	f	f	i	s	1	0	114	2281	\\N	\\N	\\N	\\N	json_object_agg_finalfn	\\N	\\N	f	t
3197	json_object_agg	12	1	0	0	0	a	f	f	f	s	s	2	0	114	2276 2276	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
3198	json_build_array	12	1	0	2276	0	f	f	f	f	s	s	1	0	114	2276	{2276}	{v}	\\N	\\N	json_build_array	\\N	\\N	f	f
3199	json_build_array	12	1	0	0	0	f	f	f	f	s	s	0	0	114		\\N	\\N	\\N	\\N	json_build_array_noargs	\\N	\\N	f	f
3200	json_build_object	12	1	0	2276	0	f	f	f	f	s	s	1	0	114	2276	{2276}	{v}	\\N	\\N	json_build_object	\\N	\\N	f	f
3201	json_build_object	12	1	0	0	0	f	f	f	f	s	s	0	0	114		\\N	\\N	\\N	\\N	json_build_object_noargs	\\N	\\N	f	f
3202	json_object	12	1	0	0	0	f	f	t	f	i	s	1	0	114	1009	\\N	\\N	\\N	\\N	json_object	\\N	\\N	f	f
3203	json_object	12	1	0	0	0	f	f	t	f	i	s	2	0	114	1009 1009	\\N	\\N	\\N	\\N	json_object_two_arg	\\N	\\N	f	f
3204	json_to_record	12	1	0	0	0	f	f	t	f	s	s	1	0	2249	114	\\N	\\N	\\N	\\N	json_to_record	\\N	\\N	f	f
3205	json_to_recordset	12	1	100	0	0	f	f	f	t	s	s	1	0	2249	114	\\N	\\N	\\N	\\N	json_to_recordset	\\N	\\N	f	f
3207	jsonb_array_length	12	1	0	0	0	f	f	t	f	i	s	1	0	23	3802	\\N	\\N	\\N	\\N	jsonb_array_length	\\N	\\N	f	f
3208	jsonb_each	12	1	100	0	0	f	f	t	t	i	s	1	0	2249	3802	{3802,25,3802}	{i,o,o}	{from_json,key,value}	\\N	jsonb_each	\\N	\\N	f	f
3209	jsonb_populate_record	12	1	0	0	0	f	f	f	f	s	s	2	0	2283	2283 3802	\\N	\\N	\\N	\\N	jsonb_populate_record	\\N	\\N	f	f
3210	jsonb_typeof	12	1	0	0	0	f	f	t	f	i	s	1	0	25	3802	\\N	\\N	\\N	\\N	jsonb_typeof	\\N	\\N	f	f
3214	jsonb_object_field_text	12	1	0	0	0	f	f	t	f	i	s	2	0	25	3802 25	\\N	\\N	{from_json,field_name}	\\N	jsonb_object_field_text	\\N	\\N	f	t
3215	jsonb_array_element	12	1	0	0	0	f	f	t	f	i	s	2	0	3802	3802 23	\\N	\\N	{from_json,element_index}	\\N	jsonb_array_element	\\N	\\N	f	t
3216	jsonb_array_element_text	12	1	0	0	0	f	f	t	f	i	s	2	0	25	3802 23	\\N	\\N	{from_json,element_index}	\\N	jsonb_array_element_text	\\N	\\N	f	t
3217	jsonb_extract_path	12	1	0	25	0	f	f	t	f	i	s	2	0	3802	3802 1009	{3802,1009}	{i,v}	{from_json,path_elems}	\\N	jsonb_extract_path	\\N	\\N	f	t
3218	width_bucket	12	1	0	0	0	f	f	t	f	i	s	2	0	23	5077 5078	\\N	\\N	\\N	\\N	width_bucket_array	\\N	\\N	f	f
3219	jsonb_array_elements	12	1	100	0	0	f	f	t	t	i	s	1	0	3802	3802	{3802,3802}	{i,o}	{from_json,value}	\\N	jsonb_array_elements	\\N	\\N	f	f
3229	pg_lsn_in	12	1	0	0	0	f	f	t	f	i	s	1	0	3220	2275	\\N	\\N	\\N	\\N	pg_lsn_in	\\N	\\N	f	t
3230	pg_lsn_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	3220	\\N	\\N	\\N	\\N	pg_lsn_out	\\N	\\N	f	t
3231	pg_lsn_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	3220 3220	\\N	\\N	\\N	\\N	pg_lsn_lt	\\N	\\N	f	t
3232	pg_lsn_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	3220 3220	\\N	\\N	\\N	\\N	pg_lsn_le	\\N	\\N	f	t
3233	pg_lsn_eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	3220 3220	\\N	\\N	\\N	\\N	pg_lsn_eq	\\N	\\N	f	t
3234	pg_lsn_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	3220 3220	\\N	\\N	\\N	\\N	pg_lsn_ge	\\N	\\N	f	t
3235	pg_lsn_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	3220 3220	\\N	\\N	\\N	\\N	pg_lsn_gt	\\N	\\N	f	t
3236	pg_lsn_ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	3220 3220	\\N	\\N	\\N	\\N	pg_lsn_ne	\\N	\\N	f	t
3237	pg_lsn_mi	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	3220 3220	\\N	\\N	\\N	\\N	pg_lsn_mi	\\N	\\N	f	t
3238	pg_lsn_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	3220	2281	\\N	\\N	\\N	\\N	pg_lsn_recv	\\N	\\N	f	t
3239	pg_lsn_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	3220	\\N	\\N	\\N	\\N	pg_lsn_send	\\N	\\N	f	t
3251	pg_lsn_cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	3220 3220	\\N	\\N	\\N	\\N	pg_lsn_cmp	\\N	\\N	f	t
3252	pg_lsn_hash	12	1	0	0	0	f	f	t	f	i	s	1	0	23	3220	\\N	\\N	\\N	\\N	pg_lsn_hash	\\N	\\N	f	t
3255	bttextsortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	bttextsortsupport	\\N	\\N	f	t
3259	generate_series	12	1	1000	0	0	f	f	t	t	i	s	3	0	1700	1700 1700 1700	\\N	\\N	\\N	\\N	generate_series_step_numeric	\\N	\\N	f	f
3260	generate_series	12	1	1000	0	0	f	f	t	t	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	generate_series_numeric	\\N	\\N	f	f
3261	json_strip_nulls	12	1	0	0	0	f	f	t	f	i	s	1	0	114	114	\\N	\\N	\\N	\\N	json_strip_nulls	\\N	\\N	f	f
3262	jsonb_strip_nulls	12	1	0	0	0	f	f	t	f	i	s	1	0	3802	3802	\\N	\\N	\\N	\\N	jsonb_strip_nulls	\\N	\\N	f	f
3263	jsonb_object	12	1	0	0	0	f	f	t	f	i	s	1	0	3802	1009	\\N	\\N	\\N	\\N	jsonb_object	\\N	\\N	f	f
3264	jsonb_object	12	1	0	0	0	f	f	t	f	i	s	2	0	3802	1009 1009	\\N	\\N	\\N	\\N	jsonb_object_two_arg	\\N	\\N	f	f
3265	jsonb_agg_transfn	12	1	0	0	0	f	f	f	f	s	s	2	0	2281	2281 2283	\\N	\\N	\\N	\\N	jsonb_agg_transfn	\\N	\\N	f	t
3266	jsonb_agg_finalfn	12	1	0	0	0	f	f	f	f	s	s	1	0	3802	2281	\\N	\\N	\\N	\\N	jsonb_agg_finalfn	\\N	\\N	f	t
3267	jsonb_agg	12	1	0	0	0	a	f	f	f	s	s	1	0	3802	2283	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
3268	jsonb_object_agg_transfn	12	1	0	0	0	f	f	f	f	s	s	3	0	2281	2281 2276 2276	\\N	\\N	\\N	\\N	jsonb_object_agg_transfn	\\N	\\N	f	t
3269	jsonb_object_agg_finalfn	12	1	0	0	0	f	f	f	f	s	s	1	0	3802	2281	\\N	\\N	\\N	\\N	jsonb_object_agg_finalfn	\\N	\\N	f	t
3270	jsonb_object_agg	12	1	0	0	0	a	f	f	f	i	s	2	0	3802	2276 2276	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
3271	jsonb_build_array	12	1	0	2276	0	f	f	f	f	s	s	1	0	3802	2276	{2276}	{v}	\\N	\\N	jsonb_build_array	\\N	\\N	f	f
3272	jsonb_build_array	12	1	0	0	0	f	f	f	f	s	s	0	0	3802		\\N	\\N	\\N	\\N	jsonb_build_array_noargs	\\N	\\N	f	f
3273	jsonb_build_object	12	1	0	2276	0	f	f	f	f	s	s	1	0	3802	2276	{2276}	{v}	\\N	\\N	jsonb_build_object	\\N	\\N	f	f
3274	jsonb_build_object	12	1	0	0	0	f	f	f	f	s	s	0	0	3802		\\N	\\N	\\N	\\N	jsonb_build_object_noargs	\\N	\\N	f	f
3275	dist_ppoly	12	1	0	0	0	f	f	t	f	i	s	2	0	701	600 604	\\N	\\N	\\N	\\N	dist_ppoly	\\N	\\N	f	t
3277	array_position	12	1	0	0	0	f	f	f	f	i	s	2	0	23	5078 5077	\\N	\\N	\\N	\\N	array_position	\\N	\\N	f	f
3278	array_position	12	1	0	0	0	f	f	f	f	i	s	3	0	23	5078 5077 23	\\N	\\N	\\N	\\N	array_position_start	\\N	\\N	f	f
3279	array_positions	12	1	0	0	0	f	f	f	f	i	s	2	0	1007	5078 5077	\\N	\\N	\\N	\\N	array_positions	\\N	\\N	f	f
3280	gist_circle_distance	12	1	0	0	0	f	f	t	f	i	s	5	0	701	2281 718 21 26 2281	\\N	\\N	\\N	\\N	gist_circle_distance	\\N	\\N	f	t
3281	scale	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1700	\\N	\\N	\\N	\\N	numeric_scale	\\N	\\N	f	f
3282	gist_point_fetch	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	gist_point_fetch	\\N	\\N	f	t
3283	numeric_sortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	numeric_sortsupport	\\N	\\N	f	t
3288	gist_poly_distance	12	1	0	0	0	f	f	t	f	i	s	5	0	701	2281 604 21 26 2281	\\N	\\N	\\N	\\N	gist_poly_distance	\\N	\\N	f	t
3290	dist_cpoint	12	1	0	0	0	f	f	t	f	i	s	2	0	701	718 600	\\N	\\N	\\N	\\N	dist_cpoint	\\N	\\N	f	t
3292	dist_polyp	12	1	0	0	0	f	f	t	f	i	s	2	0	701	604 600	\\N	\\N	\\N	\\N	dist_polyp	\\N	\\N	f	t
3293	pg_read_file	12	1	0	0	0	f	f	t	f	v	s	4	0	25	25 20 20 16	\\N	\\N	\\N	\\N	pg_read_file_v2	\\N	\\N	t	f
3294	current_setting	12	1	0	0	0	f	f	t	f	s	s	2	0	25	25 16	\\N	\\N	\\N	\\N	show_config_by_name_missing_ok	\\N	\\N	f	f
3295	pg_read_binary_file	12	1	0	0	0	f	f	t	f	v	s	4	0	17	25 20 20 16	\\N	\\N	\\N	\\N	pg_read_binary_file	\\N	\\N	t	f
3296	pg_notification_queue_usage	12	1	0	0	0	f	f	t	f	v	r	0	0	701		\\N	\\N	\\N	\\N	pg_notification_queue_usage	\\N	\\N	f	f
3297	pg_ls_dir	12	1	1000	0	0	f	f	t	t	v	s	3	0	25	25 16 16	\\N	\\N	\\N	\\N	pg_ls_dir	\\N	\\N	t	f
3298	row_security_active	12	1	0	0	0	f	f	t	f	s	s	1	0	16	26	\\N	\\N	\\N	\\N	row_security_active	\\N	\\N	f	f
3299	row_security_active	12	1	0	0	0	f	f	t	f	s	s	1	0	16	25	\\N	\\N	\\N	\\N	row_security_active_name	\\N	\\N	f	f
3300	uuid_sortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	uuid_sortsupport	\\N	\\N	f	t
3301	jsonb_concat	12	1	0	0	0	f	f	t	f	i	s	2	0	3802	3802 3802	\\N	\\N	\\N	\\N	jsonb_concat	\\N	\\N	f	t
3302	jsonb_delete	12	1	0	0	0	f	f	t	f	i	s	2	0	3802	3802 25	\\N	\\N	\\N	\\N	jsonb_delete	\\N	\\N	f	t
3303	jsonb_delete	12	1	0	0	0	f	f	t	f	i	s	2	0	3802	3802 23	\\N	\\N	\\N	\\N	jsonb_delete_idx	\\N	\\N	f	t
3304	jsonb_delete_path	12	1	0	0	0	f	f	t	f	i	s	2	0	3802	3802 1009	\\N	\\N	\\N	\\N	jsonb_delete_path	\\N	\\N	f	t
3305	jsonb_set	12	1	0	0	0	f	f	t	f	i	s	4	1	3802	3802 1009 3802 16	\\N	\\N	{jsonb_in,path,replacement,create_if_missing}	true	jsonb_set	\\N	jsonb_in jsonb, path text[], replacement jsonb, create_if_missing boolean DEFAULT true	f	f
3306	jsonb_pretty	12	1	0	0	0	f	f	t	f	i	s	1	0	25	3802	\\N	\\N	\\N	\\N	jsonb_pretty	\\N	\\N	f	f
3307	pg_stat_file	12	1	0	0	0	f	f	t	f	v	s	2	0	2249	25 16	{25,16,20,1184,1184,1184,1184,16}	{i,i,o,o,o,o,o,o}	{filename,missing_ok,size,access,modification,change,creation,isdir}	\\N	pg_stat_file	\\N	\\N	t	f
3308	xidneq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	28 28	\\N	\\N	\\N	\\N	xidneq	\\N	\\N	f	t
3309	xidneqint4	12	1	0	0	0	f	t	t	f	i	s	2	0	16	28 23	\\N	\\N	\\N	\\N	xidneq	\\N	\\N	f	t
3311	tsm_handler_in	12	1	0	0	0	f	f	f	f	i	s	1	0	3310	2275	\\N	\\N	\\N	\\N	tsm_handler_in	\\N	\\N	f	t
3312	tsm_handler_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	3310	\\N	\\N	\\N	\\N	tsm_handler_out	\\N	\\N	f	t
3313	bernoulli	12	1	0	0	0	f	f	t	f	v	s	1	0	3310	2281	\\N	\\N	\\N	\\N	tsm_bernoulli_handler	\\N	\\N	f	f
3314	system	12	1	0	0	0	f	f	t	f	v	s	1	0	3310	2281	\\N	\\N	\\N	\\N	tsm_system_handler	\\N	\\N	f	f
3317	pg_stat_get_wal_receiver	12	1	0	0	0	f	f	f	f	s	r	0	0	2249		{23,25,3220,23,3220,3220,23,1184,1184,3220,1184,25,25,23,25}	{o,o,o,o,o,o,o,o,o,o,o,o,o,o,o}	{pid,status,receive_start_lsn,receive_start_tli,written_lsn,flushed_lsn,received_tli,last_msg_send_time,last_msg_receipt_time,latest_end_lsn,latest_end_time,slot_name,sender_host,sender_port,conninfo}	\\N	pg_stat_get_wal_receiver	\\N	\\N	f	f
3318	pg_stat_get_progress_info	12	1	100	0	0	f	f	t	t	s	r	1	0	2249	25	{25,23,26,26,20,20,20,20,20,20,20,20,20,20,20,20,20,20,20,20,20,20,20,20}	{i,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o}	{cmdtype,pid,datid,relid,param1,param2,param3,param4,param5,param6,param7,param8,param9,param10,param11,param12,param13,param14,param15,param16,param17,param18,param19,param20}	\\N	pg_stat_get_progress_info	\\N	\\N	f	f
3319	ts_filter	12	1	0	0	0	f	f	t	f	i	s	2	0	3614	3614 1002	\\N	\\N	\\N	\\N	tsvector_filter	\\N	\\N	f	f
3320	setweight	12	1	0	0	0	f	f	t	f	i	s	3	0	3614	3614 18 1009	\\N	\\N	\\N	\\N	tsvector_setweight_by_filter	\\N	\\N	f	f
3321	ts_delete	12	1	0	0	0	f	f	t	f	i	s	2	0	3614	3614 25	\\N	\\N	\\N	\\N	tsvector_delete_str	\\N	\\N	f	f
3322	unnest	12	1	10	0	0	f	f	t	t	i	s	1	0	2249	3614	{3614,25,1005,1009}	{i,o,o,o}	{tsvector,lexeme,positions,weights}	\\N	tsvector_unnest	\\N	\\N	f	f
3323	ts_delete	12	1	0	0	0	f	f	t	f	i	s	2	0	3614	3614 1009	\\N	\\N	\\N	\\N	tsvector_delete_arr	\\N	\\N	f	f
3324	int4_avg_combine	12	1	0	0	0	f	f	t	f	i	s	2	0	1016	1016 1016	\\N	\\N	\\N	\\N	int4_avg_combine	\\N	\\N	f	t
3325	interval_combine	12	1	0	0	0	f	f	t	f	i	s	2	0	1187	1187 1187	\\N	\\N	\\N	\\N	interval_combine	\\N	\\N	f	t
3326	tsvector_to_array	12	1	0	0	0	f	f	t	f	i	s	1	0	1009	3614	\\N	\\N	\\N	\\N	tsvector_to_array	\\N	\\N	f	f
3327	array_to_tsvector	12	1	0	0	0	f	f	t	f	i	s	1	0	3614	1009	\\N	\\N	\\N	\\N	array_to_tsvector	\\N	\\N	f	f
3328	bpchar_sortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	bpchar_sortsupport	\\N	\\N	f	t
3329	pg_show_all_file_settings	12	1	1000	0	0	f	f	t	t	v	s	0	0	2249		{25,23,23,25,25,16,25}	{o,o,o,o,o,o,o}	{sourcefile,sourceline,seqno,name,setting,applied,error}	\\N	show_all_file_settings	\\N	\\N	t	f
3330	pg_current_wal_flush_lsn	12	1	0	0	0	f	f	t	f	v	s	0	0	3220		\\N	\\N	\\N	\\N	pg_current_wal_flush_lsn	\\N	\\N	f	f
3331	bytea_sortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	bytea_sortsupport	\\N	\\N	f	t
3332	bttext_pattern_sortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	bttext_pattern_sortsupport	\\N	\\N	f	t
3333	btbpchar_pattern_sortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	btbpchar_pattern_sortsupport	\\N	\\N	f	t
3334	pg_size_bytes	12	1	0	0	0	f	f	t	f	i	s	1	0	20	25	\\N	\\N	\\N	\\N	pg_size_bytes	\\N	\\N	f	f
3335	numeric_serialize	12	1	0	0	0	f	f	t	f	i	s	1	0	17	2281	\\N	\\N	\\N	\\N	numeric_serialize	\\N	\\N	f	t
3336	numeric_deserialize	12	1	0	0	0	f	f	t	f	i	s	2	0	2281	17 2281	\\N	\\N	\\N	\\N	numeric_deserialize	\\N	\\N	f	t
3337	numeric_avg_combine	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 2281	\\N	\\N	\\N	\\N	numeric_avg_combine	\\N	\\N	f	t
3338	numeric_poly_combine	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 2281	\\N	\\N	\\N	\\N	numeric_poly_combine	\\N	\\N	f	t
3339	numeric_poly_serialize	12	1	0	0	0	f	f	t	f	i	s	1	0	17	2281	\\N	\\N	\\N	\\N	numeric_poly_serialize	\\N	\\N	f	t
3340	numeric_poly_deserialize	12	1	0	0	0	f	f	t	f	i	s	2	0	2281	17 2281	\\N	\\N	\\N	\\N	numeric_poly_deserialize	\\N	\\N	f	t
3341	numeric_combine	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 2281	\\N	\\N	\\N	\\N	numeric_combine	\\N	\\N	f	t
3342	float8_regr_combine	12	1	0	0	0	f	f	t	f	i	s	2	0	1022	1022 1022	\\N	\\N	\\N	\\N	float8_regr_combine	\\N	\\N	f	t
3343	jsonb_delete	12	1	0	25	0	f	f	t	f	i	s	2	0	3802	3802 1009	{3802,1009}	{i,v}	{from_json,path_elems}	\\N	jsonb_delete_array	\\N	\\N	f	t
3344	cash_mul_int8	12	1	0	0	0	f	f	t	f	i	s	2	0	790	790 20	\\N	\\N	\\N	\\N	cash_mul_int8	\\N	\\N	f	t
3345	cash_div_int8	12	1	0	0	0	f	f	t	f	i	s	2	0	790	790 20	\\N	\\N	\\N	\\N	cash_div_int8	\\N	\\N	f	t
3348	txid_current_if_assigned	12	1	0	0	0	f	f	t	f	s	u	0	0	20		\\N	\\N	\\N	\\N	pg_current_xact_id_if_assigned	\\N	\\N	f	f
3352	pg_get_partkeydef	12	1	0	0	0	f	f	t	f	s	s	1	0	25	26	\\N	\\N	\\N	\\N	pg_get_partkeydef	\\N	\\N	f	f
3353	pg_ls_logdir	12	10	20	0	0	f	f	t	t	v	s	0	0	2249		{25,20,1184}	{o,o,o}	{name,size,modification}	\\N	pg_ls_logdir	\\N	\\N	t	f
3354	pg_ls_waldir	12	10	20	0	0	f	f	t	t	v	s	0	0	2249		{25,20,1184}	{o,o,o}	{name,size,modification}	\\N	pg_ls_waldir	\\N	\\N	t	f
3355	pg_ndistinct_in	12	1	0	0	0	f	f	t	f	i	s	1	0	3361	2275	\\N	\\N	\\N	\\N	pg_ndistinct_in	\\N	\\N	f	t
3356	pg_ndistinct_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	3361	\\N	\\N	\\N	\\N	pg_ndistinct_out	\\N	\\N	f	t
3357	pg_ndistinct_recv	12	1	0	0	0	f	f	t	f	s	s	1	0	3361	2281	\\N	\\N	\\N	\\N	pg_ndistinct_recv	\\N	\\N	f	t
3358	pg_ndistinct_send	12	1	0	0	0	f	f	t	f	s	s	1	0	17	3361	\\N	\\N	\\N	\\N	pg_ndistinct_send	\\N	\\N	f	t
3359	macaddr_sortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	macaddr_sortsupport	\\N	\\N	f	t
3360	txid_status	12	1	0	0	0	f	f	t	f	v	s	1	0	25	20	\\N	\\N	\\N	\\N	pg_xact_status	\\N	\\N	f	f
3376	pg_safe_snapshot_blocking_pids	12	1	0	0	0	f	f	t	f	v	s	1	0	1007	23	\\N	\\N	\\N	\\N	pg_safe_snapshot_blocking_pids	\\N	\\N	f	f
3378	pg_isolation_test_session_is_blocked	12	1	0	0	0	f	f	t	f	v	s	2	0	16	23 1007	\\N	\\N	\\N	\\N	pg_isolation_test_session_is_blocked	\\N	\\N	f	f
3382	pg_identify_object_as_address	12	1	0	0	0	f	f	t	f	s	s	3	0	2249	26 26 23	{26,26,23,25,1009,1009}	{i,i,i,o,o,o}	{classid,objid,objsubid,type,object_names,object_args}	\\N	pg_identify_object_as_address	\\N	\\N	f	f
3383	brin_minmax_opcinfo	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	brin_minmax_opcinfo	\\N	\\N	f	t
3384	brin_minmax_add_value	12	1	0	0	0	f	f	t	f	i	s	4	0	16	2281 2281 2281 2281	\\N	\\N	\\N	\\N	brin_minmax_add_value	\\N	\\N	f	t
3385	brin_minmax_consistent	12	1	0	0	0	f	f	t	f	i	s	3	0	16	2281 2281 2281	\\N	\\N	\\N	\\N	brin_minmax_consistent	\\N	\\N	f	t
3386	brin_minmax_union	12	1	0	0	0	f	f	t	f	i	s	3	0	16	2281 2281 2281	\\N	\\N	\\N	\\N	brin_minmax_union	\\N	\\N	f	t
3387	int8_avg_accum_inv	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 20	\\N	\\N	\\N	\\N	int8_avg_accum_inv	\\N	\\N	f	t
3388	numeric_poly_sum	12	1	0	0	0	f	f	f	f	i	s	1	0	1700	2281	\\N	\\N	\\N	\\N	numeric_poly_sum	\\N	\\N	f	t
3389	numeric_poly_avg	12	1	0	0	0	f	f	f	f	i	s	1	0	1700	2281	\\N	\\N	\\N	\\N	numeric_poly_avg	\\N	\\N	f	t
3390	numeric_poly_var_pop	12	1	0	0	0	f	f	f	f	i	s	1	0	1700	2281	\\N	\\N	\\N	\\N	numeric_poly_var_pop	\\N	\\N	f	t
3391	numeric_poly_var_samp	12	1	0	0	0	f	f	f	f	i	s	1	0	1700	2281	\\N	\\N	\\N	\\N	numeric_poly_var_samp	\\N	\\N	f	t
3392	numeric_poly_stddev_pop	12	1	0	0	0	f	f	f	f	i	s	1	0	1700	2281	\\N	\\N	\\N	\\N	numeric_poly_stddev_pop	\\N	\\N	f	t
3393	numeric_poly_stddev_samp	12	1	0	0	0	f	f	f	f	i	s	1	0	1700	2281	\\N	\\N	\\N	\\N	numeric_poly_stddev_samp	\\N	\\N	f	t
3396	regexp_match	12	1	0	0	0	f	f	t	f	i	s	2	0	1009	25 25	\\N	\\N	\\N	\\N	regexp_match_no_flags	\\N	\\N	f	f
3397	regexp_match	12	1	0	0	0	f	f	t	f	i	s	3	0	1009	25 25 25	\\N	\\N	\\N	\\N	regexp_match	\\N	\\N	f	f
3399	int8_mul_cash	12	1	0	0	0	f	f	t	f	i	s	2	0	790	20 790	\\N	\\N	\\N	\\N	int8_mul_cash	\\N	\\N	f	t
3400	pg_config	12	1	23	0	0	f	f	t	t	s	r	0	0	2249		{25,25}	{o,o}	{name,setting}	\\N	pg_config	\\N	\\N	t	f
3401	pg_hba_file_rules	12	1	1000	0	0	f	f	t	t	v	s	0	0	2249		{23,25,1009,1009,25,25,25,1009,25}	{o,o,o,o,o,o,o,o,o}	{line_number,type,database,user_name,address,netmask,auth_method,options,error}	\\N	pg_hba_file_rules	\\N	\\N	t	f
3403	pg_statistics_obj_is_visible	12	10	0	0	0	f	f	t	f	s	s	1	0	16	26	\\N	\\N	\\N	\\N	pg_statistics_obj_is_visible	\\N	\\N	f	f
3404	pg_dependencies_in	12	1	0	0	0	f	f	t	f	i	s	1	0	3402	2275	\\N	\\N	\\N	\\N	pg_dependencies_in	\\N	\\N	f	t
3405	pg_dependencies_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	3402	\\N	\\N	\\N	\\N	pg_dependencies_out	\\N	\\N	f	t
3406	pg_dependencies_recv	12	1	0	0	0	f	f	t	f	s	s	1	0	3402	2281	\\N	\\N	\\N	\\N	pg_dependencies_recv	\\N	\\N	f	t
3407	pg_dependencies_send	12	1	0	0	0	f	f	t	f	s	s	1	0	17	3402	\\N	\\N	\\N	\\N	pg_dependencies_send	\\N	\\N	f	t
3408	pg_get_partition_constraintdef	12	1	0	0	0	f	f	t	f	s	s	1	0	25	26	\\N	\\N	\\N	\\N	pg_get_partition_constraintdef	\\N	\\N	f	f
3409	time_hash_extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	1083 20	\\N	\\N	\\N	\\N	time_hash_extended	\\N	\\N	f	t
3410	timetz_hash_extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	1266 20	\\N	\\N	\\N	\\N	timetz_hash_extended	\\N	\\N	f	t
3411	timestamp_hash_extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	1114 20	\\N	\\N	\\N	\\N	timestamp_hash_extended	\\N	\\N	f	t
3412	uuid_hash_extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	2950 20	\\N	\\N	\\N	\\N	uuid_hash_extended	\\N	\\N	f	t
3413	pg_lsn_hash_extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	3220 20	\\N	\\N	\\N	\\N	pg_lsn_hash_extended	\\N	\\N	f	t
3414	hashenumextended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	3500 20	\\N	\\N	\\N	\\N	hashenumextended	\\N	\\N	f	t
3415	pg_get_statisticsobjdef	12	1	0	0	0	f	f	t	f	s	s	1	0	25	26	\\N	\\N	\\N	\\N	pg_get_statisticsobjdef	\\N	\\N	f	f
3416	jsonb_hash_extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	3802 20	\\N	\\N	\\N	\\N	jsonb_hash_extended	\\N	\\N	f	t
3417	hash_range_extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	3831 20	\\N	\\N	\\N	\\N	hash_range_extended	\\N	\\N	f	t
3418	interval_hash_extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	1186 20	\\N	\\N	\\N	\\N	interval_hash_extended	\\N	\\N	f	t
3419	sha224	12	1	0	0	0	f	t	t	f	i	s	1	0	17	17	\\N	\\N	\\N	\\N	sha224_bytea	\\N	\\N	f	f
3420	sha256	12	1	0	0	0	f	t	t	f	i	s	1	0	17	17	\\N	\\N	\\N	\\N	sha256_bytea	\\N	\\N	f	f
3421	sha384	12	1	0	0	0	f	t	t	f	i	s	1	0	17	17	\\N	\\N	\\N	\\N	sha384_bytea	\\N	\\N	f	f
3422	sha512	12	1	0	0	0	f	t	t	f	i	s	1	0	17	17	\\N	\\N	\\N	\\N	sha512_bytea	\\N	\\N	f	f
3423	pg_partition_tree	12	1	1000	0	0	f	f	t	t	v	s	1	0	2249	2205	{2205,2205,2205,16,23}	{i,o,o,o,o}	{rootrelid,relid,parentrelid,isleaf,level}	\\N	pg_partition_tree	\\N	\\N	f	f
3424	pg_partition_root	12	1	0	0	0	f	f	t	f	i	s	1	0	2205	2205	\\N	\\N	\\N	\\N	pg_partition_root	\\N	\\N	f	f
3425	pg_partition_ancestors	12	1	10	0	0	f	f	t	t	v	s	1	0	2205	2205	{2205,2205}	{i,o}	{partitionid,relid}	\\N	pg_partition_ancestors	\\N	\\N	f	f
3426	pg_stat_get_db_checksum_failures	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_checksum_failures	\\N	\\N	f	f
3427	pg_mcv_list_items	12	1	1000	0	0	f	f	t	t	s	s	1	0	2249	5017	{5017,23,1009,1000,701,701}	{i,o,o,o,o,o}	{mcv_list,index,values,nulls,frequency,base_frequency}	\\N	pg_stats_ext_mcvlist_items	\\N	\\N	f	f
3428	pg_stat_get_db_checksum_last_failure	12	1	0	0	0	f	f	t	f	s	r	1	0	1184	26	\\N	\\N	\\N	\\N	pg_stat_get_db_checksum_last_failure	\\N	\\N	f	f
3432	gen_random_uuid	12	1	0	0	0	f	t	t	f	v	s	0	0	2950		\\N	\\N	\\N	\\N	gen_random_uuid	\\N	\\N	f	f
3434	gtsvector_options	12	1	0	0	0	f	f	f	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	gtsvector_options	\\N	\\N	f	t
3435	gist_point_sortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	gist_point_sortsupport	\\N	\\N	f	t
3436	pg_promote	12	1	0	0	0	f	f	t	f	v	s	2	2	16	16 23	\\N	\\N	{wait,wait_seconds}	true, 60	pg_promote	\\N	wait boolean DEFAULT true, wait_seconds integer DEFAULT 60	t	f
3437	prefixsel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	prefixsel	\\N	\\N	f	t
3438	prefixjoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	prefixjoinsel	\\N	\\N	f	t
3441	pg_control_system	12	1	0	0	0	f	f	t	f	v	s	0	0	2249		{23,23,20,1184}	{o,o,o,o}	{pg_control_version,catalog_version_no,system_identifier,pg_control_last_modified}	\\N	pg_control_system	\\N	\\N	f	f
3442	pg_control_checkpoint	12	1	0	0	0	f	f	t	f	v	s	0	0	2249		{3220,3220,25,23,23,16,25,26,28,28,28,26,28,28,26,28,28,1184}	{o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o,o}	{checkpoint_lsn,redo_lsn,redo_wal_file,timeline_id,prev_timeline_id,full_page_writes,next_xid,next_oid,next_multixact_id,next_multi_offset,oldest_xid,oldest_xid_dbid,oldest_active_xid,oldest_multi_xid,oldest_multi_dbid,oldest_commit_ts_xid,newest_commit_ts_xid,checkpoint_time}	\\N	pg_control_checkpoint	\\N	\\N	f	f
3443	pg_control_recovery	12	1	0	0	0	f	f	t	f	v	s	0	0	2249		{3220,23,3220,3220,16}	{o,o,o,o,o}	{min_recovery_end_lsn,min_recovery_end_timeline,backup_start_lsn,backup_end_lsn,end_of_backup_record_required}	\\N	pg_control_recovery	\\N	\\N	f	f
3444	pg_control_init	12	1	0	0	0	f	f	t	f	v	s	0	0	2249		{23,23,23,23,23,23,23,23,23,16,23}	{o,o,o,o,o,o,o,o,o,o,o}	{max_data_alignment,database_block_size,blocks_per_segment,wal_block_size,bytes_per_wal_segment,max_identifier_length,max_index_columns,max_toast_chunk_size,large_object_chunk_size,float8_pass_by_value,data_page_checksum_version}	\\N	pg_control_init	\\N	\\N	f	f
3445	pg_import_system_collations	12	100	0	0	0	f	f	t	f	v	u	1	0	23	4089	\\N	\\N	\\N	\\N	pg_import_system_collations	\\N	\\N	f	f
3446	macaddr8_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	774	2281	\\N	\\N	\\N	\\N	macaddr8_recv	\\N	\\N	f	t
3447	macaddr8_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	774	\\N	\\N	\\N	\\N	macaddr8_send	\\N	\\N	f	t
3448	pg_collation_actual_version	12	100	0	0	0	f	f	t	f	v	s	1	0	25	26	\\N	\\N	\\N	\\N	pg_collation_actual_version	\\N	\\N	f	f
3449	numeric	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	3802	\\N	\\N	\\N	\\N	jsonb_numeric	\\N	\\N	f	t
3450	int2	12	1	0	0	0	f	f	t	f	i	s	1	0	21	3802	\\N	\\N	\\N	\\N	jsonb_int2	\\N	\\N	f	t
3451	int4	12	1	0	0	0	f	f	t	f	i	s	1	0	23	3802	\\N	\\N	\\N	\\N	jsonb_int4	\\N	\\N	f	t
3452	int8	12	1	0	0	0	f	f	t	f	i	s	1	0	20	3802	\\N	\\N	\\N	\\N	jsonb_int8	\\N	\\N	f	t
3453	float4	12	1	0	0	0	f	f	t	f	i	s	1	0	700	3802	\\N	\\N	\\N	\\N	jsonb_float4	\\N	\\N	f	t
3454	pg_filenode_relation	12	1	0	0	0	f	f	t	f	s	s	2	0	2205	26 26	\\N	\\N	\\N	\\N	pg_filenode_relation	\\N	\\N	f	f
3457	lo_from_bytea	12	1	0	0	0	f	f	t	f	v	u	2	0	26	26 17	\\N	\\N	\\N	\\N	be_lo_from_bytea	\\N	\\N	f	f
3458	lo_get	12	1	0	0	0	f	f	t	f	v	u	1	0	17	26	\\N	\\N	\\N	\\N	be_lo_get	\\N	\\N	f	f
3459	lo_get	12	1	0	0	0	f	f	t	f	v	u	3	0	17	26 20 23	\\N	\\N	\\N	\\N	be_lo_get_fragment	\\N	\\N	f	f
3460	lo_put	12	1	0	0	0	f	f	t	f	v	u	3	0	2278	26 20 17	\\N	\\N	\\N	\\N	be_lo_put	\\N	\\N	f	f
3461	make_timestamp	12	1	0	0	0	f	f	t	f	i	s	6	0	1114	23 23 23 23 23 701	\\N	\\N	{year,month,mday,hour,min,sec}	\\N	make_timestamp	\\N	\\N	f	f
3462	make_timestamptz	12	1	0	0	0	f	f	t	f	s	s	6	0	1184	23 23 23 23 23 701	\\N	\\N	{year,month,mday,hour,min,sec}	\\N	make_timestamptz	\\N	\\N	f	f
3463	make_timestamptz	12	1	0	0	0	f	f	t	f	s	s	7	0	1184	23 23 23 23 23 701 25	\\N	\\N	{year,month,mday,hour,min,sec,timezone}	\\N	make_timestamptz_at_timezone	\\N	\\N	f	f
3464	make_interval	12	1	0	0	0	f	f	t	f	i	s	7	7	1186	23 23 23 23 23 23 701	\\N	\\N	{years,months,weeks,days,hours,mins,secs}	0, 0, 0, 0, 0, 0, 0.0	make_interval	\\N	years integer DEFAULT 0, months integer DEFAULT 0, weeks integer DEFAULT 0, days integer DEFAULT 0, hours integer DEFAULT 0, mins integer DEFAULT 0, secs double precision DEFAULT 0.0	f	f
3465	jsonb_array_elements_text	12	1	100	0	0	f	f	t	t	i	s	1	0	25	3802	{3802,25}	{i,o}	{from_json,value}	\\N	jsonb_array_elements_text	\\N	\\N	f	f
3469	spg_range_quad_config	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_range_quad_config	\\N	\\N	f	t
3470	spg_range_quad_choose	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_range_quad_choose	\\N	\\N	f	t
3471	spg_range_quad_picksplit	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_range_quad_picksplit	\\N	\\N	f	t
3472	spg_range_quad_inner_consistent	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_range_quad_inner_consistent	\\N	\\N	f	t
3473	spg_range_quad_leaf_consistent	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2281 2281	\\N	\\N	\\N	\\N	spg_range_quad_leaf_consistent	\\N	\\N	f	t
3475	jsonb_populate_recordset	12	1	100	0	0	f	f	f	t	s	s	2	0	2283	2283 3802	\\N	\\N	\\N	\\N	jsonb_populate_recordset	\\N	\\N	f	f
3476	to_regoperator	12	1	0	0	0	f	f	t	f	s	s	1	0	2204	25	\\N	\\N	\\N	\\N	to_regoperator	\\N	\\N	f	f
3478	jsonb_object_field	12	1	0	0	0	f	f	t	f	i	s	2	0	3802	3802 25	\\N	\\N	{from_json,field_name}	\\N	jsonb_object_field	\\N	\\N	f	t
3479	to_regprocedure	12	1	0	0	0	f	f	t	f	s	s	1	0	2202	25	\\N	\\N	\\N	\\N	to_regprocedure	\\N	\\N	f	f
3480	gin_compare_jsonb	12	1	0	0	0	f	f	t	f	i	s	2	0	23	25 25	\\N	\\N	\\N	\\N	gin_compare_jsonb	\\N	\\N	f	t
3482	gin_extract_jsonb	12	1	0	0	0	f	f	t	f	i	s	3	0	2281	3802 2281 2281	\\N	\\N	\\N	\\N	gin_extract_jsonb	\\N	\\N	f	t
3483	gin_extract_jsonb_query	12	1	0	0	0	f	f	t	f	i	s	7	0	2281	3802 2281 21 2281 2281 2281 2281	\\N	\\N	\\N	\\N	gin_extract_jsonb_query	\\N	\\N	f	t
3484	gin_consistent_jsonb	12	1	0	0	0	f	f	t	f	i	s	8	0	16	2281 21 3802 23 2281 2281 2281 2281	\\N	\\N	\\N	\\N	gin_consistent_jsonb	\\N	\\N	f	t
3485	gin_extract_jsonb_path	12	1	0	0	0	f	f	t	f	i	s	3	0	2281	3802 2281 2281	\\N	\\N	\\N	\\N	gin_extract_jsonb_path	\\N	\\N	f	t
3486	gin_extract_jsonb_query_path	12	1	0	0	0	f	f	t	f	i	s	7	0	2281	3802 2281 21 2281 2281 2281 2281	\\N	\\N	\\N	\\N	gin_extract_jsonb_query_path	\\N	\\N	f	t
3487	gin_consistent_jsonb_path	12	1	0	0	0	f	f	t	f	i	s	8	0	16	2281 21 3802 23 2281 2281 2281 2281	\\N	\\N	\\N	\\N	gin_consistent_jsonb_path	\\N	\\N	f	t
3488	gin_triconsistent_jsonb	12	1	0	0	0	f	f	t	f	i	s	7	0	18	2281 21 3802 23 2281 2281 2281	\\N	\\N	\\N	\\N	gin_triconsistent_jsonb	\\N	\\N	f	t
3489	gin_triconsistent_jsonb_path	12	1	0	0	0	f	f	t	f	i	s	7	0	18	2281 21 3802 23 2281 2281 2281	\\N	\\N	\\N	\\N	gin_triconsistent_jsonb_path	\\N	\\N	f	t
3490	jsonb_to_record	12	1	0	0	0	f	f	t	f	s	s	1	0	2249	3802	\\N	\\N	\\N	\\N	jsonb_to_record	\\N	\\N	f	f
3491	jsonb_to_recordset	12	1	100	0	0	f	f	f	t	s	s	1	0	2249	3802	\\N	\\N	\\N	\\N	jsonb_to_recordset	\\N	\\N	f	f
3492	to_regoper	12	1	0	0	0	f	f	t	f	s	s	1	0	2203	25	\\N	\\N	\\N	\\N	to_regoper	\\N	\\N	f	f
3493	to_regtype	12	1	0	0	0	f	f	t	f	s	s	1	0	2206	25	\\N	\\N	\\N	\\N	to_regtype	\\N	\\N	f	f
3494	to_regproc	12	1	0	0	0	f	f	t	f	s	s	1	0	24	25	\\N	\\N	\\N	\\N	to_regproc	\\N	\\N	f	f
3495	to_regclass	12	1	0	0	0	f	f	t	f	s	s	1	0	2205	25	\\N	\\N	\\N	\\N	to_regclass	\\N	\\N	f	f
3496	bool_accum	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 16	\\N	\\N	\\N	\\N	bool_accum	\\N	\\N	f	t
3497	bool_accum_inv	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 16	\\N	\\N	\\N	\\N	bool_accum_inv	\\N	\\N	f	t
3498	bool_alltrue	12	1	0	0	0	f	f	t	f	i	s	1	0	16	2281	\\N	\\N	\\N	\\N	bool_alltrue	\\N	\\N	f	t
3499	bool_anytrue	12	1	0	0	0	f	f	t	f	i	s	1	0	16	2281	\\N	\\N	\\N	\\N	bool_anytrue	\\N	\\N	f	t
3504	anyenum_in	12	1	0	0	0	f	f	t	f	i	s	1	0	3500	2275	\\N	\\N	\\N	\\N	anyenum_in	\\N	\\N	f	t
3505	anyenum_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	3500	\\N	\\N	\\N	\\N	anyenum_out	\\N	\\N	f	t
3506	enum_in	12	1	0	0	0	f	f	t	f	s	s	2	0	3500	2275 26	\\N	\\N	\\N	\\N	enum_in	\\N	\\N	f	t
3507	enum_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	3500	\\N	\\N	\\N	\\N	enum_out	\\N	\\N	f	t
3508	enum_eq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3500 3500	\\N	\\N	\\N	\\N	enum_eq	\\N	\\N	f	t
3509	enum_ne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3500 3500	\\N	\\N	\\N	\\N	enum_ne	\\N	\\N	f	t
3510	enum_lt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3500 3500	\\N	\\N	\\N	\\N	enum_lt	\\N	\\N	f	t
3511	enum_gt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3500 3500	\\N	\\N	\\N	\\N	enum_gt	\\N	\\N	f	t
3512	enum_le	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3500 3500	\\N	\\N	\\N	\\N	enum_le	\\N	\\N	f	t
3513	enum_ge	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3500 3500	\\N	\\N	\\N	\\N	enum_ge	\\N	\\N	f	t
3514	enum_cmp	12	1	0	0	0	f	f	t	f	i	s	2	0	23	3500 3500	\\N	\\N	\\N	\\N	enum_cmp	\\N	\\N	f	t
3515	hashenum	12	1	0	0	0	f	f	t	f	i	s	1	0	23	3500	\\N	\\N	\\N	\\N	hashenum	\\N	\\N	f	t
3524	enum_smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	3500	3500 3500	\\N	\\N	\\N	\\N	enum_smaller	\\N	\\N	f	t
3525	enum_larger	12	1	0	0	0	f	f	t	f	i	s	2	0	3500	3500 3500	\\N	\\N	\\N	\\N	enum_larger	\\N	\\N	f	t
3526	max	12	1	0	0	0	a	f	f	f	i	s	1	0	3500	3500	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
3527	min	12	1	0	0	0	a	f	f	f	i	s	1	0	3500	3500	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
3528	enum_first	12	1	0	0	0	f	f	f	f	s	s	1	0	3500	3500	\\N	\\N	\\N	\\N	enum_first	\\N	\\N	f	f
3529	enum_last	12	1	0	0	0	f	f	f	f	s	s	1	0	3500	3500	\\N	\\N	\\N	\\N	enum_last	\\N	\\N	f	f
3530	enum_range	12	1	0	0	0	f	f	f	f	s	s	2	0	2277	3500 3500	\\N	\\N	\\N	\\N	enum_range_bounds	\\N	\\N	f	f
3531	enum_range	12	1	0	0	0	f	f	f	f	s	s	1	0	2277	3500	\\N	\\N	\\N	\\N	enum_range_all	\\N	\\N	f	f
3532	enum_recv	12	1	0	0	0	f	f	t	f	s	s	2	0	3500	2281 26	\\N	\\N	\\N	\\N	enum_recv	\\N	\\N	f	t
3533	enum_send	12	1	0	0	0	f	f	t	f	s	s	1	0	17	3500	\\N	\\N	\\N	\\N	enum_send	\\N	\\N	f	t
3535	string_agg_transfn	12	1	0	0	0	f	f	f	f	i	s	3	0	2281	2281 25 25	\\N	\\N	\\N	\\N	string_agg_transfn	\\N	\\N	f	t
3536	string_agg_finalfn	12	1	0	0	0	f	f	f	f	i	s	1	0	25	2281	\\N	\\N	\\N	\\N	string_agg_finalfn	\\N	\\N	f	t
3537	pg_describe_object	12	1	0	0	0	f	f	t	f	s	s	3	0	25	26 26 23	\\N	\\N	\\N	\\N	pg_describe_object	\\N	\\N	f	f
3538	string_agg	12	1	0	0	0	a	f	f	f	i	s	2	0	25	25 25	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
3539	format	12	1	0	2276	0	f	f	f	f	s	s	2	0	25	25 2276	{25,2276}	{i,v}	\\N	\\N	text_format	\\N	\\N	f	f
3540	format	12	1	0	0	0	f	f	f	f	s	s	1	0	25	25	\\N	\\N	\\N	\\N	text_format_nv	\\N	\\N	f	f
3543	bytea_string_agg_transfn	12	1	0	0	0	f	f	f	f	i	s	3	0	2281	2281 17 17	\\N	\\N	\\N	\\N	bytea_string_agg_transfn	\\N	\\N	f	t
3544	bytea_string_agg_finalfn	12	1	0	0	0	f	f	f	f	i	s	1	0	17	2281	\\N	\\N	\\N	\\N	bytea_string_agg_finalfn	\\N	\\N	f	t
3545	string_agg	12	1	0	0	0	a	f	f	f	i	s	2	0	17	17 17	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
3546	int8dec	12	1	0	0	0	f	f	t	f	i	s	1	0	20	20	\\N	\\N	\\N	\\N	int8dec	\\N	\\N	f	t
3547	int8dec_any	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 2276	\\N	\\N	\\N	\\N	int8dec_any	\\N	\\N	f	t
3548	numeric_accum_inv	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 1700	\\N	\\N	\\N	\\N	numeric_accum_inv	\\N	\\N	f	t
3549	interval_accum_inv	12	1	0	0	0	f	f	t	f	i	s	2	0	1187	1187 1186	\\N	\\N	\\N	\\N	interval_accum_inv	\\N	\\N	f	t
3551	network_overlap	12	1	0	0	0	f	f	t	f	i	s	2	0	16	869 869	\\N	\\N	\\N	\\N	network_overlap	\\N	\\N	f	t
3553	inet_gist_consistent	12	1	0	0	0	f	f	t	f	i	s	5	0	16	2281 869 21 26 2281	\\N	\\N	\\N	\\N	inet_gist_consistent	\\N	\\N	f	t
3554	inet_gist_union	12	1	0	0	0	f	f	t	f	i	s	2	0	869	2281 2281	\\N	\\N	\\N	\\N	inet_gist_union	\\N	\\N	f	t
3555	inet_gist_compress	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	inet_gist_compress	\\N	\\N	f	t
3556	bool	12	1	0	0	0	f	f	t	f	i	s	1	0	16	3802	\\N	\\N	\\N	\\N	jsonb_bool	\\N	\\N	f	t
3557	inet_gist_penalty	12	1	0	0	0	f	f	t	f	i	s	3	0	2281	2281 2281 2281	\\N	\\N	\\N	\\N	inet_gist_penalty	\\N	\\N	f	t
3558	inet_gist_picksplit	12	1	0	0	0	f	f	t	f	i	s	2	0	2281	2281 2281	\\N	\\N	\\N	\\N	inet_gist_picksplit	\\N	\\N	f	t
3559	inet_gist_same	12	1	0	0	0	f	f	t	f	i	s	3	0	2281	869 869 2281	\\N	\\N	\\N	\\N	inet_gist_same	\\N	\\N	f	t
3560	networksel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	networksel	\\N	\\N	f	t
3561	networkjoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	networkjoinsel	\\N	\\N	f	t
3562	network_larger	12	1	0	0	0	f	f	t	f	i	s	2	0	869	869 869	\\N	\\N	\\N	\\N	network_larger	\\N	\\N	f	t
3563	network_smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	869	869 869	\\N	\\N	\\N	\\N	network_smaller	\\N	\\N	f	t
3564	max	12	1	0	0	0	a	f	f	f	i	s	1	0	869	869	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
3565	min	12	1	0	0	0	a	f	f	f	i	s	1	0	869	869	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
3566	pg_event_trigger_dropped_objects	12	10	100	0	0	f	f	t	t	s	r	0	0	2249		{26,26,23,16,16,16,25,25,25,25,1009,1009}	{o,o,o,o,o,o,o,o,o,o,o,o}	{classid,objid,objsubid,original,normal,is_temporary,object_type,schema_name,object_name,object_identity,address_names,address_args}	\\N	pg_event_trigger_dropped_objects	\\N	\\N	f	f
3567	int2_accum_inv	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 21	\\N	\\N	\\N	\\N	int2_accum_inv	\\N	\\N	f	t
3568	int4_accum_inv	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 23	\\N	\\N	\\N	\\N	int4_accum_inv	\\N	\\N	f	t
3569	int8_accum_inv	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 20	\\N	\\N	\\N	\\N	int8_accum_inv	\\N	\\N	f	t
3570	int2_avg_accum_inv	12	1	0	0	0	f	f	t	f	i	s	2	0	1016	1016 21	\\N	\\N	\\N	\\N	int2_avg_accum_inv	\\N	\\N	f	t
3571	int4_avg_accum_inv	12	1	0	0	0	f	f	t	f	i	s	2	0	1016	1016 23	\\N	\\N	\\N	\\N	int4_avg_accum_inv	\\N	\\N	f	t
3572	int2int4_sum	12	1	0	0	0	f	f	t	f	i	s	1	0	20	1016	\\N	\\N	\\N	\\N	int2int4_sum	\\N	\\N	f	t
3573	inet_gist_fetch	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	inet_gist_fetch	\\N	\\N	f	t
3577	pg_logical_emit_message	12	1	0	0	0	f	f	t	f	v	u	3	0	3220	16 25 25	\\N	\\N	\\N	\\N	pg_logical_emit_message_text	\\N	\\N	f	f
3578	pg_logical_emit_message	12	1	0	0	0	f	f	t	f	v	u	3	0	3220	16 25 17	\\N	\\N	\\N	\\N	pg_logical_emit_message_bytea	\\N	\\N	f	f
3579	jsonb_insert	12	1	0	0	0	f	f	t	f	i	s	4	1	3802	3802 1009 3802 16	\\N	\\N	{jsonb_in,path,replacement,insert_after}	false	jsonb_insert	\\N	jsonb_in jsonb, path text[], replacement jsonb, insert_after boolean DEFAULT false	f	f
3581	pg_xact_commit_timestamp	12	1	0	0	0	f	f	t	f	v	s	1	0	1184	28	\\N	\\N	\\N	\\N	pg_xact_commit_timestamp	\\N	\\N	f	f
3582	binary_upgrade_set_next_pg_type_oid	12	1	0	0	0	f	f	t	f	v	r	1	0	2278	26	\\N	\\N	\\N	\\N	binary_upgrade_set_next_pg_type_oid	\\N	\\N	f	f
3583	pg_last_committed_xact	12	1	0	0	0	f	f	t	f	v	s	0	0	2249		{28,1184,26}	{o,o,o}	{xid,timestamp,roident}	\\N	pg_last_committed_xact	\\N	\\N	f	f
3584	binary_upgrade_set_next_array_pg_type_oid	12	1	0	0	0	f	f	t	f	v	r	1	0	2278	26	\\N	\\N	\\N	\\N	binary_upgrade_set_next_array_pg_type_oid	\\N	\\N	f	f
3586	binary_upgrade_set_next_heap_pg_class_oid	12	1	0	0	0	f	f	t	f	v	r	1	0	2278	26	\\N	\\N	\\N	\\N	binary_upgrade_set_next_heap_pg_class_oid	\\N	\\N	f	f
3587	binary_upgrade_set_next_index_pg_class_oid	12	1	0	0	0	f	f	t	f	v	r	1	0	2278	26	\\N	\\N	\\N	\\N	binary_upgrade_set_next_index_pg_class_oid	\\N	\\N	f	f
3588	binary_upgrade_set_next_toast_pg_class_oid	12	1	0	0	0	f	f	t	f	v	r	1	0	2278	26	\\N	\\N	\\N	\\N	binary_upgrade_set_next_toast_pg_class_oid	\\N	\\N	f	f
3589	binary_upgrade_set_next_pg_enum_oid	12	1	0	0	0	f	f	t	f	v	r	1	0	2278	26	\\N	\\N	\\N	\\N	binary_upgrade_set_next_pg_enum_oid	\\N	\\N	f	f
3590	binary_upgrade_set_next_pg_authid_oid	12	1	0	0	0	f	f	t	f	v	r	1	0	2278	26	\\N	\\N	\\N	\\N	binary_upgrade_set_next_pg_authid_oid	\\N	\\N	f	f
3591	binary_upgrade_create_empty_extension	12	1	0	0	0	f	f	f	f	v	u	7	0	2278	25 25 16 25 1028 1009 1009	\\N	\\N	\\N	\\N	binary_upgrade_create_empty_extension	\\N	\\N	f	f
3594	event_trigger_in	12	1	0	0	0	f	f	f	f	i	s	1	0	3838	2275	\\N	\\N	\\N	\\N	event_trigger_in	\\N	\\N	f	t
3595	event_trigger_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	3838	\\N	\\N	\\N	\\N	event_trigger_out	\\N	\\N	f	t
3610	tsvectorin	12	1	0	0	0	f	f	t	f	i	s	1	0	3614	2275	\\N	\\N	\\N	\\N	tsvectorin	\\N	\\N	f	t
3611	tsvectorout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	3614	\\N	\\N	\\N	\\N	tsvectorout	\\N	\\N	f	t
3612	tsqueryin	12	1	0	0	0	f	f	t	f	i	s	1	0	3615	2275	\\N	\\N	\\N	\\N	tsqueryin	\\N	\\N	f	t
3613	tsqueryout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	3615	\\N	\\N	\\N	\\N	tsqueryout	\\N	\\N	f	t
3616	tsvector_lt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3614 3614	\\N	\\N	\\N	\\N	tsvector_lt	\\N	\\N	f	t
3617	tsvector_le	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3614 3614	\\N	\\N	\\N	\\N	tsvector_le	\\N	\\N	f	t
3618	tsvector_eq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3614 3614	\\N	\\N	\\N	\\N	tsvector_eq	\\N	\\N	f	t
3619	tsvector_ne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3614 3614	\\N	\\N	\\N	\\N	tsvector_ne	\\N	\\N	f	t
3620	tsvector_ge	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3614 3614	\\N	\\N	\\N	\\N	tsvector_ge	\\N	\\N	f	t
3621	tsvector_gt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3614 3614	\\N	\\N	\\N	\\N	tsvector_gt	\\N	\\N	f	t
3622	tsvector_cmp	12	1	0	0	0	f	f	t	f	i	s	2	0	23	3614 3614	\\N	\\N	\\N	\\N	tsvector_cmp	\\N	\\N	f	t
3623	strip	12	1	0	0	0	f	f	t	f	i	s	1	0	3614	3614	\\N	\\N	\\N	\\N	tsvector_strip	\\N	\\N	f	f
3624	setweight	12	1	0	0	0	f	f	t	f	i	s	2	0	3614	3614 18	\\N	\\N	\\N	\\N	tsvector_setweight	\\N	\\N	f	f
3625	tsvector_concat	12	1	0	0	0	f	f	t	f	i	s	2	0	3614	3614 3614	\\N	\\N	\\N	\\N	tsvector_concat	\\N	\\N	f	t
3634	ts_match_vq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3614 3615	\\N	\\N	\\N	\\N	ts_match_vq	\\N	\\N	f	t
3635	ts_match_qv	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3615 3614	\\N	\\N	\\N	\\N	ts_match_qv	\\N	\\N	f	t
3638	tsvectorsend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	3614	\\N	\\N	\\N	\\N	tsvectorsend	\\N	\\N	f	t
3639	tsvectorrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	3614	2281	\\N	\\N	\\N	\\N	tsvectorrecv	\\N	\\N	f	t
3640	tsquerysend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	3615	\\N	\\N	\\N	\\N	tsquerysend	\\N	\\N	f	t
3641	tsqueryrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	3615	2281	\\N	\\N	\\N	\\N	tsqueryrecv	\\N	\\N	f	t
3646	gtsvectorin	12	1	0	0	0	f	f	t	f	i	s	1	0	3642	2275	\\N	\\N	\\N	\\N	gtsvectorin	\\N	\\N	f	t
3647	gtsvectorout	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	3642	\\N	\\N	\\N	\\N	gtsvectorout	\\N	\\N	f	t
3648	gtsvector_compress	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	gtsvector_compress	\\N	\\N	f	t
3649	gtsvector_decompress	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	gtsvector_decompress	\\N	\\N	f	t
3650	gtsvector_picksplit	12	1	0	0	0	f	f	t	f	i	s	2	0	2281	2281 2281	\\N	\\N	\\N	\\N	gtsvector_picksplit	\\N	\\N	f	t
3651	gtsvector_union	12	1	0	0	0	f	f	t	f	i	s	2	0	3642	2281 2281	\\N	\\N	\\N	\\N	gtsvector_union	\\N	\\N	f	t
3652	gtsvector_same	12	1	0	0	0	f	f	t	f	i	s	3	0	2281	3642 3642 2281	\\N	\\N	\\N	\\N	gtsvector_same	\\N	\\N	f	t
3653	gtsvector_penalty	12	1	0	0	0	f	f	t	f	i	s	3	0	2281	2281 2281 2281	\\N	\\N	\\N	\\N	gtsvector_penalty	\\N	\\N	f	t
3654	gtsvector_consistent	12	1	0	0	0	f	f	t	f	i	s	5	0	16	2281 3614 21 26 2281	\\N	\\N	\\N	\\N	gtsvector_consistent	\\N	\\N	f	t
3656	gin_extract_tsvector	12	1	0	0	0	f	f	t	f	i	s	3	0	2281	3614 2281 2281	\\N	\\N	\\N	\\N	gin_extract_tsvector	\\N	\\N	f	t
3657	gin_extract_tsquery	12	1	0	0	0	f	f	t	f	i	s	7	0	2281	3614 2281 21 2281 2281 2281 2281	\\N	\\N	\\N	\\N	gin_extract_tsquery	\\N	\\N	f	t
3658	gin_tsquery_consistent	12	1	0	0	0	f	f	t	f	i	s	8	0	16	2281 21 3614 23 2281 2281 2281 2281	\\N	\\N	\\N	\\N	gin_tsquery_consistent	\\N	\\N	f	t
3662	tsquery_lt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3615 3615	\\N	\\N	\\N	\\N	tsquery_lt	\\N	\\N	f	t
3663	tsquery_le	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3615 3615	\\N	\\N	\\N	\\N	tsquery_le	\\N	\\N	f	t
3664	tsquery_eq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3615 3615	\\N	\\N	\\N	\\N	tsquery_eq	\\N	\\N	f	t
3665	tsquery_ne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3615 3615	\\N	\\N	\\N	\\N	tsquery_ne	\\N	\\N	f	t
3666	tsquery_ge	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3615 3615	\\N	\\N	\\N	\\N	tsquery_ge	\\N	\\N	f	t
3667	tsquery_gt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3615 3615	\\N	\\N	\\N	\\N	tsquery_gt	\\N	\\N	f	t
3668	tsquery_cmp	12	1	0	0	0	f	f	t	f	i	s	2	0	23	3615 3615	\\N	\\N	\\N	\\N	tsquery_cmp	\\N	\\N	f	t
3669	tsquery_and	12	1	0	0	0	f	f	t	f	i	s	2	0	3615	3615 3615	\\N	\\N	\\N	\\N	tsquery_and	\\N	\\N	f	t
3670	tsquery_or	12	1	0	0	0	f	f	t	f	i	s	2	0	3615	3615 3615	\\N	\\N	\\N	\\N	tsquery_or	\\N	\\N	f	t
3671	tsquery_not	12	1	0	0	0	f	f	t	f	i	s	1	0	3615	3615	\\N	\\N	\\N	\\N	tsquery_not	\\N	\\N	f	t
3672	numnode	12	1	0	0	0	f	f	t	f	i	s	1	0	23	3615	\\N	\\N	\\N	\\N	tsquery_numnode	\\N	\\N	f	f
3673	querytree	12	1	0	0	0	f	f	t	f	i	s	1	0	25	3615	\\N	\\N	\\N	\\N	tsquerytree	\\N	\\N	f	f
3684	ts_rewrite	12	1	0	0	0	f	f	t	f	i	s	3	0	3615	3615 3615 3615	\\N	\\N	\\N	\\N	tsquery_rewrite	\\N	\\N	f	f
3685	ts_rewrite	12	100	0	0	0	f	f	t	f	v	u	2	0	3615	3615 25	\\N	\\N	\\N	\\N	tsquery_rewrite_query	\\N	\\N	f	f
3686	tsmatchsel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	tsmatchsel	\\N	\\N	f	t
3687	tsmatchjoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	tsmatchjoinsel	\\N	\\N	f	t
3688	ts_typanalyze	12	1	0	0	0	f	f	t	f	s	s	1	0	16	2281	\\N	\\N	\\N	\\N	ts_typanalyze	\\N	\\N	f	t
3689	ts_stat	12	10	10000	0	0	f	f	t	t	v	u	1	0	2249	25	{25,25,23,23}	{i,o,o,o}	{query,word,ndoc,nentry}	\\N	ts_stat1	\\N	\\N	f	f
3690	ts_stat	12	10	10000	0	0	f	f	t	t	v	u	2	0	2249	25 25	{25,25,25,23,23}	{i,i,o,o,o}	{query,weights,word,ndoc,nentry}	\\N	ts_stat2	\\N	\\N	f	f
3691	tsq_mcontains	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3615 3615	\\N	\\N	\\N	\\N	tsq_mcontains	\\N	\\N	f	t
3692	tsq_mcontained	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3615 3615	\\N	\\N	\\N	\\N	tsq_mcontained	\\N	\\N	f	t
3695	gtsquery_compress	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	gtsquery_compress	\\N	\\N	f	t
3696	starts_with	12	1	0	0	6242	f	t	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	text_starts_with	\\N	\\N	f	t
3697	gtsquery_picksplit	12	1	0	0	0	f	f	t	f	i	s	2	0	2281	2281 2281	\\N	\\N	\\N	\\N	gtsquery_picksplit	\\N	\\N	f	t
3698	gtsquery_union	12	1	0	0	0	f	f	t	f	i	s	2	0	20	2281 2281	\\N	\\N	\\N	\\N	gtsquery_union	\\N	\\N	f	t
3699	gtsquery_same	12	1	0	0	0	f	f	t	f	i	s	3	0	2281	20 20 2281	\\N	\\N	\\N	\\N	gtsquery_same	\\N	\\N	f	t
3700	gtsquery_penalty	12	1	0	0	0	f	f	t	f	i	s	3	0	2281	2281 2281 2281	\\N	\\N	\\N	\\N	gtsquery_penalty	\\N	\\N	f	t
3701	gtsquery_consistent	12	1	0	0	0	f	f	t	f	i	s	5	0	16	2281 3615 21 26 2281	\\N	\\N	\\N	\\N	gtsquery_consistent	\\N	\\N	f	t
3703	ts_rank	12	1	0	0	0	f	f	t	f	i	s	4	0	700	1021 3614 3615 23	\\N	\\N	\\N	\\N	ts_rank_wttf	\\N	\\N	f	f
3704	ts_rank	12	1	0	0	0	f	f	t	f	i	s	3	0	700	1021 3614 3615	\\N	\\N	\\N	\\N	ts_rank_wtt	\\N	\\N	f	f
3705	ts_rank	12	1	0	0	0	f	f	t	f	i	s	3	0	700	3614 3615 23	\\N	\\N	\\N	\\N	ts_rank_ttf	\\N	\\N	f	f
3706	ts_rank	12	1	0	0	0	f	f	t	f	i	s	2	0	700	3614 3615	\\N	\\N	\\N	\\N	ts_rank_tt	\\N	\\N	f	f
3707	ts_rank_cd	12	1	0	0	0	f	f	t	f	i	s	4	0	700	1021 3614 3615 23	\\N	\\N	\\N	\\N	ts_rankcd_wttf	\\N	\\N	f	f
3708	ts_rank_cd	12	1	0	0	0	f	f	t	f	i	s	3	0	700	1021 3614 3615	\\N	\\N	\\N	\\N	ts_rankcd_wtt	\\N	\\N	f	f
3709	ts_rank_cd	12	1	0	0	0	f	f	t	f	i	s	3	0	700	3614 3615 23	\\N	\\N	\\N	\\N	ts_rankcd_ttf	\\N	\\N	f	f
3710	ts_rank_cd	12	1	0	0	0	f	f	t	f	i	s	2	0	700	3614 3615	\\N	\\N	\\N	\\N	ts_rankcd_tt	\\N	\\N	f	f
3711	length	12	1	0	0	0	f	f	t	f	i	s	1	0	23	3614	\\N	\\N	\\N	\\N	tsvector_length	\\N	\\N	f	f
3713	ts_token_type	12	1	16	0	0	f	f	t	t	i	s	1	0	2249	26	{26,23,25,25}	{i,o,o,o}	{parser_oid,tokid,alias,description}	\\N	ts_token_type_byid	\\N	\\N	f	f
3714	ts_token_type	12	1	16	0	0	f	f	t	t	s	s	1	0	2249	25	{25,23,25,25}	{i,o,o,o}	{parser_name,tokid,alias,description}	\\N	ts_token_type_byname	\\N	\\N	f	f
3715	ts_parse	12	1	1000	0	0	f	f	t	t	i	s	2	0	2249	26 25	{26,25,23,25}	{i,i,o,o}	{parser_oid,txt,tokid,token}	\\N	ts_parse_byid	\\N	\\N	f	f
3716	ts_parse	12	1	1000	0	0	f	f	t	t	s	s	2	0	2249	25 25	{25,25,23,25}	{i,i,o,o}	{parser_name,txt,tokid,token}	\\N	ts_parse_byname	\\N	\\N	f	f
3717	prsd_start	12	1	0	0	0	f	f	t	f	i	s	2	0	2281	2281 23	\\N	\\N	\\N	\\N	prsd_start	\\N	\\N	f	t
3718	prsd_nexttoken	12	1	0	0	0	f	f	t	f	i	s	3	0	2281	2281 2281 2281	\\N	\\N	\\N	\\N	prsd_nexttoken	\\N	\\N	f	t
3719	prsd_end	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	prsd_end	\\N	\\N	f	t
3720	prsd_headline	12	1	0	0	0	f	f	t	f	i	s	3	0	2281	2281 2281 3615	\\N	\\N	\\N	\\N	prsd_headline	\\N	\\N	f	t
3721	prsd_lextype	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	prsd_lextype	\\N	\\N	f	t
3723	ts_lexize	12	1	0	0	0	f	f	t	f	i	s	2	0	1009	3769 25	\\N	\\N	\\N	\\N	ts_lexize	\\N	\\N	f	f
3724	gin_cmp_tslexeme	12	1	0	0	0	f	f	t	f	i	s	2	0	23	25 25	\\N	\\N	\\N	\\N	gin_cmp_tslexeme	\\N	\\N	f	t
3725	dsimple_init	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	dsimple_init	\\N	\\N	f	t
3726	dsimple_lexize	12	1	0	0	0	f	f	t	f	i	s	4	0	2281	2281 2281 2281 2281	\\N	\\N	\\N	\\N	dsimple_lexize	\\N	\\N	f	t
3728	dsynonym_init	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	dsynonym_init	\\N	\\N	f	t
3729	dsynonym_lexize	12	1	0	0	0	f	f	t	f	i	s	4	0	2281	2281 2281 2281 2281	\\N	\\N	\\N	\\N	dsynonym_lexize	\\N	\\N	f	t
3731	dispell_init	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	dispell_init	\\N	\\N	f	t
3732	dispell_lexize	12	1	0	0	0	f	f	t	f	i	s	4	0	2281	2281 2281 2281 2281	\\N	\\N	\\N	\\N	dispell_lexize	\\N	\\N	f	t
3736	regconfigin	12	1	0	0	0	f	f	t	f	s	s	1	0	3734	2275	\\N	\\N	\\N	\\N	regconfigin	\\N	\\N	f	t
3737	regconfigout	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	3734	\\N	\\N	\\N	\\N	regconfigout	\\N	\\N	f	t
3738	regconfigrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	3734	2281	\\N	\\N	\\N	\\N	regconfigrecv	\\N	\\N	f	t
3739	regconfigsend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	3734	\\N	\\N	\\N	\\N	regconfigsend	\\N	\\N	f	t
3740	thesaurus_init	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	thesaurus_init	\\N	\\N	f	t
3741	thesaurus_lexize	12	1	0	0	0	f	f	t	f	i	s	4	0	2281	2281 2281 2281 2281	\\N	\\N	\\N	\\N	thesaurus_lexize	\\N	\\N	f	t
3743	ts_headline	12	100	0	0	0	f	f	t	f	i	s	4	0	25	3734 25 3615 25	\\N	\\N	\\N	\\N	ts_headline_byid_opt	\\N	\\N	f	f
3744	ts_headline	12	100	0	0	0	f	f	t	f	i	s	3	0	25	3734 25 3615	\\N	\\N	\\N	\\N	ts_headline_byid	\\N	\\N	f	f
3745	to_tsvector	12	100	0	0	0	f	f	t	f	i	s	2	0	3614	3734 25	\\N	\\N	\\N	\\N	to_tsvector_byid	\\N	\\N	f	f
3746	to_tsquery	12	100	0	0	0	f	f	t	f	i	s	2	0	3615	3734 25	\\N	\\N	\\N	\\N	to_tsquery_byid	\\N	\\N	f	f
3747	plainto_tsquery	12	100	0	0	0	f	f	t	f	i	s	2	0	3615	3734 25	\\N	\\N	\\N	\\N	plainto_tsquery_byid	\\N	\\N	f	f
3749	to_tsvector	12	100	0	0	0	f	f	t	f	s	s	1	0	3614	25	\\N	\\N	\\N	\\N	to_tsvector	\\N	\\N	f	f
3750	to_tsquery	12	100	0	0	0	f	f	t	f	s	s	1	0	3615	25	\\N	\\N	\\N	\\N	to_tsquery	\\N	\\N	f	f
3751	plainto_tsquery	12	100	0	0	0	f	f	t	f	s	s	1	0	3615	25	\\N	\\N	\\N	\\N	plainto_tsquery	\\N	\\N	f	f
3752	tsvector_update_trigger	12	1	0	0	0	f	f	f	f	v	s	0	0	2279		\\N	\\N	\\N	\\N	tsvector_update_trigger_byid	\\N	\\N	f	f
3753	tsvector_update_trigger_column	12	1	0	0	0	f	f	f	f	v	s	0	0	2279		\\N	\\N	\\N	\\N	tsvector_update_trigger_bycolumn	\\N	\\N	f	f
3754	ts_headline	12	100	0	0	0	f	f	t	f	s	s	3	0	25	25 3615 25	\\N	\\N	\\N	\\N	ts_headline_opt	\\N	\\N	f	f
3755	ts_headline	12	100	0	0	0	f	f	t	f	s	s	2	0	25	25 3615	\\N	\\N	\\N	\\N	ts_headline	\\N	\\N	f	f
3756	pg_ts_parser_is_visible	12	10	0	0	0	f	f	t	f	s	s	1	0	16	26	\\N	\\N	\\N	\\N	pg_ts_parser_is_visible	\\N	\\N	f	f
3757	pg_ts_dict_is_visible	12	10	0	0	0	f	f	t	f	s	s	1	0	16	26	\\N	\\N	\\N	\\N	pg_ts_dict_is_visible	\\N	\\N	f	f
3758	pg_ts_config_is_visible	12	10	0	0	0	f	f	t	f	s	s	1	0	16	26	\\N	\\N	\\N	\\N	pg_ts_config_is_visible	\\N	\\N	f	f
3759	get_current_ts_config	12	1	0	0	0	f	f	t	f	s	s	0	0	3734		\\N	\\N	\\N	\\N	get_current_ts_config	\\N	\\N	f	f
3760	ts_match_tt	12	100	0	0	0	f	f	t	f	s	s	2	0	16	25 25	\\N	\\N	\\N	\\N	ts_match_tt	\\N	\\N	f	t
3761	ts_match_tq	12	100	0	0	0	f	f	t	f	s	s	2	0	16	25 3615	\\N	\\N	\\N	\\N	ts_match_tq	\\N	\\N	f	t
3768	pg_ts_template_is_visible	12	10	0	0	0	f	f	t	f	s	s	1	0	16	26	\\N	\\N	\\N	\\N	pg_ts_template_is_visible	\\N	\\N	f	f
3771	regdictionaryin	12	1	0	0	0	f	f	t	f	s	s	1	0	3769	2275	\\N	\\N	\\N	\\N	regdictionaryin	\\N	\\N	f	t
3772	regdictionaryout	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	3769	\\N	\\N	\\N	\\N	regdictionaryout	\\N	\\N	f	t
3773	regdictionaryrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	3769	2281	\\N	\\N	\\N	\\N	regdictionaryrecv	\\N	\\N	f	t
3774	regdictionarysend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	3769	\\N	\\N	\\N	\\N	regdictionarysend	\\N	\\N	f	t
3775	pg_stat_reset_shared	12	1	0	0	0	f	f	t	f	v	s	1	0	2278	25	\\N	\\N	\\N	\\N	pg_stat_reset_shared	\\N	\\N	t	f
3776	pg_stat_reset_single_table_counters	12	1	0	0	0	f	f	t	f	v	s	1	0	2278	26	\\N	\\N	\\N	\\N	pg_stat_reset_single_table_counters	\\N	\\N	t	f
3777	pg_stat_reset_single_function_counters	12	1	0	0	0	f	f	t	f	v	s	1	0	2278	26	\\N	\\N	\\N	\\N	pg_stat_reset_single_function_counters	\\N	\\N	t	f
3778	pg_tablespace_location	12	1	0	0	0	f	f	t	f	s	s	1	0	25	26	\\N	\\N	\\N	\\N	pg_tablespace_location	\\N	\\N	f	f
3779	pg_create_physical_replication_slot	12	1	0	0	0	f	f	t	f	v	u	3	2	2249	19 16 16	{19,16,16,19,3220}	{i,i,i,o,o}	{slot_name,immediately_reserve,temporary,slot_name,lsn}	false, false	pg_create_physical_replication_slot	\\N	slot_name name, immediately_reserve boolean DEFAULT false, temporary boolean DEFAULT false, OUT slot_name name, OUT lsn pg_lsn	f	f
3780	pg_drop_replication_slot	12	1	0	0	0	f	f	t	f	v	u	1	0	2278	19	\\N	\\N	\\N	\\N	pg_drop_replication_slot	\\N	\\N	f	f
3781	pg_get_replication_slots	12	1	10	0	0	f	f	f	t	s	s	0	0	2249		{19,19,25,26,16,16,23,28,28,3220,3220,25,20,16}	{o,o,o,o,o,o,o,o,o,o,o,o,o,o}	{slot_name,plugin,slot_type,datoid,temporary,active,active_pid,xmin,catalog_xmin,restart_lsn,confirmed_flush_lsn,wal_status,safe_wal_size,two_phase}	\\N	pg_get_replication_slots	\\N	\\N	f	f
3782	pg_logical_slot_get_changes	12	1000	1000	25	0	f	f	f	t	v	u	4	1	2249	19 3220 23 1009	{19,3220,23,1009,3220,28,25}	{i,i,i,v,o,o,o}	{slot_name,upto_lsn,upto_nchanges,options,lsn,xid,data}	'{}'::text[]	pg_logical_slot_get_changes	\\N	slot_name name, upto_lsn pg_lsn, upto_nchanges integer, VARIADIC options text[] DEFAULT '{}'::text[], OUT lsn pg_lsn, OUT xid xid, OUT data text	f	f
3783	pg_logical_slot_get_binary_changes	12	1000	1000	25	0	f	f	f	t	v	u	4	1	2249	19 3220 23 1009	{19,3220,23,1009,3220,28,17}	{i,i,i,v,o,o,o}	{slot_name,upto_lsn,upto_nchanges,options,lsn,xid,data}	'{}'::text[]	pg_logical_slot_get_binary_changes	\\N	slot_name name, upto_lsn pg_lsn, upto_nchanges integer, VARIADIC options text[] DEFAULT '{}'::text[], OUT lsn pg_lsn, OUT xid xid, OUT data bytea	f	f
3784	pg_logical_slot_peek_changes	12	1000	1000	25	0	f	f	f	t	v	u	4	1	2249	19 3220 23 1009	{19,3220,23,1009,3220,28,25}	{i,i,i,v,o,o,o}	{slot_name,upto_lsn,upto_nchanges,options,lsn,xid,data}	'{}'::text[]	pg_logical_slot_peek_changes	\\N	slot_name name, upto_lsn pg_lsn, upto_nchanges integer, VARIADIC options text[] DEFAULT '{}'::text[], OUT lsn pg_lsn, OUT xid xid, OUT data text	f	f
3785	pg_logical_slot_peek_binary_changes	12	1000	1000	25	0	f	f	f	t	v	u	4	1	2249	19 3220 23 1009	{19,3220,23,1009,3220,28,17}	{i,i,i,v,o,o,o}	{slot_name,upto_lsn,upto_nchanges,options,lsn,xid,data}	'{}'::text[]	pg_logical_slot_peek_binary_changes	\\N	slot_name name, upto_lsn pg_lsn, upto_nchanges integer, VARIADIC options text[] DEFAULT '{}'::text[], OUT lsn pg_lsn, OUT xid xid, OUT data bytea	f	f
3786	pg_create_logical_replication_slot	12	1	0	0	0	f	f	t	f	v	u	4	2	2249	19 19 16 16	{19,19,16,16,19,3220}	{i,i,i,i,o,o}	{slot_name,plugin,temporary,twophase,slot_name,lsn}	false, false	pg_create_logical_replication_slot	\\N	slot_name name, plugin name, temporary boolean DEFAULT false, twophase boolean DEFAULT false, OUT slot_name name, OUT lsn pg_lsn	f	f
3787	to_jsonb	12	1	0	0	0	f	f	t	f	s	s	1	0	3802	2283	\\N	\\N	\\N	\\N	to_jsonb	\\N	\\N	f	f
3788	pg_stat_get_snapshot_timestamp	12	1	0	0	0	f	f	t	f	s	r	0	0	1184		\\N	\\N	\\N	\\N	pg_stat_get_snapshot_timestamp	\\N	\\N	f	f
3789	gin_clean_pending_list	12	1	0	0	0	f	f	t	f	v	u	1	0	20	2205	\\N	\\N	\\N	\\N	gin_clean_pending_list	\\N	\\N	f	f
3790	gtsvector_consistent	12	1	0	0	0	f	f	t	f	i	s	5	0	16	2281 3642 23 26 2281	\\N	\\N	\\N	\\N	gtsvector_consistent_oldsig	\\N	\\N	f	f
3791	gin_extract_tsquery	12	1	0	0	0	f	f	t	f	i	s	7	0	2281	3615 2281 21 2281 2281 2281 2281	\\N	\\N	\\N	\\N	gin_extract_tsquery_oldsig	\\N	\\N	f	f
3792	gin_tsquery_consistent	12	1	0	0	0	f	f	t	f	i	s	8	0	16	2281 21 3615 23 2281 2281 2281 2281	\\N	\\N	\\N	\\N	gin_tsquery_consistent_oldsig	\\N	\\N	f	f
3793	gtsquery_consistent	12	1	0	0	0	f	f	t	f	i	s	5	0	16	2281 2281 23 26 2281	\\N	\\N	\\N	\\N	gtsquery_consistent_oldsig	\\N	\\N	f	f
3795	inet_spg_config	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	inet_spg_config	\\N	\\N	f	t
3796	inet_spg_choose	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	inet_spg_choose	\\N	\\N	f	t
3797	inet_spg_picksplit	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	inet_spg_picksplit	\\N	\\N	f	t
3798	inet_spg_inner_consistent	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	inet_spg_inner_consistent	\\N	\\N	f	t
3799	inet_spg_leaf_consistent	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2281 2281	\\N	\\N	\\N	\\N	inet_spg_leaf_consistent	\\N	\\N	f	t
3800	pg_current_logfile	12	1	0	0	0	f	f	f	f	v	s	0	0	25		\\N	\\N	\\N	\\N	pg_current_logfile	\\N	\\N	t	f
3801	pg_current_logfile	12	1	0	0	0	f	f	f	f	v	s	1	0	25	25	\\N	\\N	\\N	\\N	pg_current_logfile_1arg	\\N	\\N	t	f
3803	jsonb_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	3802	\\N	\\N	\\N	\\N	jsonb_send	\\N	\\N	f	t
3804	jsonb_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	3802	\\N	\\N	\\N	\\N	jsonb_out	\\N	\\N	f	t
3805	jsonb_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	3802	2281	\\N	\\N	\\N	\\N	jsonb_recv	\\N	\\N	f	t
3806	jsonb_in	12	1	0	0	0	f	f	t	f	i	s	1	0	3802	2275	\\N	\\N	\\N	\\N	jsonb_in	\\N	\\N	f	t
3808	pg_get_function_arg_default	12	1	0	0	0	f	f	t	f	s	s	2	0	25	26 23	\\N	\\N	\\N	\\N	pg_get_function_arg_default	\\N	\\N	f	f
3809	pg_export_snapshot	12	1	0	0	0	f	f	t	f	v	u	0	0	25		\\N	\\N	\\N	\\N	pg_export_snapshot	\\N	\\N	f	f
3810	pg_is_in_recovery	12	1	0	0	0	f	f	t	f	v	s	0	0	16		\\N	\\N	\\N	\\N	pg_is_in_recovery	\\N	\\N	f	f
3811	money	12	1	0	0	0	f	f	t	f	s	s	1	0	790	23	\\N	\\N	\\N	\\N	int4_cash	\\N	\\N	f	t
3812	money	12	1	0	0	0	f	f	t	f	s	s	1	0	790	20	\\N	\\N	\\N	\\N	int8_cash	\\N	\\N	f	t
3815	pg_collation_is_visible	12	10	0	0	0	f	f	t	f	s	s	1	0	16	26	\\N	\\N	\\N	\\N	pg_collation_is_visible	\\N	\\N	f	f
3816	array_typanalyze	12	1	0	0	0	f	f	t	f	s	s	1	0	16	2281	\\N	\\N	\\N	\\N	array_typanalyze	\\N	\\N	f	t
3817	arraycontsel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	arraycontsel	\\N	\\N	f	t
3818	arraycontjoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	arraycontjoinsel	\\N	\\N	f	t
3819	pg_get_multixact_members	12	1	1000	0	0	f	f	t	t	v	s	1	0	2249	28	{28,28,25}	{i,o,o}	{multixid,xid,mode}	\\N	pg_get_multixact_members	\\N	\\N	f	f
3820	pg_last_wal_receive_lsn	12	1	0	0	0	f	f	t	f	v	s	0	0	3220		\\N	\\N	\\N	\\N	pg_last_wal_receive_lsn	\\N	\\N	f	f
3821	pg_last_wal_replay_lsn	12	1	0	0	0	f	f	t	f	v	s	0	0	3220		\\N	\\N	\\N	\\N	pg_last_wal_replay_lsn	\\N	\\N	f	f
3822	cash_div_cash	12	1	0	0	0	f	f	t	f	i	s	2	0	701	790 790	\\N	\\N	\\N	\\N	cash_div_cash	\\N	\\N	f	t
3823	numeric	12	1	0	0	0	f	f	t	f	s	s	1	0	1700	790	\\N	\\N	\\N	\\N	cash_numeric	\\N	\\N	f	t
3824	money	12	1	0	0	0	f	f	t	f	s	s	1	0	790	1700	\\N	\\N	\\N	\\N	numeric_cash	\\N	\\N	f	t
3826	pg_read_file	12	1	0	0	0	f	f	t	f	v	s	1	0	25	25	\\N	\\N	\\N	\\N	pg_read_file_all	\\N	\\N	t	f
3827	pg_read_binary_file	12	1	0	0	0	f	f	t	f	v	s	3	0	17	25 20 20	\\N	\\N	\\N	\\N	pg_read_binary_file_off_len	\\N	\\N	t	f
3828	pg_read_binary_file	12	1	0	0	0	f	f	t	f	v	s	1	0	17	25	\\N	\\N	\\N	\\N	pg_read_binary_file_all	\\N	\\N	t	f
3829	pg_opfamily_is_visible	12	10	0	0	0	f	f	t	f	s	s	1	0	16	26	\\N	\\N	\\N	\\N	pg_opfamily_is_visible	\\N	\\N	f	f
3830	pg_last_xact_replay_timestamp	12	1	0	0	0	f	f	t	f	v	s	0	0	1184		\\N	\\N	\\N	\\N	pg_last_xact_replay_timestamp	\\N	\\N	f	f
3832	anyrange_in	12	1	0	0	0	f	f	t	f	s	s	3	0	3831	2275 26 23	\\N	\\N	\\N	\\N	anyrange_in	\\N	\\N	f	t
3833	anyrange_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	3831	\\N	\\N	\\N	\\N	anyrange_out	\\N	\\N	f	t
3834	range_in	12	1	0	0	0	f	f	t	f	s	s	3	0	3831	2275 26 23	\\N	\\N	\\N	\\N	range_in	\\N	\\N	f	t
3835	range_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	3831	\\N	\\N	\\N	\\N	range_out	\\N	\\N	f	t
3836	range_recv	12	1	0	0	0	f	f	t	f	s	s	3	0	3831	2281 26 23	\\N	\\N	\\N	\\N	range_recv	\\N	\\N	f	t
3837	range_send	12	1	0	0	0	f	f	t	f	s	s	1	0	17	3831	\\N	\\N	\\N	\\N	range_send	\\N	\\N	f	t
3839	pg_identify_object	12	1	0	0	0	f	f	t	f	s	s	3	0	2249	26 26 23	{26,26,23,25,25,25,25}	{i,i,i,o,o,o,o}	{classid,objid,objsubid,type,schema,name,identity}	\\N	pg_identify_object	\\N	\\N	f	f
3840	int4range	12	1	0	0	0	f	f	f	f	i	s	2	0	3904	23 23	\\N	\\N	\\N	\\N	range_constructor2	\\N	\\N	f	f
3841	int4range	12	1	0	0	0	f	f	f	f	i	s	3	0	3904	23 23 25	\\N	\\N	\\N	\\N	range_constructor3	\\N	\\N	f	f
3842	pg_relation_is_updatable	12	10	0	0	0	f	f	t	f	s	s	2	0	23	2205 16	\\N	\\N	\\N	\\N	pg_relation_is_updatable	\\N	\\N	f	f
3843	pg_column_is_updatable	12	10	0	0	0	f	f	t	f	s	s	3	0	16	2205 21 16	\\N	\\N	\\N	\\N	pg_column_is_updatable	\\N	\\N	f	f
3844	numrange	12	1	0	0	0	f	f	f	f	i	s	2	0	3906	1700 1700	\\N	\\N	\\N	\\N	range_constructor2	\\N	\\N	f	f
3845	numrange	12	1	0	0	0	f	f	f	f	i	s	3	0	3906	1700 1700 25	\\N	\\N	\\N	\\N	range_constructor3	\\N	\\N	f	f
3846	make_date	12	1	0	0	0	f	f	t	f	i	s	3	0	1082	23 23 23	\\N	\\N	{year,month,day}	\\N	make_date	\\N	\\N	f	f
3847	make_time	12	1	0	0	0	f	f	t	f	i	s	3	0	1083	23 23 701	\\N	\\N	{hour,min,sec}	\\N	make_time	\\N	\\N	f	f
3848	lower	12	1	0	0	0	f	f	t	f	i	s	1	0	2283	3831	\\N	\\N	\\N	\\N	range_lower	\\N	\\N	f	f
3849	upper	12	1	0	0	0	f	f	t	f	i	s	1	0	2283	3831	\\N	\\N	\\N	\\N	range_upper	\\N	\\N	f	f
3850	isempty	12	1	0	0	0	f	f	t	f	i	s	1	0	16	3831	\\N	\\N	\\N	\\N	range_empty	\\N	\\N	f	t
3851	lower_inc	12	1	0	0	0	f	f	t	f	i	s	1	0	16	3831	\\N	\\N	\\N	\\N	range_lower_inc	\\N	\\N	f	f
3852	upper_inc	12	1	0	0	0	f	f	t	f	i	s	1	0	16	3831	\\N	\\N	\\N	\\N	range_upper_inc	\\N	\\N	f	f
3853	lower_inf	12	1	0	0	0	f	f	t	f	i	s	1	0	16	3831	\\N	\\N	\\N	\\N	range_lower_inf	\\N	\\N	f	f
3854	upper_inf	12	1	0	0	0	f	f	t	f	i	s	1	0	16	3831	\\N	\\N	\\N	\\N	range_upper_inf	\\N	\\N	f	f
3855	range_eq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 3831	\\N	\\N	\\N	\\N	range_eq	\\N	\\N	f	t
3856	range_ne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 3831	\\N	\\N	\\N	\\N	range_ne	\\N	\\N	f	t
3857	range_overlaps	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 3831	\\N	\\N	\\N	\\N	range_overlaps	\\N	\\N	f	t
3858	range_contains_elem	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 2283	\\N	\\N	\\N	\\N	range_contains_elem	\\N	\\N	f	t
3859	range_contains	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 3831	\\N	\\N	\\N	\\N	range_contains	\\N	\\N	f	t
3860	elem_contained_by_range	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2283 3831	\\N	\\N	\\N	\\N	elem_contained_by_range	\\N	\\N	f	t
3861	range_contained_by	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 3831	\\N	\\N	\\N	\\N	range_contained_by	\\N	\\N	f	t
3862	range_adjacent	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 3831	\\N	\\N	\\N	\\N	range_adjacent	\\N	\\N	f	t
3863	range_before	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 3831	\\N	\\N	\\N	\\N	range_before	\\N	\\N	f	t
3864	range_after	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 3831	\\N	\\N	\\N	\\N	range_after	\\N	\\N	f	t
3865	range_overleft	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 3831	\\N	\\N	\\N	\\N	range_overleft	\\N	\\N	f	t
3866	range_overright	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 3831	\\N	\\N	\\N	\\N	range_overright	\\N	\\N	f	t
3867	range_union	12	1	0	0	0	f	f	t	f	i	s	2	0	3831	3831 3831	\\N	\\N	\\N	\\N	range_union	\\N	\\N	f	t
3868	range_intersect	12	1	0	0	0	f	f	t	f	i	s	2	0	3831	3831 3831	\\N	\\N	\\N	\\N	range_intersect	\\N	\\N	f	t
3869	range_minus	12	1	0	0	0	f	f	t	f	i	s	2	0	3831	3831 3831	\\N	\\N	\\N	\\N	range_minus	\\N	\\N	f	t
3870	range_cmp	12	1	0	0	0	f	f	t	f	i	s	2	0	23	3831 3831	\\N	\\N	\\N	\\N	range_cmp	\\N	\\N	f	t
3871	range_lt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 3831	\\N	\\N	\\N	\\N	range_lt	\\N	\\N	f	t
3872	range_le	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 3831	\\N	\\N	\\N	\\N	range_le	\\N	\\N	f	t
3873	range_ge	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 3831	\\N	\\N	\\N	\\N	range_ge	\\N	\\N	f	t
3874	range_gt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 3831	\\N	\\N	\\N	\\N	range_gt	\\N	\\N	f	t
3875	range_gist_consistent	12	1	0	0	0	f	f	t	f	i	s	5	0	16	2281 3831 21 26 2281	\\N	\\N	\\N	\\N	range_gist_consistent	\\N	\\N	f	t
3876	range_gist_union	12	1	0	0	0	f	f	t	f	i	s	2	0	3831	2281 2281	\\N	\\N	\\N	\\N	range_gist_union	\\N	\\N	f	t
3878	pg_replication_slot_advance	12	1	0	0	0	f	f	t	f	v	u	2	0	2249	19 3220	{19,3220,19,3220}	{i,i,o,o}	{slot_name,upto_lsn,slot_name,end_lsn}	\\N	pg_replication_slot_advance	\\N	\\N	f	f
3879	range_gist_penalty	12	1	0	0	0	f	f	t	f	i	s	3	0	2281	2281 2281 2281	\\N	\\N	\\N	\\N	range_gist_penalty	\\N	\\N	f	t
3880	range_gist_picksplit	12	1	0	0	0	f	f	t	f	i	s	2	0	2281	2281 2281	\\N	\\N	\\N	\\N	range_gist_picksplit	\\N	\\N	f	t
3881	range_gist_same	12	1	0	0	0	f	f	t	f	i	s	3	0	2281	3831 3831 2281	\\N	\\N	\\N	\\N	range_gist_same	\\N	\\N	f	t
3902	hash_range	12	1	0	0	0	f	f	t	f	i	s	1	0	23	3831	\\N	\\N	\\N	\\N	hash_range	\\N	\\N	f	t
3914	int4range_canonical	12	1	0	0	0	f	f	t	f	i	s	1	0	3904	3904	\\N	\\N	\\N	\\N	int4range_canonical	\\N	\\N	f	t
3915	daterange_canonical	12	1	0	0	0	f	f	t	f	i	s	1	0	3912	3912	\\N	\\N	\\N	\\N	daterange_canonical	\\N	\\N	f	t
3916	range_typanalyze	12	1	0	0	0	f	f	t	f	s	s	1	0	16	2281	\\N	\\N	\\N	\\N	range_typanalyze	\\N	\\N	f	t
3917	timestamp_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	timestamp_support	\\N	\\N	f	t
3918	interval_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	interval_support	\\N	\\N	f	t
3920	ginarraytriconsistent	12	1	0	0	0	f	f	t	f	i	s	7	0	18	2281 21 2277 23 2281 2281 2281	\\N	\\N	\\N	\\N	ginarraytriconsistent	\\N	\\N	f	t
3921	gin_tsquery_triconsistent	12	1	0	0	0	f	f	t	f	i	s	7	0	18	2281 21 3614 23 2281 2281 2281	\\N	\\N	\\N	\\N	gin_tsquery_triconsistent	\\N	\\N	f	t
3922	int4range_subdiff	12	1	0	0	0	f	f	t	f	i	s	2	0	701	23 23	\\N	\\N	\\N	\\N	int4range_subdiff	\\N	\\N	f	t
3923	int8range_subdiff	12	1	0	0	0	f	f	t	f	i	s	2	0	701	20 20	\\N	\\N	\\N	\\N	int8range_subdiff	\\N	\\N	f	t
3924	numrange_subdiff	12	1	0	0	0	f	f	t	f	i	s	2	0	701	1700 1700	\\N	\\N	\\N	\\N	numrange_subdiff	\\N	\\N	f	t
3925	daterange_subdiff	12	1	0	0	0	f	f	t	f	i	s	2	0	701	1082 1082	\\N	\\N	\\N	\\N	daterange_subdiff	\\N	\\N	f	t
3928	int8range_canonical	12	1	0	0	0	f	f	t	f	i	s	1	0	3926	3926	\\N	\\N	\\N	\\N	int8range_canonical	\\N	\\N	f	t
3929	tsrange_subdiff	12	1	0	0	0	f	f	t	f	i	s	2	0	701	1114 1114	\\N	\\N	\\N	\\N	tsrange_subdiff	\\N	\\N	f	t
3930	tstzrange_subdiff	12	1	0	0	0	f	f	t	f	i	s	2	0	701	1184 1184	\\N	\\N	\\N	\\N	tstzrange_subdiff	\\N	\\N	f	t
3931	jsonb_object_keys	12	1	100	0	0	f	f	t	t	i	s	1	0	25	3802	\\N	\\N	\\N	\\N	jsonb_object_keys	\\N	\\N	f	f
3932	jsonb_each_text	12	1	100	0	0	f	f	t	t	i	s	1	0	2249	3802	{3802,25,25}	{i,o,o}	{from_json,key,value}	\\N	jsonb_each_text	\\N	\\N	f	f
3933	tsrange	12	1	0	0	0	f	f	f	f	i	s	2	0	3908	1114 1114	\\N	\\N	\\N	\\N	range_constructor2	\\N	\\N	f	f
3934	tsrange	12	1	0	0	0	f	f	f	f	i	s	3	0	3908	1114 1114 25	\\N	\\N	\\N	\\N	range_constructor3	\\N	\\N	f	f
3935	pg_sleep_for	14	1	0	0	0	f	f	t	f	v	s	1	0	2278	1186	\\N	\\N	\\N	\\N		RETURN pg_sleep(((EXTRACT(epoch FROM (clock_timestamp() + $1)) - EXTRACT(epoch FROM clock_timestamp())))::double precision)	\\N	f	f
3936	pg_sleep_until	14	1	0	0	0	f	f	t	f	v	s	1	0	2278	1184	\\N	\\N	\\N	\\N		RETURN pg_sleep(((EXTRACT(epoch FROM $1) - EXTRACT(epoch FROM clock_timestamp())))::double precision)	\\N	f	f
3937	tstzrange	12	1	0	0	0	f	f	f	f	i	s	2	0	3910	1184 1184	\\N	\\N	\\N	\\N	range_constructor2	\\N	\\N	f	f
3938	tstzrange	12	1	0	0	0	f	f	f	f	i	s	3	0	3910	1184 1184 25	\\N	\\N	\\N	\\N	range_constructor3	\\N	\\N	f	f
3939	mxid_age	12	1	0	0	0	f	f	t	f	s	s	1	0	23	28	\\N	\\N	\\N	\\N	mxid_age	\\N	\\N	f	f
3940	jsonb_extract_path_text	12	1	0	25	0	f	f	t	f	i	s	2	0	25	3802 1009	{3802,1009}	{i,v}	{from_json,path_elems}	\\N	jsonb_extract_path_text	\\N	\\N	f	t
3941	daterange	12	1	0	0	0	f	f	f	f	i	s	2	0	3912	1082 1082	\\N	\\N	\\N	\\N	range_constructor2	\\N	\\N	f	f
3942	daterange	12	1	0	0	0	f	f	f	f	i	s	3	0	3912	1082 1082 25	\\N	\\N	\\N	\\N	range_constructor3	\\N	\\N	f	f
3943	acldefault	12	1	0	0	0	f	f	t	f	i	s	2	0	1034	18 26	\\N	\\N	\\N	\\N	acldefault_sql	\\N	\\N	f	f
3944	time_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	time_support	\\N	\\N	f	t
3945	int8range	12	1	0	0	0	f	f	f	f	i	s	2	0	3926	20 20	\\N	\\N	\\N	\\N	range_constructor2	\\N	\\N	f	f
3946	int8range	12	1	0	0	0	f	f	f	f	i	s	3	0	3926	20 20 25	\\N	\\N	\\N	\\N	range_constructor3	\\N	\\N	f	f
3947	json_object_field	12	1	0	0	0	f	f	t	f	i	s	2	0	114	114 25	\\N	\\N	{from_json,field_name}	\\N	json_object_field	\\N	\\N	f	t
3948	json_object_field_text	12	1	0	0	0	f	f	t	f	i	s	2	0	25	114 25	\\N	\\N	{from_json,field_name}	\\N	json_object_field_text	\\N	\\N	f	t
3949	json_array_element	12	1	0	0	0	f	f	t	f	i	s	2	0	114	114 23	\\N	\\N	{from_json,element_index}	\\N	json_array_element	\\N	\\N	f	t
3950	json_array_element_text	12	1	0	0	0	f	f	t	f	i	s	2	0	25	114 23	\\N	\\N	{from_json,element_index}	\\N	json_array_element_text	\\N	\\N	f	t
3951	json_extract_path	12	1	0	25	0	f	f	t	f	i	s	2	0	114	114 1009	{114,1009}	{i,v}	{from_json,path_elems}	\\N	json_extract_path	\\N	\\N	f	t
3952	brin_summarize_new_values	12	1	0	0	0	f	f	t	f	v	u	1	0	23	2205	\\N	\\N	\\N	\\N	brin_summarize_new_values	\\N	\\N	f	f
3953	json_extract_path_text	12	1	0	25	0	f	f	t	f	i	s	2	0	25	114 1009	{114,1009}	{i,v}	{from_json,path_elems}	\\N	json_extract_path_text	\\N	\\N	f	t
3954	pg_get_object_address	12	1	0	0	0	f	f	t	f	s	s	3	0	2249	25 1009 1009	{25,1009,1009,26,26,23}	{i,i,i,o,o,o}	{type,object_names,object_args,classid,objid,objsubid}	\\N	pg_get_object_address	\\N	\\N	f	f
3955	json_array_elements	12	1	100	0	0	f	f	t	t	i	s	1	0	114	114	{114,114}	{i,o}	{from_json,value}	\\N	json_array_elements	\\N	\\N	f	f
3956	json_array_length	12	1	0	0	0	f	f	t	f	i	s	1	0	23	114	\\N	\\N	\\N	\\N	json_array_length	\\N	\\N	f	f
3957	json_object_keys	12	1	100	0	0	f	f	t	t	i	s	1	0	25	114	\\N	\\N	\\N	\\N	json_object_keys	\\N	\\N	f	f
3958	json_each	12	1	100	0	0	f	f	t	t	i	s	1	0	2249	114	{114,25,114}	{i,o,o}	{from_json,key,value}	\\N	json_each	\\N	\\N	f	f
3959	json_each_text	12	1	100	0	0	f	f	t	t	i	s	1	0	2249	114	{114,25,25}	{i,o,o}	{from_json,key,value}	\\N	json_each_text	\\N	\\N	f	f
3960	json_populate_record	12	1	0	0	0	f	f	f	f	s	s	3	1	2283	2283 114 16	\\N	\\N	{base,from_json,use_json_as_text}	false	json_populate_record	\\N	base anyelement, from_json json, use_json_as_text boolean DEFAULT false	f	f
3961	json_populate_recordset	12	1	100	0	0	f	f	f	t	s	s	3	1	2283	2283 114 16	\\N	\\N	{base,from_json,use_json_as_text}	false	json_populate_recordset	\\N	base anyelement, from_json json, use_json_as_text boolean DEFAULT false	f	f
3968	json_typeof	12	1	0	0	0	f	f	t	f	i	s	1	0	25	114	\\N	\\N	\\N	\\N	json_typeof	\\N	\\N	f	f
3969	json_array_elements_text	12	1	100	0	0	f	f	t	t	i	s	1	0	25	114	{114,25}	{i,o}	{from_json,value}	\\N	json_array_elements_text	\\N	\\N	f	f
3970	ordered_set_transition	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 2276	\\N	\\N	\\N	\\N	ordered_set_transition	\\N	\\N	f	t
3971	ordered_set_transition_multi	12	1	0	2276	0	f	f	f	f	i	s	2	0	2281	2281 2276	{2281,2276}	{i,v}	\\N	\\N	ordered_set_transition_multi	\\N	\\N	f	t
3972	percentile_disc	12	1	0	0	0	a	f	f	f	i	s	2	0	2283	701 2283	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	double precision ORDER BY anyelement	f	t
3973	percentile_disc_final	12	1	0	0	0	f	f	f	f	i	s	3	0	2283	2281 701 2283	\\N	\\N	\\N	\\N	percentile_disc_final	\\N	\\N	f	t
3974	percentile_cont	12	1	0	0	0	a	f	f	f	i	s	2	0	701	701 701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	double precision ORDER BY double precision	f	t
3975	percentile_cont_float8_final	12	1	0	0	0	f	f	f	f	i	s	2	0	701	2281 701	\\N	\\N	\\N	\\N	percentile_cont_float8_final	\\N	\\N	f	t
3976	percentile_cont	12	1	0	0	0	a	f	f	f	i	s	2	0	1186	701 1186	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	double precision ORDER BY interval	f	t
3977	percentile_cont_interval_final	12	1	0	0	0	f	f	f	f	i	s	2	0	1186	2281 701	\\N	\\N	\\N	\\N	percentile_cont_interval_final	\\N	\\N	f	t
3978	percentile_disc	12	1	0	0	0	a	f	f	f	i	s	2	0	2277	1022 2283	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	double precision[] ORDER BY anyelement	f	t
3979	percentile_disc_multi_final	12	1	0	0	0	f	f	f	f	i	s	3	0	2277	2281 1022 2283	\\N	\\N	\\N	\\N	percentile_disc_multi_final	\\N	\\N	f	t
3980	percentile_cont	12	1	0	0	0	a	f	f	f	i	s	2	0	1022	1022 701	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	double precision[] ORDER BY double precision	f	t
3981	percentile_cont_float8_multi_final	12	1	0	0	0	f	f	f	f	i	s	2	0	1022	2281 1022	\\N	\\N	\\N	\\N	percentile_cont_float8_multi_final	\\N	\\N	f	t
3982	percentile_cont	12	1	0	0	0	a	f	f	f	i	s	2	0	1187	1022 1186	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	double precision[] ORDER BY interval	f	t
3983	percentile_cont_interval_multi_final	12	1	0	0	0	f	f	f	f	i	s	2	0	1187	2281 1022	\\N	\\N	\\N	\\N	percentile_cont_interval_multi_final	\\N	\\N	f	t
3984	mode	12	1	0	0	0	a	f	f	f	i	s	1	0	2283	2283	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	ORDER BY anyelement	f	t
3985	mode_final	12	1	0	0	0	f	f	f	f	i	s	2	0	2283	2281 2283	\\N	\\N	\\N	\\N	mode_final	\\N	\\N	f	t
3986	rank	12	1	0	2276	0	a	f	f	f	i	s	1	0	20	2276	{2276}	{v}	\\N	\\N	aggregate_dummy	\\N	VARIADIC "any" ORDER BY VARIADIC "any"	f	t
3987	rank_final	12	1	0	2276	0	f	f	f	f	i	s	2	0	20	2281 2276	{2281,2276}	{i,v}	\\N	\\N	hypothetical_rank_final	\\N	\\N	f	t
3988	percent_rank	12	1	0	2276	0	a	f	f	f	i	s	1	0	701	2276	{2276}	{v}	\\N	\\N	aggregate_dummy	\\N	VARIADIC "any" ORDER BY VARIADIC "any"	f	t
3989	percent_rank_final	12	1	0	2276	0	f	f	f	f	i	s	2	0	701	2281 2276	{2281,2276}	{i,v}	\\N	\\N	hypothetical_percent_rank_final	\\N	\\N	f	t
3990	cume_dist	12	1	0	2276	0	a	f	f	f	i	s	1	0	701	2276	{2276}	{v}	\\N	\\N	aggregate_dummy	\\N	VARIADIC "any" ORDER BY VARIADIC "any"	f	t
3991	cume_dist_final	12	1	0	2276	0	f	f	f	f	i	s	2	0	701	2281 2276	{2281,2276}	{i,v}	\\N	\\N	hypothetical_cume_dist_final	\\N	\\N	f	t
3992	dense_rank	12	1	0	2276	0	a	f	f	f	i	s	1	0	20	2276	{2276}	{v}	\\N	\\N	aggregate_dummy	\\N	VARIADIC "any" ORDER BY VARIADIC "any"	f	t
3993	dense_rank_final	12	1	0	2276	0	f	f	f	f	i	s	2	0	20	2281 2276	{2281,2276}	{i,v}	\\N	\\N	hypothetical_dense_rank_final	\\N	\\N	f	t
3994	generate_series_int4_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	generate_series_int4_support	\\N	\\N	f	t
3995	generate_series_int8_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	generate_series_int8_support	\\N	\\N	f	t
3996	array_unnest_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	array_unnest_support	\\N	\\N	f	t
3998	gist_box_distance	12	1	0	0	0	f	f	t	f	i	s	5	0	701	2281 603 21 26 2281	\\N	\\N	\\N	\\N	gist_box_distance	\\N	\\N	f	t
3999	brin_summarize_range	12	1	0	0	0	f	f	t	f	v	u	2	0	23	2205 20	\\N	\\N	\\N	\\N	brin_summarize_range	\\N	\\N	f	f
4001	jsonpath_in	12	1	0	0	0	f	f	t	f	i	s	1	0	4072	2275	\\N	\\N	\\N	\\N	jsonpath_in	\\N	\\N	f	t
4002	jsonpath_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	4072	2281	\\N	\\N	\\N	\\N	jsonpath_recv	\\N	\\N	f	t
4003	jsonpath_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	4072	\\N	\\N	\\N	\\N	jsonpath_out	\\N	\\N	f	t
4004	jsonpath_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	4072	\\N	\\N	\\N	\\N	jsonpath_send	\\N	\\N	f	t
4005	jsonb_path_exists	12	1	0	0	0	f	f	t	f	i	s	4	2	16	3802 4072 3802 16	\\N	\\N	{target,path,vars,silent}	'{}'::jsonb, false	jsonb_path_exists	\\N	target jsonb, path jsonpath, vars jsonb DEFAULT '{}'::jsonb, silent boolean DEFAULT false	f	f
4006	jsonb_path_query	12	1	1000	0	0	f	f	t	t	i	s	4	2	3802	3802 4072 3802 16	\\N	\\N	{target,path,vars,silent}	'{}'::jsonb, false	jsonb_path_query	\\N	target jsonb, path jsonpath, vars jsonb DEFAULT '{}'::jsonb, silent boolean DEFAULT false	f	f
4007	jsonb_path_query_array	12	1	0	0	0	f	f	t	f	i	s	4	2	3802	3802 4072 3802 16	\\N	\\N	{target,path,vars,silent}	'{}'::jsonb, false	jsonb_path_query_array	\\N	target jsonb, path jsonpath, vars jsonb DEFAULT '{}'::jsonb, silent boolean DEFAULT false	f	f
4008	jsonb_path_query_first	12	1	0	0	0	f	f	t	f	i	s	4	2	3802	3802 4072 3802 16	\\N	\\N	{target,path,vars,silent}	'{}'::jsonb, false	jsonb_path_query_first	\\N	target jsonb, path jsonpath, vars jsonb DEFAULT '{}'::jsonb, silent boolean DEFAULT false	f	f
4009	jsonb_path_match	12	1	0	0	0	f	f	t	f	i	s	4	2	16	3802 4072 3802 16	\\N	\\N	{target,path,vars,silent}	'{}'::jsonb, false	jsonb_path_match	\\N	target jsonb, path jsonpath, vars jsonb DEFAULT '{}'::jsonb, silent boolean DEFAULT false	f	f
4010	jsonb_path_exists_opr	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3802 4072	\\N	\\N	\\N	\\N	jsonb_path_exists_opr	\\N	\\N	f	t
4011	jsonb_path_match_opr	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3802 4072	\\N	\\N	\\N	\\N	jsonb_path_match_opr	\\N	\\N	f	t
4014	brin_desummarize_range	12	1	0	0	0	f	f	t	f	v	u	2	0	2278	2205 20	\\N	\\N	\\N	\\N	brin_desummarize_range	\\N	\\N	f	f
4018	spg_quad_config	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_quad_config	\\N	\\N	f	t
4019	spg_quad_choose	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_quad_choose	\\N	\\N	f	t
4020	spg_quad_picksplit	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_quad_picksplit	\\N	\\N	f	t
4021	spg_quad_inner_consistent	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_quad_inner_consistent	\\N	\\N	f	t
4022	spg_quad_leaf_consistent	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2281 2281	\\N	\\N	\\N	\\N	spg_quad_leaf_consistent	\\N	\\N	f	t
4023	spg_kd_config	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_kd_config	\\N	\\N	f	t
4024	spg_kd_choose	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_kd_choose	\\N	\\N	f	t
4025	spg_kd_picksplit	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_kd_picksplit	\\N	\\N	f	t
4026	spg_kd_inner_consistent	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_kd_inner_consistent	\\N	\\N	f	t
4027	spg_text_config	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_text_config	\\N	\\N	f	t
4028	spg_text_choose	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_text_choose	\\N	\\N	f	t
4029	spg_text_picksplit	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_text_picksplit	\\N	\\N	f	t
4030	spg_text_inner_consistent	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_text_inner_consistent	\\N	\\N	f	t
4031	spg_text_leaf_consistent	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2281 2281	\\N	\\N	\\N	\\N	spg_text_leaf_consistent	\\N	\\N	f	t
4032	pg_sequence_last_value	12	1	0	0	0	f	f	t	f	v	u	1	0	20	2205	\\N	\\N	\\N	\\N	pg_sequence_last_value	\\N	\\N	f	f
4038	jsonb_ne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3802 3802	\\N	\\N	\\N	\\N	jsonb_ne	\\N	\\N	f	t
4039	jsonb_lt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3802 3802	\\N	\\N	\\N	\\N	jsonb_lt	\\N	\\N	f	t
4040	jsonb_gt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3802 3802	\\N	\\N	\\N	\\N	jsonb_gt	\\N	\\N	f	t
4041	jsonb_le	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3802 3802	\\N	\\N	\\N	\\N	jsonb_le	\\N	\\N	f	t
4042	jsonb_ge	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3802 3802	\\N	\\N	\\N	\\N	jsonb_ge	\\N	\\N	f	t
4043	jsonb_eq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3802 3802	\\N	\\N	\\N	\\N	jsonb_eq	\\N	\\N	f	t
4044	jsonb_cmp	12	1	0	0	0	f	f	t	f	i	s	2	0	23	3802 3802	\\N	\\N	\\N	\\N	jsonb_cmp	\\N	\\N	f	t
4045	jsonb_hash	12	1	0	0	0	f	f	t	f	i	s	1	0	23	3802	\\N	\\N	\\N	\\N	jsonb_hash	\\N	\\N	f	t
4046	jsonb_contains	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3802 3802	\\N	\\N	\\N	\\N	jsonb_contains	\\N	\\N	f	t
4047	jsonb_exists	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3802 25	\\N	\\N	\\N	\\N	jsonb_exists	\\N	\\N	f	t
4048	jsonb_exists_any	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3802 1009	\\N	\\N	\\N	\\N	jsonb_exists_any	\\N	\\N	f	t
4049	jsonb_exists_all	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3802 1009	\\N	\\N	\\N	\\N	jsonb_exists_all	\\N	\\N	f	t
4050	jsonb_contained	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3802 3802	\\N	\\N	\\N	\\N	jsonb_contained	\\N	\\N	f	t
4051	array_agg_array_transfn	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 2277	\\N	\\N	\\N	\\N	array_agg_array_transfn	\\N	\\N	f	t
4052	array_agg_array_finalfn	12	1	0	0	0	f	f	f	f	i	s	2	0	2277	2281 2277	\\N	\\N	\\N	\\N	array_agg_array_finalfn	\\N	\\N	f	t
4053	array_agg	12	1	0	0	0	a	f	f	f	i	s	1	0	2277	2277	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
4057	range_merge	12	1	0	0	0	f	f	t	f	i	s	2	0	3831	3831 3831	\\N	\\N	\\N	\\N	range_merge	\\N	\\N	f	t
4063	inet_merge	12	1	0	0	0	f	f	t	f	i	s	2	0	650	869 869	\\N	\\N	\\N	\\N	inet_merge	\\N	\\N	f	t
4067	bound_box	12	1	0	0	0	f	f	t	f	i	s	2	0	603	603 603	\\N	\\N	\\N	\\N	boxes_bound_box	\\N	\\N	f	t
4071	inet_same_family	12	1	0	0	0	f	f	t	f	i	s	2	0	16	869 869	\\N	\\N	\\N	\\N	inet_same_family	\\N	\\N	f	t
4083	binary_upgrade_set_record_init_privs	12	1	0	0	0	f	f	t	f	v	r	1	0	2278	16	\\N	\\N	\\N	\\N	binary_upgrade_set_record_init_privs	\\N	\\N	f	f
4084	regnamespacein	12	1	0	0	0	f	f	t	f	s	s	1	0	4089	2275	\\N	\\N	\\N	\\N	regnamespacein	\\N	\\N	f	t
4085	regnamespaceout	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	4089	\\N	\\N	\\N	\\N	regnamespaceout	\\N	\\N	f	t
4086	to_regnamespace	12	1	0	0	0	f	f	t	f	s	s	1	0	4089	25	\\N	\\N	\\N	\\N	to_regnamespace	\\N	\\N	f	f
4087	regnamespacerecv	12	1	0	0	0	f	f	t	f	i	s	1	0	4089	2281	\\N	\\N	\\N	\\N	regnamespacerecv	\\N	\\N	f	t
4088	regnamespacesend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	4089	\\N	\\N	\\N	\\N	regnamespacesend	\\N	\\N	f	t
4091	box	12	1	0	0	0	f	f	t	f	i	s	1	0	603	600	\\N	\\N	\\N	\\N	point_box	\\N	\\N	f	t
4092	regroleout	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	4096	\\N	\\N	\\N	\\N	regroleout	\\N	\\N	f	t
4093	to_regrole	12	1	0	0	0	f	f	t	f	s	s	1	0	4096	25	\\N	\\N	\\N	\\N	to_regrole	\\N	\\N	f	f
4094	regrolerecv	12	1	0	0	0	f	f	t	f	i	s	1	0	4096	2281	\\N	\\N	\\N	\\N	regrolerecv	\\N	\\N	f	t
4095	regrolesend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	4096	\\N	\\N	\\N	\\N	regrolesend	\\N	\\N	f	t
4098	regrolein	12	1	0	0	0	f	f	t	f	s	s	1	0	4096	2275	\\N	\\N	\\N	\\N	regrolein	\\N	\\N	f	t
4099	pg_rotate_logfile_old	12	1	0	0	0	f	f	t	f	v	s	0	0	16		\\N	\\N	\\N	\\N	pg_rotate_logfile	\\N	\\N	f	f
4100	pg_read_file_old	12	1	0	0	0	f	f	t	f	v	s	3	0	25	25 20 20	\\N	\\N	\\N	\\N	pg_read_file	\\N	\\N	f	f
4101	binary_upgrade_set_missing_value	12	1	0	0	0	f	f	t	f	v	u	3	0	2278	26 25 25	\\N	\\N	\\N	\\N	binary_upgrade_set_missing_value	\\N	\\N	f	f
4105	brin_inclusion_opcinfo	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	brin_inclusion_opcinfo	\\N	\\N	f	t
4106	brin_inclusion_add_value	12	1	0	0	0	f	f	t	f	i	s	4	0	16	2281 2281 2281 2281	\\N	\\N	\\N	\\N	brin_inclusion_add_value	\\N	\\N	f	t
4107	brin_inclusion_consistent	12	1	0	0	0	f	f	t	f	i	s	3	0	16	2281 2281 2281	\\N	\\N	\\N	\\N	brin_inclusion_consistent	\\N	\\N	f	t
4108	brin_inclusion_union	12	1	0	0	0	f	f	t	f	i	s	3	0	16	2281 2281 2281	\\N	\\N	\\N	\\N	brin_inclusion_union	\\N	\\N	f	t
4110	macaddr8_in	12	1	0	0	0	f	f	t	f	i	s	1	0	774	2275	\\N	\\N	\\N	\\N	macaddr8_in	\\N	\\N	f	t
4111	macaddr8_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	774	\\N	\\N	\\N	\\N	macaddr8_out	\\N	\\N	f	t
4112	trunc	12	1	0	0	0	f	f	t	f	i	s	1	0	774	774	\\N	\\N	\\N	\\N	macaddr8_trunc	\\N	\\N	f	f
4113	macaddr8_eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	774 774	\\N	\\N	\\N	\\N	macaddr8_eq	\\N	\\N	f	t
4114	macaddr8_lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	774 774	\\N	\\N	\\N	\\N	macaddr8_lt	\\N	\\N	f	t
4115	macaddr8_le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	774 774	\\N	\\N	\\N	\\N	macaddr8_le	\\N	\\N	f	t
4116	macaddr8_gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	774 774	\\N	\\N	\\N	\\N	macaddr8_gt	\\N	\\N	f	t
4117	macaddr8_ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	774 774	\\N	\\N	\\N	\\N	macaddr8_ge	\\N	\\N	f	t
4118	macaddr8_ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	774 774	\\N	\\N	\\N	\\N	macaddr8_ne	\\N	\\N	f	t
4119	macaddr8_cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	774 774	\\N	\\N	\\N	\\N	macaddr8_cmp	\\N	\\N	f	t
4120	macaddr8_not	12	1	0	0	0	f	f	t	f	i	s	1	0	774	774	\\N	\\N	\\N	\\N	macaddr8_not	\\N	\\N	f	t
4121	macaddr8_and	12	1	0	0	0	f	f	t	f	i	s	2	0	774	774 774	\\N	\\N	\\N	\\N	macaddr8_and	\\N	\\N	f	t
4122	macaddr8_or	12	1	0	0	0	f	f	t	f	i	s	2	0	774	774 774	\\N	\\N	\\N	\\N	macaddr8_or	\\N	\\N	f	t
4123	macaddr8	12	1	0	0	0	f	t	t	f	i	s	1	0	774	829	\\N	\\N	\\N	\\N	macaddrtomacaddr8	\\N	\\N	f	t
4124	macaddr	12	1	0	0	0	f	f	t	f	i	s	1	0	829	774	\\N	\\N	\\N	\\N	macaddr8tomacaddr	\\N	\\N	f	t
4125	macaddr8_set7bit	12	1	0	0	0	f	f	t	f	i	s	1	0	774	774	\\N	\\N	\\N	\\N	macaddr8_set7bit	\\N	\\N	f	f
4126	in_range	12	1	0	0	0	f	f	t	f	i	s	5	0	16	20 20 20 16 16	\\N	\\N	\\N	\\N	in_range_int8_int8	\\N	\\N	f	t
4127	in_range	12	1	0	0	0	f	f	t	f	i	s	5	0	16	23 23 20 16 16	\\N	\\N	\\N	\\N	in_range_int4_int8	\\N	\\N	f	t
4128	in_range	12	1	0	0	0	f	f	t	f	i	s	5	0	16	23 23 23 16 16	\\N	\\N	\\N	\\N	in_range_int4_int4	\\N	\\N	f	t
4129	in_range	12	1	0	0	0	f	f	t	f	i	s	5	0	16	23 23 21 16 16	\\N	\\N	\\N	\\N	in_range_int4_int2	\\N	\\N	f	t
4130	in_range	12	1	0	0	0	f	f	t	f	i	s	5	0	16	21 21 20 16 16	\\N	\\N	\\N	\\N	in_range_int2_int8	\\N	\\N	f	t
4131	in_range	12	1	0	0	0	f	f	t	f	i	s	5	0	16	21 21 23 16 16	\\N	\\N	\\N	\\N	in_range_int2_int4	\\N	\\N	f	t
4132	in_range	12	1	0	0	0	f	f	t	f	i	s	5	0	16	21 21 21 16 16	\\N	\\N	\\N	\\N	in_range_int2_int2	\\N	\\N	f	t
4133	in_range	12	1	0	0	0	f	f	t	f	i	s	5	0	16	1082 1082 1186 16 16	\\N	\\N	\\N	\\N	in_range_date_interval	\\N	\\N	f	t
4134	in_range	12	1	0	0	0	f	f	t	f	i	s	5	0	16	1114 1114 1186 16 16	\\N	\\N	\\N	\\N	in_range_timestamp_interval	\\N	\\N	f	t
4135	in_range	12	1	0	0	0	f	f	t	f	s	s	5	0	16	1184 1184 1186 16 16	\\N	\\N	\\N	\\N	in_range_timestamptz_interval	\\N	\\N	f	t
4136	in_range	12	1	0	0	0	f	f	t	f	i	s	5	0	16	1186 1186 1186 16 16	\\N	\\N	\\N	\\N	in_range_interval_interval	\\N	\\N	f	t
4137	in_range	12	1	0	0	0	f	f	t	f	i	s	5	0	16	1083 1083 1186 16 16	\\N	\\N	\\N	\\N	in_range_time_interval	\\N	\\N	f	t
4138	in_range	12	1	0	0	0	f	f	t	f	i	s	5	0	16	1266 1266 1186 16 16	\\N	\\N	\\N	\\N	in_range_timetz_interval	\\N	\\N	f	t
4139	in_range	12	1	0	0	0	f	f	t	f	i	s	5	0	16	701 701 701 16 16	\\N	\\N	\\N	\\N	in_range_float8_float8	\\N	\\N	f	t
4140	in_range	12	1	0	0	0	f	f	t	f	i	s	5	0	16	700 700 701 16 16	\\N	\\N	\\N	\\N	in_range_float4_float8	\\N	\\N	f	t
4141	in_range	12	1	0	0	0	f	f	t	f	i	s	5	0	16	1700 1700 1700 16 16	\\N	\\N	\\N	\\N	in_range_numeric_numeric	\\N	\\N	f	t
4187	pg_lsn_larger	12	1	0	0	0	f	f	t	f	i	s	2	0	3220	3220 3220	\\N	\\N	\\N	\\N	pg_lsn_larger	\\N	\\N	f	t
4188	pg_lsn_smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	3220	3220 3220	\\N	\\N	\\N	\\N	pg_lsn_smaller	\\N	\\N	f	t
4189	max	12	1	0	0	0	a	f	f	f	i	s	1	0	3220	3220	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
4190	min	12	1	0	0	0	a	f	f	f	i	s	1	0	3220	3220	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
4193	regcollationin	12	1	0	0	0	f	f	t	f	s	s	1	0	4191	2275	\\N	\\N	\\N	\\N	regcollationin	\\N	\\N	f	t
4194	regcollationout	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	4191	\\N	\\N	\\N	\\N	regcollationout	\\N	\\N	f	t
4195	to_regcollation	12	1	0	0	0	f	f	t	f	s	s	1	0	4191	25	\\N	\\N	\\N	\\N	to_regcollation	\\N	\\N	f	f
4196	regcollationrecv	12	1	0	0	0	f	f	t	f	i	s	1	0	4191	2281	\\N	\\N	\\N	\\N	regcollationrecv	\\N	\\N	f	t
4197	regcollationsend	12	1	0	0	0	f	f	t	f	i	s	1	0	17	4191	\\N	\\N	\\N	\\N	regcollationsend	\\N	\\N	f	t
4201	ts_headline	12	100	0	0	0	f	f	t	f	i	s	4	0	3802	3734 3802 3615 25	\\N	\\N	\\N	\\N	ts_headline_jsonb_byid_opt	\\N	\\N	f	f
4202	ts_headline	12	100	0	0	0	f	f	t	f	i	s	3	0	3802	3734 3802 3615	\\N	\\N	\\N	\\N	ts_headline_jsonb_byid	\\N	\\N	f	f
4203	ts_headline	12	100	0	0	0	f	f	t	f	s	s	3	0	3802	3802 3615 25	\\N	\\N	\\N	\\N	ts_headline_jsonb_opt	\\N	\\N	f	f
4204	ts_headline	12	100	0	0	0	f	f	t	f	s	s	2	0	3802	3802 3615	\\N	\\N	\\N	\\N	ts_headline_jsonb	\\N	\\N	f	f
4205	ts_headline	12	100	0	0	0	f	f	t	f	i	s	4	0	114	3734 114 3615 25	\\N	\\N	\\N	\\N	ts_headline_json_byid_opt	\\N	\\N	f	f
4206	ts_headline	12	100	0	0	0	f	f	t	f	i	s	3	0	114	3734 114 3615	\\N	\\N	\\N	\\N	ts_headline_json_byid	\\N	\\N	f	f
4207	ts_headline	12	100	0	0	0	f	f	t	f	s	s	3	0	114	114 3615 25	\\N	\\N	\\N	\\N	ts_headline_json_opt	\\N	\\N	f	f
4208	ts_headline	12	100	0	0	0	f	f	t	f	s	s	2	0	114	114 3615	\\N	\\N	\\N	\\N	ts_headline_json	\\N	\\N	f	f
4209	to_tsvector	12	100	0	0	0	f	f	t	f	s	s	1	0	3614	3802	\\N	\\N	\\N	\\N	jsonb_string_to_tsvector	\\N	\\N	f	f
4210	to_tsvector	12	100	0	0	0	f	f	t	f	s	s	1	0	3614	114	\\N	\\N	\\N	\\N	json_string_to_tsvector	\\N	\\N	f	f
4211	to_tsvector	12	100	0	0	0	f	f	t	f	i	s	2	0	3614	3734 3802	\\N	\\N	\\N	\\N	jsonb_string_to_tsvector_byid	\\N	\\N	f	f
4212	to_tsvector	12	100	0	0	0	f	f	t	f	i	s	2	0	3614	3734 114	\\N	\\N	\\N	\\N	json_string_to_tsvector_byid	\\N	\\N	f	f
4213	jsonb_to_tsvector	12	100	0	0	0	f	f	t	f	s	s	2	0	3614	3802 3802	\\N	\\N	\\N	\\N	jsonb_to_tsvector	\\N	\\N	f	f
4214	jsonb_to_tsvector	12	100	0	0	0	f	f	t	f	i	s	3	0	3614	3734 3802 3802	\\N	\\N	\\N	\\N	jsonb_to_tsvector_byid	\\N	\\N	f	f
4215	json_to_tsvector	12	100	0	0	0	f	f	t	f	s	s	2	0	3614	114 3802	\\N	\\N	\\N	\\N	json_to_tsvector	\\N	\\N	f	f
4216	json_to_tsvector	12	100	0	0	0	f	f	t	f	i	s	3	0	3614	3734 114 3802	\\N	\\N	\\N	\\N	json_to_tsvector_byid	\\N	\\N	f	f
4220	pg_copy_physical_replication_slot	12	1	0	0	0	f	f	t	f	v	u	3	0	2249	19 19 16	{19,19,16,19,3220}	{i,i,i,o,o}	{src_slot_name,dst_slot_name,temporary,slot_name,lsn}	\\N	pg_copy_physical_replication_slot_a	\\N	\\N	f	f
4221	pg_copy_physical_replication_slot	12	1	0	0	0	f	f	t	f	v	u	2	0	2249	19 19	{19,19,19,3220}	{i,i,o,o}	{src_slot_name,dst_slot_name,slot_name,lsn}	\\N	pg_copy_physical_replication_slot_b	\\N	\\N	f	f
4222	pg_copy_logical_replication_slot	12	1	0	0	0	f	f	t	f	v	u	4	0	2249	19 19 16 19	{19,19,16,19,19,3220}	{i,i,i,i,o,o}	{src_slot_name,dst_slot_name,temporary,plugin,slot_name,lsn}	\\N	pg_copy_logical_replication_slot_a	\\N	\\N	f	f
4223	pg_copy_logical_replication_slot	12	1	0	0	0	f	f	t	f	v	u	3	0	2249	19 19 16	{19,19,16,19,3220}	{i,i,i,o,o}	{src_slot_name,dst_slot_name,temporary,slot_name,lsn}	\\N	pg_copy_logical_replication_slot_b	\\N	\\N	f	f
4224	pg_copy_logical_replication_slot	12	1	0	0	0	f	f	t	f	v	u	2	0	2249	19 19	{19,19,19,3220}	{i,i,o,o}	{src_slot_name,dst_slot_name,slot_name,lsn}	\\N	pg_copy_logical_replication_slot_c	\\N	\\N	f	f
4226	anycompatiblemultirange_in	12	1	0	0	0	f	f	t	f	s	s	3	0	4538	2275 26 23	\\N	\\N	\\N	\\N	anycompatiblemultirange_in	\\N	\\N	f	t
4227	anycompatiblemultirange_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	4538	\\N	\\N	\\N	\\N	anycompatiblemultirange_out	\\N	\\N	f	t
4228	range_merge	12	1	0	0	0	f	f	t	f	i	s	1	0	3831	4537	\\N	\\N	\\N	\\N	range_merge_from_multirange	\\N	\\N	f	f
4229	anymultirange_in	12	1	0	0	0	f	f	t	f	s	s	3	0	4537	2275 26 23	\\N	\\N	\\N	\\N	anymultirange_in	\\N	\\N	f	t
4230	anymultirange_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	4537	\\N	\\N	\\N	\\N	anymultirange_out	\\N	\\N	f	t
4231	multirange_in	12	1	0	0	0	f	f	t	f	s	s	3	0	4537	2275 26 23	\\N	\\N	\\N	\\N	multirange_in	\\N	\\N	f	t
4232	multirange_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	4537	\\N	\\N	\\N	\\N	multirange_out	\\N	\\N	f	t
4233	multirange_recv	12	1	0	0	0	f	f	t	f	s	s	3	0	4537	2281 26 23	\\N	\\N	\\N	\\N	multirange_recv	\\N	\\N	f	t
4234	multirange_send	12	1	0	0	0	f	f	t	f	s	s	1	0	17	4537	\\N	\\N	\\N	\\N	multirange_send	\\N	\\N	f	t
4235	lower	12	1	0	0	0	f	f	t	f	i	s	1	0	2283	4537	\\N	\\N	\\N	\\N	multirange_lower	\\N	\\N	f	f
4236	upper	12	1	0	0	0	f	f	t	f	i	s	1	0	2283	4537	\\N	\\N	\\N	\\N	multirange_upper	\\N	\\N	f	f
4237	isempty	12	1	0	0	0	f	f	t	f	i	s	1	0	16	4537	\\N	\\N	\\N	\\N	multirange_empty	\\N	\\N	f	f
4238	lower_inc	12	1	0	0	0	f	f	t	f	i	s	1	0	16	4537	\\N	\\N	\\N	\\N	multirange_lower_inc	\\N	\\N	f	f
4239	upper_inc	12	1	0	0	0	f	f	t	f	i	s	1	0	16	4537	\\N	\\N	\\N	\\N	multirange_upper_inc	\\N	\\N	f	f
4240	lower_inf	12	1	0	0	0	f	f	t	f	i	s	1	0	16	4537	\\N	\\N	\\N	\\N	multirange_lower_inf	\\N	\\N	f	f
4241	upper_inf	12	1	0	0	0	f	f	t	f	i	s	1	0	16	4537	\\N	\\N	\\N	\\N	multirange_upper_inf	\\N	\\N	f	f
4242	multirange_typanalyze	12	1	0	0	0	f	f	t	f	s	s	1	0	16	2281	\\N	\\N	\\N	\\N	multirange_typanalyze	\\N	\\N	f	t
4243	multirangesel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	multirangesel	\\N	\\N	f	t
4244	multirange_eq	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 4537	\\N	\\N	\\N	\\N	multirange_eq	\\N	\\N	f	t
4245	multirange_ne	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 4537	\\N	\\N	\\N	\\N	multirange_ne	\\N	\\N	f	t
4246	range_overlaps_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 4537	\\N	\\N	\\N	\\N	range_overlaps_multirange	\\N	\\N	f	t
4247	multirange_overlaps_range	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 3831	\\N	\\N	\\N	\\N	multirange_overlaps_range	\\N	\\N	f	t
4248	multirange_overlaps_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 4537	\\N	\\N	\\N	\\N	multirange_overlaps_multirange	\\N	\\N	f	t
4249	multirange_contains_elem	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 2283	\\N	\\N	\\N	\\N	multirange_contains_elem	\\N	\\N	f	t
4250	multirange_contains_range	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 3831	\\N	\\N	\\N	\\N	multirange_contains_range	\\N	\\N	f	t
4251	multirange_contains_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 4537	\\N	\\N	\\N	\\N	multirange_contains_multirange	\\N	\\N	f	t
4252	elem_contained_by_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2283 4537	\\N	\\N	\\N	\\N	elem_contained_by_multirange	\\N	\\N	f	t
4253	range_contained_by_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 4537	\\N	\\N	\\N	\\N	range_contained_by_multirange	\\N	\\N	f	t
4254	multirange_contained_by_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 4537	\\N	\\N	\\N	\\N	multirange_contained_by_multirange	\\N	\\N	f	t
4255	range_adjacent_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 4537	\\N	\\N	\\N	\\N	range_adjacent_multirange	\\N	\\N	f	t
4256	multirange_adjacent_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 4537	\\N	\\N	\\N	\\N	multirange_adjacent_multirange	\\N	\\N	f	t
4257	multirange_adjacent_range	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 3831	\\N	\\N	\\N	\\N	multirange_adjacent_range	\\N	\\N	f	t
4258	range_before_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 4537	\\N	\\N	\\N	\\N	range_before_multirange	\\N	\\N	f	t
4259	multirange_before_range	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 3831	\\N	\\N	\\N	\\N	multirange_before_range	\\N	\\N	f	t
4260	multirange_before_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 4537	\\N	\\N	\\N	\\N	multirange_before_multirange	\\N	\\N	f	t
4261	range_after_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 4537	\\N	\\N	\\N	\\N	range_after_multirange	\\N	\\N	f	t
4262	multirange_after_range	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 3831	\\N	\\N	\\N	\\N	multirange_after_range	\\N	\\N	f	t
4263	multirange_after_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 4537	\\N	\\N	\\N	\\N	multirange_after_multirange	\\N	\\N	f	t
4264	range_overleft_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 4537	\\N	\\N	\\N	\\N	range_overleft_multirange	\\N	\\N	f	t
4265	multirange_overleft_range	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 3831	\\N	\\N	\\N	\\N	multirange_overleft_range	\\N	\\N	f	t
4266	multirange_overleft_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 4537	\\N	\\N	\\N	\\N	multirange_overleft_multirange	\\N	\\N	f	t
4267	range_overright_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 4537	\\N	\\N	\\N	\\N	range_overright_multirange	\\N	\\N	f	t
4268	multirange_overright_range	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 3831	\\N	\\N	\\N	\\N	multirange_overright_range	\\N	\\N	f	t
4269	multirange_overright_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 4537	\\N	\\N	\\N	\\N	multirange_overright_multirange	\\N	\\N	f	t
4270	multirange_union	12	1	0	0	0	f	f	t	f	i	s	2	0	4537	4537 4537	\\N	\\N	\\N	\\N	multirange_union	\\N	\\N	f	t
4271	multirange_minus	12	1	0	0	0	f	f	t	f	i	s	2	0	4537	4537 4537	\\N	\\N	\\N	\\N	multirange_minus	\\N	\\N	f	t
4272	multirange_intersect	12	1	0	0	0	f	f	t	f	i	s	2	0	4537	4537 4537	\\N	\\N	\\N	\\N	multirange_intersect	\\N	\\N	f	t
4273	multirange_cmp	12	1	0	0	0	f	f	t	f	i	s	2	0	23	4537 4537	\\N	\\N	\\N	\\N	multirange_cmp	\\N	\\N	f	t
4274	multirange_lt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 4537	\\N	\\N	\\N	\\N	multirange_lt	\\N	\\N	f	t
4275	multirange_le	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 4537	\\N	\\N	\\N	\\N	multirange_le	\\N	\\N	f	t
4276	multirange_ge	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 4537	\\N	\\N	\\N	\\N	multirange_ge	\\N	\\N	f	t
4277	multirange_gt	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 4537	\\N	\\N	\\N	\\N	multirange_gt	\\N	\\N	f	t
4278	hash_multirange	12	1	0	0	0	f	f	t	f	i	s	1	0	23	4537	\\N	\\N	\\N	\\N	hash_multirange	\\N	\\N	f	t
4279	hash_multirange_extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	4537 20	\\N	\\N	\\N	\\N	hash_multirange_extended	\\N	\\N	f	t
4280	int4multirange	12	1	0	0	0	f	f	t	f	i	s	0	0	4451		\\N	\\N	\\N	\\N	multirange_constructor0	\\N	\\N	f	f
4281	int4multirange	12	1	0	0	0	f	f	t	f	i	s	1	0	4451	3904	\\N	\\N	\\N	\\N	multirange_constructor1	\\N	\\N	f	t
4282	int4multirange	12	1	0	3904	0	f	f	t	f	i	s	1	0	4451	3905	{3905}	{v}	\\N	\\N	multirange_constructor2	\\N	\\N	f	f
4283	nummultirange	12	1	0	0	0	f	f	t	f	i	s	0	0	4532		\\N	\\N	\\N	\\N	multirange_constructor0	\\N	\\N	f	f
4284	nummultirange	12	1	0	0	0	f	f	t	f	i	s	1	0	4532	3906	\\N	\\N	\\N	\\N	multirange_constructor1	\\N	\\N	f	t
4285	nummultirange	12	1	0	3906	0	f	f	t	f	i	s	1	0	4532	3907	{3907}	{v}	\\N	\\N	multirange_constructor2	\\N	\\N	f	f
4286	tsmultirange	12	1	0	0	0	f	f	t	f	i	s	0	0	4533		\\N	\\N	\\N	\\N	multirange_constructor0	\\N	\\N	f	f
4287	tsmultirange	12	1	0	0	0	f	f	t	f	i	s	1	0	4533	3908	\\N	\\N	\\N	\\N	multirange_constructor1	\\N	\\N	f	t
4288	tsmultirange	12	1	0	3908	0	f	f	t	f	i	s	1	0	4533	3909	{3909}	{v}	\\N	\\N	multirange_constructor2	\\N	\\N	f	f
4289	tstzmultirange	12	1	0	0	0	f	f	t	f	i	s	0	0	4534		\\N	\\N	\\N	\\N	multirange_constructor0	\\N	\\N	f	f
4290	tstzmultirange	12	1	0	0	0	f	f	t	f	i	s	1	0	4534	3910	\\N	\\N	\\N	\\N	multirange_constructor1	\\N	\\N	f	t
4291	tstzmultirange	12	1	0	3910	0	f	f	t	f	i	s	1	0	4534	3911	{3911}	{v}	\\N	\\N	multirange_constructor2	\\N	\\N	f	f
4292	datemultirange	12	1	0	0	0	f	f	t	f	i	s	0	0	4535		\\N	\\N	\\N	\\N	multirange_constructor0	\\N	\\N	f	f
4293	datemultirange	12	1	0	0	0	f	f	t	f	i	s	1	0	4535	3912	\\N	\\N	\\N	\\N	multirange_constructor1	\\N	\\N	f	t
4294	datemultirange	12	1	0	3912	0	f	f	t	f	i	s	1	0	4535	3913	{3913}	{v}	\\N	\\N	multirange_constructor2	\\N	\\N	f	f
4295	int8multirange	12	1	0	0	0	f	f	t	f	i	s	0	0	4536		\\N	\\N	\\N	\\N	multirange_constructor0	\\N	\\N	f	f
4296	int8multirange	12	1	0	0	0	f	f	t	f	i	s	1	0	4536	3926	\\N	\\N	\\N	\\N	multirange_constructor1	\\N	\\N	f	t
4297	int8multirange	12	1	0	3926	0	f	f	t	f	i	s	1	0	4536	3927	{3927}	{v}	\\N	\\N	multirange_constructor2	\\N	\\N	f	f
4298	multirange	12	1	0	0	0	f	f	t	f	i	s	1	0	4537	3831	\\N	\\N	\\N	\\N	multirange_constructor1	\\N	\\N	f	f
4299	range_agg_transfn	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 3831	\\N	\\N	\\N	\\N	range_agg_transfn	\\N	\\N	f	t
4300	range_agg_finalfn	12	1	0	0	0	f	f	f	f	i	s	2	0	4537	2281 3831	\\N	\\N	\\N	\\N	range_agg_finalfn	\\N	\\N	f	t
4301	range_agg	12	1	0	0	0	a	f	f	f	i	s	1	0	4537	3831	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
4302	koi8r_to_mic	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	koi8r_to_mic	\\N	\\N	f	t
4303	mic_to_koi8r	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	mic_to_koi8r	\\N	\\N	f	t
4304	iso_to_mic	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	iso_to_mic	\\N	\\N	f	t
4305	mic_to_iso	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	mic_to_iso	\\N	\\N	f	t
4306	win1251_to_mic	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	win1251_to_mic	\\N	\\N	f	t
4307	mic_to_win1251	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	mic_to_win1251	\\N	\\N	f	t
4308	win866_to_mic	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	win866_to_mic	\\N	\\N	f	t
4309	mic_to_win866	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	mic_to_win866	\\N	\\N	f	t
4310	koi8r_to_win1251	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	koi8r_to_win1251	\\N	\\N	f	t
4311	win1251_to_koi8r	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	win1251_to_koi8r	\\N	\\N	f	t
4312	koi8r_to_win866	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	koi8r_to_win866	\\N	\\N	f	t
4313	win866_to_koi8r	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	win866_to_koi8r	\\N	\\N	f	t
4314	win866_to_win1251	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	win866_to_win1251	\\N	\\N	f	t
4315	win1251_to_win866	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	win1251_to_win866	\\N	\\N	f	t
4316	iso_to_koi8r	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	iso_to_koi8r	\\N	\\N	f	t
4317	koi8r_to_iso	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	koi8r_to_iso	\\N	\\N	f	t
4318	iso_to_win1251	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	iso_to_win1251	\\N	\\N	f	t
4319	win1251_to_iso	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	win1251_to_iso	\\N	\\N	f	t
4320	iso_to_win866	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	iso_to_win866	\\N	\\N	f	t
4321	win866_to_iso	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	win866_to_iso	\\N	\\N	f	t
4322	euc_cn_to_mic	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	euc_cn_to_mic	\\N	\\N	f	t
4323	mic_to_euc_cn	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	mic_to_euc_cn	\\N	\\N	f	t
4324	euc_jp_to_sjis	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	euc_jp_to_sjis	\\N	\\N	f	t
4325	sjis_to_euc_jp	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	sjis_to_euc_jp	\\N	\\N	f	t
4326	euc_jp_to_mic	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	euc_jp_to_mic	\\N	\\N	f	t
4327	sjis_to_mic	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	sjis_to_mic	\\N	\\N	f	t
4328	mic_to_euc_jp	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	mic_to_euc_jp	\\N	\\N	f	t
4329	mic_to_sjis	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	mic_to_sjis	\\N	\\N	f	t
4330	euc_kr_to_mic	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	euc_kr_to_mic	\\N	\\N	f	t
4331	mic_to_euc_kr	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	mic_to_euc_kr	\\N	\\N	f	t
4332	euc_tw_to_big5	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	euc_tw_to_big5	\\N	\\N	f	t
4333	big5_to_euc_tw	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	big5_to_euc_tw	\\N	\\N	f	t
4334	euc_tw_to_mic	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	euc_tw_to_mic	\\N	\\N	f	t
4335	big5_to_mic	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	big5_to_mic	\\N	\\N	f	t
4336	mic_to_euc_tw	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	mic_to_euc_tw	\\N	\\N	f	t
4337	mic_to_big5	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	mic_to_big5	\\N	\\N	f	t
4338	latin2_to_mic	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	latin2_to_mic	\\N	\\N	f	t
4339	mic_to_latin2	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	mic_to_latin2	\\N	\\N	f	t
4340	win1250_to_mic	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	win1250_to_mic	\\N	\\N	f	t
4341	mic_to_win1250	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	mic_to_win1250	\\N	\\N	f	t
4342	latin2_to_win1250	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	latin2_to_win1250	\\N	\\N	f	t
4343	win1250_to_latin2	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	win1250_to_latin2	\\N	\\N	f	t
4344	latin1_to_mic	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	latin1_to_mic	\\N	\\N	f	t
4345	mic_to_latin1	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	mic_to_latin1	\\N	\\N	f	t
4346	latin3_to_mic	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	latin3_to_mic	\\N	\\N	f	t
4347	mic_to_latin3	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	mic_to_latin3	\\N	\\N	f	t
4348	latin4_to_mic	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	latin4_to_mic	\\N	\\N	f	t
4349	mic_to_latin4	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	mic_to_latin4	\\N	\\N	f	t
4350	normalize	12	1	0	0	0	f	f	t	f	i	s	2	1	25	25 25	\\N	\\N	\\N	'NFC'::text	unicode_normalize_func	\\N	text, text DEFAULT 'NFC'::text	f	f
4351	is_normalized	12	1	0	0	0	f	f	t	f	i	s	2	1	16	25 25	\\N	\\N	\\N	'NFC'::text	unicode_is_normalized	\\N	text, text DEFAULT 'NFC'::text	f	f
4352	big5_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	big5_to_utf8	\\N	\\N	f	t
4353	utf8_to_big5	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_big5	\\N	\\N	f	t
4354	utf8_to_koi8r	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_koi8r	\\N	\\N	f	t
4355	koi8r_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	koi8r_to_utf8	\\N	\\N	f	t
4356	utf8_to_koi8u	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_koi8u	\\N	\\N	f	t
4357	koi8u_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	koi8u_to_utf8	\\N	\\N	f	t
4358	utf8_to_win	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_win	\\N	\\N	f	t
4359	win_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	win_to_utf8	\\N	\\N	f	t
4360	euc_cn_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	euc_cn_to_utf8	\\N	\\N	f	t
4361	utf8_to_euc_cn	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_euc_cn	\\N	\\N	f	t
4362	euc_jp_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	euc_jp_to_utf8	\\N	\\N	f	t
4363	utf8_to_euc_jp	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_euc_jp	\\N	\\N	f	t
4364	euc_kr_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	euc_kr_to_utf8	\\N	\\N	f	t
4365	utf8_to_euc_kr	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_euc_kr	\\N	\\N	f	t
4366	euc_tw_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	euc_tw_to_utf8	\\N	\\N	f	t
4367	utf8_to_euc_tw	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_euc_tw	\\N	\\N	f	t
4368	gb18030_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	gb18030_to_utf8	\\N	\\N	f	t
4369	utf8_to_gb18030	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_gb18030	\\N	\\N	f	t
4370	gbk_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	gbk_to_utf8	\\N	\\N	f	t
4371	utf8_to_gbk	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_gbk	\\N	\\N	f	t
4372	utf8_to_iso8859	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_iso8859	\\N	\\N	f	t
4373	iso8859_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	iso8859_to_utf8	\\N	\\N	f	t
4374	iso8859_1_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	iso8859_1_to_utf8	\\N	\\N	f	t
4375	utf8_to_iso8859_1	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_iso8859_1	\\N	\\N	f	t
4376	johab_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	johab_to_utf8	\\N	\\N	f	t
4377	utf8_to_johab	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_johab	\\N	\\N	f	t
4378	sjis_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	sjis_to_utf8	\\N	\\N	f	t
4379	utf8_to_sjis	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_sjis	\\N	\\N	f	t
4380	uhc_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	uhc_to_utf8	\\N	\\N	f	t
4381	utf8_to_uhc	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_uhc	\\N	\\N	f	t
4382	euc_jis_2004_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	euc_jis_2004_to_utf8	\\N	\\N	f	t
4383	utf8_to_euc_jis_2004	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_euc_jis_2004	\\N	\\N	f	t
4384	shift_jis_2004_to_utf8	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	shift_jis_2004_to_utf8	\\N	\\N	f	t
4385	utf8_to_shift_jis_2004	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	utf8_to_shift_jis_2004	\\N	\\N	f	t
4386	euc_jis_2004_to_shift_jis_2004	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	euc_jis_2004_to_shift_jis_2004	\\N	\\N	f	t
4387	shift_jis_2004_to_euc_jis_2004	13	1	0	0	0	f	f	t	f	i	s	6	0	23	23 23 2275 2281 23 16	\\N	\\N	\\N	\\N	shift_jis_2004_to_euc_jis_2004	\\N	\\N	f	t
4388	multirange_intersect_agg_transfn	12	1	0	0	0	f	f	t	f	i	s	2	0	4537	4537 4537	\\N	\\N	\\N	\\N	multirange_intersect_agg_transfn	\\N	\\N	f	t
4389	range_intersect_agg	12	1	0	0	0	a	f	f	f	i	s	1	0	4537	4537	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
4390	binary_upgrade_set_next_multirange_pg_type_oid	12	1	0	0	0	f	f	t	f	v	r	1	0	2278	26	\\N	\\N	\\N	\\N	binary_upgrade_set_next_multirange_pg_type_oid	\\N	\\N	f	f
4391	binary_upgrade_set_next_multirange_array_pg_type_oid	12	1	0	0	0	f	f	t	f	v	r	1	0	2278	26	\\N	\\N	\\N	\\N	binary_upgrade_set_next_multirange_array_pg_type_oid	\\N	\\N	f	f
4401	range_intersect_agg_transfn	12	1	0	0	0	f	f	t	f	i	s	2	0	3831	3831 3831	\\N	\\N	\\N	\\N	range_intersect_agg_transfn	\\N	\\N	f	t
4450	range_intersect_agg	12	1	0	0	0	a	f	f	f	i	s	1	0	3831	3831	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
4541	range_contains_multirange	12	1	0	0	0	f	f	t	f	i	s	2	0	16	3831 4537	\\N	\\N	\\N	\\N	range_contains_multirange	\\N	\\N	f	t
4542	multirange_contained_by_range	12	1	0	0	0	f	f	t	f	i	s	2	0	16	4537 3831	\\N	\\N	\\N	\\N	multirange_contained_by_range	\\N	\\N	f	t
4543	pg_log_backend_memory_contexts	12	1	0	0	0	f	f	t	f	v	s	1	0	16	23	\\N	\\N	\\N	\\N	pg_log_backend_memory_contexts	\\N	\\N	t	f
4545	binary_upgrade_set_next_heap_relfilenode	12	1	0	0	0	f	f	t	f	v	u	1	0	2278	26	\\N	\\N	\\N	\\N	binary_upgrade_set_next_heap_relfilenode	\\N	\\N	f	f
4546	binary_upgrade_set_next_index_relfilenode	12	1	0	0	0	f	f	t	f	v	u	1	0	2278	26	\\N	\\N	\\N	\\N	binary_upgrade_set_next_index_relfilenode	\\N	\\N	f	f
4547	binary_upgrade_set_next_toast_relfilenode	12	1	0	0	0	f	f	t	f	v	u	1	0	2278	26	\\N	\\N	\\N	\\N	binary_upgrade_set_next_toast_relfilenode	\\N	\\N	f	f
4548	binary_upgrade_set_next_pg_tablespace_oid	12	1	0	0	0	f	f	t	f	v	u	1	0	2278	26	\\N	\\N	\\N	\\N	binary_upgrade_set_next_pg_tablespace_oid	\\N	\\N	f	f
4566	pg_event_trigger_table_rewrite_oid	12	1	0	0	0	f	f	t	f	s	r	0	0	26		{26}	{o}	{oid}	\\N	pg_event_trigger_table_rewrite_oid	\\N	\\N	f	f
4567	pg_event_trigger_table_rewrite_reason	12	1	0	0	0	f	f	t	f	s	r	0	0	23		\\N	\\N	\\N	\\N	pg_event_trigger_table_rewrite_reason	\\N	\\N	f	f
4568	pg_event_trigger_ddl_commands	12	10	100	0	0	f	f	t	t	s	r	0	0	2249		{26,26,23,25,25,25,25,16,32}	{o,o,o,o,o,o,o,o,o}	{classid,objid,objsubid,command_tag,object_type,schema_name,object_identity,in_extension,command}	\\N	pg_event_trigger_ddl_commands	\\N	\\N	f	f
4591	brin_bloom_opcinfo	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	brin_bloom_opcinfo	\\N	\\N	f	t
4592	brin_bloom_add_value	12	1	0	0	0	f	f	t	f	i	s	4	0	16	2281 2281 2281 2281	\\N	\\N	\\N	\\N	brin_bloom_add_value	\\N	\\N	f	t
4593	brin_bloom_consistent	12	1	0	0	0	f	f	t	f	i	s	4	0	16	2281 2281 2281 23	\\N	\\N	\\N	\\N	brin_bloom_consistent	\\N	\\N	f	t
4594	brin_bloom_union	12	1	0	0	0	f	f	t	f	i	s	3	0	16	2281 2281 2281	\\N	\\N	\\N	\\N	brin_bloom_union	\\N	\\N	f	t
4595	brin_bloom_options	12	1	0	0	0	f	f	f	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	brin_bloom_options	\\N	\\N	f	t
4596	brin_bloom_summary_in	12	1	0	0	0	f	f	t	f	i	s	1	0	4600	2275	\\N	\\N	\\N	\\N	brin_bloom_summary_in	\\N	\\N	f	t
4597	brin_bloom_summary_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	4600	\\N	\\N	\\N	\\N	brin_bloom_summary_out	\\N	\\N	f	t
4598	brin_bloom_summary_recv	12	1	0	0	0	f	f	t	f	s	s	1	0	4600	2281	\\N	\\N	\\N	\\N	brin_bloom_summary_recv	\\N	\\N	f	t
4599	brin_bloom_summary_send	12	1	0	0	0	f	f	t	f	s	s	1	0	17	4600	\\N	\\N	\\N	\\N	brin_bloom_summary_send	\\N	\\N	f	t
4616	brin_minmax_multi_opcinfo	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	brin_minmax_multi_opcinfo	\\N	\\N	f	t
4617	brin_minmax_multi_add_value	12	1	0	0	0	f	f	t	f	i	s	4	0	16	2281 2281 2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_add_value	\\N	\\N	f	t
4618	brin_minmax_multi_consistent	12	1	0	0	0	f	f	t	f	i	s	4	0	16	2281 2281 2281 23	\\N	\\N	\\N	\\N	brin_minmax_multi_consistent	\\N	\\N	f	t
4619	brin_minmax_multi_union	12	1	0	0	0	f	f	t	f	i	s	3	0	16	2281 2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_union	\\N	\\N	f	t
4620	brin_minmax_multi_options	12	1	0	0	0	f	f	f	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	brin_minmax_multi_options	\\N	\\N	f	t
4621	brin_minmax_multi_distance_int2	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_int2	\\N	\\N	f	t
4622	brin_minmax_multi_distance_int4	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_int4	\\N	\\N	f	t
4623	brin_minmax_multi_distance_int8	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_int8	\\N	\\N	f	t
4624	brin_minmax_multi_distance_float4	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_float4	\\N	\\N	f	t
4625	brin_minmax_multi_distance_float8	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_float8	\\N	\\N	f	t
4626	brin_minmax_multi_distance_numeric	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_numeric	\\N	\\N	f	t
4627	brin_minmax_multi_distance_tid	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_tid	\\N	\\N	f	t
4628	brin_minmax_multi_distance_uuid	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_uuid	\\N	\\N	f	t
4629	brin_minmax_multi_distance_date	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_date	\\N	\\N	f	t
4630	brin_minmax_multi_distance_time	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_time	\\N	\\N	f	t
4631	brin_minmax_multi_distance_interval	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_interval	\\N	\\N	f	t
4632	brin_minmax_multi_distance_timetz	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_timetz	\\N	\\N	f	t
4633	brin_minmax_multi_distance_pg_lsn	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_pg_lsn	\\N	\\N	f	t
4634	brin_minmax_multi_distance_macaddr	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_macaddr	\\N	\\N	f	t
4635	brin_minmax_multi_distance_macaddr8	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_macaddr8	\\N	\\N	f	t
4636	brin_minmax_multi_distance_inet	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_inet	\\N	\\N	f	t
4637	brin_minmax_multi_distance_timestamp	12	1	0	0	0	f	f	t	f	i	s	2	0	701	2281 2281	\\N	\\N	\\N	\\N	brin_minmax_multi_distance_timestamp	\\N	\\N	f	t
4638	brin_minmax_multi_summary_in	12	1	0	0	0	f	f	t	f	i	s	1	0	4601	2275	\\N	\\N	\\N	\\N	brin_minmax_multi_summary_in	\\N	\\N	f	t
4639	brin_minmax_multi_summary_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	4601	\\N	\\N	\\N	\\N	brin_minmax_multi_summary_out	\\N	\\N	f	t
4640	brin_minmax_multi_summary_recv	12	1	0	0	0	f	f	t	f	s	s	1	0	4601	2281	\\N	\\N	\\N	\\N	brin_minmax_multi_summary_recv	\\N	\\N	f	t
4641	brin_minmax_multi_summary_send	12	1	0	0	0	f	f	t	f	s	s	1	0	17	4601	\\N	\\N	\\N	\\N	brin_minmax_multi_summary_send	\\N	\\N	f	t
5001	phraseto_tsquery	12	100	0	0	0	f	f	t	f	s	s	1	0	3615	25	\\N	\\N	\\N	\\N	phraseto_tsquery	\\N	\\N	f	f
5003	tsquery_phrase	12	1	0	0	0	f	f	t	f	i	s	2	0	3615	3615 3615	\\N	\\N	\\N	\\N	tsquery_phrase	\\N	\\N	f	t
5004	tsquery_phrase	12	1	0	0	0	f	f	t	f	i	s	3	0	3615	3615 3615 23	\\N	\\N	\\N	\\N	tsquery_phrase_distance	\\N	\\N	f	f
5006	phraseto_tsquery	12	100	0	0	0	f	f	t	f	i	s	2	0	3615	3734 25	\\N	\\N	\\N	\\N	phraseto_tsquery_byid	\\N	\\N	f	f
5007	websearch_to_tsquery	12	100	0	0	0	f	f	t	f	i	s	2	0	3615	3734 25	\\N	\\N	\\N	\\N	websearch_to_tsquery_byid	\\N	\\N	f	f
5009	websearch_to_tsquery	12	100	0	0	0	f	f	t	f	s	s	1	0	3615	25	\\N	\\N	\\N	\\N	websearch_to_tsquery	\\N	\\N	f	f
5010	spg_bbox_quad_config	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_bbox_quad_config	\\N	\\N	f	t
5011	spg_poly_quad_compress	12	1	0	0	0	f	f	t	f	i	s	1	0	603	604	\\N	\\N	\\N	\\N	spg_poly_quad_compress	\\N	\\N	f	t
5012	spg_box_quad_config	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_box_quad_config	\\N	\\N	f	t
5013	spg_box_quad_choose	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_box_quad_choose	\\N	\\N	f	t
5014	spg_box_quad_picksplit	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_box_quad_picksplit	\\N	\\N	f	t
5015	spg_box_quad_inner_consistent	12	1	0	0	0	f	f	t	f	i	s	2	0	2278	2281 2281	\\N	\\N	\\N	\\N	spg_box_quad_inner_consistent	\\N	\\N	f	t
5016	spg_box_quad_leaf_consistent	12	1	0	0	0	f	f	t	f	i	s	2	0	16	2281 2281	\\N	\\N	\\N	\\N	spg_box_quad_leaf_consistent	\\N	\\N	f	t
5018	pg_mcv_list_in	12	1	0	0	0	f	f	t	f	i	s	1	0	5017	2275	\\N	\\N	\\N	\\N	pg_mcv_list_in	\\N	\\N	f	t
5019	pg_mcv_list_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	5017	\\N	\\N	\\N	\\N	pg_mcv_list_out	\\N	\\N	f	t
5020	pg_mcv_list_recv	12	1	0	0	0	f	f	t	f	s	s	1	0	5017	2281	\\N	\\N	\\N	\\N	pg_mcv_list_recv	\\N	\\N	f	t
5021	pg_mcv_list_send	12	1	0	0	0	f	f	t	f	s	s	1	0	17	5017	\\N	\\N	\\N	\\N	pg_mcv_list_send	\\N	\\N	f	t
5022	pg_lsn_pli	12	1	0	0	0	f	f	t	f	i	s	2	0	3220	3220 1700	\\N	\\N	\\N	\\N	pg_lsn_pli	\\N	\\N	f	t
5023	numeric_pl_pg_lsn	14	1	0	0	0	f	f	t	f	i	s	2	0	3220	1700 3220	\\N	\\N	\\N	\\N		RETURN ($2 + $1)	\\N	f	t
5024	pg_lsn_mii	12	1	0	0	0	f	f	t	f	i	s	2	0	3220	3220 1700	\\N	\\N	\\N	\\N	pg_lsn_mii	\\N	\\N	f	t
5028	satisfies_hash_partition	12	1	0	2276	0	f	f	f	f	i	s	4	0	16	26 23 23 2276	\\N	{i,i,i,v}	\\N	\\N	satisfies_hash_partition	\\N	\\N	f	f
5029	pg_ls_tmpdir	12	10	20	0	0	f	f	t	t	v	s	0	0	2249		{25,20,1184}	{o,o,o}	{name,size,modification}	\\N	pg_ls_tmpdir_noargs	\\N	\\N	t	f
5030	pg_ls_tmpdir	12	10	20	0	0	f	f	t	t	v	s	1	0	2249	26	{26,25,20,1184}	{i,o,o,o}	{tablespace,name,size,modification}	\\N	pg_ls_tmpdir_1arg	\\N	\\N	t	f
5031	pg_ls_archive_statusdir	12	10	20	0	0	f	f	t	t	v	s	0	0	2249		{25,20,1184}	{o,o,o}	{name,size,modification}	\\N	pg_ls_archive_statusdir	\\N	\\N	t	f
5033	network_sortsupport	12	1	0	0	0	f	f	t	f	i	s	1	0	2278	2281	\\N	\\N	\\N	\\N	network_sortsupport	\\N	\\N	f	t
5034	xid8lt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	5069 5069	\\N	\\N	\\N	\\N	xid8lt	\\N	\\N	f	t
5035	xid8gt	12	1	0	0	0	f	t	t	f	i	s	2	0	16	5069 5069	\\N	\\N	\\N	\\N	xid8gt	\\N	\\N	f	t
5036	xid8le	12	1	0	0	0	f	t	t	f	i	s	2	0	16	5069 5069	\\N	\\N	\\N	\\N	xid8le	\\N	\\N	f	t
5037	xid8ge	12	1	0	0	0	f	t	t	f	i	s	2	0	16	5069 5069	\\N	\\N	\\N	\\N	xid8ge	\\N	\\N	f	t
5040	matchingsel	12	1	0	0	0	f	f	t	f	s	s	4	0	701	2281 26 2281 23	\\N	\\N	\\N	\\N	matchingsel	\\N	\\N	f	t
5041	matchingjoinsel	12	1	0	0	0	f	f	t	f	s	s	5	0	701	2281 26 2281 21 2281	\\N	\\N	\\N	\\N	matchingjoinsel	\\N	\\N	f	t
5042	min_scale	12	1	0	0	0	f	f	t	f	i	s	1	0	23	1700	\\N	\\N	\\N	\\N	numeric_min_scale	\\N	\\N	f	f
5043	trim_scale	12	1	0	0	0	f	f	t	f	i	s	1	0	1700	1700	\\N	\\N	\\N	\\N	numeric_trim_scale	\\N	\\N	f	f
5044	gcd	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	int4gcd	\\N	\\N	f	f
5045	gcd	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 20	\\N	\\N	\\N	\\N	int8gcd	\\N	\\N	f	f
5046	lcm	12	1	0	0	0	f	f	t	f	i	s	2	0	23	23 23	\\N	\\N	\\N	\\N	int4lcm	\\N	\\N	f	f
5047	lcm	12	1	0	0	0	f	f	t	f	i	s	2	0	20	20 20	\\N	\\N	\\N	\\N	int8lcm	\\N	\\N	f	f
5048	gcd	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_gcd	\\N	\\N	f	f
5049	lcm	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	1700 1700	\\N	\\N	\\N	\\N	numeric_lcm	\\N	\\N	f	f
5050	btvarstrequalimage	12	1	0	0	0	f	f	t	f	i	s	1	0	16	26	\\N	\\N	\\N	\\N	btvarstrequalimage	\\N	\\N	f	t
5051	btequalimage	12	1	0	0	0	f	f	t	f	i	s	1	0	16	26	\\N	\\N	\\N	\\N	btequalimage	\\N	\\N	f	t
5052	pg_get_shmem_allocations	12	1	50	0	0	f	f	t	t	v	s	0	0	2249		{25,20,20,20}	{o,o,o,o}	{name,off,size,allocated_size}	\\N	pg_get_shmem_allocations	\\N	\\N	t	f
5053	pg_stat_get_ins_since_vacuum	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_ins_since_vacuum	\\N	\\N	f	f
5054	jsonb_set_lax	12	1	0	0	0	f	f	f	f	i	s	5	2	3802	3802 1009 3802 16 25	\\N	\\N	{jsonb_in,path,replacement,create_if_missing,null_value_treatment}	true, 'use_json_null'::text	jsonb_set_lax	\\N	jsonb_in jsonb, path text[], replacement jsonb, create_if_missing boolean DEFAULT true, null_value_treatment text DEFAULT 'use_json_null'::text	f	f
5055	pg_snapshot_in	12	1	0	0	0	f	f	t	f	i	s	1	0	5038	2275	\\N	\\N	\\N	\\N	pg_snapshot_in	\\N	\\N	f	t
5056	pg_snapshot_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	5038	\\N	\\N	\\N	\\N	pg_snapshot_out	\\N	\\N	f	t
5057	pg_snapshot_recv	12	1	0	0	0	f	f	t	f	i	s	1	0	5038	2281	\\N	\\N	\\N	\\N	pg_snapshot_recv	\\N	\\N	f	t
5058	pg_snapshot_send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	5038	\\N	\\N	\\N	\\N	pg_snapshot_send	\\N	\\N	f	t
5059	pg_current_xact_id	12	1	0	0	0	f	f	t	f	s	u	0	0	5069		\\N	\\N	\\N	\\N	pg_current_xact_id	\\N	\\N	f	f
5060	pg_current_xact_id_if_assigned	12	1	0	0	0	f	f	t	f	s	u	0	0	5069		\\N	\\N	\\N	\\N	pg_current_xact_id_if_assigned	\\N	\\N	f	f
5061	pg_current_snapshot	12	1	0	0	0	f	f	t	f	s	s	0	0	5038		\\N	\\N	\\N	\\N	pg_current_snapshot	\\N	\\N	f	f
5062	pg_snapshot_xmin	12	1	0	0	0	f	f	t	f	i	s	1	0	5069	5038	\\N	\\N	\\N	\\N	pg_snapshot_xmin	\\N	\\N	f	f
5063	pg_snapshot_xmax	12	1	0	0	0	f	f	t	f	i	s	1	0	5069	5038	\\N	\\N	\\N	\\N	pg_snapshot_xmax	\\N	\\N	f	f
5064	pg_snapshot_xip	12	1	50	0	0	f	f	t	t	i	s	1	0	5069	5038	\\N	\\N	\\N	\\N	pg_snapshot_xip	\\N	\\N	f	f
5065	pg_visible_in_snapshot	12	1	0	0	0	f	f	t	f	i	s	2	0	16	5069 5038	\\N	\\N	\\N	\\N	pg_visible_in_snapshot	\\N	\\N	f	f
5066	pg_xact_status	12	1	0	0	0	f	f	t	f	v	s	1	0	25	5069	\\N	\\N	\\N	\\N	pg_xact_status	\\N	\\N	f	f
5070	xid8in	12	1	0	0	0	f	f	t	f	i	s	1	0	5069	2275	\\N	\\N	\\N	\\N	xid8in	\\N	\\N	f	t
5071	xid	12	1	0	0	0	f	f	t	f	i	s	1	0	28	5069	\\N	\\N	\\N	\\N	xid8toxid	\\N	\\N	f	t
5081	xid8out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	5069	\\N	\\N	\\N	\\N	xid8out	\\N	\\N	f	t
5082	xid8recv	12	1	0	0	0	f	f	t	f	i	s	1	0	5069	2281	\\N	\\N	\\N	\\N	xid8recv	\\N	\\N	f	t
5083	xid8send	12	1	0	0	0	f	f	t	f	i	s	1	0	17	5069	\\N	\\N	\\N	\\N	xid8send	\\N	\\N	f	t
5084	xid8eq	12	1	0	0	0	f	t	t	f	i	s	2	0	16	5069 5069	\\N	\\N	\\N	\\N	xid8eq	\\N	\\N	f	t
5085	xid8ne	12	1	0	0	0	f	t	t	f	i	s	2	0	16	5069 5069	\\N	\\N	\\N	\\N	xid8ne	\\N	\\N	f	t
5086	anycompatible_in	12	1	0	0	0	f	f	t	f	i	s	1	0	5077	2275	\\N	\\N	\\N	\\N	anycompatible_in	\\N	\\N	f	t
5087	anycompatible_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	5077	\\N	\\N	\\N	\\N	anycompatible_out	\\N	\\N	f	t
5088	anycompatiblearray_in	12	1	0	0	0	f	f	t	f	i	s	1	0	5078	2275	\\N	\\N	\\N	\\N	anycompatiblearray_in	\\N	\\N	f	t
5089	anycompatiblearray_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	5078	\\N	\\N	\\N	\\N	anycompatiblearray_out	\\N	\\N	f	t
5090	anycompatiblearray_recv	12	1	0	0	0	f	f	t	f	s	s	1	0	5078	2281	\\N	\\N	\\N	\\N	anycompatiblearray_recv	\\N	\\N	f	t
5091	anycompatiblearray_send	12	1	0	0	0	f	f	t	f	s	s	1	0	17	5078	\\N	\\N	\\N	\\N	anycompatiblearray_send	\\N	\\N	f	t
5092	anycompatiblenonarray_in	12	1	0	0	0	f	f	t	f	i	s	1	0	5079	2275	\\N	\\N	\\N	\\N	anycompatiblenonarray_in	\\N	\\N	f	t
5093	anycompatiblenonarray_out	12	1	0	0	0	f	f	t	f	i	s	1	0	2275	5079	\\N	\\N	\\N	\\N	anycompatiblenonarray_out	\\N	\\N	f	t
5094	anycompatiblerange_in	12	1	0	0	0	f	f	t	f	s	s	3	0	5080	2275 26 23	\\N	\\N	\\N	\\N	anycompatiblerange_in	\\N	\\N	f	t
5095	anycompatiblerange_out	12	1	0	0	0	f	f	t	f	s	s	1	0	2275	5080	\\N	\\N	\\N	\\N	anycompatiblerange_out	\\N	\\N	f	t
5096	xid8cmp	12	1	0	0	0	f	t	t	f	i	s	2	0	23	5069 5069	\\N	\\N	\\N	\\N	xid8cmp	\\N	\\N	f	t
5097	xid8_larger	12	1	0	0	0	f	f	t	f	i	s	2	0	5069	5069 5069	\\N	\\N	\\N	\\N	xid8_larger	\\N	\\N	f	t
5098	xid8_smaller	12	1	0	0	0	f	f	t	f	i	s	2	0	5069	5069 5069	\\N	\\N	\\N	\\N	xid8_smaller	\\N	\\N	f	t
5099	max	12	1	0	0	0	a	f	f	f	i	s	1	0	5069	5069	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
5100	min	12	1	0	0	0	a	f	f	f	i	s	1	0	5069	5069	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
6003	pg_replication_origin_create	12	1	0	0	0	f	f	t	f	v	u	1	0	26	25	\\N	\\N	\\N	\\N	pg_replication_origin_create	\\N	\\N	t	f
6004	pg_replication_origin_drop	12	1	0	0	0	f	f	t	f	v	u	1	0	2278	25	\\N	\\N	\\N	\\N	pg_replication_origin_drop	\\N	\\N	t	f
6005	pg_replication_origin_oid	12	1	0	0	0	f	f	t	f	s	s	1	0	26	25	\\N	\\N	\\N	\\N	pg_replication_origin_oid	\\N	\\N	t	f
6006	pg_replication_origin_session_setup	12	1	0	0	0	f	f	t	f	v	u	1	0	2278	25	\\N	\\N	\\N	\\N	pg_replication_origin_session_setup	\\N	\\N	t	f
6007	pg_replication_origin_session_reset	12	1	0	0	0	f	f	t	f	v	u	0	0	2278		\\N	\\N	\\N	\\N	pg_replication_origin_session_reset	\\N	\\N	t	f
6008	pg_replication_origin_session_is_setup	12	1	0	0	0	f	f	t	f	v	r	0	0	16		\\N	\\N	\\N	\\N	pg_replication_origin_session_is_setup	\\N	\\N	t	f
6009	pg_replication_origin_session_progress	12	1	0	0	0	f	f	t	f	v	u	1	0	3220	16	\\N	\\N	\\N	\\N	pg_replication_origin_session_progress	\\N	\\N	t	f
6010	pg_replication_origin_xact_setup	12	1	0	0	0	f	f	t	f	v	r	2	0	2278	3220 1184	\\N	\\N	\\N	\\N	pg_replication_origin_xact_setup	\\N	\\N	t	f
6011	pg_replication_origin_xact_reset	12	1	0	0	0	f	f	t	f	v	r	0	0	2278		\\N	\\N	\\N	\\N	pg_replication_origin_xact_reset	\\N	\\N	t	f
6012	pg_replication_origin_advance	12	1	0	0	0	f	f	t	f	v	u	2	0	2278	25 3220	\\N	\\N	\\N	\\N	pg_replication_origin_advance	\\N	\\N	t	f
6013	pg_replication_origin_progress	12	1	0	0	0	f	f	t	f	v	u	2	0	3220	25 16	\\N	\\N	\\N	\\N	pg_replication_origin_progress	\\N	\\N	t	f
6014	pg_show_replication_origin_status	12	1	100	0	0	f	f	f	t	v	r	0	0	2249		{26,25,3220,3220}	{o,o,o,o}	{local_id,external_id,remote_lsn,local_lsn}	\\N	pg_show_replication_origin_status	\\N	\\N	t	f
6098	jsonb_subscript_handler	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	jsonb_subscript_handler	\\N	\\N	f	t
6103	pg_lsn	12	1	0	0	0	f	f	t	f	i	s	1	0	3220	1700	\\N	\\N	\\N	\\N	numeric_pg_lsn	\\N	\\N	f	f
6118	pg_stat_get_subscription	12	1	10	0	0	f	f	f	t	s	r	1	0	2249	26	{26,26,26,23,3220,1184,1184,3220,1184}	{i,o,o,o,o,o,o,o,o}	{subid,subid,relid,pid,received_lsn,last_msg_send_time,last_msg_receipt_time,latest_end_lsn,latest_end_time}	\\N	pg_stat_get_subscription	\\N	\\N	f	f
6119	pg_get_publication_tables	12	1	1000	0	0	f	f	t	t	s	s	1	0	2249	25	{25,26,22,194}	{i,o,o,o}	{pubname,relid,attrs,qual}	\\N	pg_get_publication_tables	\\N	\\N	f	f
6120	pg_get_replica_identity_index	12	10	0	0	0	f	f	t	f	s	s	1	0	2205	2205	\\N	\\N	\\N	\\N	pg_get_replica_identity_index	\\N	\\N	f	f
6121	pg_relation_is_publishable	12	1	0	0	0	f	f	t	f	s	s	1	0	16	2205	\\N	\\N	\\N	\\N	pg_relation_is_publishable	\\N	\\N	f	f
6154	multirange_gist_consistent	12	1	0	0	0	f	f	t	f	i	s	5	0	16	2281 4537 21 26 2281	\\N	\\N	\\N	\\N	multirange_gist_consistent	\\N	\\N	f	t
6156	multirange_gist_compress	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	multirange_gist_compress	\\N	\\N	f	t
6159	pg_get_catalog_foreign_keys	12	10	250	0	0	f	f	t	t	s	s	0	0	2249		{2205,1009,2205,1009,16,16}	{o,o,o,o,o,o}	{fktable,fkcols,pktable,pkcols,is_array,is_opt}	\\N	pg_get_catalog_foreign_keys	\\N	\\N	f	f
6160	string_to_table	12	1	1000	0	0	f	f	f	t	i	s	2	0	25	25 25	\\N	\\N	\\N	\\N	text_to_table	\\N	\\N	f	f
6161	string_to_table	12	1	1000	0	0	f	f	f	t	i	s	3	0	25	25 25 25	\\N	\\N	\\N	\\N	text_to_table_null	\\N	\\N	f	f
6162	bit_count	12	1	0	0	0	f	f	t	f	i	s	1	0	20	1560	\\N	\\N	\\N	\\N	bit_bit_count	\\N	\\N	f	f
6163	bit_count	12	1	0	0	0	f	f	t	f	i	s	1	0	20	17	\\N	\\N	\\N	\\N	bytea_bit_count	\\N	\\N	f	f
6164	bit_xor	12	1	0	0	0	a	f	f	f	i	s	1	0	21	21	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
6165	bit_xor	12	1	0	0	0	a	f	f	f	i	s	1	0	23	23	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
6166	bit_xor	12	1	0	0	0	a	f	f	f	i	s	1	0	20	20	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
6167	bit_xor	12	1	0	0	0	a	f	f	f	i	s	1	0	1560	1560	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
6168	pg_xact_commit_timestamp_origin	12	1	0	0	0	f	f	t	f	v	s	1	0	2249	28	{28,1184,26}	{i,o,o}	{xid,timestamp,roident}	\\N	pg_xact_commit_timestamp_origin	\\N	\\N	f	f
6169	pg_stat_get_replication_slot	12	1	0	0	0	f	f	t	f	s	r	1	0	2249	25	{25,25,20,20,20,20,20,20,20,20,1184}	{i,o,o,o,o,o,o,o,o,o,o}	{slot_name,slot_name,spill_txns,spill_count,spill_bytes,stream_txns,stream_count,stream_bytes,total_txns,total_bytes,stats_reset}	\\N	pg_stat_get_replication_slot	\\N	\\N	f	f
6170	pg_stat_reset_replication_slot	12	1	0	0	0	f	f	f	f	v	s	1	0	2278	25	\\N	\\N	\\N	\\N	pg_stat_reset_replication_slot	\\N	\\N	t	f
6172	trim_array	12	1	0	0	0	f	f	t	f	i	s	2	0	2277	2277 23	\\N	\\N	\\N	\\N	trim_array	\\N	\\N	f	f
6173	pg_get_statisticsobjdef_expressions	12	1	0	0	0	f	f	t	f	s	s	1	0	1009	26	\\N	\\N	\\N	\\N	pg_get_statisticsobjdef_expressions	\\N	\\N	f	f
6174	pg_get_statisticsobjdef_columns	12	1	0	0	0	f	f	t	f	s	s	1	0	25	26	\\N	\\N	\\N	\\N	pg_get_statisticsobjdef_columns	\\N	\\N	f	f
6177	date_bin	12	1	0	0	0	f	f	t	f	i	s	3	0	1114	1186 1114 1114	\\N	\\N	\\N	\\N	timestamp_bin	\\N	\\N	f	f
6178	date_bin	12	1	0	0	0	f	f	t	f	i	s	3	0	1184	1186 1184 1184	\\N	\\N	\\N	\\N	timestamptz_bin	\\N	\\N	f	f
6179	array_subscript_handler	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	array_subscript_handler	\\N	\\N	f	t
6180	raw_array_subscript_handler	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	raw_array_subscript_handler	\\N	\\N	f	t
6183	ts_debug	14	100	1000	0	0	f	f	t	t	s	s	2	0	2249	3734 25	{3734,25,25,25,25,3770,3769,1009}	{i,i,o,o,o,o,o,o}	{config,document,alias,description,token,dictionaries,dictionary,lexemes}	\\N		BEGIN ATOMIC\\n SELECT tt.alias,\\n     tt.description,\\n     parse.token,\\n     ARRAY( SELECT (m.mapdict)::regdictionary AS mapdict\\n            FROM pg_ts_config_map m\\n           WHERE ((m.mapcfg = (ts_debug.config)::oid) AND (m.maptokentype = parse.tokid))\\n           ORDER BY m.mapseqno) AS dictionaries,\\n     ( SELECT (m.mapdict)::regdictionary AS mapdict\\n            FROM pg_ts_config_map m\\n           WHERE ((m.mapcfg = (ts_debug.config)::oid) AND (m.maptokentype = parse.tokid))\\n           ORDER BY (ts_lexize((m.mapdict)::regdictionary, parse.token) IS NULL), m.mapseqno\\n          LIMIT 1) AS dictionary,\\n     ( SELECT ts_lexize((m.mapdict)::regdictionary, parse.token) AS ts_lexize\\n            FROM pg_ts_config_map m\\n           WHERE ((m.mapcfg = (ts_debug.config)::oid) AND (m.maptokentype = parse.tokid))\\n           ORDER BY (ts_lexize((m.mapdict)::regdictionary, parse.token) IS NULL), m.mapseqno\\n          LIMIT 1) AS lexemes\\n    FROM ts_parse(( SELECT pg_ts_config.cfgparser\\n            FROM pg_ts_config\\n           WHERE (pg_ts_config.oid = (ts_debug.config)::oid)), ts_debug.document) parse(tokid, token),\\n     ts_token_type(( SELECT pg_ts_config.cfgparser\\n            FROM pg_ts_config\\n           WHERE (pg_ts_config.oid = (ts_debug.config)::oid))) tt(tokid, alias, description)\\n   WHERE (tt.tokid = parse.tokid);\\nEND	\\N	f	f
6184	ts_debug	14	100	1000	0	0	f	f	t	t	s	s	1	0	2249	25	{25,25,25,25,3770,3769,1009}	{i,o,o,o,o,o,o}	{document,alias,description,token,dictionaries,dictionary,lexemes}	\\N		BEGIN ATOMIC\\n SELECT ts_debug.alias,\\n     ts_debug.description,\\n     ts_debug.token,\\n     ts_debug.dictionaries,\\n     ts_debug.dictionary,\\n     ts_debug.lexemes\\n    FROM ts_debug(get_current_ts_config(), ts_debug.document) ts_debug(alias, description, token, dictionaries, dictionary, lexemes);\\nEND	\\N	f	f
6185	pg_stat_get_db_session_time	12	1	0	0	0	f	f	t	f	s	r	1	0	701	26	\\N	\\N	\\N	\\N	pg_stat_get_db_session_time	\\N	\\N	f	f
6186	pg_stat_get_db_active_time	12	1	0	0	0	f	f	t	f	s	r	1	0	701	26	\\N	\\N	\\N	\\N	pg_stat_get_db_active_time	\\N	\\N	f	f
6187	pg_stat_get_db_idle_in_transaction_time	12	1	0	0	0	f	f	t	f	s	r	1	0	701	26	\\N	\\N	\\N	\\N	pg_stat_get_db_idle_in_transaction_time	\\N	\\N	f	f
6188	pg_stat_get_db_sessions	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_sessions	\\N	\\N	f	f
6189	pg_stat_get_db_sessions_abandoned	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_sessions_abandoned	\\N	\\N	f	f
6190	pg_stat_get_db_sessions_fatal	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_sessions_fatal	\\N	\\N	f	f
6191	pg_stat_get_db_sessions_killed	12	1	0	0	0	f	f	t	f	s	r	1	0	20	26	\\N	\\N	\\N	\\N	pg_stat_get_db_sessions_killed	\\N	\\N	f	f
6192	hash_record	12	1	0	0	0	f	f	t	f	i	s	1	0	23	2249	\\N	\\N	\\N	\\N	hash_record	\\N	\\N	f	t
6193	hash_record_extended	12	1	0	0	0	f	f	t	f	i	s	2	0	20	2249 20	\\N	\\N	\\N	\\N	hash_record_extended	\\N	\\N	f	t
6195	ltrim	12	1	0	0	0	f	f	t	f	i	s	2	0	17	17 17	\\N	\\N	\\N	\\N	bytealtrim	\\N	\\N	f	f
6196	rtrim	12	1	0	0	0	f	f	t	f	i	s	2	0	17	17 17	\\N	\\N	\\N	\\N	byteartrim	\\N	\\N	f	f
6197	pg_get_function_sqlbody	12	1	0	0	0	f	f	t	f	s	s	1	0	25	26	\\N	\\N	\\N	\\N	pg_get_function_sqlbody	\\N	\\N	f	f
6198	unistr	12	1	0	0	0	f	f	t	f	i	s	1	0	25	25	\\N	\\N	\\N	\\N	unistr	\\N	\\N	f	f
6199	extract	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	25 1082	\\N	\\N	\\N	\\N	extract_date	\\N	\\N	f	f
6200	extract	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	25 1083	\\N	\\N	\\N	\\N	extract_time	\\N	\\N	f	f
6201	extract	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	25 1266	\\N	\\N	\\N	\\N	extract_timetz	\\N	\\N	f	f
6202	extract	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	25 1114	\\N	\\N	\\N	\\N	extract_timestamp	\\N	\\N	f	f
6203	extract	12	1	0	0	0	f	f	t	f	s	s	2	0	1700	25 1184	\\N	\\N	\\N	\\N	extract_timestamptz	\\N	\\N	f	f
6204	extract	12	1	0	0	0	f	f	t	f	i	s	2	0	1700	25 1186	\\N	\\N	\\N	\\N	extract_interval	\\N	\\N	f	f
6205	has_parameter_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	19 25 25	\\N	\\N	\\N	\\N	has_parameter_privilege_name_name	\\N	\\N	f	f
6206	has_parameter_privilege	12	1	0	0	0	f	f	t	f	s	s	3	0	16	26 25 25	\\N	\\N	\\N	\\N	has_parameter_privilege_id_name	\\N	\\N	f	f
6207	has_parameter_privilege	12	1	0	0	0	f	f	t	f	s	s	2	0	16	25 25	\\N	\\N	\\N	\\N	has_parameter_privilege_name	\\N	\\N	f	f
6224	pg_get_wal_resource_managers	12	1	50	0	0	f	f	t	t	v	s	0	0	2249		{23,25,16}	{o,o,o}	{rm_id,rm_name,rm_builtin}	\\N	pg_get_wal_resource_managers	\\N	\\N	f	f
6225	multirange_agg_transfn	12	1	0	0	0	f	f	f	f	i	s	2	0	2281	2281 4537	\\N	\\N	\\N	\\N	multirange_agg_transfn	\\N	\\N	f	t
6226	multirange_agg_finalfn	12	1	0	0	0	f	f	f	f	i	s	2	0	4537	2281 4537	\\N	\\N	\\N	\\N	range_agg_finalfn	\\N	\\N	f	t
6227	range_agg	12	1	0	0	0	a	f	f	f	i	s	1	0	4537	4537	\\N	\\N	\\N	\\N	aggregate_dummy	\\N	\\N	f	t
6230	pg_stat_have_stats	12	1	0	0	0	f	f	t	f	v	r	3	0	16	25 26 26	\\N	\\N	\\N	\\N	pg_stat_have_stats	\\N	\\N	t	f
6231	pg_stat_get_subscription_stats	12	1	0	0	0	f	f	t	f	s	r	1	0	2249	26	{26,26,20,20,1184}	{i,o,o,o,o}	{subid,subid,apply_error_count,sync_error_count,stats_reset}	\\N	pg_stat_get_subscription_stats	\\N	\\N	f	f
6232	pg_stat_reset_subscription_stats	12	1	0	0	0	f	f	f	f	v	s	1	0	2278	26	\\N	\\N	\\N	\\N	pg_stat_reset_subscription_stats	\\N	\\N	t	f
6233	window_row_number_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	window_row_number_support	\\N	\\N	f	t
6234	window_rank_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	window_rank_support	\\N	\\N	f	t
6235	window_dense_rank_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	window_dense_rank_support	\\N	\\N	f	t
6236	int8inc_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	int8inc_support	\\N	\\N	f	t
6240	pg_settings_get_flags	12	1	0	0	0	f	f	t	f	s	s	1	0	1009	25	\\N	\\N	\\N	\\N	pg_settings_get_flags	\\N	\\N	f	f
6241	pg_stop_making_pinned_objects	12	1	0	0	0	f	f	t	f	v	u	0	0	2278		\\N	\\N	\\N	\\N	pg_stop_making_pinned_objects	\\N	\\N	f	f
6242	text_starts_with_support	12	1	0	0	0	f	f	t	f	i	s	1	0	2281	2281	\\N	\\N	\\N	\\N	text_starts_with_support	\\N	\\N	f	t
6248	pg_stat_get_recovery_prefetch	12	1	1	0	0	f	f	t	t	v	s	0	0	2249		{1184,20,20,20,20,20,20,23,23,23}	{o,o,o,o,o,o,o,o,o,o}	{stats_reset,prefetch,hit,skip_init,skip_new,skip_fpw,skip_rep,wal_distance,block_distance,io_depth}	\\N	pg_stat_get_recovery_prefetch	\\N	\\N	f	f
6249	pg_database_collation_actual_version	12	100	0	0	0	f	f	t	f	v	s	1	0	25	26	\\N	\\N	\\N	\\N	pg_database_collation_actual_version	\\N	\\N	f	f
6250	pg_ident_file_mappings	12	1	1000	0	0	f	f	t	t	v	s	0	0	2249		{23,25,25,25,25}	{o,o,o,o,o}	{line_number,map_name,sys_name,pg_username,error}	\\N	pg_ident_file_mappings	\\N	\\N	t	f
6251	regexp_replace	12	1	0	0	0	f	f	t	f	i	s	6	0	25	25 25 25 23 23 25	\\N	\\N	\\N	\\N	textregexreplace_extended	\\N	\\N	f	f
6252	regexp_replace	12	1	0	0	0	f	f	t	f	i	s	5	0	25	25 25 25 23 23	\\N	\\N	\\N	\\N	textregexreplace_extended_no_flags	\\N	\\N	f	f
6253	regexp_replace	12	1	0	0	0	f	f	t	f	i	s	4	0	25	25 25 25 23	\\N	\\N	\\N	\\N	textregexreplace_extended_no_n	\\N	\\N	f	f
6254	regexp_count	12	1	0	0	0	f	f	t	f	i	s	2	0	23	25 25	\\N	\\N	\\N	\\N	regexp_count_no_start	\\N	\\N	f	f
6255	regexp_count	12	1	0	0	0	f	f	t	f	i	s	3	0	23	25 25 23	\\N	\\N	\\N	\\N	regexp_count_no_flags	\\N	\\N	f	f
6256	regexp_count	12	1	0	0	0	f	f	t	f	i	s	4	0	23	25 25 23 25	\\N	\\N	\\N	\\N	regexp_count	\\N	\\N	f	f
6257	regexp_instr	12	1	0	0	0	f	f	t	f	i	s	2	0	23	25 25	\\N	\\N	\\N	\\N	regexp_instr_no_start	\\N	\\N	f	f
6258	regexp_instr	12	1	0	0	0	f	f	t	f	i	s	3	0	23	25 25 23	\\N	\\N	\\N	\\N	regexp_instr_no_n	\\N	\\N	f	f
6259	regexp_instr	12	1	0	0	0	f	f	t	f	i	s	4	0	23	25 25 23 23	\\N	\\N	\\N	\\N	regexp_instr_no_endoption	\\N	\\N	f	f
6260	regexp_instr	12	1	0	0	0	f	f	t	f	i	s	5	0	23	25 25 23 23 23	\\N	\\N	\\N	\\N	regexp_instr_no_flags	\\N	\\N	f	f
6261	regexp_instr	12	1	0	0	0	f	f	t	f	i	s	6	0	23	25 25 23 23 23 25	\\N	\\N	\\N	\\N	regexp_instr_no_subexpr	\\N	\\N	f	f
6262	regexp_instr	12	1	0	0	0	f	f	t	f	i	s	7	0	23	25 25 23 23 23 25 23	\\N	\\N	\\N	\\N	regexp_instr	\\N	\\N	f	f
6263	regexp_like	12	1	0	0	0	f	f	t	f	i	s	2	0	16	25 25	\\N	\\N	\\N	\\N	regexp_like_no_flags	\\N	\\N	f	f
6264	regexp_like	12	1	0	0	0	f	f	t	f	i	s	3	0	16	25 25 25	\\N	\\N	\\N	\\N	regexp_like	\\N	\\N	f	f
6265	regexp_substr	12	1	0	0	0	f	f	t	f	i	s	2	0	25	25 25	\\N	\\N	\\N	\\N	regexp_substr_no_start	\\N	\\N	f	f
6266	regexp_substr	12	1	0	0	0	f	f	t	f	i	s	3	0	25	25 25 23	\\N	\\N	\\N	\\N	regexp_substr_no_n	\\N	\\N	f	f
6267	regexp_substr	12	1	0	0	0	f	f	t	f	i	s	4	0	25	25 25 23 23	\\N	\\N	\\N	\\N	regexp_substr_no_flags	\\N	\\N	f	f
6268	regexp_substr	12	1	0	0	0	f	f	t	f	i	s	5	0	25	25 25 23 23 25	\\N	\\N	\\N	\\N	regexp_substr_no_subexpr	\\N	\\N	f	f
6269	regexp_substr	12	1	0	0	0	f	f	t	f	i	s	6	0	25	25 25 23 23 25 23	\\N	\\N	\\N	\\N	regexp_substr	\\N	\\N	f	f
6270	pg_ls_logicalsnapdir	12	10	20	0	0	f	f	t	t	v	s	0	0	2249		{25,20,1184}	{o,o,o}	{name,size,modification}	\\N	pg_ls_logicalsnapdir	\\N	\\N	t	f
6271	pg_ls_logicalmapdir	12	10	20	0	0	f	f	t	t	v	s	0	0	2249		{25,20,1184}	{o,o,o}	{name,size,modification}	\\N	pg_ls_logicalmapdir	\\N	\\N	t	f
6272	pg_ls_replslotdir	12	10	20	0	0	f	f	t	t	v	s	1	0	2249	25	{25,25,20,1184}	{i,o,o,o}	{slot_name,name,size,modification}	\\N	pg_ls_replslotdir	\\N	\\N	t	f
`;
