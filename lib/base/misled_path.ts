/** A path with a `..` that does not lead where the text says. All absolute. */
export interface MisledPath {
  /** The link in front of the `..`. */
  readonly link: string;
  /** Where the text leads: the whole path, its `..` taken away. */
  readonly read: string;
  /** Where the operating system goes. */
  readonly real: string;
}
