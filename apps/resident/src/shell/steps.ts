// How many pages of this app were opened since the phone loaded it: one can only go back to where one came from.
let paths: readonly string[] = [];

/** Notes where the reader is, and says whether that is another page than before. */
export function arriveAt(path: string): { readonly moved: boolean } {
  const last = paths[paths.length - 1];
  if (last === path) return { moved: false };
  // Going back takes the last page off again.
  paths = paths[paths.length - 2] === path ? paths.slice(0, -1) : [...paths, path];
  return { moved: last !== undefined };
}

export const hasCome = (): boolean => paths.length > 1;
