import { TableOutlined } from '@ant-design/icons';
import { Button, Checkbox, Flex, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Column, COLUMNS, USUAL } from './chosen';

/** Chooses the columns of the list; the number always stays. */
export function ColumnChooser({ chosen, onChange }: { chosen: readonly Column[]; onChange: (columns: readonly Column[]) => void }) {
  const { t } = useTranslation('tickets');
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      title={t('columns')}
      content={
        <Flex vertical gap="small" role="group" aria-label={t('columns')}>
          {COLUMNS.filter((column) => column !== 'number').map((column) => (
            <Checkbox
              key={column}
              checked={chosen.includes(column)}
              onChange={({ target }) => onChange(target.checked ? [...chosen, column] : chosen.filter((one) => one !== column))}
            >
              {t(`column.${column}`)}
            </Checkbox>
          ))}
          <Button size="small" onClick={() => onChange(USUAL)}>
            {t('columns_usual')}
          </Button>
        </Flex>
      }
    >
      <Button icon={<TableOutlined />}>{t('columns')}</Button>
    </Popover>
  );
}
