import { useQuery } from '@apollo/client/react';
import { QrCode } from '@linli/ui';
import { type ReactElement, useEffect } from 'react';
import { AttendanceCodeDocument, type WholeMeetingFragment } from '../../gql/graphql';
import { Dialog } from '../../kit/overlays';
import { Loading } from '../../kit/states';
import { useWords } from '../../kit/words';

interface CodeDialogProps {
  readonly meeting: WholeMeetingFragment;
  readonly again: () => void;
  readonly onClose: () => void;
}

const NEXT_CODE_MS = 8_000;
const LOOK_AGAIN_MS = 3_000;

/** 掃碼簽到 The code for the members' phones: it changes before it is worth a photograph; names come in as they confirm. */
export function CodeDialog({ meeting, again, onClose }: CodeDialogProps): ReactElement {
  const { t } = useWords();
  const { data, error } = useQuery(AttendanceCodeDocument, {
    ...{ variables: { id: meeting.id }, fetchPolicy: 'network-only', pollInterval: NEXT_CODE_MS },
  });
  useEffect(() => {
    const timer = setInterval(again, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [again]);
  const code = data?.attendanceCode;
  const present = meeting.roster.filter(({ mark }) => mark === 'PRESENT' || mark === 'ONLINE');
  return (
    <Dialog open wide title={t('console.life.codeTitle')} onClose={onClose}>
      <div className="codeb">
        {code?.__typename === 'AttendanceCode' ? (
          <div className="codeb__q" data-code={code.shown}>
            <QrCode
              text={`${window.location.origin}/me/life/confirm#${code.shown}`}
              label={t('console.life.codeLabel')}
            />
          </div>
        ) : error ? (
          <p className="err">{t('console.act.lost')}</p>
        ) : code ? (
          <p className="err">{t(`refusal.${code.code}`)}</p>
        ) : (
          <Loading />
        )}
        <div>
          <p className="codeb__n">
            <b>{meeting.presentCount}</b> / {meeting.rosterCount}
          </p>
          <p className="m">{t('console.life.codeText')}</p>
          <p role="status">{present.map(({ name }) => name).join(t('console.listed'))}</p>
        </div>
      </div>
    </Dialog>
  );
}
