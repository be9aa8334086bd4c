/** The types whose values are OIDs, written and printed as the names of what they stand for. */
export const regKinds = [
  'regclass',
  'regtype',
  'regproc',
  'regprocedure',
  'regoper',
  'regoperator',
  'regnamespace',
  'regrole',
  'regcollation',
  'regconfig',
  'regdictionary',
] as const;

export type RegKind = (typeof regKinds)[number];

const kinds: ReadonlySet<string> = new Set(regKinds);

export function isRegKind(kind: string): kind is RegKind {
  return kinds.has(kind);
}
