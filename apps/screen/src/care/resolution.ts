/** As the server reads it: 1920x1080, 1920x1080@1.25. */
export function resolutionOf({ innerWidth, innerHeight, devicePixelRatio }: Window): string {
  const side = (length: number) => Math.min(99_999, Math.max(10, Math.round(length)));
  const ratio = Math.round((devicePixelRatio || 1) * 100) / 100;
  const suffix = ratio === 1 || ratio >= 10 ? '' : `@${String(ratio)}`;
  return `${String(side(innerWidth))}x${String(side(innerHeight))}${suffix}`;
}
