import { Alert, Flex } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { Moment } from '../../../parts/moment';
import { Who } from '../../../parts/people/name';

/** Why a rule does not do what it was put to work for: a guardrail took it back, or somebody switched it off. */
export function TakenBack({ binding }: { binding: Schemas['BindingWithPlugin'] }) {
  const { t } = useTranslation('rules');
  const history = api.useQuery('get', '/api/v1/bindings/{id}/history', { params: { path: { id: binding.id } } });
  const { data, refetch } = history;
  const behind = data !== undefined && (data.items[0]?.version ?? 0) < binding.version;
  // A guardrail changes it while nobody presses anything.
  useEffect(() => {
    if (behind) void refetch();
  }, [behind, refetch]);
  const last = data?.items.find(({ action, changes }) => action === 'guardrail_hit' || changes.some(({ path }) => path === '/enabled'));
  // Whoever changed it since has seen it.
  const guarded = last?.action === 'guardrail_hit' && last.version === binding.version;
  if (binding.enabled && !guarded) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t(guarded ? (binding.enabled ? 'bindings.taken.rolled_back' : 'bindings.taken.stopped') : 'bindings.taken.off')}
      description={
        last ? (
          <Flex gap="small" wrap>
            {last.reason ? <span>{last.reason}</span> : null}
            <Moment at={last.at} />
            <Who actor={last.actor} />
          </Flex>
        ) : undefined
      }
    />
  );
}
