import { useMemo } from 'react';
import { values } from '../../../api/values';
import { useQueueOptions } from '../../../parts/people/options';
import { useRoleName, useRoles } from '../../../parts/people/people';
import { useValue } from '../../../words/use';

interface Choice {
  value: string;
  label: string;
}

/** What a cell of an answer is mostly filled with, by its column: the table keeps the code, and people read the word. */
export function useChoices(outputs: readonly string[]): Map<string, Choice[]> {
  const [say, roleName, roles, queues] = [useValue(), useRoleName(), useRoles(), useQueueOptions()];
  return useMemo(() => {
    const ladder = roles?.map(({ name }) => ({ value: name, label: roleName(name) })) ?? [];
    const known: Record<string, Choice[]> = {
      verdict: values.VerdictKind.map((value) => ({ value, label: say('VerdictKind', value) })),
      priority: values.Priority.map((value) => ({ value, label: say('Priority', value) })),
      queue: queues,
      role: ladder,
      notify_role: ladder,
      escalate_role: ladder,
      task_role: ladder,
    };
    return new Map(outputs.map((name) => [name, known[name] ?? []]));
  }, [outputs, say, roleName, roles, queues]);
}
