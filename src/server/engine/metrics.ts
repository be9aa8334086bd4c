import type {SystemStatus} from '../../catalog/system/status.ts';

type Sample = {readonly labels: Readonly<Record<string, string>>; readonly value: bigint | number};

/** Counters and gauges in Prometheus's text format. */
export function metricsText(
  status: SystemStatus,
  name: (oid: number) => string,
  tick: number,
  memory: {readonly liveBytes: number; readonly liveBuffers: number; readonly totalBytes: number},
  peeks: number,
): string {
  const sources = [...status.sources()];
  const views = [...status.materializedViews()];
  const sourceLabels = (s: (typeof sources)[number]): Record<string, string> => ({
    source: name(s.source),
    partition: s.partition,
  });
  return [
    metric('millrace_ticks_total', 'counter', 'Ticks made.', [{labels: {}, value: tick}]),
    metric('millrace_peeks_total', 'counter', 'Lookups by key answered without the engine thread.', [
      {labels: {}, value: peeks},
    ]),
    metric('millrace_state_bytes', 'gauge', 'Live bytes of state and batches in linear memory.', [
      {labels: {}, value: memory.liveBytes},
    ]),
    metric('millrace_live_buffers', 'gauge', 'Buffers alive in linear memory.', [
      {labels: {}, value: memory.liveBuffers},
    ]),
    metric('millrace_linear_memory_bytes', 'gauge', 'Size of the linear memory.', [
      {labels: {}, value: memory.totalBytes},
    ]),
    metric(
      'millrace_source_rows_total',
      'counter',
      'Rows decoded from a source.',
      sources.map(s => ({labels: sourceLabels(s), value: s.rows})),
    ),
    metric(
      'millrace_source_dead_letters_total',
      'counter',
      'Records of a source that could not be decoded.',
      sources.map(s => ({labels: sourceLabels(s), value: s.deadLetters})),
    ),
    metric(
      'millrace_source_lag',
      'gauge',
      'Offsets between what the views hold and the end of the partition.',
      sources.filter(s => s.lag !== null).map(s => ({labels: sourceLabels(s), value: s.lag!})),
    ),
    metric(
      'millrace_view_rows',
      'gauge',
      'Distinct rows of a materialized view.',
      views.map(v => ({labels: {view: name(v.view)}, value: v.rows})),
    ),
    metric(
      'millrace_view_state_bytes',
      'gauge',
      'Bytes of state of a materialized view.',
      views.map(v => ({labels: {view: name(v.view)}, value: v.stateBytes})),
    ),
  ].join('');
}

function metric(name: string, type: string, help: string, samples: readonly Sample[]): string {
  const lines = samples.map(({labels, value}) => {
    const pairs = Object.entries(labels).map(([key, text]) => `${key}="${escape(text)}"`);
    return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.map(line => `${line}\n`).join('')}`;
}

function escape(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
