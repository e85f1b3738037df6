import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Typography } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { useTell } from '../../../parts/problem';
import { Editor } from '../common/editor';
import { FaultText, Field } from '../common/faults';
import { TextWithVariables } from '../common/variables';
import { ActRow } from './act_row';
import { MacroPreview } from './preview';

/** A macro: what it says, and what applying it does. */
export function EditMacro({ from, readOnly, onClose }: { from: Schemas['Macro'] | null; readOnly: boolean; onClose: () => void }) {
  const { t } = useTranslation('builder');
  const { done } = useTell();
  const queries = useQueryClient();
  const [kept, setKept] = useState(from);
  const [key, setKey] = useState(from?.key ?? '');
  const [name, setName] = useState(from?.name ?? '');
  const [body, setBody] = useState(from?.body ?? '');
  const [acts, setActs] = useState<Schemas['MacroAct'][]>(from?.acts ?? [{ act: 'reply', internal: false }]);
  const finish = {
    onSuccess: async (saved: Schemas['Macro']) => {
      setKept(saved);
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/macros'] });
      done(t('macros.saved'));
    },
  };
  const create = api.useMutation('post', '/api/v1/macros', finish);
  const change = api.useMutation('put', '/api/v1/macros/{key}', finish);
  const changed = !kept || kept.name !== name || kept.body !== body || JSON.stringify(kept.acts) !== JSON.stringify(acts);
  return (
    <Editor
      wide
      readOnly={readOnly}
      title={from ? t('macros.edit', { name: from.name }) : t('macros.add')}
      error={kept ? change.error : create.error}
      saving={create.isPending || change.isPending}
      onClose={onClose}
      onSave={() => {
        if (kept) change.mutate({ params: { path: { key: kept.key }, header: ifMatch(kept.version) }, body: { name, body, acts } });
        else create.mutate({ body: { key, name, body, acts } });
      }}
    >
      <Field label={t('macros.name')} at="/name" required>
        <Input value={name} maxLength={100} showCount onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label={t('key')} at="/key" required hint={t('key_hint')}>
        <Input value={key} disabled={kept != null} maxLength={64} onChange={(event) => setKey(event.target.value.trim())} />
      </Field>
      <Field label={t('macros.body')} at="/body" required>
        <TextWithVariables value={body} onChange={setBody} />
      </Field>
      <h2 className="h">{t('macros.acts')}</h2>
      <Typography.Text type="secondary">{t('macros.acts_hint')}</Typography.Text>
      <FaultText at="/acts" />
      <Flex vertical gap="small" style={{ margin: '8px 0' }}>
        {acts.map((act, at) => (
          <div key={at}>
            <Flex gap={4} align="center" wrap>
              <ActRow value={act} onChange={(next) => setActs(acts.map((old, one) => (one === at ? next : old)))} />
              <Button type="text" danger icon={<DeleteOutlined />} aria-label={t('macros.remove_act', { number: at + 1 })} onClick={() => setActs(acts.filter((_, one) => one !== at))} />
            </Flex>
            {['', '/tag', '/queue', '/assignee', '/fields', '/priority'].map((place) => <FaultText key={place} at={`/acts/${at}${place}`} />)}
          </div>
        ))}
        <span>
          <Button icon={<PlusOutlined />} disabled={acts.length >= 10} onClick={() => setActs([...acts, { act: 'add_tag', tag: '' }])}>
            {t('macros.add_act')}
          </Button>
        </span>
      </Flex>
      {kept && !changed ? <MacroPreview key={kept.version} macro={kept.key} /> : <Typography.Text type="secondary">{t('macros.preview_after')}</Typography.Text>}
    </Editor>
  );
}
