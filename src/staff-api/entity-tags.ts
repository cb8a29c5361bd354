/**
 * Whether one of the tags that a header lists is that one. Tags are understood without their quotes, and as weak ones, which
 * a proxy makes of ours when it packs an answer: each names one version, however it is written.
 */
export function namesTag(header: string, tag: string): boolean {
  if (header.trim() === "*") return true;
  return [...header.matchAll(/(?:W\/)?"([^"]*)"|([^\s,"]+)/g)].some(
    ([, quoted, bare]) => `"${quoted ?? bare}"` === tag,
  );
}
