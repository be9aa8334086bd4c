/** Why the server cannot start, in one line. */
export class ServerStartError extends Error {}
