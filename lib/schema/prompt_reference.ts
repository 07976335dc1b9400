/**
 * Whether a text names a prompt: `$insomnia/...`, `$user/...` or
 * `$workspace/...`, where each part is a file name. A `..` could leave the
 * prompts' directory and is none.
 */
export function isPromptReference(text: string): boolean {
  const [root, ...parts] = text.split("/");
  return ["$insomnia", "$user", "$workspace"].includes(root) &&
    parts.length > 0 && parts.every(isFileName);
}

function isFileName(part: string): boolean {
  return part !== "" && part !== "." && part !== ".." &&
    !/[\\\p{Cc}]/u.test(part) && part.isWellFormed();
}
