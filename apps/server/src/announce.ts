import type { Environment } from './platform/environment.js';

/** An account of the demonstration district, for whoever looks at it. */
export interface DemonstrationSignIn {
  readonly role: string;
  /** Where to sign in: a path, as `/console/`. */
  readonly path: string;
  /** What to type, as `13900000001, code on /outbox` or `zhen / linli-demo`. */
  readonly account: string;
}

const FACES = [
  ['/', '居民 residents'],
  ['/console/', '工作人員 staff'],
  ['/screen/', '大屏 wall display'],
  ['/graphql', '接口 API'],
] as const;

/** The last words of the start: where everything is, and in demonstration mode who may come in. */
export function announce(
  url: string,
  environment: Pick<Environment, 'DEMONSTRATION'>,
  signIns: readonly DemonstrationSignIn[] = [],
): string {
  const origin = new URL(url).origin;
  const lines = FACES.map(([path, name]) => `  ${(origin + path).padEnd(36)} ${name}`);
  if (environment.DEMONSTRATION && signIns.length > 0) {
    lines.push('', '  演示賬號 demonstration sign-ins (made-up people):');
    for (const { role, path, account } of signIns) lines.push(`  ${path.padEnd(10)} ${account}   ${role}`);
  }
  return ['', '鄰里 Linli is ready.', '', ...lines, '', '  Ctrl-C stops everything.', ''].join('\n');
}
