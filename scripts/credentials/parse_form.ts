/** A part of a form: plain characters, or a class with how many there are. */
export type FormPart = string | {
  /** As JavaScript writes it, with its brackets. */
  readonly set: string;
  readonly min: number;
  /** Left out: no upper limit. */
  readonly max?: number;
};

const TOKEN =
  /\\(.)|\(\?:([^()]*)\)(\?)?|(\[[^\]]+\])(?:\{(\d+)(?:(,)(\d*))?\})?|([^\\()[\]{}?*+|.^$])/y;

/**
 * Reads what a form `is`. Groups of alternatives are written out, so that a form
 * may be several.
 */
export function parseForm(is: string): readonly (readonly FormPart[])[] {
  let forms: FormPart[][] = [[]];
  const add = (parts: readonly FormPart[]) => {
    forms = forms.flatMap((form) => parts.map((part) => [...form, part]));
  };
  const token = new RegExp(TOKEN);
  while (token.lastIndex < is.length) {
    const at = token.lastIndex;
    const match = token.exec(is);
    if (!match) throw new Error(`cannot read the form ${is} at ${at}`);
    const [, escaped, group, mayMiss, set, min, comma, max, plain] = match;
    if (group !== undefined) {
      const inner = group.split("|").flatMap(parseForm);
      forms = forms.flatMap((form) => [
        ...inner.map((parts) => [...form, ...parts]),
        ...mayMiss === undefined ? [] : [form],
      ]);
    } else if (set !== undefined) {
      const least = min === undefined ? 1 : Number(min);
      const most = comma === undefined
        ? least
        : max === ""
        ? undefined
        : Number(max);
      add([{ set, min: least, ...most !== undefined && { max: most } }]);
    } else add([escaped ?? plain ?? ""]);
  }
  return forms.map(joined).map((form) => checked(form, is));
}

/** Plain characters that stand beside one another, as one part. */
function joined(form: readonly FormPart[]): FormPart[] {
  const parts: FormPart[] = [];
  for (const part of form) {
    const last = parts.at(-1);
    if (typeof part === "string" && typeof last === "string") {
      parts[parts.length - 1] = last + part;
    } else parts.push(part);
  }
  return parts;
}

/** What keeps both sides simple and linear. */
function checked(form: readonly FormPart[], is: string): readonly FormPart[] {
  form.slice(0, -1).forEach((part, index) => {
    if (typeof part === "string") return;
    if (part.max === undefined) {
      throw new Error(`only the last class may be without a limit: ${is}`);
    }
    const next = form[index + 1]!;
    const isExact = part.min === part.max;
    if (
      !isExact && typeof next === "string" &&
      new RegExp(part.set).test(next[0]!)
    ) throw new Error(`the end of ${part.set} cannot be told: ${is}`);
  });
  return form;
}
