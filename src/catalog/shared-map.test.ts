import fc from 'fast-check';
import {expect, test} from 'vitest';
import {IntegerMap, NameMap} from './shared-map.ts';

/** Keys that meet in a node, and some far away, above what 32 bits of sign hold too. */
const key = fc.oneof(
  fc.integer({min: 0, max: 70}),
  fc.constantFrom(1023, 1024, 32_768, 2 ** 20, 2_000_016_385, 4_294_967_295),
);
const step = fc.record({key, value: fc.option(fc.integer({min: 0, max: 3}))});
const steps = fc.array(step, {maxLength: 60});

function applied(map: IntegerMap<number>, changes: readonly {key: number; value: number | null}[]): IntegerMap<number> {
  for (const {key: at, value} of changes) map = value === null ? map.without(at) : map.with(at, value);
  return map;
}

function modelOf(
  model: Map<number, number>,
  changes: readonly {key: number; value: number | null}[],
): Map<number, number> {
  const next = new Map(model);
  for (const {key: at, value} of changes) {
    if (value === null) next.delete(at);
    else next.set(at, value);
  }
  return next;
}

test('an integer map is a Map in the order of its keys, and stays as it was when another is made of it', () => {
  fc.assert(
    fc.property(steps, steps, (first, second) => {
      const before = applied(IntegerMap.empty(), first);
      const after = applied(before, second);
      const models = [modelOf(new Map(), first)];
      models.push(modelOf(models[0], second));
      for (const [i, map] of [before, after].entries()) {
        const sorted = [...models[i]].sort(([a], [b]) => a - b);
        expect(map.values()).toEqual(sorted.map(([, value]) => value));
        for (const {key: at} of [...first, ...second]) expect(map.get(at)).toBe(models[i].get(at));
      }
      expect(after.get(71)).toBe(undefined);
    }),
  );
});

test('differences are what a walk through both finds', () => {
  fc.assert(
    fc.property(steps, steps, steps, (shared, one, other) => {
      const base = applied(IntegerMap.empty(), shared);
      const [a, b] = [applied(base, one), applied(base, other)];
      const model = modelOf(new Map(), shared);
      const [modelA, modelB] = [modelOf(model, one), modelOf(model, other)];
      const sorted = (m: Map<number, number>): [number, number][] => [...m].sort(([x], [y]) => x - y);
      expect(a.differenceFrom(b)).toEqual({
        put: sorted(modelA).flatMap(([at, value]) => (modelB.get(at) === value ? [] : [value])),
        removed: sorted(modelB).flatMap(([at, value]) => (modelA.has(at) ? [] : [value])),
      });
    }),
  );
});

test('a name map is a Map, those whose hashes are the same included', () => {
  // "Aa" and "BB" have one hash, and so has all that is made of them.
  const name = fc.array(fc.constantFrom('Aa', 'BB', 'c'), {maxLength: 4}).map(parts => parts.join(''));
  fc.assert(
    fc.property(fc.array(fc.record({name, value: fc.option(fc.integer())})), changes => {
      let map = NameMap.empty<number>();
      const model = new Map<string, number>();
      const versions: [NameMap<number>, Map<string, number>][] = [];
      for (const {name: at, value} of changes) {
        map = value === null ? map.without(at) : map.with(at, value);
        if (value === null) model.delete(at);
        else model.set(at, value);
        versions.push([map, new Map(model)]);
      }
      for (const [version, was] of versions) {
        for (const {name: at} of changes) expect(version.get(at)).toBe(was.get(at));
      }
    }),
  );
});
