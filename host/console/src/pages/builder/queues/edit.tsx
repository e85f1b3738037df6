import { Checkbox, Input, Select } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, fetcher, ifMatch, type Schemas } from '../../../api/client';
import { useMay } from '../../../app/me';
import { useTell } from '../../../parts/problem';
import { Editor } from '../common/editor';
import { Field } from '../common/faults';
import { Pick } from '../common/pickers';

type User = Schemas['User'];

/** Puts people into a queue and takes others out; each is a change of that person. */
async function setMembers(key: string, users: User[], chosen: string[]) {
  for (const { id, version, queues } of users) {
    const [is, should] = [queues.includes(key), chosen.includes(id)];
    if (is === should) continue;
    const after = should ? [...queues, key] : queues.filter((one) => one !== key);
    const { error } = await fetcher.PATCH('/api/v1/users/{id}', { params: { path: { id }, header: ifMatch(version) }, body: { queues: after } });
    if (error) throw error;
  }
}

/** Adds a queue or changes one: its name, who leads it, who works in it, and whether it gets what no rule routed. */
export function EditQueue({ from, users, onClose }: { from: Schemas['Queue'] | null; users: User[]; onClose: () => void }) {
  const { t } = useTranslation('builder');
  const { done } = useTell();
  const staff = useMay()('admin:write');
  const queries = useQueryClient();
  const [key, setKey] = useState(from?.key ?? '');
  const [name, setName] = useState(from?.name ?? '');
  const [lead, setLead] = useState<string | null>(from?.lead ?? null);
  const [first, setFirst] = useState(from?.is_default ?? false);
  const [members, setMembersChosen] = useState(users.filter(({ queues }) => from && queues.includes(from.key)).map(({ id }) => id));
  const [error, setError] = useState<unknown>(null);
  const [saving, setSaving] = useState(false);
  const create = api.useMutation('post', '/api/v1/queues');
  const change = api.useMutation('patch', '/api/v1/queues/{id}');
  const [made, setMade] = useState(from);
  const save = async () => {
    setSaving(true);
    setError(null);
    try {
      const kept = made
        ? await change.mutateAsync({ params: { path: { id: made.id }, header: ifMatch(made.version) }, body: { name, lead, ...(first ? { is_default: true } : {}) } })
        : await create.mutateAsync({ body: { key, name, lead, is_default: first } });
      setMade(kept);
      if (staff) await setMembers(kept.key, users, members);
      done();
      onClose();
    } catch (refused) {
      setError(refused);
    } finally {
      setSaving(false);
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/queues'] });
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/users'] });
    }
  };
  return (
    <Editor title={from ? t('queues.edit', { name: from.name }) : t('queues.add')} error={error} saving={saving} onClose={onClose} onSave={() => void save()}>
      <Field label={t('queues.name')} at="/name" required>
        <Input value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label={t('key')} at="/key" required hint={t('key_hint')}>
        <Input value={key} disabled={made != null} maxLength={64} onChange={(event) => setKey(event.target.value.trim())} />
      </Field>
      <Field label={t('queues.lead')} at="/lead" hint={t('queues.lead_hint')}>
        <Pick of="person" allowClear value={lead} onChange={(id) => setLead(id ?? null)} />
      </Field>
      {staff ? (
        <Field label={t('queues.members')} at="/queues" hint={t('queues.members_hint')}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            value={members}
            options={users.filter(({ disabled, id }) => !disabled || members.includes(id)).map((user) => ({ value: user.id, label: `${user.name} (${user.email})` }))}
            onChange={setMembersChosen}
          />
        </Field>
      ) : null}
      <Checkbox checked={first} disabled={from?.is_default} onChange={(event) => setFirst(event.target.checked)}>
        {t('queues.default_hint')}
      </Checkbox>
    </Editor>
  );
}
