import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { CreditDialog, FailedDialog, PaidDialog, RetryDialog } from './dialogs';

type Doing = 'paid' | 'failed' | 'credit' | 'retry';

/** What a refund's state lets finance do, the most usual first. */
const POSSIBLE: Partial<Record<Schemas['RefundState'], Doing[]>> = {
  pending: ['paid', 'credit', 'failed'],
  sent: ['paid', 'failed'],
  unknown: ['paid', 'failed'],
  failed: ['retry'],
};

const DIALOGS = { paid: PaidDialog, failed: FailedDialog, credit: CreditDialog, retry: RetryDialog };

/** What finance can say or do about one refund in its present state. */
export function RefundActions({ refund }: { refund: Schemas['RefundInstruction'] }) {
  const { t } = useTranslation('finance');
  const [doing, setDoing] = useState<Doing | null>(null);
  const Dialog = doing ? DIALOGS[doing] : null;
  return (
    <Flex gap="small" wrap>
      {POSSIBLE[refund.state]?.map((what, at) => (
        <Button key={what} size="small" type={at === 0 ? 'primary' : 'default'} danger={what === 'failed'} onClick={() => setDoing(what)}>
          {t(`do.${what}`)}
        </Button>
      ))}
      {Dialog ? <Dialog refund={refund} close={() => setDoing(null)} /> : null}
    </Flex>
  );
}
