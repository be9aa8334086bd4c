import {pgTsConfigRows} from './built-in/pg-ts-config.ts';
import {pgTsDictRows} from './built-in/pg-ts-dict.ts';
import {builtInRows, once} from './built-in-rows.ts';

/** Names of text search configurations and dictionaries, by their OIDs: they are listed, and nothing can be done with them. */
const names = {
  regconfig: once(() => new Map(builtInRows(pgTsConfigRows, {}).map(row => [Number(row.oid), row.cfgname as string]))),
  regdictionary: once(
    () => new Map(builtInRows(pgTsDictRows, {}).map(row => [Number(row.oid), row.dictname as string])),
  ),
};

export function textSearchName(kind: keyof typeof names, oid: number): string | undefined {
  return names[kind]().get(oid);
}

export function textSearchOid(kind: keyof typeof names, name: string): number | undefined {
  return [...names[kind]()].find(([, known]) => known === name)?.[0];
}
