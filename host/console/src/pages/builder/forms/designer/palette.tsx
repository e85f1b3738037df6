import { useDraggable } from '@dnd-kit/core';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { controls, type ControlType } from './controls';

/** Every control: dragged to its place, or pressed to stand behind what is selected. */
export function Palette({ onAdd }: { onAdd: (type: ControlType) => void }) {
  const { t } = useTranslation('forms');
  return (
    <Flex vertical gap={6} component="section" aria-label={t('palette')} style={{ width: 150, flex: 'none', position: 'sticky', top: 8, maxHeight: 'calc(100vh - 16px)', overflowY: 'auto' }}>
      <h2 className="h">{t('palette')}</h2>
      {controls.map(({ type }) => (
        <Item key={type} type={type} onAdd={() => onAdd(type)} />
      ))}
    </Flex>
  );
}

function Item({ type, onAdd }: { type: ControlType; onAdd: () => void }) {
  const { t } = useTranslation('forms');
  const { setNodeRef, listeners } = useDraggable({ id: `new:${type}` });
  // Only the pointer drags: the keyboard presses, which adds.
  return (
    <Button
      ref={setNodeRef}
      block
      icon={controls.find((control) => control.type === type)?.icon}
      style={{ justifyContent: 'flex-start', touchAction: 'none' }}
      onPointerDown={(event) => {
        (listeners?.onPointerDown as ((event: unknown) => void) | undefined)?.(event);
      }}
      onClick={onAdd}
    >
      {t(`control.${type}`)}
    </Button>
  );
}
