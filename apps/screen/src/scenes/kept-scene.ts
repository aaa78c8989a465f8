import type { SceneQuery } from '../gql/graphql';

const KEY = 'linli.screen.scene';
/** Grows when what is kept changes its shape: an older page's data is then no data. */
const FORMAT = 1;

export interface KeptScene {
  readonly data: SceneQuery;
  readonly answeredAt: number;
}

export interface SceneStore {
  read(): KeptScene | undefined;
  write(kept: KeptScene): void;
  clear(): void;
}

/** The last answer, over power cuts. Some browsers forbid storage: then a wall without network has nothing to show. */
export const keptScene = (storage: () => Storage = () => localStorage): SceneStore => ({
  read: () => {
    try {
      const kept: unknown = JSON.parse(storage().getItem(KEY) ?? 'null');
      return isKept(kept) ? { data: kept.data, answeredAt: kept.answeredAt } : undefined;
    } catch {
      return undefined;
    }
  },
  write: (kept) => {
    try {
      storage().setItem(KEY, JSON.stringify({ ...kept, format: FORMAT }));
    } catch {
      // full or forbidden: it lives until the next reload
    }
  },
  clear: () => {
    try {
      storage().removeItem(KEY);
    } catch {
      // nothing was kept
    }
  },
});

const isKept = (value: unknown): value is KeptScene =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === FORMAT &&
  'data' in value &&
  'answeredAt' in value &&
  typeof value.answeredAt === 'number';
