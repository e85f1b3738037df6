import { applyNodeChanges, Background, Controls, MiniMap, type NodeChange, ReactFlow, useReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import './canvas.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { useDark } from '../../../../app/look';
import { Card, type CardNode } from './card';
import { place, put as putNode, remove, type Workflow } from './edit';
import type { Point } from './layout';
import { useFlow } from './use_flow';
import { connect, cut } from './ways';

const types = { card: Card };
const MIME = 'application/x-redress-node';

/** The drawing itself: cards to place, ways to draw. */
export function Canvas({ workflow, findings, selected, onSelect, onDrop, put }: {
  workflow: Workflow;
  findings: Schemas['WorkflowFinding'][];
  selected: string | null;
  onSelect: (id: string | null) => void;
  /** Something of the palette was let go here. */
  onDrop: (kind: string, at: Point) => void;
  put: (change: (workflow: Workflow) => Workflow) => void;
}) {
  const { t } = useTranslation('workflows');
  const { dark } = useDark();
  const flow = useFlow(workflow, findings);
  const { screenToFlowPosition, setCenter } = useReactFlow();
  const [nodes, setNodes] = useState<CardNode[]>(flow.nodes);
  useEffect(() => {
    // What is drawn follows what is edited, but keeps the sizes that the canvas measured.
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the canvas moves cards itself while they are dragged
    setNodes((before) => {
      const measured = new Map(before.map((node) => [node.id, node.measured]));
      return flow.nodes.map((node) => ({ ...node, ...(measured.get(node.id) ? { measured: measured.get(node.id) } : {}) }));
    });
  }, [flow.nodes]);
  const onNodesChange = (changes: NodeChange<CardNode>[]) => {
    const chosen = changes.find((change) => change.type === 'select' && change.selected);
    if (chosen && 'id' in chosen) onSelect(chosen.id);
    setNodes((before) => applyNodeChanges(changes.filter(({ type }) => type === 'position' || type === 'dimensions'), before));
  };
  const onPlaced = (moved: CardNode[]) => {
    const at = new Map(nodes.map(({ id, position }) => [id, position]));
    for (const { id, position } of moved) at.set(id, position);
    put((now) => place(now, at));
  };
  return (
    <section
      aria-label={t('canvas')}
      style={{ flex: '1 1 480px', minWidth: 0, height: 'calc(100vh - 170px)', minHeight: 480 }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const kind = event.dataTransfer.getData(MIME);
        if (kind) onDrop(kind, screenToFlowPosition({ x: event.clientX, y: event.clientY }));
      }}
    >
      <ReactFlow<CardNode>
        nodes={nodes.map((node) => ({ ...node, selected: node.id === selected }))}
        edges={flow.edges}
        nodeTypes={types}
        colorMode={dark ? 'dark' : 'light'}
        minZoom={0.1}
        onInit={() => {
          const start = flow.nodes.find(({ data }) => data.kind === 'start');
          if (start) void setCenter(start.position.x + 110, start.position.y + 300, { zoom: 0.8 });
        }}
        onNodesChange={onNodesChange}
        onNodeDragStop={(_, __, moved) => onPlaced(moved)}
        onConnect={({ source, target }) => put((now) => putNode(now, source, (node) => connect(node, target)))}
        onPaneClick={() => onSelect(null)}
        deleteKeyCode={['Delete', 'Backspace']}
        onDelete={({ nodes: gone, edges }) => {
          const ids = new Set(gone.map(({ id }) => id));
          put((now) => {
            const less = edges.filter(({ source, target }) => !ids.has(source) && !ids.has(target)).reduce((before, { source, id }) => putNode(before, source, (node) => cut(node, id.slice(source.length + 1))), now);
            return gone.reduce((before, { id }) => remove(before, id), less);
          });
          if (selected && ids.has(selected)) onSelect(null);
        }}
        ariaLabelConfig={{
          'node.a11yDescription.default': t('keys.node'),
          'edge.a11yDescription.default': t('keys.edge'),
          'controls.ariaLabel': t('controls.title'),
          'controls.zoomIn.ariaLabel': t('controls.in'),
          'controls.zoomOut.ariaLabel': t('controls.out'),
          'controls.fitView.ariaLabel': t('controls.fit'),
          'minimap.ariaLabel': t('controls.map'),
        }}
      >
        <Background />
        <Controls showInteractive={false} />
        {nodes.length > 12 ? <MiniMap pannable zoomable style={{ width: 110, height: 130 }} /> : null}
      </ReactFlow>
    </section>
  );
}

/** Says on a drag of the palette which kind it is. */
export function dragKind(event: React.DragEvent, kind: string) {
  event.dataTransfer.setData(MIME, kind);
  event.dataTransfer.effectAllowed = 'copy';
}
