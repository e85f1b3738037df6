/** Does it look like abuse? */

import { Assessment, type FraudScoring } from "@redress/sdk";

import type { Config } from "./config.js";

export const fraudScoring: FraudScoring<Config> = (call) => {
  const { window_days, most_claims } = call.config;
  const claims = call.history.afterSalesWithinDays(window_days).length;
  if (claims <= most_claims) return Assessment.clean();
  const detail = `${claims} claims in ${window_days} days`;
  return Assessment.fromSignals([{ code: "repeat_claims", weight: 60, detail }], ["repeat_claims"]);
};
