import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** Calm, and dark enough on white for AA at every size. */
const teal: MantineColorsTuple = [
  "#effaf8",
  "#d8f1ed",
  "#b0e3db",
  "#7fd0c5",
  "#4fb9ac",
  "#2a9d8f",
  "#158076",
  "#0f6f66",
  "#0b5a53",
  "#084640",
];

export const theme = createTheme({
  primaryColor: "brand",
  // White on either reaches AA.
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  colors: { brand: teal },
  defaultRadius: "md",
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  headings: { fontWeight: "600" },
  respectReducedMotion: true,
  cursorType: "pointer",
});
