/** What `profile-snapshot.json` says it is. */
export const SNAPSHOT_FORMAT = "insomnia.snapshot.v1";
