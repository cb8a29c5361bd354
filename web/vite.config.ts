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
  },
  server: { proxy: { "/api": SERVER, "/simulator": SERVER } },
});
