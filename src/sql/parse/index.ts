import type {Expression, Statement} from '../ast/index.ts';
import {Cursor, node} from './cursor.ts';
import {parseExpression as parseAnyExpression} from './expression.ts';
import {parseStatement} from './statement.ts';
import * as token from './token.ts';

export {liftLiterals, type LiftedStatement, type TextShape, textShape} from './lift-literals.ts';

/**
 * The statements of a string, which semicolons part; an empty string has none. A statement's span leaves out the
 * semicolon and the blanks and comments around it. Throws SqlError: 42601 with a position for what is no SQL, 0A000 for
 * statements of Postgres that this server does not have.
 */
export function parseStatements(sql: string): readonly Statement[] {
  const c = new Cursor(sql);
  const statements: Statement[] = [];
  while (c.type !== token.END) {
    if (c.accept(';')) continue;
    const {start} = c;
    const statement = parseStatement(c);
    const end = c.previousEnd;
    const whole = statement.span.start === start && statement.span.end === end;
    statements.push(whole ? statement : node({...statement, span: {start, end}}));
    if (c.type !== token.END) c.expect(';');
  }
  return Object.freeze(statements);
}

/** The body of a masking policy. */
export function parseMaskingBody(sql: string): Expression {
  const c = new Cursor(sql);
  c.inMask = true;
  const expression = parseAnyExpression(c);
  if (c.type !== token.END) throw c.syntaxError();
  return expression;
}

/** The expression that a whole string is: errors as of `parseStatements`. */
export function parseExpression(sql: string): Expression {
  const c = new Cursor(sql);
  const expression = parseAnyExpression(c);
  if (c.type !== token.END) throw c.syntaxError();
  return expression;
}
