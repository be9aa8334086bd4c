// Writes the pages of docs/ that are made from the function registry (scripts/docs/pages.ts). No server is needed.
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'millrace-docs-'));
const outfile = join(folder, 'pages.mjs');
await build({
  entryPoints: [join(root, 'scripts/docs/pages.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  external: ['*/kernels.js'],
  outfile,
  logLevel: 'error',
});
const {pages} = await import(pathToFileURL(outfile).href);
rmSync(folder, {recursive: true});
for (const [path, page] of Object.entries(pages)) {
  mkdirSync(dirname(join(root, path)), {recursive: true});
  writeFileSync(join(root, path), page());
}
