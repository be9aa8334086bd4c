import {decimalPrint} from '../decimal-value.ts';
import {quoteJson} from '../json-value.ts';
import {type JsonPath, type PathItem, type PathStep, type RegexFlags, priorityOf} from './path.ts';

/** The path as Postgres prints it: keys quoted, operators in parentheses where they could be taken otherwise. */
export function printJsonPath({strict, root}: JsonPath): string {
  return `${strict ? 'strict ' : ''}${printItem(root, true)}`;
}

function printItem(item: PathItem, brackets: boolean): string {
  switch (item.kind) {
    case 'null':
      return 'null';
    case 'root':
      return '$';
    case 'current':
      return '@';
    case 'last':
      return 'last';
    case 'boolean':
      return String(item.value);
    case 'string':
      return quoteJson(item.value);
    case 'number':
      return decimalPrint(item.value);
    case 'variable':
      return `$${quoteJson(item.name)}`;
    case 'chain': {
      // Postgres sets a number apart from a dot, and what is already in parentheses is in them for good.
      const start = item.start.kind === 'number' ? `(${printItem(item.start, true)})` : printItem(item.start, true);
      return start + item.steps.map(printStep).join('');
    }
    case 'binary':
      return wrapped(brackets, `${operand(item.left, item)} ${item.operator} ${operand(item.right, item)}`);
    case 'unary':
      return wrapped(brackets, `${item.operator}${operand(item.operand, item)}`);
    case 'not':
      return `!(${printItem(item.operand, false)})`;
    case 'isUnknown':
      return `(${printItem(item.operand, false)}) is unknown`;
    case 'exists':
      return `exists (${printItem(item.operand, false)})`;
    case 'likeRegex': {
      const flags = printFlags(item.flags);
      return wrapped(
        brackets,
        `${operand(item.operand, item)} like_regex ${quoteJson(item.pattern)}${flags && ` flag "${flags}"`}`,
      );
    }
  }
}

function wrapped(brackets: boolean, text: string): string {
  return brackets ? `(${text})` : text;
}

function operand(item: PathItem, of: PathItem): string {
  const inner = item.kind === 'chain' ? priorityOf(item.start) : priorityOf(item);
  const outer = of.kind === 'likeRegex' ? 6 : priorityOf(of);
  return printItem(item, inner <= outer);
}

function printFlags(flags: RegexFlags): string {
  return [
    flags.ignoreCase && 'i',
    flags.dotAll && 's',
    flags.multiline && 'm',
    flags.expanded && 'x',
    flags.quoted && 'q',
  ]
    .filter(Boolean)
    .join('');
}

function printStep(step: PathStep): string {
  switch (step.kind) {
    case 'key':
      return `.${quoteJson(step.name)}`;
    case 'anyKey':
      return '.*';
    case 'anyElement':
      return '[*]';
    case 'subscripts': {
      const ranges = step.ranges.map(({from, to}) =>
        to ? `${printItem(from, false)} to ${printItem(to, false)}` : printItem(from, false),
      );
      return `[${ranges.join(',')}]`;
    }
    case 'descendants':
      return `.**${levels(step.first, step.last)}`;
    case 'filter':
      return `?(${printItem(step.predicate, false)})`;
    case 'method':
      return `.${step.name}()`;
    case 'datetime':
      return `.datetime(${step.template === null ? '' : quoteJson(step.template)})`;
  }
}

function levels(first: number | null, last: number | null): string {
  if (first === 0 && last === null) return '';
  const name = (level: number | null): string => (level === null ? 'last' : String(level));
  return first === last ? `{${name(first)}}` : `{${name(first)} to ${name(last)}}`;
}
