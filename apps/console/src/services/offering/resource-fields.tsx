import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { CentreResourceFragment } from '../../gql/graphql';
import { ChecksField } from '../../kit/field';
import { useWords } from '../../kit/words';
import { KINDS } from '../resources/kinds';

interface ResourceFieldsProps {
  readonly resources: readonly CentreResourceFragment[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: string[]) => void;
}

/** What each session of the service takes from its first booking on. */
export function ResourceFields({ resources, chosen, onChange }: ResourceFieldsProps): ReactElement {
  const { t } = useWords();
  const usable = resources.filter(({ retired }) => !retired);
  return (
    <>
      <h3 style={{ fontSize: 15 }}>{t('console.services.needs')}</h3>
      <p className="hint">
        {t('console.services.needsHint')} <Link to="/resources">{t('console.services.needsLink')}</Link>
      </p>
      {KINDS.map((kind) => {
        const own = usable.filter((resource) => resource.kind === kind);
        const ids = own.map(({ id }) => id);
        return (
          own.length > 0 && (
            <ChecksField
              key={kind}
              label={t(`ResourceKind.${kind}`)}
              options={own.map(({ id, name }) => ({ key: id, label: name }))}
              value={chosen.filter((id) => ids.includes(id))}
              onChange={(ofKind) => onChange([...chosen.filter((id) => !ids.includes(id)), ...ofKind])}
            />
          )
        );
      })}
      {usable.length === 0 && <p className="m">{t('console.services.needsNone')}</p>}
    </>
  );
}
