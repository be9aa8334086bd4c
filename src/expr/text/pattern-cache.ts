const MAX_ENTRIES = 256;

/** Remembers what it made of the last few patterns. */
export function cached<T>(make: (pattern: string) => T): (pattern: string) => T {
  const known = new Map<string, T>();
  return pattern => {
    let made = known.get(pattern);
    if (made === undefined) {
      made = make(pattern);
      if (known.size >= MAX_ENTRIES) known.delete(known.keys().next().value!);
      known.set(pattern, made);
    }
    return made;
  };
}
