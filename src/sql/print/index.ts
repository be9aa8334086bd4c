export {printExpression} from './expression.ts';
export {printStatement} from './statement.ts';
