// Runs every client of test/clients against PostgreSQL 15 and against Millrace and prints the table of
// docs/clients/README.md. `node scripts/client-table.mjs [CLIENT…]`
import {build} from 'esbuild';
import {mkdtempSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

const folder = mkdtempSync(join(process.cwd(), 'node_modules', '.clients-'));
try {
  const outfile = join(folder, 'support.mjs');
  await build({
    stdin: {
      contents: ['clients', 'postgres', 'server'].map(name => `export * from './test/support/${name}.ts';`).join('\n'),
      resolveDir: process.cwd(),
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outfile,
  });
  const {clientFolders, runClient, TestPostgres, TestServer} = await import(pathToFileURL(outfile).href);
  const names = process.argv.length > 2 ? process.argv.slice(2) : clientFolders();
  console.log('| client | PostgreSQL 15 | Millrace |\n|---|---|---|');
  for (const name of names) {
    const cells = [];
    for (const [kind, Server] of [
      ['postgresql', TestPostgres],
      ['millrace', TestServer],
    ]) {
      const server = await Server.start();
      const {passed, failed, output} = await runClient(name, server.url, kind);
      if (failed)
        console.error(
          output
            .split('\n')
            .filter(line => !line.startsWith('ok '))
            .slice(0, 60)
            .join('\n'),
        );
      cells.push(`${passed} passed, ${failed} failed`);
      await server.dispose();
    }
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
} finally {
  rmSync(folder, {recursive: true});
}
