import { closestCorners, type CollisionDetection, DndContext, type DragEndEvent, DragOverlay, KeyboardSensor, PointerSensor, pointerWithin, useSensor, useSensors } from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { Card, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { Board } from './board';
import { controls, type ControlType } from './controls';
import { fieldAt, freeKey, insert, move } from './edit';
import { Palette } from './palette';
import { Properties } from './properties/properties';
import type { Selected } from './selected';

type Form = Schemas['FormDefinition'];

/** Where something was let go: a field's place, or the end of a section. */
interface Target {
  section: number;
  field: number | null;
}

/** A field under the pointer goes before the section around it; keys go to the nearest. */
const collide: CollisionDetection = (args) => {
  const under = pointerWithin(args);
  const field = under.filter(({ id }) => String(id).startsWith('field:'));
  return field.length > 0 ? field : under.length > 0 ? under : closestCorners(args);
};

const read = (id: string | number): Target | null => {
  const found = /^(?:field|section):(\d+)(?::(\d+))?$/.exec(String(id));
  return found ? { section: Number(found[1]), field: found[2] === undefined ? null : Number(found[2]) } : null;
};

/** Palette, sections and the panel of what is selected. */
export function Drawing({ form, findings, selected, onSelect, put }: {
  form: Form;
  findings: Schemas['FormFinding'][];
  selected: Selected;
  onSelect: (selected: Selected) => void;
  put: (change: (form: Form) => Form, what?: string) => void;
}) {
  const { t } = useTranslation('forms');
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }), useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }));
  const [dragged, setDragged] = useState<string | null>(null);
  const add = (type: ControlType, target: Target) => {
    const control = controls.find((one) => one.type === type);
    const section = form.sections[target.section];
    if (!control || !section) return;
    const name = { 'zh-CN': t(`control.${type}`, { lng: 'zh-CN' }), en: t(`control.${type}`, { lng: 'en' }) };
    const place = { section: target.section, field: target.field ?? section.fields.length };
    put((now) => insert(now, place, { key: freeKey(now, type), label: name, control: control.fresh() }));
    onSelect(place);
  };
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const to = over ? read(over.id) : null;
    if (!to) return;
    const fresh = /^new:(.+)$/.exec(String(active.id))?.[1];
    if (fresh) return add(fresh as ControlType, to);
    const from = read(active.id);
    if (!from || from.field === null) return;
    const last = (form.sections[to.section]?.fields.length ?? 0) - (to.section === from.section ? 1 : 0);
    const place = { section: to.section, field: to.field ?? last };
    put((now) => move(now, { section: from.section, field: from.field ?? 0 }, place));
    onSelect(place);
  };
  const name = (id: string | number) => {
    const place = read(id);
    const type = /^new:(.+)$/.exec(String(id))?.[1];
    if (type) return t(`control.${type}`);
    if (!place) return '';
    if (place.field === null) return t('drag.section', { count: place.section + 1 });
    return fieldAt(form, { section: place.section, field: place.field })?.key ?? '';
  };
  const announcements = {
    onDragStart: ({ active }: { active: { id: string | number } }) => t('drag.start', { name: name(active.id) }),
    onDragOver: ({ over }: { over: { id: string | number } | null }) => (over ? t('drag.over', { name: name(over.id) }) : t('drag.nowhere')),
    onDragEnd: ({ active, over }: { active: { id: string | number }; over: { id: string | number } | null }) =>
      over ? t('drag.end', { name: name(active.id) }) : t('drag.cancelled'),
    onDragCancel: () => t('drag.cancelled'),
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={collide}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('drag.how') } }}
      onDragStart={({ active }) => setDragged(name(active.id))}
      onDragCancel={() => setDragged(null)}
      onDragEnd={onDragEnd}
    >
      <Flex gap="middle" align="start" wrap>
        <Palette onAdd={(type) => add(type, { section: selected?.section ?? Math.max(form.sections.length - 1, 0), field: selected?.field == null ? null : selected.field + 1 })} />
        <Board form={form} findings={findings} selected={selected} onSelect={onSelect} put={put} />
        <Properties form={form} findings={findings} selected={selected} onSelect={onSelect} put={put} />
      </Flex>
      <DragOverlay>{dragged ? <Card size="small">{dragged}</Card> : null}</DragOverlay>
    </DndContext>
  );
}
