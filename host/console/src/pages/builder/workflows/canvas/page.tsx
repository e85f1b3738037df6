import { Spin } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, type Schemas } from '../../../../api/client';
import { ProblemAlert } from '../../../../parts/problem';
import { Workspace } from './workspace';

/** One workflow: its draft, or what is published when nobody is changing it. */
export function WorkflowPage() {
  const { key = '' } = useParams();
  return <Opened key={key} name={key} />;
}

/** What was opened stays open: publishing ends the draft, but not the work on it. */
function Opened({ name }: { name: string }) {
  const [first, setFirst] = useState<Schemas['WorkflowDefinition'] | null>(null);
  const drawing = api.useQuery('get', '/api/v1/workflows/{key}', { params: { path: { key: name } } });
  const edition = drawing.data && !drawing.data.draft ? drawing.data.published : null;
  const published = api.useQuery(
    'get',
    '/api/v1/workflows/{key}/editions/{edition}',
    { params: { path: { key: name, edition: edition ?? 0 } } },
    { enabled: edition != null && first === null },
  );
  const definition = first ?? drawing.data?.draft ?? published.data?.definition;
  if (definition && !first) setFirst(definition);
  if (drawing.data && definition) return <Workspace view={drawing.data} first={definition} />;
  const error = drawing.error ?? published.error;
  return error ? <ProblemAlert error={error} retry={() => void (drawing.error ? drawing : published).refetch()} /> : <Spin />;
}
