/**
 * Our syntax tree in the shape of libpg-query's, for queries, DML and all expressions: what the oracle is compared by.
 * Fields of default value (false, 0, '', empty lists) are left out on both sides; see `normalize` in oracle.ts.
 */
import type {
  Alias,
  AssignmentTarget,
  ColumnRef,
  CommonTable,
  Delete,
  Expression,
  FrameBound,
  FunctionCall,
  FunctionColumn,
  GroupingSet,
  IndexElement,
  IndirectionStep,
  Insert,
  JsonBehavior,
  JsonFormat,
  JsonReturning,
  JsonTableColumn,
  JsonValueExpression,
  Merge,
  NamedArgument,
  OnConflict,
  Operator,
  QualifiedName,
  Query,
  Returning,
  Select,
  SetClause,
  SetOperation,
  SortKey,
  TableExpression,
  Target,
  TypeName,
  Update,
  WindowFrame,
  WindowName,
  WindowSpec,
  With,
  XmlAttribute,
} from '../../src/sql/ast/index.ts';

/** JSON, loosely: the oracle's trees have no types of their own here. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | {readonly [key: string]: Json};

export type Preparable = Query | Insert | Update | Delete | Merge;

export function statementToPostgres(statement: Preparable): Json {
  switch (statement.kind) {
    case 'query':
      return {SelectStmt: selectStmt(statement)};
    case 'insert':
      return {InsertStmt: insertStmt(statement)};
    case 'update':
      return {UpdateStmt: updateStmt(statement)};
    case 'delete':
      return {DeleteStmt: deleteStmt(statement)};
    case 'merge':
      return {MergeStmt: mergeStmt(statement)};
  }
}

const str = (sval: string): Json => ({String: {sval}});
const strs = (names: readonly string[]): Json => names.map(str);
const system = (name: string): Json => strs(['pg_catalog', name]);

function selectStmt(query: Query): Json {
  return {
    ...bodyStmt(query.body),
    sortClause: query.orderBy.map(sortBy),
    limitOffset: maybe(query.offset),
    limitCount: maybe(query.limit),
    limitOption: limitOption(query),
    lockingClause: query.locking.map(clause => ({
      LockingClause: {
        lockedRels: clause.of.map(name => ({RangeVar: rangeVar(name)})),
        strength: {
          update: 'LCS_FORUPDATE',
          'no key update': 'LCS_FORNOKEYUPDATE',
          share: 'LCS_FORSHARE',
          'key share': 'LCS_FORKEYSHARE',
        }[clause.strength],
        waitPolicy: {block: 'LockWaitBlock', nowait: 'LockWaitError', 'skip locked': 'LockWaitSkip'}[clause.wait],
      },
    })),
    withClause: withClause(query.with),
  };
}

function limitOption(query: Query): string {
  if (query.withTies) return 'LIMIT_OPTION_WITH_TIES';
  return query.limit !== null || query.offset !== null ? 'LIMIT_OPTION_COUNT' : 'LIMIT_OPTION_DEFAULT';
}

function bodyStmt(body: Query['body']): {readonly [key: string]: Json} {
  switch (body.kind) {
    case 'values':
      return {valuesLists: body.rows.map(row => list(row.map(expr))), op: 'SETOP_NONE'};
    case 'set_operation':
      return {
        op: {union: 'SETOP_UNION', intersect: 'SETOP_INTERSECT', except: 'SETOP_EXCEPT'}[body.operator],
        all: body.all,
        larg: selectStmt((body as SetOperation).left),
        rarg: selectStmt((body as SetOperation).right),
      };
    case 'select':
      return plainSelect(body);
  }
}

function plainSelect(select: Select): {readonly [key: string]: Json} {
  const {into} = select;
  return {
    distinctClause: select.distinct ? (select.distinctOn.length > 0 ? select.distinctOn.map(expr) : [{}]) : [],
    intoClause: into && {
      rel: {...rangeVar(into.name), relpersistence: {permanent: 'p', temporary: 't', unlogged: 'u'}[into.persistence]},
      onCommit: 'ONCOMMIT_NOOP',
    },
    targetList: select.targets.map(target),
    fromClause: select.from.map(tableExpression),
    whereClause: maybe(select.where),
    groupClause: select.groupBy.map(groupItem),
    groupDistinct: select.groupDistinct,
    havingClause: maybe(select.having),
    windowClause: select.windows.map(w => ({WindowDef: {name: w.name, ...windowSpec(w.spec)}})),
    op: 'SETOP_NONE',
  };
}

function list(items: readonly Json[]): Json {
  return {List: {items}};
}

function maybe(e: Expression | null): Json {
  return e === null ? null : expr(e);
}

function target(t: Target): Json {
  return {ResTarget: {name: t.alias, val: expr(t.expression)}};
}

function groupItem(item: Expression | GroupingSet): Json {
  if (item.kind !== 'grouping_set') return expr(item);
  const kind = `GROUPING_SET_${item.type.toUpperCase()}`;
  return {GroupingSet: {kind, content: item.items.map(groupItem)}};
}

function withClause(clause: With | null): Json {
  if (clause === null) return null;
  return {ctes: clause.parts.map(commonTable), recursive: clause.recursion === 'recursive'};
}

function commonTable(part: CommonTable): Json {
  const {search, cycle} = part;
  return {
    CommonTableExpr: {
      ctename: part.name,
      aliascolnames: strs(part.columns),
      ctematerialized: {
        default: 'CTEMaterializeDefault',
        always: 'CTEMaterializeAlways',
        never: 'CTEMaterializeNever',
      }[part.materialized],
      ctequery: statementToPostgres(part.statement),
      search_clause: search && {
        search_col_list: strs(search.by),
        search_breadth_first: search.order === 'breadth',
        search_seq_column: search.set,
      },
      cycle_clause: cycle && {
        cycle_col_list: strs(cycle.columns),
        cycle_mark_column: cycle.set,
        cycle_mark_value: expr(cycle.to),
        cycle_mark_default: expr(cycle.default),
        cycle_path_column: cycle.using,
      },
    },
  };
}

function sortBy(key: SortKey): Json {
  return {
    SortBy: {
      node: expr(key.expression),
      sortby_dir: `SORTBY_${key.direction.toUpperCase()}`,
      sortby_nulls: `SORTBY_NULLS_${key.nulls.toUpperCase()}`,
      useOp: key.using && operatorName(key.using),
    },
  };
}

function operatorName(operator: Operator): Json {
  return strs([...operator.schema, operator.name]);
}

function rangeVar(name: QualifiedName, rest: {readonly [key: string]: Json} = {}): {readonly [key: string]: Json} {
  const [relname, schemaname, catalogname] = [...name.parts].reverse();
  return {catalogname, schemaname, relname, inh: true, relpersistence: 'p', ...rest};
}

function alias(a: Alias | null): Json {
  return a && {aliasname: a.name, colnames: strs(a.columns)};
}

function tableExpression(table: TableExpression): Json {
  switch (table.kind) {
    case 'table_ref': {
      const relation = {RangeVar: rangeVar(table.name, {inh: !table.only, alias: alias(table.alias)})};
      if (table.sample === null) return relation;
      return {
        RangeTableSample: {
          relation,
          method: strs(table.sample.method),
          args: table.sample.args.map(expr),
          repeatable: maybe(table.sample.repeatable),
        },
      };
    }
    case 'derived_table':
      return {
        RangeSubselect: {
          lateral: table.lateral,
          subquery: {SelectStmt: selectStmt(table.query)},
          alias: alias(table.alias),
        },
      };
    case 'table_function':
      return {
        RangeFunction: {
          lateral: table.lateral,
          ordinality: table.ordinality,
          is_rowsfrom: table.rowsFrom,
          functions: table.functions.map(item =>
            list([expr(item.call), item.columns.length === 0 ? {} : list(item.columns.map(functionColumn))]),
          ),
          alias: alias(table.alias),
          coldeflist: table.columns.map(functionColumn),
        },
      };
    case 'join':
      return {
        JoinExpr: {
          jointype: {
            inner: 'JOIN_INNER',
            cross: 'JOIN_INNER',
            left: 'JOIN_LEFT',
            right: 'JOIN_RIGHT',
            full: 'JOIN_FULL',
          }[table.type],
          isNatural: table.natural,
          larg: tableExpression(table.left),
          rarg: tableExpression(table.right),
          usingClause: table.using && strs(table.using),
          join_using_alias: table.usingAlias === null ? null : {aliasname: table.usingAlias},
          quals: maybe(table.on),
          alias: alias(table.alias),
        },
      };
    case 'xml_table':
      return {
        RangeTableFunc: {
          lateral: table.lateral,
          docexpr: expr(table.document),
          rowexpr: expr(table.row),
          namespaces: table.namespaces.map(space => ({ResTarget: {name: space.name, val: expr(space.uri)}})),
          columns: table.columns.map(column => ({
            RangeTableFuncCol: {
              colname: column.name,
              typeName: column.type && typeName(column.type),
              for_ordinality: column.ordinality,
              is_not_null: column.notNull,
              colexpr: maybe(column.path),
              coldefexpr: maybe(column.default),
            },
          })),
          alias: alias(table.alias),
        },
      };
    case 'json_table':
      return {
        JsonTable: {
          lateral: table.lateral,
          context_item: jsonValue(table.context),
          pathspec: {string: expr(table.path), name: table.pathName},
          passing: table.passing.map(arg => ({JsonArgument: {val: jsonValue(arg.value), name: arg.name}})),
          columns: table.columns.map(jsonTableColumn),
          on_error: behavior(table.onError),
          alias: alias(table.alias),
        },
      };
    case 'window_table':
    case 'match_recognize':
      throw new Error(`${table.kind} is not Postgres's`);
  }
}

function jsonTableColumn(column: JsonTableColumn): Json {
  const plain = column.type === 'ordinality' || column.type === 'nested';
  const wrapper = column.type === 'exists' ? 'none' : column.wrapper;
  return {
    JsonTableColumn: {
      coltype: {
        ordinality: 'JTC_FOR_ORDINALITY',
        regular: 'JTC_REGULAR',
        formatted: 'JTC_FORMATTED',
        exists: 'JTC_EXISTS',
        nested: 'JTC_NESTED',
      }[column.type],
      name: column.name,
      typeName: column.typeName && typeName(column.typeName),
      pathspec: column.path === null ? null : {string: {A_Const: {sval: {sval: column.path}}}, name: column.pathName},
      format: plain ? null : jsonFormat(column.format),
      wrapper: jsonWrapper(wrapper),
      quotes: `JS_QUOTES_${column.quotes === 'unspecified' ? 'UNSPEC' : column.quotes.toUpperCase()}`,
      on_empty: behavior(column.onEmpty),
      on_error: behavior(column.onError),
      columns: column.columns.map(jsonTableColumn),
    },
  };
}

function functionColumn(column: FunctionColumn): Json {
  return {
    ColumnDef: {
      colname: column.name,
      typeName: typeName(column.type),
      is_local: true,
      collClause: column.collation && {collname: strs(column.collation)},
    },
  };
}

function insertStmt(insert: Insert): Json {
  return {
    relation: rangeVar(insert.table, {alias: insert.alias === null ? null : {aliasname: insert.alias}}),
    cols: insert.columns.map(column => assignmentTarget(column)),
    selectStmt: insert.source && statementToPostgres(insert.source),
    onConflictClause: insert.onConflict && onConflict(insert.onConflict),
    returningClause: returning(insert.returning),
    withClause: withClause(insert.with),
    override: overriding(insert.overriding),
  };
}

function overriding(kind: Insert['overriding']): string {
  return {none: 'OVERRIDING_NOT_SET', user: 'OVERRIDING_USER_VALUE', system: 'OVERRIDING_SYSTEM_VALUE'}[kind];
}

function assignmentTarget(t: AssignmentTarget, val: Json = null): Json {
  return {ResTarget: {name: t.column, indirection: t.steps.map(step), val}};
}

function onConflict(clause: OnConflict): Json {
  const inferred = clause.elements.length > 0 || clause.constraint !== null;
  return {
    action: clause.action === 'nothing' ? 'ONCONFLICT_NOTHING' : 'ONCONFLICT_UPDATE',
    infer: inferred
      ? {
          indexElems: clause.elements.map(indexElement),
          whereClause: maybe(clause.indexWhere),
          conname: clause.constraint,
        }
      : null,
    targetList: setClauses(clause.set),
    whereClause: maybe(clause.where),
  };
}

function indexElement(element: IndexElement): Json {
  const plain = element.expression.kind === 'column_ref' && element.expression.path.length === 1;
  return {
    IndexElem: {
      name: plain ? (element.expression as ColumnRef).path[0] : null,
      expr: plain ? null : expr(element.expression),
      collation: element.collation && strs(element.collation),
      opclass: element.operatorClass && strs(element.operatorClass),
      opclassopts: element.operatorClassOptions.map(option => ({
        DefElem: {
          defnamespace: option.namespace,
          defname: option.name,
          arg: option.value === null ? null : {String: {sval: option.value}},
          defaction: 'DEFELEM_UNSPEC',
        },
      })),
      ordering: `SORTBY_${element.direction.toUpperCase()}`,
      nulls_ordering: `SORTBY_NULLS_${element.nulls.toUpperCase()}`,
    },
  };
}

function setClauses(clauses: readonly SetClause[]): Json {
  return clauses.flatMap(clause => {
    if (!clause.multiple) return [assignmentTarget(clause.targets[0], expr(clause.value))];
    const ncolumns = clause.targets.length;
    return clause.targets.map((t, i) =>
      assignmentTarget(t, {MultiAssignRef: {source: expr(clause.value), colno: i + 1, ncolumns}}),
    );
  });
}

function returning(clause: Returning | null): Json {
  if (clause === null) return null;
  const option = (name: string, value: string | null): Json[] =>
    value === null ? [] : [{ReturningOption: {option: `RETURNING_OPTION_${name}`, value}}];
  return {
    options: [...option('OLD', clause.oldAlias), ...option('NEW', clause.newAlias)],
    exprs: clause.targets.map(target),
  };
}

function updateStmt(update: Update): Json {
  return {
    relation: rangeVar(update.table, {inh: !update.only, alias: alias(update.alias)}),
    targetList: setClauses(update.set),
    whereClause: maybe(update.where),
    fromClause: update.from.map(tableExpression),
    returningClause: returning(update.returning),
    withClause: withClause(update.with),
  };
}

function deleteStmt(statement: Delete): Json {
  return {
    relation: rangeVar(statement.table, {inh: !statement.only, alias: alias(statement.alias)}),
    usingClause: statement.using.map(tableExpression),
    whereClause: maybe(statement.where),
    returningClause: returning(statement.returning),
    withClause: withClause(statement.with),
  };
}

function mergeStmt(merge: Merge): Json {
  return {
    relation: rangeVar(merge.table, {inh: !merge.only, alias: alias(merge.alias)}),
    sourceRelation: tableExpression(merge.using),
    joinCondition: expr(merge.on),
    mergeWhenClauses: merge.whens.map(when => ({
      MergeWhenClause: {
        matchKind: {
          matched: 'MERGE_WHEN_MATCHED',
          'not matched by source': 'MERGE_WHEN_NOT_MATCHED_BY_SOURCE',
          'not matched by target': 'MERGE_WHEN_NOT_MATCHED_BY_TARGET',
        }[when.match],
        commandType: `CMD_${when.action.type.toUpperCase()}`,
        override: overriding(when.action.type === 'insert' ? when.action.overriding : 'none'),
        condition: maybe(when.condition),
        targetList:
          when.action.type === 'update'
            ? setClauses(when.action.set)
            : when.action.type === 'insert'
              ? when.action.columns.map(column => assignmentTarget(column))
              : [],
        values: when.action.type === 'insert' ? (when.action.values ?? []).map(expr) : [],
      },
    })),
    returningClause: returning(merge.returning),
    withClause: withClause(merge.with),
  };
}

const INTERVAL_BITS: Readonly<Record<string, number>> = {
  year: 4,
  month: 2,
  day: 8,
  hour: 1024,
  minute: 2048,
  second: 4096,
};
const INTERVAL_ORDER = ['year', 'month', 'day', 'hour', 'minute', 'second'];

function intervalMask(fields: string): number {
  const [from, to = from] = fields.split(' to ');
  const range = INTERVAL_ORDER.slice(INTERVAL_ORDER.indexOf(from), INTERVAL_ORDER.indexOf(to) + 1);
  return range.reduce((mask, field) => mask | INTERVAL_BITS[field], 0);
}

export function typeName(type: TypeName): Json {
  if (type.struct !== null) throw new Error("STRUCT is not Postgres's");
  let typmods = type.modifiers.map(expr);
  if (type.names[1] === 'interval' && type.names[0] === 'pg_catalog') {
    if (type.intervalFields !== null) typmods = [integer(intervalMask(type.intervalFields)), ...typmods];
    else if (typmods.length > 0) typmods = [integer(32767), ...typmods];
  }
  return {
    names: strs(type.names),
    setof: type.setof,
    typmods,
    arrayBounds: type.arrayBounds.map(bound => ({Integer: {ival: bound}})),
  };
}

function integer(ival: number): Json {
  return {A_Const: {ival: {ival}}};
}

function aExpr(kind: string, name: Json, lexpr: Json, rexpr: Json): Json {
  return {A_Expr: {kind: `AEXPR_${kind}`, name, lexpr, rexpr}};
}

function not(e: Json): Json {
  return {BoolExpr: {boolop: 'NOT_EXPR', args: [e]}};
}

function step(s: IndirectionStep): Json {
  switch (s.kind) {
    case 'field':
      return str(s.name);
    case 'star':
      return {A_Star: {}};
    case 'subscript':
      return {A_Indices: {uidx: expr(s.index)}};
    case 'slice':
      return {A_Indices: {is_slice: true, lidx: maybe(s.lower), uidx: maybe(s.upper)}};
  }
}

function subLink(subLinkType: string, query: Query, rest: {readonly [key: string]: Json} = {}): Json {
  return {SubLink: {subLinkType: `${subLinkType}_SUBLINK`, ...rest, subselect: {SelectStmt: selectStmt(query)}}};
}

export function expr(e: Expression): Json {
  switch (e.kind) {
    case 'column_ref':
      return {ColumnRef: {fields: [...e.path.map(str), ...(e.star ? [{A_Star: {}}] : [])]}};
    case 'parameter':
      return {ParamRef: {number: e.index}};
    case 'integer': {
      const value = Number(e.text);
      // doNegate leaves -2147483648 a float, since 2147483648 had been one.
      if (value <= 2147483647 && value >= -2147483647) return integer(value);
      return {A_Const: {fval: {fval: e.text}}};
    }
    case 'numeric':
      return {A_Const: {fval: {fval: e.text}}};
    case 'string':
      return {A_Const: {sval: {sval: e.value}}};
    case 'bit_string':
      return {A_Const: {bsval: {bsval: e.base + e.digits}}};
    case 'boolean':
      return {A_Const: {boolval: {boolval: e.value}}};
    case 'null':
      return {A_Const: {isnull: true}};
    case 'default':
      return {SetToDefault: {}};
    case 'unary':
      return aExpr('OP', operatorName(e.operator), null, expr(e.operand));
    case 'binary':
      return aExpr('OP', operatorName(e.operator), expr(e.left), expr(e.right));
    case 'logical':
      return {BoolExpr: {boolop: `${e.operator.toUpperCase()}_EXPR`, args: e.operands.map(expr)}};
    case 'not':
      return not(expr(e.operand));
    case 'is':
      return isTest(e);
    case 'is_distinct':
      return aExpr(e.negated ? 'NOT_DISTINCT' : 'DISTINCT', [str('=')], expr(e.left), expr(e.right));
    case 'is_json': {
      const predicate: Json = {
        JsonIsPredicate: {
          expr: expr(e.operand),
          format: jsonFormat(null),
          item_type: `JS_TYPE_${e.type.toUpperCase()}`,
          unique_keys: e.uniqueKeys,
        },
      };
      return e.negated ? not(predicate) : predicate;
    }
    case 'like': {
      const sign = {like: '~~', ilike: '~~*', similar: '~'}[e.operator];
      const args = e.escape === null ? [expr(e.pattern)] : [expr(e.pattern), expr(e.escape)];
      const fn = e.operator === 'similar' ? 'similar_to_escape' : 'like_escape';
      const plain = e.operator !== 'similar' && e.escape === null;
      const pattern = plain ? args[0] : {FuncCall: {funcname: system(fn), args, funcformat: 'COERCE_EXPLICIT_CALL'}};
      return aExpr(e.operator.toUpperCase(), [str(e.negated ? `!${sign}` : sign)], expr(e.operand), pattern);
    }
    case 'between': {
      const kind = `${e.negated ? 'NOT_' : ''}BETWEEN${e.symmetric ? '_SYM' : ''}`;
      const name = `${e.negated ? 'NOT ' : ''}BETWEEN${e.symmetric ? ' SYMMETRIC' : ''}`;
      return aExpr(kind, [str(name)], expr(e.operand), list([expr(e.low), expr(e.high)]));
    }
    case 'in_list':
      return aExpr('IN', [str(e.negated ? '<>' : '=')], expr(e.operand), list(e.items.map(expr)));
    case 'in_subquery': {
      const link = subLink('ANY', e.query, {testexpr: expr(e.operand)});
      return e.negated ? not(link) : link;
    }
    case 'quantified': {
      const {right} = e;
      if (right.kind === 'query') {
        const type = e.quantifier === 'any' ? 'ANY' : 'ALL';
        return subLink(type, right, {testexpr: expr(e.left), operName: operatorName(e.operator)});
      }
      return aExpr(`OP_${e.quantifier.toUpperCase()}`, operatorName(e.operator), expr(e.left), expr(right));
    }
    case 'cast':
      return {TypeCast: {arg: expr(e.operand), typeName: typeName(e.type)}};
    case 'collate':
      return {CollateClause: {arg: expr(e.operand), collname: strs(e.collation)}};
    case 'case':
      return {
        CaseExpr: {
          arg: maybe(e.operand),
          args: e.whens.map(when => ({CaseWhen: {expr: expr(when.condition), result: expr(when.result)}})),
          defresult: maybe(e.otherwise),
        },
      };
    case 'coalesce':
      return {CoalesceExpr: {args: e.args.map(expr)}};
    case 'min_max':
      return {MinMaxExpr: {op: `IS_${e.function.toUpperCase()}`, args: e.args.map(expr)}};
    case 'null_if':
      return aExpr('NULLIF', [str('=')], expr(e.left), expr(e.right));
    case 'row': {
      const row_format = e.explicit ? 'COERCE_EXPLICIT_CALL' : 'COERCE_IMPLICIT_CAST';
      return {RowExpr: {args: e.items.map(expr), row_format}};
    }
    case 'array':
      return {A_ArrayExpr: {elements: e.items.map(expr)}};
    case 'subquery':
      return subLink('EXPR', e.query);
    case 'exists':
      return subLink('EXISTS', e.query);
    case 'array_subquery':
      return subLink('ARRAY', e.query);
    case 'indirection':
      return {A_Indirection: {arg: expr(e.base), indirection: e.steps.map(step)}};
    case 'function_call':
      return functionCall(e);
    case 'sql_value_function': {
      const suffix = e.precision === null ? '' : '_N';
      return {SQLValueFunction: {op: `SVFOP_${e.function.toUpperCase()}${suffix}`, typmod: e.precision ?? -1}};
    }
    case 'grouping':
      return {GroupingFunc: {args: e.args.map(expr)}};
    case 'merge_action':
      return {MergeSupportFunc: {msftype: 25}};
    case 'current_of':
      return {CurrentOfExpr: {cursor_name: e.cursor}};
    case 'xml_element':
      return xml('IS_XMLELEMENT', {
        name: e.name,
        named_args: e.attributes.map(xmlAttribute),
        args: e.content.map(expr),
      });
    case 'xml_forest':
      return xml('IS_XMLFOREST', {named_args: e.items.map(xmlAttribute)});
    case 'xml_concat':
      return xml('IS_XMLCONCAT', {args: e.items.map(expr)});
    case 'xml_parse': {
      const preserve: Json = {A_Const: {boolval: {boolval: e.preserveWhitespace}}};
      return xml('IS_XMLPARSE', {
        args: [expr(e.value), preserve],
        xmloption: `XMLOPTION_${e.form.toUpperCase()}`,
      });
    }
    case 'xml_pi':
      return xml('IS_XMLPI', {name: e.name, args: e.content === null ? [] : [expr(e.content)]});
    case 'xml_root': {
      const standalone = ['yes', 'no', 'no_value', 'omitted'].indexOf(e.standalone);
      const version: Json = e.version === null ? {A_Const: {isnull: true}} : expr(e.version);
      return xml('IS_XMLROOT', {args: [expr(e.value), version, integer(standalone)]});
    }
    case 'xml_serialize':
      return {
        XmlSerialize: {
          xmloption: `XMLOPTION_${e.form.toUpperCase()}`,
          expr: expr(e.value),
          typeName: typeName(e.type),
          indent: e.indent,
        },
      };
    case 'json_object':
      return {
        JsonObjectConstructor: {
          exprs: e.entries.map(entry => ({JsonKeyValue: {key: expr(entry.key), value: jsonValue(entry.value)}})),
          output: jsonOutput(e.returning),
          absent_on_null: e.absentOnNull,
          unique: e.uniqueKeys,
        },
      };
    case 'json_array':
      return {
        JsonArrayConstructor: {
          exprs: e.items.map(item => ({JsonValueExpr: jsonValue(item)})),
          output: jsonOutput(e.returning),
          absent_on_null: e.absentOnNull,
        },
      };
    case 'json_array_query':
      return {
        JsonArrayQueryConstructor: {
          query: {SelectStmt: selectStmt(e.query)},
          output: jsonOutput(e.returning),
          format: jsonFormat(e.format),
          absent_on_null: true,
        },
      };
    case 'json_object_aggregate':
      return {
        JsonObjectAgg: {
          constructor: {output: jsonOutput(e.returning), agg_filter: maybe(e.filter), over: over(e.over)},
          arg: {key: expr(e.entry.key), value: jsonValue(e.entry.value)},
          absent_on_null: e.absentOnNull,
          unique: e.uniqueKeys,
        },
      };
    case 'json_array_aggregate':
      return {
        JsonArrayAgg: {
          constructor: {
            output: jsonOutput(e.returning),
            agg_filter: maybe(e.filter),
            agg_order: e.orderBy.map(sortBy),
            over: over(e.over),
          },
          arg: jsonValue(e.item),
          absent_on_null: e.absentOnNull,
        },
      };
    case 'json_parse':
      return {JsonParseExpr: {expr: jsonValue(e.value), unique_keys: e.uniqueKeys}};
    case 'json_scalar':
      return {JsonScalarExpr: {expr: expr(e.value)}};
    case 'json_serialize':
      return {JsonSerializeExpr: {expr: jsonValue(e.value), output: jsonOutput(e.returning)}};
    case 'json_path_function':
      return {
        JsonFuncExpr: {
          op: `${e.function.toUpperCase()}_OP`,
          context_item: jsonValue(e.context),
          pathspec: expr(e.path),
          passing: e.passing.map(arg => ({JsonArgument: {val: jsonValue(arg.value), name: arg.name}})),
          output: jsonOutput(e.returning),
          on_empty: behavior(e.onEmpty),
          on_error: behavior(e.onError),
          wrapper: jsonWrapper(e.wrapper),
          quotes: `JS_QUOTES_${e.quotes === 'unspecified' ? 'UNSPEC' : e.quotes.toUpperCase()}`,
        },
      };
  }
}

function isTest(e: Extract<Expression, {kind: 'is'}>): Json {
  const arg = expr(e.operand);
  if (e.test === 'null') return {NullTest: {arg, nulltesttype: e.negated ? 'IS_NOT_NULL' : 'IS_NULL'}};
  if (e.test === 'document') {
    const document = xml('IS_DOCUMENT', {args: [arg]});
    return e.negated ? not(document) : document;
  }
  return {BooleanTest: {arg, booltesttype: `IS_${e.negated ? 'NOT_' : ''}${e.test.toUpperCase()}`}};
}

function functionCall(call: FunctionCall): Json {
  return {
    FuncCall: {
      funcname: strs(call.name),
      args: call.args.map(argument),
      agg_order: call.orderBy.map(sortBy),
      agg_filter: maybe(call.filter),
      over: over(call.over),
      agg_within_group: call.withinGroup,
      agg_star: call.star,
      agg_distinct: call.distinct,
      func_variadic: call.variadic,
      funcformat: call.sqlSyntax ? 'COERCE_SQL_SYNTAX' : 'COERCE_EXPLICIT_CALL',
    },
  };
}

function argument(arg: Expression | NamedArgument): Json {
  if (arg.kind !== 'named_argument') return expr(arg);
  return {NamedArgExpr: {name: arg.name, arg: expr(arg.value), argnumber: -1}};
}

function over(window: WindowSpec | WindowName | null): Json {
  if (window === null) return null;
  return window.kind === 'window_name' ? {name: window.name, frameOptions: 0x422} : windowSpec(window);
}

function windowSpec(spec: WindowSpec): {readonly [key: string]: Json} {
  const {frame} = spec;
  return {
    refname: spec.base,
    partitionClause: spec.partitionBy.map(expr),
    orderClause: spec.orderBy.map(sortBy),
    frameOptions: frame === null ? 0x422 : frameOptions(frame),
    startOffset: frame && offset(frame.start),
    endOffset: frame && frame.end && offset(frame.end),
  };
}

function offset(bound: FrameBound): Json {
  return 'offset' in bound ? expr(bound.offset) : null;
}

const BOUND_BITS: Readonly<Record<FrameBound['type'], number>> = {
  unbounded_preceding: 0x20,
  unbounded_following: 0x80,
  current_row: 0x200,
  preceding: 0x800,
  following: 0x2000,
};

function frameOptions(frame: WindowFrame): number {
  const unit = {range: 2, rows: 4, groups: 8}[frame.unit];
  const end = frame.end === null ? 0x400 : (BOUND_BITS[frame.end.type] << 1) | 0x10;
  const exclude = {none: 0, current_row: 0x8000, group: 0x10000, ties: 0x20000}[frame.exclude];
  return 1 | unit | BOUND_BITS[frame.start.type] | end | exclude;
}

function xml(op: string, fields: {readonly [key: string]: Json}): Json {
  return {XmlExpr: {op, xmloption: 'XMLOPTION_DOCUMENT', ...fields}};
}

function xmlAttribute(attribute: XmlAttribute): Json {
  return {ResTarget: {name: attribute.name, val: expr(attribute.value)}};
}

function jsonValue(value: JsonValueExpression): Json {
  return {raw_expr: expr(value.value), format: jsonFormat(value.format)};
}

function jsonFormat(format: JsonFormat | null): Json {
  return {
    format_type: format === null ? 'JS_FORMAT_DEFAULT' : 'JS_FORMAT_JSON',
    encoding: format?.encoding ? `JS_ENC_${format.encoding.toUpperCase()}` : 'JS_ENC_DEFAULT',
  };
}

function jsonOutput(returningClause: JsonReturning | null): Json {
  if (returningClause === null) return null;
  return {typeName: typeName(returningClause.type), returning: {format: jsonFormat(returningClause.format)}};
}

function jsonWrapper(wrapper: string): string {
  return `JSW_${wrapper === 'unspecified' ? 'UNSPEC' : wrapper.toUpperCase()}`;
}

function behavior(b: JsonBehavior | null): Json {
  return b && {btype: `JSON_BEHAVIOR_${b.type.toUpperCase()}`, expr: maybe(b.value)};
}
