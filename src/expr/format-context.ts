import {DEFAULT_FORMAT, type FormatSettings} from '../types/io/format-settings.ts';
import type {CallContext} from './function-row.ts';

const bySettings = new WeakMap<ReadonlyMap<string, string>, FormatSettings>();

/** The session's settings as type input and output take them. The map must not change while it is in use. */
export function formatOf(context: Pick<CallContext, 'settings' | 'system'>): FormatSettings {
  const {settings, system} = context;
  let format = bySettings.get(settings);
  if (!format) {
    format = {
      timeZone: settings.get('timezone') ?? DEFAULT_FORMAT.timeZone,
      dateStyle: settings.get('datestyle') ?? DEFAULT_FORMAT.dateStyle,
      intervalStyle: settings.get('intervalstyle') ?? DEFAULT_FORMAT.intervalStyle,
      extraFloatDigits: Number(settings.get('extra_float_digits') ?? DEFAULT_FORMAT.extraFloatDigits),
      byteaOutput: settings.get('bytea_output') === 'escape' ? 'escape' : 'hex',
    };
    bySettings.set(settings, format);
  }
  return system ? withNames(format, system) : format;
}

type Named = {readonly plain: FormatSettings; readonly named: FormatSettings};

const bySystem = new WeakMap<NonNullable<CallContext['system']>, Named>();

/** With what the catalog calls the values of the reg* types. */
function withNames(format: FormatSettings, system: NonNullable<CallContext['system']>): FormatSettings {
  const known = bySystem.get(system);
  if (known?.plain === format) return known.named;
  const named: FormatSettings = {
    ...format,
    objectNames: {
      oidOf: (kind, text) => system(`${kind}_oid`, [text]) as bigint,
      nameOf: (kind, oid) => system(`${kind}_name`, [oid]) as string,
    },
  };
  bySystem.set(system, {plain: format, named});
  return named;
}
