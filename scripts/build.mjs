// Builds dist/: the kernel module (AssemblyScript → one WASM file) and the bundled server, worker and command line.
//   node scripts/build.mjs            both
//   node scripts/build.mjs kernels    the WASM module alone
//   node scripts/build.mjs server     the JavaScript alone
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const what = process.argv[2] ?? 'all';

/** Compiles into a scratch folder and renames, so that a failing build never leaves half a module behind. */
async function buildKernels() {
  const asc = await import('assemblyscript/asc');
  const scratch = join(dist, `.kernels-${process.pid}`);
  mkdirSync(scratch, {recursive: true});
  const {error, stderr} = await asc.main(
    [
      join(root, 'src/kernels/assembly/index.ts'),
      '--config',
      join(root, 'src/kernels/asconfig.json'),
      '--outFile',
      join(scratch, 'kernels.wasm'),
      '--baseDir',
      root,
    ],
    {},
  );
  if (error) {
    rmSync(scratch, {recursive: true, force: true});
    throw new Error(`kernels: ${error.message}\n${stderr.toString()}`);
  }
  for (const file of ['kernels.wasm', 'kernels.js', 'kernels.d.ts']) {
    if (existsSync(join(scratch, file))) renameSync(join(scratch, file), join(dist, file));
  }
  rmSync(scratch, {recursive: true, force: true});
}

async function buildServer() {
  const {build} = await import('esbuild');
  const entries = {
    cli: 'src/cli/main.ts',
    server: 'src/server/main.ts',
    worker: 'src/server/worker.ts',
  };
  const entryPoints = Object.fromEntries(
    Object.entries(entries)
      .map(([name, file]) => [name, join(root, file)])
      .filter(([, file]) => existsSync(file)),
  );
  const {metafile} = await build({
    entryPoints,
    outdir: dist,
    metafile: true,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    packages: 'external',
    external: ['*/kernels.js'],
    sourcemap: true,
    outExtension: {'.js': '.mjs'},
    logLevel: 'warning',
  });
  removeStale(Object.keys(metafile.outputs).map(path => basename(path)));
}

/** What esbuild names by its content. */
const CHUNK = /-[0-9A-Z]{8}\.mjs(\.map)?$/;

/**
 * Chunks of earlier builds pile up. Those of the last one stay, since a server that runs from it may not have loaded all of
 * them yet.
 */
function removeStale(made) {
  const list = join(dist, '.chunks.json');
  const before = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : null;
  const chunks = made.filter(name => CHUNK.test(name));
  // A build that changes nothing does not make the last one older.
  const same = before !== null && chunks.every(name => before.last.includes(name));
  const last = same ? before.last : chunks;
  const kept = same ? before.kept : (before?.last ?? readdirSync(dist).filter(name => CHUNK.test(name)));
  for (const name of readdirSync(dist)) {
    if (CHUNK.test(name) && !last.includes(name) && !kept.includes(name)) rmSync(join(dist, name), {force: true});
  }
  writeFileSync(`${list}.${process.pid}`, JSON.stringify({last, kept}));
  renameSync(`${list}.${process.pid}`, list);
}

mkdirSync(dist, {recursive: true});
if (what === 'all' || what === 'kernels') await buildKernels();
if (what === 'all' || what === 'server') await buildServer();
