import { Flex, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../../../words/fault';
import type { Draft } from '../draft';
import { Place } from '../place';

/** Who asks, when no known order says it. */
export function Customer({ value, onChange, faults, required }: { value: Draft['customer']; onChange: (value: Draft['customer']) => void; faults: Fault[]; required: boolean }) {
  const { t } = useTranslation('new_ticket');
  const input = (name: keyof Draft['customer'], more: object = {}) => (
    <Input id={`customer-${name}`} maxLength={200} value={value[name]} onChange={({ target }) => onChange({ ...value, [name]: target.value })} {...more} />
  );
  return (
    <Form layout="vertical" component="div">
      <Flex gap="middle" wrap>
        <Place at="/customer/phone" id="customer-phone" label={t('customer.phone')} required={required} faults={[...faults, ...faults.filter(({ pointer }) => pointer === '/customer').map(({ message }) => ({ pointer: '/customer/phone', message }))]}>
          {input('phone', { inputMode: 'tel', autoComplete: 'off' })}
        </Place>
        <Place at="/customer/name" id="customer-name" label={t('customer.name')} faults={faults}>
          {input('name', { autoComplete: 'off' })}
        </Place>
        <Place at="/customer/external_id" id="customer-id" label={t('customer.id')} faults={faults} extra={t('customer.id_hint')}>
          {input('id')}
        </Place>
      </Flex>
    </Form>
  );
}
