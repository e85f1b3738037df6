import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { inLanguage, useLanguage } from '../../../../words/use';
import type { Workflow } from './edit';
import { useSay } from './say';
import { type Node, ways } from './ways';

/** A workflow to read: every node with who does it, by when, and where it leads. */
export function NodeTable({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslation('workflows');
  const language = useLanguage();
  const say = useSay(workflow);
  return (
    <Table<Node>
      size="small"
      rowKey="id"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={workflow.nodes}
      columns={[
        { title: t('table.name'), render: (_, { id, name }) => inLanguage(name, language) || id },
        { title: t('table.kind'), render: (_, { kind }) => t(`kind.${kind.type}`) },
        { title: t('table.who'), render: (_, { work }) => work?.who.map(say.who).join(t('comma')) },
        { title: t('table.limit'), render: (_, { limit }) => limit?.within },
        {
          title: t('table.ways'),
          render: (_, node) =>
            ways(node)
              .map((way) => [say.way(node, way), say.node(way.to)].filter(Boolean).join(' → '))
              .join(t('comma')),
        },
      ]}
    />
  );
}
