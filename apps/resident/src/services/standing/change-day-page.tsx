import { type ReactElement, useState } from 'react';
import {
  ChangeStandingDayDocument,
  type StandingDayFragment,
  type StandingOrderWholeFragment,
  type Texture,
} from '../../gql/graphql';
import { daysFrom, useToday } from '../../data/use-day';
import { useRead } from '../../data/use-read';
import { StandingMealsDocument } from '../../gql/graphql';
import { useLaterWords } from '../../shell/later-words';
import { NotFound } from '../../shell/not-found';
import { Heading, Page } from '../../shell/page';
import { CallCentre, Failed, SubmitButton, Waiting } from '../../shell/pieces';
import { useGo, useParams } from '../../shell/router';
import { TEXTURES } from '../meals/lunch-rules';
import { StandingProblem } from './standing-problem';
import { type MealToStand, mealsOf } from './use-meals';
import { useOrder, useStandingAct } from './use-standing';

/** One day unlike the others: another way of the same meal, or another texture. */
export function ChangeDayPage(): ReactElement {
  const { t, format } = useLaterWords();
  const { id = '', day: wanted = '' } = useParams();
  const { order, error, again } = useOrder(id);
  const from = useToday();
  const {
    data,
    error: mealsError,
    again: mealsAgain,
  } = useRead(
    StandingMealsDocument,
    {
      ...{ centreId: order?.service.centreId ?? '', beneficiaryId: order?.beneficiary.id ?? '' },
      ...{ from, to: daysFrom(from, 8)[7] ?? from },
    },
    { skip: !order },
  );
  const day = order?.days.find((each) => each.day === wanted);
  if (order && !day) return <NotFound />;
  const failed = data ? undefined : (error ?? mealsError);
  const title = t('later.standing.changeDayOf', { day: format.day(wanted) });
  return (
    <Page title={title} back={{ to: `/bookings/standing/${id}/day/${wanted}` }} tab="bookings">
      <Heading>{title}</Heading>
      {order && day && data ? (
        <Change order={order} day={day} meals={mealsOf(data)} />
      ) : failed ? (
        <Failed error={failed} onRetry={error ? again : mealsAgain} />
      ) : (
        <Waiting />
      )}
      <CallCentre />
    </Page>
  );
}

interface Props {
  readonly order: StandingOrderWholeFragment;
  readonly day: StandingDayFragment;
  readonly meals: readonly MealToStand[];
}

function Change({ order, day, meals }: Props): ReactElement {
  const { t } = useLaterWords();
  const go = useGo();
  const [serviceId, setService] = useState(day.service.id);
  const usual = order.texture ?? order.beneficiary.texture;
  const [texture, setTexture] = useState<Texture>(day.texture ?? usual);
  const { submission, act } = useStandingAct(ChangeStandingDayDocument);
  const ways = meals.filter(({ service }) => service.meal === order.service.meal);
  const save = async () => {
    const input = { id: order.id, day: day.day, serviceId, texture: texture === usual ? null : texture };
    if (await act(input)) go(`/bookings/standing/${order.id}/day/${day.day}`, { replace: true });
  };
  return (
    <>
      <Choice
        legend={t('resident.howToEat')}
        name="way"
        chosen={serviceId}
        onChoose={setService}
        options={ways.map(({ service, isBarred }) => ({
          key: service.id,
          label: t(`resident.way.${service.way ?? 'DINE_IN'}`),
          disabled: isBarred,
          ...(service.id === order.service.id && { more: t('later.standing.asUsual') }),
          ...(isBarred && { more: t('resident.standing.notForYou') }),
        }))}
      />
      <Choice
        legend={t('resident.howSoft')}
        name="texture"
        chosen={texture}
        onChoose={setTexture}
        options={TEXTURES.map((each) => ({
          key: each,
          label: t(`Texture.${each}`),
          disabled: false,
          ...(each === 'REGULAR' ? {} : { more: t(`resident.texture.${each}`) }),
          ...(each === usual && { more: t('later.standing.asUsual') }),
        }))}
      />
      <StandingProblem submission={submission} title={t('later.standing.dayStays')} />
      <SubmitButton busy={submission.state === 'submitting'} icon="check" onClick={() => void save()}>
        {t('later.standing.saveDay')}
      </SubmitButton>
    </>
  );
}

interface ChoiceProps<Key extends string> {
  readonly legend: string;
  readonly name: string;
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
  readonly options: readonly {
    readonly key: Key;
    readonly label: string;
    readonly more?: string;
    readonly disabled: boolean;
  }[];
}

function Choice<Key extends string>({
  legend,
  name,
  chosen,
  onChoose,
  options,
}: ChoiceProps<Key>): ReactElement {
  return (
    <fieldset className="q">
      <legend>{legend}</legend>
      <div className="opts">
        {options.map(({ key, label, more, disabled }) => (
          <label key={key} className="opt">
            <input
              type="radio"
              name={name}
              checked={key === chosen}
              disabled={disabled}
              onChange={() => onChoose(key)}
            />
            <span className="opt__f">
              <span>
                <b>{label}</b>
                {more && <small>{more}</small>}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
