import { DeleteOutlined, SettingOutlined } from '@ant-design/icons';
import { Button, Empty, Flex, Popconfirm, Switch, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client';
import { Moment } from '../../../parts/moment';
import { useValue } from '../../../words/use';
import { UseModal } from './use_modal';

/** What forms and workflows have in common in their lists. */
export interface Drawing {
  key: string;
  name: string;
  kinds: Schemas['TicketKind'][];
  position: number;
  enabled: boolean;
  published?: number | null | undefined;
  draft: boolean;
  updated_at: string;
  version: number;
}

/** All drawings of one sort, with what can be done to them without opening them. */
export function DrawingList({ items, loading, empty, onChange, onRemove }: {
  items: Drawing[];
  loading: boolean;
  empty: string;
  onChange: (drawing: Drawing, change: Schemas['DrawingChange']) => Promise<unknown>;
  onRemove: (drawing: Drawing) => void;
}) {
  const { t } = useTranslation('drawing');
  const { t: common } = useTranslation();
  const say = useValue();
  const [used, setUsed] = useState<Drawing | null>(null);
  return (
    <>
      <Table<Drawing>
        rowKey="key"
        scroll={{ x: 'max-content' }}
        dataSource={items}
        loading={loading}
        pagination={false}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} /> }}
        columns={[
          {
            title: t('column.key'),
            render: (_, { key, name }) => (
              <Flex vertical>
                <Link to={encodeURIComponent(key)}>{name || key}</Link>
                <code>{key}</code>
              </Flex>
            ),
          },
          { title: t('column.kinds'), render: (_, { kinds }) => (kinds.length > 0 ? kinds.map((kind) => <Tag key={kind}>{say('TicketKind', kind)}</Tag>) : t('no_kinds')) },
          { title: t('column.edition'), render: (_, { published }) => (published ? t('edition', { edition: published }) : t('unpublished')) },
          { title: t('column.draft'), render: (_, { draft }) => (draft ? t('has_draft') : null) },
          {
            title: t('column.enabled'),
            render: (_, drawing) => (
              <Switch aria-label={t('turn', { name: drawing.name || drawing.key })} checked={drawing.enabled} onChange={(enabled) => {
                // A refusal was told already.
                onChange(drawing, { enabled }).catch(() => undefined);
              }} />
            ),
          },
          { title: t('column.updated'), render: (_, { updated_at }) => <Moment at={updated_at} relative /> },
          {
            title: t('column.actions'),
            render: (_, drawing) => (
              <Flex gap="small">
                <Button size="small" icon={<SettingOutlined />} onClick={() => setUsed(drawing)}>
                  {t('use.title')}
                </Button>
                <Popconfirm title={common('ask_delete', { name: drawing.name || drawing.key })} onConfirm={() => onRemove(drawing)}>
                  <Button size="small" danger type="text" icon={<DeleteOutlined />} aria-label={`${common('actions.delete')} ${drawing.key}`} />
                </Popconfirm>
              </Flex>
            ),
          },
        ]}
      />
      {used ? <UseModal drawing={used} onClose={() => setUsed(null)} onSave={(change) => onChange(used, change)} /> : null}
    </>
  );
}
