import { Alert, Button, Card, Flex, Radio, Segmented, Spin } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { faults as placesOf } from '../../../api/problem';
import { values } from '../../../api/values';
import { useMe } from '../../../app/me';
import { DefinitionForm } from '../../../parts/form/definition_form';
import { Page } from '../../../parts/page';
import { ProblemAlert } from '../../../parts/problem';
import { sendFile } from '../../../parts/upload';
import { type Fault, useFaultWords } from '../../../words/fault';
import { inLanguage, useLanguage, useValue } from '../../../words/use';
import { problemOf, useCode } from '../../../parts/codes/codes';
import { usePersonOptions } from '../../../parts/people/options';
import { Details } from './details';
import { bodyOf, currencyOf, type Draft, emptyDraft, linesOf, missing, needsGoods } from './draft';
import { Files } from './files';
import { answerFaults, useForm } from './form/use_form';
import { Lines } from './lines';
import { ChosenOrder } from './order/chosen';
import { Customer } from './order/customer';
import { FindOrder } from './order/find';
import { TypedOrder } from './order/typed';
import { useCreate } from './use_create';
import './words';

/** A new ticket, made by somebody of the shop for a customer who called or wrote. */
export function NewTicket() {
  const { t } = useTranslation('new_ticket');
  const { t: common } = useTranslation();
  const say = useValue();
  const code = useCode();
  const navigate = useNavigate();
  const { tenant } = useMe();
  const people = usePersonOptions();
  const words = useFaultWords();
  const language = useLanguage();
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [files, setFiles] = useState<{ ids: string[]; sending: boolean }>({ ids: [], sending: false });
  const [pressed, setPressed] = useState(0);
  const create = useCreate((id) => void navigate(`/tickets/${id}`));
  const currency = currencyOf(draft, tenant.currency);
  const lines = useMemo(() => linesOf(draft, currency), [draft, currency]);
  const form = useForm(draft);
  // What was refused stands until it is typed anew.
  const change = (changes: Partial<Draft>) => {
    create.forget();
    setDraft((before) => ({ ...before, ...changes }));
  };
  const holes = pressed > 0 ? missing(draft, currency).map(({ pointer, word }) => ({ pointer, message: t(word) })) : [];
  const refused = placesOf(create.problem);
  const faults: Fault[] = [...holes, ...refused];
  const question = (pointer: string) => {
    const field = form.layout?.sections.flatMap(({ fields }) => fields).find(({ key }) => pointer.startsWith('/form/answers/') && pointer.split('/')[3] === key);
    return field ? inLanguage(field.label, language) : '';
  };
  const ofOrder = faults.find(({ pointer }) => pointer === '/order');
  const ofForm: Fault[] = [...form.faults, ...answerFaults(create.problem, '/form/answers')];
  const [name, one] = Object.entries(draft.wanted)[0] ?? [];
  const title = lines.find((line) => line.name === name)?.title ?? '';
  const subject = one?.reason ? [code('reason', one.reason), title].filter(Boolean).join(' · ') : say('TicketKind', draft.kind);
  // What is wrong is brought into sight: the page is longer than the window.
  const content = useRef<HTMLDivElement>(null);
  const wrong = pressed > 0 && faults.length > 0;
  useEffect(() => {
    if (wrong) content.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' });
  }, [wrong, pressed, create.problem]);
  const send = () => {
    setPressed((times) => times + 1);
    if (missing(draft, currency).length === 0) create.send(bodyOf(draft, { currency, subject, form: form.draft }), files.ids);
  };
  const goods = needsGoods(draft.kind);
  const from = goods && draft.from === 'none' ? 'found' : draft.from;
  return (
    <Page title={t('title')}>
      <Flex vertical gap="middle" style={{ maxWidth: 960 }} ref={content}>
        <Card size="small" title={<h2 className="h">{t('kind')}</h2>}>
          <Radio.Group
            aria-label={t('kind')}
            value={draft.kind}
            options={values.TicketKind.map((value) => ({ value, label: say('TicketKind', value) }))}
            onChange={({ target }) => {
              const kind = target.value as Draft['kind'];
              change({ kind, ...(needsGoods(kind) && draft.from === 'none' ? { from: 'found' as const } : {}) });
            }}
          />
        </Card>
        <Card size="small" title={<h2 className="h">{t('order.title_of')}</h2>}>
          <Flex vertical gap="middle">
            <Segmented
              style={{ alignSelf: 'start' }}
              aria-label={t('order.title_of')}
              value={from}
              options={(['found', 'typed', ...(goods ? [] : (['none'] as const))] as const).map((value) => ({ value, label: t(`order.from.${value}`) }))}
              onChange={(next) => change({ from: next, wanted: {} })}
            />
            {from === 'found' && draft.found ? <ChosenOrder order={draft.found} onDrop={() => change({ found: null, wanted: {} })} /> : null}
            {from === 'found' && !draft.found ? (
              <FindOrder
                onChoose={(found) => change({ found, wanted: {} })}
                onType={(number) => change({ from: 'typed', wanted: {}, order: { ...draft.order, number } })}
              />
            ) : null}
            {from === 'typed' ? <TypedOrder draft={draft} currency={currency} faults={faults} onChange={change} /> : null}
            {from === 'found' ? null : <Customer value={draft.customer} required={from === 'typed'} faults={faults} onChange={(customer) => change({ customer })} />}
            {ofOrder ? <Alert type="error" showIcon role="alert" title={words(ofOrder)} /> : null}
          </Flex>
        </Card>
        {from === 'none' ? null : (
          <Card size="small" title={<h2 className="h">{t('lines.title')}</h2>}>
            <Lines draft={draft} lines={lines} currency={currency} faults={faults} onChange={(wanted) => change({ wanted, problem: draft.problem ?? problemOf(Object.values(wanted)[0]?.reason ?? '') })} />
          </Card>
        )}
        <Card size="small" title={<h2 className="h">{t('details.title')}</h2>}>
          <Details draft={draft} subject={subject} faults={faults} onChange={change} />
        </Card>
        {form.error ? <ProblemAlert error={form.error} retry={form.retry} /> : null}
        {form.waits ? <Spin /> : null}
        {form.layout ? (
          <DefinitionForm
            layout={form.layout}
            answers={form.answers}
            known={form.known}
            faults={ofForm}
            surroundings={{
              currency,
              people,
              upload: async (file, control, progress) => {
                const { name: called, media_type, size, digest } = await sendFile(file, { control, progress });
                return { name: called, media_type, bytes: size, digest };
              },
            }}
            onChange={(field, value) => {
              create.forget();
              form.answer(field, value);
            }}
          />
        ) : null}
        <Card size="small" title={<h2 className="h">{t('files.title')}</h2>}>
          <Files onChange={(ids, sending) => setFiles({ ids, sending })} />
        </Card>
        {create.problem ? <ProblemAlert error={create.problem} place={question} /> : null}
        {create.made ? <Alert type="warning" showIcon title={t('made_without_files')} action={<Link to={`/tickets/${create.made}`} style={{ color: 'inherit', textDecoration: 'underline' }}>{t('see')}</Link>} /> : null}
        {holes.length > 0 ? <Alert type="error" showIcon role="alert" title={t('missing.title', { count: holes.length })} /> : null}
        <Flex gap="small">
          <Button type="primary" size="large" loading={create.busy} disabled={files.sending || form.waits} onClick={send}>
            {t('send')}
          </Button>
          <Button size="large" onClick={() => void navigate('/tickets')}>
            {common('actions.cancel')}
          </Button>
        </Flex>
      </Flex>
    </Page>
  );
}
