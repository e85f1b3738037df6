import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handOver } from '../../parts/download';
import { hereZone } from '../../parts/zone';
import { fetcher } from '../client';
import { Refused } from '../refused';

/** The paper that goes into the parcel. */
export function Slip({ number }: { number: string }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const print = async () => {
    setBusy(true);
    setError(null);
    try {
      const answer = await fetcher.GET('/portal/v1/ticket/slip', { params: { query: { time_zone: hereZone() } }, parseAs: 'blob' });
      if (answer.error) throw answer.error;
      handOver(new Blob([answer.data], { type: 'application/pdf' }), `${number}.pdf`);
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Refused error={error} />
      <Button block icon={<PrinterOutlined />} loading={busy} onClick={() => void print()}>
        {t('tracking.slip')}
      </Button>
    </>
  );
}
