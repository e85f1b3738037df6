import { Button, Flex, Form, Input, Modal, Progress } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetcher, ifMatch, type Schemas } from '../../../api/client';
import { useWhy } from '../../../words/refusal';
import { formatMoney, totals } from '../../../parts/money';
import { useTell } from '../../../parts/problem';
import { useLanguage } from '../../../words/use';
import { renew } from '../decide/renew';

type Item = Schemas['TicketRow'];

/** Agrees to several at once, after one question that names how many and how much. What is refused stays chosen, with the reason. */
export function Bulk({ items, keep, asking, setAsking }: { items: Item[]; keep: (ids: string[]) => void; asking: boolean; setAsking: (asking: boolean) => void }) {
  const { t } = useTranslation('approvals');
  const { t: common } = useTranslation();
  const because = useWhy(common('problem.network_hint'));
  const language = useLanguage();
  const queries = useQueryClient();
  const { done: tell } = useTell();
  const [opinion, setOpinion] = useState('');
  const [asked, setAsked] = useState<Item[]>([]);
  const [at, setAt] = useState<number | null>(null);
  const [refused, setRefused] = useState<{ number: string; why: string }[]>([]);
  const stopped = useRef(false);
  const sum = (of: Item[]) =>
    totals(of.flatMap(({ refund }) => (refund?.amount ? [refund.amount] : [])))
      .map((one) => formatMoney(one, language))
      .join(' + ');
  const ask = () => {
    setAsked(items);
    setRefused([]);
    setAsking(true);
  };
  const run = async () => {
    stopped.current = false;
    setRefused([]);
    const failed: { item: Item; why: string }[] = [];
    let place = 0;
    for (const item of asked) {
      if (stopped.current) break;
      setAt(place);
      const { error } = await fetcher
        .POST('/api/v1/tickets/{id}/approve', { params: { path: { id: item.id }, header: ifMatch(item.version) }, body: { opinion: opinion.trim() || null, amount: null } })
        .catch((error: unknown) => ({ error }));
      if (error) failed.push({ item, why: because(error) });
      place += 1;
    }
    const left = [...failed.map(({ item }) => item), ...asked.slice(place)];
    setAt(null);
    setAsked(left);
    setRefused(failed.map(({ item, why }) => ({ number: item.number, why })));
    keep(left.map(({ id }) => id));
    renew(queries);
    if (place > failed.length) tell(t('bulk.done', { count: place - failed.length }));
    if (left.length === 0) {
      setAsking(false);
      setOpinion('');
    }
  };
  const cancel = () => {
    stopped.current = true;
    if (at == null) setAsking(false);
  };
  return (
    <>
      {items.length > 0 ? (
        <Flex gap="small" align="center" wrap>
          <span>{t('bulk.chosen', { count: items.length, sum: sum(items) })}</span>
          <Button type="primary" onClick={ask}>
            {t('bulk.approve')}
          </Button>
          <Button onClick={() => keep([])}>{t('bulk.none')}</Button>
        </Flex>
      ) : null}
      <Modal
        title={t('bulk.title')}
        open={asking}
        onCancel={cancel}
        cancelText={at == null ? common('actions.cancel') : t('bulk.stop')}
        onOk={() => void run()}
        okText={t('bulk.ok', { count: asked.length })}
        okButtonProps={{ disabled: asked.length === 0 }}
        confirmLoading={at != null}
      >
        <p>{t('bulk.ask', { count: asked.length, sum: sum(asked) })}</p>
        <Form layout="vertical" component="div">
          <Form.Item label={t('opinion')} htmlFor="bulk-opinion">
            <Input.TextArea id="bulk-opinion" rows={2} maxLength={1000} value={opinion} onChange={({ target }) => setOpinion(target.value)} />
          </Form.Item>
        </Form>
        {at != null ? <Progress percent={Math.round((at / asked.length) * 100)} aria-label={t('bulk.title')} /> : null}
        {refused.length > 0 ? (
          <div role="alert">
            <b>{t('bulk.refused')}</b>
            <ul>
              {refused.map(({ number, why }) => (
                <li key={number}>
                  {number} {why}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </Modal>
    </>
  );
}
