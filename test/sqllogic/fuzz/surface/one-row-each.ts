import {ask} from './answers.ts';
import type {Servers} from './rounds.ts';
import type {Table} from './schema.ts';

/** More than this is not tried. */
const MOST = 200;

/**
 * True if the statement fails in the same way in both, or in neither, where each of its tables has one row, whichever: that it
 * does not then comes of there being several. Nothing of it stays.
 */
export async function oneRowEach(servers: Servers, tables: readonly Table[], sql: string): Promise<boolean> {
  const used = tables.filter(({name}) => new RegExp(`\\b${name}\\b`).test(sql)).map(({name}) => name);
  const ids = await Promise.all(used.map(async name => (await ask(servers.postgres, `SELECT id FROM ${name}`)).rows));
  let choices: readonly (readonly string[])[] = [[]];
  for (const of of ids) choices = choices.flatMap(choice => of.map(id => [...choice, id]));
  const both = (text: string) => Promise.all([ask(servers.millrace, text), ask(servers.postgres, text)]);
  for (const choice of choices.slice(0, MOST)) {
    await both('BEGIN');
    let possible = true;
    // What refers to others comes behind them.
    for (const [i, name] of [...used.entries()].reverse()) {
      const cut = await both(`DELETE FROM ${name} WHERE id <> ${choice[i]}`);
      possible &&= cut.every(({error}) => error === null);
    }
    const [ours, theirs] = await both(sql);
    await both('ROLLBACK');
    if (possible && ours.error !== theirs.error) return false;
  }
  return true;
}
