import { Select, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client';
import { useValue } from '../../../../words/use';
import type { Ticket } from '../ticket';

/** Pause after the last key before the server is asked. */
const PAUSE = 300;

/** Finds the ticket that a duplicate goes into: an open one of the same customer, listed at once or searched by what people type. */
export function TicketPicker({ id, value, onChange, ticket, label }: { id?: string; value?: string | null; onChange?: (value: string | null) => void; ticket: Ticket; label: string }) {
  const { t } = useTranslation('ticket');
  const say = useValue();
  const [text, setText] = useState('');
  const [q, setQ] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQ(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  const customer = ticket.customer?.id;
  const found = api.useQuery('get', '/api/v1/tickets', { params: { query: { open: true, limit: 20, ...(q ? { q } : customer ? { customer } : {}) } } });
  const items = found.data?.items.filter((one) => one.id !== ticket.id) ?? [];
  return (
    <Select<string>
      {...(id ? { id } : {})}
      allowClear
      style={{ width: '100%' }}
      aria-label={label}
      placeholder={t('pick.ticket')}
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={found.isFetching ? <Spin size="small" /> : t(q ? 'pick.no_ticket' : 'pick.no_other')}
      value={value ?? null}
      options={items.map((one) => ({ value: one.id, label: `${one.number} ${one.subject} · ${say('CaseStatus', one.case)}` }))}
      onChange={(next) => onChange?.(next ?? null)}
    />
  );
}
