import type {Catalog} from '../catalog/catalog.ts';
import type {CatalogNotice} from '../catalog/notice.ts';
import type {ObjectId} from '../plan/rel.ts';
import type {ObjectSpec, SequenceRestart} from './engine.ts';

/** What a statement that changes the catalog wants done. */
export type CatalogEdit = {
  /** What the engine is to run for objects the edit added; null: nothing any more for one that stays. */
  readonly specs: ReadonlyMap<ObjectId, ObjectSpec | null>;
  readonly notices: readonly CatalogNotice[];
  readonly tag: string;
  readonly restarts?: readonly SequenceRestart[];
  /** Tables whose rows are going to be looked at. */
  readonly examines?: readonly ObjectId[];
};

/** Changes a fork of the catalog; it is thrown away if the function throws. */
export type CatalogEditor = (fork: Catalog) => CatalogEdit;
