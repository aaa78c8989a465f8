import type { Refused } from '@linli/client';
import type { ReactElement } from 'react';
import type { Allergen } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { Dialog } from '../../kit/overlays';
import { useWords } from '../../kit/words';
import type { Person } from './person-finder';
import type { Option } from './quick-options';

interface AllergyDialogProps {
  readonly person: Person;
  readonly option: Option;
  readonly clash: Refused;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onOverride: () => void;
}

/** The clash is named; going on is possible, and stays on record with the name of who decided. */
export function AllergyDialog({
  person,
  option,
  clash,
  busy,
  onClose,
  onOverride,
}: AllergyDialogProps): ReactElement {
  const { t, format } = useWords();
  const clashing: readonly Allergen[] = option.allergens.filter((one) => person.allergies.includes(one));
  const names = (clashing.length > 0 ? clashing : person.allergies)
    .map((one) => t(`Allergen.${one}`))
    .join('、');
  const dishes = clash.details.dishes ?? clash.details.dish;
  return (
    <Dialog
      open
      icon="octagon-alert"
      title={t('console.clash.title')}
      onClose={onClose}
      footer={
        <>
          <Button kind="danger" busy={busy} onClick={onOverride}>
            {t('console.clash.override')}
          </Button>
          <Button kind="primary" onClick={onClose} autoFocus>
            {t('console.clash.stop')}
          </Button>
        </>
      }
    >
      <p>
        {t('console.clash.text', { name: person.name, what: names, day: format.day(option.session.day) })}
        {dishes !== undefined && ` ${t('console.clash.dishes', { dishes })}`}
      </p>
      <p className="hint">{t('console.clash.record')}</p>
    </Dialog>
  );
}
