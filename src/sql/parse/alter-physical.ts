import type {PhysicalAction} from '../ast/index.ts';
import {type Cursor, node} from './cursor.ts';

type Needs = PhysicalAction['needs'];

/** Actions of ALTER TABLE about how Postgres keeps it; null, with nothing consumed, when none stands here. */
export function parsePhysicalAction(c: Cursor): PhysicalAction | null {
  const {start} = c;
  const needs = parseClause(c);
  return needs === undefined ? null : node({action: 'physical', clause: c.sql.slice(start, c.previousEnd), needs});
}

/** undefined: something else. */
function parseClause(c: Cursor): Needs | undefined {
  const named = (words: number, kind: NonNullable<Needs>['kind']): Needs => {
    skip(c, words);
    return {kind, name: c.name()};
  };
  switch (`${c.word} ${c.peek()}`) {
    case 'set logged':
    case 'set unlogged':
      return skip(c, 2);
    case 'set without':
      skip(c, 2);
      c.expectOne(['oids', 'cluster']);
      return null;
    case 'set tablespace':
      return named(2, 'tablespace');
    case 'set access':
      skip(c, 2);
      c.expect('method');
      return named(0, 'access method');
    case 'cluster on':
      return named(2, 'index');
    case 'replica identity':
      skip(c, 2);
      if (c.accept('using')) return named(1, 'index');
      c.expectOne(['full', 'nothing', 'default']);
      return null;
    case 'enable trigger':
    case 'disable trigger':
      return parseTrigger(c);
    case 'enable rule':
    case 'disable rule':
      return named(2, 'rule');
    case 'enable always':
    case 'enable replica':
      skip(c, 2);
      return c.expectOne(['trigger', 'rule']) === 'rule' ? named(0, 'rule') : named(0, 'trigger');
    default:
      return undefined;
  }
}

/** Foreign keys are triggers in Postgres; here they are not, and cannot be put off. */
function parseTrigger(c: Cursor): Needs {
  const {start} = c;
  const disable = c.at('disable');
  skip(c, 2);
  if (c.accept('user')) return null;
  if (!c.accept('all')) return {kind: 'trigger', name: c.name()};
  if (disable) throw c.notSupported('DISABLE TRIGGER ALL', start);
  return null;
}

function skip(c: Cursor, words: number): null {
  for (let i = 0; i < words; i++) c.advance();
  return null;
}
