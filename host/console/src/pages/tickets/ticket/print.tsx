import { PrinterOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, fetcher } from '../../../api/client';
import { useTell } from '../../../parts/problem';
import { useLanguage, useValue } from '../../../words/use';
import type { Ticket } from './data';

/** Opens a paper of the ticket as PDF in a tab of its own. */
export function Print({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('ticket');
  const say = useValue();
  const locale = useLanguage();
  const { failed } = useTell();
  const templates = api.useQuery('get', '/api/v1/print-templates', {}, { staleTime: 60_000 });
  const open = async (template: string) => {
    const params = { path: { id: ticket.id, template }, query: { locale } };
    const { data, error } = await fetcher.GET('/api/v1/tickets/{id}/print/{template}', { params: params as never, parseAs: 'blob' });
    if (!data) return failed(error);
    const address = URL.createObjectURL(data);
    window.open(address, '_blank', 'noopener');
    // The new tab has read it long before.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  };
  const papers = templates.data?.items.filter(({ kind }) => kind !== 'pick_list') ?? [];
  if (papers.length === 0) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: papers.map(({ key, kind, name, shipped }) => ({ key, label: shipped ? say('PaperKind', kind) : name })),
        onClick: ({ key }) => void open(key).catch(failed),
      }}
    >
      <Button icon={<PrinterOutlined />}>{t('print')}</Button>
    </Dropdown>
  );
}
