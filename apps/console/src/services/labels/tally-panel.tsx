import { Status } from '@linli/ui';
import { Fragment, type ReactElement } from 'react';
import type { MealLabelsQuery } from '../../gql/graphql';
import { Panel } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { useWords } from '../../kit/words';
import { freezingInWords } from '../kitchen/freezing';
import type { Tally, View } from './labels';

interface TallyPanelProps {
  readonly tally: readonly Tally[];
  readonly sheet: MealLabelsQuery['kitchenSheet'];
  /** Shows the labels behind a figure. */
  readonly onOpen: (view: View) => void;
}

/** 48 + 14 + 24 = 86, each beside what the kitchen sheet says. */
export function TallyPanel({ tally, sheet, onOpen }: TallyPanelProps): ReactElement {
  const words = useWords();
  const { t } = words;
  const agrees = tally.every((each) => each.agrees);
  return (
    <Panel
      title={
        <>
          {t('console.labels.tally')}{' '}
          <Status tone={agrees ? 'ok' : 'bad'}>
            {t(agrees ? 'console.kitchen.agree' : 'console.kitchen.disagree')}
          </Status>
        </>
      }
      side={<span className="m">{freezingInWords(words, sheet)}</span>}
    >
      {!agrees && (
        <div className="pb">
          <Problem message={t('console.labels.differs')} />
        </div>
      )}
      <div className={agrees ? 'eqn' : 'eqn eqn--off'}>
        {tally.map(({ view, labels, sheet: expected }, index) => (
          <Fragment key={view}>
            {index > 0 && <i>{view === 'ALL' ? '=' : '+'}</i>}
            <button type="button" onClick={() => onOpen(view)}>
              <b>{labels}</b>
              <span>
                {view === 'ALL' || view === 'LATE' ? t('console.labels.labels') : t(`MealWay.${view}`)}
              </span>
              <small>{t('console.labels.ofSheet', { count: expected })}</small>
            </button>
          </Fragment>
        ))}
      </div>
    </Panel>
  );
}
