import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'cases');

/**
 * A case of a dialect's file:
 *
 *     SELECT IFNULL(a, 0) FROM t            SELECT * FROM t NATURAL JOIN u
 *     => SELECT COALESCE(a, 0) FROM t       !! 0A000 17 NATURAL (MySQL) is not supported yet
 *     = ["7"]
 *
 * What is under `=` are rows, which PostgreSQL gives for the translation (scripts/dialect-record.mjs). A refusal has its
 * SQLSTATE, its position (-: none) and its message.
 */
export type Case = {
  readonly dialect: string;
  readonly text: string;
  readonly translation: string | null;
  readonly refusal: {readonly code: string; readonly position: number | null; readonly message: string} | null;
  readonly rows: readonly string[];
};

export const dialectCases: readonly Case[] = readdirSync(folder).flatMap(file => {
  const dialect = file.replace('.txt', '');
  const blocks = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n\n');
  return blocks.map((block): Case => {
    const [text, verdict, ...rows] = block.split('\n');
    const refused = /^!! (\S+) (\S+) (.*)$/.exec(verdict);
    return {
      dialect,
      text,
      translation: refused ? null : verdict.slice(3).replaceAll('\\n', '\n'),
      refusal: refused && {
        code: refused[1],
        position: refused[2] === '-' ? null : Number(refused[2]),
        message: refused[3],
      },
      rows: rows.map(row => row.slice(2)),
    };
  });
});
