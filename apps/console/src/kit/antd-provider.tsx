import { useLocale } from '@linli/client/i18n';
import type { Locale } from '@linli/i18n';
import { consoleSizes, fonts, light, radius } from '@linli/ui/tokens';
import { ConfigProvider, type ThemeConfig } from 'antd';
import en from 'antd/locale/en_US';
import hans from 'antd/locale/zh_CN';
import hant from 'antd/locale/zh_TW';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import 'dayjs/locale/zh-tw';
import { type ReactElement, type ReactNode, useEffect } from 'react';

const LOCALES: Record<Locale, { readonly antd: typeof en; readonly dayjs: string }> = {
  'zh-Hant': { antd: hant, dayjs: 'zh-tw' },
  'zh-Hans': { antd: hans, dayjs: 'zh-cn' },
  en: { antd: en, dayjs: 'en' },
};

const theme: ThemeConfig = {
  token: {
    colorPrimary: light.brand,
    colorLink: light.link,
    colorSuccess: light.ok,
    colorWarning: light.warn,
    colorError: light.bad,
    colorInfo: light.info,
    colorText: light.ink,
    colorTextSecondary: light['ink-2'],
    colorTextTertiary: light['ink-3'],
    colorTextPlaceholder: light['ink-3'],
    colorTextDisabled: light['ink-3'],
    colorBorder: light.line,
    colorBorderSecondary: light.hair,
    fontFamily: fonts.sans,
    fontSize: consoleSizes['c-md'],
    borderRadius: 8,
    borderRadiusLG: radius.r2 + 2,
    controlHeight: 36,
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  },
  components: {
    Drawer: { paddingLG: 20 },
    DatePicker: { cellActiveWithRangeBg: light['brand-tint'] },
  },
};

/** antd in the house's tokens. Only behind the sign-in: the first page does without it. */
export function AntdProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [locale] = useLocale();
  const words = LOCALES[locale];
  useEffect(() => {
    dayjs.locale(words.dayjs);
  }, [words]);
  return (
    <ConfigProvider locale={words.antd} theme={theme} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
}
