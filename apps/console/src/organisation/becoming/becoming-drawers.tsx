import { useNow } from '@linli/client';
import {
  INTRODUCERS_STEP,
  TRAINING_DAYS,
  TRAINING_HOURS,
  TRAINING_STEP,
} from '@linli/domain/organisation/becoming/steps';
import type { ReactElement } from 'react';
import {
  type BecomingPaper,
  BecomingStepsDocument,
  type DossierPartsFragment,
  OpenDossierDocument,
  TakeStepDocument,
} from '../../gql/graphql';
import { useAct, useCreate } from '../../kit/acts';
import { dayOf } from '../../kit/days';
import { useRead } from '../../kit/fresh';
import { useWords } from '../../kit/words';
import { ActDrawer, type Ask } from '../parts/act-drawer';
import { useFindPeople } from '../parts/find-people';

export interface DrawerProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}
export interface OfDossier extends DrawerProps {
  readonly dossier: DossierPartsFragment;
}

export const useToday = (): string => dayOf(useNow(60_000));
const listed = (text = '') => (text === '' ? [] : text.split(',')) as BecomingPaper[];

function usePapersAsk(papers: readonly BecomingPaper[]): Ask {
  const { t } = useWords();
  const options = papers.map((paper) => ({ key: paper, label: t(`BecomingPaper.${paper}`) }));
  return { key: 'papers', label: t('console.becoming.papers'), kind: 'checks', options };
}

/** 申請 The first step. */
export function OpenDrawer({ id, ...drawer }: DrawerProps & { readonly id: string }): ReactElement {
  const { t } = useWords();
  const today = useToday();
  const first = useRead(BecomingStepsDocument, {}).data?.becomingSteps[0];
  return (
    <ActDrawer
      id="open-dossier"
      title={t('console.becoming.open')}
      word={t('common.save')}
      asks={[
        { key: 'organisationId', label: t('console.members.branch'), kind: 'organisation' },
        {
          ...{ key: 'residentId', label: t('console.posts.person'), kind: 'found', find: useFindPeople(id) },
          placeholder: t('console.members.personFind'),
        },
        { key: 'on', label: t('console.members.time'), kind: 'day', value: today, max: today },
        usePapersAsk(first?.papers ?? []),
      ]}
      use={useCreate(OpenDossierDocument)}
      inputOf={({ organisationId = '', residentId = '', on = '', papers }) => ({
        ...{ organisationId, residentId, on, papers: listed(papers) },
      })}
      done={t('console.moving.saved')}
      {...drawer}
    />
  );
}

/** Hours or days: one of them is enough. */
function useTrainingAsks(): readonly Ask[] {
  const { t } = useWords();
  const number = { kind: 'number', optional: true, min: 0 } as const;
  const hint = t('console.becoming.trainingHint', { hours: TRAINING_HOURS, days: TRAINING_DAYS });
  return [
    { ...number, key: 'hours', label: t('console.becoming.hours'), max: 500 },
    { ...number, key: 'days', label: t('console.becoming.days'), max: 60, hint },
  ];
}

const numberOf = (text = ''): number | null => (text === '' ? null : Number(text));

/** The next step, with what it asks for. */
export function TakeDrawer({ dossier, ...drawer }: OfDossier): ReactElement {
  const { t, format } = useWords();
  const today = useToday();
  const find = useFindPeople(dossier.organisationId);
  const training = useTrainingAsks();
  const { number = 0, name, papers = [] } = dossier.next ?? {};
  const introducers: readonly Ask[] = ['one', 'other'].map((key) => ({
    ...{ key, label: t('console.becoming.introducer'), kind: 'found', find },
    placeholder: t('console.members.personFind'),
  }));
  const earliest = dossier.earliest ?? undefined;
  return (
    <ActDrawer
      id="take-step"
      title={t('console.becoming.takeOf', { name: dossier.name })}
      word={t('common.save')}
      asks={[
        {
          ...{
            key: 'on',
            label: t('console.becoming.stepOf', { number, name: name ? t(`BecomingStepName.${name}`) : '' }),
            kind: 'day',
            max: today,
          },
          ...(earliest ? { min: earliest, value: earliest > today ? '' : today } : { value: today }),
          ...(earliest ? { hint: t('console.becoming.earliest', { day: format.date(earliest) }) } : {}),
        },
        usePapersAsk(papers),
        ...(number === INTRODUCERS_STEP ? introducers : []),
        ...(number === TRAINING_STEP ? training : []),
      ]}
      use={useAct(TakeStepDocument)}
      inputOf={(filled) => ({
        ...{ dossierId: dossier.id, step: number, on: filled.on ?? '', papers: listed(filled.papers) },
        introducers: [filled.one, filled.other].filter((one): one is string => Boolean(one)),
        ...{ trainingHours: numberOf(filled.hours), trainingDays: numberOf(filled.days) },
      })}
      done={t('console.moving.saved')}
      {...drawer}
    />
  );
}
