import { Button, Popconfirm } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { useTell } from '../../../parts/problem';

/** Deletes a version after asking; the server keeps one that a rule uses. Past decisions can still be run again. */
export function Remove({ plugin: { id, name, version }, used, onDone }: { plugin: Schemas['Plugin']; used: boolean; onDone?: () => void }) {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation();
  const { done, failed } = useTell();
  const queries = useQueryClient();
  const remove = api.useMutation('delete', '/api/v1/plugins/{id}', {
    onError: failed,
    onSuccess: async () => {
      done(common('deleted'));
      onDone?.();
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/plugins'] });
    },
  });
  const label = `${common('actions.delete')} ${name} ${version}`;
  return (
    <Popconfirm
      title={common('ask_delete', { name: `${name} ${version}` })}
      description={t(used ? 'plugins.delete_used' : 'plugins.delete_hint')}
      okText={common('actions.delete')}
      onConfirm={() => remove.mutate({ params: { path: { id } } })}
    >
      <Button size="small" danger loading={remove.isPending} aria-label={label}>
        {common('actions.delete')}
      </Button>
    </Popconfirm>
  );
}
