import {createRequire} from 'node:module';

/**
 * For the main thread, which opens no store itself. Where only the engine's thread has loaded the addon of LevelDB, it is
 * unmapped when that thread ends, and LevelDB's own background thread, which nothing ends, falls over code that is no more.
 */
createRequire(import.meta.url)('classic-level');
