import { Status } from '@linli/ui';
import type { ReactElement } from 'react';
import type { DossierPartsFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { useWords } from '../../kit/words';
import { useToday } from './becoming-drawers';

/** What comes next, from when and until when, and whether something is late. */
export function Next({ of }: { readonly of: DossierPartsFragment }): ReactElement | null {
  const { t, format } = useWords();
  const today = useToday();
  const { next, earliest, due, dueStep, reviewDue, isLate } = of;
  if (!next) return null;
  const dueOn = due && { number: dueStep ?? 0, day: format.date(due) };
  const days = [
    earliest && earliest > today && t('console.becoming.earliest', { day: format.date(earliest) }),
    dueOn && t(dueStep === next.number ? 'console.becoming.due' : 'console.becoming.dueStep', dueOn),
    reviewDue && t('console.becoming.reviewDue', { day: format.date(reviewDue) }),
  ].filter(Boolean);
  return (
    <>
      <div className="row">
        {t('console.becoming.stepOf', { number: next.number, name: t(`BecomingStepName.${next.name}`) })}
        {isLate && <Status tone="bad">{t('console.becoming.late')}</Status>}
      </div>
      <div className="m">{days.join(' · ')}</div>
    </>
  );
}

/** Before its day the button says from when. */
export function TakeButton({
  of: { name, next, earliest },
  small = false,
  onTake,
}: {
  readonly of: DossierPartsFragment;
  readonly small?: boolean;
  readonly onTake: () => void;
}): ReactElement | null {
  const { t, format } = useWords();
  const today = useToday();
  if (!next) return null;
  const notYet = earliest !== null && earliest > today;
  return (
    <Button
      small={small}
      kind={small ? 'plain' : 'primary'}
      aria-label={t('console.becoming.takeOf', { name })}
      disabled={notYet}
      title={notYet ? t('console.becoming.notYet', { day: format.date(earliest) }) : undefined}
      onClick={onTake}
    >
      {t('console.becoming.take')}
    </Button>
  );
}
