import { type ReactElement, useState } from 'react';
import { Button } from '../kit/button';
import { Problem } from '../kit/problem';
import { useWords } from '../kit/words';

interface PhoneNumberProps {
  readonly name: string;
  /** As it stands in every list; null: none is known. */
  readonly masked: string | null;
  /** Asks the server, which writes down who was shown it. Left out: this viewer does not call. */
  readonly reveal?: (() => Promise<string | undefined>) | undefined;
  readonly busy: boolean;
  readonly message: string | undefined;
}

/** A number is masked until whoever has to call asks for it: one tap, on record. */
export function PhoneNumber({ name, masked, reveal, busy, message }: PhoneNumberProps): ReactElement {
  const { t } = useWords();
  const [phone, setPhone] = useState<string>();
  if (masked === null) return <span className="m">{t('console.clashes.noPhone')}</span>;
  if (phone !== undefined) {
    return (
      <a className="nw" href={`tel:${phone}`}>
        {phone}
      </a>
    );
  }
  return (
    <>
      <span className="nw">{masked}</span>{' '}
      {reveal && (
        <Button
          small
          icon="phone"
          busy={busy}
          onClick={() => void reveal().then(setPhone)}
          aria-label={t('console.number.showOf', { name })}
        >
          {t('console.welfare.reveal')}
        </Button>
      )}
      <Problem message={message} />
    </>
  );
}
