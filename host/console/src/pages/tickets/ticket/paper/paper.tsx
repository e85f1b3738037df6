import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Dropdown, Modal, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client';
import { handOver } from '../../../../parts/download';
import { ProblemAlert } from '../../../../parts/problem';
import { useValue } from '../../../../words/use';
import type { Ticket } from '../ticket';
import { usePaper } from './use_paper';

/** The papers of a ticket: shown as they will be printed, and kept as PDF. */
export function Papers({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('ticket');
  const say = useValue();
  const [chosen, setChosen] = useState<string | null>(null);
  const templates = api.useQuery('get', '/api/v1/print-templates', {}, { staleTime: 60_000 });
  const papers = templates.data?.items.filter(({ kind }) => kind !== 'pick_list') ?? [];
  if (papers.length === 0) return null;
  const named = papers.map(({ key, kind, name, shipped }) => ({ key, label: shipped ? say('PaperKind', kind) : name }));
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items: named, onClick: ({ key }) => setChosen(key) }}>
        <Button icon={<PrinterOutlined />}>{t('print')}</Button>
      </Dropdown>
      {chosen ? <Paper key={chosen} ticket={ticket} template={chosen} name={named.find(({ key }) => key === chosen)?.label ?? chosen} close={() => setChosen(null)} /> : null}
    </>
  );
}

function Paper({ ticket, template, name, close }: { ticket: Ticket; template: string; name: string; close: () => void }) {
  const { t } = useTranslation('ticket');
  const { bytes, url, error } = usePaper(ticket.id, template);
  const title = `${name} ${ticket.number}`;
  return (
    <Modal
      open
      width={900}
      title={title}
      onCancel={close}
      footer={[
        <Button key="open" icon={<PrinterOutlined />} disabled={!url} href={url ?? ''} target="_blank" rel="noopener">
          {t('paper.open')}
        </Button>,
        <Button key="keep" type="primary" icon={<DownloadOutlined />} disabled={!bytes} onClick={() => bytes && handOver(bytes, `${title}.pdf`)}>
          {t('files.keep')}
        </Button>,
      ]}
    >
      {error ? <ProblemAlert error={error} /> : null}
      {!url && !error ? <Spin /> : null}
      {url ? <iframe src={url} title={title} style={{ width: '100%', height: '65vh', border: 0 }} /> : null}
    </Modal>
  );
}
