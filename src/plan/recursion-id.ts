let recursions = 0;

/** Told apart wherever they meet: a view with a recursion may be read twice in a query with its own. */
export function nextRecursion(): number {
  return ++recursions;
}
