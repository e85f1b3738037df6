import { Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { fetcher, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Due } from '../../../../parts/due';
import { useRoleName } from '../../../../parts/people/people';
import { useSend } from '../use_send';

/** A task that no workflow asks for: what is to be done, by whom, until when. */
export function Loose({ task }: { task: Schemas['Task'] }) {
  const { t } = useTranslation('ticket_tasks');
  const role = useRoleName();
  const may = useMay();
  const { send, busy } = useSend();
  return (
    <Flex vertical gap={4} align="start">
      <b>{task.title}</b>
      <Typography.Text type="secondary">
        {t('for', { who: role(task.role) })} <Due at={task.due_at} />
      </Typography.Text>
      {may('ticket:write') ? (
        <Button size="small" loading={busy} onClick={() => void send(() => fetcher.POST('/api/v1/tasks/{id}/done', { params: { path: { id: task.id } } }))}>
          {t('done')}
        </Button>
      ) : null}
    </Flex>
  );
}
