import { Alert, Button, Flex, Input, Select, Spin } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { faults } from '../../../api/problem';
import { useMay } from '../../../app/me';
import { values } from '../../../api/values';
import { Page } from '../../../parts/page';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { State } from '../../../parts/status';
import { useValue } from '../../../words/use';
import { FaultsOf, Field } from '../common/faults';
import { type Jump, Source } from './source';
import { usePdf } from './use_pdf';

type View = Schemas['PrintTemplateView'];

/** A print template by its key in the address. */
export function TemplatePage() {
  const { key = '' } = useParams();
  const template = api.useQuery('get', '/api/v1/print-templates/{key}', { params: { path: { key } } });
  if (template.error) return <ProblemAlert error={template.error} retry={() => void template.refetch()} />;
  return template.data ? <EditTemplate key={template.data.version} from={template.data} /> : <Spin />;
}

/** The text of a template beside the paper it makes, with what the server finds wrong. */
function EditTemplate({ from }: { from: View }) {
  const { t } = useTranslation('builder');
  const { t: common } = useTranslation();
  const say = useValue();
  const write = useMay()('admin:write');
  const { done } = useTell();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(from.name);
  const [kind, setKind] = useState(from.kind);
  const [source, setSource] = useState(from.source);
  const text = useRef<Jump>(null);
  const pdf = usePdf();
  const check = api.useMutation('post', '/api/v1/print-templates/check');
  const save = api.useMutation('put', '/api/v1/print-templates/{key}', {
    onSuccess: async () => {
      done();
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/print-templates'] });
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/print-templates/{key}'] });
    },
  });
  const look = () => {
    check.mutate({ body: { kind, source } });
    void pdf.print({ kind, source });
  };
  const report = check.data;
  return (
    <Page
      title={t('templates.edit', { name: from.name })}
      actions={
        <>
          <Button onClick={() => void navigate('/builder/templates')}>{common('actions.back')}</Button>
          {write ? <Button loading={pdf.busy || check.isPending} onClick={look}>{t('templates.check')}</Button> : null}
          {write ? <Button type="primary" loading={save.isPending} onClick={() => save.mutate({ params: { path: { key: from.key }, header: ifMatch(from.version) }, body: { kind, name, source } })}>{common('actions.save')}</Button> : null}
        </>
      }
    >
      {from.shipped ? <Alert type="info" showIcon title={t('templates.copy_hint')} /> : null}
      {save.error ? <ProblemAlert error={save.error} /> : null}
      {check.error ? <ProblemAlert error={check.error} retry={look} /> : null}
      <FaultsOf value={faults(save.error)}>
        <Flex gap="middle" wrap align="start">
          <div style={{ flex: '1 1 480px', minWidth: 0 }}>
            <Flex gap="middle" wrap>
              <Field label={t('templates.name')} at="/name">
                <Input value={name} maxLength={100} disabled={!write} onChange={(event) => setName(event.target.value)} />
              </Field>
              <Field label={t('templates.kind')} at="/kind">
                <Select style={{ minWidth: 160 }} value={kind} disabled={!write || values.PaperKind.some((one) => one === from.key)} options={values.PaperKind.map((one) => ({ value: one, label: say('PaperKind', one) }))} onChange={setKind} />
              </Field>
            </Flex>
            <Field label={t('templates.source')} at="/source" hint={t('templates.source_hint')}>
              <Source ref={text} value={source} onChange={setSource} />
            </Field>
          </div>
          <div style={{ flex: '1 1 420px', minWidth: 0 }} aria-live="polite">
            {report?.valid && report.findings.length === 0 ? <Alert type="success" showIcon title={t('templates.valid', { count: report.pages ?? 1 })} /> : null}
            {report && report.findings.length > 0 ? (
              <ul aria-label={t('templates.findings')} style={{ paddingInlineStart: 0, listStyle: 'none' }}>
                {report.findings.map(({ severity, line, column, message }) => (
                  <li key={`${line}:${column}:${message}`} style={{ marginBottom: 4 }}>
                    <State colour={severity === 'error' ? 'red' : 'orange'}>{t(`templates.severity.${severity === 'error' ? 'error' : 'warning'}`)}</State>
                    {line ? (
                      <Button type="link" size="small" onClick={() => text.current?.to(line, column ?? 1)}>
                        {t('templates.place', { line, column: column ?? 1 })}
                      </Button>
                    ) : null}
                    {message}
                  </li>
                ))}
              </ul>
            ) : null}
            {pdf.error && !(report && !report.valid) ? <ProblemAlert error={pdf.error} retry={look} /> : null}
            {pdf.url ? <iframe title={t('templates.paper')} src={pdf.url} style={{ width: '100%', height: 640, border: 0 }} /> : null}
            {!pdf.url && !report ? <Alert type="info" title={t('templates.look_first')} /> : null}
          </div>
        </Flex>
      </FaultsOf>
    </Page>
  );
}
