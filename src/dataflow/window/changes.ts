import {type Outcome, sameOutcome} from './same-datum.ts';

/** The results of each call for rows from `first` on. */
export type SideResults = {readonly first: number; readonly calls: readonly (readonly Outcome[])[]};

/** `copies` rows of one side, from row `at` on: all the same row of the input. */
type Copies = {readonly side: SideResults; readonly at: number; readonly copies: number};

/** Adds up how the results of a row's copies differ; `add` gets each result once, with its change. */
export function addChanges(
  before: Copies,
  after: Copies,
  add: (outcomes: readonly Outcome[], weight: bigint) => void,
): void {
  if (before.copies === 1 && after.copies === 1 && sameRow(before, 0, after, 0)) return;
  if (before.copies <= 1 && after.copies <= 1) {
    if (before.copies === 1) add(outcomes(before, 0), -1n);
    if (after.copies === 1) add(outcomes(after, 0), 1n);
    return;
  }
  const changes: {readonly outcomes: readonly Outcome[]; weight: bigint}[] = [];
  const count = (of: Copies, sign: bigint): void => {
    for (let copy = 0; copy < of.copies; copy++) {
      const made = outcomes(of, copy);
      // Results of copies go up or stay: what is the same is near the end, or near the beginning of the other side.
      const known = changes.findLast(change => change.outcomes.every((outcome, i) => sameOutcome(outcome, made[i])));
      if (known) known.weight += sign;
      else changes.push({outcomes: made, weight: sign});
    }
  };
  count(before, -1n);
  count(after, 1n);
  for (const change of changes) if (change.weight !== 0n) add(change.outcomes, change.weight);
}

function outcomes({side, at}: Copies, copy: number): Outcome[] {
  return side.calls.map(results => results[at + copy - side.first]);
}

function sameRow(before: Copies, i: number, after: Copies, j: number): boolean {
  return before.side.calls.every((results, call) =>
    sameOutcome(results[before.at + i - before.side.first], after.side.calls[call][after.at + j - after.side.first]),
  );
}
