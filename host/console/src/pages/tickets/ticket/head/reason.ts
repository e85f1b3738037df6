/** What a rule said about the refund: the name of the rule stands before the first colon. */
export function rulesSaid(explanation: string): { rule: string; said: string }[] {
  return explanation
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const found = /^([a-z0-9][a-z0-9_-]*): (.*)$/s.exec(line);
      return found ? { rule: found[1] ?? '', said: found[2] ?? '' } : { rule: '', said: line };
    });
}
