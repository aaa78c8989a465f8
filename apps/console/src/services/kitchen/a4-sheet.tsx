import type { ReactElement } from 'react';
import { useWords } from '../../kit/words';
import { freezingInWords, freezingOf, waysInWords } from './freezing';
import { SubstitutionsBox } from './substitutions';
import { agreementOf, type Sheet } from './sums';

interface Of {
  readonly sheet: Sheet;
}

/** The sheet that hangs in the kitchen: one page of A4, black on white, the figures large. */
export function A4Sheet({ sheet }: Of): ReactElement {
  const words = useWords();
  const { t, format } = words;
  const { centre, day, meal, freezes, totals } = sheet;
  const serves = freezes.find(({ way }) => way === 'DINE_IN')?.serves ?? freezes[0]?.serves;
  const { orders, byTexture, byWay } = agreementOf(sheet);
  return (
    <article className="a4">
      <header className="a4h">
        <div>
          <p>{centre.name}</p>
          <p className="a4t">{t('console.kitchen.sheetOf', { meal: t(`Meal.${meal}`) })}</p>
          <p>
            {format.date(day)} {format.weekday(day)}
            {serves && `  ${t('console.kitchen.serves', { time: serves })}`}
          </p>
        </div>
        <div>
          <p className="big">
            {totals.total}
            <small>{t('console.kitchen.portionsOf', { count: totals.total })}</small>
          </p>
          <p>
            <b>{freezingInWords(words, sheet)}</b>
          </p>
        </div>
        <p className="a4w">
          {waysInWords(words, sheet)
            .map(({ says }) => says)
            .join(t('console.comma'))}
        </p>
      </header>
      <TexturesTable sheet={sheet} />
      <DishesTable sheet={sheet} />
      <AllergiesBox sheet={sheet} />
      <div>
        <SubstitutionsBox sheet={sheet} />
        <SlipsTable sheet={sheet} />
      </div>
      <footer>
        <div className="sig">
          {(['cook', 'sample', 'safety', 'release'] as const).map((key) => (
            <div key={key}>{t(`console.kitchen.sign.${key}`)}</div>
          ))}
        </div>
        <p>
          {t('console.kitchen.equation', {
            sheet: byTexture,
            dineIn: byWay[0],
            pickUp: byWay[1],
            delivery: byWay[2],
            orders,
          })}
        </p>
      </footer>
    </article>
  );
}

function TexturesTable({ sheet }: Of): ReactElement {
  const { t } = useWords();
  const rows = [
    ...sheet.textures.map(({ texture, counts }) => ({ name: t(`Texture.${texture}`), counts, last: false })),
    { name: t('console.kitchen.total'), counts: sheet.totals, last: true },
  ];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('console.kitchen.texture')}</th>
          <th scope="col" className="n">
            {t('MealWay.DINE_IN')}
          </th>
          <th scope="col" className="n">
            {t('MealWay.PICK_UP')}
          </th>
          <th scope="col" className="n">
            {t('MealWay.DELIVERY')}
          </th>
          <th scope="col" className="n">
            {t('console.kitchen.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, counts, last }) => (
          <tr key={name} className={last ? 't' : ''}>
            <td>{name}</td>
            <td className="n">{counts.dineIn}</td>
            <td className="n">{counts.pickUp}</td>
            <td className="n">{counts.delivery}</td>
            <td className="n">{counts.total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DishesTable({ sheet }: Of): ReactElement {
  const { t } = useWords();
  if (sheet.dishes.length === 0) return <p>{t('console.kitchen.noMenu')}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('console.kitchen.dish')}</th>
          <th scope="col">{t('console.kitchen.how')}</th>
          <th scope="col" className="n">
            {t('console.kitchen.count')}
          </th>
          <th scope="col">{t('console.kitchen.ready')}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.dishes.map(({ dish, texture, counts }) => (
          <tr key={`${dish}${texture}`}>
            <td>{dish}</td>
            <td>{t(`Texture.${texture}`)}</td>
            <td className="n">{counts.total}</td>
            <td>□</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AllergiesBox({ sheet }: Of): ReactElement {
  const { t } = useWords();
  if (sheet.allergies.length === 0) return <p>{t('console.kitchen.noAllergies')}</p>;
  return (
    <section className="warn">
      <h3>{t('console.kitchen.allergyBox', { count: sheet.allergies.length })}</h3>
      <table>
        <tbody>
          {sheet.allergies.map(({ ticketNumber, allergens, texture, way, clashes }) => (
            <tr key={ticketNumber}>
              <td>{ticketNumber}</td>
              <td>{allergens.map((key) => t(`Allergen.${key}`)).join(t('console.listed'))}</td>
              <td>
                {t(`Texture.${texture}`)} {t(`MealWay.${way}`)}
              </td>
              <td>
                {clashes.length > 0
                  ? t('console.kitchen.swap', { dishes: clashes.join(t('console.listed')) })
                  : t('console.kitchen.noClash')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SlipsTable({ sheet }: Of): ReactElement {
  const { t, format } = useWords();
  if (sheet.slips.length === 0) return <p>{t(`console.kitchen.noSlips.${freezingOf(sheet.freezes)}`)}</p>;
  return (
    <section>
      <h3>{t('console.kitchen.slipsAfter')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('console.desk.column.time')}</th>
            <th scope="col">{t('console.kitchen.slipWhat')}</th>
            <th scope="col" className="n">
              {t('console.kitchen.count')}
            </th>
            <th scope="col">{t('console.kitchen.by')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.slips.map(({ at, ticketNumber, way, texture, change, allergies, by, reason }) => (
            <tr key={`${at}${ticketNumber}${change}`}>
              <td>{format.time(at)}</td>
              <td>
                {ticketNumber} {t(`MealWay.${way}`)} {t(`Texture.${texture}`)}
                {reason && `${t('console.comma')}${reason}`}
                {allergies.length > 0 && (
                  <b>
                    {' '}
                    {t('console.allergicTo', {
                      what: allergies.map((key) => t(`Allergen.${key}`)).join(t('console.listed')),
                    })}
                  </b>
                )}
              </td>
              <td className="n">{change > 0 ? `＋${change}` : `−${-change}`}</td>
              <td>{by || t('console.kitchen.house')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
