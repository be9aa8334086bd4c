import type {Format} from './protocol.ts';

/** What a client may send first. */
export type StartupPacket =
  | {
      readonly type: 'startup';
      readonly major: number;
      readonly minor: number;
      readonly parameters: ReadonlyMap<string, string>;
    }
  | {readonly type: 'ssl-request'}
  | {readonly type: 'gssenc-request'}
  | {readonly type: 'cancel-request'; readonly processId: number; readonly secretKey: Uint8Array};

/** What a client may send once it is connected. */
export type FrontendMessage =
  | {readonly type: 'query'; readonly sql: string}
  | ParseMessage
  | BindMessage
  | {readonly type: 'describe'; readonly target: Target; readonly name: string}
  | {readonly type: 'execute'; readonly portal: string; readonly maxRows: number}
  | {readonly type: 'close'; readonly target: Target; readonly name: string}
  | {readonly type: 'flush'}
  | {readonly type: 'sync'}
  | {readonly type: 'terminate'}
  | FunctionCallMessage
  | {readonly type: 'copy-data'; readonly data: Uint8Array}
  | {readonly type: 'copy-done'}
  | {readonly type: 'copy-fail'; readonly message: string}
  | {readonly type: 'password'; readonly payload: Uint8Array};

export type Target = 'statement' | 'portal';

export type ParseMessage = {
  readonly type: 'parse';
  readonly name: string;
  readonly sql: string;
  /** OIDs; 0 = to be inferred. */
  readonly parameterTypes: readonly number[];
};

export type BindMessage = {
  readonly type: 'bind';
  readonly portal: string;
  readonly statement: string;
  /** None: all text; one: for all; else one a parameter. */
  readonly parameterFormats: readonly Format[];
  /** null = NULL. Views of the message. */
  readonly parameters: readonly (Uint8Array | null)[];
  readonly resultFormats: readonly Format[];
};

export type FunctionCallMessage = {
  readonly type: 'function-call';
  /** The function's. */
  readonly oid: number;
  /** As they came: none: all text; one: for all; else one an argument. */
  readonly formats: readonly number[];
  /** null = NULL. Views of the message. */
  readonly values: readonly (Uint8Array | null)[];
  readonly resultFormat: number;
};
