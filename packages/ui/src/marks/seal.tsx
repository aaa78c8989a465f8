import type { ReactElement } from 'react';
import type { Look } from '../icons/icon.js';

/** The seal is a mark, not a word: it stays 鄰 in every language, and the name stands beside it. */
export const Seal = ({ className }: Look): ReactElement => (
  <span className={className ? `seal ${className}` : 'seal'} aria-hidden="true" lang="zh-Hant">
    鄰
  </span>
);
