import {isXmlExpression} from '../ast/index.ts';
import type {Expression} from '../ast/index.ts';

/** How firmly a name is meant: a cast's type gives way to the name of what is cast. */
type Named = {readonly name: string; readonly firm: boolean};

/** The name Postgres gives an unnamed column of a select list. */
export function columnName(ast: Expression): string {
  return nameOf(ast)?.name ?? '?column?';
}

const firm = (name: string): Named => ({name, firm: true});

function nameOf(ast: Expression): Named | null {
  switch (ast.kind) {
    case 'column_ref':
      return firm(ast.path[ast.path.length - 1]);
    case 'function_call':
      return firm(ast.name[ast.name.length - 1]);
    case 'sql_value_function':
      return firm(ast.function);
    case 'cast': {
      const inner = nameOf(ast.operand);
      if (inner?.firm) return inner;
      const {names} = ast.type;
      return names.length === 0 ? inner : {name: names[names.length - 1], firm: false};
    }
    case 'case': {
      const inner = ast.otherwise && nameOf(ast.otherwise);
      return inner?.firm ? inner : {name: 'case', firm: false};
    }
    case 'collate':
      return nameOf(ast.operand);
    case 'indirection': {
      for (let i = ast.steps.length - 1; i >= 0; i--) {
        const step = ast.steps[i];
        if (step.kind === 'field') return firm(step.name);
      }
      return nameOf(ast.base);
    }
    case 'subquery':
      return nameOfQuery(ast.query);
    case 'exists':
      return firm('exists');
    case 'array':
    case 'array_subquery':
      return firm('array');
    case 'row':
      return firm('row');
    case 'coalesce':
      return firm('coalesce');
    case 'min_max':
      return firm(ast.function);
    case 'null_if':
      return firm('nullif');
    case 'grouping':
      return firm('grouping');
    default:
      return isXmlExpression(ast) ? firm(ast.kind.replace('_', '')) : null;
  }
}

function nameOfQuery(query: (Expression & {readonly kind: 'subquery'})['query']): Named | null {
  if (query.body.kind === 'values') return firm('column1');
  if (query.body.kind !== 'select' || query.body.targets.length === 0) return null;
  const [target] = query.body.targets;
  return target.alias === null ? nameOf(target.expression) : firm(target.alias);
}
