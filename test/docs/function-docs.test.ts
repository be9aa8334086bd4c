import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {exists} from '../../scripts/docs/missing-page.ts';
import {pages} from '../../scripts/docs/pages.ts';

describe('pages made from the registry', () => {
  it.each(Object.entries(pages))('%s is up to date (npm run docs:functions)', (path, page) => {
    const written = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    expect(written === page()).toBe(true);
  });

  it('tell what is here from what is not', () => {
    expect(exists('lower(text)')).toBe(true);
    expect(exists('=(int4,int8)')).toBe(true);
    expect(exists('lower(circle)')).toBe(false);
    expect(exists('no_such(int4)')).toBe(false);
  });
});
