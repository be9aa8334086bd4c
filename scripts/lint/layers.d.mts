export const ranks: Readonly<Record<string, number>>;
export function layerOf(file: string): string | null;
export function violation(from: string, to: string): string | null;
export const layers: unknown;
