import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path';
import {describe, expect, it} from 'vitest';

const files = filesBelow('.');
const pages = files.filter(path => path.endsWith('.md'));
const page = (path: string): string => readFileSync(path, 'utf8');

describe('what the pages point at is there', () => {
  it.each(pages)('links of %s', path => {
    const targets = [...page(path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(match => match[1]);
    const inside = targets.filter(target => !/^[a-z]+:/.test(target));
    expect(inside.filter(target => !files.includes(normalize(join(dirname(path), target))))).toEqual([]);
  });

  it.each(pages)('headings that links of %s go to', path => {
    const targets = [...page(path).matchAll(/\]\(([^)#\s:]*)#([^)\s]+)\)/g)].map(match => match.slice(1));
    const missing = targets.filter(
      ([other, anchor]) => !anchorsOf(page(other === '' ? path : join(dirname(path), other))).includes(anchor),
    );
    expect(missing).toEqual([]);
  });

  it('every picture stands on a page', () => {
    const shown = pages.flatMap(path =>
      [...page(path).matchAll(/!\[[^\]]+\]\(([^)\s]+)\)/g)].map(match => normalize(join(dirname(path), match[1]))),
    );
    expect(files.filter(path => path.endsWith('.png') && !shown.includes(path))).toEqual([]);
  });

  const endings = new Set(files.flatMap(suffixes));

  it.each(pages.filter(path => path.startsWith('docs/')))('files that %s names', path => {
    expect(filesNamedBy(page(path)).filter(name => !endings.has(name))).toEqual([]);
  });

  it('files and folders that ARCHITECTURE.md names', () => {
    const named = [...filesNamedBy(page('ARCHITECTURE.md')), ...foldersNamedBy(page('ARCHITECTURE.md'))];
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(name => !endings.has(name))).toEqual([]);
  });

  it('docs/dependencies.md has the packages of package.json, and no others', () => {
    const {dependencies, devDependencies} = JSON.parse(page('package.json')) as Record<string, object>;
    const [, run, develop] = page('docs/dependencies.md').split(/^## .*$/m);
    expect(packagesOf(run)).toEqual(Object.keys(dependencies).sort());
    expect(packagesOf(develop)).toEqual(Object.keys(devDependencies).sort());
  });
});

/** Files and folders, but for what is not the repository's. */
function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, {withFileTypes: true});
  return entries.flatMap(entry => {
    if (entry.name.startsWith('.') || ['node_modules', 'dist'].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? [path, ...filesBelow(path)] : [path];
  });
}

/** What GitHub makes of headings: small letters, without punctuation, with a hyphen for each blank. */
function anchorsOf(text: string): string[] {
  const headings = [...text.replace(/^```.*?^```/gms, '').matchAll(/^#+ (.+)$/gm)].map(match => match[1]);
  return headings.map(heading =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** `a/b/c.ts` is also named `b/c.ts` and `c.ts`. */
function suffixes(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, from) => parts.slice(from).join('/'));
}

const quoted = (text: string): string[] => [...text.matchAll(/`([^`\s]+)`/g)].map(match => match[1]);

/** Those in code quotes, told by their endings, or by one of our folders in front. */
function filesNamedBy(text: string): string[] {
  const file = /^[\w./-]+\.(ts|mjs|md|sql|slt|json)$|^(src|test|scripts|docs|bench|migrations)\/[\w./-]*$/;
  return quoted(text)
    .filter(name => file.test(name))
    .map(name => name.replace(/\/$/, ''));
}

/** `folder/` */
function foldersNamedBy(text: string): string[] {
  return quoted(text)
    .filter(name => /^[\w/-]+\/$/.test(name))
    .map(name => name.slice(0, -1));
}

function packagesOf(section: string): string[] {
  const rows = section.split('\n').filter(line => line.startsWith('| `'));
  return rows.flatMap(row => [...row.split('|')[1].matchAll(/`([^`]+)`/g)].map(match => match[1])).sort();
}
