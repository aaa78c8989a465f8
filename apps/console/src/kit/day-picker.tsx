import { useLocale } from '@linli/client/i18n';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactElement } from 'react';

interface DayPickerProps {
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly id?: string;
  readonly label?: string;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly clearable?: boolean;
  readonly invalid?: boolean;
  readonly placeholder?: string;
}

/** A day, shown as the reader's language writes it and typed as 2026-11-25. */
export function DayPicker({
  value,
  onChange,
  id,
  label,
  min,
  max,
  clearable,
  invalid,
  placeholder,
}: DayPickerProps): ReactElement {
  const [locale] = useLocale();
  return (
    <DatePicker
      {...(id ? { id } : {})}
      aria-label={label}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange(day && !Array.isArray(day) ? day.format('YYYY-MM-DD') : '')}
      format={[locale === 'en' ? 'D MMM YYYY' : 'YYYY年M月D日', 'YYYY-MM-DD', 'YYYYMMDD']}
      allowClear={clearable ?? false}
      {...(min ? { minDate: dayjs(min) } : {})}
      {...(max ? { maxDate: dayjs(max) } : {})}
      {...(invalid ? { status: 'error' as const, 'aria-invalid': true } : {})}
      placeholder={placeholder ?? ''}
      style={{ width: '100%', minWidth: 148 }}
    />
  );
}
