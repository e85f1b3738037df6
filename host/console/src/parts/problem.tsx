import { Alert, App, Button, Flex } from 'antd';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem';
import { useRefusal } from '../words/refusal';

/** What was refused and what to do, what the server said of it, and every place that is wrong. */
export function ProblemAlert({ error, retry, place }: { error: unknown; retry?: () => void; /** What a place is called, where the reader knows it by another name than its JSON pointer. */ place?: (pointer: string) => string }) {
  const { t } = useTranslation();
  const { title, detail, places } = useRefusal(t('problem.network'))(error);
  const told = isProblem(error) ? detail : t('problem.network_hint');
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      description={
        told || places.length > 0 ? (
          <Flex vertical gap={4}>
            {told ? <span>{told}</span> : null}
            {places.length > 0 ? (
              <ul style={{ margin: 0 }}>
                {places.map(({ pointer, message }) => (
                  <li key={pointer + message}>
                    {place?.(pointer) ? `${place(pointer)} · ` : pointer ? <code>{pointer} </code> : null}
                    {message}
                  </li>
                ))}
              </ul>
            ) : null}
          </Flex>
        ) : undefined
      }
      action={retry ? <Button onClick={retry}>{t('actions.retry')}</Button> : undefined}
    />
  );
}

/** Shows what failed beside the page: for buttons, where there is no form that could show it. */
export function useTell() {
  const { notification, message } = App.useApp();
  const { t } = useTranslation();
  const refusal = useRefusal(t('problem.title'));
  const failed = useCallback(
    (error: unknown) => {
      const { title, detail = isProblem(error) ? '' : t('problem.network_hint'), places } = refusal(error);
      const wrong = places.map(({ pointer, message: why }) => `${pointer} ${why}`.trim());
      notification.error({ title, description: [detail, ...wrong.filter((place) => !detail.includes(place))].filter(Boolean).join('\n'), duration: 8 });
    },
    [notification, refusal, t],
  );
  const done = useCallback((text?: string) => void message.success(text ?? t('saved')), [message, t]);
  return { failed, done };
}
