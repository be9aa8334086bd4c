import type {CatalogColumn} from './object.ts';

/**
 * What a connector can be told: CREATE SOURCE and CREATE SINK check against it, and a connector reads its options in
 * this form, whichever syntax they were written in.
 */
export type ConnectorDescription = {
  /** `kafka`, `file`, `load generator`, `blackhole`. */
  readonly name: string;
  readonly source: boolean;
  readonly sink: boolean;
  readonly options: readonly OptionDescription[];
  /** Options of any name under these prefixes are kept as text: 'properties.'. */
  readonly openPrefixes: readonly string[];
  /** Encodings that may stand in FORMAT; empty: the connector makes rows itself, and FORMAT is refused. */
  readonly encodings: readonly FormatDescription[];
  /** Load generators: their names and what each yields; then no column list is written. */
  readonly generators?: Readonly<Record<string, readonly CatalogColumn[]>>;
};

export type OptionType = 'text' | 'integer' | 'number' | 'boolean' | 'list' | 'interval';

export type OptionDescription = {
  readonly name: string;
  /** Other spellings: RisingWave's, ours with a dot … */
  readonly aliases?: readonly string[];
  /** list: one text or several, comma-separated or in parentheses; interval: kept as µs (a number). */
  readonly type: OptionType;
  readonly required?: boolean;
  /** Where only some texts are allowed; compared and kept in lower case. */
  readonly values?: readonly string[];
};

export type FormatDescription = {
  readonly encode: string;
  readonly formats: readonly string[];
  readonly options: readonly OptionDescription[];
};
