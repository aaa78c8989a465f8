import type { ReactElement } from 'react';

const PIECES = /(\[[^\]]*\])/;

/**
 * A message whose key figure stands in [brackets], and whose clauses are divided by bars: a line breaks between clauses
 * first, and the figure comes into view anew when it changes.
 */
export const Phrase = ({ text }: { readonly text: string }): ReactElement => (
  <>
    {text.split('|').map((clause) => (
      <span className="clause" key={clause}>
        {clause.split(PIECES).map((piece) =>
          piece.startsWith('[') ? (
            <em key={piece} className="figure">
              {piece.slice(1, -1)}
            </em>
          ) : (
            piece
          ),
        )}
      </span>
    ))}
  </>
);
