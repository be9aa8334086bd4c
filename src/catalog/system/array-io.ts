/** Postgres's functions that read and write arrays, as text and binary. Drivers tell array types from others by them. */
export const arrayIoOids = {
  array_in: 750n,
  array_out: 751n,
  array_recv: 2400n,
  array_send: 2401n,
} as const;
