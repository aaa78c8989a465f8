import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import {
  AnswerRatingAppealDocument,
  AppealRatingDocument,
  GrantRatingDocument,
  PublishRatingDocument,
  WithdrawStarDocument,
  type WithdrawStarInput,
  type WithdrawStarMutation,
} from '../../gql/graphql';
import { useAct, useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { addDays } from '../../kit/days';
import { useWords } from '../../kit/words';
import { ActDrawer, type Ask } from '../parts/act-drawer';
import type { WholeRating } from './rating-words';

interface RatingActsProps {
  readonly rating: WholeRating;
  readonly today: string;
  readonly onChanged: () => void;
}

type Open = 'publish' | 'appeal' | 'answer' | 'grant' | 'withdraw';
const NOTICE_DAYS = 6;

/** What follows the points: the notice, appeals, stars given and taken; why not, when it cannot be yet. */
export function RatingActs({ rating, today, onChanged }: RatingActsProps): ReactElement {
  const { t, format } = useWords();
  const [open, setOpen] = useState<Open>();
  const declares = useMay('DECLARE_RATINGS');
  const grants = useMay('GRANT_RATINGS');
  const { state, isOwn, noticeUntil, appeals } = rating;
  const waiting = appeals.find(({ upheld }) => upheld === null);
  const onNotice = state === 'PUBLISHED' && noticeUntil !== null && today <= noticeUntil;
  const decides = grants && !isOwn;
  const button = (act: Open, kind: 'primary' | 'bad' | 'plain' = 'plain', disabled = false) => (
    <Button {...(kind === 'plain' ? {} : { kind })} disabled={disabled} onClick={() => setOpen(act)}>
      {t(`console.ratings.act.${act}`)}
    </Button>
  );
  const whyNot = onNotice
    ? t('console.ratings.noticeRuns', { until: format.date(noticeUntil) })
    : waiting
      ? t('refusal.APPEAL_OPEN')
      : undefined;
  const done = () => {
    setOpen(undefined);
    onChanged();
  };
  return (
    <>
      {appeals.map((appeal) => (
        <p key={appeal.id} className="note note--info">
          {t('console.ratings.appealOf', { name: appeal.byName, text: appeal.text })}
          {appeal.answer !== null && (
            <>
              <br />
              {t(appeal.upheld ? 'console.ratings.upheld' : 'console.ratings.notUpheld', {
                ...{ name: appeal.answeredByName ?? '', text: appeal.answer },
              })}
            </>
          )}
        </p>
      ))}
      {grants && isOwn && state !== 'GRANTED' && (
        <p className="note note--info">{t('refusal.RATING_IS_YOUR_OWN')}</p>
      )}
      {decides && state === 'CONFIRMED' && button('publish', 'primary')}
      {declares && onNotice && button('appeal')}
      {decides && waiting && button('answer')}
      {decides && state === 'PUBLISHED' && (
        <>
          {whyNot && <p className="note note--info">{whyNot}</p>}
          {button('grant', 'primary', whyNot !== undefined)}
        </>
      )}
      {decides && state === 'GRANTED' && rating.starsHeld > 0 && button('withdraw', 'bad')}
      {open && (
        <OpenAct
          {...{ open, rating, today }}
          waiting={waiting?.id ?? ''}
          onDone={done}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

interface OpenActProps {
  readonly open: Open;
  readonly rating: WholeRating;
  readonly today: string;
  readonly waiting: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function OpenAct({ open, rating, today, waiting, ...ends }: OpenActProps): ReactElement {
  const { t } = useWords();
  const uses = {
    publish: useAct(PublishRatingDocument),
    appeal: useCreate(AppealRatingDocument),
    answer: useAct(AnswerRatingAppealDocument),
    grant: useAct(GrantRatingDocument),
    withdraw: useAct(WithdrawStarDocument),
  };
  const about = {
    ...{ id: open, title: t(`console.ratings.act.${open}`), word: t(`console.ratings.act.${open}`) },
    ...{ done: t(`console.ratings.done.${open}`), ...ends },
  };
  const { id } = rating;
  const reason = { key: 'text', label: t(`console.ratings.why.${open}`), kind: 'text' as const };
  const document = {
    key: 'document',
    label: t('console.ratings.document'),
    kind: 'text' as const,
    maxLength: 60,
  };
  if (open === 'publish') {
    const until = addDays(today, NOTICE_DAYS);
    return (
      <ActDrawer
        {...about}
        asks={[
          {
            ...{ key: 'until', label: t('console.ratings.noticeUntil'), kind: 'day' as const },
            ...{ value: until, min: until, hint: t('console.ratings.noticeHint') },
          },
        ]}
        use={uses.publish}
        inputOf={({ until: last = '' }) => ({ id, until: last })}
      />
    );
  }
  if (open === 'appeal')
    return (
      <ActDrawer
        {...about}
        asks={[{ ...reason, maxLength: 300 }]}
        use={uses.appeal}
        inputOf={({ text = '' }) => ({ ratingId: id, text })}
      />
    );
  if (open === 'answer')
    return (
      <ActDrawer
        {...about}
        asks={[
          {
            ...{ key: 'upheld', label: t('console.ratings.outcome'), kind: 'choice' as const },
            options: (['yes', 'no'] as const).map((key) => ({
              key,
              label: t(`console.ratings.uphold.${key}`),
            })),
          },
          { ...reason, maxLength: 300 },
        ]}
        use={uses.answer}
        inputOf={({ upheld, text = '' }) => ({ id: waiting, upheld: upheld === 'yes', answer: text })}
      />
    );
  if (open === 'grant')
    return (
      <ActDrawer
        {...about}
        asks={[document]}
        use={uses.grant}
        inputOf={({ document: number = '' }) => ({ id, documentNumber: number })}
      />
    );
  return (
    <Withdraw
      rating={rating}
      about={about}
      asks={[{ ...reason, maxLength: 200 }, document]}
      use={uses.withdraw}
    />
  );
}

interface WithdrawProps {
  readonly rating: WholeRating;
  readonly about: Omit<Parameters<typeof ActDrawer>[0], 'asks' | 'use' | 'inputOf'>;
  readonly asks: readonly Ask[];
  readonly use: ReturnType<typeof useAct<WithdrawStarMutation, WithdrawStarInput>>;
}

/** 摘星: which one, and why. */
function Withdraw({ rating, about, asks, use }: WithdrawProps): ReactElement {
  const { t } = useWords();
  const held = rating.stars.filter((star) => star.reason === null);
  return (
    <ActDrawer
      {...about}
      kind="danger"
      asks={[
        {
          ...{ key: 'position', label: t('console.ratings.star'), kind: 'choice' as const },
          options: held.map(({ position }) => ({
            key: String(position),
            label: rating.template.stars.find((star) => star.position === position)?.name ?? String(position),
          })),
        },
        ...asks,
      ]}
      use={use}
      inputOf={({ position, text = '', document: number = '' }) => ({
        ...{ id: rating.id, position: Number(position), reason: text, documentNumber: number },
      })}
    />
  );
}
