import { DeskIcon } from '@linli/ui/desk';
import type { ReactElement } from 'react';
import { useWords } from '../kit/words';
import { useCentres } from './centres';
import { PopMenu } from './pop-menu';

export function CentreSwitcher(): ReactElement | null {
  const { t } = useWords();
  const { within, current, choose } = useCentres();
  if (!current) return null;
  if (within.length === 1)
    return (
      <p className="bar__place">
        <DeskIcon name="map-pin" />
        {current.name}
      </p>
    );
  return (
    <PopMenu
      label={t('console.centre.choose')}
      buttonClass="bar__place"
      button={
        <>
          <DeskIcon name="map-pin" />
          {current.name}
          <DeskIcon name="chevrons-up-down" />
        </>
      }
    >
      {(close) =>
        within.map((centre) => (
          <button
            key={centre.id}
            type="button"
            role="menuitemradio"
            aria-checked={centre.id === current.id}
            onClick={() => {
              choose(centre.id);
              close();
            }}
          >
            {centre.name}
            <small>{centre.area.name}</small>
          </button>
        ))
      }
    </PopMenu>
  );
}
