import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../../api/client';
import { values } from '../../../../../api/values';
import { inLanguage, useLanguage, useValue } from '../../../../../words/use';
import { NamesInput } from '../../../drawing/names_input';
import type { Workflow } from '../edit';
import { freeCode } from '../ways';
import { Target } from './target';

type Press = Schemas['WorkflowButton'];

/** What people at a node can press, and where each leads. */
export function Buttons({ workflow, buttons, approval, onChange }: { workflow: Workflow; buttons: Press[]; approval: boolean; onChange: (buttons: Press[]) => void }) {
  const { t } = useTranslation('workflows');
  const wish = approval ? 'agree' : 'submit';
  return (
    <Flex vertical gap="small" role="group" aria-label={t('button.title')}>
      {buttons.map((button, at) => (
        <ButtonCard key={at} workflow={workflow} button={button} onChange={(next) => onChange(buttons.with(at, next))} onRemove={() => onChange(buttons.toSpliced(at, 1))} />
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange([...buttons, { code: freeCode(buttons, wish), does: wish }])}>
        {t('button.add')}
      </Button>
    </Flex>
  );
}

function ButtonCard({ workflow, button, onChange, onRemove }: { workflow: Workflow; button: Press; onChange: (button: Press) => void; onRemove: () => void }) {
  const { t } = useTranslation('workflows');
  const { t: common } = useTranslation();
  const say = useValue();
  const language = useLanguage();
  const title = inLanguage(button.name, language) || say('WorkflowDoes', button.does);
  const decides = button.does !== 'transfer' && button.does !== 'delegate';
  return (
    <Card size="small" title={title} extra={<Button type="text" danger icon={<DeleteOutlined />} aria-label={`${common('actions.delete')} ${title}`} onClick={onRemove} />}>
      <Form.Item label={t('button.does')}>
        <Select
          aria-label={t('button.does')}
          value={button.does}
          options={values.WorkflowDoes.map((value) => ({ value, label: say('WorkflowDoes', value) }))}
          onChange={(does) => onChange(does === 'transfer' || does === 'delegate' ? { code: button.code, does, name: button.name } : { ...button, does })}
        />
      </Form.Item>
      {decides ? <Target label={t('button.next')} workflow={workflow} value={button.next} onChange={(next) => onChange({ ...button, next: next || null })} /> : null}
      <details>
        <summary>{t('button.more')}</summary>
        <NamesInput label={t('button.name')} value={button.name} onChange={(name) => onChange({ ...button, name: name['zh-CN'] || name.en ? name : undefined })} />
        <Form.Item label={t('button.code')}>
          <Input aria-label={t('button.code')} value={button.code} onChange={({ target }) => onChange({ ...button, code: target.value })} />
        </Form.Item>
        <Form.Item label={t('button.opinion')} layout="horizontal">
          <Switch aria-label={t('button.opinion')} checked={button.opinion === 'required'} onChange={(on) => onChange({ ...button, opinion: on ? 'required' : 'optional' })} />
        </Form.Item>
        {button.does === 'reject' ? (
          <Form.Item label={t('button.back')}>
            <Select allowClear aria-label={t('button.back')} placeholder={t('button.back_none')} value={button.back ?? null} options={values.WorkflowSendBack.map((value) => ({ value, label: say('WorkflowSendBack', value) }))} onChange={(back) => onChange({ ...button, back: back ?? null })} />
          </Form.Item>
        ) : null}
        {decides ? (
          <Form.Item label={t('button.apply')}>
            <Select allowClear showSearch={{ optionFilterProp: 'label' }} aria-label={t('button.apply')} value={button.apply ?? null} options={values.EventKind.map((value) => ({ value, label: say('EventKind', value) }))} onChange={(apply) => onChange({ ...button, apply: apply ?? null })} />
          </Form.Item>
        ) : null}
      </details>
    </Card>
  );
}
