import { Status } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import {
  ConfirmRatingDocument,
  RateItselfDocument,
  type RatingRound,
  ReviewRatingDocument,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { focusFirstFault } from '../../kit/form';
import { Panel } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { ROUND_NOW, type WholeRating } from './rating-words';

interface ScoreSheetProps {
  readonly rating: WholeRating;
  readonly onChanged: () => void;
}

const ROUNDS: readonly RatingRound[] = ['SELF', 'TOWN', 'DISTRICT'];

/** Whose turn it is, when it is this viewer's: a rating of one's own is for somebody else to look at. */
function useRoundToGive({ state, isOwn }: WholeRating): RatingRound | undefined {
  const may = {
    SELF: useMay('DECLARE_RATINGS'),
    TOWN: useMay('REVIEW_RATINGS') && !isOwn,
    DISTRICT: useMay('GRANT_RATINGS') && !isOwn,
  };
  if (state === 'SELF_RATED' && may.SELF && !may.TOWN) return 'SELF';
  const round = state in ROUND_NOW ? ROUND_NOW[state as keyof typeof ROUND_NOW] : undefined;
  return round && may[round] ? round : undefined;
}

/** Every criterion with the points of each hand; the hand whose turn it is writes in its column. */
export function ScoreSheet({ rating, onChanged }: ScoreSheetProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const round = useRoundToGive(rating);
  const given = (of: RatingRound, id: string) =>
    rating.scores.find((score) => score.round === of && score.criterionId === id)?.points;
  const criteria = rating.template.stars.flatMap((star) => star.criteria);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(
      criteria.map(({ id }) => [id, String((round && (given(round, id) ?? before(given, round, id))) ?? '')]),
    ),
  );
  const [tried, setTried] = useState(false);
  const acts = {
    SELF: useAct(RateItselfDocument),
    TOWN: useAct(ReviewRatingDocument),
    DISTRICT: useAct(ConfirmRatingDocument),
  };
  const isWrong = ({ id, points }: { readonly id: string; readonly points: number }) =>
    !/^\d+$/.test(typed[id] ?? '') || Number(typed[id]) > points;
  const send = async () => {
    setTried(true);
    if (!round) return;
    if (criteria.some(isWrong)) {
      focusFirstFault();
      return;
    }
    const scores = criteria.map(({ id }) => ({ criterionId: id, points: Number(typed[id]) }));
    const { done } = await acts[round].act({ id: rating.id, scores });
    if (!done) return;
    toast('ok', t('console.ratings.scored', { points: done.points ?? 0 }));
    onChanged();
  };
  return (
    <Panel title={t('console.ratings.sheet')} note={round && t('console.ratings.sheetNote')}>
      <table className="tb">
        <caption className="vh">{t('console.ratings.sheet')}</caption>
        <Head />
        {rating.template.stars.map((star) => (
          <tbody key={star.position}>
            <StarRow rating={rating} star={star} />
            {star.criteria.map((criterion) => (
              <tr key={criterion.id}>
                <td>{criterion.text}</td>
                <td className="n">{criterion.points}</td>
                {ROUNDS.map((each) => (
                  <td key={each} className="n">
                    {each === round ? (
                      <input
                        className="in"
                        style={{ width: 64, textAlign: 'right' }}
                        inputMode="numeric"
                        aria-label={t('console.ratings.pointsOf', { criterion: criterion.text })}
                        aria-invalid={tried && isWrong(criterion) ? true : undefined}
                        value={typed[criterion.id] ?? ''}
                        onChange={(event) =>
                          setTyped({ ...typed, [criterion.id]: event.target.value.trim() })
                        }
                      />
                    ) : (
                      (given(each, criterion.id) ?? '—')
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {round && (
        <div className="stack pb">
          {tried && criteria.some(isWrong) && <Problem message={t('refusal.SCORES_DO_NOT_FIT')} />}
          <Problem message={acts[round].message} />
          <Button kind="primary" busy={acts[round].busy} onClick={() => void send()}>
            {t(`console.ratings.give.${round}`)}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function Head(): ReactElement {
  const { t } = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{t('console.ratings.criterion')}</th>
        <th scope="col" className="n">
          {t('console.ratings.most')}
        </th>
        {ROUNDS.map((each) => (
          <th key={each} scope="col" className="n">
            {t(`RatingRound.${each}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Whoever looks next begins with the points of the hand before. */
const before = (
  given: (of: RatingRound, id: string) => number | undefined,
  round: RatingRound,
  id: string,
): number | undefined => {
  const former = ROUNDS[ROUNDS.indexOf(round) - 1];
  return former && given(former, id);
};

/** A star: what it asks for, what it came to, and whether it is held. */
function StarRow({
  rating,
  star,
}: {
  readonly rating: WholeRating;
  readonly star: WholeRating['template']['stars'][number];
}): ReactElement {
  const { t } = useWords();
  const held = rating.stars.find(({ position }) => position === star.position);
  const sum = (round: RatingRound) => {
    const own = rating.scores.filter(
      (score) => score.round === round && star.criteria.some(({ id }) => id === score.criterionId),
    );
    return own.length === 0 ? '—' : own.reduce((total, { points }) => total + points, 0);
  };
  return (
    <tr className="sel">
      <td>
        <b>{star.name}</b>{' '}
        {held && (
          <Status tone={held.reason === null ? 'ok' : 'bad'}>
            {held.reason === null
              ? t('console.ratings.held')
              : t('console.ratings.withdrawn', { reason: held.reason })}
          </Status>
        )}
      </td>
      <td className="n">{t('console.ratings.atLeast', { points: star.passPoints })}</td>
      {ROUNDS.map((round) => (
        <td key={round} className="n">
          <b>{sum(round)}</b>
        </td>
      ))}
    </tr>
  );
}
