import { Drawer as AntDrawer, Modal } from 'antd';
import { DeskIcon, type DeskIconName } from '@linli/ui/desk';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from './words';

interface OverlayProps {
  readonly title: ReactNode;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** Beside the list, which stays in sight. */
export function Drawer({
  title,
  open,
  onClose,
  footer,
  wide,
  children,
}: OverlayProps & { readonly wide?: boolean }): ReactElement {
  const { t } = useWords();
  return (
    <AntDrawer
      title={title}
      open={open}
      onClose={onClose}
      size={wide ? 640 : 460}
      destroyOnHidden
      closable={{ 'aria-label': t('common.close'), placement: 'end' }}
      footer={footer}
    >
      {children}
    </AntDrawer>
  );
}

/** Asks before something is done that cannot simply be undone, or shows what must be answered first. */
export function Dialog({
  title,
  open,
  onClose,
  footer,
  icon,
  wide,
  children,
}: OverlayProps & { readonly icon?: DeskIconName; readonly wide?: boolean }): ReactElement {
  return (
    <Modal
      title={
        <span className="dlg-h">
          {icon && <DeskIcon name={icon} />}
          {title}
        </span>
      }
      open={open}
      onCancel={onClose}
      footer={footer ? <div className="acts">{footer}</div> : null}
      width={wide ? 720 : 480}
      destroyOnHidden
      centered
    >
      {children}
    </Modal>
  );
}
