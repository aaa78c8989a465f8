import { DeskIcon, type DeskIconName } from '@linli/ui/desk';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { useWords } from './words';

interface PageProps {
  readonly title: string;
  /** Beside the title: a state, a date, a sentence. */
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly back?: ReactNode;
  /** Fills the height of the window; its parts scroll by themselves. */
  readonly fill?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Page({ title, about, actions, back, fill, className, children }: PageProps): ReactElement {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${title} · ${t('console.title')}`;
  }, [title, t]);
  return (
    <div className={`page${fill ? ' page--fill' : ''}${className ? ` ${className}` : ''}`}>
      <div className="mh">
        {back}
        <h1>{title}</h1>
        {about}
        {actions && <div className="mh__r">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

export const Panel = ({
  title,
  note,
  side,
  className,
  children,
}: {
  readonly title?: ReactNode;
  readonly note?: ReactNode;
  readonly side?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactElement => (
  <section className={`panel${className ? ` ${className}` : ''}`}>
    {(title ?? side) && (
      <div className="ph">
        {title && <h2>{title}</h2>}
        {note && <span className="m opt-s">{note}</span>}
        {side && <div className="r row">{side}</div>}
      </div>
    )}
    {children}
  </section>
);

interface FigureProps {
  readonly icon: DeskIconName;
  readonly label: string;
  readonly figure: ReactNode;
  readonly unit?: ReactNode;
  readonly note?: ReactNode;
  /** Parts of a whole, in per cent: done, then delayed. */
  readonly bars?: readonly number[];
  readonly pressed?: boolean | undefined;
  /** Opens the rows behind the figure. */
  readonly onOpen?: (() => void) | undefined;
}

export function Figure({
  icon,
  label,
  figure,
  unit,
  note,
  bars,
  pressed,
  onOpen,
}: FigureProps): ReactElement {
  const inside = (
    <>
      <span className="cell__l">
        <DeskIcon name={icon} />
        {label}
      </span>
      <span className="cell__n">
        {figure}
        {unit !== undefined && <small>{unit}</small>}
      </span>
      <span className={bars ? 'mb' : 'mb mb--0'} aria-hidden="true">
        {bars?.map((width, part) => (
          <i key={part} style={{ width: `${width}%` }} />
        ))}
      </span>
      <span className="cell__s">{note}</span>
    </>
  );
  if (!onOpen) return <div className="cell">{inside}</div>;
  return (
    <button type="button" className="cell" aria-pressed={pressed} onClick={onOpen}>
      {inside}
    </button>
  );
}

/** Names and what they stand for. */
export const Facts = ({
  facts,
}: {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[];
}): ReactElement => (
  <dl className="dl">
    {facts.map(([name, value]) => (
      <div key={name} style={{ display: 'contents' }}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
