/**
 * Minutes east of UTC by the abbreviation that is said, winter and summer time by their own. Those that are also
 * words ("ist", "wet", "east") are missing, and so are those of several zones ("IST").
 */
export const ZONE_ABBREVIATIONS: readonly (readonly [words: string, offset: number])[] = [
  ["utc|gmt|zulu", 0],
  ["bst|cet|mez", 60],
  ["cest|mesz|eet", 120],
  ["eest|msk|trt", 180],
  ["pkt", 300],
  ["hkt|sgt|awst", 480],
  ["jst|kst", 540],
  ["acst", 570],
  ["aest", 600],
  ["acdt", 630],
  ["aedt", 660],
  ["nzst", 720],
  ["nzdt", 780],
  ["brt", -180],
  ["edt", -240],
  ["est|cdt", -300],
  ["cst|mdt", -360],
  ["mst|pdt", -420],
  ["pst|akdt", -480],
  ["akst", -540],
  ["hst", -600],
];
