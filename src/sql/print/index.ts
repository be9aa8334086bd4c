export {printExpression} from './expression.ts';
export {printName, printPath, printString} from './identifier.ts';
export {printStatement} from './statement.ts';
export {printTypeName} from './type-name.ts';
