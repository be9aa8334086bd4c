import {eventually} from '../support/server.ts';

/** Waits until the server holds no buffer in linear memory any more: everything has been dropped. */
export async function noLiveBuffers(httpUrl: string): Promise<void> {
  let last = '';
  const check = async (): Promise<true | null> => {
    const response = await fetch(new URL('/metrics', httpUrl));
    last = /^millrace_live_buffers (\d+)$/m.exec(await response.text())?.[1] ?? 'no such metric';
    return last === '0' ? true : null;
  };
  await eventually(check, 5000, 'no live buffers').catch(() => {
    throw new Error(`live buffers: ${last}`);
  });
}
