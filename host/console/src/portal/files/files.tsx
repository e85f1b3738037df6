import { PaperClipOutlined } from '@ant-design/icons';
import { Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../client';
import { link } from '../link';
import { Chooser } from './chooser';
import { size } from './size';
import { UnderWay } from './under_way';
import { useSending } from './use_sending';

/** Pictures, films and papers that the customer sent, and more of them. */
export function Files({ may }: { may: boolean }) {
  const { t } = useTranslation();
  const files = api.useQuery('get', '/portal/v1/ticket/attachments');
  const sending = useSending(() => files.refetch());
  const there = files.data?.items ?? [];
  if (!may && there.length === 0) return null;
  return (
    <Card title={<h2 className="h">{t('files.title')}</h2>}>
      <Flex vertical gap="small">
        {there.map((file) => (
          <span key={file.id} className="wrap">
            <PaperClipOutlined aria-hidden /> {file.name} <small>{size(file.size)}</small>
          </span>
        ))}
        <UnderWay sending={sending} />
        {may ? <Chooser onChoose={(chosen) => void sending.take(chosen, link.token())} /> : null}
      </Flex>
    </Card>
  );
}
