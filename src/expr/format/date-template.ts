import {type Piece, piecesOf, remembered, vocabulary} from './template.ts';

/** The patterns of dates and times; each in capitals and in small letters, names of days and months also capitalized. */
const patterns =
  'A.D. A.M. AD AM B.C. BC CC DAY DDD DD DY D FF1 FF2 FF3 FF4 FF5 FF6 FX HH24 HH12 HH IDDD ID IW IYYY IYY IY I J MI MM MONTH ' +
  'MON MS OF P.M. PM Q RM SSSSS SSSS SS TZH TZM TZ US WW W Y,YYY YYYY YYY YY Y';

const words = vocabulary([
  ...patterns.split(' ').flatMap(word => [word, word.toLowerCase()]),
  ...['Day', 'Dy', 'Month', 'Mon'],
]);

export const dateTemplate = remembered((template: string): readonly Piece[] => piecesOf(template, words, true));

export const monthNames = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December',
]; // prettier-ignore
export const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
