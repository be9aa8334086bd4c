import {exceptions} from './exceptions.ts';
import type {Excused, Finding, Tally} from './rounds.ts';

/** A line a feature: how much really ran; and how often which exception was made. */
export function reportOf(
  tallies: ReadonlyMap<string, Tally>,
  findings: readonly Finding[],
  excused: readonly Excused[],
  asked: number,
): string {
  const lines = [...tallies].map(([feature, {ran, rejected, excused, views, viewReads}]) => {
    const wrong = findings.filter(finding => finding.feature === feature).length;
    const numbers = [ran, rejected, excused, views, viewReads, wrong].map(n => String(n).padStart(9)).join('');
    return `${feature.padEnd(18)}${numbers}`;
  });
  const head = `${''.padEnd(18)}${['ran', 'rejected', 'excused', 'views', 'reads', 'wrong'].map(n => n.padStart(9)).join('')}`;
  const counts = exceptions.map(({name}) => `${name} ${excused.filter(({exception}) => exception === name).length}`);
  return `${asked} queries, ${findings.length} differences; excused: ${counts.join(', ')}\n${head}\n${lines.join('\n')}`;
}
