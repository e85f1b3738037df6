import { Alert, Flex, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../../api/problem';
import { ProblemAlert } from '../../../../parts/problem';

/** Why the server kept a file out: each thing it found, where, and what to do about it. */
export function Findings({ file, error, actions }: { file: string; error: unknown; actions: ReactNode }) {
  const { t } = useTranslation('rules');
  const found = isProblem(error) ? (error.errors ?? []) : [];
  if (!isProblem(error) || found.length === 0) {
    return (
      <Flex vertical gap="small">
        <ProblemAlert error={error} />
        {actions}
      </Flex>
    );
  }
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t('plugins.refused', { file })}
      description={
        <Flex vertical gap="small">
          <span>{t('plugins.refused_hint', { count: found.length })}</span>
          <ul style={{ margin: 0 }}>
            {found.map(({ code, message, offset }, at) => (
              <li key={`${code ?? ''} ${at}`}>
                <Flex vertical>
                  <Typography.Text strong>{t(`plugins.finding.${code ?? ''}`, { defaultValue: t('plugins.finding.other') })}</Typography.Text>
                  <span lang="en">{message}</span>
                  {offset ? <Typography.Text type="secondary">{t('plugins.offset', { offset })}</Typography.Text> : null}
                </Flex>
              </li>
            ))}
          </ul>
          {actions}
        </Flex>
      }
    />
  );
}
