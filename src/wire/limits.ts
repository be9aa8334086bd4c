/** What a client may make the server hold. */
export type ConnectionLimits = {
  /** Longest message a client may send. */
  readonly maxMessageBytes: number;
  /** Bytes gathered before they are handed to the socket. */
  readonly flushBytes: number;
  /** Unread input beyond which the client is not read any further. */
  readonly maxUnreadBytes: number;
  /** Notifications and notices that wait for a client; beyond, it is hung up on. */
  readonly maxUnaskedBytes: number;
  /** Who is no further by then is hung up on. */
  readonly authenticationTimeoutMs: number;
  /** Connections that have no session yet; beyond, the oldest is hung up on. */
  readonly maxStrangers: number;
};

export const DEFAULT_LIMITS: ConnectionLimits = {
  maxMessageBytes: 256 * 1024 * 1024,
  flushBytes: 64 * 1024,
  maxUnreadBytes: 1024 * 1024,
  maxUnaskedBytes: 8 * 1024 * 1024,
  authenticationTimeoutMs: 60_000,
  maxStrangers: 1000,
};
