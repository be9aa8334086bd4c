// Reads what `go test -json` writes and prints one line a test: `passed|failed|skipped<TAB>package/test`. A test that began
// and never ended, since its process died, has failed. Usage: go test -json ./... | node go-results.mjs MODULE
import {createInterface} from 'node:readline';

const module = process.argv[2];
const words = {run: 'failed', pass: 'passed', fail: 'failed', skip: 'skipped'};
const results = new Map();

for await (const line of createInterface({input: process.stdin})) {
  if (!line.startsWith('{')) continue;
  const {Action: action, Package: name, Test: test, Output: output} = JSON.parse(line);
  if (test && action in words) results.set(`${name.slice(module.length + 1) || '.'}/${test}`, words[action]);
  if (output) process.stderr.write(output);
}
for (const [id, result] of results) console.log(`${result}\t${id.replaceAll(/\s/g, '_')}`);
