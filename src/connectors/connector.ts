import type {Sink} from '../dataflow/sink.ts';
import type {Source} from '../dataflow/source.ts';
import type {Memory} from '../kernels/memory.ts';
import type {Schema} from '../types/schema.ts';

/** What a connector is told about the object it serves. Options are as declared, by lower-case name. */
export type ConnectorSpec = {
  readonly memory: Memory;
  /** The object's name, for messages. */
  readonly name: string;
  readonly schema: Schema;
  readonly options: Readonly<Record<string, string>>;
  /** 'json', 'csv' …; null where the connector makes rows itself. */
  readonly format: string | null;
  readonly formatOptions: Readonly<Record<string, string>>;
};

/** A row of the connector registry (registry.ts): adding a connector is one folder and one row. */
export type Connector = {
  readonly name: string;
  /**
   * A reader; nothing is opened yet. Errors: SqlError 22023 for an option that is missing, unknown or malformed. Called at
   * CREATE SOURCE for validation too.
   */
  createSource?(spec: ConnectorSpec): Source;
  createSink?(spec: ConnectorSpec): Sink;
  /** Columns of a source that is declared without any (load generators); null when it needs a declaration. */
  defaultSchema?(options: Readonly<Record<string, string>>): Schema | null;
};
