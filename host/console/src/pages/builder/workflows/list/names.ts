import { useQueries } from '@tanstack/react-query';
import { api, type Schemas } from '../../../../api/client';

/** Names of those that have no draft: what is published says them, and an edition never changes. */
export function useEditionNames(items: Schemas['DrawingView_WorkflowDefinition'][]): Map<string, Record<string, string>> {
  const asked = items.flatMap(({ key, draft, published }) => (!draft && published ? [{ key, edition: published }] : []));
  return useQueries({
    queries: asked.map((path) => api.queryOptions('get', '/api/v1/workflows/{key}/editions/{edition}', { params: { path } }, { staleTime: Infinity })),
    combine: (found) => new Map(found.flatMap(({ data }, at) => (data && asked[at] ? [[asked[at].key, data.definition.name]] : []))),
  });
}
