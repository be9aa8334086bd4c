import type {Datum} from '../../types/datum.ts';
import {column, type Schema} from '../../types/schema.ts';
import {BIGINT, INTEGER, structOf, TEXT, TIMESTAMP} from '../../types/sql-type.ts';
import type {GeneratorEntry} from './generator.ts';
import {type Auction, type Bid, NexmarkGenerator, type Person} from './nexmark-events.ts';

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

/** The combined Nexmark stream: event_type 0 a person, 1 an auction, 2 a bid; the other two columns are NULL. */
export const nexmark: GeneratorEntry = {
  name: 'nexmark',
  schema: NEXMARK_SCHEMA,
  create({seed, startTime, eventsPerSecond}) {
    const generator = new NexmarkGenerator({seed, baseTime: startTime, gapMicros: 1_000_000 / eventsPerSecond});
    return {
      schema: NEXMARK_SCHEMA,
      row(n) {
        const event = generator.event(n);
        switch (event.event_type) {
          case 0:
            return [0, personRow(event.person), null, null];
          case 1:
            return [1, null, auctionRow(event.auction), null];
          case 2:
            return [2, null, null, bidRow(event.bid)];
        }
      },
    };
  },
};

const micros = (milliseconds: number): bigint => BigInt(milliseconds) * 1000n;

function personRow(p: Person): readonly Datum[] {
  return [BigInt(p.id), p.name, p.email_address, p.credit_card, p.city, p.state, micros(p.date_time), p.extra];
}

function auctionRow(a: Auction): readonly Datum[] {
  return [
    BigInt(a.id),
    a.item_name,
    a.description,
    BigInt(a.initial_bid),
    BigInt(a.reserve),
    micros(a.date_time),
    micros(a.expires),
    BigInt(a.seller),
    BigInt(a.category),
    a.extra,
  ];
}

function bidRow(b: Bid): readonly Datum[] {
  return [BigInt(b.auction), BigInt(b.bidder), BigInt(b.price), b.channel, b.url, micros(b.date_time), b.extra];
}
