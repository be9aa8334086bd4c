import type {
  ColumnConstraint,
  ColumnDefinition,
  ConstraintAttributes,
  ForeignKeyAction,
  ForeignKeyReference,
  TableConstraint,
} from '../ast/index.ts';
import {parseQualifiedName} from './names.ts';
import {type Cursor, node, NONE} from './cursor.ts';
import {parseExpression, parseRestricted} from './expression.ts';
import {parseSequenceOptions} from './sequence.ts';
import {parseWithOptions} from './storage-options.ts';
import {parseTypeName} from './type-name.ts';

/** `name type [COLLATE c] [constraints]`. */
export function parseColumnDefinition(c: Cursor): ColumnDefinition {
  const {start} = c;
  const name = c.name();
  const type = parseTypeName(c);
  if (c.at('storage') || c.at('compression')) throw c.notSupported(`column ${c.word.toUpperCase()}`);
  const {collation, constraints} = parseColumnQualifiers(c);
  return node({kind: 'column_definition', name, type, collation, constraints, span: c.span(start)});
}

/** ColQualList: COLLATE and constraints in any order. */
export function parseColumnQualifiers(c: Cursor): Pick<ColumnDefinition, 'collation' | 'constraints'> {
  let collation: readonly string[] | null = null;
  const constraints: ColumnConstraint[] = [];
  for (;;) {
    if (c.accept('collate')) {
      collation = c.anyName();
      continue;
    }
    if (isAttribute(c)) {
      const last = constraints.pop();
      if (last === undefined) throw c.errorHere('misplaced constraint attribute');
      const attributes = parseAttributes(c, last.attributes, COLUMN_ATTRIBUTES);
      constraints.push(node({...last, attributes, span: c.span(last.span.start)}));
      continue;
    }
    const constraint = parseColumnConstraint(c);
    if (constraint === null) break;
    constraints.push(constraint);
  }
  return {collation, constraints: Object.freeze(constraints)};
}

const PLAIN: ConstraintAttributes = Object.freeze({
  deferrable: null,
  initiallyDeferred: null,
  notValid: false,
  noInherit: false,
  enforced: null,
});

const COLUMN_ATTRIBUTES = false;
const TABLE_ATTRIBUTES = true;

function isAttribute(c: Cursor): boolean {
  if (c.at('deferrable') || c.at('initially') || c.at('enforced')) return true;
  return c.at('not') && (c.peek() === 'deferrable' || c.peek() === 'enforced');
}

/** ConstraintAttributeSpec, behind what ALTER DOMAIN adds. */
export function parseConstraintAttributes(c: Cursor): ConstraintAttributes {
  return parseAttributes(c, PLAIN, TABLE_ATTRIBUTES);
}

/** DEFERRABLE, INITIALLY, ENFORCED, and behind a table's constraint NOT VALID and NO INHERIT. */
function parseAttributes(c: Cursor, from: ConstraintAttributes, table: boolean): ConstraintAttributes {
  const set: {-readonly [K in keyof ConstraintAttributes]: ConstraintAttributes[K]} = {...from};
  for (;;) {
    const at = c.start;
    const negated = c.at('not');
    const word = negated ? c.peek() : c.word;
    const conflict = (taken: boolean) => {
      if (taken) throw c.errorAt(at, 'conflicting constraint properties');
    };
    if (word === 'deferrable') {
      conflict(set.deferrable === negated);
      set.deferrable = !negated;
    } else if (word === 'enforced') {
      conflict(set.enforced === negated);
      set.enforced = !negated;
    } else if (word === 'initially' && !negated) {
      c.advance();
      const deferred = c.at('deferred');
      if (!deferred && !c.at('immediate')) throw c.syntaxError();
      conflict(set.initiallyDeferred === !deferred);
      set.initiallyDeferred = deferred;
    } else if (table && word === 'valid' && negated) set.notValid = true;
    else if (table && word === 'no' && !negated) {
      c.advance();
      if (!c.at('inherit')) throw c.syntaxError();
      set.noInherit = true;
    } else return node(set);
    if (negated) c.advance();
    c.advance();
    if (set.deferrable === false && set.initiallyDeferred === true) {
      throw c.errorAt(at, 'constraint declared INITIALLY DEFERRED must be DEFERRABLE');
    }
  }
}

type Unspanned<T> = T extends {readonly span: unknown} ? Omit<T, 'span' | 'name' | 'attributes'> : never;

function parseColumnConstraint(c: Cursor): ColumnConstraint | null {
  const {start} = c;
  const name = c.accept('constraint') ? c.name() : null;
  const make = (fields: Unspanned<ColumnConstraint>, attributes = PLAIN): ColumnConstraint =>
    node({...fields, name, attributes, span: c.span(start)} as ColumnConstraint);
  switch (c.word) {
    case 'not': {
      c.advance();
      c.expect('null');
      const noInherit = c.acceptPair('no', 'inherit');
      return make({kind: 'not_null'}, noInherit ? node({...PLAIN, noInherit}) : PLAIN);
    }
    case 'null':
      c.advance();
      return make({kind: 'nullable'});
    case 'default':
      c.advance();
      return make({kind: 'default_value', expression: parseRestricted(c)});
    case 'check': {
      c.advance();
      c.expect('(');
      const expression = parseExpression(c);
      c.expect(')');
      const noInherit = c.acceptPair('no', 'inherit');
      return make({kind: 'check', expression}, noInherit ? node({...PLAIN, noInherit}) : PLAIN);
    }
    case 'primary':
      c.advance();
      c.expect('key');
      return make({kind: 'primary_key', options: parseWithOptions(c)});
    case 'unique': {
      c.advance();
      const nullsNotDistinct = parseNullTreatment(c);
      return make({kind: 'unique', nullsNotDistinct, options: parseWithOptions(c)});
    }
    case 'generated':
      return make(parseGenerated(c));
    case 'references':
      return make({kind: 'references', references: parseReferences(c)});
  }
  if (name !== null) throw c.syntaxError();
  return null;
}

/** `NULLS [NOT] DISTINCT`. */
export function parseNullTreatment(c: Cursor): boolean {
  if (!c.accept('nulls')) return false;
  const not = c.accept('not');
  c.expect('distinct');
  return not;
}

function parseGenerated(c: Cursor): Unspanned<ColumnConstraint> {
  c.expect('generated');
  const at = c.start;
  const always = c.expectOne(['always', 'by']) === 'always';
  if (!always) c.expect('default');
  c.expect('as');
  if (c.accept('identity')) {
    const options = c.at('(') ? parseSequenceOptions(c, true) : NONE;
    return {kind: 'identity', generation: always ? 'always' : 'by default', options};
  }
  c.expect('(');
  const expression = parseExpression(c);
  c.expect(')');
  const storage = c.acceptOne(['stored', 'virtual']) ?? 'virtual';
  if (!always) throw c.errorAt(at, 'for a generated column, GENERATED ALWAYS must be specified');
  return {kind: 'generated', expression, storage};
}

function parseReferences(c: Cursor): ForeignKeyReference {
  c.expect('references');
  const table = parseQualifiedName(c);
  const columns = c.optionalNames();
  const matchAt = c.start;
  const match = c.accept('match') ? c.expectOne(['simple', 'full', 'partial']) : 'simple';
  if (match === 'partial') throw c.errorAt(matchAt, 'MATCH PARTIAL not yet implemented', '0A000');
  let onUpdate: ForeignKeyAction = NO_ACTION;
  let onDelete: ForeignKeyAction = NO_ACTION;
  while (c.accept('on')) {
    if (c.expectOne(['update', 'delete']) === 'update') onUpdate = parseAction(c);
    else onDelete = parseAction(c);
  }
  return node({table, columns, match, onUpdate, onDelete});
}

const NO_ACTION: ForeignKeyAction = Object.freeze({type: 'no action'});

function parseAction(c: Cursor): ForeignKeyAction {
  switch (c.expectOne(['no', 'restrict', 'cascade', 'set'])) {
    case 'no':
      c.expect('action');
      return NO_ACTION;
    case 'restrict':
      return node({type: 'restrict'});
    case 'cascade':
      return node({type: 'cascade'});
    default: {
      const type = c.expectOne(['null', 'default']) === 'null' ? 'set null' : 'set default';
      return node({type, columns: c.optionalNames()});
    }
  }
}

const CONSTRAINT_WORDS: ReadonlySet<string> = new Set([
  'constraint',
  'check',
  'unique',
  'primary',
  'foreign',
  'exclude',
  'not',
]);

/** `[CONSTRAINT name] CHECK …`, UNIQUE, PRIMARY KEY, FOREIGN KEY, NOT NULL; null when a column stands here. */
export function parseTableConstraint(c: Cursor): TableConstraint | null {
  if (!CONSTRAINT_WORDS.has(c.word) || (c.at('exclude') && !atExclude(c))) return null;
  const {start} = c;
  const name = c.accept('constraint') ? c.name() : null;
  const make = (fields: Unspanned<TableConstraint>): TableConstraint => {
    const attributes = parseAttributes(c, PLAIN, TABLE_ATTRIBUTES);
    return node({...fields, name, attributes, span: c.span(start)} as TableConstraint);
  };
  switch (c.expectOne(['check', 'unique', 'primary', 'foreign', 'exclude', 'not'])) {
    case 'check': {
      c.expect('(');
      const expression = parseExpression(c);
      c.expect(')');
      return make({kind: 'check', expression});
    }
    case 'not':
      c.expect('null');
      return make({kind: 'table_not_null', column: c.name()});
    case 'unique': {
      const nullsNotDistinct = parseNullTreatment(c);
      if (c.acceptPair('using', 'index')) {
        return make({
          kind: 'table_unique',
          columns: NONE,
          index: c.name(),
          nullsNotDistinct,
          include: NONE,
          options: NONE,
        });
      }
      const columns = c.names();
      const include = c.accept('include') ? c.names() : NONE;
      return make({
        kind: 'table_unique',
        columns,
        index: null,
        nullsNotDistinct,
        include,
        options: parseWithOptions(c),
      });
    }
    case 'primary': {
      c.expect('key');
      if (c.acceptPair('using', 'index')) {
        return make({kind: 'table_primary_key', columns: NONE, index: c.name(), include: NONE, options: NONE});
      }
      const columns = c.names();
      const include = c.accept('include') ? c.names() : NONE;
      return make({kind: 'table_primary_key', columns, index: null, include, options: parseWithOptions(c)});
    }
    case 'foreign': {
      c.expect('key');
      const columns = c.names();
      return make({kind: 'foreign_key', columns, references: parseReferences(c)});
    }
    default:
      throw c.notSupported('EXCLUDE constraint', start);
  }
}

function atExclude(c: Cursor): boolean {
  return c.peek() === 'using' || c.peek() === '(';
}
