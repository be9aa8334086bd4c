import fc from 'fast-check';
import {describe, expect, it, test} from 'vitest';
import {readStatements} from '../../src/sql/dialect/translate.ts';
import {parseStatements} from '../../src/sql/parse/index.ts';
import {printStatement} from '../../src/sql/print/index.ts';
import {SqlError} from '../../src/types/sql-error.ts';
import {dialectCases} from './cases.ts';

async function translated(text: string, dialect: string): Promise<string> {
  const [{statement}] = await readStatements(text, dialect);
  return printStatement(statement);
}

describe('a statement of a dialect', () => {
  test.each(dialectCases.filter(({translation}) => translation !== null))('$dialect: $text', async each => {
    expect(await translated(each.text, each.dialect)).toBe(each.translation);
  });

  test.each(dialectCases.filter(({refusal}) => refusal !== null))('$dialect refuses: $text', async each => {
    const error = await translated(each.text, each.dialect).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SqlError);
    const {code, message, fields} = error as SqlError;
    expect({code, message, position: fields.position ?? null}).toEqual(each.refusal);
  });

  it('may be one of several, and ours in between', async () => {
    const read = await readStatements(
      "SET x = 'a;b'; SELECT `a` FROM t; SHOW x; SELECT IFNULL(a, ';') FROM t",
      'mysql',
    );
    expect(read.map(({statement, translated: made}) => [printStatement(statement), made])).toEqual([
      ["SET x TO 'a;b'", false],
      ['SELECT a FROM t', true],
      ['SHOW x', false],
      ["SELECT COALESCE(a, ';') FROM t", true],
    ]);
  });

  it('takes $1 and ? for parameters', async () => {
    expect(await translated('SELECT a FROM t WHERE a = $2 AND b = $1', 'trino')).toBe(
      'SELECT a FROM t WHERE a = $2 AND b = $1',
    );
    expect(await translated('SELECT a FROM t WHERE a = ? AND b = ?', 'mysql')).toBe(
      'SELECT a FROM t WHERE a = $1 AND b = $2',
    );
  });

  it('keeps the position of what is ours', async () => {
    const error = await readStatements('SELECT 1; SHOW', 'mysql').catch((thrown: unknown) => thrown);
    expect((error as SqlError).code).toBe('42601');
  });
});

describe('operators associate as the dialect means them, whatever the parser says', () => {
  const operand = fc.constantFrom('a', 'b', 'c', '1', '2');
  const operator = fc.constantFrom('+', '-', '*', '/', '=', '<', '<>', 'AND', 'OR', '||');
  const expression = fc
    .tuple(fc.array(fc.tuple(fc.constantFrom('', '', 'NOT ', '- '), operand, operator), {maxLength: 5}), operand)
    .map(([parts, last]) => `${parts.map(([prefix, name, symbol]) => `${prefix}${name} ${symbol}`).join(' ')} ${last}`)
    // Comparisons do not chain in Postgres, nor does NOT follow an arithmetic operator.
    .filter(text => !/[=<>]+ [^AO]*[=<>]/.test(text.replace(/ (AND|OR) /g, ' AND ')))
    .filter(text => !/[-+*/=<>|] NOT/.test(text));

  it.each(['trino', 'redshift'])('%s: as in Postgres', async dialect => {
    await fc.assert(
      fc.asyncProperty(expression, async text => {
        const query = `SELECT ${text} FROM t`;
        let wanted: string;
        try {
          wanted = printStatement(parseStatements(query)[0]);
        } catch {
          return;
        }
        expect(await translated(query, dialect)).toBe(wanted);
      }),
      {numRuns: 300},
    );
  });
});
