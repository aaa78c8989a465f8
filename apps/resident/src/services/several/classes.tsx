import { Icon, Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useRead } from '../../data/use-read';
import { type SeriesChoiceFragment, SeriesOffersDocument } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { CallCentre, ErrorSummary, Failed, Note, Waiting } from '../../shell/pieces';
import { Link, useGo, useSearch } from '../../shell/router';
import { useWhyNot } from '../places';
import { PayBar } from '../bookings/pay-bar';
import { useClassWords } from './class-words';
import { costOf } from './total';

interface Props {
  readonly serviceId: string;
  readonly beneficiaryId: string;
}

/** 「想參加哪個班？」 */
export function Classes({ serviceId, beneficiaryId }: Props): ReactElement {
  const { data, error, again } = useRead(SeriesOffersDocument, { serviceId, beneficiaryId });
  if (!data) return error ? <Failed error={error} onRetry={again} /> : <Waiting cards={1} />;
  return <Which key={beneficiaryId} serviceId={serviceId} offers={data.seriesOffers} />;
}

function Which({
  serviceId,
  offers,
}: {
  readonly serviceId: string;
  readonly offers: readonly SeriesChoiceFragment[];
}): ReactElement {
  const { t } = useLaterWords();
  const go = useGo();
  const [search, choose] = useSearch();
  const [tried, setTried] = useState(0);
  const open = offers.filter(({ refusal }) => !refusal);
  const chosen = open.find(({ series }) => series.id === search.get('series'));
  const next = () => {
    if (chosen) go(`/services/${serviceId}/join?series=${chosen.series.id}`);
    else setTried(tried + 1);
  };
  return (
    <>
      {tried > 0 && !chosen && <ErrorSummary key={tried} title={t('later.several.chooseFirst')} />}
      {offers.length === 0 && <Note tone="info" icon="calendar-off" title={t('later.several.noClasses')} />}
      {offers.length > 0 && (
        <fieldset className="q">
          <legend>{t('later.several.which')}</legend>
          <div className="opts">
            {offers.map((offer) => (
              <ClassOption
                key={offer.series.id}
                offer={offer}
                checked={offer === chosen}
                onChoose={() => choose({ series: offer.series.id })}
              />
            ))}
          </div>
        </fieldset>
      )}
      <CallCentre lead={t('resident.bookByPhone')} />
      {open.length > 0 && (
        <PayBar price={chosen && costOf(chosen.total)} label={t('resident.nextCheck')} ready onGo={next} />
      )}
    </>
  );
}

interface OptionProps {
  readonly offer: SeriesChoiceFragment;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

/** When it meets, from when until when, and how many places every date has; or why not. */
function ClassOption({ offer, checked, onChoose }: OptionProps): ReactElement {
  const { t } = useLaterWords();
  const words = useClassWords();
  const whyNot = useWhyNot();
  const { series, dates, refusal, runId, placesLeft } = offer;
  const face = (
    <span>
      <b>{series.name}</b>
      <small>{words.meets(series, dates.length)}</small>
      <small>{words.span(dates.map(({ day }) => day))}</small>
      {refusal && !runId && <small>{whyNot(offer)}</small>}
      <Status
        tone={runId ? 'ok' : refusal ? 'mute' : 'ok'}
        icon={runId ? 'ticket' : refusal ? 'circle-minus' : 'circle-check'}
      >
        {runId
          ? t('later.several.joined')
          : refusal
            ? t('later.several.notNow')
            : t('resident.standing.left', { count: placesLeft })}
      </Status>
      {runId && <small className="opt__go">{t('later.several.seeMine')}</small>}
    </span>
  );
  if (runId) {
    return (
      <Link className="opt opt--link" to={`/bookings/run/${runId}`}>
        <span className="opt__f">
          <Icon name="ticket" />
          {face}
        </span>
      </Link>
    );
  }
  return (
    <label className="opt">
      <input type="radio" name="series" checked={checked} disabled={refusal !== null} onChange={onChoose} />
      <span className="opt__f">{face}</span>
    </label>
  );
}
