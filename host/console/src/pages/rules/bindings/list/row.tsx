import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined } from '@ant-design/icons';
import { useSortable } from '@dnd-kit/sortable';
import { Button, Flex } from 'antd';
import { createContext, type HTMLAttributes, use } from 'react';
import { useTranslation } from 'react-i18next';

type Sortable = ReturnType<typeof useSortable>;
const Handle = createContext<Pick<Sortable, 'setActivatorNodeRef' | 'listeners'> | null>(null);

/** A row of a table that can be dragged by its handle. */
export function Row({ style, ...props }: HTMLAttributes<HTMLTableRowElement> & { 'data-row-key'?: string }) {
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({ id: props['data-row-key'] ?? '' });
  return (
    <Handle value={{ setActivatorNodeRef, listeners }}>
      <tr
        {...props}
        ref={setNodeRef}
        style={{ ...style, transform: transform ? `translate(0, ${transform.y}px)` : undefined, transition, opacity: isDragging ? 0.6 : undefined }}
      />
    </Handle>
  );
}

/** The place of a row with its handle for the mouse, and buttons that do the same for everybody. */
export function Grip({ name, at, of, fixed, onMove }: { name: string; at: number; of: number; fixed: boolean; onMove: (to: number) => void }) {
  const { t } = useTranslation('rules');
  const handle = use(Handle);
  if (fixed) return at + 1;
  return (
    <Flex align="center" gap={2}>
      <span ref={handle?.setActivatorNodeRef} {...handle?.listeners} title={t('bindings.drag')} style={{ cursor: 'grab', touchAction: 'none', padding: 4 }}>
        <HolderOutlined aria-hidden />
      </span>
      <span className="number">{at + 1}</span>
      <Button size="small" type="text" aria-label={t('bindings.up', { name })} disabled={at === 0} icon={<ArrowUpOutlined />} onClick={() => onMove(at - 1)} />
      <Button size="small" type="text" aria-label={t('bindings.down', { name })} disabled={at === of - 1} icon={<ArrowDownOutlined />} onClick={() => onMove(at + 1)} />
    </Flex>
  );
}
