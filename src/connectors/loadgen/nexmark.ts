import {Batch} from '../../columnar/batch.ts';
import {vectorFromDatums} from '../../columnar/builder.ts';
import {makeVectors} from '../../columnar/vector-references.ts';
import type {Vector} from '../../columnar/vector.ts';
import type {Memory} from '../../kernels/memory.ts';
import {column, type Schema} from '../../types/schema.ts';
import {BIGINT, INTEGER, structOf, TEXT, TIMESTAMP} from '../../types/sql-type.ts';
import type {GeneratorEntry} from './generator.ts';
import {type Auction, type Bid, type NexmarkEvent, NexmarkGenerator, type Person} from './nexmark-events.ts';
import {type SparseField, sparseStruct} from './sparse-columns.ts';

const PERSON = structOf([
  {name: 'id', type: BIGINT},
  {name: 'name', type: TEXT},
  {name: 'email_address', type: TEXT},
  {name: 'credit_card', type: TEXT},
  {name: 'city', type: TEXT},
  {name: 'state', type: TEXT},
  {name: 'date_time', type: TIMESTAMP},
  {name: 'extra', type: TEXT},
]);

const AUCTION = structOf([
  {name: 'id', type: BIGINT},
  {name: 'item_name', type: TEXT},
  {name: 'description', type: TEXT},
  {name: 'initial_bid', type: BIGINT},
  {name: 'reserve', type: BIGINT},
  {name: 'date_time', type: TIMESTAMP},
  {name: 'expires', type: TIMESTAMP},
  {name: 'seller', type: BIGINT},
  {name: 'category', type: BIGINT},
  {name: 'extra', type: TEXT},
]);

const BID = structOf([
  {name: 'auction', type: BIGINT},
  {name: 'bidder', type: BIGINT},
  {name: 'price', type: BIGINT},
  {name: 'channel', type: TEXT},
  {name: 'url', type: TEXT},
  {name: 'date_time', type: TIMESTAMP},
  {name: 'extra', type: TEXT},
]);

const NEXMARK_SCHEMA: Schema = [
  column('event_type', INTEGER),
  column('person', PERSON),
  column('auction', AUCTION),
  column('bid', BID),
];

type Fields<T> = readonly SparseField<T>[];

const integer = <T>(of: (item: T) => number): SparseField<T> => ({kind: 'integer', of});
const text = <T>(of: (item: T) => string): SparseField<T> => ({kind: 'text', of});
/** ms as µs */
const time = <T>(of: (item: T) => number): SparseField<T> => ({kind: 'integer', of: item => of(item) * 1000});

const PERSON_FIELDS: Fields<Person> = [
  integer(p => p.id),
  text(p => p.name),
  text(p => p.email_address),
  text(p => p.credit_card),
  text(p => p.city),
  text(p => p.state),
  time(p => p.date_time),
  text(p => p.extra),
];

const AUCTION_FIELDS: Fields<Auction> = [
  integer(a => a.id),
  text(a => a.item_name),
  text(a => a.description),
  integer(a => a.initial_bid),
  integer(a => a.reserve),
  time(a => a.date_time),
  time(a => a.expires),
  integer(a => a.seller),
  integer(a => a.category),
  text(a => a.extra),
];

const BID_FIELDS: Fields<Bid> = [
  integer(b => b.auction),
  integer(b => b.bidder),
  integer(b => b.price),
  text(b => b.channel),
  text(b => b.url),
  time(b => b.date_time),
  text(b => b.extra),
];

/** The combined Nexmark stream: event_type 0 a person, 1 an auction, 2 a bid; the other two columns are NULL. */
export const nexmark: GeneratorEntry = {
  name: 'nexmark',
  schema: NEXMARK_SCHEMA,
  create({seed, startTime, eventsPerSecond}) {
    const generator = new NexmarkGenerator({seed, baseTime: startTime, gapMicros: 1_000_000 / eventsPerSecond});
    return {
      schema: NEXMARK_SCHEMA,
      batch(memory, first, count) {
        const events = Array.from({length: count}, (_, i) => generator.event(first + i));
        return batchOf(memory, events);
      },
    };
  },
};

function batchOf(memory: Memory, events: readonly NexmarkEvent[]): Batch {
  const rows: number[][] = [[], [], []];
  const persons: Person[] = [];
  const auctions: Auction[] = [];
  const bids: Bid[] = [];
  events.forEach((event, row) => {
    rows[event.event_type].push(row);
    if (event.event_type === 0) persons.push(event.person);
    else if (event.event_type === 1) auctions.push(event.auction);
    else bids.push(event.bid);
  });
  const length = events.length;
  const columns = makeVectors(
    memory,
    [
      () => eventTypes(memory, events),
      () => sparseStruct(memory, PERSON, length, rows[0], persons, PERSON_FIELDS),
      () => sparseStruct(memory, AUCTION, length, rows[1], auctions, AUCTION_FIELDS),
      () => sparseStruct(memory, BID, length, rows[2], bids, BID_FIELDS),
    ],
    make => make(),
  );
  return new Batch(memory, {schema: NEXMARK_SCHEMA, length, columns});
}

function eventTypes(memory: Memory, events: readonly NexmarkEvent[]): Vector {
  return vectorFromDatums(
    memory,
    INTEGER,
    events.map(({event_type}) => event_type),
  );
}
