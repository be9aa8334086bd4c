// What tests have in test/support, for scripts: `await testSupport(['postgres', 'server'])` bundles these modules.
import {build} from 'esbuild';
import {mkdtempSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

export async function testSupport(names) {
  const folder = mkdtempSync(join(process.cwd(), 'node_modules', '.support-'));
  try {
    const outfile = join(folder, 'support.mjs');
    await build({
      stdin: {
        contents: names.map(name => `export * from './test/support/${name}.ts';`).join('\n'),
        resolveDir: process.cwd(),
      },
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      outfile,
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, {recursive: true});
  }
}
