import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { Coverage, isTable } from './coverage';
import { Golden } from './golden/golden';
import { Granting } from './grants/granting';
import { Guardrails } from './guardrails/guardrails';
import { History } from './history/history';
import { Settings } from './settings';
import { Timing } from './timetable/timing';
import { Trial } from './trial/trial';

/** The parts of a rule's page: what does not concern it is not there. A candidate begins with how it is tried. */
export function useTabs(binding: Schemas['BindingWithPlugin'], plugin: Schemas['Plugin']) {
  const { t } = useTranslation('rules');
  const trial = { key: 'trial', label: t('bindings.tab.trial'), children: <Trial binding={binding} /> };
  return [
    ...(binding.mode === 'active' ? [] : [trial]),
    { key: 'settings', label: t('settings'), children: <Settings binding={binding} schema={plugin.config_schema as object} /> },
    ...(binding.hook === 'schedule' ? [{ key: 'timetable', label: t('bindings.tab.timetable'), children: <Timing binding={binding} /> }] : []),
    { key: 'guardrails', label: t('bindings.tab.guardrails'), children: <Guardrails binding={binding} /> },
    { key: 'golden', label: t('bindings.tab.golden'), children: <Golden binding={binding} /> },
    ...(plugin.asks && plugin.asks.length > 0 ? [{ key: 'grants', label: t('bindings.tab.grants'), children: <Granting binding={binding} asks={plugin.asks} /> }] : []),
    ...(isTable(binding.config) ? [{ key: 'coverage', label: t('bindings.tab.coverage'), children: <Coverage id={binding.id} /> }] : []),
    { key: 'history', label: t('history'), children: <History binding={binding} /> },
  ];
}
