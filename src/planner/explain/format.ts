import type {ExplainNode, ExplainValue} from './tree.ts';

/** What the formats other than text write out: nested groups of named values. */
type Field = readonly [string, ExplainValue | Fields | readonly Fields[]];
type Fields = {readonly tag: string; readonly fields: readonly Field[]};

type Shown = {
  /** A plan, or the lines of a relational one. */
  readonly root: ExplainNode | readonly string[];
  readonly planningMs: number | null;
  readonly executionMs: number | null;
};

/** One row: the plan in the format of PostgreSQL's EXPLAIN. */
export function formatExplained(shown: Shown, format: 'json' | 'xml' | 'yaml', analyzed: boolean): string[] {
  const query: Fields = {tag: 'Query', fields: queryFields(shown, analyzed)};
  switch (format) {
    case 'json':
      return [JSON.stringify([asObject(query)], null, 2)];
    case 'xml':
      return [`<explain xmlns="http://www.postgresql.org/2009/explain">\n${xml(query, 1)}\n</explain>`];
    case 'yaml':
      return [yamlItem(query, 0)];
  }
}

function queryFields({root, planningMs, executionMs}: Shown, analyzed: boolean): Field[] {
  const plan: Field = ['Plan', isNode(root) ? planFields(root) : root];
  return [
    plan,
    ...(planningMs === null ? [] : [['Planning Time', rounded(planningMs)] as Field]),
    ...(analyzed ? [['Triggers', []] as Field] : []),
    ...(executionMs === null ? [] : [['Execution Time', rounded(executionMs)] as Field]),
  ];
}

function isNode(root: ExplainNode | readonly string[]): root is ExplainNode {
  return !Array.isArray(root);
}

function planFields({properties, actual, children}: ExplainNode, parent?: 'Outer' | 'Inner'): Fields {
  const related = properties.some(([name]) => name === 'Parent Relationship');
  const fields: Field[] = [
    properties[0],
    ...(parent && !related ? [['Parent Relationship', parent] as Field] : []),
    ...properties.slice(1),
    ['Parallel Aware', false],
    ['Async Capable', false],
  ];
  if (actual) {
    if (actual.totalMs !== null) {
      fields.push(['Actual Startup Time', 0], ['Actual Total Time', rounded(actual.totalMs)]);
    }
    fields.push(['Actual Rows', actual.rows], ['Actual Loops', 1]);
    if (actual.stateBytes > 0) fields.push(['State Bytes', actual.stateBytes]);
  }
  const plans = children.map((child, i) => planFields(child, i === 1 ? 'Inner' : 'Outer'));
  if (plans.length > 0) fields.push(['Plans', plans]);
  return {tag: 'Plan', fields};
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function isFields(value: Field[1]): value is Fields {
  return typeof value === 'object' && 'tag' in value;
}

function isList(value: Field[1]): value is readonly (string | number)[] | readonly Fields[] {
  return Array.isArray(value);
}

function asObject({fields}: Fields): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(([name, value]) => {
      if (isFields(value)) return [name, asObject(value)];
      if (isList(value)) return [name, value.map(item => (typeof item === 'object' ? asObject(item) : item))];
      return [name, value];
    }),
  );
}

function xml({tag, fields}: Fields, depth: number): string {
  const indent = '  '.repeat(depth);
  const inside = fields.map(([name, value]) => xmlField(name.replaceAll(' ', '-'), value, depth + 1));
  return [`${indent}<${tag}>`, ...inside, `${indent}</${tag}>`].join('\n');
}

function xmlField(name: string, value: Field[1], depth: number): string {
  const indent = '  '.repeat(depth);
  if (isFields(value)) return xml(value, depth);
  if (!isList(value)) return `${indent}<${name}>${escaped(String(value))}</${name}>`;
  const items = value.map(item =>
    typeof item === 'object' ? xml(item, depth + 1) : `${indent}  <Item>${escaped(String(item))}</Item>`,
  );
  return [`${indent}<${name}>`, ...items, `${indent}</${name}>`].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** An item of a list, whose fields stand beneath each other behind the dash. */
function yamlItem(fields: Fields, depth: number): string {
  const indent = '  '.repeat(depth);
  return `${indent}- ${yaml(fields, depth + 1).slice(indent.length + 2)}`;
}

function yaml({fields}: Fields, depth: number): string {
  const indent = '  '.repeat(depth);
  return fields.map(([name, value]) => `${indent}${name}: ${yamlValue(value, depth)}`).join('\n');
}

function yamlValue(value: Field[1], depth: number): string {
  if (isFields(value)) return `\n${yaml(value, depth + 1)}`;
  if (!isList(value)) return typeof value === 'string' ? JSON.stringify(value) : String(value);
  return value
    .map(item =>
      typeof item === 'object'
        ? `\n${yamlItem(item, depth + 1)}`
        : `\n${'  '.repeat(depth + 1)}- ${typeof item === 'string' ? JSON.stringify(item) : item}`,
    )
    .join('');
}
