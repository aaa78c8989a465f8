import { type ReactElement, useState } from 'react';
import {
  ChangeStandingDayDocument,
  ServicesToStandDocument,
  type StandingDayLineFragment,
  type StandingLineFragment,
  type Texture,
} from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Ask } from '../../kit/ask';
import { TEXTURES } from '../../kit/choices';
import { useRead } from '../../kit/fresh';
import { Loaded } from '../../kit/states';
import { Segmented } from '../../kit/tabs';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';

interface DayAskProps {
  readonly order: StandingLineFragment;
  readonly day: StandingDayLineFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 改這天 One day unlike the others: another way of the same meal, another texture. */
export function DayAsk({ order, day, onClose, onDone }: DayAskProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const { act, busy, message } = useAct(ChangeStandingDayDocument);
  const [serviceId, setService] = useState(day.service.id);
  const usual = order.texture ?? order.beneficiary.texture;
  const [texture, setTexture] = useState<Texture>(day.texture ?? usual);
  const read = useRead(ServicesToStandDocument, { centreId: order.service.centreId });
  const said = { name: order.beneficiary.name, day: format.day(day.day) };
  const change = async () => {
    const unlike = texture === usual ? null : texture;
    const { done } = await act({ id: order.id, day: day.day, serviceId, texture: unlike });
    if (!done) return;
    toast('ok', t('console.standing.changedDay', said));
    onDone();
  };
  return (
    <Ask
      title={t('console.standing.changeDayOf', said)}
      word={t('console.standing.changeDayDo')}
      busy={busy}
      disabled={!read.data}
      message={message}
      onGo={change}
      onClose={onClose}
    >
      <Loaded read={read} rows={2}>
        {({ centre }) => (
          <Segmented
            name="standing-day-way"
            label={t('console.standing.way')}
            value={serviceId}
            onChange={setService}
            options={centre.services.flatMap(({ id, active, meal, way }) =>
              way && meal === order.service.meal && (active || id === serviceId)
                ? [{ key: id, label: t(`MealWay.${way}`) }]
                : [],
            )}
          />
        )}
      </Loaded>
      <Segmented
        name="standing-day-texture"
        label={t('console.standing.texture')}
        value={texture}
        onChange={setTexture}
        options={TEXTURES.map((key) => ({ key, label: t(`Texture.${key}`) }))}
      />
      <p className="hint">{t('console.standing.changeDayText')}</p>
    </Ask>
  );
}
