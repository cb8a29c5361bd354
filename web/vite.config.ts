import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** `npm run dev -w web` next to a running server. */
const SERVER = "http://127.0.0.1:8080";

// biome-ignore lint/style/noDefaultExport: Vite wants one
export default defineConfig({
  plugins: [react()],
  build: {
    target: "es2023",
    // light-dark() as it is: what would be made of it for older browsers knows nothing of a chosen theme.
    cssTarget: ["chrome123", "safari17.5", "firefox120"],
    // The page's policy lets no data: URL in but for images.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What the first page needs is one file, not sixty: what it shares with other pages would each be one.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } } },
    chunkSizeWarningLimit: 1_200,
  },
  server: { proxy: { "/api": SERVER, "/simulator": SERVER } },
});
