import { useNow } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { PersonFileDocument } from '../../gql/graphql';
import { Button } from '../../kit/button';
import { dayOf } from '../../kit/days';
import { useRead } from '../../kit/fresh';
import { Drawer } from '../../kit/overlays';
import { Loaded } from '../../kit/states';
import { useWords } from '../../kit/words';
import type { Whose } from './whose';
import { AssessForm } from './assess-form';
import { AssessmentList } from './assessment-list';
import { DoorForm } from './door-form';

interface FileDrawerProps {
  readonly person: Whose;
  readonly centreId: string;
  readonly onClose: () => void;
}

/** What is missing is written down here; what was found before stays to be read. */
export default function FileDrawer({ person, centreId, onClose }: FileDrawerProps): ReactElement {
  const { t } = useWords();
  const today = dayOf(useNow(60_000));
  const read = useRead(PersonFileDocument, { residentId: person.id, centreId });
  const [doing, setDoing] = useState<'assess' | 'door'>();
  const end = {
    onClose: () => setDoing(undefined),
    onDone: () => {
      setDoing(undefined);
      read.again();
    },
  };
  if (doing === 'assess') return <AssessForm {...{ person, centreId, today }} {...end} />;
  if (doing === 'door') return <DoorForm {...{ person, centreId }} {...end} />;
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('console.file.of', { name: person.name })}
      footer={
        <div className="acts">
          <Button onClick={onClose}>{t('common.close')}</Button>
        </div>
      }
    >
      <Loaded read={read}>
        {({ deskDoor, assessments }) => (
          <div className="stack">
            <section className="stack stack--s">
              <h3>{t('console.file.door')}</h3>
              <p>{[person.building, deskDoor.door].filter(Boolean).join(' ')}</p>
              {deskDoor.door ? (
                <p className="m">{t('console.file.doorKnown')}</p>
              ) : (
                <>
                  <p className="m">{t('console.file.noDoor')}</p>
                  <div>
                    <Button small icon="plus" onClick={() => setDoing('door')}>
                      {t('console.file.giveDoor')}
                    </Button>
                  </div>
                </>
              )}
            </section>
            <section className="stack stack--s">
              <h3>{t('console.file.assessments')}</h3>
              <AssessmentList file={assessments} today={today} />
              <div>
                <Button small icon="plus" onClick={() => setDoing('assess')}>
                  {t('console.file.assess')}
                </Button>
              </div>
            </section>
          </div>
        )}
      </Loaded>
    </Drawer>
  );
}
