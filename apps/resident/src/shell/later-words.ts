import { useAllWords } from '@linli/client/i18n';
import { type T, useWords } from './words';

export type LaterT = T;

/** The words of a part that may stand on a first page but comes behind it: it suspends until they are there. */
export function useLaterWords(): ReturnType<typeof useWords> {
  useAllWords();
  return useWords();
}
