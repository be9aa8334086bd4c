import {createServer} from 'node:http';

type HttpServerOptions = {
  readonly host: string;
  readonly port: number;
  /** Prometheus text. */
  readonly metrics: () => Promise<string>;
  readonly log: {error(message: string): void};
};

/** `/healthz` for load balancers and `/metrics` for Prometheus. */
export async function startHttpServer(options: HttpServerOptions): Promise<{port: number; close(): Promise<void>}> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    const answer = (status: number, type: string, body: string): void => {
      response.writeHead(status, {'content-type': `${type}; charset=utf-8`}).end(body);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, 'text/plain', 'method not allowed\n');
    if (path === '/healthz') return answer(200, 'text/plain', 'ok\n');
    if (path !== '/metrics') return answer(404, 'text/plain', 'not found: try /healthz or /metrics\n');
    options.metrics().then(
      text => answer(200, 'text/plain; version=0.0.4', text),
      error => {
        options.log.error(`http: /metrics: ${String(error)}`);
        answer(500, 'text/plain', 'metrics are not available\n');
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
