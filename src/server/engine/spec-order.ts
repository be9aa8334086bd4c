import type {ObjectSpec} from '../../session/engine.ts';

/** What is read stands before what reads it: tables and sources, then views and sinks as they were made. */
export function inOrder(specs: readonly ObjectSpec[]): readonly ObjectSpec[] {
  const rank = ({kind}: ObjectSpec): number => (kind === 'view' || kind === 'sink' ? 1 : 0);
  return [...specs].sort((a, b) => rank(a) - rank(b) || a.oid - b.oid);
}
