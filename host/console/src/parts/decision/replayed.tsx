import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import './words';

/** Whether a rule said the same again, or where it did not. */
export function Replayed({ of }: { of: Schemas['ReplayView'] }) {
  const { t } = useTranslation('decision');
  if (of.identical) return <Alert type="success" showIcon role="status" title={t('identical')} />;
  return (
    <Alert
      type="error"
      showIcon
      role="status"
      title={t('different', { count: of.divergences.length })}
      description={
        <ul style={{ margin: 0 }}>
          {of.divergences.map(({ kind, detail }) => (
            <li key={kind + detail}>
              <b>{t(`divergence.${kind}`, { defaultValue: kind })}</b> {detail}
            </li>
          ))}
        </ul>
      }
    />
  );
}
