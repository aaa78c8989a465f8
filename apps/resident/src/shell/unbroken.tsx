import type { ReactElement } from 'react';

/** Breaks a line between words that belong together, never inside: 「11月24日 週二」 does not end in 「週」. */
export const Unbroken = ({ text }: { readonly text: string }): ReactElement => (
  <>
    {text.split(' ').map((part, index) => (
      <span key={index}>
        {index > 0 && ' '}
        <span className="nowrap">{part}</span>
      </span>
    ))}
  </>
);
