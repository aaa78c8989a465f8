import { newId, useNow } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import {
  AnswerPointAppealDocument,
  CounterPointsDocument,
  type PointEntryPartsFragment,
  ReviewPointsDocument,
} from '../../gql/graphql';
import { useAct, useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { addDays, dayOf } from '../../kit/days';
import { Drawer } from '../../kit/overlays';
import { Facts } from '../../kit/page';
import { useWords } from '../../kit/words';
import { ActDrawer, type Ask } from '../parts/act-drawer';

interface EntryDrawerProps {
  readonly entry: PointEntryPartsFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type Open = 'publish' | 'return' | 'counter' | 'uphold' | 'reject';

/** One entry: its evidence, and what another hand than the first may do with it. */
export function EntryDrawer({ entry, onClose, onDone }: EntryDrawerProps): ReactElement {
  const { t, format } = useWords();
  const [open, setOpen] = useState<Open>();
  const done = () => {
    setOpen(undefined);
    onDone();
  };
  const { appeal } = entry;
  return (
    <Drawer
      open
      title={t('console.points.of', { name: entry.name, points: entry.points })}
      onClose={onClose}
      footer={<EntryActs entry={entry} onOpen={setOpen} />}
    >
      <div className="stack">
        <Facts
          facts={[
            [t('console.points.item'), entry.item],
            [t('console.points.rulesVersion'), t('console.points.rules', { version: entry.rulesVersion })],
            [t('console.points.doneOn'), format.date(entry.doneOn)],
            [t('console.points.evidence'), entry.evidence],
            [t('console.joint.state'), t(`PointState.${entry.state}`)],
            [t('console.points.enteredBy'), entry.enteredByName],
            [t('console.points.reviewedBy'), entry.reviewedByName ?? '—'],
            ...(entry.note ? [[t('console.points.note'), entry.note] as const] : []),
            ...(entry.noticeUntil
              ? [[t('console.ratings.noticeUntil'), format.date(entry.noticeUntil)] as const]
              : []),
            [t('console.points.counts'), t(entry.counts ? 'common.yes' : 'common.no')],
            ...(appeal ? [[t('console.points.appeal'), appeal.text] as const] : []),
            ...(appeal?.answer
              ? [[t('console.points.answer'), `${appeal.answer} ${appeal.answeredByName ?? ''}`] as const]
              : []),
          ]}
        />
        {entry.isOwn && <p className="m">{t('console.points.own')}</p>}
      </div>
      {open && <Move entry={entry} open={open} onClose={() => setOpen(undefined)} onDone={done} />}
    </Drawer>
  );
}

function EntryActs({
  entry,
  onOpen,
}: {
  readonly entry: PointEntryPartsFragment;
  readonly onOpen: (open: Open) => void;
}): ReactElement | null {
  const { t } = useWords();
  const keeps = useMay('KEEP_LIFE');
  const { state, isCounter, isCountered, appeal, isOwn } = entry;
  const waits = appeal !== null && appeal.upheld === null;
  if (!keeps || isOwn || isCounter || state === 'RETURNED' || (isCountered && !waits)) return null;
  const acts: readonly (readonly [Open, boolean])[] =
    state === 'ENTERED'
      ? [
          ['return', false],
          ['publish', true],
        ]
      : waits
        ? [
            ['reject', false],
            ['uphold', true],
          ]
        : [['counter', false]];
  return (
    <div className="acts">
      {acts.map(([act, primary]) => (
        <Button key={act} kind={primary ? 'primary' : 'plain'} onClick={() => onOpen(act)}>
          {t(`console.points.act.${act}`)}
        </Button>
      ))}
    </div>
  );
}

function Move({ entry, open, onClose, onDone }: EntryDrawerProps & { readonly open: Open }): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  const review = useAct(ReviewPointsDocument);
  const counter = useCreate(CounterPointsDocument);
  const answer = useAct(AnswerPointAppealDocument);
  const [counterId] = useState(() => newId());
  const common = {
    ...{ id: open, title: t(`console.points.act.${open}`), word: t(`console.points.act.${open}`) },
    ...{ done: t('console.points.moved'), onDone, onClose },
  };
  const words: Ask = { key: 'text', label: t('console.points.why'), kind: 'text', maxLength: 200 };
  const appealId = entry.appeal?.id ?? '';
  if (open === 'publish')
    return (
      <ActDrawer
        {...common}
        asks={[
          {
            ...{ key: 'until', label: t('console.ratings.noticeUntil'), kind: 'day' },
            ...{ value: addDays(today, 7), min: addDays(today, 6) },
          },
        ]}
        use={review}
        inputOf={({ until = '' }) => ({ id: entry.id, approved: true, until })}
      />
    );
  if (open === 'return')
    return (
      <ActDrawer
        {...common}
        asks={[words]}
        use={review}
        inputOf={({ text = '' }) => ({ id: entry.id, approved: false, note: text })}
      />
    );
  if (open === 'counter')
    return (
      <ActDrawer
        {...common}
        asks={[words]}
        use={counter}
        inputOf={({ text = '' }) => ({ entryId: entry.id, reason: text })}
      />
    );
  return (
    <ActDrawer
      {...common}
      asks={[words]}
      use={answer}
      inputOf={({ text = '' }) => ({ id: appealId, counterId, upheld: open === 'uphold', answer: text })}
    />
  );
}
