import type { ReactElement, ReactNode } from 'react';
import { Icon, type IconName, type Look } from '../icons/icon.js';

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'mute';

const usual: Readonly<Record<Tone, IconName>> = {
  ok: 'circle-check',
  warn: 'clock',
  bad: 'octagon-alert',
  info: 'info',
  mute: 'circle-minus',
};

interface Said extends Look {
  readonly tone: Tone;
  readonly icon?: IconName | undefined;
  /** The word. A colour and an icon alone say nothing. */
  readonly children: ReactNode;
}

const toned =
  (block: 'st' | 'chip') =>
  ({ tone, icon, children, className }: Said): ReactElement => (
    <span className={`${block} ${block}--${tone}${className ? ` ${className}` : ''}`}>
      <Icon name={icon ?? usual[tone]} />
      {children}
    </span>
  );

/** A state in a line of text: icon, word, colour. */
export const Status = toned('st');

/** The same as a small plate. */
export const Chip = toned('chip');
