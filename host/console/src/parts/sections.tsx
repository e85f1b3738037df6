import { Grid, Select, Tabs } from 'antd';
import type { ReactNode } from 'react';

interface Section {
  key: string;
  label: string;
  children: ReactNode;
}

/** The parts of a page side by side; in a narrow window all of them in one list, none hidden behind an edge. */
export function Sections({ label, active, items, onChange }: { label: string; active: string | undefined; items: Section[]; onChange: (key: string) => void }) {
  const narrow = Grid.useBreakpoint().md === false;
  const options = items.map(({ key, label: name }) => ({ value: key, label: name }));
  const list = () => <Select aria-label={label} style={{ width: '100%', marginBottom: 12 }} value={active} options={options} onChange={onChange} />;
  return <Tabs activeKey={active} onChange={onChange} items={items} {...(narrow ? { renderTabBar: list } : {})} />;
}
