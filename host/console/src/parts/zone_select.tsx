import { Select, type SelectProps } from 'antd';

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));

/** Chooses a time zone by its IANA name. */
export function ZoneSelect(props: Pick<SelectProps<string>, 'id' | 'value' | 'onChange' | 'disabled'>) {
  return <Select<string> showSearch options={zones} {...props} />;
}
