import * as arrow from 'apache-arrow';
import {column, type Schema} from '../types/schema.ts';
import {notSupported} from '../types/sql-error.ts';
import * as sql from '../types/sql-type.ts';
import {childTypesOf, type Field, isBinary, Physical, physicalOf, type SqlType} from '../types/sql-type.ts';

/** Field metadata that carries the exact SQL type through Arrow, as JSON. */
const SQL_TYPE = 'millrace:type';

/**
 * | SQL | Arrow |
 * |---|---|
 * | boolean, smallint … double precision | Bool, Int16 … Float64 |
 * | numeric of ≤ 38 fixed digits | Decimal128 |
 * | other numerics | Utf8 |
 * | text and its kin, json, jsonb | Utf8 |
 * | bytea, inet, cidr, macaddr, macaddr8; uuid | Binary; FixedSizeBinary(16) |
 * | date; time | Date32; Time64 µs |
 * | timestamp; timestamptz | Timestamp µs; with time zone UTC |
 * | interval | Interval month-day-nano |
 * | oid and the reg* family, xid | Int64 |
 * | array: its elements, all dimensions after one another; multirange | List |
 * | struct; range | Struct |
 */
export function arrowTypeOf(type: SqlType): arrow.DataType {
  switch (physicalOf(type)) {
    case Physical.bit:
      return new arrow.Bool();
    case Physical.int16:
      return new arrow.Int16();
    case Physical.int32:
      return type.kind === 'date' ? new arrow.DateDay() : new arrow.Int32();
    case Physical.int64:
      return int64TypeOf(type);
    case Physical.int128:
      return decimalTypeOf(type);
    case Physical.float32:
      return new arrow.Float32();
    case Physical.float64:
      return new arrow.Float64();
    case Physical.interval:
      return new arrow.IntervalMonthDayNano();
    case Physical.uuid:
      return new arrow.FixedSizeBinary(16);
    case Physical.bytes:
      return isBinary(type) ? new arrow.Binary() : new arrow.Utf8();
    case Physical.decimal:
      return new arrow.Utf8();
    case Physical.list:
      return new arrow.List(arrowField('item', childTypesOf(type)[0], true));
    case Physical.struct:
      return new arrow.Struct(structFields(type).map(({name, type: field}) => arrowField(name, field, true)));
  }
}

const rangeFieldNames = ['nonempty', 'has_lower', 'lower', 'lower_exclusive', 'no_upper', 'upper', 'upper_inclusive'];

/** The fields of a composite, or of the composite that a range is laid out as. */
function structFields(type: SqlType): readonly Field[] {
  return type.fields ?? childTypesOf(type).map((field, i) => ({name: rangeFieldNames[i], type: field}));
}

function int64TypeOf(type: SqlType): arrow.DataType {
  switch (type.kind) {
    case 'numeric':
      return decimalTypeOf(type);
    case 'time':
      return new arrow.TimeMicrosecond();
    case 'timestamp':
      return new arrow.TimestampMicrosecond();
    case 'timestamptz':
      return new arrow.TimestampMicrosecond('UTC');
    default:
      return new arrow.Int64();
  }
}

function decimalTypeOf(type: SqlType): arrow.DataType {
  return new arrow.Decimal(type.digits!.scale, type.digits!.precision, 128);
}

function arrowField(name: string, type: SqlType, nullable: boolean): arrow.Field {
  return new arrow.Field(name, arrowTypeOf(type), nullable, new Map([[SQL_TYPE, JSON.stringify(type)]]));
}

export function arrowSchema(schema: Schema): arrow.Schema {
  return new arrow.Schema(schema.map(({name, type, nullable}) => arrowField(name, type, nullable)));
}

/** The SQL schema of an Arrow one: exact where it came from `arrowSchema`, the nearest types otherwise. Errors: 0A000. */
export function schemaFromArrow(schema: arrow.Schema): Schema {
  return schema.fields.map(field => column(field.name, sqlTypeOf(field), field.nullable));
}

function sqlTypeOf(field: arrow.Field): SqlType {
  const stated = field.metadata.get(SQL_TYPE);
  return stated === undefined ? nearestType(field.type) : (JSON.parse(stated) as SqlType);
}

function nearestType(type: arrow.DataType): SqlType {
  if (arrow.DataType.isBool(type)) return sql.BOOLEAN;
  if (arrow.DataType.isInt(type)) return integerType(type);
  if (arrow.DataType.isFloat(type)) return type.precision === arrow.Precision.DOUBLE ? sql.DOUBLE : sql.REAL;
  if (arrow.DataType.isUtf8(type) || arrow.DataType.isLargeUtf8(type)) return sql.TEXT;
  if (arrow.DataType.isBinary(type) || arrow.DataType.isLargeBinary(type) || arrow.DataType.isFixedSizeBinary(type)) {
    return sql.BYTEA;
  }
  if (arrow.DataType.isDate(type)) return sql.DATE;
  if (arrow.DataType.isTime(type)) return sql.TIME;
  if (arrow.DataType.isTimestamp(type)) return type.timezone ? sql.TIMESTAMPTZ : sql.TIMESTAMP;
  if (arrow.DataType.isDecimal(type)) return sql.numericOf(type.precision, type.scale);
  if (arrow.DataType.isInterval(type)) return sql.INTERVAL;
  if (arrow.DataType.isList(type) || arrow.DataType.isFixedSizeList(type))
    return sql.arrayOf(sqlTypeOf(type.children[0]));
  if (arrow.DataType.isStruct(type)) {
    return sql.structOf(type.children.map(field => ({name: field.name, type: sqlTypeOf(field)})));
  }
  if (arrow.DataType.isDictionary(type)) return nearestType(type.dictionary);
  throw notSupported(`Arrow type ${String(type)}`);
}

function integerType(type: arrow.Int): SqlType {
  const bits = type.isSigned ? type.bitWidth : type.bitWidth + 1;
  if (bits <= 16) return sql.SMALLINT;
  if (bits <= 32) return sql.INTEGER;
  return bits <= 64 ? sql.BIGINT : sql.numericOf(20, 0);
}
