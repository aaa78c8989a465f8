import type { useLaterWords } from '../../shell/later-words';

type Words = Pick<ReturnType<typeof useLaterWords>, 't'>;

const KILOMETRE = 1000;
/** Nobody walks to the metre. */
const STEP = 50;

/** About so far: 「約 350 米」, 「約 1.2 公里」. */
export const metresInWords = ({ t }: Words, metres: number): string =>
  metres < KILOMETRE
    ? t('later.centre.metres', { count: Math.max(STEP, Math.round(metres / STEP) * STEP) })
    : t('later.centre.kilometres', { count: (metres / KILOMETRE).toFixed(1) });
