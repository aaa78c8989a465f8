import '../../styles/food-safety.css';
import { useNow } from '@linli/client';
import { Chip } from '@linli/ui';
import type { ReactElement } from 'react';
import { useNavigate, useParams } from 'react-router';
import { RatingDocument } from '../../gql/graphql';
import { IconButton } from '../../kit/button';
import { dayOf } from '../../kit/days';
import { useRead } from '../../kit/fresh';
import { Facts, Page, Panel } from '../../kit/page';
import { Failed, Loading, Nothing } from '../../kit/states';
import { useWords } from '../../kit/words';
import { RatingActs } from './rating-acts';
import { STATE_TONES, type WholeRating } from './rating-words';
import { ScoreSheet } from './score-sheet';

export default function RatingPage(): ReactElement {
  const { t } = useWords();
  const { ratingId = '' } = useParams();
  const read = useRead(RatingDocument, { id: ratingId });
  if (read.data) return <RatingOf key={ratingId} rating={read.data.rating} again={read.again} />;
  return (
    <Page title={t('console.menu.ratings')}>
      {read.error ? <Failed error={read.error} again={read.again} /> : <Loading />}
    </Page>
  );
}

interface RatingOfProps {
  readonly rating: WholeRating;
  readonly again: () => void;
}

/** One organisation in one year: the points of each hand, the steps that were taken, and the next one. */
function RatingOf({ rating, again }: RatingOfProps): ReactElement {
  const { t } = useWords();
  const navigate = useNavigate();
  const today = dayOf(useNow(60_000));
  return (
    <Page
      title={t('console.ratings.of', { name: rating.organisationName, year: rating.year })}
      back={
        <IconButton icon="arrow-left" label={t('common.back')} onClick={() => void navigate('/ratings')} />
      }
      about={<Chip tone={STATE_TONES[rating.state]}>{t(`RatingState.${rating.state}`)}</Chip>}
    >
      <div className="g-safe">
        <ScoreSheet key={`${rating.state} ${rating.points}`} rating={rating} onChanged={again} />
        <div className="stack">
          <Panel title={t('console.ratings.standing')}>
            <div className="stack pb">
              <RatingFacts rating={rating} />
              <RatingActs rating={rating} today={today} onChanged={again} />
            </div>
          </Panel>
          <Steps rating={rating} />
        </div>
      </div>
    </Page>
  );
}

function RatingFacts({ rating }: { readonly rating: WholeRating }): ReactElement {
  const { t, format } = useWords();
  const { noticeFrom, noticeUntil } = rating;
  return (
    <Facts
      facts={[
        [t('console.ratings.template'), t('console.ratings.templateVersion', rating.template)],
        [t('console.ratings.points'), rating.points === null ? '—' : format.count(rating.points)],
        [
          t('console.ratings.notice'),
          noticeFrom && noticeUntil
            ? t('console.ratings.fromUntil', {
                from: format.date(noticeFrom),
                until: format.date(noticeUntil),
              })
            : '—',
        ],
        [t('console.ratings.stars'), rating.state === 'GRANTED' ? format.count(rating.starsHeld) : '—'],
        [t('console.ratings.class'), rating.class === null ? '—' : t(`RatingClass.${rating.class}`)],
        [t('console.ratings.document'), rating.documentNumber ?? '—'],
      ]}
    />
  );
}

function Steps({ rating }: { readonly rating: WholeRating }): ReactElement {
  const { t, format } = useWords();
  return (
    <Panel title={t('console.ratings.steps')}>
      {rating.steps.length === 0 ? (
        <Nothing icon="history" title={t('console.ratings.noSteps')} />
      ) : (
        <div className="pb">
          <Facts
            facts={rating.steps.map(
              ({ move, at, byName }, i) =>
                [
                  t('console.ratings.stepNumber', { number: i + 1, move: t(`RatingMove.${move}`) }),
                  <span key={i}>
                    {byName} <span className="m nw">{format.dateTime(at)}</span>
                  </span>,
                ] as const,
            )}
          />
        </div>
      )}
    </Panel>
  );
}
