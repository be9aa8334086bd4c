import {exprKey, typeKey} from '../../plan/expr-key.ts';
import type {FrameBound} from '../../expr/window-call.ts';
import type {PhysicalAggregate, SortKey} from '../../plan/physical.ts';
import type {NewNode} from './plan-builder.ts';

/** A text that two nodes share exactly when they do the same with the same inputs. Names of columns do not matter. */
export function nodeKey(node: NewNode): string {
  switch (node.node) {
    case 'input':
      return `input ${node.object}`;
    case 'values': {
      const types = node.schema.map(column => typeKey(column.type)).join();
      return `values ${types} ${node.rows.map(row => `(${row.map(exprKey).join()})`).join()}`;
    }
    case 'filter':
      return `filter ${node.input} ${exprKey(node.predicate)}`;
    case 'project':
      return `project ${node.input} ${node.exprs.map(exprKey).join()}`;
    case 'join': {
      const keys = node.leftKeys.map((left, i) => `${left}${node.nullSafe[i] ? '~' : '='}${node.rightKeys[i]}`).join();
      return `${node.kind} join ${node.left} ${node.right} ${keys} ${node.residual ? exprKey(node.residual) : ''}`;
    }
    case 'aggregate': {
      const calls = node.aggregates.map(aggregateKey);
      return `aggregate ${node.input} ${node.keys.join()} ${calls.join(';')}`;
    }
    case 'distinct':
    case 'negate':
      return `${node.node} ${node.input}`;
    case 'union':
      return `union ${node.inputs.join()}`;
    case 'topK': {
      const keys = sortKeys(node.keys);
      const {limit, offset} = node.bounds ?? {limit: null, offset: null};
      const bounds = `${limit ? ` ${exprKey(limit)}` : ''}${offset ? ` from ${exprKey(offset)}` : ''}`;
      return `topK ${node.input} ${node.partition.join()} ${keys} ${node.limit} ${node.offset}${bounds}`;
    }
    case 'over': {
      const calls = node.calls.map(({signature, args, filter, frame}) => {
        const {unit, exclude} = frame;
        return `${signature}${args.join()}?${filter ?? ''} ${unit} ${boundKey(frame.start)} ${boundKey(frame.end)} ${exclude}`;
      });
      return `over ${node.input} ${node.partition.join()} ${sortKeys(node.keys)} ${calls.join(';')}`;
    }
    case 'recursive':
      return `recursive ${node.name} ${node.base} ${node.step} ${node.distinct}`;
    case 'atMostOne':
      return `atMostOne ${node.input} ${node.asked ?? ''} ${node.keys.join()}`;
    case 'window':
      return `${node.kind} ${node.input} ${node.time} ${node.size} ${node.slide} ${node.offset}`;
    case 'flatMap':
      return `flatMap ${node.input} ${JSON.stringify(node.calls)} ${node.args.map(exprKey).join()} ${node.ordinality}`;
  }
}

/** What two calls of a node share exactly when they are the same. */
export function aggregateKey({signature, args, distinct, filter, order = [], direct = []}: PhysicalAggregate): string {
  const called = `${distinct ? 'distinct ' : ''}${signature}${args.join()}?${filter ?? ''}`;
  return order.length + direct.length === 0 ? called : `${called} ${sortKeys(order)} ${direct.map(exprKey).join()}`;
}

function sortKeys(keys: readonly SortKey[]): string {
  return keys.map(key => `${key.column}${key.descending ? '-' : '+'}${key.nullsFirst ? 'f' : 'l'}`).join();
}

function boundKey(bound: FrameBound): string {
  return 'offset' in bound ? `${exprKey(bound.offset)} ${bound.type}` : bound.type;
}
