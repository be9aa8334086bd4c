CREATE SCHEMA zoo;
SET search_path = zoo, public;
CREATE TYPE zkind AS ENUM ('lion', 'newt');
CREATE TYPE zpair AS (left_one int, right_one text);
CREATE DOMAIN zpositive AS int CHECK (value > 0);
CREATE TABLE zkeeper (id int PRIMARY KEY, "Full Name" text, zsalary numeric CONSTRAINT zpaid CHECK (zsalary > 0));
CREATE TABLE zanimal (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, keeper int CONSTRAINT zkept REFERENCES zkeeper, zname text, kind zkind
);
CREATE INDEX zanimal_name ON zanimal (zname);
CREATE VIEW zview AS SELECT zname FROM zanimal;
CREATE MATERIALIZED VIEW zcount AS SELECT kind, count(*) AS zn FROM zanimal GROUP BY kind;
CREATE SEQUENCE zsequence;
CREATE FUNCTION zfunction(znumber int, ztext text) RETURNS int LANGUAGE sql AS 'SELECT znumber';
CREATE FUNCTION zfunction(znumber int) RETURNS int LANGUAGE sql AS 'SELECT znumber';
CREATE ROLE zrole;
CREATE ROLE zlogin LOGIN PASSWORD 'before';
GRANT USAGE ON SCHEMA zoo TO zlogin;
CREATE POLICY zpolicy ON zanimal FOR SELECT TO zrole USING (keeper > 1);
ALTER DATABASE :"DBNAME" SET search_path = zoo, public;
