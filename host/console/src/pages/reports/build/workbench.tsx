import { DndContext, type DragEndEvent, KeyboardSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, Col, Flex, Input, InputNumber, Row, Select, Skeleton, Tag } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ifMatch, type Schemas } from '../../../api/client';
import { faults } from '../../../api/problem';
import { values } from '../../../api/values';
import { Page } from '../../../parts/page';
import { ProblemAlert, useTell } from '../../../parts/problem';
import { useFaultWords } from '../../../words/fault';
import { useValue } from '../../../words/use';
import { DimensionSelect } from '../dimension_select';
import { ResultView } from '../result/result_view';
import { Ways } from '../ways';
import { Chip, Zone } from './drag';
import { MeasureRow, newMeasure } from './measure_row';

type Definition = Schemas['ReportDefinition'];

/** Measures, dimensions and filters dragged together, with the result beside them. */
export function Workbench({ start, editing }: { start: Definition; editing: Schemas['ReportView'] | undefined }) {
  const { t } = useTranslation('reports');
  const { t: common } = useTranslation();
  const say = useValue();
  const words = useFaultWords();
  const go = useNavigate();
  const client = useQueryClient();
  const { done } = useTell();
  const [draft, setDraft] = useState(start);
  const [settled, setSettled] = useState(start);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(draft), 400);
    return () => clearTimeout(timer);
  }, [draft]);
  const change = (next: Partial<Definition>) => setDraft((before) => ({ ...before, ...next }));
  // A preview needs no name yet, and no filter without values.
  const shown = { ...settled, name: settled.name || t('ways.build'), filters: (settled.filters ?? []).filter(({ any_of }) => any_of.length > 0) };
  const preview = api.useQuery('post', '/api/v1/reports/run', { body: { definition: shown } }, { retry: false, placeholderData: (before) => before });
  const add = api.useMutation('post', '/api/v1/reports');
  const replace = api.useMutation('put', '/api/v1/reports/{id}');
  const refused = add.error ?? replace.error ?? preview.error;
  const found = faults(refused);
  const at = (place: string) => found.filter(({ pointer }) => pointer.includes(place)).map((fault) => <span key={fault.pointer} role="alert">{words(fault)}</span>);
  const put = (id: string) => {
    const [kind, name] = id.split(':');
    const [measures, dimensions, filters] = [draft.measures, draft.dimensions ?? [], draft.filters ?? []];
    const measure = values.MeasureKind.find((one) => one === name);
    const dimension = values.ReportDimension.find((one) => one === name);
    if (kind === 'measures' && measure) change({ measures: [...measures, newMeasure(measure, say('MeasureKind', measure), measures.map(({ key }) => key))] });
    if (kind === 'dimensions' && dimension && !dimensions.includes(dimension)) change({ dimensions: [...dimensions, dimension] });
    if (kind === 'filters' && dimension && !filters.some((one) => one.dimension === dimension)) change({ filters: [...filters, { dimension, any_of: [] }] });
  };
  const dropped = ({ active, over }: DragEndEvent) => {
    if (over && String(active.id).startsWith(`${over.id}:`)) put(String(active.id));
  };
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }), useSensor(KeyboardSensor, { keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space'] } }));
  const kept = (report: Schemas['ReportView']) => {
    for (const path of ['/api/v1/reports', '/api/v1/reports/{id}', '/api/v1/reports/{id}/result']) void client.invalidateQueries({ queryKey: ['get', path] });
    done();
    void go(`/reports/one/${report.id}`);
  };
  const body = { definition: draft, schedule: editing?.schedule ?? null };
  const saveNew = () => add.mutate({ body: { definition: draft } }, { onSuccess: kept });
  const save = () => (editing ? replace.mutate({ params: { path: { id: editing.id }, header: ifMatch(editing.version ?? 0) }, body }, { onSuccess: kept }) : saveNew());
  const palettes = [
    ['measures', values.MeasureKind.map((one) => [one, say('MeasureKind', one)] as const)],
    ['dimensions', values.ReportDimension.map((one) => [one, say('ReportDimension', one)] as const)],
    ['filters', values.ReportDimension.map((one) => [one, say('ReportDimension', one)] as const)],
  ] as const;
  return (
    <Page
      title={t('ways.build')}
      actions={
        <>
          {editing ? <Button onClick={saveNew}>{t('build.save_as')}</Button> : null}
          <Button type="primary" onClick={save} loading={add.isPending || replace.isPending}>
            {common('actions.save')}
          </Button>
        </>
      }
    >
      <Ways />
      <DndContext sensors={sensors} onDragEnd={dropped}>
        <Row gutter={[16, 16]}>
          <Col xs={24} lg={6}>
            <Flex vertical gap="middle">
              {palettes.map(([zone, chips]) => (
                <Card key={zone} size="small" title={t(`build.${zone}`)}>
                  <Flex wrap gap="small">
                    {chips.map(([name, label]) => (
                      <Chip key={name} id={`${zone}:${name}`} label={label} onAdd={() => put(`${zone}:${name}`)} />
                    ))}
                  </Flex>
                </Card>
              ))}
            </Flex>
          </Col>
          <Col xs={24} lg={18}>
            <Flex vertical gap="middle">
              <Flex gap="small" wrap>
                <Input aria-label={t('build.name')} placeholder={t('build.name')} style={{ maxWidth: 320 }} value={draft.name} onChange={(event) => change({ name: event.target.value })} />
                <Select aria-label={t('build.chart')} style={{ minWidth: 140 }} value={draft.chart} onChange={(chart) => change({ chart })} options={values.ReportChart.map((value) => ({ value, label: say('ReportChart', value) }))} />
                <Select allowClear aria-label={t('build.grain')} placeholder={t('build.grain')} style={{ minWidth: 130 }} value={draft.grain ?? undefined} onChange={(grain: Definition['grain']) => change({ grain: grain ?? null })} options={values.ReportGrain.map((value) => ({ value, label: say('ReportGrain', value) }))} />
                <InputNumber aria-label={t('build.last')} prefix={t('build.last')} min={1} value={draft.window.last} onChange={(last) => change({ window: { ...draft.window, last: last ?? 1 } })} />
                <Select aria-label={t('build.unit')} style={{ minWidth: 90 }} value={draft.window.unit} onChange={(unit) => change({ window: { ...draft.window, unit } })} options={values.ReportGrain.map((value) => ({ value, label: t(`build.units.${value}`) }))} />
              </Flex>
              {['/name', '/window', '/chart', '/grain'].map(at)}
              <Zone id="measures" title={t('build.measures')} hint={t('build.drop')} empty={draft.measures.length === 0}>
                {draft.measures.map((measure, index) => (
                  <div key={measure.key}>
                    <MeasureRow of={measure} onChange={(next) => change({ measures: draft.measures.map((one) => (one.key === next.key ? next : one)) })} onRemove={() => change({ measures: draft.measures.filter(({ key }) => key !== measure.key) })} />
                    {at(`/measures/${index}`)}
                  </div>
                ))}
              </Zone>
              <Zone id="dimensions" title={t('build.dimensions')} hint={t('build.drop')} empty={(draft.dimensions ?? []).length === 0}>
                <Flex wrap gap="small">
                  {draft.dimensions?.map((dimension) => (
                    <Tag key={dimension} closable={{ 'aria-label': `${common('actions.delete')} ${say('ReportDimension', dimension)}` }} onClose={() => change({ dimensions: draft.dimensions?.filter((one) => one !== dimension) })}>
                      {say('ReportDimension', dimension)}
                    </Tag>
                  ))}
                </Flex>
                {at('/dimensions')}
              </Zone>
              <Zone id="filters" title={t('build.filters')} hint={t('build.drop')} empty={(draft.filters ?? []).length === 0}>
                {draft.filters?.map((filter) => (
                  <Flex key={filter.dimension} gap="small" align="center">
                    <span>{say('ReportDimension', filter.dimension)}</span>
                    <DimensionSelect many of={filter.dimension} chosen={filter.any_of} onChoose={(any_of) => change({ filters: draft.filters?.map((one) => (one.dimension === filter.dimension ? { ...one, any_of } : one)) })} />
                    <Button size="small" onClick={() => change({ filters: draft.filters?.filter((one) => one.dimension !== filter.dimension) })}>
                      {common('actions.delete')}
                    </Button>
                  </Flex>
                ))}
                {at('/filters')}
              </Zone>
              {refused ? <ProblemAlert error={refused} /> : null}
              <Card size="small" title={t('build.preview')}>
                {preview.data ? <ResultView result={preview.data} height={300} /> : preview.error ? null : <Skeleton active />}
              </Card>
            </Flex>
          </Col>
        </Row>
      </DndContext>
    </Page>
  );
}
