import type { ReactElement } from 'react';
import { everydayDrawings } from './everyday-drawings.js';

export type IconName = keyof typeof everydayDrawings;

export interface Look {
  readonly className?: string | undefined;
}

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
  <Strokes d={everydayDrawings[name]} className={className} />
);
