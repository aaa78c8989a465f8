const MONTHS = 24;

/** The last day of a month two years before: from there each point is the end of a month, up to the day itself. */
export function startOfSeries(to: string): string {
  const [year = 0, month = 1] = to.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - MONTHS, 0)).toISOString().slice(0, 10);
}
