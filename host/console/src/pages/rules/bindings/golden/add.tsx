import { Button, Flex, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../../api/client';
import { useFilters } from '../../../../parts/filters';
import { formatMoney } from '../../../../parts/money';
import { ProblemAlert, useTell } from '../../../../parts/problem';
import { useLanguage } from '../../../../words/use';
import { useEnding } from '../../use_ending';
import { useReread } from '../reread';

const ASKED = ['decision'] as const;

/** Holds a rule to past decisions: chosen from the latest ones, by their ids, or the one that the address names. */
export function Add({ held }: { held: Schemas['BindingWithPlugin'] }) {
  const { t } = useTranslation('rules');
  const { done } = useTell();
  const language = useLanguage();
  const ending = useEnding();
  const reread = useReread();
  const [{ decision }] = useFilters(ASKED);
  const [decisions, setDecisions] = useState<string[]>(decision ? [decision] : []);
  const [note, setNote] = useState('');
  const latest = api.useQuery('get', '/api/v1/decisions', { params: { query: { binding: held.id, limit: 50 } } });
  const add = api.useMutation('post', '/api/v1/bindings/{id}/golden', {
    onSuccess: () => {
      done();
      setDecisions([]);
      setNote('');
      return reread();
    },
  });
  const options = (latest.data?.items ?? []).map(({ id, at, consequence: { label, amount } }) => ({
    value: id,
    label: [dayjs(at).format('MM-DD HH:mm'), ending(label), amount ? formatMoney(amount, language) : ''].filter(Boolean).join(' · '),
  }));
  return (
    <section aria-label={t('bindings.golden.add')}>
      <h2 className="h">{t('bindings.golden.add')}</h2>
      <Flex gap="small" wrap align="start">
        <Form.Item layout="vertical" label={t('bindings.golden.decisions')} htmlFor="golden-decisions" extra={t('bindings.golden.decisions_hint')} style={{ flex: '1 1 320px', marginBottom: 8 }}>
          <Select id="golden-decisions" mode="tags" value={decisions} onChange={(ids: string[]) => setDecisions(ids.map((id) => id.trim()).filter(Boolean))} options={options} loading={latest.isPending} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item layout="vertical" label={t('bindings.golden.note')} htmlFor="golden-note" extra={t('bindings.golden.note_hint')} style={{ flex: '1 1 320px', marginBottom: 8 }}>
          <Input id="golden-note" maxLength={300} value={note} onChange={({ target }) => setNote(target.value)} />
        </Form.Item>
      </Flex>
      {add.error ? <ProblemAlert error={add.error} /> : null}
      <Button disabled={decisions.length === 0 || note.trim() === ''} loading={add.isPending} onClick={() => add.mutate({ params: { path: { id: held.id } }, body: { decisions, note: note.trim() } })}>
        {t('bindings.golden.hold')}
      </Button>
    </section>
  );
}
