/** What a client may make the server hold. */
export type ConnectionLimits = {
  /** Longest message a client may send. */
  readonly maxMessageBytes: number;
  /** Bytes gathered before they are handed to the socket. */
  readonly flushBytes: number;
  /** Unread input beyond which the client is not read any further. */
  readonly maxUnreadBytes: number;
};

export const DEFAULT_LIMITS: ConnectionLimits = {
  maxMessageBytes: 256 * 1024 * 1024,
  flushBytes: 64 * 1024,
  maxUnreadBytes: 1024 * 1024,
};
