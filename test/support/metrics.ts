import {eventually, type TestServer} from './server.ts';

/** The unlabelled samples of /metrics by name. */
export async function metrics(server: TestServer): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${server.httpUrl}/metrics`)).text();
  return new Map([...text.matchAll(/^(\w+) (\S+)$/gm)].map(([, name, value]) => [name, Number(value)]));
}

export type MemoryUse = {readonly buffers: number; readonly bytes: number};

export async function memoryUse(server: TestServer): Promise<MemoryUse> {
  const all = await metrics(server);
  return {buffers: all.get('millrace_live_buffers')!, bytes: all.get('millrace_state_bytes')!};
}

/** What is freed may be freed a little later: waits until memory is as it was. */
export async function memoryReturnsTo(server: TestServer, before: MemoryUse): Promise<void> {
  let last = before;
  await eventually(
    async () => {
      last = await memoryUse(server);
      return last.buffers === before.buffers && last.bytes === before.bytes ? true : null;
    },
    5000,
    `memory did not return to ${JSON.stringify(before)}`,
  ).catch((error: Error) => {
    throw new Error(`${error.message}; it is ${JSON.stringify(last)}`);
  });
}
