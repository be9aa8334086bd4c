import type {Expr} from '../expr/expr.ts';
import type {FrameBound, WindowCall} from '../expr/window-call.ts';
import {windowFunctionBySignature} from '../expr/window-functions.ts';
import type {WindowSpan} from './physical.ts';

/** What the results for a row depend on. */
export function spanOf(calls: readonly WindowCall[]): WindowSpan {
  return calls.map(spanOfCall).reduce((a, b) => ({
    back: a.back === null || b.back === null ? null : Math.max(a.back, b.back),
    ahead: a.ahead === null || b.ahead === null ? null : Math.max(a.ahead, b.ahead),
    peers: a.peers || b.peers,
    peersAhead: a.peersAhead || b.peersAhead,
  }));
}

const WHOLE: WindowSpan = {back: null, ahead: null, peers: true, peersAhead: false};

function spanOfCall(call: WindowCall): WindowSpan {
  if (call.kind === 'aggregate') return spanOfFrame(call);
  switch (windowFunctionBySignature(call.signature).reads) {
    case 'before':
      return {back: null, ahead: 0, peers: call.signature !== 'row_number()', peersAhead: false};
    case 'backward':
      return spanOfOffset(call, -1);
    case 'forward':
      return spanOfOffset(call, 1);
    case 'frame':
      return spanOfFrame(call);
    case 'partition':
      return WHOLE;
  }
}

function spanOfOffset({args}: WindowCall, direction: 1 | -1): WindowSpan {
  const offset = args.length > 1 ? numberOf(args[1]) : 1;
  if (offset === null) return {...WHOLE, peers: false};
  const at = direction * offset;
  return {back: Math.max(0, -at), ahead: Math.max(0, at), peers: false, peersAhead: false};
}

function spanOfFrame({frame: {unit, start, end, exclude}}: WindowCall): WindowSpan {
  const rows = unit === 'rows' && exclude !== 'group' && exclude !== 'ties';
  if (rows) {
    const reaches = [start, end].map(reachOf);
    const most = (of: (number | null)[]): number | null =>
      of.includes(null) ? null : Math.max(0, ...(of as number[]));
    return {
      back: most(reaches.map(({back}) => back)),
      ahead: most(reaches.map(({ahead}) => ahead)),
      peers: false,
      peersAhead: false,
    };
  }
  const forward = [start, end].some(({type}) => type === 'unboundedFollowing' || type === 'following');
  return {back: null, ahead: forward ? null : 0, peers: true, peersAhead: true};
}

function reachOf(bound: FrameBound): {back: number | null; ahead: number | null} {
  switch (bound.type) {
    case 'unboundedPreceding':
      return {back: null, ahead: 0};
    case 'unboundedFollowing':
      return {back: 0, ahead: null};
    case 'currentRow':
      return {back: 0, ahead: 0};
    case 'preceding':
      return {back: numberOf(bound.offset), ahead: 0};
    case 'following':
      return {back: 0, ahead: numberOf(bound.offset)};
  }
}

/** A literal number of rows; null where it is not known now, or too large to be of use. */
function numberOf(expr: Expr): number | null {
  if (expr.op !== 'literal' || (typeof expr.value !== 'bigint' && typeof expr.value !== 'number')) return null;
  const value = Number(expr.value);
  return Math.abs(value) <= 1e6 ? value : null;
}
