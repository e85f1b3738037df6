import { Select, type SelectProps } from 'antd';

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));

/** Where the reader is. */
export const hereZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Chooses a time zone by its IANA name. */
export function ZoneSelect(props: Pick<SelectProps<string>, 'id' | 'value' | 'onChange' | 'disabled'>) {
  return <Select<string> showSearch options={zones} {...props} />;
}
