import {EventRandom} from './event-random.ts';

/**
 * The events of the Nexmark benchmark (Tucker, Tufte, Papadimos, Maier 2002; proportions and distributions of the
 * generator that Apache Beam made standard): of 50 events 1 is a person, 3 are auctions, 46 are bids; half of the
 * bids go to the hot auction, three quarters of the auctions to the hot seller. Event n is a function of seed and n.
 */

const PERSONS = 1;
const AUCTIONS = 3;
const TOTAL = 50;
const FIRST_PERSON = 1000;
const FIRST_AUCTION = 1000;
const FIRST_CATEGORY = 10;
const CATEGORIES = 5;
/** Recent persons and auctions that events refer to. */
const ACTIVE_PERSONS = 1000;
const IN_FLIGHT_AUCTIONS = 100;
/** References may run this far ahead of what has been generated. */
const PERSON_LEAD = 10;
const AUCTION_LEAD = 10;
/** Every 100th person or auction is hot; 1 − 1/ratio of the references go to the latest hot one. */
const HOT_EVERY = 100;
const HOT_AUCTION_RATIO = 2;
const HOT_SELLER_RATIO = 4;
const HOT_BIDDER_RATIO = 4;
const HOT_CHANNELS = ['Google', 'Facebook', 'Baidu', 'Apple'];
const CHANNELS = 10_000;
/** Mean bytes of an event, reached by padding `extra`. */
const PERSON_BYTES = 200;
const AUCTION_BYTES = 500;
const BID_BYTES = 100;

const STATES = ['AZ', 'CA', 'ID', 'OR', 'WA', 'WY'];
const CITIES = [
  'Phoenix',
  'Los Angeles',
  'San Francisco',
  'Boise',
  'Portland',
  'Bend',
  'Redmond',
  'Seattle',
  'Kent',
  'Cheyenne',
];
const FIRST_NAMES = ['Peter', 'Paul', 'Luke', 'John', 'Saul', 'Vicky', 'Kate', 'Julie', 'Sarah', 'Deiter', 'Walter'];
const LAST_NAMES = ['Shultz', 'Abrams', 'Spencer', 'White', 'Bartels', 'Walton', 'Smith', 'Jones', 'Noris'];

/** Times are ms since 1970 UTC; ids and prices fit a double exactly. */
export type Person = {
  id: number;
  name: string;
  email_address: string;
  credit_card: string;
  city: string;
  state: string;
  date_time: number;
  extra: string;
};
export type Auction = {
  id: number;
  item_name: string;
  description: string;
  initial_bid: number;
  reserve: number;
  date_time: number;
  expires: number;
  seller: number;
  category: number;
  extra: string;
};
export type Bid = {
  auction: number;
  bidder: number;
  price: number;
  channel: string;
  url: string;
  date_time: number;
  extra: string;
};

export type NexmarkEvent =
  {event_type: 0; person: Person} | {event_type: 1; auction: Auction} | {event_type: 2; bid: Bid};

type NexmarkOptions = {
  readonly seed: number;
  /** ms since 1970 UTC of event 0. */
  readonly baseTime: number;
  /** Event-time distance of two events, µs. */
  readonly gapMicros: number;
};

export class NexmarkGenerator {
  private readonly options: NexmarkOptions;
  private readonly random = new EventRandom();

  constructor(options: NexmarkOptions) {
    this.options = options;
  }

  event(n: number): NexmarkEvent {
    this.random.start(this.options.seed, n);
    const time = this.options.baseTime + Math.floor((n * this.options.gapMicros) / 1000);
    const place = n % TOTAL;
    if (place < PERSONS) return {event_type: 0, person: this.person(n, time)};
    if (place < PERSONS + AUCTIONS) return {event_type: 1, auction: this.auction(n, time)};
    return {event_type: 2, bid: this.bid(n, time)};
  }

  private person(n: number, time: number): Person {
    const {random} = this;
    const person = {
      id: lastPerson(n) + FIRST_PERSON,
      name: `${random.pick(FIRST_NAMES)} ${random.pick(LAST_NAMES)}`,
      email_address: `${random.letters(7)}@${random.letters(5)}.com`,
      credit_card: Array.from({length: 4}, () => String(random.int(10_000)).padStart(4, '0')).join(' '),
      city: random.pick(CITIES),
      state: random.pick(STATES),
      date_time: time,
      extra: '',
    };
    const size = 8 + person.name.length + person.email_address.length + 19 + person.city.length + 2 + 8;
    person.extra = this.padding(size, PERSON_BYTES);
    return person;
  }

  private auction(n: number, time: number): Auction {
    const {random} = this;
    const hotSeller = random.int(HOT_SELLER_RATIO) > 0;
    const seller = hotSeller ? hot(lastPerson(n)) : this.recentPerson(n);
    const item_name = random.letters(3 + random.int(18));
    const description = random.letters(3 + random.int(98));
    const initial_bid = this.price();
    const size = 8 + item_name.length + description.length + 8 * 6;
    return {
      id: lastAuction(n) + FIRST_AUCTION,
      item_name,
      description,
      initial_bid,
      reserve: initial_bid + this.price(),
      date_time: time,
      expires: time + this.auctionLength(),
      seller: seller + FIRST_PERSON,
      category: FIRST_CATEGORY + random.int(CATEGORIES),
      extra: this.padding(size, AUCTION_BYTES),
    };
  }

  private bid(n: number, time: number): Bid {
    const {random} = this;
    const auction = random.int(HOT_AUCTION_RATIO) > 0 ? hot(lastAuction(n)) : this.recentAuction(n);
    // The hot bidder is one after the hot seller, so that the two differ.
    const bidder = random.int(HOT_BIDDER_RATIO) > 0 ? hot(lastPerson(n)) + 1 : this.recentPerson(n);
    const price = this.price();
    let channel: string;
    let path: string;
    if (random.int(2) > 0) {
      const index = random.int(HOT_CHANNELS.length);
      channel = HOT_CHANNELS[index];
      path = `https://www.nexmark.com/${HOT_URL_PATHS[index]}/item.htm?query=1`;
    } else {
      const number = random.int(CHANNELS);
      channel = `channel-${number}`;
      path = `https://www.nexmark.com/${urlPath(number)}/item.htm?query=1`;
      if (number % 10 > 0) path += `&channel_id=${number * 214_748}`;
    }
    return {
      auction: auction + FIRST_AUCTION,
      bidder: bidder + FIRST_PERSON,
      price,
      channel,
      url: path,
      date_time: time,
      extra: this.padding(8 * 4, BID_BYTES),
    };
  }

  /** Log-uniform between 1.00 and 1,000,000.00, in cents. */
  private price(): number {
    return Math.round(Math.pow(10, this.random.double() * 6) * 100);
  }

  private recentPerson(n: number): number {
    const last = lastPerson(n);
    const active = Math.min(last, ACTIVE_PERSONS);
    return last - active + this.random.int(active + PERSON_LEAD);
  }

  private recentAuction(n: number): number {
    const last = lastAuction(n);
    const first = Math.max(last - IN_FLIGHT_AUCTIONS, 0);
    return first + this.random.int(last - first + 1 + AUCTION_LEAD);
  }

  /** ms for which an auction is open: about until its in-flight successors have been generated. */
  private auctionLength(): number {
    const events = (IN_FLIGHT_AUCTIONS * TOTAL) / AUCTIONS;
    const horizon = Math.max(1, Math.floor((events * this.options.gapMicros) / 1000));
    return 1 + this.random.int(horizon * 2);
  }

  /** Letters that bring an event of `size` bytes to `mean` ± 20 %. */
  private padding(size: number, mean: number): string {
    const missing = mean - size;
    if (missing <= 0) return '';
    const spread = Math.round(missing * 0.2);
    return this.random.letters(missing - spread + this.random.int(2 * spread + 1));
  }
}

const HOT_URL_PATHS = HOT_CHANNELS.map((_, i) => urlPath(CHANNELS + i));

function urlPath(number: number): string {
  const random = new EventRandom().start(0x6e65786d, number);
  return `${random.letters(5)}/${random.letters(5)}/${random.letters(5)}`;
}

function hot(last: number): number {
  return Math.floor(last / HOT_EVERY) * HOT_EVERY;
}

/** The newest person (numbered from 0) as of event n. */
function lastPerson(n: number): number {
  return Math.floor(n / TOTAL) * PERSONS + Math.min(n % TOTAL, PERSONS - 1);
}

function lastAuction(n: number): number {
  const epoch = Math.floor(n / TOTAL);
  const place = n % TOTAL;
  if (place < PERSONS) return Math.max(0, epoch * AUCTIONS - 1);
  return epoch * AUCTIONS + Math.min(place - PERSONS, AUCTIONS - 1);
}
