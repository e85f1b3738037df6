import { Handle, type Node as FlowNode, type NodeProps, Position } from '@xyflow/react';
import { Badge, Flex, theme, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Kind } from './edit';
import { icons } from './kinds';

/** What stands on the card of a node. */
export type CardData = { kind: Kind; name: string; lines: string[]; errors: number; warnings: number };
export type CardNode = FlowNode<CardData, 'card'>;

/** A node on the canvas: what it is, who does it, by when, and what is wrong with it. */
export function Card({ data, selected }: NodeProps<CardNode>) {
  const { t } = useTranslation('workflows');
  const { token } = theme.useToken();
  const { kind, name, lines, errors, warnings } = data;
  const edge = errors > 0 ? token.colorError : selected ? token.colorPrimary : token.colorBorder;
  const found = errors + warnings;
  return (
    <Badge count={found} color={errors > 0 ? token.colorErrorActive : token.colorTextSecondary} title={t('found', { count: found })}>
      <div
        style={{
          width: 220,
          padding: '8px 10px',
          borderRadius: token.borderRadiusLG,
          border: `1px solid ${edge}`,
          boxShadow: selected ? `0 0 0 2px ${token.colorPrimary}` : undefined,
          background: token.colorBgElevated,
          color: token.colorText,
        }}
      >
        {kind === 'start' ? null : <Handle type="target" position={Position.Top} />}
        <Flex gap="small" align="baseline">
          {icons[kind]}
          <Flex vertical style={{ minWidth: 0 }}>
            <b>{name}</b>
            <Typography.Text type="secondary">{t(`kind.${kind}`)}</Typography.Text>
            {lines.map((line) => (
              <Typography.Text key={line} ellipsis={{ tooltip: line }} style={{ maxWidth: 170 }}>
                {line}
              </Typography.Text>
            ))}
          </Flex>
        </Flex>
        {kind === 'end' ? null : <Handle type="source" position={Position.Bottom} />}
      </div>
    </Badge>
  );
}
