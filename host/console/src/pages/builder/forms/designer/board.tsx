import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { useDroppable } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Button, Card, Flex, theme, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { inLanguage, useLanguage } from '../../../../words/use';
import { addSection, findingsAt, moveSection, pointer, remove, removeSection } from './edit';
import { FieldCard } from './field_card';
import type { Selected } from './selected';

type Form = Schemas['FormDefinition'];

/** The sections with their fields, as they will stand. */
export function Board({ form, findings, selected, onSelect, put }: {
  form: Form;
  findings: Schemas['FormFinding'][];
  selected: Selected;
  onSelect: (selected: Selected) => void;
  put: (change: (form: Form) => Form, what?: string) => void;
}) {
  const { t } = useTranslation('forms');
  return (
    <Flex vertical gap="middle" style={{ flex: '1 1 360px', minWidth: 0 }}>
      {form.sections.map((section, at) => (
        <SectionCard key={at} section={section} at={at} last={at === form.sections.length - 1} chosen={selected?.section === at && selected.field === null} onSelect={onSelect} put={put}>
          {section.fields.map((field, index) => (
            <FieldCard
              key={index}
              place={{ section: at, field: index }}
              field={field}
              findings={findingsAt(findings, pointer({ section: at, field: index }))}
              chosen={selected?.section === at && selected.field === index}
              onSelect={() => onSelect({ section: at, field: index })}
              onRemove={() => {
                put((now) => remove(now, { section: at, field: index }));
                onSelect(null);
              }}
            />
          ))}
        </SectionCard>
      ))}
      <Button
        icon={<PlusOutlined />}
        onClick={() => {
          put((now) => addSection(now, { 'zh-CN': t('new_section', { lng: 'zh-CN' }), en: t('new_section', { lng: 'en' }) }));
          onSelect({ section: form.sections.length, field: null });
        }}
      >
        {t('add_section')}
      </Button>
    </Flex>
  );
}

function SectionCard({ section, at, last, chosen, onSelect, put, children }: {
  section: Schemas['FormSection'];
  at: number;
  last: boolean;
  chosen: boolean;
  onSelect: (selected: Selected) => void;
  put: (change: (form: Form) => Form) => void;
  children: React.ReactNode;
}) {
  const { t } = useTranslation('forms');
  const { t: common } = useTranslation();
  const language = useLanguage();
  const { token } = theme.useToken();
  const { setNodeRef, isOver } = useDroppable({ id: `section:${at}` });
  const title = inLanguage(section.title, language);
  const shift = (to: number) => {
    put((now) => moveSection(now, at, to));
    onSelect({ section: to, field: null });
  };
  return (
    <Card
      size="small"
      title={<h2 className="h">{title}</h2>}
      style={{ borderColor: chosen || isOver ? token.colorPrimary : undefined }}
      extra={
        <Flex>
          <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('section.edit', { name: title })} onClick={() => onSelect({ section: at, field: null })} />
          <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={at === 0} aria-label={t('section.up', { name: title })} onClick={() => shift(at - 1)} />
          <Button type="text" size="small" icon={<ArrowDownOutlined />} disabled={last} aria-label={t('section.down', { name: title })} onClick={() => shift(at + 1)} />
          <Button
            type="text"
            size="small"
            danger
            icon={<DeleteOutlined />}
            aria-label={`${common('actions.delete')} ${title}`}
            onClick={() => {
              put((now) => removeSection(now, at));
              onSelect(null);
            }}
          />
        </Flex>
      }
    >
      <div ref={setNodeRef} style={{ minHeight: 48 }}>
        <SortableContext items={section.fields.map((_, index) => `field:${at}:${index}`)} strategy={verticalListSortingStrategy}>
          <Flex vertical gap={6}>
            {section.fields.length === 0 ? <Typography.Text type="secondary">{t('section.empty')}</Typography.Text> : children}
          </Flex>
        </SortableContext>
      </div>
    </Card>
  );
}
