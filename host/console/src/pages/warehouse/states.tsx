import { Segmented } from 'antd';

/** Which state a list shows; on a narrow screen the row scrolls. */
export function States<State extends string>({ label, value, options, onChange }: { label: string; value: State; options: { value: State; label: string }[]; onChange: (to: State) => void }) {
  return <Segmented<State> aria-label={label} value={value} options={options} onChange={onChange} style={{ maxWidth: '100%', overflowX: 'auto', alignSelf: 'flex-start' }} />;
}
