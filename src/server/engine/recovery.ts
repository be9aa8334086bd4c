import {Catalog, type CatalogHeader} from '../../catalog/catalog.ts';
import {needJavaScript} from '../../catalog/function-signature.ts';
import {decodeObject, encodeObject} from '../../catalog/record.ts';
import {publishTypes} from '../../catalog/user-types.ts';
import type {Circuit} from '../../dataflow/circuit.ts';
import {loadJavaScript} from '../../expr/javascript/sandbox.ts';
import {loadKernels} from '../../kernels/load.ts';
import type {Memory} from '../../kernels/memory.ts';
import type {ObjectSpec} from '../../session/engine.ts';
import {decodeBatch} from '../../storage/batch-codec.ts';
import {CheckpointStore} from '../../storage/checkpoint-store.ts';
import {Store, type StoredCatalog} from '../../storage/store.ts';
import type {Logger} from '../log.ts';
import type {EngineOptions} from './messages.ts';
import type {Objects} from './objects.ts';
import type {Sequences} from './sequences.ts';
import {inOrder} from './spec-order.ts';

/** What a data directory holds. */
export type Stored = Pick<StoredCatalog, 'starts' | 'sequences'> & {
  readonly memory: Memory;
  readonly store: Store;
  readonly checkpoints: CheckpointStore;
  readonly catalog: Catalog;
  readonly specs: readonly ObjectSpec[];
};

/** Opens the data directory, or makes it. Errors: DataDirectoryError. */
export async function openStored(options: EngineOptions): Promise<Stored> {
  const memory = loadKernels(options.memory);
  const store = await Store.open(options.dataDirectory, options.migrations);
  try {
    const {header, records, specs, starts, sequences} = await store.readCatalog();
    const catalog = header
      ? Catalog.restore(JSON.parse(header) as CatalogHeader, records.map(decodeObject))
      : await createCatalog(store, options);
    publishTypes(catalog);
    if (needJavaScript(catalog.all())) await loadJavaScript();
    const checkpoints = await CheckpointStore.load(store);
    return {memory, store, checkpoints, catalog, specs: [...specs.values()] as ObjectSpec[], starts, sequences};
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function createCatalog(store: Store, options: EngineOptions): Promise<Catalog> {
  const catalog = Catalog.create(options.database, options.user);
  await store.commit({
    catalog: {
      puts: [...catalog.all()].map(object => ({oid: object.oid, record: encodeObject(object)})),
      deletes: [],
      header: JSON.stringify(catalog.header),
    },
  });
  return catalog;
}

/** What is put back. */
type Restored = {
  readonly circuit: Circuit;
  readonly objects: Objects;
  readonly sequences: Sequences;
  readonly log: Logger;
};

/** Puts the objects back as of the checkpoint, and feeds the commits after it: they are for the first tick. */
export async function replay(stored: Stored, {circuit, objects, sequences, log}: Restored): Promise<void> {
  const {memory, store, checkpoints, specs} = stored;
  const {tick, sequence} = checkpoints.head ?? {tick: 0, sequence: 0};
  for (const spec of inOrder(specs)) {
    await objects.restore(spec);
    const state = stored.sequences.get(spec.oid);
    if (spec.kind === 'sequence' && state) sequences.put(spec, state);
  }
  for await (const {table, bytes} of store.replay(sequence)) {
    if (!circuit.has(table)) continue;
    const {schema, missing} = objects.table(table);
    const delta = decodeBatch(memory, schema, bytes, missing);
    circuit.feed(table, delta);
    delta.release();
  }
  log.info(
    `recovered ${specs.length} objects: checkpoint of tick ${tick}, ${store.lastSequence - sequence} commits after it`,
  );
}
