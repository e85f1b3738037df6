import { CheckCircleOutlined, CloseCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../../parts/problem';

/** One thing that the server finds, with the way to its place. */
export interface Found {
  severity: 'error' | 'warning';
  where: string;
  message: string;
  go?: (() => void) | undefined;
}

/** What the server says about what is drawn. */
export function Findings({ items, error, checking }: { items: Found[]; error?: unknown; checking: boolean }) {
  const { t } = useTranslation('drawing');
  const errors = items.filter(({ severity }) => severity === 'error').length;
  const said = [errors > 0 ? t('findings.errors', { count: errors }) : '', items.length > errors ? t('findings.warnings', { count: items.length - errors }) : ''];
  return (
    <section aria-label={t('findings.title')}>
      <Flex gap="small" align="center" role="status">
        <h2 className="h">{t('findings.title')}</h2>
        <span>{checking ? t('findings.checking') : items.length === 0 && !error ? t('findings.none') : said.filter(Boolean).join(' · ')}</span>
        {items.length === 0 && !error && !checking ? <CheckCircleOutlined aria-hidden /> : null}
      </Flex>
      {error ? <ProblemAlert error={error} /> : null}
      <ul style={{ margin: '8px 0 0', paddingInlineStart: 0, listStyle: 'none', minHeight: 28, maxHeight: 84, overflowY: 'auto' }}>
        {items.map((item, at) => (
          <li key={`${item.where}${item.message}${at}`}>
            <Flex gap="small" align="baseline">
              <Typography.Text type={item.severity === 'error' ? 'danger' : undefined} style={{ whiteSpace: 'nowrap' }}>
                {item.severity === 'error' ? <CloseCircleOutlined aria-hidden /> : <ExclamationCircleOutlined aria-hidden />} {t(`findings.${item.severity}`)}
              </Typography.Text>
              {item.go ? (
                <Button type="link" size="small" onClick={item.go}>
                  {item.where}
                </Button>
              ) : null}
              <span className="wrap">{item.message}</span>
            </Flex>
          </li>
        ))}
      </ul>
    </section>
  );
}
