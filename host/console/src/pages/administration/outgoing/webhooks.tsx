import { Alert, Button, Flex, Form, Input, Modal, Select, Switch, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { useTell } from '../../../parts/problem';
import { useChanged } from '../common/changed';
import { Dialog } from '../common/dialog';
import { Remove } from '../common/remove';
import { Rows } from '../common/rows';
import { CHOICES } from './events';
import { useEventName } from './event_name';

const PATH = '/api/v1/webhooks';
type Webhook = Schemas['Webhook'];

/** Where the shop's own systems are told what happens, signed; each with its delivery log. */
export function Webhooks() {
  const { t } = useTranslation('administration');
  const { t: common } = useTranslation();
  const may = useMay();
  const called = useEventName();
  const navigate = useNavigate();
  const { failed } = useTell();
  const webhooks = api.useQuery('get', PATH);
  const patch = api.useMutation('patch', '/api/v1/webhooks/{id}');
  const remove = api.useMutation('delete', '/api/v1/webhooks/{id}');
  const test = api.useMutation('post', '/api/v1/webhooks/{id}/test');
  const changed = useChanged(PATH);
  const [open, setOpen] = useState<Webhook | 'new' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const log = (id: string) => `/administration/deliveries?webhook=${id}`;
  return (
    <>
      {may('admin:write') ? <Button type="primary" style={{ alignSelf: 'start' }} onClick={() => setOpen('new')}>{t('webhooks.add')}</Button> : null}
      <Rows
        query={webhooks}
        rowKey="id"
        empty={t('webhooks.empty')}
        columns={[
          { title: t('webhooks.address'), dataIndex: 'url', width: 260, render: (url: string) => <span className="wrap">{url}</span> },
          { title: t('webhooks.events'), dataIndex: 'events', width: 220, render: (events: string[]) => (events.length === 0 || events.includes('*') ? t('webhooks.all') : <Flex gap={4} wrap>{events.map((event) => <Tag key={event} title={event}>{called(event)}</Tag>)}</Flex>) },
          {
            title: t('webhooks.enabled'),
            render: (_, { id, url, version, enabled }) => (
              <Switch
                aria-label={`${t('webhooks.enabled')} ${url}`}
                checked={enabled}
                disabled={!may('admin:write') || patch.isPending}
                onChange={(next) => patch.mutate({ params: { path: { id }, header: ifMatch(version) }, body: { enabled: next } }, changed)}
              />
            ),
          },
          {
            title: t('actions'),
            width: 230,
            render: (_, one) => (
              <Flex gap="small" wrap>
                <Link to={log(one.id)}>{t('webhooks.log')}</Link>
                {may('admin:write') ? (
                  <>
                    <Button
                      size="small"
                      loading={test.isPending && test.variables.params.path.id === one.id}
                      onClick={() => test.mutate({ params: { path: { id: one.id } } }, { onSuccess: ({ id }) => void navigate(`${log(one.id)}&message=${id}`), onError: failed })}
                    >
                      {t('webhooks.test')}
                    </Button>
                    <Button size="small" onClick={() => setOpen(one)}>{common('actions.edit')}</Button>
                    <Remove name={one.url} onRemove={() => remove.mutate({ params: { path: { id: one.id }, header: ifMatch(one.version) } }, changed)} />
                  </>
                ) : null}
              </Flex>
            ),
          },
        ]}
      />
      {open ? <WebhookDialog webhook={open === 'new' ? null : open} onClose={() => setOpen(null)} onSecret={setSecret} /> : null}
      <Modal open={secret !== null} title={t('webhooks.secret')} onCancel={() => setSecret(null)} onOk={() => setSecret(null)} cancelButtonProps={{ style: { display: 'none' } }}>
        <Alert type="warning" showIcon title={t('webhooks.once')} description={t('webhooks.once_help')} />
        <Typography.Paragraph copyable code>{secret ?? ''}</Typography.Paragraph>
      </Modal>
    </>
  );
}

function WebhookDialog({ webhook, onClose, onSecret }: { webhook: Webhook | null; onClose: () => void; onSecret: (secret: string | null) => void }) {
  const { t } = useTranslation('administration');
  const called = useEventName();
  const add = api.useMutation('post', PATH);
  const patch = api.useMutation('patch', '/api/v1/webhooks/{id}');
  const { onSuccess } = useChanged(PATH, onClose);
  const save = ({ url, events = [] }: Schemas['NewWebhook']) => {
    if (webhook) patch.mutate({ params: { path: { id: webhook.id }, header: ifMatch(webhook.version) }, body: { url, events } }, { onSuccess });
    else
      add.mutate(
        { body: { url, events } },
        {
          onSuccess: (made) => {
            onSuccess();
            onSecret(made.secret ?? null);
          },
        },
      );
  };
  return (
    <Dialog<Schemas['NewWebhook']> title={webhook ? t('webhooks.change') : t('webhooks.add')} start={webhook ?? { events: [] }} error={add.error ?? patch.error} busy={add.isPending || patch.isPending} onSave={save} onClose={onClose}>
      <Form.Item name="url" label={t('webhooks.address')} rules={[{ required: true }]}><Input inputMode="url" placeholder="https://shop.example.com/hooks/redress" /></Form.Item>
      <Form.Item name="events" label={t('webhooks.events')} extra={t('webhooks.events_help')}><Select mode="multiple" showSearch={{ filterOption: (typed, option) => `${option?.value ?? ''} ${option?.label ?? ''}`.toLowerCase().includes(typed.toLowerCase()) }} options={CHOICES.map((value) => ({ value, label: called(value), title: value }))} /></Form.Item>
    </Dialog>
  );
}
