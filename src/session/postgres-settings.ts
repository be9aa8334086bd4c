import {builtInSettings} from './built-in-settings.ts';
import {CHECKS} from './setting-checks.ts';
import type {SettingContext, SettingDefinition} from './setting-definitions.ts';
import {boolean, measure, oneOf, printMeasure, shortest, type Unit} from './setting-kinds.ts';
import {VALUES} from './setting-values.ts';

// Every parameter that PostgreSQL 15 has. Clients set and read them all (a driver turns `jit` off for a moment, a dump its
// `lock_timeout`), so each is described, checked and shown as there. Those that do something here are told what by
// setting-definitions.ts; the others have no other effect.

export const POSTGRES_SETTINGS: readonly SettingDefinition[] = builtInSettings
  .slice(1, -1)
  .split('\n')
  .map(line => definitionOf(line.split('\t').map(fieldOf)));

/** As COPY writes it. */
function fieldOf(cell: string): string | null {
  return cell === '\\N' ? null : cell.replace(/\\(.)/g, (_, next: string) => (next === 'n' ? '\n' : next));
}

function definitionOf(fields: readonly (string | null)[]): SettingDefinition {
  const [name, context, vartype, unit, least, greatest, list, boot, guarded, flags, category, description, more] =
    fields;
  const words = list === null ? undefined : wordsOf(list);
  const range = least === null ? undefined : ([Number(least), limit(greatest!)] as const);
  const common: SettingDefinition = {
    name: name!,
    initial: VALUES[name!] ?? boot ?? '',
    boot: VALUES[name!] ?? boot,
    context: context as SettingContext,
    vartype: vartype as NonNullable<SettingDefinition['vartype']>,
    unit: (unit ?? undefined) as Unit | undefined,
    range,
    words,
    category: category!,
    description: description!,
    more,
    flags: flags === '' ? [] : flags!.split(','),
    guarded: guarded === 't',
  };
  return {...common, ...ofKind(common)};
}

function ofKind({name, vartype, unit, range, words}: SettingDefinition): Partial<SettingDefinition> {
  if (vartype === 'bool') return {accept: CHECKS[name] ?? boolean};
  if (vartype === 'enum') return {accept: oneOf(...words!)};
  if (vartype === 'string') return {accept: CHECKS[name]};
  const whole = vartype === 'integer';
  const inRange = measure({whole, unit, low: range![0], high: range![1]});
  const check = CHECKS[name];
  return {
    accept: check ? (value, as, current) => check(inRange(value, as), as, current) : inRange,
    plain: isMode(name) ? octal : whole ? undefined : value => shortest(Number(value)),
    show: isMode(name)
      ? octal
      : value => (whole || unit ? printMeasure(value, shownUnit(name, unit)) : shortest(Number(value))),
  };
}

/** `{a,"b c"}` */
function wordsOf(list: string): readonly string[] {
  return list
    .slice(1, -1)
    .split(',')
    .map(word => word.replaceAll('"', ''));
}

function limit(text: string): number {
  return text === '1.79769e+308' ? Number.MAX_VALUE : Number(text);
}

/** The system is asked for those of the socket, and has no units. */
function shownUnit(name: string, unit: Unit | undefined): Unit | undefined {
  return name.startsWith('tcp_') ? undefined : unit;
}

/** Of files. */
function isMode(name: string): boolean {
  return ['data_directory_mode', 'log_file_mode', 'unix_socket_permissions'].includes(name);
}

function octal(value: string): string {
  return `0${Number(value).toString(8).padStart(3, '0')}`;
}
