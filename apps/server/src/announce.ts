import type { Environment } from './platform/environment.js';

/** Somebody of the demonstration district, for whoever looks at it. */
export interface DemonstrationSignIn {
  /** A phone number, or the name of an account. */
  readonly account: string;
  /** Who that is, as `王曉敏 52 歲`. */
  readonly who: string;
}

/** The made-up people who may come in. */
export interface DemonstrationSignIns {
  /** By a code that lies in the outbox. */
  readonly residents: readonly DemonstrationSignIn[];
  /** All with one password. */
  readonly staff: readonly DemonstrationSignIn[];
  readonly password: string;
}

const FACES = [
  ['/', '居民 residents'],
  ['/console/', '工作人員 staff'],
  ['/screen/', '大屏 wall display'],
  ['/graphql', '接口 API'],
] as const;

/** The last words of the start, for a terminal of 80 columns: where everything is, and in demonstration mode who may come in. */
export function announce(
  url: string,
  environment: Pick<Environment, 'DEMONSTRATION'>,
  signIns?: DemonstrationSignIns,
): string {
  const origin = new URL(url).origin;
  const faces = inColumns(FACES.map(([path, name]) => [origin + path, name]));
  const demonstration = environment.DEMONSTRATION && signIns ? invitation(origin, signIns) : [];
  const lines = [...faces, ...demonstration, '', 'Ctrl-C 停止 stops everything.'];
  return ['', '鄰里 Linli is ready.', '', ...lines.map((line) => (line === '' ? '' : `  ${line}`)), ''].join(
    '\n',
  );
}

function invitation(origin: string, { residents, staff, password }: DemonstrationSignIns): string[] {
  const people = inColumns([...residents, ...staff].map(({ account, who }) => [account, who]));
  return [
    ...['', '演示賬號，人物均為虛構 demonstration sign-ins of made-up people'],
    ...['', '居民的驗證碼在此 residents: the code of the short message lies at', `${origin}/outbox`],
    ...['', ...people.slice(0, residents.length)],
    ...['', `工作人員的密碼 staff: the password of all is ${password}`],
    ...['', ...people.slice(residents.length)],
  ];
}

/** Pairs under each other. */
function inColumns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([first]) => first.length)) + 3;
  return rows.map(([first, second]) => first.padEnd(width) + second);
}
