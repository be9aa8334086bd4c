/** Half-open range of UTF-16 offsets into the statement text: `sql.slice(start, end)` is the node's source. */
export type Span = {readonly start: number; readonly end: number};

/** What every node has. Nodes are frozen and `kind` tells them apart. */
export interface Node {
  readonly kind: string;
  readonly span: Span;
}

/** An object's name, outermost part first: `[name]`, `[schema, name]` or `[database, schema, name]`, already folded. */
export interface QualifiedName extends Node {
  readonly kind: 'qualified_name';
  readonly parts: readonly string[];
}

/**
 * Where an error about the node points, as a UTF-16 offset: Postgres puts it at an infix operator or `::`,
 * elsewhere at the first character.
 */
export function locationOf(node: Node & {readonly at?: number}): number {
  return node.at ?? node.span.start;
}
