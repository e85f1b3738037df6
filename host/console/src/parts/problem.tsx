import { Alert, App, Button } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { faults, isProblem } from '../api/problem';

/** What the server said, and what to do; beside it every place that is wrong. */
export function ProblemAlert({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const places = faults(error);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={isProblem(error) ? error.detail : t('problem.network')}
      description={
        places.length > 0 ? (
          <ul>
            {places.map(({ pointer, message }) => (
              <li key={pointer + message}>
                {pointer ? <code>{pointer}</code> : null} {message}
              </li>
            ))}
          </ul>
        ) : isProblem(error) ? undefined : (
          t('problem.network_hint')
        )
      }
      action={retry ? <Button onClick={retry}>{t('actions.retry')}</Button> : undefined}
    />
  );
}

/** Shows what failed beside the page: for buttons, where there is no form that could show it. */
export function useTell() {
  const { notification, message } = App.useApp();
  const { t } = useTranslation();
  const failed = useCallback(
    (error: unknown) => {
      const said = isProblem(error) ? error.detail : t('problem.network_hint');
      const places = faults(error).map(({ pointer, message: why }) => `${pointer} ${why}`.trim());
      const stale = isProblem(error) && (error.status === 412 || error.code === 'stale_version');
      notification.error({
        title: stale ? t('problem.stale') : t('problem.title'),
        description: [said, ...places.filter((place) => !said.includes(place))].join('\n'),
        duration: 8,
      });
    },
    [notification, t],
  );
  const done = useCallback((text?: string) => void message.success(text ?? t('saved')), [message, t]);
  return { failed, done };
}
