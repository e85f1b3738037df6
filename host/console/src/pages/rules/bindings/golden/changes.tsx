import { Alert, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../../api/client';
import { Ending } from '../../ending';

/** Golden cases that would end in another way. */
export function Changes({ changes, of }: { changes: Schemas['GoldenChange'][]; of: number }) {
  const { t } = useTranslation('rules');
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={t('bindings.golden.broken', { changed: changes.length, count: of })}
      description={
        <ul style={{ margin: 0 }}>
          {changes.map(({ decision, note, before, after, fault }) => (
            <li key={decision}>
              <Flex vertical>
                <Link to={`/rules/decisions/${decision}`}>{note}</Link>
                <span>
                  <Ending label={before.label} amount={before.amount} /> → <Ending label={after.label} amount={after.amount} /> {fault}
                </span>
              </Flex>
            </li>
          ))}
        </ul>
      }
    />
  );
}
