CREATE TABLE t (id int PRIMARY KEY, a int, b int, s text, d timestamp, j jsonb, f double precision, arr int[]);
INSERT INTO t VALUES
  (1, 7, 2, 'one', '2024-01-31 10:20:30', '{"a": {"b": [1, 2]}, "n": "x"}', 1.5, '{1,2}'),
  (2, -7, 0, 'Two', '2024-02-29 00:00:00', '{"a": 5}', 2, '{}'),
  (3, null, 5, null, '2023-12-31 23:59:59', null, null, null);
CREATE TABLE u (id int, v text);
INSERT INTO u VALUES (1, 'x'), (1, 'y'), (4, 'z')
