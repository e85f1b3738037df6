/** What a rule must not do, found in what it ships: clocks, randomness, timers, the network. */

import { origin } from "./lines.js";

/** @typedef {typeof import("typescript")} TS */

const SANDBOX = "a rule has no files, no network and no timers; what it may know comes with the case and through `call`";
const SYNC = "a rule answers at once and is then gone: nothing can run later";
const RANDOM = "use call.rng(), which is recorded with the decision and gives the same numbers when it is run again";
const CLOCK = "use call.now, the recorded moment in milliseconds";

/** Globals that are never right. @type {Record<string, string>} */
const GLOBALS = {
  performance: CLOCK,
  crypto: RANDOM,
  fetch: SANDBOX,
  XMLHttpRequest: SANDBOX,
  WebSocket: SANDBOX,
  process: SANDBOX,
  require: SANDBOX,
  Deno: SANDBOX,
  Bun: SANDBOX,
  setTimeout: SYNC,
  setInterval: SYNC,
  setImmediate: SYNC,
  queueMicrotask: SYNC,
  requestAnimationFrame: SYNC,
};

/**
 * Every use of them in the bundle, at the author's place.
 * @param {import("./project.js").Project} project
 * @param {import("./bundle.js").Bundle} bundle
 * @returns {import("./mistakes.js").Mistake[]}
 */
export function findings(project, bundle) {
  const ts = /** @type {TS} */ (project.require("typescript"));
  const file = ts.createSourceFile("bundle.js", bundle.code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const own = new Scopes(ts, file);
  /** @type {import("./mistakes.js").Mistake[]} */
  const found = [];
  const add = (/** @type {import("typescript").Node} */ node, /** @type {string} */ what, /** @type {string} */ why) => {
    const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
    const at = origin(bundle, line + 1, character + 1);
    if (at && !at.file.startsWith("@redress/sdk/")) found.push({ ...at, message: `${what} is not for rules: ${why}` });
  };
  const visit = (/** @type {import("typescript").Node} */ node) => {
    const use = globalUse(ts, own, node);
    if (use) add(use.node, use.what, use.why);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/**
 * The forbidden thing a node uses.
 * @param {TS} ts
 * @param {Scopes} own
 * @param {import("typescript").Node} node
 * @returns {{ node: import("typescript").Node, what: string, why: string } | undefined}
 */
function globalUse(ts, own, node) {
  const isGlobal = (/** @type {import("typescript").Node} */ one, /** @type {string} */ name) =>
    (ts.isIdentifier(one) && one.text === name && own.isGlobal(one)) ||
    (ts.isPropertyAccessExpression(one) && one.name.text === name && ts.isIdentifier(one.expression) && one.expression.text === "globalThis");
  if (ts.isNewExpression(node) && isGlobal(node.expression, "Date") && (node.arguments?.length ?? 0) === 0) {
    return { node, what: "new Date() without a moment", why: "use new Date(call.now), the recorded moment" };
  }
  if (ts.isCallExpression(node) && isGlobal(node.expression, "Date")) {
    return { node, what: "Date()", why: "use new Date(call.now), the recorded moment" };
  }
  if (ts.isPropertyAccessExpression(node)) {
    if (node.name.text === "now" && isGlobal(node.expression, "Date")) return { node, what: "Date.now()", why: CLOCK };
    if (node.name.text === "random" && isGlobal(node.expression, "Math")) return { node, what: "Math.random()", why: RANDOM };
    const why = ts.isIdentifier(node.expression) && node.expression.text === "globalThis" ? GLOBALS[node.name.text] : undefined;
    if (why !== undefined) return { node, what: node.name.text, why };
  }
  if (ts.isIdentifier(node) && Object.hasOwn(GLOBALS, node.text) && own.isGlobal(node)) {
    return { node, what: node.text, why: GLOBALS[node.text] ?? "" };
  }
  return undefined;
}

/** Which names a file declares, and where. */
class Scopes {
  #ts;
  /** @type {Map<import("typescript").Node, Set<string>>} */
  #declared = new Map();

  /**
   * @param {TS} ts
   * @param {import("typescript").SourceFile} file
   */
  constructor(ts, file) {
    this.#ts = ts;
    this.#collect(file);
  }

  /**
   * True when the identifier is a value that nothing in the file declares.
   * @param {import("typescript").Identifier} name
   */
  isGlobal(name) {
    const ts = this.#ts;
    const { parent } = name;
    const isKey =
      (ts.isPropertyAccessExpression(parent) && parent.name === name) ||
      ((ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent) || ts.isAccessor(parent)) && parent.name === name) ||
      (ts.isBindingElement(parent) && (parent.name === name || parent.propertyName === name)) ||
      ts.isImportSpecifier(parent) ||
      ts.isExportSpecifier(parent) ||
      ts.isLabeledStatement(parent) ||
      ts.isBreakOrContinueStatement(parent) ||
      // `typeof crypto` only asks whether it is there.
      ts.isTypeOfExpression(parent) ||
      ts.isMetaProperty(parent);
    if (isKey) return false;
    for (let scope = /** @type {import("typescript").Node} */ (name); scope !== undefined; scope = scope.parent) {
      if (this.#declared.get(scope)?.has(name.text)) return false;
    }
    return true;
  }

  /** @param {import("typescript").Node} node */
  #collect(node) {
    const ts = this.#ts;
    const named = /** @type {{ name?: import("typescript").Node }} */ (node).name;
    const declares =
      ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node) || ts.isFunctionDeclaration(node) ||
      ts.isFunctionExpression(node) || ts.isClassDeclaration(node) || ts.isClassExpression(node) || ts.isImportClause(node) ||
      ts.isImportSpecifier(node) || ts.isNamespaceImport(node);
    if (declares && named && ts.isIdentifier(named)) {
      const scope = this.#scopeOf(node);
      const names = this.#declared.get(scope) ?? new Set();
      this.#declared.set(scope, names.add(named.text));
    }
    ts.forEachChild(node, (child) => this.#collect(child));
  }

  /**
   * The block or function a declaration counts in; a little too wide for `let` is near enough.
   * @param {import("typescript").Node} node
   * @returns {import("typescript").Node}
   */
  #scopeOf(node) {
    const ts = this.#ts;
    let scope = ts.isFunctionExpression(node) || ts.isClassExpression(node) ? node : node.parent;
    while (!ts.isBlock(scope) && !ts.isSourceFile(scope) && !ts.isFunctionLike(scope) && !ts.isForStatement(scope) && !ts.isForOfStatement(scope) && !ts.isForInStatement(scope) && !ts.isCatchClause(scope) && scope.parent) {
      scope = scope.parent;
    }
    return scope;
  }
}
