import { type ReactElement, useState } from 'react';
import { useRead } from '../../data/use-read';
import { NearbyCentresDocument, type NearbyCentresQuery } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { Heading, Page } from '../../shell/page';
import { Failed, Waiting } from '../../shell/pieces';
import { useGo, useSearch } from '../../shell/router';
import { chosenCentre } from '../../shell/session';
import { ForWhom } from '../for-whom';
import { metresInWords } from './distance';
import { useWhere } from './where';

type Nearby = NearbyCentresQuery['nearbyCentres'][number];

/** 「去哪個中心？」 */
export function CentrePage(): ReactElement {
  const { t } = useLaterWords();
  const [search] = useSearch();
  const then = search.get('then') === '/lunch' ? '/lunch' : '/services';
  const { home, centreId, beneficiaryId, error: homeError, again: homeAgain } = useWhere();
  const { data, error, again } = useRead(
    NearbyCentresDocument,
    { beneficiaryId },
    { skip: beneficiaryId === '' },
  );
  const failed = data ? undefined : (homeError ?? error);
  return (
    <Page title={t('later.centre.which')} back={{ to: then }} busy={!data && !failed}>
      <Heading>{t('later.centre.which')}</Heading>
      {home && <ForWhom people={home.myPeople} current={beneficiaryId} />}
      {failed ? (
        <Failed error={failed} onRetry={homeError ? homeAgain : again} />
      ) : data ? (
        <Choice key={beneficiaryId} nearby={data.nearbyCentres} now={centreId} then={then} />
      ) : (
        <Waiting cards={3} />
      )}
    </Page>
  );
}

interface ChoiceProps {
  readonly nearby: readonly Nearby[];
  readonly now: string;
  readonly then: string;
}

function Choice({ nearby, now, then }: ChoiceProps): ReactElement {
  const { t } = useLaterWords();
  const go = useGo();
  const [chosen, choose] = useState(now);
  const done = () => {
    const own = nearby.find(({ isOwn }) => isOwn)?.centre.id;
    chosenCentre.set(chosen === own ? null : chosen);
    go(then, { replace: true });
  };
  return (
    <>
      <fieldset className="q" aria-label={t('later.centre.which')}>
        <div className="opts">
          {nearby.map((each) => (
            <Option
              key={each.centre.id}
              nearby={each}
              checked={each.centre.id === chosen}
              onChoose={() => choose(each.centre.id)}
            />
          ))}
        </div>
      </fieldset>
      {nearby.length === 1 && <p className="mute">{t('later.centre.noOther')}</p>}
      <button className="btn" type="button" onClick={done}>
        {t('later.centre.go')}
      </button>
    </>
  );
}

interface OptionProps {
  readonly nearby: Nearby;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Option({ nearby, checked, onChoose }: OptionProps): ReactElement {
  const words = useLaterWords();
  const { t } = words;
  const { centre, isOwn, metres, categories } = nearby;
  return (
    <label className="opt">
      <input type="radio" name="centre" checked={checked} onChange={onChoose} />
      <span className="opt__f">
        <span>
          <b>{centre.name}</b>
          <small>
            {isOwn && <b>{t('later.centre.own')} </b>}
            {metres !== null && `${metresInWords(words, metres)} · `}
            {centre.address}
          </small>
          <small>{categories.map((each) => t(`ServiceCategory.${each}`)).join(t('common.listComma'))}</small>
        </span>
      </span>
    </label>
  );
}
