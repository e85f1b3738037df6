import { Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../../api/client';
import { Mode } from '../../bindings/mode';

/** The rules that use a version. */
export function Users({ bindings }: { bindings: Schemas['BindingWithPlugin'][] }) {
  const { t } = useTranslation('rules');
  if (bindings.length === 0) return <Typography.Text type="secondary">{t('plugins.unused')}</Typography.Text>;
  return (
    <Flex gap={4} wrap vertical>
      {bindings.map(({ id, key, mode, enabled, percent }) => (
        <span key={id}>
          <Link to={`/rules/bindings/${id}`}>{key}</Link> {enabled ? <Mode mode={mode} percent={percent} /> : <Tag variant="outlined">{t('off')}</Tag>}
        </span>
      ))}
    </Flex>
  );
}
