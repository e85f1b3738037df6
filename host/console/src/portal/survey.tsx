import { Alert, Button, Card, Form, Input, Rate, Result, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { isProblem } from '../api/problem';
import { api } from './client';

interface Typed {
  satisfied: 'yes' | 'no';
  score: number;
  speed?: number;
  recommend?: number;
  comment?: string;
}

/** How it was (U14): the questions are the shop's. */
export function SurveyPage({ survey }: { survey: Schemas['SurveyView'] }) {
  const { t } = useTranslation();
  const answer = api.useMutation('post', '/portal/v1/survey');
  if (answer.data || survey.answer) return <Result status="success" title={t('survey.thanks')} />;
  if (!survey.open) return <Result status="info" title={t('survey.closed')} />;
  const send = ({ satisfied, score, speed, recommend, comment }: Typed) =>
    answer.mutate({ body: { satisfied: satisfied === 'yes', score, speed: speed || null, recommend: recommend ?? null, comment: comment?.trim() || null } });
  return (
    <main className="portal">
      <h1 className="h">{t('survey.title', { number: survey.number })}</h1>
      <Card>
        <Form<Typed> layout="vertical" requiredMark="optional" onFinish={send}>
          {answer.error ? <Alert type="error" showIcon role="alert" title={isProblem(answer.error) ? answer.error.detail : t('network')} /> : null}
          <Form.Item name="satisfied" label={survey.satisfied} rules={[{ required: true, message: t('survey.needed') }]}>
            <Segmented
              block
              size="large"
              options={[
                { value: 'yes', label: t('survey.yes') },
                { value: 'no', label: t('survey.no') },
              ]}
            />
          </Form.Item>
          <Form.Item name="score" label={survey.score} rules={[{ required: true, message: t('survey.needed') }]}>
            <Rate style={{ fontSize: 32 }} />
          </Form.Item>
          <Form.Item name="speed" label={survey.speed}>
            <Rate style={{ fontSize: 32 }} />
          </Form.Item>
          <Form.Item name="recommend" label={survey.recommend}>
            <Segmented block options={Array.from({ length: 11 }, (_, mark) => ({ value: mark, label: String(mark) }))} />
          </Form.Item>
          <Form.Item name="comment" label={survey.comment}>
            <Input.TextArea rows={3} maxLength={2_000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={answer.isPending}>
            {t('survey.send')}
          </Button>
        </Form>
      </Card>
    </main>
  );
}
