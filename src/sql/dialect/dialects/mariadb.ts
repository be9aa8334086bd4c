import type {Dialect} from '../dialect.ts';
import {parserOf} from './load.ts';
import {mysql} from './mysql.ts';

/** As MySQL, with what MariaDB has besides. */
export const mariadb: Dialect = {
  ...mysql,
  name: 'mariadb',
  title: 'MariaDB',
  load: parserOf('mariadb'),
  functions: {
    ...mysql.functions,
    NVL: 'coalesce($1, $2)',
    NVL2: 'CASE WHEN $1 IS NOT NULL THEN $2 ELSE $3 END',
    MEDIAN: 'percentile_cont(0.5) WITHIN GROUP (ORDER BY $1)',
    CHR: 'chr($1)',
  },
};
