import { base64, CryptoError, definePlugin, form, fromBase64, fromUtf8, hex, HttpRequest, Outcome, secret, utf8, type Plugin, type Settlement } from "@redress/sdk";
import { FakeHost, instruction, NOW } from "@redress/sdk/testing";
import { expect, test } from "vitest";

import type { Host } from "../src/host.js";
import { answered, serve } from "../src/serve.js";

const info = { name: "x", version: "1.0.0", description: "", sdk: "s" };
const context = { decisionId: "dec_1", tenant: "demo", nowMs: NOW, seed: [1, 2], locale: "zh-CN", config: "{}" };

const bank: Settlement<unknown> = {
  request: (call, order, attempt) => HttpRequest.post("https://bank.example", hex(call.crypto.hmacSha256("key", `${order.id} ${attempt}`)), { authorization: secret("Bearer ", "key") }),
  query: (_call, order) => HttpRequest.get(`https://bank.example/${order.id}`),
  response: (_call, _order, asked, answer) => (asked === "query" && answer.status === 404 ? Outcome.absent : Outcome.unknown(String(answer.status))),
};

/** What a function of the component would answer or throw. */
function ask(settlement: unknown, part: string, question: unknown[], host: Host = new FakeHost()): unknown {
  const served = serve(definePlugin({ settlement: settlement as Settlement<unknown> }) as unknown as Plugin, info, host).settlement as Record<string, (...args: unknown[]) => unknown>;
  try {
    return served[part]?.(context, ...question);
  } catch (thrown) {
    return { thrown };
  }
}

test("every function of a gateway is asked in its own words", () => {
  expect(answered(definePlugin({ settlement: bank }) as unknown as Plugin)).toEqual(["settlement"]);
  const host = new FakeHost({ secrets: { key: Uint8Array.of(1, 255) } });
  expect(ask(bank, "request", [instruction(), 2], host)).toEqual({
    method: "post",
    url: "https://bank.example",
    headers: [{ name: "authorization", value: { tag: "secret", val: { before: "Bearer ", secret: "key" } } }],
    body: "01ff",
  });
  expect(host.signed).toEqual([utf8(`${instruction().id} 2`)]);
  expect(ask(bank, "query", [instruction()])).toMatchObject({ method: "get", body: "" });
  expect(ask(bank, "response", [instruction(), "query", { status: 404, headers: [], body: "" }])).toEqual({ tag: "absent" });
  expect(ask(bank, "notification", [[], ""]), "what may be left out answers none").toBeUndefined();
});

test("what does not fit is told by its place", () => {
  const wrong = { ...bank, query: () => ({ method: "put" }) };
  expect(ask(wrong, "query", [instruction()])).toEqual({ thrown: { tag: "internal", val: expect.stringContaining("the answer of settlement.query.method must be one of get, post") } });
});

test("a secret that is not there is the configuration's fault", () => {
  const missing = { thrown: { tag: "config", val: [{ path: "", message: "the gateway has no secret 'key'" }] } };
  expect(ask(bank, "request", [instruction(), 1])).toEqual(missing);
  const { crypto: _, ...without } = { log() {}, orders: () => [], afterSales: () => [], totals: () => { throw new Error(); }, parameter: () => null, crypto: undefined };
  expect(ask(bank, "request", [instruction(), 1], without), "a host without secrets").toEqual(missing);
  expect(() => new FakeHost().call({}).crypto.rsaSha256Sign("key", "x")).toThrow(CryptoError);
});

test("signatures of the fake host fit when they are the secret's value", () => {
  const { crypto } = new FakeHost({ secrets: { platform: utf8("good") } }).call({});
  expect(crypto.rsaSha256Verify("platform", "text", utf8("good"))).toBe(true);
  expect(crypto.rsaSha256Verify("platform", "text", utf8("bad"))).toBe(false);
  expect(fromUtf8(crypto.aesGcmOpen("platform", "nonce", "", utf8("sealed")))).toBe("good");
});

test("forms are encoded as the standard says", () => {
  expect(form({ "metadata[a b]": "退&1", x: "~*-_.'()!" })).toBe("metadata%5Ba+b%5D=%E9%80%80%261&x=%7E*-_.%27%28%29%21");
});

test("bytes become texts and come back, as Node has them", () => {
  for (let length = 0; length < 40; length++) {
    const bytes = Uint8Array.from({ length }, (_, place) => (place * 89 + length * 31) % 256);
    expect(base64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    expect(hex(bytes)).toBe(Buffer.from(bytes).toString("hex"));
    expect(fromBase64(base64(bytes))).toEqual(bytes);
  }
  for (const text of ["", "refund", "退款 ¥ 😀", "\u0000\u007f\u0080\u07ff\u0800\uffff"]) {
    expect(utf8(text)).toEqual(new Uint8Array(Buffer.from(text, "utf8")));
    expect(fromUtf8(utf8(text))).toBe(text);
  }
  expect(utf8("\ud800x")).toEqual(new Uint8Array(Buffer.from("\ufffdx")));
  for (const wrong of ["a", "ab=", "a===", "====", "äöü=", "ab==cd=="]) expect(fromBase64(wrong), wrong).toBeNull();
  for (const wrong of [[0xff], [0xc0, 0x80], [0xe2, 0x82], [0xed, 0xa0, 0x80]]) expect(fromUtf8(Uint8Array.from(wrong))).toBeNull();
});
