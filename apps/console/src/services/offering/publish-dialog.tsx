import type { ReactElement } from 'react';
import { PublishTimetableDocument, type WholeServiceFragment } from '../../gql/graphql';
import { useAct } from '../../kit/acts';
import { Button } from '../../kit/button';
import { Dialog } from '../../kit/overlays';
import { Problem } from '../../kit/problem';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import type { Preview, Slot } from './timetable';

interface PublishDialogProps {
  readonly service: WholeServiceFragment;
  readonly slots: readonly Slot[];
  readonly from: string;
  readonly to: string;
  readonly preview: Preview;
  readonly onClose: () => void;
  readonly onPublished: () => void;
}

/** Says how many people lose their place before it is done. */
export function PublishDialog({
  service,
  slots,
  from,
  to,
  preview,
  onClose,
  onPublished,
}: PublishDialogProps): ReactElement {
  const { t, format } = useWords();
  const toast = useToast();
  const { act, busy, message } = useAct(PublishTimetableDocument);
  const publish = async () => {
    const { done } = await act({
      serviceId: service.id,
      slots: slots.map(({ weekday, starts, ends, capacity }) => ({ weekday, starts, ends, capacity })),
      from,
      to,
    });
    if (!done) return;
    toast('ok', t('console.publish.done', { added: done.added, removed: done.removed }));
    onPublished();
  };
  const hits = preview.affectedBookings > 0;
  return (
    <Dialog
      open
      {...(hits ? { icon: 'triangle-alert' as const } : {})}
      title={t('console.publish.title', { name: service.name })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('console.publish.not')}</Button>
          <Button kind={hits ? 'danger' : 'primary'} busy={busy} onClick={() => void publish()}>
            {t('console.publish.do')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>
          {t('console.publish.text', {
            from: format.day(from),
            to: format.day(to),
            added: preview.added,
            removed: preview.removed,
            kept: preview.kept,
          })}
        </p>
        {hits && (
          <p className="note note--bad">{t('console.publish.hits', { count: preview.affectedBookings })}</p>
        )}
        <Problem message={message} />
      </div>
    </Dialog>
  );
}
