/** Who is told what? */

import { Message, Recipient, type Notification } from "@redress/sdk";

import type { Config } from "./config.js";

export const notification: Notification<Config> = (call, file, event) => {
  if (event.name !== "ticket.created") return [];
  const { number } = file.ticket;
  const body = call.locale.startsWith("zh") ? `我们已收到您的售后申请，编号 ${number}。` : `We have received your request ${number}.`;
  const { channel } = call.config;
  return [Message.of({ channel, recipient: Recipient.customer, locale: call.locale, body, template: "ticket.created" })];
};
