import { newId } from '@linli/client';
import { Chip } from '@linli/ui';
import { type ReactElement, useState } from 'react';
import {
  type CheckFragment,
  RecordWelfareStepDocument,
  RevealWelfareNumberDocument,
  type RevealWelfareNumberMutation,
  type WelfareStepKind,
  type WelfareStepResult,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { Panel } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { useWords } from '../../kit/words';
import { CloseCheck } from './close-check';

type Number = Extract<RevealWelfareNumberMutation['revealWelfareNumber'], { phone: string }>;

interface CheckCardProps {
  readonly check: CheckFragment;
  readonly now: Date;
  readonly again: () => void;
}

const MINUTE = 60_000;

export function CheckCard({ check, now, again }: CheckCardProps): ReactElement {
  const { t, format } = useWords();
  const [closing, setClosing] = useState(false);
  const { resident, nextStep, outcome } = check;
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(check.openedAt)) / MINUTE));
  return (
    <Panel
      className="check"
      title={t('console.welfare.whom', { name: resident.name, age: resident.age })}
      note={resident.building}
      side={
        outcome ? (
          <Chip tone="ok">{t(`WelfareOutcome.${outcome}`)}</Chip>
        ) : (
          <Chip tone="bad" icon="clock">
            {t('console.welfare.since', { minutes })}
          </Chip>
        )
      }
    >
      <div className="stack pb">
        <p className="m">
          {t('console.welfare.opened', { time: format.time(check.openedAt), by: check.openerName })}
          {resident.careNeeds.length > 0 &&
            ` · ${resident.careNeeds.map((need) => t(`CareNeed.${need}`)).join('、')}`}
        </p>
        <Steps check={check} />
        {!outcome && nextStep && (
          <NextStep key={nextStep.kind} check={check} kind={nextStep.kind} now={now} again={again} />
        )}
        {!outcome && (
          <Button kind={nextStep ? 'plain' : 'primary'} icon="eye" onClick={() => setClosing(true)}>
            {t('console.welfare.close')}
          </Button>
        )}
        {outcome && (
          <p className="m">
            {check.closedAt && format.time(check.closedAt)} {check.closerName}
            {check.closeNote && `：${check.closeNote}`}
          </p>
        )}
      </div>
      {closing && <CloseCheck check={check} onClose={() => setClosing(false)} again={again} />}
    </Panel>
  );
}

function Steps({ check: { steps } }: Pick<CheckCardProps, 'check'>): ReactElement | null {
  const { t, format } = useWords();
  if (steps.length === 0) return null;
  return (
    <ol className="ridden">
      {steps.map(({ id, kind, result, at, byName, note }) => (
        <li key={id}>
          <span>
            {t(`WelfareStepKind.${kind}`)} <span className="m">{`${format.time(at)} ${byName}`}</span>
            {note && <small className="m"> {note}</small>}
          </span>
          <Chip tone={result === 'REACHED' ? 'ok' : 'warn'}>{t(`WelfareStepResult.${result}`)}</Chip>
        </li>
      ))}
    </ol>
  );
}

/** What is due now: the number to call, and what came of it. */
function NextStep({
  check,
  kind,
  now,
  again,
}: CheckCardProps & { readonly kind: WelfareStepKind }): ReactElement {
  const { t, format } = useWords();
  const recording = useAct(RecordWelfareStepDocument);
  const revealing = useAct(RevealWelfareNumberDocument);
  const [number, setNumber] = useState<Number>();
  const [id] = useState(newId);
  const due = check.nextStep?.dueAt ?? check.openedAt;
  const isDue = Date.parse(due) <= now.getTime();
  const reveal = async () => {
    if (kind === 'DOOR') return;
    const { done } = await revealing.act({ checkId: check.id, of: kind });
    if (done) setNumber(done);
  };
  const record = async (result: WelfareStepResult) => {
    const { done } = await recording.act({ id, checkId: check.id, kind, result });
    if (done) again();
  };
  return (
    <section className={`note${isDue ? ' note--bad' : ''} due`}>
      <b>
        {t(`WelfareStepKind.${kind}`)}{' '}
        <span className="m">
          {isDue ? t('console.welfare.dueNow') : t('console.welfare.dueAt', { time: format.time(due) })}
        </span>
      </b>
      {number && (
        <p className="due__n">
          <a href={`tel:${number.phone}`}>{number.phone}</a> {number.name}
          {number.relation && <span className="m"> {t(`ContactRelation.${number.relation}`)}</span>}
        </p>
      )}
      <div className="row">
        {kind !== 'DOOR' && !number && (
          <Button small icon="phone" busy={revealing.busy} onClick={() => void reveal()}>
            {t('console.welfare.reveal')}
          </Button>
        )}
        <Button small busy={recording.busy} onClick={() => void record('REACHED')}>
          {t('WelfareStepResult.REACHED')}
        </Button>
        <Button small busy={recording.busy} onClick={() => void record('NOT_REACHED')}>
          {t('WelfareStepResult.NOT_REACHED')}
        </Button>
      </div>
      <Problem message={revealing.message ?? recording.message} />
    </section>
  );
}
