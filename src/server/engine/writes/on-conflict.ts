import {type Batch, MAX_BATCH_ROWS} from '../../../columnar/batch.ts';
import {batchFromRows} from '../../../columnar/builder.ts';
import {readDatum, readRow, weightOf} from '../../../columnar/datum-access.ts';
import {equalityKey} from '../../../expr/equality-key.ts';
import {nullSafety, type TableSpec, type UniqueKey} from '../../../session/table-spec.ts';
import type {Datum} from '../../../types/datum.ts';
import type {Schema} from '../../../types/schema.ts';
import {SqlError} from '../../../types/sql-error.ts';
import {INTEGER} from '../../../types/sql-type.ts';
import {rowIdentity} from './row-text.ts';
import {pickRows} from './step-rows.ts';
import type {TableView} from './table-view.ts';

/** A row that INSERT … ON CONFLICT proposes, and the row that it meets, if any. */
type Proposal = {
  readonly batch: number;
  readonly row: number;
  readonly copies: bigint;
  readonly values: readonly Datum[];
  /** Of each arbiter, as text. */
  readonly keys: readonly string[];
  readonly there: readonly Datum[] | null;
};

type Place = {readonly batch: number; readonly row: number};
type Settled = {readonly fresh: readonly Batch[]; readonly changed: readonly Batch[]; readonly wrong: SqlError | null};

/**
 * The rows (dense batches) that an INSERT … ON CONFLICT proposes, taken one after the other as Postgres does: each sees
 * what became of those before it. The caller releases the batches that it is given.
 */
export class Proposals {
  /** Behind those that are settled comes one that meets a row which the transaction's snapshot does not show. */
  readonly meetsUnseen: boolean;
  private readonly table: TableSpec;
  private readonly arbiters: readonly UniqueKey[];
  private readonly batches: readonly Batch[];
  private readonly all: readonly Proposal[];

  /** `sees`: which of the rows the transaction's snapshot shows; null: all. */
  constructor(
    table: TableSpec,
    arbiters: readonly UniqueKey[],
    view: TableView,
    batches: readonly Batch[],
    sees: ((rows: Batch) => readonly boolean[]) | null = null,
  ) {
    this.table = table;
    this.arbiters = arbiters;
    this.batches = batches;
    const all = batches.flatMap((batch, index) => {
      const found = arbiters.map(key => view.matches(batch, key.columns, key.columns, nullSafety(key)));
      return Array.from({length: batch.length}, (_, row): Proposal => {
        const values = readRow(batch.memory, batch.columns, row);
        const there = found.map(matches => matches.get(row)?.[0]).find(match => match !== undefined);
        const keys = this.keysOf(values);
        return {batch: index, row, copies: weightOf(batch, row), values, keys, there: there?.row ?? null};
      });
    });
    const unseen = sees ? this.firstUnseen(all, sees) : -1;
    this.meetsUnseen = unseen >= 0;
    this.all = this.meetsUnseen ? all.slice(0, unseen) : all;
  }

  private firstUnseen(all: readonly Proposal[], sees: (rows: Batch) => readonly boolean[]): number {
    const {schema} = this.table;
    const identities = all.map(({there}) => there && rowIdentity(schema, there));
    const met = new Map(identities.flatMap((identity, i) => (identity === null ? [] : [[identity, all[i].there!]])));
    const there = [...met.values()];
    const seen: boolean[] = [];
    while (seen.length < there.length) {
      const part = there.slice(seen.length, seen.length + MAX_BATCH_ROWS);
      const rows = batchFromRows(this.batches[0].memory, schema, part);
      seen.push(...sees(rows));
      rows.release();
    }
    const unseen = new Set([...met.keys()].filter((_, i) => !seen[i]));
    return identities.findIndex(identity => identity !== null && unseen.has(identity));
  }

  /** DO NOTHING: the rows whose keys nobody has. A row that is left out is in nobody's way, whatever its other keys are. */
  newOnes(): readonly Batch[] {
    const seen = new Set<string>();
    const fresh = this.all.filter(({there, keys}) => {
      if (there || keys.some(key => seen.has(key))) return false;
      for (const key of keys) seen.add(key);
      return true;
    });
    return this.pick(fresh);
  }

  /** DO UPDATE: each row that is there ++ the proposed one that meets it ++ the number of that. */
  met(): Batch | null {
    const pairs = this.all.flatMap(({there, values}, i) => (there ? [[...there, ...values, i]] : []));
    if (pairs.length === 0) return null;
    return batchFromRows(this.batches[0].memory, metSchema(this.table), pairs);
  }

  /**
   * DO UPDATE, where `changes` (old row ++ new row ++ number, dense) are those of the met whose WHERE holds. `wrong`: 21000 for
   * the first proposal that meets a row which this statement has made or changed; nothing is said of those behind it.
   */
  settle(changes: readonly Batch[]): Settled {
    const places = placesByNumber(changes, 2 * this.table.schema.length);
    const taken = new Set<string>();
    const changed = new Set<string>();
    const fresh: Proposal[] = [];
    const accepted: Place[] = [];
    let wrong: SqlError | null = null;
    for (const [number, proposal] of this.all.entries()) {
      for (let copy = 0n; copy < proposal.copies && !wrong; copy++) {
        const {keys, there} = proposal;
        const met = there && rowIdentity(this.table.schema, there);
        if (keys.some(key => taken.has(key))) {
          wrong = secondTime();
        } else if (met !== null && !changed.has(met)) {
          const place = places.get(number);
          // Nor will a copy of it be.
          if (!place) break;
          changed.add(met);
          accepted.push(place);
          for (const key of this.keysOf(this.newRow(changes[place.batch], place.row))) taken.add(key);
        } else {
          fresh.push(proposal);
          for (const key of keys) taken.add(key);
        }
      }
      if (wrong) break;
    }
    return {fresh: this.pick(fresh), changed: pickPlaces(changes, accepted, () => 1n), wrong};
  }

  /** By now there is a row that one of them would meet which met none. */
  areOvertaken(view: TableView): boolean {
    const counts = this.batches.map(batch =>
      this.arbiters.map(key => view.counts(batch, key.columns, key.columns, nullSafety(key))),
    );
    return this.all.some(({batch, row, there}) => !there && counts[batch].some(ofKey => ofKey[row] > 0n));
  }

  private newRow(change: Batch, row: number): readonly Datum[] {
    const width = this.table.schema.length;
    return readRow(change.memory, change.columns.slice(width, 2 * width), row);
  }

  /** Without an arbiter nothing is in conflict, and copies are rows of their own. */
  private pick(proposals: readonly Proposal[]): readonly Batch[] {
    const copies = ({batch, row}: Place): bigint =>
      this.arbiters.length > 0 ? 1n : weightOf(this.batches[batch], row);
    return pickPlaces(this.batches, proposals, copies);
  }

  /** None where a NULL keeps the key from being in conflict with any. */
  private keysOf(row: readonly Datum[]): readonly string[] {
    return this.arbiters.flatMap((key, number) => {
      const {columns} = key;
      const safe = nullSafety(key);
      if (columns.some((column, i) => !safe[i] && row[column] === null)) return [];
      const parts = columns.map(column => equalityKey(this.table.schema[column].type, row[column]));
      return [`${number}\0${parts.join('\0')}`];
    });
  }
}

/** What DO UPDATE's plan reads: the row that is there, the proposed one, and its number. */
function metSchema({schema}: TableSpec): Schema {
  return [...schema, ...schema, {name: '$proposal', type: INTEGER, nullable: false}];
}

function placesByNumber(changes: readonly Batch[], column: number): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  changes.forEach((batch, index) => {
    for (let row = 0; row < batch.length; row++) {
      places.set(readDatum(batch.memory, batch.columns[column], row) as number, {batch: index, row});
    }
  });
  return places;
}

/** In the order of the places within each batch. */
function pickPlaces(batches: readonly Batch[], places: readonly Place[], copies: (place: Place) => bigint): Batch[] {
  return batches.flatMap((batch, index) => {
    const mine = places.filter(place => place.batch === index);
    if (mine.length === 0) return [];
    return [
      pickRows(
        batch,
        mine.map(({row}) => row),
        mine.map(copies),
      ),
    ];
  });
}

function secondTime(): SqlError {
  return new SqlError('21000', 'ON CONFLICT DO UPDATE command cannot affect row a second time', {
    hint: 'Ensure that no rows proposed for insertion within the same command have duplicate constrained values.',
  });
}
