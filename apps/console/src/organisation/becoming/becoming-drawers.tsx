import { useNow } from '@linli/client';
import type { ReactElement } from 'react';
import {
  BecomingStepsDocument,
  type DossierPartsFragment,
  OpenDossierDocument,
  ReviewActivistDocument,
  StopDossierDocument,
  TakeStepDocument,
} from '../../gql/graphql';
import { useAct, useCreate } from '../../kit/acts';
import { dayOf } from '../../kit/days';
import { useRead } from '../../kit/fresh';
import { useWords } from '../../kit/words';
import { ActDrawer, type Ask } from '../parts/act-drawer';
import { useFindPeople } from '../parts/find-people';

interface DrawerProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}
interface OfDossier extends DrawerProps {
  readonly dossier: DossierPartsFragment;
}

const useToday = (): string => dayOf(useNow(60_000));
const listed = (text = ''): string[] => (text === '' ? [] : text.split(','));

function usePapersAsk(papers: readonly string[]): Ask {
  const { t } = useWords();
  const options = papers.map((paper) => ({ key: paper, label: paper }));
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

const [INTRODUCERS_STEP, TRAINING_STEP] = [9, 11];

/** The next step, with what it asks for. */
export function TakeDrawer({ dossier, ...drawer }: OfDossier): ReactElement {
  const { t } = useWords();
  const today = useToday();
  const find = useFindPeople(dossier.organisationId);
  const { number = 0, name = '', papers = [] } = dossier.next ?? {};
  const introducers: readonly Ask[] = ['one', 'other'].map((key) => ({
    ...{ key, label: t('console.becoming.introducer'), kind: 'found', find },
    placeholder: t('console.members.personFind'),
  }));
  const hours: Ask = {
    ...{ key: 'hours', label: t('console.becoming.hours'), kind: 'number', value: '24', min: 0, max: 500 },
  };
  const earliest = dossier.earliest ?? undefined;
  return (
    <ActDrawer
      id="take-step"
      title={t('console.becoming.takeOf', { name: dossier.name })}
      word={t('common.save')}
      asks={[
        {
          ...{ key: 'on', label: t('console.becoming.stepOf', { number, name }), kind: 'day', max: today },
          ...(earliest ? { min: earliest, value: earliest > today ? '' : today } : { value: today }),
          ...(earliest ? { hint: t('console.becoming.earliest', { day: earliest }) } : {}),
        },
        usePapersAsk(papers),
        ...(number === INTRODUCERS_STEP ? introducers : []),
        ...(number === TRAINING_STEP ? [hours] : []),
      ]}
      use={useAct(TakeStepDocument)}
      inputOf={(filled) => ({
        ...{ dossierId: dossier.id, step: number, on: filled.on ?? '', papers: listed(filled.papers) },
        introducers: [filled.one, filled.other].filter((one): one is string => Boolean(one)),
        trainingHours: filled.hours === undefined ? null : Number(filled.hours),
        ...{ trainingDays: null, special: false },
      })}
      done={t('console.moving.saved')}
      {...drawer}
    />
  );
}

/** 半年考察. */
export function ReviewDrawer({ dossier, ...drawer }: OfDossier): ReactElement {
  const { t } = useWords();
  const today = useToday();
  return (
    <ActDrawer
      id="review-activist"
      title={t('console.becoming.reviewOf', { name: dossier.name })}
      word={t('common.save')}
      asks={[
        { key: 'on', label: t('console.members.time'), kind: 'day', value: today, max: today },
        { key: 'note', label: t('console.moving.note'), kind: 'text', maxLength: 200 },
      ]}
      use={useCreate(ReviewActivistDocument)}
      inputOf={({ on = '', note = '' }) => ({ dossierId: dossier.id, on, note })}
      done={t('console.moving.saved')}
      {...drawer}
    />
  );
}

/** 終止. */
export function StopDrawer({ dossier, ...drawer }: OfDossier): ReactElement {
  const { t } = useWords();
  const today = useToday();
  return (
    <ActDrawer
      id="stop-dossier"
      title={t('console.becoming.stopOf', { name: dossier.name })}
      word={t('console.becoming.stop')}
      kind="danger"
      asks={[
        { key: 'on', label: t('console.members.time'), kind: 'day', value: today, max: today },
        { key: 'reason', label: t('console.posts.reason'), kind: 'text', maxLength: 200 },
      ]}
      use={useAct(StopDossierDocument)}
      inputOf={({ on = '', reason = '' }) => ({ dossierId: dossier.id, on, reason })}
      done={t('console.moving.saved')}
      {...drawer}
    />
  );
}
