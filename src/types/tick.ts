/** Ordinal of a circuit step; total order. */
export type Tick = number & {readonly __tick: true};
/** µs since 1970-01-01 UTC, of an event. Never mixed with Tick. */
type EventTime = bigint & {readonly __eventTime: true};
/** No row below `time` in `column` will come any more. */
export type Watermark = {readonly column: number; readonly time: EventTime};
