import {describe, expect, test} from 'vitest';
import {withEscapeStrings} from './plain-strings.ts';

const read = (sql: string): string => withEscapeStrings(sql, 'allowed').sql;

describe('texts written while standard_conforming_strings is off', () => {
  test.each([
    ["select 'a'", "select 'a'"],
    ["select 'a\\\\b'", "select E'a\\\\b'"],
    ["select 'it\\'s', 'x'", "select E'it\\'s', 'x'"],
    ["select E'a\\n', b'1', '\\t'", "select E'a\\n', b'1', E'\\t'"],
    ["select date'2020-01-0\\061'", "select date E'2020-01-0\\061'"],
    ["select 'a'\n'b\\n'", "select E'a'\n'b\\n'"],
    ["select 'a' 'b\\n'", "select 'a' E'b\\n'"],
    ["select 'a''\\n'", "select E'a''\\n'"],
    ["-- '\\\nselect '\\'''", "-- '\\\nselect E'\\'''"],
    ["/* ' /* \\' */ */ select '\\\\'", "/* ' /* \\' */ */ select E'\\\\'"],
    ["select \"a'\\\", '\\\\'", "select \"a'\\\", E'\\\\'"],
    ["select $$ '\\' $$, $q$ $$ '\\ $q$, '\\\\'", "select $$ '\\' $$, $q$ $$ '\\ $q$, E'\\\\'"],
    ["select a$b'\\\\'", "select a$b E'\\\\'"],
    ["select $1, '\\\\'", "select $1, E'\\\\'"],
    ["select 'open \\'", "select E'open \\'"],
  ])('%s', (written, meant) => {
    expect(read(written)).toBe(meant);
  });

  test('what is warned of, once a string', () => {
    const {warnings} = withEscapeStrings("select '\\'\\\\', 'a\\\\', '\\n', E'\\n'", 'allowed');
    expect(warnings.map(({at, message}) => [at, message])).toEqual([
      [7, "nonstandard use of \\' in a string literal"],
      [15, 'nonstandard use of \\\\ in a string literal'],
      [22, 'nonstandard use of escape in a string literal'],
    ]);
  });

  test('what is refused', () => {
    expect(() => withEscapeStrings("select '\\''", 'refused')).toThrow("unsafe use of \\' in a string literal");
    expect(() => withEscapeStrings("select U&'\\0041'", 'allowed')).toThrow(
      'unsafe use of string constant with Unicode escapes',
    );
  });
});
