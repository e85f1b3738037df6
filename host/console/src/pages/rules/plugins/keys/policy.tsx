import { Alert, Flex, Popconfirm, Switch } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';
import { useMay, useMe } from '../../../../app/me';
import { useTell } from '../../../../parts/problem';

/** Whether the shop takes unsigned plugins. What is there already stays. */
export function Policy({ keys }: { keys: number }) {
  const { t } = useTranslation('rules');
  const may = useMay()('admin:write');
  const required = useMe().tenant.requires_signature ?? false;
  const { done, failed } = useTell();
  const queries = useQueryClient();
  const set = api.useMutation('put', '/api/v1/signing-keys/policy', {
    onError: failed,
    // The server may answer who one is from before for some seconds, so what it has just said is kept.
    onSuccess: ({ required: now }) => {
      done();
      queries.setQueriesData<Schemas['Me']>({ queryKey: ['get', '/api/v1/me'] }, (me) => me && { ...me, tenant: { ...me.tenant, requires_signature: now } });
    },
  });
  return (
    <Flex vertical gap="small">
      <Flex gap="small" align="center" wrap>
        <Popconfirm title={t(required ? 'keys.open_ask' : 'keys.require_ask')} disabled={!may} onConfirm={() => set.mutate({ body: { required: !required } })}>
          <Switch checked={required} disabled={!may} loading={set.isPending} aria-label={t('keys.require')} />
        </Popconfirm>
        <span>{t('keys.require')}</span>
      </Flex>
      {required && keys === 0 ? <Alert type="warning" showIcon title={t('keys.locked')} /> : null}
    </Flex>
  );
}
