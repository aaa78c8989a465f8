/** 84.7, 100; never 100 for what is less: "all" must mean all. */
export function percentOf(rate: number): string {
  const tenths = rate < 1 ? Math.min(999, Math.round(rate * 1000)) : 1000;
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
}
