import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useMay } from '../../access/viewer';
import { IconButton } from '../../kit/button';
import { useWords } from '../../kit/words';
import type { Whose } from './whose';

const FileDrawer = lazy(() => import('./file-drawer'));

interface FileButtonProps {
  readonly person: Whose;
  readonly centreId: string;
}

/** 居民檔案 What the centre keeps of whoever stands here or calls: the door, and how able they were found. */
export function FileButton(props: FileButtonProps): ReactElement | null {
  const { t } = useWords();
  const keeps = useMay('REGISTER_RESIDENTS');
  const [open, setOpen] = useState(false);
  if (!keeps) return null;
  return (
    <>
      <IconButton small icon="file-text" label={t('console.file.title')} onClick={() => setOpen(true)} />
      {open && (
        <Suspense fallback={null}>
          <FileDrawer {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
