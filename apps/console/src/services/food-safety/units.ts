import type { Words } from '../../kit/words';
import type { Entry } from './measured';

/** 125 克，48 小時. */
export const sampleInWords = ({ t }: Words, { sampleGrams, keepHours }: Entry): string | undefined =>
  sampleGrams === null
    ? undefined
    : t('console.safety.sampleOf', { grams: sampleGrams, hours: keepHours ?? 0 });

/** 74.5 ℃; a cold dish may have none. */
export const heatInWords = ({ t }: Words, { celsiusTenths, servedCold }: Entry): string | undefined => {
  const cold = servedCold ? t('console.safety.cold') : undefined;
  const heat =
    celsiusTenths === null
      ? undefined
      : t('console.safety.celsiusOf', { celsius: (celsiusTenths / 10).toFixed(1) });
  return [heat, cold].filter(Boolean).join(' ') || undefined;
};
