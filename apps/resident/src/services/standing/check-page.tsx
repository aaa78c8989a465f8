import { refusalMessage } from '@linli/client';
import { Icon } from '@linli/ui';
import type { ReactElement } from 'react';
import { useRead } from '../../data/use-read';
import { type PersonFragment, StandingPreviewDocument, type StandingPreviewQuery } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { ErrorSummary, Failed, Note, SubmitButton, Waiting } from '../../shell/pieces';
import { Link, Redirect } from '../../shell/router';
import { Answers } from '../bookings/check-answers';
import { NewPage } from './new-page';
import { PreviewedDays } from './previewed-days';
import { StandingProblem } from './standing-problem';
import { daysLater, PREVIEWED } from './standing-rules';
import { useStandingWords } from './standing-words';
import type { MealToStand } from './use-meals';
import { useCreate } from './use-standing';
import { useWish } from './wish';

/** Everything on one page, with the days of the next two weeks: the last tap. */
export function CheckPage(): ReactElement {
  const { t } = useLaterWords();
  const { wish, to } = useWish();
  const { serviceId, from } = wish;
  if (!serviceId || !from) return <Redirect to={to('')} replace />;
  return (
    <NewPage step="check" title={t('resident.checkTitle')} back={to('/from')}>
      {(meals, person) => {
        const meal = meals.find(({ service }) => service.id === serviceId);
        return meal ? (
          <Check key={person.id} meal={meal} person={person} from={from} />
        ) : (
          <Redirect to={to('/how')} replace />
        );
      }}
    </NewPage>
  );
}

interface CheckProps {
  readonly meal: MealToStand;
  readonly person: PersonFragment;
  readonly from: string;
}

function Check({ meal: { service, line }, person, from }: CheckProps): ReactElement {
  const { t, format } = useLaterWords();
  const { wish, to } = useWish();
  const words = useStandingWords();
  const { data, error, again } = useRead(
    StandingPreviewDocument,
    {
      ...{ beneficiaryId: person.id, serviceId: service.id, weekdays: [...wish.weekdays] },
      ...{ from, to: daysLater(from, PREVIEWED - 1) },
    },
    { from: 'network-only' },
  );
  const hours = line ? format.timeRange(line.session.startsAt, line.session.endsAt) : '';
  const answers = [
    { asked: t('resident.whoEats'), said: person.name, change: to('') },
    { asked: t('later.standing.days'), said: words.weekdays(wish.weekdays), change: to('') },
    {
      asked: t('resident.howToEatShort'),
      said: words.what(service),
      more: `${hours} ${service.place}`,
      change: to('/how'),
    },
    {
      asked: t('later.standing.from'),
      said: format.day(from),
      more: t('later.standing.untilFurther'),
      change: to('/from'),
    },
  ];
  return (
    <>
      <Answers answers={answers} />
      {data ? (
        <Agree preview={data.previewStandingOrder} person={person} serviceId={service.id} from={from} />
      ) : error ? (
        <Failed error={error} onRetry={again} />
      ) : (
        <Waiting cards={1} />
      )}
    </>
  );
}

interface AgreeProps {
  readonly preview: StandingPreviewQuery['previewStandingOrder'];
  readonly person: PersonFragment;
  readonly serviceId: string;
  readonly from: string;
}

function Agree({ preview, person, serviceId, from }: AgreeProps): ReactElement {
  const { t, format } = useLaterWords();
  const { wish } = useWish();
  const { submission, create } = useCreate();
  const { refused, days } = preview;
  if (refused) {
    const { orderId } = refused.details;
    return (
      <>
        <ErrorSummary tone="warn" title={refusalMessage(refused, t, format)}>
          {t('later.standing.nothingMade')}
        </ErrorSummary>
        {typeof orderId === 'string' && (
          <Link className="btn" to={`/bookings/standing/${orderId}`}>
            {t('later.standing.see')}
          </Link>
        )}
      </>
    );
  }
  const failed = submission.state === 'failed';
  const wanted = { beneficiaryId: person.id, serviceId, weekdays: [...wish.weekdays], from };
  return (
    <>
      <PreviewedDays days={days} />
      <div className="note">
        <Icon name="info" />
        <p>{t('later.standing.bookedByItself')}</p>
      </div>
      {days.length > 0 && days.every(({ state }) => state === 'REFUSED') && (
        <Note tone="warn" icon="triangle-alert" title={t('later.standing.noneYet')} />
      )}
      <StandingProblem submission={submission} title={t('later.standing.notMade')} />
      <SubmitButton
        busy={submission.state === 'submitting'}
        icon={failed ? 'rotate-ccw' : 'check'}
        onClick={() => void create(wanted)}
      >
        {failed ? t('common.retry') : t('later.standing.make')}
      </SubmitButton>
      <Link className="btn btn--plain" to="/bookings/standing">
        {t('resident.notNow')}
      </Link>
    </>
  );
}
