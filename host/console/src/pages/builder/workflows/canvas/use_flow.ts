import { MarkerType, type Edge } from '@xyflow/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { useLanguage, inLanguage } from '../../../../words/use';
import type { CardNode } from './card';
import type { Workflow } from './edit';
import { layout, type Point } from './layout';
import { useSay } from './say';
import { ways } from './ways';

/** Where all nodes stand: as the definition says, and laid out where it does not. */
export function places(workflow: Workflow): Map<string, Point> {
  if (workflow.nodes.every(({ position }) => position)) return new Map(workflow.nodes.map(({ id, position }) => [id, position ?? { x: 0, y: 0 }]));
  const laid = layout(workflow.nodes);
  return new Map(workflow.nodes.map(({ id, position }) => [id, position ?? laid.get(id) ?? { x: 0, y: 0 }]));
}

/** A workflow as the canvas draws it. */
export function useFlow(workflow: Workflow, findings: Schemas['WorkflowFinding'][]): { nodes: CardNode[]; edges: Edge[] } {
  const { t } = useTranslation('workflows');
  const language = useLanguage();
  const say = useSay(workflow);
  const at = useMemo(() => places(workflow), [workflow]);
  const nodes = useMemo(
    () =>
      workflow.nodes.map((node): CardNode => {
        const own = findings.filter((finding) => finding.node === node.id);
        const errors = own.filter(({ severity }) => severity === 'error').length;
        const who = node.work?.who.map(say.who).join(t('comma'));
        const lines = [who ? t('card.who', { who }) : '', node.limit ? t('card.within', { span: node.limit.within }) : ''].filter(Boolean);
        const name = inLanguage(node.name, language) || node.id;
        const data = { kind: node.kind.type, name, lines, errors, warnings: own.length - errors };
        return { id: node.id, type: 'card', position: at.get(node.id) ?? { x: 0, y: 0 }, data, ariaLabel: `${t(`kind.${node.kind.type}`)} ${name}`, deletable: node.kind.type !== 'start' };
      }),
    [workflow, findings, say.who, at, t, language],
  );
  const edges = useMemo(() => {
    const known = new Set(workflow.nodes.map(({ id }) => id));
    return workflow.nodes.flatMap((node) =>
      ways(node)
        .filter(({ to }) => known.has(to))
        .map((way): Edge => {
          const label = say.way(node, way);
          return {
            id: `${node.id}|${way.port}`,
            source: node.id,
            target: way.to,
            label: label.length > 24 ? `${label.slice(0, 23)}…` : label,
            type: 'smoothstep',
            markerEnd: { type: MarkerType.ArrowClosed },
            style: way.port.startsWith('late') || way.port === 'failed' ? { strokeDasharray: '6 4' } : {},
            ariaLabel: `${say.node(node.id)} → ${say.node(way.to)} ${label}`,
          };
        }),
    );
  }, [workflow, say]);
  return { nodes, edges };
}
