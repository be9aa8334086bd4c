/** Exact decimal numbers: the value, and arithmetic with Postgres's rules for the scale of results. */
export * from './decimal-value.ts';
export {
  decimalAbs,
  decimalAdd,
  decimalCeil,
  decimalDiv,
  decimalFloor,
  decimalMod,
  decimalMul,
  decimalNegate,
  decimalQuotient,
  decimalRound,
  decimalSub,
  decimalTrunc,
  divisionByZero,
} from './decimal-arithmetic.ts';
export {decimalExp, decimalLn, decimalLog, decimalPower, decimalSqrt} from './decimal-math.ts';
export {decimalFromBytes, decimalToBytes} from './decimal-bytes.ts';
