import {describe, expect, test} from 'vitest';
import {StatementSplitter} from './statement-splitter.ts';

describe('statements are cut', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['SELECT 1; SELECT 2;', ['SELECT 1;', 'SELECT 2;']],
    [`SELECT ';', E'\\';', "a;b", $$;$$, $x$ $$; $x$;`, [`SELECT ';', E'\\';', "a;b", $$;$$, $x$ $$; $x$;`]],
    ['/* a; /* b; */ c; */ SELECT 1 -- d;\n;', ['SELECT 1 -- d;\n;']],
    [';;  ;', []],
    ["SELECT 'it''s;';", ["SELECT 'it''s;';"]],
    ['SELECT $1;', ['SELECT $1;']],
  ];
  for (const [text, statements] of cases) {
    test(JSON.stringify(text), () => {
      expect(new StatementSplitter().push(text).map(({sql}) => sql)).toEqual(statements);
    });
  }
});

describe('a command begins at a backslash', () => {
  const cases: readonly [string, string, number][] = [
    ['', '\\d t', 0],
    ['', 'SELECT 1 \\watch 2', 9],
    ['', "SELECT 'a \\n b';", -1],
    ["SELECT 'a\n", "\\n' \\g", 4],
    ['SELECT $$\n', '\\d', -1],
    ['SELECT 1\n', '\\timing', 0],
    ['', 'SELECT 1 -- \\d', -1],
    ['/* \n', '\\d */ \\q', 6],
  ];
  for (const [before, line, at] of cases) {
    test(`${JSON.stringify(before)} then ${JSON.stringify(line)}`, () => {
      const splitter = new StatementSplitter();
      splitter.push(before);
      expect(splitter.commandIn(line)).toBe(at);
    });
  }
});
