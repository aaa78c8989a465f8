import { MemberColumn, type MemberSheetWords, MemberStage } from '@linli/domain/organisation/members';
import { LOCALES, type Translator } from '@linli/i18n';
import { catalogs, type RostersMessages } from '@linli/i18n/rosters';
import { translators } from '../../platform/translators.js';

export type RosterTranslator = Translator<RostersMessages>;

export const rosterTranslator = translators(catalogs);

/** What may be written in a sheet: the words of every language, whatever the reader's. */
export async function memberSheetWords(): Promise<MemberSheetWords> {
  const all = await Promise.all(LOCALES.map(rosterTranslator));
  const said = <Value extends string>(
    values: Readonly<Record<string, Value>>,
    word: (t: RosterTranslator['t'], value: Value) => string,
  ): Map<string, Value> =>
    new Map(
      all.flatMap(({ t }) => Object.values(values).map((value) => [word(t, value).toLowerCase(), value])),
    );
  return {
    columns: said(MemberColumn, (t, column) => t(`rosters.column.${column}`)),
    stages: said(MemberStage, (t, stage) => t(`MemberStage.${stage}`)),
  };
}
