type ParserModule = {readonly Parser: new () => {astify(sql: string): unknown}};

/**
 * The parser of one grammar, which is read when the dialect is first used: it is a module of its own, and the package as a
 * whole is large.
 */
export function parserOf(grammar: string): () => Promise<unknown> {
  let parser: Promise<unknown> | null = null;
  return () => (parser ??= load(`node-sql-parser/build/${grammar}.js`));
}

async function load(path: string): Promise<unknown> {
  const module = (await import(/* @vite-ignore */ path)) as ParserModule & {readonly default?: ParserModule};
  const {Parser} = module.default ?? module;
  return new Parser();
}
