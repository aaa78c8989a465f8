import { type ReactElement, type SyntheticEvent, useState } from 'react';
import { useViewer } from '../../access/viewer';
import { type ImportTemplate, PreviewImportDocument } from '../../gql/graphql';
import { useCreate } from '../../kit/acts';
import { Button } from '../../kit/button';
import { DayPicker } from '../../kit/day-picker';
import { csvOf, download } from '../../kit/download';
import { Field } from '../../kit/field';
import { base64Of } from '../../kit/file';
import { FileDrop } from '../../kit/file-drop';
import { focusFirstFault } from '../../kit/form';
import { Panel } from '../../kit/page';
import { Problem } from '../../kit/problem';
import { useWords } from '../../kit/words';
import { columnInWords } from './column-words';
import { faultOf, TEMPLATES } from './import-file';
import type { Preview } from './import-types';

/** The divisions are the whole district's. */
function useTemplates(): readonly ImportTemplate[] {
  const { duties } = useViewer().me;
  return duties.some(({ role }) => role === 'DISTRICT_CADRE') ? ['DIVISIONS', 'AREAS'] : ['AREAS'];
}

interface ChooseStepProps {
  readonly today: string;
  readonly onPreviewed: (preview: Preview) => void;
}

export function ChooseStep({ today, onPreviewed }: ChooseStepProps): ReactElement {
  const { t } = useWords();
  const templates = useTemplates();
  const [template, setTemplate] = useState<ImportTemplate>(templates[0] ?? 'AREAS');
  const [effectiveOn, setEffectiveOn] = useState(today);
  const [file, setFile] = useState<File>();
  const [unread, setUnread] = useState(false);
  const [tried, setTried] = useState(false);
  const { act, busy, message } = useCreate(PreviewImportDocument);
  const fault = file && faultOf(file);
  const wrongOf = (): string | undefined => {
    if (!file) return tried ? t('console.import.needsFile') : undefined;
    if (fault) return t(`console.import.fault.${fault}`);
    return unread ? t('refusal.FILE_NOT_READABLE') : undefined;
  };
  const preview = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!file || fault) {
      focusFirstFault();
      return;
    }
    const bytes = await file.arrayBuffer().catch(() => undefined);
    setUnread(!bytes);
    if (!bytes) return;
    const { done } = await act({
      template,
      fileName: file.name,
      content: base64Of(new Uint8Array(bytes)),
      effectiveOn,
    });
    if (done) onPreviewed(done);
  };
  return (
    <Panel>
      <form className="f" style={{ paddingTop: 16, maxWidth: 760 }} onSubmit={(event) => void preview(event)}>
        <fieldset className="fl">
          <legend className="lb">{t('console.import.template')}</legend>
          <div className="stack stack--s">
            {templates.map((key) => (
              <TemplateLine
                key={key}
                template={key}
                on={key === template}
                onChoose={() => setTemplate(key)}
              />
            ))}
          </div>
        </fieldset>
        <Field label={t('console.change.effectiveOn')} hint={t('console.import.effectiveHint')}>
          {(control) => (
            <DayPicker id={control.id} value={effectiveOn} onChange={(day) => setEffectiveOn(day || today)} />
          )}
        </Field>
        <FileDrop
          file={file}
          wrong={wrongOf()}
          accept=".csv,.txt,text/csv"
          prompt={t('console.import.drop')}
          hint={t('console.import.fileHint')}
          onFile={setFile}
        />
        <Problem message={message} />
        <div>
          <Button kind="primary" type="submit" busy={busy}>
            {t('console.import.preview')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function TemplateLine({
  template,
  on,
  onChoose,
}: {
  readonly template: ImportTemplate;
  readonly on: boolean;
  readonly onChoose: () => void;
}): ReactElement {
  const words = useWords();
  const { t } = words;
  const columns =
    TEMPLATES[template][0]?.map((name) => columnInWords(words, name)).join(t('console.listed')) ?? '';
  return (
    <div className="with">
      <label className={on ? 'opt2 on' : 'opt2'}>
        <input type="radio" name="template" checked={on} onChange={onChoose} />
        <span>
          <b>{t(`ImportTemplate.${template}`)}</b>{' '}
          <span className="m">{t(`console.import.about.${template}`)}</span>
          <small className="m">{t('console.import.columns', { columns })}</small>
        </span>
      </label>
      <Button
        icon="download"
        onClick={() => download(`${t(`ImportTemplate.${template}`)}.csv`, csvOf(TEMPLATES[template]))}
      >
        {t('console.import.download')}
      </Button>
    </div>
  );
}
