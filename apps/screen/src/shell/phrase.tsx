import { Fragment, type ReactElement, type ReactNode } from 'react';

const PIECES = /(\[[^\]]*\])/;

/**
 * A message whose key figure stands in [brackets], and whose clauses are divided by bars: a line breaks between clauses
 * first, and the figure comes into view anew when it changes.
 */
export const Phrase = ({ text }: { readonly text: string }): ReactElement => (
  <>
    {text.split('|').map((clause) => (
      <Fragment key={clause}>
        <span className="clause">{clause.trimEnd().split(PIECES).filter(Boolean).map(piece)}</span>
        {clause.endsWith(' ') && ' '}
      </Fragment>
    ))}
  </>
);

function piece(text: string, i: number): ReactNode {
  if (!text.startsWith('[')) return text;
  return (
    <em key={text} className={i === 0 ? 'figure figure--first' : 'figure'}>
      {text.slice(1, -1)}
    </em>
  );
}
