import { Button, Card, Form, Input, Radio, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { api } from './client';
import { PortalPage } from './page';
import { Refused } from './refused';

interface Typed {
  satisfied: 'yes' | 'no';
  score: number;
  speed?: number;
  recommend?: number;
  comment?: string;
}

/** One to five stars. */
const MARKS = [1, 2, 3, 4, 5].map((mark) => ({ value: mark, label: `${mark} ★` }));

const LIKELY = Array.from({ length: 11 }, (_, mark) => ({ value: mark, label: String(mark) }));
// Nothing is chosen for the customer.
const BUTTONS = { optionType: 'button', buttonStyle: 'solid', size: 'large', block: true } as const;

/** How it was (U14): the questions are the shop's. */
export function SurveyPage({ survey }: { survey: Schemas['SurveyView'] }) {
  const { t } = useTranslation();
  const answer = api.useMutation('post', '/portal/v1/survey');
  const title = t('survey.title', { number: survey.number });
  if (answer.data || survey.answer || !survey.open) {
    const thanks = answer.data != null || survey.answer != null;
    return (
      <PortalPage title={title}>
        <Result status={thanks ? 'success' : 'info'} title={t(thanks ? 'survey.thanks' : 'survey.closed')} />
      </PortalPage>
    );
  }
  const send = ({ satisfied, score, speed, recommend, comment }: Typed) =>
    answer.mutate({ body: { satisfied: satisfied === 'yes', score, speed: speed || null, recommend: recommend ?? null, comment: comment?.trim() || null } });
  return (
    <PortalPage title={title}>
      <Card>
        <Form<Typed> layout="vertical" requiredMark="optional" onFinish={send}>
          <Refused error={answer.error} />
          <Form.Item name="satisfied" label={survey.satisfied} rules={[{ required: true, message: t('survey.needed') }]}>
            <Radio.Group
              {...BUTTONS}
              options={[
                { value: 'yes', label: t('survey.yes') },
                { value: 'no', label: t('survey.no') },
              ]}
            />
          </Form.Item>
          <Form.Item name="score" label={survey.score} rules={[{ required: true, message: t('survey.needed') }]}>
            <Radio.Group {...BUTTONS} options={MARKS} />
          </Form.Item>
          <Form.Item name="speed" label={survey.speed}>
            <Radio.Group {...BUTTONS} options={MARKS} />
          </Form.Item>
          <Form.Item name="recommend" label={survey.recommend}>
            <Radio.Group {...BUTTONS} style={{ display: 'grid', gridTemplateColumns: 'repeat(6, 1fr)' }} options={LIKELY} />
          </Form.Item>
          <Form.Item name="comment" label={survey.comment}>
            <Input.TextArea rows={3} maxLength={2_000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={answer.isPending}>
            {t('survey.send')}
          </Button>
        </Form>
      </Card>
    </PortalPage>
  );
}
