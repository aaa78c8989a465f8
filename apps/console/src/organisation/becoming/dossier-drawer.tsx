import { Chip, Status } from '@linli/ui';
import { Fragment, type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import { BecomingDossierDocument, type DossierWholeFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { useRead } from '../../kit/fresh';
import { Drawer } from '../../kit/overlays';
import { Facts } from '../../kit/page';
import { Loaded } from '../../kit/states';
import { useWords } from '../../kit/words';
import { TakeDrawer, useToday } from './becoming-drawers';
import { ExtendDrawer, ProlongDrawer, ReviewDrawer, StopDrawer } from './dossier-forms';
import { Next, TakeButton } from './next-step';

type Step = DossierWholeFragment['timeline'][number];

const FORMS = {
  ...{ take: TakeDrawer, review: ReviewDrawer, extend: ExtendDrawer },
  ...{ prolong: ProlongDrawer, stop: StopDrawer },
} as const;
type Doing = keyof typeof FORMS;

interface DossierDrawerProps {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** One person's way: what was done, what comes next, and what each of the twenty-five will ask for. */
export function DossierDrawer({ id, name, onClose, onChanged }: DossierDrawerProps): ReactElement {
  const { t } = useWords();
  const read = useRead(BecomingDossierDocument, { id });
  const [doing, setDoing] = useState<Doing>();
  const keeps = useMay('KEEP_MEMBERS');
  const dossier = read.data?.becomingDossier;
  const done = () => {
    setDoing(undefined);
    read.again();
    onChanged();
  };
  const Form = doing && FORMS[doing];
  return (
    <Drawer
      wide
      open
      title={t('console.becoming.dossier', { name })}
      onClose={onClose}
      footer={keeps && dossier?.next ? <Acts dossier={dossier} onDo={setDoing} /> : undefined}
    >
      <Loaded read={read} rows={8}>
        {({ becomingDossier: shown }) => (
          <div
            className="stack"
            tabIndex={0}
            role="region"
            aria-label={t('console.becoming.dossier', { name })}
          >
            <Now dossier={shown} />
            <Reviews dossier={shown} />
            <Timeline steps={shown.timeline} />
            {Form && <Form dossier={shown} onClose={() => setDoing(undefined)} onDone={done} />}
          </div>
        )}
      </Loaded>
    </Drawer>
  );
}

function Acts({
  dossier,
  onDo,
}: {
  readonly dossier: DossierWholeFragment;
  readonly onDo: (doing: Doing) => void;
}): ReactElement {
  const { t } = useWords();
  const { mayExtend, mayProlong, reviewDue } = dossier;
  return (
    <div className="acts">
      <Button kind="bad" onClick={() => onDo('stop')}>
        {t('console.becoming.stop')}
      </Button>
      {mayExtend && <Button onClick={() => onDo('extend')}>{t('console.becoming.extend')}</Button>}
      {mayProlong && <Button onClick={() => onDo('prolong')}>{t('console.becoming.prolong')}</Button>}
      {reviewDue && <Button onClick={() => onDo('review')}>{t('console.becoming.review')}</Button>}
      <TakeButton of={dossier} onTake={() => onDo('take')} />
    </div>
  );
}

function Now({ dossier }: { readonly dossier: DossierWholeFragment }): ReactElement {
  const { t, format } = useWords();
  const { steps, next, stoppedOn, stopReason, extendedMonths, prolongedBecause } = dossier;
  const special = [
    extendedMonths > 0 && t('console.becoming.extended', { months: extendedMonths }),
    prolongedBecause && t('console.becoming.prolonged', { reason: prolongedBecause }),
  ].filter(Boolean);
  return (
    <Facts
      facts={[
        [t('console.becoming.branch'), dossier.organisationName],
        [
          t('console.becoming.stage'),
          <Fragment key="stage">
            {stoppedOn ? (
              <Status tone="mute">
                {t('console.becoming.stoppedOn', { day: format.date(stoppedOn), reason: stopReason ?? '' })}
              </Status>
            ) : next ? (
              <Chip tone="mute">{t(`BecomingPhase.${next.phase}`)}</Chip>
            ) : (
              <Status tone="ok">{t('console.becoming.done')}</Status>
            )}{' '}
            {t('console.becoming.progress', { count: steps.length })}
          </Fragment>,
        ],
        ...(next ? [[t('console.becoming.next'), <Next key="next" of={dossier} />] as const] : []),
        ...(special.length > 0
          ? [[t('console.becoming.special'), special.join(t('console.comma'))] as const]
          : []),
      ]}
    />
  );
}

/** 半年考察 Only once there is something to review. */
function Reviews({ dossier }: { readonly dossier: DossierWholeFragment }): ReactElement | null {
  const { t, format } = useWords();
  const { reviewed, reviewDue } = dossier;
  if (reviewed.length === 0 && !reviewDue) return null;
  return (
    <section>
      <h3>{t('console.becoming.reviews')}</h3>
      {reviewed.length === 0 ? (
        <p className="m">{t('console.becoming.noReviews')}</p>
      ) : (
        <Facts
          facts={reviewed.map(({ on, note, recordedBy }) => [
            format.date(on),
            <span key={on}>
              {note} <span className="m">{recordedBy}</span>
            </span>,
          ])}
        />
      )}
    </section>
  );
}

function Timeline({ steps }: { readonly steps: readonly Step[] }): ReactElement {
  const { t } = useWords();
  const phases = [...new Set(steps.map(({ step }) => step.phase))];
  return (
    <section>
      <h3>{t('console.becoming.timeline')}</h3>
      {phases.map((phase) => (
        <Fragment key={phase}>
          <h4 className="way__p">{t(`BecomingPhase.${phase}`)}</h4>
          <ol className="way">
            {steps
              .filter(({ step }) => step.phase === phase)
              .map((each) => (
                <StepLine key={each.step.number} at={each} />
              ))}
          </ol>
        </Fragment>
      ))}
    </section>
  );
}

/** What is done has its day and who recorded it; what is to come its papers, and the days between which it falls. */
function StepLine({
  at: { step, taken, earliest, due, isNext, isLate },
}: {
  readonly at: Step;
}): ReactElement {
  const { t, format } = useWords();
  const today = useToday();
  const papers = step.papers.map((paper) => t(`BecomingPaper.${paper}`)).join(t('console.listed'));
  const particulars = taken
    ? [
        t('console.becoming.by', { day: format.date(taken.on), name: taken.recordedBy }),
        taken.introducers.length > 0 &&
          t('console.becoming.introducedBy', { names: taken.introducers.join(t('console.listed')) }),
        taken.trainingHours !== null && t('console.becoming.trainedHours', { hours: taken.trainingHours }),
        taken.trainingDays !== null && t('console.becoming.trainedDays', { days: taken.trainingDays }),
      ]
    : [
        earliest && earliest > today && t('console.becoming.earliest', { day: format.date(earliest) }),
        due && t('console.becoming.due', { day: format.date(due) }),
      ];
  return (
    <li value={step.number} className={taken ? 'done' : isNext ? 'next' : ''}>
      <i className="way__n" aria-hidden="true">
        {step.number}
      </i>
      <div>
        <div className="row">
          <b>{t(`BecomingStepName.${step.name}`)}</b>
          {isNext && <Status tone="info">{t('console.becoming.upcoming')}</Status>}
          {isLate && (
            <Status tone={taken ? 'warn' : 'bad'}>
              {t(taken ? 'console.becoming.takenLate' : 'console.becoming.late')}
            </Status>
          )}
        </div>
        <div className="m">
          {[...particulars.filter(Boolean), t('console.becoming.paperList', { papers })].join(' · ')}
        </div>
      </div>
    </li>
  );
}
