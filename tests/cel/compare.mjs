// Evaluates the corpus with @bufbuild/cel, which the browser uses, and compares with what the server's language gave:
// `node compare.mjs <results of the example cel_corpus>`. Errors are compared as errors; their words differ.
import { readFileSync } from "node:fs";
import { celEnv, celFunc, CelScalar, isCelError, isCelList, isCelMap, isCelUint, parse, plan } from "@bufbuild/cel";
import { strings } from "@bufbuild/cel/ext";
import { timestampFromDate, DurationSchema, TimestampSchema } from "@bufbuild/protobuf/wkt";
import { create, isMessage } from "@bufbuild/protobuf";

const corpus = JSON.parse(readFileSync(new URL("corpus.json", import.meta.url), "utf8"));
const ours = JSON.parse(readFileSync(process.argv[2], "utf8"));

// Amounts are whole numbers of minor units, as on the server.
const money = celFunc("money", [CelScalar.STRING], CelScalar.INT, (text) => {
  const [whole, fraction = ""] = text.split(".");
  return BigInt(whole + fraction.padEnd(corpus.digits, "0"));
});
const env = celEnv({ funcs: [...strings, money] });

function fact(json) {
  if (typeof json === "number") return BigInt(json);
  if (Array.isArray(json)) return json.map(fact);
  if (json === null || typeof json !== "object") return json;
  if ("$double" in json) return json.$double;
  if ("$timestamp" in json) return timestampFromDate(new Date(json.$timestamp));
  if ("$duration" in json) return create(DurationSchema, { seconds: BigInt(parseInt(json.$duration, 10)) });
  return new Map(Object.entries(json).map(([name, value]) => [name, fact(value)]));
}

// The form in which the example cel_corpus writes values.
function written(value) {
  if (value !== null && typeof value === "object" && "message" in value && isMessage(value.message)) value = value.message;
  if (value === null) return { null: true };
  if (typeof value === "bigint") return { int: `${value}` };
  if (typeof value === "number") return { double: value };
  if (typeof value === "boolean") return { bool: value };
  if (typeof value === "string") return { text: value };
  if (isCelUint(value)) return { uint: `${value.value}` };
  if (value instanceof Uint8Array) return { bytes: [...value] };
  if (isCelList(value)) return { list: [...value].map(written) };
  if (isCelMap(value)) return { map: [...value].map(([key, inner]) => [written(key), written(inner)]) };
  if (isMessage(value, TimestampSchema)) return { timestamp: `${value.seconds * 1000000000n + BigInt(value.nanos)}` };
  if (isMessage(value, DurationSchema)) return { duration: `${value.seconds * 1000000000n + BigInt(value.nanos)}` };
  return { other: String(value) };
}

const facts = Object.fromEntries(Object.entries(corpus.facts).map(([name, value]) => [name, fact(value)]));
let failed = 0;
corpus.expressions.forEach((text, at) => {
  let theirs;
  try {
    const value = plan(env, parse(text))(facts);
    theirs = isCelError(value) ? { error: true } : written(value);
  } catch {
    theirs = { error: true };
  }
  // A double is written as a text by the server, so that infinities and NaN survive JSON.
  const mine = "double" in ours[at] ? { double: Number(ours[at].double) } : ours[at];
  const same = "double" in mine && "double" in theirs ? Object.is(mine.double, theirs.double) : JSON.stringify(mine) === JSON.stringify(theirs);
  const known = corpus.known_differences[text];
  if (same && known) {
    failed += 1;
    console.log(`   FAILED ${text}: it gives the same now: remove it from known_differences`);
  } else if (!same && known) {
    console.log(`   known: ${text}: ${known}`);
  } else if (!same) {
    failed += 1;
    console.log(`   FAILED ${text}: the server gives ${JSON.stringify(mine)}, the browser ${JSON.stringify(theirs)}`);
  }
});
const known = Object.keys(corpus.known_differences).length;
console.log(`   ${corpus.expressions.length - failed - known} of ${corpus.expressions.length} expressions give the same on the server and in the browser`);
process.exit(failed === 0 ? 0 : 1);
