CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE SEQUENCE tickets START 5 INCREMENT 5 MAXVALUE 1000 CYCLE;
CREATE TABLE users (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name varchar(40) NOT NULL,
  email text UNIQUE,
  mood mood DEFAULT 'glad',
  balance numeric(12, 2) DEFAULT 0 NOT NULL CONSTRAINT solvent CHECK (balance >= 0),
  tags text[] DEFAULT '{}'::text[],
  settings jsonb DEFAULT '{"dark": true}'::jsonb,
  made timestamptz DEFAULT now(),
  token uuid DEFAULT gen_random_uuid(),
  slug text GENERATED ALWAYS AS (lower(name)) STORED
);
CREATE TABLE posts (
  id serial PRIMARY KEY,
  author int NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  title text NOT NULL,
  body text,
  rank smallint,
  score double precision DEFAULT 0.5,
  seen boolean DEFAULT false,
  day date,
  at time,
  took interval
);
CREATE INDEX posts_author ON posts (author, title DESC NULLS LAST);
CREATE INDEX posts_seen ON posts (seen) WHERE rank > 1;
CREATE TABLE labels (
  post int REFERENCES posts (id) ON UPDATE CASCADE,
  label char(8),
  PRIMARY KEY (post, label),
  UNIQUE NULLS NOT DISTINCT (post, label)
);
ALTER TABLE labels ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers ON labels FOR SELECT TO public USING (post > 0);
CREATE VIEW glad AS SELECT id, name FROM users WHERE mood = 'glad';
CREATE MATERIALIZED VIEW totals AS SELECT author, count(*) AS posts, sum(rank) AS ranks FROM posts GROUP BY author;
