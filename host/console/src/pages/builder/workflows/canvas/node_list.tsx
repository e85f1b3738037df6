import { Badge, Button, Flex, theme } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { inLanguage, useLanguage } from '../../../../words/use';
import type { Workflow } from './edit';
import { icons } from './kinds';

/** All nodes in words: whoever does not use the canvas selects here and draws ways in the panel. */
export function NodeList({ workflow, findings, selected, onSelect }: {
  workflow: Workflow;
  findings: Schemas['WorkflowFinding'][];
  selected: string | null;
  onSelect: (id: string) => void;
}) {
  const { t } = useTranslation('workflows');
  const language = useLanguage();
  const { token } = theme.useToken();
  return (
    <Flex vertical component="ul" gap={4} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {workflow.nodes.map(({ id, name, kind }) => {
        const own = findings.filter(({ node }) => node === id);
        const count = own.length;
        const wrong = own.some(({ severity }) => severity === 'error');
        return (
          <li key={id}>
            <Button
              block
              type={selected === id ? 'default' : 'text'}
              aria-pressed={selected === id}
              icon={icons[kind.type]}
              style={{ justifyContent: 'flex-start', height: 'auto', whiteSpace: 'normal', textAlign: 'start' }}
              onClick={() => onSelect(id)}
            >
              {inLanguage(name, language) || id} {count > 0 ? <Badge count={count} size="small" color={wrong ? token.colorErrorActive : token.colorTextSecondary} title={t('found', { count })} /> : null}
            </Button>
          </li>
        );
      })}
    </Flex>
  );
}
