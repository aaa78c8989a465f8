import type { ReactElement } from 'react';
import type { WholeMeetingFragment } from '../../gql/graphql';
import { useWords } from '../../kit/words';
import { useKinds } from './life-words';

/** The official form on A4: the record as it goes to the archive. */
export function MinutesSheet({ meeting }: { readonly meeting: WholeMeetingFragment }): ReactElement {
  const { t, format } = useWords();
  const kindsOf = useKinds();
  const names = (...marks: string[]) =>
    meeting.roster
      .filter(({ mark }) => mark && marks.includes(mark))
      .map(({ name, reason }) => (reason ? t('console.life.nameReason', { name, reason }) : name))
      .join(t('console.listed')) || t('console.life.none');
  const rows: (readonly [string, string])[] = [
    [t('console.life.branch'), meeting.organisationName],
    [t('console.life.kind'), kindsOf(meeting.kinds)],
    [t('console.life.when'), `${format.date(meeting.startsAt)} ${format.time(meeting.startsAt)}`],
    [t('console.life.place'), meeting.place],
    [t('console.life.dueCount'), t('console.life.people', { count: meeting.rosterCount })],
    [t('console.life.presentCount'), t('console.life.people', { count: meeting.presentCount })],
    [t('AttendanceMark.PRESENT'), names('PRESENT')],
    [t('AttendanceMark.ONLINE'), names('ONLINE')],
    [t('console.life.away'), names('LEAVE', 'DUTY')],
    [t('AttendanceMark.UNEXCUSED'), names('UNEXCUSED')],
    ...(meeting.lecturer ? [[t('console.life.lecturer'), meeting.lecturer] as const] : []),
    ...(meeting.firstTopic ? [[t('console.life.firstTopic'), meeting.firstTopic] as const] : []),
    ...(meeting.formats.length > 0
      ? [
          [
            t('console.life.formats'),
            meeting.formats.map((each) => t(`MeetingFormat.${each}`)).join(t('console.listed')),
          ] as const,
        ]
      : []),
  ];
  return (
    <article className="a4 minutes-a4" aria-label={t('console.life.sheet')}>
      <h2>{t('console.life.sheet')}</h2>
      <table>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {meeting.minuted.map(({ kind, text }) => (
        <section key={kind}>
          <h3>{t(`MeetingKind.${kind}`)}</h3>
          <p>{text}</p>
        </section>
      ))}
      {meeting.votes.map((vote) => (
        <p key={vote.title}>
          {t('console.life.voteLine', {
            ...{
              title: vote.title,
              inFavour: vote.inFavour,
              against: vote.against,
              abstained: vote.abstained,
            },
            ...{ due: meeting.votingDue, passed: vote.passed ? 'yes' : 'no' },
          })}
        </p>
      ))}
      {meeting.addenda.map(({ at, text, addedBy }) => (
        <p key={at}>{t('console.life.addendumLine', { day: format.date(at), text, by: addedBy })}</p>
      ))}
      <footer>
        <span>{t('console.life.signedLine', { by: meeting.signedBy ?? '' })}</span>
        <span>{meeting.signedAt && format.date(meeting.signedAt)}</span>
      </footer>
    </article>
  );
}
