import { DeskIcon } from '@linli/ui/desk';
import { type ChangeEvent, type DragEvent, type ReactElement, useId, useState } from 'react';
import { useWords } from './words';

interface FileDropProps {
  readonly file: File | undefined;
  readonly wrong: string | undefined;
  /** The endings that are offered first. */
  readonly accept: string;
  readonly prompt: string;
  readonly hint: string;
  readonly onFile: (file: File | undefined) => void;
}

/** Where a file is dropped or chosen. */
export function FileDrop({ file, wrong, accept, prompt, hint, onFile }: FileDropProps): ReactElement {
  const { t, format } = useWords();
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    <div
      className={`drop${over ? ' over' : ''}${wrong ? ' bad' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <DeskIcon name="file-text" />
      {file ? (
        <p>
          <b>{file.name}</b>{' '}
          <span className="m">
            {t('console.import.size', { size: format.count(Math.max(1, Math.round(file.size / 1024))) })}
          </span>
        </p>
      ) : (
        <p>{prompt}</p>
      )}
      <label className="lk" htmlFor={id}>
        {t('console.import.choose')}
      </label>
      <input
        id={id}
        type="file"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${id}e` : undefined}
        accept={accept}
        className="vh"
        onChange={(event: ChangeEvent<HTMLInputElement>) => onFile(event.target.files?.[0])}
      />
      {wrong ? (
        <p className="err" id={`${id}e`} role="alert">
          <DeskIcon name="circle-alert" />
          {wrong}
        </p>
      ) : (
        <p className="hint">{hint}</p>
      )}
    </div>
  );
}
