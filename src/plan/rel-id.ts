let ids = 0;

/** Of a recursion or a shared relation, told apart wherever they meet: a view with one may be read twice in a query with its own. */
export function nextRelId(): number {
  return ++ids;
}
