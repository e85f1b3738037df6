import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button, Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Chooser } from '../files/chooser';
import { size } from '../files/size';

/** Pictures that go with the request: chosen now, sent as soon as the request has its link. */
export function Pictures({ files, onChange }: { files: File[]; onChange: (files: File[]) => void }) {
  const { t } = useTranslation();
  return (
    <Card title={<h2 className="h">{t('files.title')}</h2>}>
      <Flex vertical gap="small">
        {files.map((file, at) => (
          <Flex key={at} align="center" justify="space-between" gap="small">
            <span className="wrap">
              <PaperClipOutlined aria-hidden /> {file.name} <small>{size(file.size)}</small>
            </span>
            <Button icon={<DeleteOutlined />} aria-label={t('files.take_out', { name: file.name })} onClick={() => onChange(files.filter((_, place) => place !== at))} />
          </Flex>
        ))}
        <Chooser onChoose={(chosen) => onChange([...files, ...chosen])} />
      </Flex>
    </Card>
  );
}
