// Bundles a benchmark (they are TypeScript over the server's own sources) and runs it.
//   node bench/run.mjs [NAME] [ARGUMENT …]     NAME: a file bench/NAME.ts, default main
import {spawnSync} from 'node:child_process';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const name = process.argv[2] && !process.argv[2].startsWith('-') ? process.argv[2] : 'main';
const outfile = join(root, 'dist', `bench-${name.replaceAll('/', '-')}.mjs`);
await build({
  entryPoints: [join(root, 'bench', `${name}.ts`)],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
const rest = process.argv.slice(process.argv[2] === name ? 3 : 2);
const flags = rest.filter(flag => flag.startsWith('--cpu-prof'));
const {status} = spawnSync(process.execPath, [...flags, outfile, ...rest.filter(flag => !flags.includes(flag))], {
  stdio: 'inherit',
  env: {...process.env, MILLRACE_ROOT: root},
});
process.exitCode = status ?? 1;
