import { Select } from 'antd';
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Control } from './field';
import { useWords } from './words';

export interface Found {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
}

interface SearchSelectProps {
  readonly control?: Control;
  readonly label?: string;
  readonly value: Found | undefined;
  readonly onChange: (found: Found | undefined) => void;
  readonly find: (text: string) => Promise<readonly Found[]>;
  readonly placeholder?: string;
}

const option = (found: Found): { value: string; label: ReactNode; title: string } => ({
  value: found.value,
  title: found.label,
  label: (
    <span>
      {found.label} {found.note && <span className="m">{found.note}</span>}
    </span>
  ),
});

/** One of many: looked up at the server as one writes. */
export function SearchSelect({
  control,
  label,
  value,
  onChange,
  find,
  placeholder,
}: SearchSelectProps): ReactElement {
  const { t } = useWords();
  const [found, setFound] = useState<readonly Found[]>([]);
  const [text, setText] = useState('');
  const latest = useRef(find);
  useEffect(() => {
    latest.current = find;
  });
  useEffect(() => {
    let there = true;
    const timer = setTimeout(() => {
      void latest.current(text).then(
        (next) => there && setFound(next),
        () => there && setFound([]),
      );
    }, 200);
    return () => {
      there = false;
      clearTimeout(timer);
    };
  }, [text]);
  const known = value && !found.some((one) => one.value === value.value) ? [value, ...found] : found;
  return (
    <Select
      {...(control ? { id: control.id } : {})}
      aria-label={label}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      {...(control?.['aria-invalid'] ? { status: 'error' as const, 'aria-invalid': true } : {})}
      aria-describedby={control?.['aria-describedby']}
      value={value?.value ?? null}
      onChange={(id: string | undefined) => onChange(known.find((one) => one.value === id))}
      options={known.map(option)}
      placeholder={placeholder}
      notFoundContent={text ? t('console.search.nothing') : t('console.search.type')}
      style={{ width: '100%' }}
    />
  );
}
