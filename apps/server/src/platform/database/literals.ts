/** Words as SQL has them, `'OPEN', 'CLOSED'`: for the names of the domain, never for what somebody typed. */
export const literals = (words: object): string =>
  Object.values(words)
    .map((word) => `'${String(word).replaceAll("'", "''")}'`)
    .join(', ');
