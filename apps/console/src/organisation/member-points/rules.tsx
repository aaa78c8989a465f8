import { useNow } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { useMay } from '../../access/viewer';
import { PointRulesDocument, PublishPointRulesDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { DayPicker } from '../../kit/day-picker';
import { addDays, dayOf } from '../../kit/days';
import { Field, TextField } from '../../kit/field';
import { FormDrawer } from '../../kit/form-drawer';
import { useRead } from '../../kit/fresh';
import { Facts, Panel } from '../../kit/page';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';

interface Item {
  readonly name: string;
  readonly points: number;
}
const LINE = /^(.+?)\s+([+-]?\d{1,3})$/;

/** 積分規則 Every version with the day from which it holds. */
export function Rules(): ReactElement {
  const { t, format } = useWords();
  const read = useRead(PointRulesDocument, {});
  const sets = useMay('SET_POINT_RULES');
  const [publishing, setPublishing] = useState(false);
  const rules = read.data?.pointRules ?? [];
  return (
    <>
      {rules.map((version, index) => (
        <Panel
          key={version.id}
          title={t('console.points.rules', { version: version.version })}
          note={t('console.points.rulesFrom', { day: format.date(version.validFrom) })}
          side={
            index === 0 &&
            sets && <Button onClick={() => setPublishing(true)}>{t('console.points.publishRules')}</Button>
          }
        >
          <Facts facts={version.items.map(({ name, points }) => [name, format.count(points)])} />
        </Panel>
      ))}
      {publishing && (
        <PublishDrawer
          items={rules[0]?.items ?? []}
          onClose={() => setPublishing(false)}
          onDone={read.again}
        />
      )}
    </>
  );
}

interface PublishDrawerProps {
  readonly items: readonly Item[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The version before stands there to be changed: one line an item, its points at the end. */
function PublishDrawer({ items, onClose, onDone }: PublishDrawerProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const tomorrow = addDays(dayOf(useNow(60_000)), 1);
  const [validFrom, setValidFrom] = useState(tomorrow);
  const [documentNumber, setDocumentNumber] = useState('');
  const before = items.map(({ name, points }) => `${name} ${String(points)}`).join('\n');
  const [text, setText] = useState(before);
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useCreate(PublishPointRulesDocument);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.flatMap((line) => {
    const [, name, points] = LINE.exec(line.trim()) ?? [];
    return name && points ? [{ name, points: Number(points) }] : [];
  });
  const isWhole = lines.length > 0 && read.length === lines.length;
  const send = async () => {
    setTried(true);
    if (!isWhole || !documentNumber.trim()) return;
    const { done } = await act({ validFrom, documentNumber: documentNumber.trim(), items: read });
    if (!done) return;
    toast('ok', t('console.points.rulesPublished'));
    onDone();
    onClose();
  };
  return (
    <FormDrawer
      id="rules"
      wide
      title={t('console.points.publishRules')}
      word={t('console.points.publish')}
      busy={busy}
      message={message}
      changed={text !== before || documentNumber !== ''}
      onSend={() => void send()}
      onClose={onClose}
    >
      <Field label={t('console.points.validFrom')}>
        {({ id }) => <DayPicker id={id} value={validFrom} min={tomorrow} onChange={setValidFrom} />}
      </Field>
      <TextField
        label={t('console.ratings.document')}
        value={documentNumber}
        maxLength={60}
        onChange={setDocumentNumber}
        error={tried && !documentNumber.trim() ? t('issue.invalid_type') : undefined}
      />
      <Field
        label={t('console.points.items')}
        hint={t('console.points.itemsHint')}
        error={tried && !isWhole ? t('console.points.itemsHint') : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            className="in in--area"
            rows={10}
            maxLength={5000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </FormDrawer>
  );
}
