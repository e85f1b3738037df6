import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { FaultText, Field } from '../common/faults';
import { freeKey } from '../common/key_hint';
import { TextWithVariables } from '../common/variables';

type Step = Schemas['SopStep'];

/** One step: what to do, what to say, what to attach, and where each answer leads. */
export function EditStep({ value, at, steps, onChange }: { value: Step; at: string; steps: Step[]; onChange: (value: Step) => void }) {
  const { t } = useTranslation('builder');
  const evidence = value.evidence ?? [];
  const targets = [{ value: '', label: t('sops.end') }, ...steps.map(({ key, title }, number) => ({ value: key, label: t('sops.numbered', { number: number + 1, title }) }))];
  const setAnswer = (index: number, part: Partial<Schemas['SopChoice']>) => onChange({ ...value, answers: value.answers.map((old, one) => (one === index ? { ...old, ...part } : old)) });
  return (
    <>
      <Field label={t('sops.step_title')} at={`${at}/title`} required>
        <Input value={value.title} maxLength={200} onChange={(event) => onChange({ ...value, title: event.target.value })} />
      </Field>
      <Field label={t('sops.script')} at={`${at}/script`} hint={t('sops.script_hint')}>
        <TextWithVariables value={value.script ?? ''} onChange={(script) => onChange({ ...value, script: script || null })} />
      </Field>
      <Flex vertical gap={4} style={{ marginBottom: 12 }}>
        <b>{t('sops.evidence')}</b>
        <FaultText at={`${at}/evidence`} />
        {evidence.map((proof, index) => (
          <div key={proof.key}>
            <Flex gap={4}>
              <Input style={{ maxWidth: 320 }} value={proof.name} maxLength={100} aria-label={t('sops.evidence_name')} placeholder={t('sops.evidence_name')} onChange={(event) => onChange({ ...value, evidence: evidence.map((old, one) => (one === index ? { ...old, name: event.target.value } : old)) })} />
              <Button type="text" danger icon={<DeleteOutlined />} aria-label={t('sops.remove_evidence', { name: proof.name })} onClick={() => onChange({ ...value, evidence: evidence.filter((_, one) => one !== index) })} />
            </Flex>
            <FaultText at={`${at}/evidence/${index}/name`} />
          </div>
        ))}
        <span>
          <Button size="small" icon={<PlusOutlined />} disabled={evidence.length >= 10} onClick={() => onChange({ ...value, evidence: [...evidence, { key: freeKey('file', evidence.map(({ key }) => key)), name: '' }] })}>
            {t('sops.add_evidence')}
          </Button>
        </span>
      </Flex>
      <Flex vertical gap={4}>
        <b>{t('sops.answers')}</b>
        <FaultText at={`${at}/answers`} />
        {value.answers.map((answer, index) => (
          <div key={answer.key}>
            <Flex gap={4} wrap align="center">
              <Input style={{ width: 240 }} value={answer.name} maxLength={100} aria-label={t('sops.answer')} placeholder={t('sops.answer')} onChange={(event) => setAnswer(index, { name: event.target.value })} />
              <span>{t('sops.then')}</span>
              <Select style={{ width: 280 }} aria-label={t('sops.next')} value={answer.next ?? ''} options={targets} onChange={(next) => setAnswer(index, { next: next || null })} />
              <Button type="text" danger icon={<DeleteOutlined />} disabled={value.answers.length === 1} aria-label={t('sops.remove_answer', { name: answer.name })} onClick={() => onChange({ ...value, answers: value.answers.filter((_, one) => one !== index) })} />
            </Flex>
            <FaultText at={`${at}/answers/${index}/name`} />
            <FaultText at={`${at}/answers/${index}/next`} />
          </div>
        ))}
        <span>
          <Button size="small" icon={<PlusOutlined />} disabled={value.answers.length >= 10} onClick={() => onChange({ ...value, answers: [...value.answers, { key: freeKey('answer', value.answers.map(({ key }) => key)), name: '', next: null }] })}>
            {t('sops.add_answer')}
          </Button>
        </span>
      </Flex>
    </>
  );
}
