import { findSecrets } from "../profile/secret_forms.ts";

/** Every credential in a text, by form. */
export function secretsIn(text: string): string[] {
  return findSecrets(text).map(({ start, end }) => text.slice(start, end));
}
