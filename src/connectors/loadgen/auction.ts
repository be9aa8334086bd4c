import {column, type Schema} from '../../types/schema.ts';
import {BIGINT, INTEGER, numericOf, TEXT, TIMESTAMPTZ} from '../../types/sql-type.ts';
import {EventRandom} from './event-random.ts';
import {type GeneratorEntry, rowGenerator} from './generator.ts';

const ITEMS = [
  'Signed Memorabilia',
  'City Bar Crawl',
  'Best Pizza in Town',
  'Gift Basket',
  'Custom Art',
  'Vintage Camera',
  'Weekend Cabin',
  'Concert Tickets',
  'Racing Bike',
  'Chess Set',
];
const SELLERS = 50;
const BUYERS = 2000;
/** An auction takes about this many bids before the next one of its seller opens. */
const BIDS_PER_AUCTION = 100;

const AUCTION_SCHEMA: Schema = [
  column('bid_id', BIGINT, false),
  column('auction_id', BIGINT, false),
  column('item', TEXT, false),
  column('seller', TEXT, false),
  column('buyer', INTEGER, false),
  column('amount', numericOf(10, 2), false),
  column('bid_time', TIMESTAMPTZ, false),
];

/** Bids in an auction house: the flat, small stream of the demo. */
export const auction: GeneratorEntry = {
  name: 'auction',
  schema: AUCTION_SCHEMA,
  create({seed, startTime, eventsPerSecond}) {
    const random = new EventRandom();
    return rowGenerator(AUCTION_SCHEMA, n => {
      random.start(seed, n);
      // A few sellers draw most of the bids.
      const seller = Math.floor(SELLERS * random.double() ** 2);
      const auctionId = Math.floor(n / (SELLERS * BIDS_PER_AUCTION)) * SELLERS + seller;
      const cents = Math.round(10 ** (2 + random.double() * 3));
      const time = BigInt(startTime) * 1000n + BigInt(Math.floor((n * 1_000_000) / eventsPerSecond));
      return [
        BigInt(n),
        BigInt(auctionId),
        ITEMS[auctionId % ITEMS.length],
        `seller-${seller}`,
        random.int(BUYERS),
        {coefficient: BigInt(cents), scale: 2},
        time,
      ];
    });
  },
};
