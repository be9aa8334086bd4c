// The layer rule: a folder of src/ imports only from folders of a lower rank, never from its own rank, and the
// composition root alone sees everything. The ranks are the table in ARCHITECTURE.md.
import {dirname, relative, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

const src = resolve(dirname(fileURLToPath(import.meta.url)), '../../src');

export const ranks = {
  types: 0,
  kernels: 0,
  columnar: 1,
  expr: 2,
  storage: 2,
  plan: 3,
  catalog: 3,
  sql: 4,
  planner: 4,
  dataflow: 4,
  connectors: 5,
  session: 6,
  wire: 7,
  http: 7,
  server: 8,
  cli: 9,
};

/** The layer a file belongs to, or null for a file outside src/. */
export function layerOf(file) {
  const path = relative(src, file);
  if (path.startsWith('..')) return null;
  return path.split(sep)[0];
}

/** Why `from` may not import `to`, or null if it may. */
export function violation(from, to) {
  if (from === to) return null;
  if (!(from in ranks)) return `folder src/${from} has no rank`;
  if (!(to in ranks)) return `folder src/${to} has no rank`;
  if (ranks[to] < ranks[from]) return null;
  return `src/${from} (rank ${ranks[from]}) may not import src/${to} (rank ${ranks[to]}): imports point down only`;
}

export const layers = {
  meta: {type: 'problem', schema: [], messages: {layer: '{{why}}'}},
  create(context) {
    const from = layerOf(context.filename);
    if (from === null) return {};
    const check = node => {
      const source = node.source?.value;
      if (typeof source !== 'string' || !source.startsWith('.')) return;
      const to = layerOf(resolve(dirname(context.filename), source));
      const why = to === null ? `src may not import from outside src (${source})` : violation(from, to);
      if (why) context.report({node, messageId: 'layer', data: {why}});
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
