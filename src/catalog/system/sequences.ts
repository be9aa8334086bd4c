import {rightsOn} from '../rights.ts';
import {kindName} from '../../types/type-names.ts';
import {oidOf} from '../../types/catalog-oids.ts';
import {BIGINT, BOOLEAN, INTEGER, NAME, OID, REGTYPE, VARCHAR} from '../../types/sql-type.ts';
import {Sight} from './sight.ts';
import {systemRelation} from './system-relation.ts';

export const pgSequence = systemRelation({
  oid: 2224,
  schema: 'pg_catalog',
  name: 'pg_sequence',
  columns: {
    seqrelid: OID,
    seqtypid: OID,
    seqstart: BIGINT,
    seqincrement: BIGINT,
    seqmax: BIGINT,
    seqmin: BIGINT,
    seqcache: BIGINT,
    seqcycle: BOOLEAN,
  },
  *rows({catalog}) {
    for (const {oid, type, start, increment, max, min, cache, cycle} of catalog.ofKind('sequence')) {
      yield {
        seqrelid: BigInt(oid),
        seqtypid: BigInt(oidOf(type)),
        seqstart: start,
        seqincrement: increment,
        seqmax: max,
        seqmin: min,
        seqcache: cache,
        seqcycle: cycle,
      };
    }
  },
});

export const pgSequences = systemRelation({
  oid: 12048,
  schema: 'pg_catalog',
  name: 'pg_sequences',
  relkind: 'v',
  columns: {
    schemaname: NAME,
    sequencename: NAME,
    sequenceowner: NAME,
    data_type: REGTYPE,
    start_value: BIGINT,
    min_value: BIGINT,
    max_value: BIGINT,
    increment_by: BIGINT,
    cycle: BOOLEAN,
    cache_size: BIGINT,
    last_value: BIGINT,
  },
  *rows({catalog, sequences, session}) {
    for (const sequence of catalog.ofKind('sequence')) {
      const mayKnow = rightsOn(catalog, sequence, session.role, 'Ur') !== '';
      yield {
        schemaname: sequence.schema,
        sequencename: sequence.name,
        sequenceowner: sequence.owner,
        data_type: BigInt(oidOf(sequence.type)),
        start_value: sequence.start,
        min_value: sequence.min,
        max_value: sequence.max,
        increment_by: sequence.increment,
        cycle: sequence.cycle,
        cache_size: sequence.cache,
        last_value: mayKnow ? (sequences?.lastValue(sequence.oid) ?? null) : null,
      };
    }
  },
});

const precisions: Readonly<Record<string, number>> = {smallint: 16, integer: 32, bigint: 64};

/** Identity columns' sequences are no sequences to the standard. */
export const informationSchemaSequences = systemRelation({
  oid: 13386,
  schema: 'information_schema',
  name: 'sequences',
  relkind: 'v',
  columns: {
    sequence_catalog: NAME,
    sequence_schema: NAME,
    sequence_name: NAME,
    data_type: VARCHAR,
    numeric_precision: INTEGER,
    numeric_precision_radix: INTEGER,
    numeric_scale: INTEGER,
    start_value: VARCHAR,
    minimum_value: VARCHAR,
    maximum_value: VARCHAR,
    increment: VARCHAR,
    cycle_option: VARCHAR,
  },
  *rows(snapshot) {
    const {catalog} = snapshot;
    const sight = new Sight(snapshot);
    for (const sequence of catalog.ofKind('sequence')) {
      if (sequence.identity || !sight.object(sequence, 'rwU')) continue;
      yield {
        sequence_catalog: catalog.database,
        sequence_schema: sequence.schema,
        sequence_name: sequence.name,
        data_type: kindName(sequence.type),
        numeric_precision: precisions[sequence.type.kind],
        numeric_precision_radix: 2,
        numeric_scale: 0,
        start_value: String(sequence.start),
        minimum_value: String(sequence.min),
        maximum_value: String(sequence.max),
        increment: String(sequence.increment),
        cycle_option: sequence.cycle ? 'YES' : 'NO',
      };
    }
  },
});
