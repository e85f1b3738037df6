import { Alert, Modal, Progress } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWhy } from '../../../../words/refusal';
import { useTell } from '../../../../parts/problem';
import type { Row } from '../row';
import { type Act, isReady, perform, type Typed } from './acts';
import { Fields } from './fields';
import { type Refused, runAll } from './run';

/** Does one thing to several tickets, one after the other: it can be stopped, and what is refused stays chosen with the server's words. */
export function BulkDialog({ act, rows, keep, close }: { act: Act; rows: Row[]; keep: (ids: string[]) => void; close: () => void }) {
  const { t } = useTranslation('tickets');
  const { t: common } = useTranslation();
  const because = useWhy(common('problem.network_hint'));
  const queries = useQueryClient();
  const { done: tell } = useTell();
  // The list around goes on living: what was chosen when it was opened is what is meant.
  const [asked, setAsked] = useState(rows);
  const [typed, setTyped] = useState<Typed>({});
  const [at, setAt] = useState<number | null>(null);
  const [refused, setRefused] = useState<Refused<Row>[]>([]);
  const stop = useRef(false);
  const busy = at != null;
  const run = async () => {
    stop.current = false;
    setRefused([]);
    setAt(0);
    const outcome = await runAll(asked, (row) => perform(act, row, typed), { progress: setAt, stopped: () => stop.current });
    const rest = [...outcome.refused.map(({ item }) => item), ...outcome.left];
    setAt(null);
    setAsked(rest);
    setRefused(outcome.refused);
    keep(rest.map(({ id }) => id));
    void queries.invalidateQueries({ predicate: ({ queryKey }) => /^\/api\/v1\/(tickets|tasks)/.test(String(queryKey[1])) });
    if (outcome.done.length > 0) tell(t('bulk.done', { count: outcome.done.length }));
    if (rest.length === 0) close();
  };
  const cancel = () => {
    stop.current = true;
    if (!busy) close();
  };
  return (
    <Modal
      title={t(`bulk.${act}`)}
      open
      mask={{ closable: false }}
      onCancel={cancel}
      cancelText={busy ? t('bulk.stop') : common('actions.cancel')}
      onOk={() => void run()}
      okText={t('bulk.go', { count: asked.length })}
      okButtonProps={{ disabled: asked.length === 0 || !isReady(act, typed) }}
      confirmLoading={busy}
    >
      <p>{t('bulk.ask_first', { count: asked.length })}</p>
      <Fields act={act} typed={typed} onChange={setTyped} disabled={busy} />
      {busy ? <Progress percent={Math.round((at / asked.length) * 100)} aria-label={t(`bulk.${act}`)} format={() => `${at} / ${asked.length}`} /> : null}
      {refused.length > 0 ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('bulk.refused', { count: refused.length })}
          description={
            <ul>
              {refused.map(({ item, error }) => (
                <li key={item.id}>
                  <Link to={`/tickets/${item.id}`} style={{ color: 'inherit', textDecoration: 'underline' }}>{item.number}</Link> {because(error)}
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
    </Modal>
  );
}
