import {mkdtempSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, expect, test} from 'vitest';
import {AuditFiles} from './audit-files.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, {recursive: true, force: true});
});

function entry(statement: string): Parameters<AuditFiles['append']>[0] {
  const who = {sessionUser: 'a', currentUser: 'a', processId: 1, client: '', application: ''};
  return {at: 0, class: 'read', ...who, statement, tag: 'SELECT 1', sqlstate: '00000', message: null, rows: 1};
}

test('the trail stays within its bytes though entries never stop coming', {timeout: 60_000}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-audit-'));
  folders.push(folder);
  const maxBytes = 64 * 1024;
  const audit = new AuditFiles(folder, maxBytes);
  const pending = (): number => (audit as unknown as {readonly pending: readonly string[]}).pending.length;
  // As soon as some are being written, others wait behind them.
  for (let turn = 0; turn < 100; turn++) {
    for (let i = 0; i < 10; i++) audit.append(entry(`SELECT ${turn}, ${i}, '${'x'.repeat(100)}'`));
    while (pending() > 0) await new Promise(resolve => setImmediate(resolve));
  }
  await audit.close();
  const onDisk = ['older.jsonl', 'newer.jsonl'].map(name => statSync(join(folder, 'audit', name)).size);
  // What was appended during one write comes on top.
  expect(onDisk[0] + onDisk[1]).toBeLessThan(maxBytes + 16 * 1024);
  const kept = audit.entries();
  expect(JSON.stringify(kept).length).toBeLessThan(maxBytes + 16 * 1024);
  expect(kept.map(({id}) => id)).toEqual(kept.map((_, i) => kept[0].id + i));
  const again = new AuditFiles(folder, maxBytes);
  expect(again.entries()).toEqual(kept);
  await again.close();
});
