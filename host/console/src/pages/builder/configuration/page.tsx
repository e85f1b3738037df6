import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, App, Button, Card, Checkbox, Flex, Input, Popconfirm, Table, Typography, Upload } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, fetcher, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { Page } from '../../../parts/page';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { State } from '../../../parts/status';
import { useValue } from '../../../words/use';
import { Changes } from './changes';

type RulesFile = Schemas['RulesFile'];
const COLOUR = { create: 'green', change: 'blue', delete: 'red' } as const;

/** Moves rules and parameters from one house to another as a file: first what it would change, then the change. */
export function ConfigurationPage() {
  const { t } = useTranslation('builder');
  const say = useValue();
  const may = useMay();
  const { failed, done } = useTell();
  const { notification } = App.useApp();
  const queries = useQueryClient();
  const [file, setFile] = useState<{ name: string; content: RulesFile } | null>(null);
  const [prune, setPrune] = useState(false);
  const [reason, setReason] = useState('');
  const [signOff, setSignOff] = useState('');
  const plan = api.useMutation('post', '/api/v1/configuration/plan');
  const apply = api.useMutation('post', '/api/v1/configuration/apply', {
    onSuccess: async () => {
      done(t('configuration.applied'));
      setFile(null);
      plan.reset();
      await queries.invalidateQueries();
    },
  });
  const download = async () => {
    const { data, error } = await fetcher.GET('/api/v1/configuration');
    if (error) return failed(error);
    const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'redress-settings.json';
    link.click();
    URL.revokeObjectURL(url);
  };
  const ask = (content: RulesFile, removing: boolean) => {
    apply.reset();
    plan.mutate({ body: { file: content, prune: removing } });
  };
  const read = async (chosen: File) => {
    try {
      const content = JSON.parse(await chosen.text()) as RulesFile;
      setFile({ name: chosen.name, content });
      ask(content, prune);
    } catch {
      notification.error({ title: t('configuration.not_json', { name: chosen.name }) });
    }
  };
  const found = plan.data;
  const golden = found?.golden ?? [];
  return (
    <Page title={t('configuration.title')}>
      <Alert type="info" showIcon title={t('configuration.what')} />
      <Flex gap="middle" wrap>
        {may('rule:read') ? (
          <Card title={t('configuration.out')} style={{ flex: '1 1 300px' }}>
            <p>{t('configuration.out_hint')}</p>
            <Button icon={<DownloadOutlined />} onClick={() => void download()}>{t('configuration.download')}</Button>
          </Card>
        ) : null}
        {may('binding:write') ? (
          <Card title={t('configuration.in')} style={{ flex: '1 1 300px' }}>
            <p>{t('configuration.in_hint')}</p>
            <Flex gap="small" wrap align="center">
              <Upload accept=".json,application/json" showUploadList={false} beforeUpload={(chosen) => { void read(chosen); return false; }}>
                <Button icon={<UploadOutlined />} loading={plan.isPending}>{t('configuration.choose')}</Button>
              </Upload>
              <Checkbox checked={prune} onChange={(event) => { setPrune(event.target.checked); if (file) ask(file.content, event.target.checked); }}>{t('configuration.prune')}</Checkbox>
            </Flex>
          </Card>
        ) : null}
      </Flex>
      {plan.error ? <ProblemAlert error={plan.error} /> : null}
      {file && found ? (
        <section>
          <h2 className="h">{t('configuration.plan', { name: file.name })}</h2>
          <Table
            size="middle"
            style={{ margin: '8px 0' }}
            scroll={{ x: 'max-content' }}
            rowKey={({ what, key }) => `${what}:${key}`}
            dataSource={found.changes}
            pagination={false}
            locale={{ emptyText: t('configuration.nothing') }}
            columns={[
              { title: t('configuration.step'), dataIndex: 'step', render: (step: Schemas['RolloutStep']) => <State colour={COLOUR[step]}>{say('RolloutStep', step)}</State> },
              { title: t('configuration.thing'), dataIndex: 'what', render: (what: string) => t(`configuration.of.${what}`, { defaultValue: what }) },
              { title: t('key'), dataIndex: 'key', render: (key: string) => <code>{key}</code> },
              { title: t('configuration.difference'), dataIndex: 'changes', render: (changes: Schemas['RevisionChange'][]) => <Changes of={changes} /> },
            ]}
          />
          {golden.length > 0 ? (
            <Alert
              type="warning"
              showIcon
              title={t('configuration.golden', { count: golden.length })}
              description={
                <>
                  <ul>{golden.map(({ decision, note, before, after }) => <li key={decision}>{t('configuration.golden_row', { note, before: before.label, after: after.label })}</li>)}</ul>
                  <Input aria-label={t('configuration.sign_off')} placeholder={t('configuration.sign_off')} value={signOff} onChange={(event) => setSignOff(event.target.value)} />
                </>
              }
            />
          ) : null}
          {apply.error ? <ProblemAlert error={apply.error} /> : null}
          {found.changes.length > 0 ? (
            <Flex gap="small" wrap style={{ marginTop: 8 }}>
              <Input style={{ maxWidth: 360 }} aria-label={t('configuration.reason')} placeholder={t('configuration.reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
              <Popconfirm
                title={t('configuration.ask', { count: found.changes.length })}
                onConfirm={() => apply.mutate({ body: { file: file.content, prune, reason: reason || null, sign_off: signOff || null } })}
              >
                <Button type="primary" loading={apply.isPending} disabled={golden.length > 0 && !signOff.trim()}>{t('configuration.apply')}</Button>
              </Popconfirm>
            </Flex>
          ) : (
            <Typography.Text type="secondary">{t('configuration.nothing')}</Typography.Text>
          )}
        </section>
      ) : null}
    </Page>
  );
}
