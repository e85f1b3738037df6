/** The nonce of this page: the policy lets no other styles in than those that carry it (CSP Level 3 §2.3.1). */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

// Some components add style elements without asking for the nonce, to measure a scroll bar for example. A script that runs here is our
// own, so what it adds may have the nonce.
for (const name of ['appendChild', 'insertBefore'] as const) {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- `apply` says below what it belongs to
  const add = Node.prototype[name] as (this: Node, ...given: unknown[]) => Node;
  Object.defineProperty(Node.prototype, name, {
    value(this: Node, ...given: unknown[]) {
      const [added] = given;
      if (added instanceof HTMLStyleElement && !added.nonce) added.nonce = nonce;
      return add.apply(this, given);
    },
  });
}

// A field that grows with its text measures it in a hidden copy, whose style is set as an attribute: the policy refuses that and lets the
// same be set as properties.
const setAttribute = Object.getOwnPropertyDescriptor(Element.prototype, 'setAttribute')?.value as (this: Element, name: string, value: string) => void;
Object.defineProperty(Element.prototype, 'setAttribute', {
  value(this: Element, name: string, value: string) {
    if (name === 'style' && this instanceof HTMLElement) this.style.cssText = value;
    else setAttribute.call(this, name, value);
  },
});
