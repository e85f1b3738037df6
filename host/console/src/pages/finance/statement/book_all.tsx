import { Button, Flex, Modal, Progress } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetcher, ifMatch } from '../../../api/client';
import { useWhy } from '../../../words/refusal';
import { formatMoney, totals } from '../../../parts/money';
import { useTell } from '../../../parts/problem';
import { useLanguage } from '../../../words/use';
import { renew } from '../common/renew';
import type { Line } from './compare';

type Booked = Line & { instruction: NonNullable<Line['instruction']> };

/** Books what the statement proves, after one question that names how many and how much. It can be stopped between two. */
export function BookAll({ lines, again }: { lines: Line[]; again: () => void }) {
  const { t } = useTranslation('finance');
  const { t: common } = useTranslation();
  const because = useWhy(common('problem.network_hint'));
  const language = useLanguage();
  const queries = useQueryClient();
  const { done } = useTell();
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState<number | null>(null);
  const [refused, setRefused] = useState<string[]>([]);
  const stopped = useRef(false);
  const sure = lines.filter((line): line is Booked => line.instruction != null);
  const paid = sure.filter(({ verdict }) => verdict === 'pay');
  const sum = totals(paid.map(({ instruction }) => instruction.amount))
    .map((one) => formatMoney(one, language))
    .join(' + ');
  const book = ({ verdict, instruction, reference, id }: Booked) => {
    const params = { path: { id: instruction.id }, header: ifMatch(instruction.version) };
    return verdict === 'pay'
      ? fetcher.POST('/api/v1/refund-instructions/{id}/paid', { params, body: { reference: reference || id } })
      : fetcher.POST('/api/v1/refund-instructions/{id}/failed', { params, body: { reason: t('statement.reason'), checked_with_gateway: true } });
  };
  const run = async () => {
    stopped.current = false;
    const why: string[] = [];
    let place = 0;
    for (const line of sure) {
      if (stopped.current) break;
      setAt(place);
      const { error } = await book(line).catch((error: unknown) => ({ error }));
      if (error) why.push(`${line.id || line.reference}: ${because(error)}`);
      place += 1;
    }
    setAt(null);
    setRefused(why);
    setOpen(false);
    if (place > why.length) done(t('statement.done', { count: place - why.length }));
    renew(queries);
    again();
  };
  const cancel = () => {
    stopped.current = true;
    if (at == null) setOpen(false);
  };
  return (
    <Flex vertical gap="small">
      {sure.length > 0 ? (
        <Button type="primary" style={{ alignSelf: 'start' }} onClick={() => setOpen(true)}>
          {t('statement.book', { count: sure.length })}
        </Button>
      ) : null}
      {refused.length > 0 ? (
        <ul role="alert">
          {refused.map((why) => (
            <li key={why}>{why}</li>
          ))}
        </ul>
      ) : null}
      <Modal
        title={t('statement.book', { count: sure.length })}
        open={open}
        onCancel={cancel}
        cancelText={at == null ? common('actions.cancel') : t('statement.stop')}
        onOk={() => void run()}
        okText={t('statement.ok')}
        confirmLoading={at != null}
      >
        <p>{t('statement.ask_paid', { count: paid.length, sum: sum || '0' })}</p>
        <p>{t('statement.ask_failed', { count: sure.length - paid.length })}</p>
        {at != null ? <Progress percent={Math.round((at / sure.length) * 100)} aria-label={t('statement.ok')} /> : null}
      </Modal>
    </Flex>
  );
}
