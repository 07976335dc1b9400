/**
 * Where releases are, as `owner/name` of GitHub. The release script refuses the
 * placeholder that it has until there is one.
 */
export const REPOSITORY = "OWNER/REPO";
