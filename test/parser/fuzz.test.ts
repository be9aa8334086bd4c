import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseExpression, parseStatements} from '../../src/sql/parse/index.ts';
import {SqlError} from '../../src/types/sql-error.ts';
import {Random} from './random.ts';
import {corpus} from './support.ts';

/** Whatever the text, a tree or an SqlError whose position lies within it. */
function survives(sql: string): void {
  for (const parse of [parseStatements, parseExpression]) {
    try {
      parse(sql);
    } catch (error) {
      if (!(error instanceof SqlError)) throw error;
      const position = error.fields.position ?? 1;
      if (position < 1 || position > [...sql].length + 1) throw new Error(`position ${position}`, {cause: error});
    }
  }
}

describe('any text', () => {
  test('arbitrary characters', () => {
    fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 60}), survives), {numRuns: 3000});
  });

  test('arbitrary sequences of tokens', () => {
    const token = fc.constantFrom(
      ..."select from where ( ) [ ] , ; . :: := => .. + - * / < > = <> || @ 'a' \"b\" a 1 1.5 $1 $$x$$ e'\\n' u&'a' b'1' x'f'".split(
        ' ',
      ),
      ...'with recursive as not null is like in between and or case when then else end over filter within group by order'.split(
        ' ',
      ),
      ...'create source sink view materialized table insert into values update set delete on conflict do struct emit'.split(
        ' ',
      ),
      ...'watermark for match_recognize pattern define tumble as of interval day to second json_object xmltable rows'.split(
        ' ',
      ),
    );
    const text = fc.array(token, {maxLength: 25}).map(tokens => tokens.join(' '));
    fc.assert(fc.property(text, survives), {numRuns: 5000});
  });

  test('corpus statements with characters changed, lost and cut off', () => {
    const random = new Random(7);
    const statements = ['lexical', 'expressions', 'select', 'from', 'dml', 'utility', 'streaming', 'errors'].flatMap(
      corpus,
    );
    for (let i = 0; i < 4000; i++) {
      let sql = random.pick(statements);
      for (let edits = random.below(4); edits >= 0; edits--) {
        const at = random.below(sql.length + 1);
        const insert = random.pick([
          '',
          ' ',
          '(',
          ')',
          "'",
          '"',
          '$',
          '\\',
          '/*',
          '--',
          '\0',
          '\ud83d',
          'é',
          '>>',
          ',',
          '1e',
          '0x',
          ':',
        ]);
        sql = sql.slice(0, at) + insert + sql.slice(at + random.below(4));
      }
      if (random.chance(0.2)) sql = sql.slice(0, random.below(sql.length + 1));
      survives(sql);
    }
  });

  test('nesting beyond the limit is an error with a code, not a crash', () => {
    const deep = 20_000;
    for (const sql of [
      'SELECT ' + '('.repeat(deep) + '1' + ')'.repeat(deep),
      'SELECT ' + '('.repeat(deep) + 'SELECT 1' + ')'.repeat(deep),
      'SELECT ' + '['.repeat(deep),
      'SELECT ARRAY' + '['.repeat(deep),
      'SELECT ' + 'NOT '.repeat(deep) + 'a',
      'SELECT ' + '- '.repeat(deep) + 'a',
      'SELECT ' + 'f('.repeat(deep),
      'SELECT ' + 'CASE WHEN '.repeat(deep),
      'SELECT ' + 'CAST('.repeat(deep),
      'SELECT ' + 'a[ '.repeat(deep),
      'SELECT * FROM ' + '('.repeat(deep),
      'SELECT * FROM ' + 'a JOIN '.repeat(deep),
      'WITH a AS ('.repeat(deep),
      'SELECT 1 UNION ('.repeat(deep),
      'SELECT a::' + 'STRUCT<a '.repeat(deep),
      'SELECT FROM t GROUP BY ' + 'GROUPING SETS ('.repeat(deep),
      'SELECT ' + 'EXISTS ('.repeat(deep),
      'SELECT ' + 'a = ANY ('.repeat(deep),
      'EXPLAIN '.repeat(deep),
      'CREATE SOURCE s WITH (a = ' + '('.repeat(deep),
    ]) {
      expect(() => parseStatements(sql), sql.slice(0, 40)).toThrow(SqlError);
    }
  });

  test('long flat statements are no deep ones', () => {
    const many = 20_000;
    const sums = parseStatements('SELECT ' + Array.from({length: many}, (_, i) => `a${i}`).join(' + '));
    expect(sums).toHaveLength(1);
    parseStatements('SELECT ' + Array.from({length: many}, () => 'a').join(' AND '));
    parseStatements('INSERT INTO t VALUES ' + Array.from({length: many}, () => "(1, 'x')").join(', '));
    parseStatements('SELECT 1' + ' UNION ALL SELECT 1'.repeat(many));
  });
});
