import { DeskIcon } from '@linli/ui/desk';
import type { ReactElement } from 'react';
import type { Texture } from '../../gql/graphql';
import { TEXTURES } from '../../kit/choices';
import { Segmented } from '../../kit/tabs';
import { useWords } from '../../kit/words';
import type { Person } from './person-finder';
import type { Mode } from './quick-options';

interface ModeFieldProps {
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
}

export function ModeField({ mode, onMode }: ModeFieldProps): ReactElement {
  const { t } = useWords();
  const word = (icon: 'store' | 'phone', text: string) => (
    <>
      <DeskIcon name={icon} />
      {text}
    </>
  );
  return (
    <Segmented
      name="desk-mode"
      label={<span className="vh">{t('console.quick.how')}</span>}
      value={mode}
      onChange={onMode}
      options={[
        { key: 'COUNTER', label: word('store', t('console.quick.counter')) },
        { key: 'PHONE', label: word('phone', t('console.quick.phone')) },
      ]}
    />
  );
}

interface TextureFieldProps {
  readonly texture: Texture | undefined;
  readonly person: Person;
  readonly onTexture: (texture: Texture) => void;
}

export function TextureField({ texture, person, onTexture }: TextureFieldProps): ReactElement {
  const { t } = useWords();
  return (
    <Segmented
      name="desk-texture"
      label={t('console.quick.texture')}
      hint={t('console.quick.registered', { texture: t(`Texture.${person.texture}`) })}
      value={texture ?? person.texture}
      onChange={onTexture}
      options={TEXTURES.map((key) => ({ key, label: t(`Texture.${key}`) }))}
    />
  );
}
