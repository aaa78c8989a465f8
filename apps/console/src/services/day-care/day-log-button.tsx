import { lazy, type ReactElement, Suspense, useState } from 'react';
import type { ArrivalFragment } from '../../gql/graphql';
import { Button, IconButton } from '../../kit/button';
import { useWords } from '../../kit/words';
import { hasLog } from './day-log';

const DayLogDrawer = lazy(() => import('./day-log-drawer'));

interface DayLogButtonProps {
  readonly booking: ArrivalFragment;
  /** In a row there is room for its picture alone. */
  readonly small?: boolean;
}

/** 照料日誌 Of whoever is at day care. */
export function DayLogButton({ booking, small = false }: DayLogButtonProps): ReactElement | null {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  if (!hasLog(booking)) return null;
  const show = () => setOpen(true);
  return (
    <>
      {small ? (
        <IconButton
          small
          icon="clipboard-check"
          label={t('console.log.openOf', { name: booking.beneficiary.name })}
          onClick={show}
        />
      ) : (
        <Button icon="clipboard-check" onClick={show}>
          {t('console.log.title')}
        </Button>
      )}
      {open && (
        <Suspense fallback={null}>
          <DayLogDrawer booking={booking} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
