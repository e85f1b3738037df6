import { DeleteOutlined, HolderOutlined } from '@ant-design/icons';
import { useSortable } from '@dnd-kit/sortable';
import { Button, Flex, Tag, theme, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { inLanguage, useLanguage } from '../../../../words/use';
import { iconOf } from './controls';
import type { Place } from './edit';

/** One field among its section: what it asks, how it is answered, what is wrong with it. */
export function FieldCard({ field, place, findings, chosen, onSelect, onRemove }: {
  field: Schemas['FormField'];
  place: Place;
  findings: Schemas['FormFinding'][];
  chosen: boolean;
  onSelect: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('forms');
  const { t: common } = useTranslation();
  const language = useLanguage();
  const { token } = theme.useToken();
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, isDragging } = useSortable({ id: `field:${place.section}:${place.field}` });
  const name = inLanguage(field.label, language) || field.key;
  return (
    <div
      ref={setNodeRef}
      style={{
        transform: transform ? `translate(${transform.x}px, ${transform.y}px)` : undefined,
        opacity: isDragging ? 0.5 : 1,
        border: `1px solid ${findings.some(({ severity }) => severity === 'error') ? token.colorError : chosen ? token.colorPrimary : token.colorBorderSecondary}`,
        boxShadow: chosen ? `0 0 0 1px ${token.colorPrimary}` : undefined,
        borderRadius: token.borderRadius,
        background: token.colorBgContainer,
        padding: 4,
      }}
    >
      <Flex align="center" gap={4}>
        <Button ref={setActivatorNodeRef} type="text" size="small" icon={<HolderOutlined />} style={{ cursor: 'grab', touchAction: 'none' }} {...attributes} {...listeners} aria-label={t('drag.field', { name })} />
        <Button type="text" style={{ flex: 1, minWidth: 0, height: 'auto', justifyContent: 'flex-start', whiteSpace: 'normal', textAlign: 'start' }} aria-pressed={chosen} onClick={onSelect}>
          <Flex vertical align="start">
            <span>
              {iconOf(field.control.type)} {name} {field.required ? <Typography.Text type="danger">*</Typography.Text> : null}
            </span>
            <Flex gap={4} wrap align="center">
              <Typography.Text type="secondary">{t(`control.${field.control.type}`)}</Typography.Text>
              {field.show_when ? <Tag variant="outlined">{t('tag.shown')}</Tag> : null}
              {field.require_when ? <Tag variant="outlined">{t('tag.required')}</Tag> : null}
              {field.internal ? <Tag variant="outlined">{t('tag.internal')}</Tag> : null}
              {field.fill_from ? <Tag variant="outlined">{t('tag.filled')}</Tag> : null}
            </Flex>
          </Flex>
        </Button>
        <Button type="text" size="small" danger icon={<DeleteOutlined />} aria-label={`${common('actions.delete')} ${name}`} onClick={onRemove} />
      </Flex>
      {findings.map(({ path, message, severity }) => (
        <Typography.Paragraph key={path + message} type={severity === 'error' ? 'danger' : 'secondary'} style={{ margin: '2px 8px' }}>
          {message}
        </Typography.Paragraph>
      ))}
    </div>
  );
}
