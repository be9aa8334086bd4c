// Runs every client of test/clients against PostgreSQL 15 and against Millrace and prints the table of
// docs/clients/README.md. `node scripts/client-table.mjs [CLIENT…]`
import {testSupport} from './test-support.mjs';

const {clientFolders, runClient, TestPostgres, TestServer} = await testSupport(['clients', 'postgres', 'server']);
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
