import dayjs from 'dayjs';
import { keepPreviousData } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client';

const PATH = '/api/v1/reports/{id}/result';
/** How often what is shown is computed anew, in milliseconds. */
const ANEW = 30_000;

type Asked = Partial<Record<Schemas['ReportDimension'] | 'from' | 'to', string>>;

/** Charts that tell the figures of all their days beside themselves. */
export const TOLD: readonly Schemas['ReportChart'][] = ['metric', 'line'];

/** A report's result, and where all its days are told as one that of as many days before. */
export function useResult(id: string, query: Asked, enabled = true) {
  const shown = api.useQuery('get', PATH, { params: { path: { id }, query } }, { enabled, refetchInterval: ANEW, staleTime: ANEW - 5_000, placeholderData: keepPreviousData });
  const { data } = shown;
  const told = data !== undefined && TOLD.includes(data.chart);
  const days = data ? dayjs(data.to).diff(data.from, 'day') + 1 : 0;
  const earlier = { from: dayjs(data?.from).subtract(days, 'day').format('YYYY-MM-DD'), to: dayjs(data?.from).subtract(1, 'day').format('YYYY-MM-DD') };
  const before = api.useQuery('get', PATH, { params: { path: { id }, query: { ...query, ...earlier } } }, { enabled: enabled && told, staleTime: 10 * ANEW });
  return { ...shown, before: told ? before.data : undefined };
}
