import { DeleteOutlined, EditOutlined, EyeOutlined } from '@ant-design/icons';
import { Button, Flex, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What can be done with one row: open it, and delete it after a question. */
export function RowActions({
  name,
  readOnly = false,
  onOpen,
  onDelete,
  hint,
  more,
}: {
  name: string;
  readOnly?: boolean;
  onOpen: () => void;
  onDelete?: () => Promise<unknown>;
  hint?: ReactNode;
  more?: ReactNode;
}) {
  const { t } = useTranslation();
  const open = readOnly ? t('actions.details') : t('actions.edit');
  return (
    <Flex gap={4}>
      <Button type="text" icon={readOnly ? <EyeOutlined /> : <EditOutlined />} aria-label={`${open}: ${name}`} onClick={onOpen}>
        {open}
      </Button>
      {more}
      {onDelete && !readOnly ? (
        <Popconfirm title={t('ask_delete', { name })} description={hint} okButtonProps={{ danger: true }} okText={t('actions.delete')} onConfirm={onDelete}>
          <Button type="text" danger icon={<DeleteOutlined />} aria-label={`${t('actions.delete')}: ${name}`} />
        </Popconfirm>
      ) : null}
    </Flex>
  );
}
