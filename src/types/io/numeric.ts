import {type Decimal, decimalFromBytes, decimalParse, decimalPrint, decimalToBytes} from '../decimal.ts';
import type {TypeIo} from './type-io.ts';

export const numericIo: TypeIo = {
  parse: decimalParse,
  format: value => decimalPrint(value as Decimal),
  read: reader => decimalFromBytes(reader.rest()),
  write: (writer, value) => writer.bytes(decimalToBytes(value as Decimal)),
};
