import { useReactFlow } from '@xyflow/react';
import { Button, Flex, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { Canvas, dragKind } from './canvas';
import { add as addNode, freeId, fresh, type Kind, kinds, place, type Workflow } from './edit';
import { icons } from './kinds';
import { layout, type Point } from './layout';
import { NodeList } from './node_list';
import { Properties } from './properties/properties';
import { places } from './use_flow';

/** Palette and list of nodes, canvas, and the panel of what is selected. */
export function Drawing({ workflow, findings, selected, onSelect, put }: {
  workflow: Workflow;
  findings: Schemas['WorkflowFinding'][];
  selected: string | null;
  onSelect: (id: string | null) => void;
  put: (change: (workflow: Workflow) => Workflow, what?: string) => void;
}) {
  const { t } = useTranslation('workflows');
  const { setCenter } = useReactFlow();
  const go = (id: string) => {
    onSelect(id);
    const at = places(workflow).get(id);
    if (at) void setCenter(at.x + 110, at.y + 50, { zoom: 0.9, duration: 200 });
  };
  const add = (kind: Kind, at?: Point) => {
    const all = places(workflow);
    const beside = selected ? all.get(selected) : undefined;
    const lowest = Math.max(0, ...[...all.values()].map(({ y }) => y));
    const to = at ?? (beside ? { x: beside.x + 280, y: beside.y + 40 } : { x: 0, y: lowest + 170 });
    const id = freeId(workflow, kind);
    const name = { 'zh-CN': t(`kind.${kind}`, { lng: 'zh-CN' }), en: t(`kind.${kind}`, { lng: 'en' }) };
    put((now) => place(addNode(now, fresh(id, kind, name)), all.set(id, to)));
    onSelect(id);
    if (!at) void setCenter(to.x + 110, to.y + 50, { zoom: 0.9, duration: 200 });
  };
  const palette = (
    <Flex vertical gap={6}>
      {kinds.map((kind) => (
        <Button key={kind} block draggable icon={icons[kind]} style={{ justifyContent: 'flex-start' }} onDragStart={(event) => dragKind(event, kind)} onClick={() => add(kind)}>
          {t(`kind.${kind}`)}
        </Button>
      ))}
      <Button onClick={() => put((now) => place(now, layout(now.nodes)))}>{t('arrange')}</Button>
    </Flex>
  );
  return (
    <Flex gap="middle" align="start" wrap>
      <div style={{ width: 200, flex: 'none', maxHeight: 'calc(100vh - 170px)', overflowY: 'auto' }}>
        <Tabs
          size="small"
          items={[
            { key: 'palette', label: t('palette'), children: palette },
            { key: 'list', label: t('nodes'), children: <NodeList workflow={workflow} findings={findings} selected={selected} onSelect={go} /> },
          ]}
        />
      </div>
      <Canvas workflow={workflow} findings={findings} selected={selected} onSelect={onSelect} onDrop={(kind, at) => { const known = kinds.find((one) => one === kind); if (known) add(known, at); }} put={put} />
      <Properties workflow={workflow} findings={findings} selected={selected} onSelect={onSelect} put={put} />
    </Flex>
  );
}
