import type { ReactElement } from 'react';
import { type Look, Strokes } from './icon.js';
import { laterDrawings } from './later-drawings.js';

export type LaterIconName = keyof typeof laterDrawings;

/** Icons that the first pages of the phone do without. */
export const LaterIcon = ({ name, className }: Look & { readonly name: LaterIconName }): ReactElement => (
  <Strokes d={laterDrawings[name]} className={className} />
);
