import { useApolloClient } from '@apollo/client/react';
import { refusalMessage } from '@linli/client';
import { type ReactElement, useState } from 'react';
import {
  type MeetingKind,
  PlanYearDocument,
  PreviewYearDocument,
  type PreviewYearQuery,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { DayPicker } from '../../kit/day-picker';
import { addDays } from '../../kit/days';
import { Field, TextField } from '../../kit/field';
import { FormDrawer } from '../../kit/form-drawer';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { useKinds } from './life-words';

interface PlanDrawerProps {
  readonly branches: readonly { readonly organisationId: string; readonly name: string }[];
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type Preview = Extract<PreviewYearQuery['previewYear'], { __typename: 'PlannedYear' }>;

interface Line {
  readonly kinds: MeetingKind[];
  readonly day: string;
  readonly time: string;
  readonly minutes: number;
}

/** What a year usually looks like: one day a month for what may be held together. */
const USUAL: readonly Line[] = [
  { kinds: ['THEME_DAY', 'BRANCH_MEETING', 'PARTY_LECTURE'], day: '10', time: '15:00', minutes: 180 },
  { kinds: ['BRANCH_COMMITTEE'], day: '5', time: '09:00', minutes: 60 },
  { kinds: ['LIFE_MEETING', 'MEMBER_REVIEW', 'HEART_TALK'], day: '15', time: '09:00', minutes: 120 },
];

const lastOfQuarter = (today: string): string => {
  const month = Number(today.slice(5, 7));
  const last = month + ((3 - (month % 3)) % 3);
  const next =
    last === 12
      ? `${Number(today.slice(0, 4)) + 1}-01-01`
      : `${today.slice(0, 5)}${String(last + 1).padStart(2, '0')}-01`;
  return addDays(next, -1);
};

interface Period {
  readonly from: string;
  readonly to: string;
  readonly place: string;
}

/** What would be added, as far as is known; whatever changes is looked at anew. */
function usePlan({ branches, today }: Pick<PlanDrawerProps, 'branches' | 'today'>) {
  const { t, format } = useWords();
  const client = useApolloClient();
  const [first, later] = [lastOfQuarter(today), lastOfQuarter(addDays(today, 30))];
  const [period, setPeriod] = useState<Period>({
    ...{ from: addDays(today, 1), to: first > addDays(today, 14) ? first : later, place: '' },
  });
  const [lines, setLines] = useState(USUAL);
  const [preview, setPreview] = useState<Preview>();
  const [problem, setProblem] = useState<string>();
  const { act, busy, message } = useAct(PlanYearDocument);
  const input = {
    ...{ organisationIds: branches.map(({ organisationId }) => organisationId) },
    ...{ from: period.from, to: period.to, place: period.place.trim() },
    lines: lines.map((line) => ({ ...line, kinds: [...line.kinds], day: Number(line.day) })),
  };
  const look = async () => {
    const { data } = await client.query({
      ...{ query: PreviewYearDocument, variables: { input }, fetchPolicy: 'network-only' },
    });
    const answer = data?.previewYear;
    if (answer?.__typename === 'PlannedYear') setPreview(answer);
    else if (answer) setProblem(refusalMessage(answer, t, format));
  };
  return {
    ...{ period, lines, preview, busy, message: problem ?? message },
    change: (part: Partial<Period>) => {
      setPreview(undefined);
      setPeriod({ ...period, ...part });
    },
    changeLine: (index: number, part: Partial<Line>) => {
      setPreview(undefined);
      setLines(lines.map((line, n) => (n === index ? { ...line, ...part } : line)));
    },
    /** First it is only looked at; the second time it is done. */
    go: async () => {
      setProblem(input.place ? undefined : t('console.life.placeMissing'));
      if (!input.place) return undefined;
      if (preview) return (await act(input)).done;
      await look().catch(() => setProblem(t('console.act.lost')));
      return undefined;
    },
  };
}

/** A quarter or a year, for one branch or many: first what it would add, then all of it or nothing. */
export function PlanDrawer({ branches, today, onClose, onDone }: PlanDrawerProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const kindsOf = useKinds();
  const { period, lines, preview, busy, message, change, changeLine, go } = usePlan({ branches, today });
  const send = async () => {
    const done = await go();
    if (!done) return;
    toast('ok', t('console.life.planned', { meetings: done.meetings, organisations: done.organisations }));
    onDone();
    onClose();
  };
  const one = branches.length === 1;
  return (
    <FormDrawer
      id="plan"
      wide
      title={one ? t('console.life.planMany') : t('console.life.planFor', { count: branches.length })}
      word={preview ? t('console.life.planGo', { count: preview.meetings }) : t('console.life.planLook')}
      busy={busy}
      message={message}
      changed={period.place !== ''}
      onSend={() => void send()}
      onClose={onClose}
    >
      <div className="plant">
        <Field label={t('console.life.from')}>
          {({ id }) => (
            <DayPicker
              id={id}
              value={period.from}
              min={addDays(today, 1)}
              onChange={(from) => change({ from })}
            />
          )}
        </Field>
        <Field label={t('console.life.to')}>
          {({ id }) => (
            <DayPicker id={id} value={period.to} min={period.from} onChange={(to) => change({ to })} />
          )}
        </Field>
      </div>
      <TextField
        label={t('console.life.place')}
        value={period.place}
        maxLength={60}
        onChange={(place) => change({ place })}
      />
      {lines.map((line, index) => (
        <fieldset key={line.kinds.join()} className="planl">
          <legend>
            <b>{kindsOf(line.kinds)}</b>
          </legend>
          <TextField
            label={t('console.life.dayOfMonth')}
            type="number"
            min={1}
            max={28}
            value={line.day}
            onChange={(day) => changeLine(index, { day })}
          />
          <TextField
            label={t('console.life.time')}
            type="time"
            value={line.time}
            onChange={(time) => changeLine(index, { time })}
          />
        </fieldset>
      ))}
      <p className="m">{t('console.life.planNote')}</p>
      {preview && <Added preview={preview} one={one} />}
    </FormDrawer>
  );
}

const SHOWN = 40;

function Added({ preview, one }: { readonly preview: Preview; readonly one: boolean }): ReactElement {
  const { t, format } = useWords();
  const kindsOf = useKinds();
  return (
    <div role="status" className="planp">
      <b>
        {t('console.life.planAdds', { meetings: preview.meetings, organisations: preview.organisations })}
      </b>
      <ul>
        {preview.lines.slice(0, SHOWN).map((line) => (
          <li key={`${line.organisationId} ${line.on} ${line.kinds.join()}`}>
            {format.date(line.on)} {line.time} {one ? '' : line.organisationName} {kindsOf(line.kinds)}
          </li>
        ))}
      </ul>
    </div>
  );
}
