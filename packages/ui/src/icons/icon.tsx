import type { ReactElement } from 'react';
import { everydayDrawings } from './everyday-drawings.js';
import type { laterDrawings } from './later-drawings.js';

export type IconName = keyof typeof everydayDrawings | keyof typeof laterDrawings;

export interface Look {
  readonly className?: string | undefined;
}

const known: Partial<Record<IconName, string>> = { ...everydayDrawings };

/** The first pages of the phone do with few; `@linli/ui/later` brings the others. */
export const learn = (drawings: typeof laterDrawings): object => Object.assign(known, drawings);

/** The strokes of an icon. It says nothing to a screen reader: a word always stands beside it. */
export const Strokes = ({ d, className }: Look & { readonly d: string }): ReactElement => (
  <svg
    className={className ? `i ${className}` : 'i'}
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
  >
    <path d={d} />
  </svg>
);

export const Icon = ({ name, className }: Look & { readonly name: IconName }): ReactElement => (
  <Strokes d={known[name] ?? ''} className={className} />
);
