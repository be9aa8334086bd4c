/** What the printer does not know: the text is then printed as it was written. */
export class Unprintable extends Error {}
