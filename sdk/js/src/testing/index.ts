/** For unit tests: a host in memory and sample cases. */

export { FakeHost } from "./host.js";
export type { LoggedLine, Past } from "./host.js";
export { afterSale, instruction, NOW, pastOrder, refundRequest, sampleCase, sampleDesk, sampleEvent } from "./sample.js";
export type { CaseChanges } from "./sample.js";
