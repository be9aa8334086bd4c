import fc from 'fast-check';
import {expect, test} from 'vitest';
import type {EngineChange} from '../session/engine.ts';
import {SentChanges, wholeChange} from './sent-changes.ts';

const change = fc.uniqueArray(fc.record({oid: fc.integer({min: 1, max: 6}), version: fc.integer({min: 1, max: 3})}), {
  selector: ({oid}) => oid,
});

function changeOf(objects: readonly {readonly oid: number; readonly version: number}[]): EngineChange {
  const puts = objects.map(({oid, version}) => ({oid, record: `${oid} ${version}`})).sort((a, b) => a.oid - b.oid);
  return {puts, deletes: [], header: '', changesRoles: false, restarts: [], examines: []};
}

test('what the engine puts together is what was meant, and no record is sent twice in a row', () => {
  fc.assert(
    fc.property(fc.array(fc.option(change, {freq: 6})), steps => {
      const sent = new SentChanges();
      let engine: EngineChange | null = null;
      for (const step of steps) {
        const whole = step && changeOf(step);
        const message = sent.message(1, whole);
        const before = new Set(engine?.puts.map(({record}) => record));
        for (const {record} of message?.puts ?? []) expect(before).not.toContain(record);
        engine = message && wholeChange(message, engine);
        sent.taken(1, whole);
        expect(engine).toEqual(whole);
      }
    }),
  );
});

test('an object whose plan alone is another is sent again', () => {
  const sent = new SentChanges();
  const plain = changeOf([{oid: 1, version: 1}]);
  sent.taken(1, plain);
  expect(sent.message(1, plain)!.puts).toEqual([]);
  const stopped = {...plain, puts: [{...plain.puts[0], spec: null}]};
  expect(sent.message(1, stopped)!.puts).toEqual(stopped.puts);
  sent.forget(1);
  expect(sent.message(1, plain)).toEqual({...plain, gone: []});
});
