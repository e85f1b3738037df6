import { useQueries } from '@tanstack/react-query';
import { api, type Schemas } from '../../../../api/client';

/** Titles of those that have no draft: what is published says them, and an edition never changes. */
export function useEditionTitles(items: Schemas['DrawingView_FormDefinition'][]): Map<string, Schemas['FormLabel']> {
  const asked = items.flatMap(({ key, draft, published }) => (!draft && published ? [{ key, edition: published }] : []));
  return useQueries({
    queries: asked.map((path) => api.queryOptions('get', '/api/v1/forms/{key}/editions/{edition}', { params: { path } }, { staleTime: Infinity })),
    combine: (found) => new Map(found.flatMap(({ data }, at) => (data && asked[at] ? [[asked[at].key, data.definition.title]] : []))),
  });
}
