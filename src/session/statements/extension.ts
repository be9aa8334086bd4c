import type {CreateExtension, Do, DropExtension} from '../../sql/ast/index.ts';
import {notSupported, SqlError} from '../../types/sql-error.ts';
import {command} from '../execution.ts';
import type {StatementHandler} from './handler.ts';

// There are no extensions. Scripts ask for a few as a matter of course, and mostly for what is built in.

const PRESENT = 'plpgsql';

/** What of an extension is built in. */
const partlyThere: Readonly<Record<string, string>> = {
  pgcrypto: 'gen_random_uuid() is built in, and so are md5(), sha224(), sha256(), sha384() and sha512()',
  'uuid-ossp': 'gen_random_uuid() is built in, which does what uuid_generate_v4() does',
};

/** Errors: 42710, 0A000. */
export const createExtension: StatementHandler<CreateExtension> = {
  run({name, ifNotExists}, session) {
    const tag = 'CREATE EXTENSION';
    if (name === PRESENT) {
      const error = new SqlError('42710', `extension "${name}" already exists`);
      if (!ifNotExists) throw error;
      session.notice('NOTICE', error.code, `${error.message}, skipping`);
      return command(tag);
    }
    const there = Object.hasOwn(partlyThere, name) ? partlyThere[name] : null;
    if (there === null) throw new SqlError('0A000', `extension "${name}" is not available`);
    session.notice('NOTICE', '00000', `extension "${name}" is not available: ${there}`);
    return command(tag);
  },
};

/** Errors: 42704, 0A000. */
export const dropExtension: StatementHandler<DropExtension> = {
  run({names, ifExists}, session) {
    for (const name of names) {
      if (name === PRESENT) throw notSupported(`DROP EXTENSION ${name}`);
      const missing = `extension "${name}" does not exist`;
      if (!ifExists) throw new SqlError('42704', missing);
      session.notice('NOTICE', '00000', `${missing}, skipping`);
    }
    return command('DROP EXTENSION');
  },
};

/** Errors: 42704, 0A000. */
export const runCode: StatementHandler<Do> = {
  run({language}) {
    if (language === 'sql' || language === 'internal') {
      throw new SqlError('0A000', `language "${language}" does not support inline code execution`);
    }
    if (language === 'plpgsql' || language === 'javascript') throw notSupported(`DO in language ${language}`);
    throw new SqlError('42704', `language "${language}" does not exist`);
  },
};
