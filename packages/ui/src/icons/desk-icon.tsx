import type { ReactElement } from 'react';
import { deskDrawings } from './desk-drawings.js';
import { everydayDrawings } from './everyday-drawings.js';
import { type Look, Strokes } from './icon.js';
import { laterDrawings } from './later-drawings.js';

const drawings = { ...everydayDrawings, ...laterDrawings, ...deskDrawings };
export type DeskIconName = keyof typeof drawings;

/** All the icons there are: for the console and the wall, which need not be light. */
export const DeskIcon = ({ name, className }: Look & { readonly name: DeskIconName }): ReactElement => (
  <Strokes d={drawings[name]} className={className} />
);
