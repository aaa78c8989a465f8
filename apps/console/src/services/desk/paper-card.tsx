import { QrCode } from '@linli/ui';
import type { ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { PaperCardDocument, type PaperCardQuery, type ResidentFactsFragment } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { useRead } from '../../kit/fresh';
import { Dialog } from '../../kit/overlays';
import { useWords } from '../../kit/words';
import { cardText } from './arrivals';

interface PaperCardProps {
  readonly person: ResidentFactsFragment;
  readonly centreId: string;
  readonly onClose: () => void;
}

/** For people without a phone: a card that the desk's scanner reads, with nothing on it but the name and whom to call. */
export function PaperCard({ person, centreId, onClose }: PaperCardProps): ReactElement {
  const { t } = useWords();
  const read = useRead(PaperCardDocument, { centreId });
  const centre = read.data?.centre;
  return (
    <Dialog
      open
      title={t('console.card.title', { name: person.name })}
      onClose={onClose}
      footer={
        <div className="acts">
          <Button onClick={onClose}>{t('common.close')}</Button>
          <Button kind="primary" icon="printer" busy={!centre} onClick={() => window.print()}>
            {t('common.print')}
          </Button>
        </div>
      }
    >
      <p className="m">{t('console.card.lead')}</p>
      {centre && (
        <>
          <div className="idcard idcard--seen">
            <Face person={person} centre={centre} />
          </div>
          {createPortal(
            <div className="idcard idcard--paper" aria-hidden="true">
              <Face person={person} centre={centre} />
            </div>,
            document.body,
          )}
        </>
      )}
    </Dialog>
  );
}

interface FaceProps {
  readonly person: ResidentFactsFragment;
  readonly centre: PaperCardQuery['centre'];
}

function Face({ person, centre }: FaceProps): ReactElement {
  const { t } = useWords();
  return (
    <>
      <p className="idcard__c">{centre.name}</p>
      <div className="idcard__m">
        <div>
          <p className="idcard__n">{person.name}</p>
          <p>{t('console.card.show')}</p>
        </div>
        <QrCode text={cardText(person.id)} label={t('console.card.code')} />
      </div>
      {centre.phone && (
        <p className="idcard__p">
          {t('console.card.call')} <b>{centre.phone}</b>
        </p>
      )}
    </>
  );
}
