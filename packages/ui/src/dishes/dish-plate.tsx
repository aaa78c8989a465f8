import { memo, type ReactElement } from 'react';
import type { Look } from '../icons/icon.js';
import { greensAndTofu } from './greens-and-tofu.js';
import { meatAndFish } from './meat-and-fish.js';
import type { Drawing } from './shapes.js';
import { soupsAndStaples } from './soups-and-staples.js';
import { strewn } from './strewn.js';

const drawings = { ...meatAndFish, ...greensAndTofu, ...soupsAndStaples };

export type DishLook = keyof typeof drawings;
export const dishLooks = Object.keys(drawings) as readonly DishLook[];
export const isDishLook = (look: string): look is DishLook => dishLooks.some((known) => known === look);

/** A dish of a look we do not know yet is served on an empty plate of rice. */
const drawingOf = (look: string): Drawing => drawings[isDishLook(look) ? look : 'rice'];

const PORCELAIN = (
  <>
    <circle cx="50" cy="52.5" r="45" fill="#000" opacity=".10" />
    <circle cx="50" cy="50" r="45" fill="#F5F1E8" />
    <circle cx="50" cy="50" r="43" fill="none" stroke="#4E79A8" strokeWidth="1.3" />
    <circle cx="50" cy="50" r="40.6" fill="none" stroke="#4E79A8" strokeWidth=".6" />
    <circle cx="50" cy="50" r="34" fill="#E9E2D4" />
  </>
);

/** The dish seen from above, always drawn the same. Its name stands beside it, so it is silent. */
export const DishPlate = memo(function DishPlate({
  look,
  className,
}: Look & { readonly look: string }): ReactElement {
  const { base, centre = [], ...drawing } = drawingOf(look);
  const pieces = strewn(drawing);
  return (
    <svg
      className={className ? `plate ${className}` : 'plate'}
      viewBox="0 0 100 100"
      aria-hidden="true"
      focusable="false"
    >
      {PORCELAIN}
      <circle cx="50" cy="50" r="31" fill={base} />
      {centre.map(({ d, fill = 'none', stroke, width }) => (
        <path
          key={d}
          d={d}
          transform="translate(50 50)"
          fill={fill}
          stroke={stroke}
          strokeWidth={width}
          strokeLinecap="round"
        />
      ))}
      {pieces.map(({ key, line, colour, ...place }) => (
        <path
          key={key}
          {...place}
          {...(line ? { fill: 'none', stroke: colour, strokeWidth: line } : { fill: colour })}
        />
      ))}
    </svg>
  );
});
