import { useNow } from '@linli/client';
import { Chip } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import {
  CentreDaysDocument,
  OneServiceDocument,
  PreviewTimetableDocument,
  type WholeServiceFragment,
} from '../../gql/graphql';
import { Button, IconButton } from '../../kit/button';
import { addDays, dayOf, mondayOf } from '../../kit/days';
import { useFilter } from '../../kit/filters';
import { useRead } from '../../kit/fresh';
import { focusFirstFault } from '../../kit/form';
import { Page, Panel } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { useSettled } from '../../kit/settled';
import { Loaded } from '../../kit/states';
import { useWords } from '../../kit/words';
import { ClosedDays } from './closed-days';
import { eligibilityInWords, policyInWords } from './policy-words';
import { PlanCalendar } from './plan-calendar';
import { PublishDialog } from './publish-dialog';
import { SlotList } from './slot-list';
import { isChanged, isWhole, type PlannedDay, type Slot, slotsOn } from './timetable';
import { WeekGrid } from './week-grid';

export default function TimetablePage(): ReactElement {
  const { serviceId = '' } = useParams();
  const read = useRead(OneServiceDocument, { id: serviceId });
  return (
    <Loaded read={read}>
      {({ service }) =>
        // A class has its dates from being opened, and no weekly timetable.
        service.bookedAs === 'SERIES' ? (
          <Navigate to={`/classes?service=${service.id}`} replace />
        ) : (
          <TimetableOf key={service.id} service={service} onPublished={read.again} />
        )
      }
    </Loaded>
  );
}

/** The draft, what it would yield, and what stands in the way. */
function useDraft(service: WholeServiceFragment, from: string, to: string) {
  const stored = slotsOn(service.timetable, from);
  const [draft, setDraft] = useState<readonly Slot[]>();
  const slots = draft ?? stored;
  const settled = useSettled(JSON.stringify(slots.filter(isWhole)), 350);
  const variables = { serviceId: service.id, from, to, slots: JSON.parse(settled) as Slot[] };
  const preview = useRead(PreviewTimetableDocument, variables, { keep: true });
  const planned = preview.data?.previewTimetable;
  const changes = planned ? planned.added + planned.removed : 0;
  const whole = slots.every(isWhole);
  const known = !preview.loading && settled === JSON.stringify(slots.filter(isWhole));
  const lacks = !whole
    ? ('times' as const)
    : planned && planned.problems.length > 0
      ? ('problems' as const)
      : planned && changes === 0
        ? ('changes' as const)
        : undefined;
  const ready = whole && planned?.problems.length === 0 && changes > 0;
  const reckoning = whole && !known;
  return {
    stored,
    slots,
    setDraft,
    preview,
    planned,
    ready,
    lacks,
    reckoning,
    changed: isChanged(slots, stored),
  };
}

interface TimetableOfProps {
  readonly service: WholeServiceFragment;
  readonly onPublished: () => void;
}

function TimetableOf({ service, onPublished }: TimetableOfProps): ReactElement {
  const { t } = useWords();
  const navigate = useNavigate();
  const today = dayOf(useNow(60_000));
  const [weeks, setWeeks] = useFilter<Weeks>('weeks', '6');
  // Today's sessions are under way: a new timetable begins tomorrow.
  const from = addDays(today, 1);
  const to = addDays(mondayOf(from), Number(weeks) * 7 - 1);
  const draft = useDraft(service, from, to);
  const { stored, slots, setDraft, preview, planned, ready, lacks, changed } = draft;
  const days = useRead(CentreDaysDocument, { id: service.centreId, from: today, to });
  const [publishing, setPublishing] = useState(false);
  const [tried, setTried] = useState(false);
  const publish = () => {
    setTried(!ready);
    setPublishing(ready);
    if (!ready) focusFirstFault();
  };
  const published = () => {
    setPublishing(false);
    setDraft(undefined);
    onPublished();
    preview.again();
  };
  const rested = () => {
    days.again();
    preview.again();
  };
  const isHoliday = ({ note }: PlannedDay) => note === 'HOLIDAY' || note === 'MAKE_UP_WORKDAY';
  return (
    <Page
      title={service.name}
      back={
        <IconButton icon="arrow-left" label={t('common.back')} onClick={() => void navigate('/services')} />
      }
      about={<About service={service} changed={changed} />}
      actions={
        <>
          <WeeksField weeks={weeks} onChange={setWeeks} />
          {changed && <Button onClick={() => setDraft(undefined)}>{t('console.timetable.discard')}</Button>}
          <Button kind="primary" busy={draft.reckoning} onClick={publish}>
            {t('console.timetable.publish', { count: Number(weeks) })}
          </Button>
        </>
      }
    >
      <Problem message={tried && lacks ? t(`console.timetable.lacks.${lacks}`) : undefined} />
      <div className="g-tt">
        <div className="stack">
          <Panel title={t('console.timetable.weekly')} note={t('console.timetable.weeklyNote')}>
            <WeekGrid slots={slots} stored={stored} onAdd={(slot) => setDraft([...slots, slot])} />
            <SlotList slots={slots} problems={planned?.problems ?? []} onChange={setDraft} />
          </Panel>
          {days.data && (
            <ClosedDays
              centreId={service.centreId}
              closed={days.data.centre.closedDays}
              today={today}
              onChanged={rested}
              holidays={planned?.days.filter(isHoliday) ?? []}
            />
          )}
          <Rules service={service} slots={slots} />
        </div>
        <Loaded read={preview} rows={8}>
          {({ previewTimetable }) => <PlanCalendar from={from} to={to} preview={previewTimetable} />}
        </Loaded>
      </div>
      {publishing && planned && (
        <PublishDialog
          {...{ service, slots, from, to }}
          preview={planned}
          onClose={() => setPublishing(false)}
          onPublished={published}
        />
      )}
    </Page>
  );
}

function About({
  service,
  changed,
}: {
  readonly service: WholeServiceFragment;
  readonly changed: boolean;
}): ReactElement {
  const { t } = useWords();
  return (
    <>
      {changed && (
        <Chip tone="warn" icon="pencil">
          {t('console.timetable.draft')}
        </Chip>
      )}
      <p>{service.place}</p>
    </>
  );
}

function Rules({
  service,
  slots,
}: {
  readonly service: WholeServiceFragment;
  readonly slots: readonly Slot[];
}): ReactElement {
  const words = useWords();
  const { t } = words;
  return (
    <Panel title={t('console.services.policy')}>
      <p className="pb m">
        {policyInWords(words, { ...service, ...service.policy }, slots)}
        {t('console.comma')}
        {eligibilityInWords(words, service.eligibility)}
      </p>
    </Panel>
  );
}

const WEEKS = ['2', '4', '6', '8'] as const;
type Weeks = (typeof WEEKS)[number];

function WeeksField({
  weeks,
  onChange,
}: {
  readonly weeks: Weeks;
  readonly onChange: (weeks: Weeks) => void;
}): ReactElement {
  const { t } = useWords();
  return (
    <select
      className="in"
      style={{ width: 'auto' }}
      aria-label={t('console.timetable.weeks')}
      value={weeks}
      onChange={(event) => onChange(event.target.value as Weeks)}
    >
      {WEEKS.map((count) => (
        <option key={count} value={count}>
          {t('console.timetable.weeksCount', { count: Number(count) })}
        </option>
      ))}
    </select>
  );
}
