import type {AggregateCall, Expr, OrderKey} from '../expr/expr.ts';
import {frameOffsets, mapFrameOffsets, type WindowCall} from '../expr/window-call.ts';
import {flatRows} from './flat-rows.ts';
import {mapList} from './map-expr.ts';
import type {Rel} from './rel.ts';

export function relChildren(rel: Rel): readonly Rel[] {
  switch (rel.node) {
    case 'get':
    case 'values':
    case 'tableFunction':
    case 'workingTable':
      return [];
    case 'filter':
    case 'project':
    case 'aggregate':
    case 'distinct':
    case 'shared':
    case 'sort':
    case 'over':
    case 'window':
    case 'flatMap':
      return [rel.input];
    case 'atMostOne':
      return rel.asked ? [rel.input, rel.asked] : [rel.input];
    case 'join':
    case 'apply':
      return [rel.left, rel.right];
    case 'recursive':
      return [rel.base, rel.step];
    case 'union':
      return rel.inputs;
  }
}

/** The node with `f` applied to each child (`right` numbers them); itself when none changed. Schemas are kept. */
export function mapRelChildren(rel: Rel, f: (child: Rel, index: number) => Rel): Rel {
  switch (rel.node) {
    case 'get':
    case 'values':
    case 'tableFunction':
    case 'workingTable':
      return rel;
    case 'filter':
    case 'project':
    case 'aggregate':
    case 'distinct':
    case 'shared':
    case 'sort':
    case 'over':
    case 'window':
    case 'flatMap': {
      const input = f(rel.input, 0);
      return input === rel.input ? rel : {...rel, input};
    }
    case 'atMostOne': {
      const input = f(rel.input, 0);
      const asked = rel.asked && f(rel.asked, 1);
      return input === rel.input && asked === rel.asked ? rel : {...rel, input, asked};
    }
    case 'join':
    case 'apply': {
      const left = f(rel.left, 0);
      const right = f(rel.right, 1);
      return left === rel.left && right === rel.right ? rel : {...rel, left, right};
    }
    case 'recursive': {
      const base = f(rel.base, 0);
      const step = f(rel.step, 1);
      return base === rel.base && step === rel.step ? rel : {...rel, base, step};
    }
    case 'union': {
      const inputs = mapList(rel.inputs, f);
      return inputs === rel.inputs ? rel : {...rel, inputs};
    }
  }
}

/** Every expression that stands in the node itself (not beneath it). */
export function relExprs(rel: Rel): readonly Expr[] {
  switch (rel.node) {
    case 'get':
    case 'distinct':
    case 'shared':
    case 'union':
    case 'window':
    case 'atMostOne':
    case 'recursive':
    case 'workingTable':
      return [];
    case 'values':
      return flatRows(rel.rows);
    case 'filter':
      return [rel.predicate];
    case 'project':
      return rel.exprs;
    case 'join':
    case 'apply':
      return [rel.on];
    case 'aggregate':
      return [...rel.keys, ...rel.aggregates.flatMap(aggregateExprs)];
    case 'sort':
      return [...rel.keys.map(key => key.expr), ...(rel.limit ? [rel.limit] : []), ...(rel.offset ? [rel.offset] : [])];
    case 'over':
      return [
        ...rel.partition,
        ...rel.keys.map(key => key.expr),
        ...rel.calls.flatMap(call => [
          ...call.args,
          ...(call.filter ? [call.filter] : []),
          ...frameOffsets(call.frame),
        ]),
      ];
    case 'tableFunction':
    case 'flatMap':
      return rel.args;
  }
}

/** The node with `f` applied to each of its own expressions; itself when none changed. */
export function mapRelExprs(rel: Rel, f: (expr: Expr) => Expr): Rel {
  switch (rel.node) {
    case 'get':
    case 'distinct':
    case 'shared':
    case 'union':
    case 'window':
    case 'atMostOne':
    case 'recursive':
    case 'workingTable':
      return rel;
    case 'values': {
      const rows = mapList(rel.rows, row => mapList(row, f));
      return rows === rel.rows ? rel : {...rel, rows};
    }
    case 'filter': {
      const predicate = f(rel.predicate);
      return predicate === rel.predicate ? rel : {...rel, predicate};
    }
    case 'project': {
      const exprs = mapList(rel.exprs, f);
      return exprs === rel.exprs ? rel : {...rel, exprs};
    }
    case 'join':
    case 'apply': {
      const on = f(rel.on);
      return on === rel.on ? rel : {...rel, on};
    }
    case 'aggregate': {
      const keys = mapList(rel.keys, f);
      const aggregates = mapList(rel.aggregates, call => mapAggregate(call, f));
      return keys === rel.keys && aggregates === rel.aggregates ? rel : {...rel, keys, aggregates};
    }
    case 'sort': {
      const keys = mapList(rel.keys, key => mapOrderKey(key, f));
      const limit = rel.limit && f(rel.limit);
      const offset = rel.offset && f(rel.offset);
      return keys === rel.keys && limit === rel.limit && offset === rel.offset ? rel : {...rel, keys, limit, offset};
    }
    case 'over': {
      const partition = mapList(rel.partition, f);
      const keys = mapList(rel.keys, key => mapOrderKey(key, f));
      const calls = mapList(rel.calls, call => mapWindowCall(call, f));
      const same = partition === rel.partition && keys === rel.keys && calls === rel.calls;
      return same ? rel : {...rel, partition, keys, calls};
    }
    case 'tableFunction':
    case 'flatMap': {
      const args = mapList(rel.args, f);
      return args === rel.args ? rel : {...rel, args};
    }
  }
}

/** Every expression of the call, over its input. */
export function aggregateExprs({args, filter, order = [], direct = []}: AggregateCall): readonly Expr[] {
  return [...args, ...(filter ? [filter] : []), ...order.map(key => key.expr), ...direct];
}

export function mapAggregate(call: AggregateCall, f: (expr: Expr) => Expr): AggregateCall {
  const args = mapList(call.args, f);
  const filter = call.filter && f(call.filter);
  const order = call.order && mapList(call.order, key => mapOrderKey(key, f));
  const direct = call.direct && mapList(call.direct, f);
  const same = args === call.args && filter === call.filter && order === call.order && direct === call.direct;
  return same ? call : {...call, args, filter, order, direct};
}

export function mapWindowCall(call: WindowCall, f: (expr: Expr) => Expr): WindowCall {
  const args = mapList(call.args, f);
  const filter = call.filter && f(call.filter);
  const frame = mapFrameOffsets(call.frame, f);
  return args === call.args && filter === call.filter && frame === call.frame ? call : {...call, args, filter, frame};
}

export function mapOrderKey(key: OrderKey, f: (expr: Expr) => Expr): OrderKey {
  const expr = f(key.expr);
  return expr === key.expr ? key : {...key, expr};
}

export function someRel(rel: Rel, test: (rel: Rel) => boolean): boolean {
  return test(rel) || relChildren(rel).some(child => someRel(child, test));
}
