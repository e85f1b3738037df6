import { Card, Form as AntForm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../../api/client';
import { NamesInput } from '../../../drawing/names_input';
import { fieldAt, findingsAt, pointer, setSection } from '../edit';
import type { Selected } from '../selected';
import { FieldProperties } from './field';
import { FormProperties } from './form';

type Form = Schemas['FormDefinition'];

/** What can be said of the selected field, section or form. */
export function Properties({ form, findings, selected, onSelect, put }: {
  form: Form;
  findings: Schemas['FormFinding'][];
  selected: Selected;
  onSelect: (selected: Selected) => void;
  put: (change: (form: Form) => Form, what?: string) => void;
}) {
  const { t } = useTranslation('forms');
  const section = selected ? form.sections[selected.section] : undefined;
  const place = selected && selected.field !== null ? { section: selected.section, field: selected.field } : null;
  const field = place ? fieldAt(form, place) : undefined;
  const title = field ? t('properties.field') : section ? t('properties.section') : t('properties.form');
  return (
    <Card size="small" title={<h2 className="h">{title}</h2>} style={{ flex: '0 1 360px', minWidth: 280, position: 'sticky', top: 8, maxHeight: 'calc(100vh - 16px)', overflowY: 'auto' }}>
      <AntForm layout="vertical" size="small">
        {place && field ? (
          <FieldProperties key={pointer(place)} form={form} place={place} field={field} findings={findingsAt(findings, pointer(place))} onSelect={onSelect} put={put} />
        ) : selected && section ? (
          <NamesInput label={t('properties.title')} value={section.title} onChange={(names) => put((now) => setSection(now, selected.section, { title: names }), `section ${selected.section}`)} />
        ) : (
          <FormProperties form={form} put={put} />
        )}
      </AntForm>
    </Card>
  );
}
