import { storedLocale } from '@linli/client/i18n';
import { createLiveLink } from '@linli/client/live';

export const live = createLiveLink({ face: 'resident', locale: storedLocale });
