import { Button, Flex, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../client';
import { Refused } from '../refused';
import { useAfter } from './case';

/** Takes the request back, once the customer has said so twice. */
export function Withdraw() {
  const { t } = useTranslation();
  const after = useAfter();
  const [asking, setAsking] = useState(false);
  const cancel = api.useMutation('post', '/portal/v1/ticket/cancel', {
    onSuccess: () => {
      setAsking(false);
      return after();
    },
  });
  return (
    <>
      <Button size="large" block danger onClick={() => setAsking(true)}>
        {t('withdraw')}
      </Button>
      <Modal
        open={asking}
        title={t('withdraw_ask')}
        okText={t('withdraw')}
        cancelText={t('keep')}
        okButtonProps={{ danger: true, loading: cancel.isPending, size: 'large' }}
        cancelButtonProps={{ size: 'large' }}
        onCancel={() => setAsking(false)}
        onOk={() => cancel.mutate({ body: { reason: null } })}
      >
        <Flex vertical gap="small">
          <p>{t('withdraw_means')}</p>
          <Refused error={cancel.error} />
        </Flex>
      </Modal>
    </>
  );
}
