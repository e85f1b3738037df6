import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useTell } from '../../../parts/problem';
import { useReread } from './reread';

/** Takes a rule away, after asking. */
export function Delete({ binding, size, onDone }: { binding: Schemas['BindingWithPlugin']; size?: 'small'; onDone?: () => void }) {
  const { t } = useTranslation('rules');
  const { t: common } = useTranslation();
  const { done, failed } = useTell();
  const reread = useReread();
  const remove = api.useMutation('delete', '/api/v1/bindings/{id}', {
    onError: failed,
    onSuccess: async () => {
      done(common('deleted'));
      onDone?.();
      await reread();
    },
  });
  return (
    <Popconfirm
      title={common('ask_delete', { name: binding.key })}
      description={t('bindings.delete_hint')}
      okText={common('actions.delete')}
      onConfirm={() => remove.mutate({ params: { path: { id: binding.id }, header: ifMatch(binding.version) } })}
    >
      <Button size={size} danger loading={remove.isPending} aria-label={`${common('actions.delete')} ${binding.key}`}>
        {common('actions.delete')}
      </Button>
    </Popconfirm>
  );
}
