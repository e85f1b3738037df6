import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The name of an event, of all events of an area (`ticket.*`), or of everything (`*`); one that a newer server knows is shown as it is. */
export function useEventName(): (event: string) => string {
  const { t } = useTranslation('administration');
  return useCallback(
    (event) => {
      if (event === '*') return t('webhooks.all');
      const [area = '', name = ''] = event.split('.');
      if (name === '*') return t('event_all', { area: t(`event_area.${area}`, { defaultValue: area }) });
      return t(`event.${area}.${name}`, { defaultValue: event });
    },
    [t],
  );
}
