import { DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Flex, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Mode } from '../mode';
import { newerThan } from '../../plugins/list/group';
import { Grip, Row } from './row';
import { Actions } from './actions';
import { useOrder } from './use_order';

type Binding = Schemas['BindingWithPlugin'];

// Dragging is for the mouse; who hears the page uses the buttons.
const silent = { onDragStart: () => undefined, onDragOver: () => undefined, onDragEnd: () => undefined, onDragCancel: () => undefined };

/** The rules of one hook; dragging a row or its buttons put them in another order. */
export function Ordered({ hook, bindings }: { hook: Schemas['Hook']; bindings: Binding[] }) {
  const { t } = useTranslation('rules');
  const may = useMay()('binding:write');
  const plugins = api.useQuery('get', '/api/v1/plugins').data?.items ?? [];
  const { shown, move, busy } = useOrder(hook, bindings);
  // A click is no drag.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const drop = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) move(String(active.id), shown.findIndex(({ id }) => id === over.id));
  };
  const several = may && shown.length > 1;
  const key = (id: string | null | undefined) => bindings.find((one) => one.id === id)?.key;
  return (
    <DndContext sensors={sensors} onDragEnd={drop} accessibility={{ announcements: silent, screenReaderInstructions: { draggable: t('bindings.drag') } }}>
      <SortableContext items={shown.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <Table<Binding>
          size="middle"
          rowKey="id"
          pagination={false}
          scroll={{ x: 'max-content' }}
          loading={busy}
          dataSource={shown}
          components={{ body: { row: Row } }}
          columns={[
            {
              title: t('column.order'),
              width: several ? 130 : 70,
              render: (_, { id, key: name }, at) => <Grip name={name} at={at} of={shown.length} fixed={!several} onMove={(to) => move(id, to)} />,
            },
            { title: t('column.binding'), width: 150, dataIndex: 'key', render: (name: string, { id }) => <Link to={`/rules/bindings/${id}`}>{name}</Link> },
            {
              title: t('column.plugin'),
              width: 180,
              render: (_, binding) => {
                const newer = newerThan(binding, plugins);
                return (
                  <>
                    <Link to={`/rules/plugins/${binding.plugin}`}>{`${binding.plugin_name} ${binding.plugin_version}`}</Link>
                    {newer ? <Tag variant="outlined" style={{ marginInlineStart: 8 }}>{t('bindings.newer', { version: newer.version })}</Tag> : null}
                  </>
                );
              },
            },
            {
              title: t('column.mode'),
              width: 180,
              render: (_, { mode, percent, replaces }) => (
                <Flex gap="small" align="center">
                  <Mode mode={mode} percent={percent} />
                  {replaces ? t('bindings.beside', { name: key(replaces) ?? replaces }) : null}
                </Flex>
              ),
            },
            { title: t('column.enabled'), width: 90, dataIndex: 'enabled', render: (on: boolean) => (on ? t('on') : <Tag variant="outlined">{t('off')}</Tag>) },
            ...(may ? [{ title: t('plugins.actions'), width: 150, render: (_: unknown, binding: Binding) => <Actions binding={binding} /> }] : []),
          ]}
        />
      </SortableContext>
    </DndContext>
  );
}
