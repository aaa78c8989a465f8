import { COVERAGE_STEPS, coverageStep } from '@linli/domain/screens';
import { wallRamp } from '@linli/ui/tokens';
import type { ReactElement } from 'react';
import { useWords } from '../../shell/words';
import { percentOf } from './percent';
import type { Tile, TileMap } from './town-map';

/** From this step on the tile is light, and its text dark. */
const LIGHT_FROM = 3;

export function Tiles({ map }: { readonly map: TileMap }): ReactElement {
  const { t } = useWords();
  const { tiles, columns, isMap, left } = map;
  return (
    <section className="parts">
      <h2 className="kick">
        {t(isMap ? 'screen.coverage.tiles' : 'screen.coverage.parts')}
        <small>{t(isMap ? 'screen.coverage.schematic' : 'screen.coverage.percent')}</small>
      </h2>
      <ul className="tiles" style={{ '--columns': columns } as object}>
        {tiles.map((tile) => (
          <TileOf key={tile.code} tile={tile} />
        ))}
      </ul>
      <p className="steps">
        {wallRamp.map((colour, step) => (
          <span key={colour}>
            <i style={{ background: colour }} aria-hidden="true" />
            <StepLabel step={step} />
          </span>
        ))}
        {left > 0 && <span>{t('screen.coverage.more', { count: left })}</span>}
      </p>
    </section>
  );
}

function TileOf({ tile: { name, estates, covered, rate, at } }: { readonly tile: Tile }): ReactElement {
  const { t } = useWords();
  const step = rate == null ? undefined : coverageStep(rate);
  const look = step === undefined ? 'tile tile--plain' : step >= LIGHT_FROM ? 'tile tile--light' : 'tile';
  const place = at && { gridRow: at[0], gridColumn: at[1] };
  return (
    <li className={look} style={{ ...place, ...(step !== undefined && { background: wallRamp[step] }) }}>
      <b>{name}</b>
      {estates === 0 ? (
        <p>
          <small>{t('screen.coverage.noEstates')}</small>
        </p>
      ) : (
        <p>
          {rate != null && <span>{percentOf(rate)}</span>}
          <small>{`${String(covered)}/${String(estates)}`}</small>
        </p>
      )}
    </li>
  );
}

function StepLabel({ step }: { readonly step: number }): ReactElement {
  const { t } = useWords();
  const from = COVERAGE_STEPS[step - 1];
  const percent = String(Math.round((from ?? COVERAGE_STEPS[0]) * 100));
  if (from === undefined) return <>{t('screen.coverage.below', { percent })}</>;
  return <>{step === COVERAGE_STEPS.length ? t('screen.coverage.above', { percent }) : percent}</>;
}
