import { Alert, Button, Card, Descriptions, Flex, Input, Popconfirm, Timeline } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { isProblem } from '../api/problem';
import { Moment } from '../parts/moment';
import { Money } from '../parts/money';
import { useValue } from '../words/use';
import { api } from './client';

/** Where the case stands, who has it and what comes next (Z39), and what the customer may do about it. */
export function Progress({ progress }: { progress: Schemas['PortalProgress'] }) {
  const { t } = useTranslation();
  const say = useValue();
  const [body, setBody] = useState('');
  const now = api.useQuery('get', '/portal/v1/ticket', {}, { enabled: false });
  const done = { onSuccess: () => now.refetch() };
  const write = api.useMutation('post', '/portal/v1/ticket/messages', {
    onSuccess: () => {
      setBody('');
      return now.refetch();
    },
  });
  const choose = api.useMutation('post', '/portal/v1/ticket/offer', done);
  const cancel = api.useMutation('post', '/portal/v1/ticket/cancel', done);
  const may = (deed: Schemas['Deed']) => progress.may.includes(deed);
  const error: unknown = write.error ?? choose.error ?? cancel.error;
  const { offer } = progress;
  return (
    <main className="portal">
      <h1 className="h">{progress.shop}</h1>
      {error ? <Alert type="error" showIcon role="alert" title={isProblem(error) ? error.detail : t('network')} /> : null}
      <Card title={<h2 className="h">{progress.state.text}</h2>}>
        <Descriptions
          column={1}
          items={[
            { key: 'number', label: t('number'), children: progress.number },
            { key: 'kind', label: t('kind'), children: say('TicketKind', progress.kind) },
            { key: 'owner', label: t('owner'), children: progress.handler ?? progress.owner.text },
            { key: 'next', label: t('next'), children: progress.next_step },
            ...(progress.refund ? [{ key: 'refund', label: say('MoneyStatus', progress.money), children: <Money of={progress.refund} /> }] : []),
            ...progress.deadlines.map(({ what, by }) => ({ key: what.code, label: what.text, children: <Moment at={by} /> })),
          ]}
        />
      </Card>
      {offer ? (
        <Card>
          <Flex vertical gap="middle">
            <p className="wrap">{offer.text}</p>
            {offer.choices.map((choice) => (
              <Button key={choice} size="large" block loading={choose.isPending} onClick={() => choose.mutate({ body: { choice } })}>
                {say('OfferChoice', choice)} {choice === 'deduct' ? <Money of={offer.deduction} /> : null}
              </Button>
            ))}
          </Flex>
        </Card>
      ) : null}
      <Card title={<h2 className="h">{t('steps')}</h2>}>
        <Timeline items={progress.steps.map(({ at, state }) => ({ key: at + state.code, title: <Moment at={at} />, content: state.text }))} />
      </Card>
      <Card title={<h2 className="h">{t('messages')}</h2>}>
        <Flex vertical gap="small">
          {progress.messages.map(({ at, from, body: said }) => (
            <div key={at + said}>
              <small>
                {t(`from.${from}`)} · <Moment at={at} />
              </small>
              <p className="wrap">{said}</p>
            </div>
          ))}
          {may('message') || may('answer') ? (
            <>
              <Input.TextArea rows={3} maxLength={5_000} value={body} aria-label={t('write')} placeholder={t('write')} onChange={({ target }) => setBody(target.value)} />
              <Button type="primary" size="large" block disabled={!body.trim()} loading={write.isPending} onClick={() => write.mutate({ body: { body: body.trim(), fields: {} } })}>
                {t('send')}
              </Button>
            </>
          ) : null}
          {may('cancel') ? (
            <Popconfirm title={t('withdraw_ask')} onConfirm={() => cancel.mutate({ body: { reason: null } })}>
              <Button size="large" block danger loading={cancel.isPending}>
                {t('withdraw')}
              </Button>
            </Popconfirm>
          ) : null}
        </Flex>
      </Card>
    </main>
  );
}
