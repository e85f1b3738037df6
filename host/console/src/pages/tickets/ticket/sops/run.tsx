import { Card, Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../../api/client';
import { useMay } from '../../../../app/me';
import { Moment } from '../../../../parts/moment';
import { Who } from '../../../../parts/people/name';
import { Next } from './next';

/** One walk through a procedure: what was ticked, by whom and how it ended, and what is next. */
export function Run({ run, insert }: { run: Schemas['SopRun']; insert: (text: string) => void }) {
  const { t } = useTranslation('ticket_sops');
  const may = useMay();
  const step = run.procedure.steps.find(({ key }) => key === run.step);
  const done = run.done.map((ticked, place) => {
    const was = run.procedure.steps.find(({ key }) => key === ticked.step);
    const answer = was?.answers.find(({ key }) => key === ticked.answer)?.name ?? ticked.answer;
    return {
      key: `${ticked.step} ${place}`,
      status: 'finish' as const,
      title: `${was?.title ?? ticked.step}: ${answer}`,
      content: (
        <>
          {ticked.note ? `${ticked.note} · ` : ''}
          <Who actor={ticked.by} /> <Moment at={ticked.at} />
        </>
      ),
    };
  });
  return (
    <Card size="small" role="group" aria-label={run.procedure.name} title={<h2 className="h">{run.procedure.name}</h2>} extra={run.finished_at ? t('over') : t('walking')}>
      <Steps
        orientation="vertical"
        size="small"
        current={done.length}
        items={[
          ...done,
          ...(step
            ? [{ key: 'next', status: 'process' as const, title: step.title, content: may('ticket:write') ? <Next key={step.key} run={run} step={step} insert={insert} /> : null }]
            : [{ key: 'over', status: 'finish' as const, title: t('over'), content: <Moment at={run.finished_at} /> }]),
        ]}
      />
    </Card>
  );
}
