/** What is done at certain times? */

import { Intent, type Schedule } from "@redress/sdk";

import type { Config } from "./config.js";

export const schedule: Schedule<Config> = (call, file) => {
  const { createdAtMs, priority } = file.ticket;
  const waitedMinutes = (call.now - createdAtMs) / 60_000;
  const raised = priority === "high" || priority === "urgent";
  return raised || waitedMinutes <= call.config.most_minutes ? [] : [Intent.setPriority("high")];
};
