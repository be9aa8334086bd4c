import type pg from 'pg';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {eventually, TestServer} from '../support/server.ts';

let server: TestServer;
let a: pg.Client;
let b: pg.Client;
const heard: string[] = [];

beforeAll(async () => {
  server = await TestServer.start();
  a = await server.connect();
  b = await server.connect();
  b.on('notification', ({channel, payload}) => heard.push(`${channel}: ${payload ?? ''}`));
});

afterAll(async () => {
  await server.dispose();
});

test('NOTIFY reaches those who listen, once its transaction has committed', async () => {
  await b.query('LISTEN news');
  await a.query("NOTIFY news, 'at once'");
  await a.query("NOTIFY other, 'not asked for'");
  await a.query('BEGIN');
  await a.query("NOTIFY news, 'twice'");
  await a.query("NOTIFY news, 'twice'");
  await a.query("NOTIFY news, 'two'");
  await a.query('COMMIT');
  await a.query('BEGIN');
  await a.query("NOTIFY news, 'never'");
  await a.query('ROLLBACK');
  await b.query('NOTIFY news');
  await eventually(async () => (heard.length >= 4 ? heard : null), 5000, 'four notifications');
  expect(heard).toEqual(['news: at once', 'news: twice', 'news: two', 'news: ']);
  await b.query('UNLISTEN *');
  await a.query('NOTIFY news');
  await b.query('SELECT 1');
  expect(heard).toHaveLength(4);
});

test('ROLLBACK TO SAVEPOINT forgets what has been said and asked for since', async () => {
  heard.length = 0;
  await b.query('LISTEN kept');
  await b.query('BEGIN');
  await b.query('SAVEPOINT s');
  await b.query('LISTEN dropped');
  await b.query('UNLISTEN kept');
  await b.query('ROLLBACK TO s');
  await b.query('COMMIT');
  await a.query('BEGIN');
  await a.query("NOTIFY kept, 'before'");
  await a.query('SAVEPOINT s');
  await a.query("NOTIFY kept, 'never'");
  await a.query('ROLLBACK TO s');
  await a.query("NOTIFY kept, 'after'");
  await a.query('NOTIFY dropped');
  await a.query('COMMIT');
  await eventually(async () => (heard.length >= 2 ? heard : null), 5000, 'two notifications');
  expect(heard).toEqual(['kept: before', 'kept: after']);
});
