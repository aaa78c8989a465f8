import { type ReactElement, useState } from 'react';
import { Button } from '../../kit/button';
import { useHotkeys } from '../../kit/keys';
import { useWords } from '../../kit/words';
import type { Person } from '../desk/person-finder';
import type { Mode } from '../desk/quick-options';
import { SeveralDrawer } from './several-drawer';

interface SeveralButtonProps {
  readonly centreId: string;
  readonly person: Person;
  readonly mode: Mode;
  readonly onDone: () => void;
}

/** Whoever is at the counter, or on the phone, wants a class or day care: a key opens it. */
export function SeveralButton({ onDone, ...who }: SeveralButtonProps): ReactElement {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  useHotkeys({ c: () => setOpen(true) });
  return (
    <>
      <Button kind="text" icon="graduation-cap" keys="C" onClick={() => setOpen(true)}>
        {t('console.several.open')}
      </Button>
      {open && (
        <SeveralDrawer
          {...who}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            onDone();
          }}
        />
      )}
    </>
  );
}
