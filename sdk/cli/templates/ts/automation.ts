/** What else follows from an event? */

import { Intent, type Automation } from "@redress/sdk";

import type { Config } from "./config.js";

export const automation: Automation<Config> = (call, file, event) => {
  const { problem_type } = call.config;
  if (event.name !== "ticket.created" || file.ticket.problemType !== problem_type) return [];
  return [Intent.setPriority("high"), Intent.addTag(problem_type)];
};
