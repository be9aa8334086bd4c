import {resolve} from 'node:path';
import type {Connector} from '../connector.ts';
import {formatByName} from '../formats/registry.ts';
import {booleanOption, OptionReader} from '../options.ts';
import {FileSource} from './file-source.ts';

/** FROM FILE (PATH, FOLLOW): records of one file of the server's machine. */
export const file: Connector = {
  name: 'file',
  createSource({memory, schema, options, format, formatOptions}) {
    const reader = new OptionReader('connector FILE', options);
    const path = resolve(reader.require('path'));
    const follow = booleanOption(reader, 'follow') ?? false;
    reader.refuseRest();
    const decoder = formatByName(format ?? 'json').createDecoder(memory, schema, formatOptions);
    return new FileSource(memory, schema, decoder, {path, follow});
  },
};
