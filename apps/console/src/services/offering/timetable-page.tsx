import { useNow } from '@linli/client';
import { Chip } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
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
import { Page, Panel } from '../../kit/page';
import { useSettled } from '../../kit/settled';
import { Loaded } from '../../kit/states';
import { useWords } from '../../kit/words';
import { ClosedDays } from './closed-days';
import { eligibilityInWords, policyInWords } from './policy-words';
import { PlanCalendar } from './plan-calendar';
import { PublishDialog } from './publish-dialog';
import { SlotList } from './slot-list';
import { isChanged, isWhole, type Slot, slotsOn } from './timetable';
import { WeekGrid } from './week-grid';

export default function TimetablePage(): ReactElement {
  const { serviceId = '' } = useParams();
  const read = useRead(OneServiceDocument, { id: serviceId });
  return (
    <Loaded read={read}>
      {({ service }) => <TimetableOf key={service.id} service={service} onPublished={read.again} />}
    </Loaded>
  );
}

const WEEKS = ['2', '4', '6', '8'] as const;

function TimetableOf({
  service,
  onPublished,
}: {
  readonly service: WholeServiceFragment;
  readonly onPublished: () => void;
}): ReactElement {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const today = dayOf(useNow(60_000));
  const [weeks, setWeeks] = useFilter<(typeof WEEKS)[number]>('weeks', '6');
  // Today's sessions are under way: a new timetable begins tomorrow.
  const from = addDays(today, 1);
  const to = addDays(mondayOf(from), Number(weeks) * 7 - 1);
  const stored = slotsOn(service.timetable, from);
  const [draft, setDraft] = useState<readonly Slot[]>();
  const [publishing, setPublishing] = useState(false);
  const slots = draft ?? stored;
  const whole = slots.every(isWhole);
  const settled = useSettled(JSON.stringify(slots.filter(isWhole)), 350);
  const preview = useRead(
    PreviewTimetableDocument,
    { serviceId: service.id, from, to, slots: JSON.parse(settled) as Slot[] },
    { keep: true },
  );
  const days = useRead(CentreDaysDocument, { id: service.centreId, from: today, to });
  const changed = isChanged(slots, stored);
  const planned = preview.data?.previewTimetable;
  return (
    <Page
      title={service.name}
      back={
        <IconButton icon="arrow-left" label={t('common.back')} onClick={() => void navigate('/services')} />
      }
      about={
        <>
          {changed && (
            <Chip tone="warn" icon="pencil">
              {t('console.timetable.draft')}
            </Chip>
          )}
          <p>{service.place}</p>
        </>
      }
      actions={
        <>
          <select
            className="in"
            style={{ width: 'auto' }}
            aria-label={t('console.timetable.weeks')}
            value={weeks}
            onChange={(event) => setWeeks(event.target.value as typeof weeks)}
          >
            {WEEKS.map((count) => (
              <option key={count} value={count}>
                {t('console.timetable.weeksCount', { count: Number(count) })}
              </option>
            ))}
          </select>
          {changed && <Button onClick={() => setDraft(undefined)}>{t('console.timetable.discard')}</Button>}
          <Button
            kind="primary"
            disabled={
              !whole || !planned || planned.problems.length > 0 || planned.added + planned.removed === 0
            }
            onClick={() => setPublishing(true)}
          >
            {t('console.timetable.publish', { count: Number(weeks) })}
          </Button>
        </>
      }
    >
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
              onChanged={() => {
                days.again();
                preview.again();
              }}
              holidays={
                planned?.days.filter(({ note }) => note === 'HOLIDAY' || note === 'MAKE_UP_WORKDAY') ?? []
              }
            />
          )}
          <Panel title={t('console.services.policy')}>
            <p className="pb m">
              {policyInWords(words, service.policy, slots)}
              {t('console.comma')}
              {eligibilityInWords(words, service.eligibility)}
            </p>
          </Panel>
        </div>
        <Loaded read={preview} rows={8}>
          {({ previewTimetable }) => <PlanCalendar from={from} to={to} preview={previewTimetable} />}
        </Loaded>
      </div>
      {publishing && planned && (
        <PublishDialog
          service={service}
          slots={slots}
          from={from}
          to={to}
          preview={planned}
          onClose={() => setPublishing(false)}
          onPublished={() => {
            setPublishing(false);
            setDraft(undefined);
            onPublished();
            preview.again();
          }}
        />
      )}
    </Page>
  );
}
