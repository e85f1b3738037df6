import { Alert, Button, Descriptions, Flex, Modal, Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../../api/client';
import { Moment } from '../../../parts/moment';
import { ProblemAlert } from '../../../parts/problem';
import { useValue } from '../../../words/use';
import { useEventName } from './event_name';

/** How soon the log is read anew while a message is still on its way, in milliseconds. */
const AGAIN = 2_000;

/** One message: what it says, every try to deliver it with what was answered, and when the next one comes. */
export function Message({ id, resend, onClose }: { id: string; resend: (() => void) | null; onClose: () => void }) {
  const { t } = useTranslation('administration');
  const [say, called] = [useValue(), useEventName()];
  const message = api.useQuery('get', '/api/v1/outbox/{id}', { params: { path: { id } } }, { refetchInterval: ({ state }) => (state.data?.state === 'pending' ? AGAIN : false) });
  const { data } = message;
  const ticket = data?.ticket;
  return (
    <Modal
      open
      width={760}
      title={data ? `${called(data.event)} · ${say('OutboxState', data.state)}` : t('outbox.log')}
      onCancel={onClose}
      loading={message.isPending}
      footer={resend && data?.state !== 'pending' ? <Button type="primary" onClick={resend}>{t('outbox.resend')}</Button> : null}
    >
      {message.error ? <ProblemAlert error={message.error} /> : null}
      {data ? (
        <Flex vertical gap="middle">
          {data.state === 'dead' ? <Alert type="error" showIcon title={t('outbox.given_up')} description={t('outbox.given_up_help')} /> : null}
          <Descriptions
            size="small"
            column={{ xs: 1, sm: 2 }}
            items={[
              { key: 'channel', label: t('outbox.channel'), children: t(`outbox.channels.${data.channel}`, { defaultValue: data.channel }) },
              { key: 'created', label: t('created'), children: <Moment at={data.created_at} /> },
              ...(data.state === 'pending' ? [{ key: 'next', label: t('outbox.next'), children: <Moment at={data.next_attempt_at} /> }] : []),
              ...(data.delivered_at ? [{ key: 'delivered', label: t('outbox.delivered'), children: <Moment at={data.delivered_at} /> }] : []),
              ...(ticket ? [{ key: 'ticket', label: t('outbox.ticket'), children: <Link to={`/tickets/${ticket}`}>{t('outbox.open_ticket')}</Link> }] : []),
            ]}
          />
          <h2 className="h">{t('outbox.log')}</h2>
          <Table
            size="small"
            pagination={false}
            scroll={{ x: 'max-content' }}
            rowKey={({ at, attempt }) => `${at}/${attempt}`}
            dataSource={data.log}
            locale={{ emptyText: t('outbox.no_try') }}
            columns={[
              { title: t('outbox.try'), dataIndex: 'attempt' },
              { title: t('outbox.at'), dataIndex: 'at', render: (at: string) => <Moment at={at} /> },
              { title: t('outbox.answer'), render: (_, { status, error }) => (error ? [status, error].filter(Boolean).join(' · ') : [status, t('outbox.arrived')].filter(Boolean).join(' · ')) },
              { title: t('outbox.took'), dataIndex: 'duration_ms', align: 'right', render: (value: number) => `${value} ms` },
            ]}
          />
          <h2 className="h">{t('outbox.payload')}</h2>
          <Typography.Paragraph copyable={{ text: JSON.stringify(data.payload, null, 2) }}>
            {/* Long lines are read by scrolling, also with the keyboard. */}
            <pre className="wrap" tabIndex={0} style={{ maxHeight: 300, overflow: 'auto' }}>{JSON.stringify(data.payload, null, 2)}</pre>
          </Typography.Paragraph>
        </Flex>
      ) : null}
    </Modal>
  );
}
