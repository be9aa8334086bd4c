import {resolve} from 'node:path';
import type {Connector} from '../connector.ts';
import type {Decoder} from '../formats/format.ts';
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
    const decoding = formatByName(format ?? 'json');
    const createDecoder = (): Decoder => decoding.createDecoder(memory, schema, formatOptions);
    // Now, so that a bad option is an error of CREATE SOURCE.
    createDecoder().close();
    return new FileSource(memory, schema, createDecoder, {path, follow});
  },
};
