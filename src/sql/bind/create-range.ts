import type {RangeForm, TypeObject} from '../../catalog/object.ts';
import {postgresOids} from '../../expr/postgres-oids.ts';
import {signatureOf} from '../../expr/short-names.ts';
import {mayBoundRanges} from '../../types/range.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {DOUBLE, sameKind} from '../../types/sql-type.ts';
import type {SqlType} from '../../types/sql-type.ts';
import {kindName} from '../../types/type-names.ts';
import type {CreateType, TypeName} from '../ast/index.ts';
import {refuseLanguage} from './collation.ts';
import type {BindContext} from './context.ts';
import {commonFields} from './definition.ts';
import {categoryOf} from './type-category.ts';
import {bindTypeName} from './type-name.ts';

type RangeDefinition = Extract<CreateType['definition'], {type: 'range'}>;

const names = ['subtype', 'subtype_opclass', 'collation', 'canonical', 'subtype_diff', 'multirange_type_name'] as const;
type OptionName = (typeof names)[number];
type Options = Partial<Record<OptionName, TypeName>>;

/** A range and its multirange. Errors: 42601, 42804, 42809, 42883, 42704, 42710, 0A000. */
export function bindCreateRange(ctx: BindContext, ast: CreateType, definition: RangeDefinition): TypeObject[] {
  const options = readOptions(definition);
  const range = commonFields(ctx, ast, ast.name);
  if (!options.subtype) throw new SqlError('42601', 'type attribute "subtype" is required');
  const subtype = bindTypeName(ctx, options.subtype);
  checkSubtype(subtype);
  if (options.canonical) throw notSupported('canonical functions of ranges');
  if (options.subtype_opclass) throw notSupported('operator classes of ranges');
  if (options.collation) checkRangeCollation(ctx, subtype, options.collation);
  const difference = options.subtype_diff ? checkedDifference(ctx, subtype, options.subtype_diff) : null;
  const multirange = {
    ...range,
    oid: ctx.catalog.allocateOid(),
    ...multirangeName(ctx, range, options.multirange_type_name),
  };
  const form = (type: RangeForm['type'], partner: number): RangeForm => ({type, subtype, partner, difference});
  return [
    {...range, kind: 'type', form: form('range', multirange.oid), dependsOn: [...ctx.dependencies]},
    {...multirange, kind: 'type', form: form('multirange', range.oid), dependsOn: [range.oid]},
  ];
}

function readOptions({options}: RangeDefinition): Options {
  const read: Options = {};
  for (const {name, value} of options) {
    const known = names.find(each => each === name);
    if (!known) throw new SqlError('42601', `type attribute "${name}" not recognized`);
    if (read[known]) throw new SqlError('42601', 'conflicting or redundant options');
    read[known] = value;
  }
  return read;
}

function checkSubtype(subtype: SqlType): void {
  if (categoryOf(subtype) === 'P' || subtype.kind === 'unknown') {
    throw new SqlError('42804', `range subtype cannot be ${kindName(subtype)}`);
  }
  if (['json', 'jsonpath', 'xml', 'point', 'lseg', 'box', 'path', 'polygon', 'circle', 'line'].includes(subtype.kind)) {
    const name = kindName(subtype);
    throw new SqlError('42704', `data type ${name} has no default operator class for access method "btree"`, {
      hint: 'You must specify an operator class for the range type or define a default operator class for the subtype.',
    });
  }
  if (!mayBoundRanges(subtype) || subtype.domain !== undefined) throw notSupported(`ranges of ${kindName(subtype)}`);
}

function checkRangeCollation(ctx: BindContext, subtype: SqlType, collation: TypeName): void {
  if (categoryOf(subtype) !== 'S') {
    throw new SqlError('42809', 'range collation specified but subtype does not support collation');
  }
  refuseLanguage(ctx, collation.names, collation, 'a range type');
}

/** Only that there is such a function is of interest. Errors: 42883, 42P13. */
function checkedDifference(ctx: BindContext, subtype: SqlType, {names: parts}: TypeName): string {
  const text = parts.join('.');
  const own = ctx.catalog
    .ofKind('function')
    .find(
      ({name, parameters}) =>
        name === parts[parts.length - 1] &&
        parameters.length === 2 &&
        parameters.every(({type}) => sameKind(type, subtype)),
    );
  const builtIn = signatureOf(parts[parts.length - 1], [subtype, subtype]) in postgresOids;
  const called = `${text}(${kindName(subtype)}, ${kindName(subtype)})`;
  if (!own && !builtIn) throw new SqlError('42883', `function ${called} does not exist`);
  if (own && !sameKind(own.returns, DOUBLE)) {
    throw new SqlError('42P13', `range subtype diff function ${called} must return type double precision`);
  }
  if (own && own.volatility !== 'immutable') {
    throw new SqlError('42P17', `range subtype diff function ${called} must be immutable`);
  }
  return text;
}

/** As given, or made of the range's: its first "range" becomes "multirange". Errors: 42710. */
function multirangeName(
  ctx: BindContext,
  range: {readonly schema: string; readonly name: string},
  given: TypeName | undefined,
): {readonly schema: string; readonly name: string} {
  if (given) return ctx.catalog.creationTarget(given.names.slice(-2), [range.schema, ...ctx.options.searchPath]);
  const name = range.name.includes('range') ? range.name.replace('range', 'multirange') : `${range.name}_multirange`;
  // What is wrong with the range's own name is said first.
  const taken = ctx.catalog.find([range.schema, range.name], []) === null && ctx.catalog.find([range.schema, name], []);
  if (taken) {
    throw new SqlError('42710', `type "${name}" already exists`, {
      detail: `Failed while creating a multirange type for type "${range.name}".`,
      hint: 'You can manually specify a multirange type name using the "multirange_type_name" attribute.',
    });
  }
  return {schema: range.schema, name};
}
