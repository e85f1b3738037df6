import { t, type Infer, type Violation } from "@redress/sdk";

/** What the merchant sets for one binding. The descriptions are what merchants read. */
export const config = t.object({
{{fields}}
});

export type Config = Infer<typeof config>;

/** Checks what the descriptions cannot say. */
export function check(config: Config): Violation[] {
  const found: Violation[] = [];
{{checks}}
  return found;
}
