import { useNow } from '@linli/client';
import { type ReactElement, useState } from 'react';
import { EnterPointsDocument, PointRulesDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { DayPicker } from '../../kit/day-picker';
import { dayOf } from '../../kit/days';
import { ChoiceField, Field, TextField } from '../../kit/field';
import { FormDrawer } from '../../kit/form-drawer';
import { useRead } from '../../kit/fresh';
import { type Found, SearchSelect } from '../../kit/search-select';
import { useToast } from '../../kit/toasts';
import { useWords } from '../../kit/words';
import { useFindOrganisations } from '../../layout/find-places';
import { useFindPeople } from '../parts/find-people';

interface EnterDrawerProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** 記分 For whom, what, on which day and by which evidence; the rules of that day say how many points. */
export function EnterDrawer({ onClose, onDone }: EnterDrawerProps): ReactElement {
  const { t } = useWords();
  const toast = useToast();
  const today = dayOf(useNow(60_000));
  const [branch, setBranch] = useState<Found>();
  const [member, setMember] = useState<Found>();
  const [on, setOn] = useState(today);
  const [itemId, setItemId] = useState('');
  const [evidence, setEvidence] = useState('');
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useCreate(EnterPointsDocument);
  const read = useRead(PointRulesDocument, {});
  const rules = read.data?.pointRules.find(({ validFrom }) => validFrom <= on);
  const options = (rules?.items ?? []).map(({ id, name, points }) => ({
    ...{ key: id, label: t('console.points.itemPoints', { name, points }) },
  }));
  const item = options.some(({ key }) => key === itemId) ? itemId : '';
  const findBranch = useFindOrganisations();
  const findMember = useFindPeople(branch?.value ?? '');
  const missing = (there: boolean) => (tried && !there ? t('issue.invalid_type') : undefined);
  const send = async () => {
    setTried(true);
    if (!branch || !member || !item || !evidence.trim()) return;
    const about = { organisationId: branch.value, residentId: member.value, itemId: item };
    const { done } = await act({ ...about, on, evidence: evidence.trim() });
    if (!done) return;
    toast('ok', t('console.points.entered'));
    onDone();
    onClose();
  };
  return (
    <FormDrawer
      id="enter"
      title={t('console.points.enter')}
      word={t('console.points.enterGo')}
      busy={busy}
      message={message}
      changed={evidence !== '' || branch !== undefined}
      onSend={() => void send()}
      onClose={onClose}
    >
      <Field label={t('console.life.branch')} error={missing(branch !== undefined)}>
        {(control) => (
          <SearchSelect control={control} value={branch} find={findBranch} onChange={setBranch} />
        )}
      </Field>
      {branch && (
        <Field label={t('console.points.member')} error={missing(member !== undefined)}>
          {(control) => (
            <SearchSelect control={control} value={member} find={findMember} onChange={setMember} />
          )}
        </Field>
      )}
      <Field label={t('console.points.doneOn')}>
        {({ id }) => <DayPicker id={id} value={on} max={today} onChange={setOn} />}
      </Field>
      <ChoiceField
        label={t('console.points.item')}
        value={item}
        options={options}
        onChange={setItemId}
        error={missing(item !== '')}
      />
      <TextField
        label={t('console.points.evidence')}
        hint={t('console.points.evidenceHint')}
        value={evidence}
        maxLength={200}
        onChange={setEvidence}
        error={missing(evidence.trim() !== '')}
      />
    </FormDrawer>
  );
}
